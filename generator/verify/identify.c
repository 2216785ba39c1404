/*
 * Which problem of the registry it is: by the client library's rules, as any consumer would find
 * out, and then whether it may be seen at all.
 */
#include "verify/answer.h"

/* The problem with this number of the generated enum. */
static const struct problem_type *numbered(const struct registry *registry, uint32_t number)
{
    for (size_t i = 0; i < registry->problem_count; i++)
        if (registry->problems[i].number == (int64_t)number)
            return &registry->problems[i];
    return NULL;
}

static struct text problem_uri(const void *context, size_t i)
{
    const struct verifier *verifier = context;
    return problem_type_uri(&verifier->request->registry->problems[i], verifier->arena);
}

/* Without a type of its own a problem is known by status and title (RFC 9457 4.2.1). */
static const struct problem_type *find_blank(const struct answer *answer)
{
    const struct registry *registry = answer->verifier->request->registry;
    struct text title = text_from(answer->received.title);
    for (size_t i = 0; i < registry->problem_count; i++) {
        const struct problem_type *problem = &registry->problems[i];
        if (problem_is_blank(problem) && problem->status.value == answer->message->status &&
            text_equal(problem->title.text, title) && problem->extras->concealed_as == NULL)
            return problem;
    }
    return NULL;
}

static void receive(struct answer *answer)
{
    struct verifier *verifier = answer->verifier;
    const struct registry *registry = verifier->request->registry;
    struct text bytes = answer->message->body;
    struct text id = {NULL, 0};
    if (registry->id_header.text.length)
        id = http_value(answer->message, registry->id_header.text);
    size_t size = PROBLEM_SCRATCH_SIZE(bytes.length);
    struct problem_reply reply = {
        .status = answer->message->status,
        .content_type = "application/problem+json", /* what it should be labelled as */
        .error_id = id.bytes ? arena_copy(verifier->arena, id).bytes : NULL,
        .body = bytes.bytes,
        .length = bytes.length,
    };
    answer->body.json.scratch = body_room(&verifier->room, size);
    problem_receive(image_registry(verifier->request->image), &reply, answer->body.json.scratch,
                    size, &answer->received);
    answer->problem = numbered(registry, answer->received.number);
    if (answer->problem == NULL && text_is(text_from(answer->received.type), "about:blank") &&
        registry->discriminator.text.length == 0)
        answer->problem = find_blank(answer);
}

/* ---------------------------------------------------------------- what is wrong with it */

static void report_unknown(struct answer *answer)
{
    const struct registry *registry = answer->verifier->request->registry;
    const struct body *body = &answer->body;
    struct text discriminator = registry->discriminator.text;
    const char *type = body_member(body, body->root, TEXT("type"));
    const char *code = discriminator.length ? body_member(body, body->root, discriminator) : NULL;
    struct text said = type   ? body_written(type)
                       : code ? body_written(code)
                              : text_slice(answer->message->body, 0, 1);
    const char *who = foreign_object(body);
    struct diagnostic *finding;
    if (type || code)
        finding = answer_report(answer, "unknown-problem", said,
                                "%.*s%s is no problem of the registry", SHOWN(said));
    else
        finding = answer_report(answer, "unknown-problem", said,
                                "nothing says which problem it is: there is no %.*s",
                                TEXT_ARGS(discriminator.length ? discriminator : TEXT("type")));
    struct text nearest = {NULL, 0};
    if (type && finding && answer->verifier->suggestions++ < SUGGESTIONS_MAX)
        nearest = text_nearest(text_from(answer->received.type), problem_uri, answer->verifier,
                               registry->problem_count);
    if (nearest.length)
        answer_help(finding, "did you mean %.*s?", TEXT_ARGS(nearest));
    else if (who)
        answer_help(finding,
                    "this looks like %s: register an error handler that answers with "
                    "problems",
                    who);
    else if (answer->received.type_relative)
        answer_help(finding, "type is relative: write the whole URI (RFC 9457 3.1.1)");
}

/* What consumers compare with is the URI as it is published. */
static void check_type_form(struct answer *answer)
{
    const char *type = body_member(&answer->body, answer->body.root, TEXT("type"));
    struct text uri = problem_type_uri(answer->problem, answer->verifier->arena), text;
    if (type == NULL)
        return;
    text = body_text(&answer->body, type);
    if (text_equal(text, uri))
        answer_settle(answer, type);
    else if (text.bytes == NULL)
        answer_report(answer, "standard-member", body_written(type), "type is no text");
    else
        answer_report(answer, "type-form", body_written(type), "type is written %.*s elsewhere",
                      TEXT_ARGS(uri));
}

/* Without a body the status is all there is to go by, where it is one problem's alone. */
static void identify_head(struct answer *answer)
{
    const struct verify_request *request = answer->verifier->request;
    const struct registry *registry = request->registry;
    const struct problem_type *found = NULL;
    size_t count = 0;
    for (size_t i = 0; i < registry->problem_count; i++) {
        const struct problem_type *problem = &registry->problems[i];
        if (problem->status.value != answer->message->status || problem->extras->concealed_as)
            continue;
        count++;
        if (found == NULL || problem == request->expected)
            found = problem;
    }
    if (count == 0)
        answer_report(answer, "unknown-problem", answer->message->line,
                      "no problem of the registry has status %d", answer->message->status);
    else if (count == 1 || found == request->expected)
        answer->problem = found;
    else
        answer->verdict->several = true;
}

void verify_identity(struct answer *answer)
{
    if (answer->verifier->request->head) {
        identify_head(answer);
        return;
    }
    if (answer->body.root == NULL)
        return;
    receive(answer);
    const struct problem_type *problem = answer->problem;
    if (problem == NULL) {
        report_unknown(answer);
        return;
    }
    check_type_form(answer);
    if (problem->extras->concealed_as == NULL)
        return;
    struct diagnostic *finding = answer_report(
        answer, "concealed-problem", answer->message->line, "%.*s is concealed: callers get %.*s",
        TEXT_ARGS(problem->code.text), TEXT_ARGS(problem->extras->concealed_as->code.text));
    answer_help(finding, "a service of the registry can't send it: find who writes this one");
}
