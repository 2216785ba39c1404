/*
 * Hands every text of an error to the scan for leaks, but for what has turned out to be as
 * declared: those were looked at when the registry was checked.
 */
#include "verify/answer.h"

/* A text being scanned. */
struct exhibit {
    struct answer *answer;
    struct text
        what; /* "X-Debug", "the body"; of a string in the body its pointer, made when needed */
    struct text text;
    const struct body_step *step; /* to a string in the body */
    const char *string; /* where in the body it is written, with its quote; NULL: as it is */
};

static void report_leak(void *context, const struct leak *leak)
{
    struct exhibit *exhibit = context;
    struct text at = exhibit->string ? body_within(&exhibit->answer->body, exhibit->string,
                                                   leak->offset, leak->length)
                                     : text_slice(exhibit->text, leak->offset, leak->length);
    struct text what = exhibit->what;
    if (exhibit->step)
        what = body_pointer(exhibit->step, exhibit->answer->verifier->arena);
    struct diagnostic *finding =
        answer_report(exhibit->answer, leak->id, at, "%.*s shows %s", TEXT_ARGS(what), leak->what);
    answer_help(finding, "put it into the cause (problem_because), which goes to the log alone");
}

static void scan(struct answer *answer, struct text what, struct text text)
{
    struct exhibit exhibit = {answer, what, text, NULL, NULL};
    leaks_find(answer->verifier->scanner, text, report_leak, &exhibit);
}

/* ---------------------------------------------------------------- the body */

static void scan_string(void *context, const struct body_step *step, const char *at, bool is_name)
{
    struct answer *answer = context;
    struct text text = body_text(&answer->body, at);
    if (!is_name && answer_is_settled(answer, at))
        return;
    struct exhibit exhibit = {answer, TEXT(""), text, step, at};
    leaks_find(answer->verifier->scanner, text, report_leak, &exhibit);
}

static void report_repeated(void *context, const struct body_step *step, const char *at)
{
    struct answer *answer = context;
    answer_report(answer, "json-duplicate", body_written(at), "%.*s stands twice",
                  TEXT_ARGS(body_pointer(step, answer->verifier->arena)));
}

/* ---------------------------------------------------------------- header fields */

/* Fields whose values are no texts of the service's, or full of names and numbers by their nature.
 */
static bool is_usual(struct text name)
{
    static const char *const usual[] = {
        "Alt-Svc",
        "Connection",
        "Content-Length",
        "Content-Location",
        "Content-Type",
        "Date",
        "ETag",
        "Expires",
        "Keep-Alive",
        "Last-Modified",
        "Link",
        "Location",
        "Server",
        "Set-Cookie",
        "Transfer-Encoding",
        "Vary",
        "Via",
        "X-Powered-By",
        "X-AspNet-Version",
        "NEL",
        "Report-To",
        "Content-Security-Policy",
        "Strict-Transport-Security",
        "X-AspNetMvc-Version",
    };
    struct text cors = TEXT("Access-Control-");
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (text_equal_ignoring_case(name, text_of(usual[i])))
            return true;
    return text_equal_ignoring_case(text_slice(name, 0, cors.length), cors);
}

static void scan_fields(struct answer *answer)
{
    const struct http_message *message = answer->message;
    for (size_t i = 0; i < message->field_count; i++) {
        const struct http_field *field = &message->fields[i];
        if (!is_usual(field->name) && !answer_is_settled(answer, field->value.bytes))
            scan(answer, field->name, field->value);
    }
}

void verify_server_version(struct answer *answer)
{
    static const struct {
        const char *name, *help;
    } rows[] = {
        {"Server", "nginx: server_tokens off; Apache: ServerTokens Prod"},
        {"X-Powered-By", "PHP: expose_php = Off"},
        {"X-AspNet-Version", "httpRuntime enableVersionHeader=\"false\""},
        {"X-AspNetMvc-Version", "MvcHandler.DisableMvcResponseHeader = true"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text value = http_value(answer->message, text_of(rows[i].name));
        size_t at = 0;
        while (at < value.length && !(value.bytes[at] >= '0' && value.bytes[at] <= '9'))
            at++;
        if (at < value.length)
            answer_help(answer_report(answer, "server-version", value,
                                      "%s tells a version, and so which faults to try",
                                      rows[i].name),
                        "%s", rows[i].help);
    }
}

void verify_leaks(struct answer *answer)
{
    struct body_visitor visitor = {answer, scan_string, report_repeated};
    struct text body = answer->message->body;
    if (answer->body.root)
        body_walk(&answer->body, &visitor, answer->verifier->arena);
    else
        scan(answer, TEXT("the body"), body);
    scan(answer, TEXT("the status line"), answer->message->line);
    scan_fields(answer);
}
