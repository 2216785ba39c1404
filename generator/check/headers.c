/*
 * Response headers: names, and the duties that RFC 9110 ties to a status.
 */
#include "check/checks.h"
#include "problem.h"

enum {
    HEADER_NAME_MAX = 64,
    OWN_HEADERS = 4, /* Content-Type, Cache-Control, Content-Language and the id-header */
    HEADERS_MAX = PROBLEM_HEADERS_MAX - OWN_HEADERS,
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---------------------------------------------------------------- names */

/* RFC 9110 5.6.2: tchar. */
static bool is_token_byte(char c)
{
    static const struct text marks = {"!#$%&'*+-.^_`|~", 15};
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
        return true;
    for (size_t i = 0; i < marks.length; i++)
        if (marks.bytes[i] == c)
            return true;
    return false;
}

static bool is_token(struct text name)
{
    for (size_t i = 0; i < name.length; i++)
        if (!is_token_byte(name.bytes[i]))
            return false;
    return name.length != 0;
}

/* Who sends these already. */
static const struct {
    const char *name, *by;
} reserved_names[] = {
    {"Cache-Control", "the runtime sends it (no-store)"},
    {"Connection", "it is the server's to send"},
    {"Content-Encoding", "it is the server's to send"},
    {"Content-Language", "set language at the top of the registry instead"},
    {"Content-Length", "the runtime sends it"},
    {"Content-Type", "the runtime sends it (application/problem+json)"},
    {"Date", "it is the server's to send"},
    {"Keep-Alive", "it is the server's to send"},
    {"Proxy-Connection", "it is the server's to send"},
    {"Server", "it is the server's to send"},
    {"Status", "FastCGI servers take it for the response's status"},
    {"TE", "it is the server's to send"},
    {"Trailer", "it is the server's to send"},
    {"Transfer-Encoding", "it is the server's to send"},
};

static const char *reserved_by(struct text name)
{
    for (size_t i = 0; i < COUNT(reserved_names); i++)
        if (text_equal_ignoring_case(name, text_of(reserved_names[i].name)))
            return reserved_names[i].by;
    return NULL;
}

/* False when the name can't be sent; reported. */
static bool check_name(struct check_run *run, const struct problem_type *problem,
                       struct string name)
{
    const char *by = reserved_by(name.text);
    struct diagnostic *finding;
    if (!is_token(name.text)) {
        finding = check_report(run, "header-name", problem, name.span,
                               "%.*s can't be the name of a header", TEXT_ARGS(name.text));
        check_help(finding, "a name has letters, digits and - (RFC 9110 5.6.2)");
        return false;
    }
    if (name.text.length > HEADER_NAME_MAX) {
        check_report(run, "header-name", problem, name.span,
                     "the name of a header has %zu bytes; %d are the most", name.text.length,
                     HEADER_NAME_MAX);
        return false;
    }
    if (by) {
        finding = check_report(run, "header-reserved", problem, name.span,
                               "a problem can't set %.*s", TEXT_ARGS(name.text));
        check_help(finding, "%s", by);
        return false;
    }
    return true;
}

static void check_twice(struct check_run *run, const struct problem_type *problem, size_t index)
{
    struct string name = problem->extras->headers.items[index].name;
    struct string id_header = run->registry->id_header;
    if (span_is_set(id_header.span) && text_equal_ignoring_case(name.text, id_header.text)) {
        struct diagnostic *finding =
            check_report(run, "header-reserved", problem, name.span,
                         "%.*s carries the occurrence id already", TEXT_ARGS(name.text));
        check_note(finding, id_header.span, "named as the id-header here");
        return;
    }
    for (size_t i = 0; i < index; i++) {
        struct string first = problem->extras->headers.items[i].name;
        if (!text_equal_ignoring_case(name.text, first.text))
            continue;
        struct diagnostic *finding =
            check_report(run, "duplicate-header", problem, name.span,
                         "%.*s is declared twice: case makes no difference in a header's name",
                         TEXT_ARGS(name.text));
        check_note(finding, first.span, "first declared here");
        return;
    }
}

void check_id_header(struct check_run *run)
{
    struct string name = run->registry->id_header;
    if (span_is_set(name.span))
        check_name(run, NULL, name);
}

void check_header_names(struct check_run *run, const struct problem_type *problem)
{
    const struct headers *headers = &problem->extras->headers;
    if (headers->count > HEADERS_MAX) {
        check_report(run, "too-many", problem, headers->items[HEADERS_MAX].name.span,
                     "a problem can't have more than %d headers", HEADERS_MAX);
        return; /* so that comparing each with each stays small */
    }
    for (size_t i = 0; i < headers->count; i++)
        if (check_name(run, problem, headers->items[i].name))
            check_twice(run, problem, i);
}

/* ---------------------------------------------------------------- duties */

static const struct header *find_header(const struct problem_type *problem, const char *name)
{
    for (size_t i = 0; i < problem->extras->headers.count; i++)
        if (text_equal_ignoring_case(problem->extras->headers.items[i].name.text, text_of(name)))
            return &problem->extras->headers.items[i];
    return NULL;
}

static void missing_header(struct check_run *run, const struct problem_type *problem,
                           const struct duty *duty)
{
    struct text realm = run->registry->name.text;
    if (realm.length == 0)
        realm = TEXT("api");
    struct diagnostic *finding = check_report(
        run, "required-header", problem, problem->status.span,
        "status %lld needs %s %s header (RFC 9110 %s)", (long long)duty->status,
        duty->status == 405 || duty->status == 426 ? "an" : "a", duty->header, duty->section);
    struct buffer help = buffer_create(run->arena);
    for (const char *at = duty->example; *at; at++) {
        if (at[0] == '%')
            buffer_text(&help, realm);
        else
            buffer_byte(&help, *at);
    }
    check_help(finding, "add  headers: %.*s", TEXT_ARGS(buffer_contents(&help)));
}

/* Whether a value of the member always fits: the set of values is closed, so no call site can miss
 * it. */
static bool always_fits(const struct shape *shape)
{
    const struct shape *item = shape->type == MEMBER_LIST && shape->of ? shape->of : shape;
    return item->type == 0 || item->type == MEMBER_ENUM || item->type == MEMBER_BOOLEAN ||
           item->type == MEMBER_CONSTANT;
}

static void check_duty_value(struct check_run *run, const struct problem_type *problem,
                             const struct duty *duty, const struct header *header)
{
    for (size_t i = 0; i < header->value.count; i++) {
        const struct piece *piece = &header->value.pieces[i];
        const struct member *member = piece->member;
        if (member == NULL || (!member->optional.value && always_fits(member->shape)))
            continue;
        struct diagnostic *finding =
            member->optional.value
                ? check_report(run, "required-header-value", problem, piece->span,
                               "%s must be sent with every %lld, but {%.*s} is optional",
                               duty->header, (long long)duty->status,
                               TEXT_ARGS(piece_name(piece).text))
                : check_report(run, "required-header-value", problem, piece->span,
                               "%s must be sent with every %lld, but a value of {%.*s} may not fit",
                               duty->header, (long long)duty->status,
                               TEXT_ARGS(piece_name(piece).text));
        check_note(finding, member->name.span, "declared here");
        check_help(finding, "use a fixed text, or a required enum or list of enums");
    }
}

/* A concealed problem answers with another one's headers. */
void check_duties(struct check_run *run, const struct problem_type *problem)
{
    const struct duty *duty = status_duty(problem->status.value);
    if (duty == NULL || span_is_set(problem->extras->conceal.span))
        return;
    const struct header *header = find_header(problem, duty->header);
    if (header)
        check_duty_value(run, problem, duty, header);
    else if (!check_faulty_problem(run, problem))
        missing_header(run, problem, duty);
}

/* ---------------------------------------------------------------- Retry-After against retry */

void check_retry_headers(struct check_run *run, const struct problem_type *problem)
{
    enum retry retry = problem_type_retry(problem);
    const struct header *header = find_header(problem, "Retry-After");
    if (header == NULL || (retry != RETRY_NEVER && retry != RETRY_AFTER_FIX))
        return;
    bool written = span_is_set(problem->retry.span);
    if (!written && check_faulty_problem(run, problem))
        return;
    struct diagnostic *finding =
        check_report(run, "retry-header", problem, header->name.span,
                     "Retry-After says that trying again helps, while %s",
                     written ? "retry says otherwise" : "retry is never by default here");
    if (written)
        check_note(finding, problem->retry.span, "retry is set here");
    check_help(finding, "set  retry: after-delay, or drop the header");
}
