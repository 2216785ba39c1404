/*
 * A message that is no error: it is not looked at but for whether it hides one. Clients, caches,
 * proxies and monitoring all go by the status.
 */
#include "verify/answer.h"

/* Whether a member of a success tells of a failure. */
static bool is_false(const struct body *body, const char *at)
{
    (void)body;
    return *at == 'f';
}

/* `error: 0`, `error: ""`, `errors: []` and null say that there was none. */
static bool is_something(const struct body *body, const char *at)
{
    const char *first = at, *name, *value;
    switch (*at) {
    case '"':
        return body_text(body, at).length > 0;
    case '[':
        return problem_json_next_item(&first, &value);
    case '{':
        return problem_json_next_member(&first, &name, &value);
    default:
        return *at == 't';
    }
}

static bool is_failure(const struct body *body, const char *at)
{
    /* JSend's words; "failed" is the state that many a resource is in */
    static const char *const words[] = {"error", "fail"};
    struct text text = body_text(body, at), written = body_written(at);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_equal_ignoring_case(text, text_of(words[i])))
            return true;
    return written.length == 3 && (*at == '4' || *at == '5');
}

static const struct {
    const char *name;
    bool (*tells)(const struct body *body, const char *at);
} signs[] = {
    {"success", is_false},        {"ok", is_false},
    {"error", is_something},      {"errors", is_something},
    {"exception", is_something},  {"traceback", is_something},
    {"stacktrace", is_something}, {"status", is_failure},
};

static void check_members(struct answer *answer)
{
    const struct body *body = &answer->body;
    const char *at = body->root, *name, *value;
    while (problem_json_next_member(&at, &name, &value)) {
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
            if (!text_equal_ignoring_case(body_text(body, name), text_of(signs[i].name)) ||
                !signs[i].tells(body, value))
                continue;
            struct text shown = body_written(value);
            struct diagnostic *finding =
                answer_report(answer, "success-error", shown,
                              "status %d, and \"%s\" is %.*s%s: an error hides here",
                              answer->message->status, signs[i].name, SHOWN(shown));
            answer_help(finding, "answer with the problem that it is: clients and monitoring go by "
                                 "the status");
            return;
        }
    }
}

void verify_success(struct answer *answer)
{
    struct text label = http_value(answer->message, TEXT("Content-Type"));
    const struct body *body = &answer->body;
    struct text problem = TEXT("application/problem+");
    if (text_equal_ignoring_case(text_slice(label, 0, problem.length), problem)) {
        answer_report(answer, "success-problem", label,
                      "status %d, and the body is labelled as a problem", answer->message->status);
        const char *status = body_member(body, body->root, TEXT("status"));
        struct text written = status ? body_written(status) : TEXT("");
        if (status && !text_equal(written, arena_format(answer->verifier->arena, "%d",
                                                        answer->message->status)))
            answer_report(answer, "status-mismatch", written,
                          "the body says status %.*s%s, and the status line %d", SHOWN(written),
                          answer->message->status);
        return;
    }
    if (body->root) {
        check_members(answer);
        return;
    }
    const struct foreign *foreign = foreign_find(answer->message->body);
    /* Servers have pages of their own for redirects, too. */
    if (foreign && (foreign->trace || answer->message->status < 300))
        answer_help(answer_report(answer, "success-error", text_slice(answer->message->body, 0, 1),
                                  "status %d, and the body is %s", answer->message->status,
                                  foreign->who),
                    "%s", foreign->help);
}
