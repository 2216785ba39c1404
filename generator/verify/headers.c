#include "verify/rebuild.h"

#include "moment.h"

/* ---------------------------------------------------------------- of any error */

/* Whether a list of words, separated by commas, has this one. */
static bool lists(struct text list, struct text word)
{
    for (size_t begin = 0, at = 0; at <= list.length; at++) {
        if (at < list.length && list.bytes[at] != ',')
            continue;
        struct text item = text_slice(list, begin, at - begin);
        while (item.length && item.bytes[0] == ' ')
            item = text_slice(item, 1, item.length);
        while (item.length && item.bytes[item.length - 1] == ' ')
            item.length--;
        if (text_equal_ignoring_case(item, word))
            return true;
        begin = at + 1;
    }
    return false;
}

static void check_cache_control(struct answer *answer)
{
    const struct http_field *field, *last = NULL;
    for (size_t at = 0; (field = http_find(answer->message, TEXT("Cache-Control"), &at)) != NULL;) {
        last = field;
        if (lists(field->value, TEXT("no-store")))
            return;
    }
    answer_help(answer_report(answer, "cache-control", last ? last->value : answer->message->line,
                              last ? "Cache-Control has no no-store"
                                   : "there is no Cache-Control: no-store"),
                "a stored error outlives its cause, and its id becomes somebody else's");
}

static bool declares(const struct problem_type *problem, const char *name)
{
    for (size_t i = 0; problem && i < problem->extras->headers.count; i++)
        if (text_equal_ignoring_case(problem->extras->headers.items[i].name.text, text_of(name)))
            return true;
    return false;
}

/* RFC 9110 10.2.3 */
static void check_retry_after(struct answer *answer)
{
    struct text value = http_value(answer->message, TEXT("Retry-After"));
    struct problem_text date = {value.bytes, value.length};
    size_t digits = 0;
    int64_t seconds;
    while (digits < value.length && value.bytes[digits] >= '0' && value.bytes[digits] <= '9')
        digits++;
    if (value.bytes && (digits < value.length || digits == 0) &&
        !problem_read_http_date(date, 0, &seconds))
        answer_report(answer, "header-value", value,
                      "Retry-After is %.*s%s, and it takes seconds or an HTTP date", SHOWN(value));
}

void verify_error_headers(struct answer *answer)
{
    const struct duty *duty = status_duty(answer->message->status);
    check_cache_control(answer);
    if (!declares(answer->problem, "Retry-After"))
        check_retry_after(answer);
    if (duty && !declares(answer->problem, duty->header) &&
        http_value(answer->message, text_of(duty->header)).bytes == NULL)
        answer_report(answer, "header-missing", answer->message->line,
                      "status %d needs %s (RFC 9110 %s)", answer->message->status, duty->header,
                      duty->section);
}

/* ---------------------------------------------------------------- as declared */

static const struct problem_header *sent(const struct rebuilt *rebuilt, struct text name)
{
    for (size_t i = 0; i < rebuilt->response.header_count; i++)
        if (text_is(name, rebuilt->response.headers[i].name))
            return &rebuilt->response.headers[i];
    return NULL;
}

static void check_field(struct answer *answer, const struct problem_header *expected)
{
    size_t at = 0;
    const struct http_field *field = http_find(answer->message, text_of(expected->name), &at);
    struct text id_header = answer->verifier->request->registry->id_header.text;
    bool is_id = text_is(id_header, expected->name);
    if (field == NULL)
        answer_report(answer, "header-missing", answer->message->line, "there is no %s",
                      expected->name);
    else if (!text_is(field->value, expected->value) && is_id)
        answer_report(answer, "header-value", field->value,
                      "%s should be the id of the occurrence, as in instance", expected->name);
    else if (!text_is(field->value, expected->value))
        answer_report(answer, "header-value", field->value, "%s should be: %s", expected->name,
                      expected->value);
    else
        answer_settle(answer, field->value.bytes);
    if (field && (field = http_find(answer->message, text_of(expected->name), &at)) != NULL)
        answer_report(answer, "header-value", field->name, "%s stands twice", expected->name);
}

/* Whether a header is dropped for a reason: an optional member in it, or one that is reported as
 * missing already. */
static bool may_be_dropped(const struct rebuilt *rebuilt, const struct header *header)
{
    for (size_t i = 0; i < header->value.count; i++) {
        const struct member *member = header->value.pieces[i].member;
        if (member &&
            rebuilt->members[ordinal_of(&rebuilt->ordinals, member)].state != REBUILT_PUT &&
            (member->optional.value || member->audience.value == AUDIENCE_PUBLIC))
            return true;
    }
    return false;
}

/* A header that the runtime drops, because the answer does not tell what is in it. */
static void check_dropped(struct answer *answer, const struct rebuilt *rebuilt,
                          const struct header *header)
{
    struct text value = http_value(answer->message, header->name.text);
    if (value.bytes)
        answer_report(answer, "header-value", value, "%.*s should be: %.*s",
                      TEXT_ARGS(header->name.text), TEXT_ARGS(header->value.raw.text));
    else if (!may_be_dropped(rebuilt, header))
        answer_report(answer, "header-missing", answer->message->line, "there is no %.*s: %.*s",
                      TEXT_ARGS(header->name.text), TEXT_ARGS(header->value.raw.text));
}

void verify_headers(struct answer *answer, const struct rebuilt *rebuilt)
{
    const struct problem_type *problem = answer->problem;
    for (size_t i = 0; i < problem->extras->headers.count; i++)
        if (sent(rebuilt, problem->extras->headers.items[i].name.text) == NULL &&
            !(rebuilt->misread >> i & 1))
            check_dropped(answer, rebuilt, &problem->extras->headers.items[i]);
    /* those of the registry come along, behind Content-Type and Cache-Control */
    for (size_t i = 2; i < rebuilt->response.header_count; i++) {
        const struct problem_header *expected = &rebuilt->response.headers[i];
        bool misread = false;
        for (size_t j = 0; j < problem->extras->headers.count; j++)
            misread =
                misread || ((rebuilt->misread >> j & 1) &&
                            text_is(problem->extras->headers.items[j].name.text, expected->name));
        if (!misread)
            check_field(answer, expected);
    }
}
