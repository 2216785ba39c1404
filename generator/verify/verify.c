#include "verify/verify.h"

#include "verify/answer.h"

struct verifier *verifier_create(const struct verify_request *request, struct sources *sources,
                                 struct arena *arena)
{
    struct verifier *verifier = arena_allocate(arena, sizeof *verifier);
    *verifier = (struct verifier){
        .request = request,
        .arena = arena,
        .sources = sources,
        .scanner = leak_scanner_create(arena),
        .room = {arena, NULL, 0},
        .rendered = {arena, NULL, 0},
        .response = arena_allocate(arena, request->image->response_max),
        .field_room = {arena, NULL, 0},
        .field = arena_allocate(arena, request->image->response_max),
    };
    return verifier;
}

/* ---------------------------------------------------------------- one message */

static void report_faults(struct answer *answer)
{
    for (size_t i = 0; i < answer->message->fault_count; i++) {
        const struct http_fault *fault = &answer->message->faults[i];
        struct diagnostic *finding =
            answer_report(answer, fault->id, fault->at, "%s", fault->message);
        if (fault->help)
            answer_help(finding, "%s", fault->help);
    }
}

/* The body of a response, if it is an object; what else it may be is verify_media_type's. */
static void read_body(struct answer *answer)
{
    const char *fault;
    struct text bytes = answer->message->body;
    struct body *body = &answer->body;
    if (bytes.length == 0 || !body_read(&answer->verifier->room, bytes, body, &fault) ||
        body->root == NULL || *body->root != '{')
        body->root = NULL;
}

static void check_error(struct answer *answer)
{
    verify_media_type(answer);
    verify_identity(answer);
    verify_error_headers(answer);
    if (answer->problem)
        verify_problem(answer);
}

static void check_message(struct answer *answer)
{
    int status = answer->message->status;
    report_faults(answer);
    read_body(answer);
    if (status >= 600)
        answer_report(answer, "status-range", answer->message->line,
                      "%d is no status: they go from 100 to 599", status);
    else if (status >= 400)
        check_error(answer);
    else if (status >= 200)
        verify_success(answer);
    if (status >= 400) {
        verify_leaks(answer);
        verify_server_version(answer);
    }
    answer->verdict->problem = answer->problem;
}

/* The last answer is what a client goes by; those before it led there. */
static void check_expected(struct answer *answer)
{
    const struct problem_type *expected = answer->verifier->request->expected;
    struct text code = expected->code.text;
    if (answer->problem == expected)
        return;
    if (answer->problem)
        answer_report(answer, "expected-problem", answer->message->line,
                      "this is %.*s, and %.*s was expected", TEXT_ARGS(answer->problem->code.text),
                      TEXT_ARGS(code));
    else
        answer_report(answer, "expected-problem", answer->message->line,
                      "this is no problem of the registry, and %.*s was expected", TEXT_ARGS(code));
}

static void judge(struct verifier *verifier, const struct source *source,
                  const struct http_message *message, bool last, struct verdict *verdict)
{
    struct arena *arena = verifier->arena;
    struct answer answer = {
        .verifier = verifier,
        .source = source,
        .message = message,
        .verdict = verdict,
        .counts = arena_array(arena, verify_finding_count, sizeof *answer.counts),
    };
    uint32_t begin = source->base + (uint32_t)(message->line.bytes - source->bytes.bytes);
    verdict->span = (struct span){begin, begin + (uint32_t)message->line.length};
    verdict->status = message->status;
    verdict->findings = diagnostics_create(arena, verifier->sources);
    check_message(&answer);
    if (last && verifier->request->expected)
        check_expected(&answer);
    if (answer.received.instance.bytes)
        verdict->instance = arena_copy(arena, text_from(answer.received.instance));
}

/* ---------------------------------------------------------------- an input */

/* What people give instead of what curl -i prints. */
static struct text why_not(const struct source *source, struct arena *arena)
{
    struct text bytes = source->bytes, name = source->name;
    size_t at = 0;
    while (at < bytes.length && (bytes.bytes[at] == '\r' || bytes.bytes[at] == '\n'))
        at++;
    bytes = text_slice(bytes, at, bytes.length);
    if (bytes.length == 0)
        return arena_format(arena, "%s is empty: give it what curl -i prints", name.bytes);
    if (text_starts_with(bytes, TEXT("* ")) || text_starts_with(bytes, TEXT("> ")) ||
        text_starts_with(bytes, TEXT("< ")))
        return arena_format(arena, "%s is what curl -v prints: give it that of curl -i",
                            name.bytes);
    return arena_format(arena,
                        "%s does not begin with a status line such as HTTP/1.1 403 Forbidden: "
                        "curl prints it with -i",
                        name.bytes);
}

bool verify_source(struct verifier *verifier, const struct source *source,
                   struct verdicts *verdicts, struct text *why)
{
    struct arena *arena = verifier->arena;
    struct http_reader reader = {source->bytes, 0, verifier->request->head, arena};
    struct http_message message, next = {0};
    if (source->bytes.length > VERIFY_SIZE_MAX) {
        *why = arena_format(arena, "%s is larger than %d MiB", source->name.bytes,
                            VERIFY_SIZE_MAX / 1024 / 1024);
        return false;
    }
    if (!http_next(&reader, &message)) {
        *why = why_not(source, arena);
        return false;
    }
    for (size_t count = 1;; count++, message = next) {
        bool last = !http_next(&reader, &next);
        struct verdict *verdict =
            arena_push(arena, &verdicts->items, verdicts->count, sizeof *verdicts->items);
        verdicts->count++;
        judge(verifier, source, &message, last, verdict);
        if (last)
            return true;
        if (count == VERIFY_MESSAGES_MAX)
            break;
    }
    *why = arena_format(arena, "%s holds more than %d messages", source->name.bytes,
                        VERIFY_MESSAGES_MAX);
    return false;
}

bool verdict_ok(const struct verdict *verdict, bool strict)
{
    return diagnostics_count(verdict->findings, SEVERITY_ERROR) == 0 &&
           !(strict && diagnostics_count(verdict->findings, SEVERITY_WARNING));
}
