/*
 * What headers may hold: printable ASCII, members whose values are safe there, and in Retry-After
 * what RFC 9110 10.2.3 defines.
 */
#include "check/checks.h"

/* ---------------------------------------------------------------- literal text */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* Why the text can't stand in a header, or NULL. */
static const char *literal_fault(struct text text)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.bytes[i];
        if (byte == '\n' || byte == '\r')
            return "holds a line break";
        if (byte < 0x20 || byte > 0x7e)
            return "holds more than printable ASCII";
    }
    return NULL;
}

static bool begins_or_ends_blank(const struct message *message)
{
    const struct piece *first = &message->pieces[0];
    const struct piece *last = &message->pieces[message->count - 1];
    bool leads = first->literal.length && is_blank(first->literal.bytes[0]);
    bool trails = !span_is_set(last->span) && last->literal.length &&
                  is_blank(last->literal.bytes[last->literal.length - 1]);
    return leads || trails;
}

static void check_literals(struct check_run *run, const struct problem_type *problem,
                           const struct header *header)
{
    const struct message *value = &header->value;
    const char *fault = NULL;
    for (size_t i = 0; i < value->count && fault == NULL; i++)
        fault = literal_fault(value->pieces[i].literal);
    if (fault == NULL && begins_or_ends_blank(value))
        fault = "begins or ends with a blank";
    if (fault)
        check_report(run, "header-value", problem, value->raw.span, "the value of %.*s %s",
                     TEXT_ARGS(header->name.text), fault);
}

/* ---------------------------------------------------------------- members */

static bool fits_header(const struct shape *shape)
{
    if (shape->type == 0) /* not known, and reported */
        return true;
    switch (shape->type) {
    case MEMBER_INTEGER:
    case MEMBER_DURATION:
    case MEMBER_ENUM:
    case MEMBER_IDENTIFIER:
    case MEMBER_UUID:
    case MEMBER_TIMESTAMP:
    case MEMBER_CONSTANT:
        return true;
    case MEMBER_LIST:
        return shape->of == NULL || (shape->of->type != MEMBER_LIST && fits_header(shape->of));
    default:
        return false;
    }
}

static void check_member(struct check_run *run, const struct problem_type *problem,
                         const struct header *header, const struct piece *piece)
{
    const struct shape *shape = piece->member->shape;
    if (!fits_header(shape)) {
        struct diagnostic *finding = check_report(run, "header-member-type", problem, piece->span,
                                                  "{%.*s} is of a type that headers can't carry",
                                                  TEXT_ARGS(piece_name(piece).text));
        check_note(finding, piece->member->type_span, "its type is set here");
        check_help(finding, "integers, durations, enums, identifiers, uuids, timestamps, constants "
                            "and lists of them can");
    } else if (shape->type == MEMBER_CONSTANT && literal_fault(shape->limits->value.text)) {
        struct diagnostic *finding =
            check_report(run, "header-value", problem, piece->span, "the value of %.*s %s",
                         TEXT_ARGS(header->name.text), literal_fault(shape->limits->value.text));
        check_note(finding, shape->limits->value.span, "by this constant");
    }
}

/* ---------------------------------------------------------------- Retry-After */

static bool all_digits(struct text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] < '0' || text.bytes[i] > '9')
            return false;
    return text.length != 0;
}

static bool is_one_of(struct text word, const char *words)
{
    struct text all = text_of(words);
    for (size_t at = 0; at + 3 <= all.length; at += 3)
        if (text_equal(word, text_slice(all, at, 3)))
            return true;
    return false;
}

/* RFC 9110 5.6.7, IMF-fixdate: Sun, 06 Nov 1994 08:49:37 GMT. */
static bool is_http_date(struct text text)
{
    static const char form[] = "___, 00 ___ 0000 00:00:00 GMT";
    if (text.length != sizeof form - 1)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        bool digit = text.bytes[i] >= '0' && text.bytes[i] <= '9';
        if (form[i] == '0' ? !digit : form[i] != '_' && form[i] != text.bytes[i])
            return false;
    }
    return is_one_of(text_slice(text, 0, 3), "MonTueWedThuFriSatSun") &&
           is_one_of(text_slice(text, 8, 3), "JanFebMarAprMayJunJulAugSepOctNovDec");
}

/* Why the value is none that Retry-After can have, or NULL. */
static const char *retry_after_fault(const struct message *value)
{
    const struct piece *piece = &value->pieces[0];
    const char *other = "must be seconds or a date";
    if (!span_is_set(piece->span))
        return all_digits(piece->literal) || is_http_date(piece->literal) ? NULL : other;
    if (value->count != 1 || piece->literal.length)
        return "must be one member alone, or a number of seconds";
    if (piece->member == NULL || piece->member->shape->type == 0)
        return NULL;
    const struct shape *shape = piece->member->shape;
    if (shape->type == MEMBER_CONSTANT)
        return all_digits(shape->limits->value.text) || is_http_date(shape->limits->value.text)
                   ? NULL
                   : other;
    if (shape->type == MEMBER_INTEGER)
        return shape->limits->minimum.value < 0 ? "must not be negative, as this integer can be"
                                                : NULL;
    return shape->type == MEMBER_DURATION || shape->type == MEMBER_TIMESTAMP ? NULL : other;
}

static void check_retry_after(struct check_run *run, const struct problem_type *problem,
                              const struct message *value)
{
    const char *fault = retry_after_fault(value);
    if (fault == NULL)
        return;
    struct diagnostic *finding = check_report(run, "retry-after-value", problem, value->raw.span,
                                              "the value of Retry-After %s", fault);
    const struct member *member = value->pieces[0].member;
    if (member)
        check_note(finding, member->name.span, "declared here");
    check_help(finding, "name a member of type duration or timestamp, an integer with min: 0, or "
                        "write the seconds");
}

void check_header_values(struct check_run *run, const struct problem_type *problem)
{
    for (size_t i = 0; i < problem->extras->headers.count; i++) {
        const struct header *header = &problem->extras->headers.items[i];
        const struct message *value = &header->value;
        if (value->count == 0)
            continue;
        check_literals(run, problem, header);
        for (size_t j = 0; j < value->count; j++)
            if (value->pieces[j].member)
                check_member(run, problem, header, &value->pieces[j]);
        if (text_equal_ignoring_case(header->name.text, TEXT("Retry-After")))
            check_retry_after(run, problem, value);
    }
}
