/*
 *     Accept = #( media-range [ weight ] )
 *     media-range = ( "*" "/" "*" / type "/" "*" / type "/" subtype ) parameters
 *     parameters = *( OWS ";" OWS [ token "=" ( token / quoted-string ) ] )
 *     weight = OWS ";" OWS "q=" qvalue
 *
 * A range with parameters of its own names something narrower than our media types, which have
 * none, and so does not match them.
 */
#include "accept.h"

#include "inline.h"

#include <stddef.h>
#include <string.h>

struct slice {
    const char *at, *end;
};

/* How a media type fares: by its most specific range, and if there are several of those, by the
 * kindest. */
struct verdict {
    int specificity; /* 0: no range matched */
    bool refused;
};

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte + ('a' - 'A')) : byte;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* tchar of RFC 9110 5.6.2; a field holds no NUL */
static bool is_token_byte(char byte)
{
    return is_digit(byte) || (lower(byte) >= 'a' && lower(byte) <= 'z') ||
           strchr("!#$%&'*+-.^_`|~", byte) != NULL;
}

static bool slice_is(struct slice slice, const char *name)
{
    size_t length = strlen(name);
    if ((size_t)(slice.end - slice.at) != length)
        return false;
    for (size_t i = 0; i < length; i++) {
        if (lower(slice.at[i]) != name[i])
            return false;
    }
    return true;
}

static bool take_char(struct slice *input, char byte)
{
    if (input->at == input->end || *input->at != byte)
        return false;
    input->at++;
    return true;
}

static void skip_blanks(struct slice *input)
{
    while (take_char(input, ' ') || take_char(input, '\t'))
        ;
}

static bool take_token(struct slice *input, struct slice *token)
{
    token->at = input->at;
    while (input->at < input->end && is_token_byte(*input->at))
        input->at++;
    token->end = input->at;
    return token->at < token->end;
}

/* The rest of a quoted string, whose opening quote has been taken. */
static bool take_quoted(struct slice *input)
{
    while (input->at < input->end) {
        char byte = *input->at++;
        if (byte == '"')
            return true;
        if (byte == '\\' && input->at < input->end)
            input->at++;
    }
    return false;
}

/* qvalue = ( "0" [ "." 0*3DIGIT ] ) / ( "1" [ "." 0*3("0") ] ), of a token: never empty */
static bool read_weight(struct slice value, bool *zero)
{
    if (*value.at != '0' && *value.at != '1')
        return false;
    char whole = *value.at++;
    *zero = whole == '0';
    if (value.at == value.end)
        return true;
    if (*value.at++ != '.' || value.end - value.at > 3)
        return false;
    for (; value.at < value.end; value.at++) {
        if (!is_digit(*value.at) || (whole == '1' && *value.at != '0'))
            return false;
        if (*value.at != '0')
            *zero = false;
    }
    return true;
}

struct range {
    struct slice type, subtype;
    bool narrowed; /* by parameters */
    bool refused;  /* q=0 */
};

/* What follows a ";" . */
static bool take_parameter(struct slice *input, struct range *range)
{
    struct slice name, value;
    if (!take_token(input, &name))
        return true; /* empty, which the grammar allows */
    if (!take_char(input, '='))
        return false;
    if (take_char(input, '"')) {
        range->narrowed = true;
        return !slice_is(name, "q") && take_quoted(input);
    }
    if (!take_token(input, &value))
        return false;
    if (slice_is(name, "q"))
        return read_weight(value, &range->refused);
    range->narrowed = true;
    return true;
}

static bool read_range(struct slice input, struct range *range)
{
    range->narrowed = false;
    range->refused = false;
    skip_blanks(&input);
    if (!take_token(&input, &range->type) || !take_char(&input, '/') ||
        !take_token(&input, &range->subtype))
        return false;
    for (;;) {
        skip_blanks(&input);
        if (input.at == input.end)
            return true;
        if (!take_char(&input, ';'))
            return false;
        skip_blanks(&input);
        if (!take_parameter(&input, range))
            return false;
    }
}

/* Counts a range for application/`subtype` if it matches. */
static void judge(struct verdict *verdict, const struct range *range, const char *subtype)
{
    int specificity = 0;
    if (slice_is(range->type, "application"))
        specificity = slice_is(range->subtype, subtype) ? 3 : slice_is(range->subtype, "*") ? 2 : 0;
    else if (slice_is(range->type, "*") && slice_is(range->subtype, "*"))
        specificity = 1;
    if (range->narrowed || specificity == 0 || specificity < verdict->specificity)
        return;
    verdict->refused = range->refused && (specificity > verdict->specificity || verdict->refused);
    verdict->specificity = specificity;
}

/* The end of the list element that begins here: a comma outside quotes, or the field's end. */
static const char *element_end(const char *at)
{
    bool quoted = false;
    for (; *at != '\0' && (quoted || *at != ','); at++) {
        if (*at == '"')
            quoted = !quoted;
        else if (quoted && *at == '\\' && at[1] != '\0')
            at++;
    }
    return at;
}

/* Only a weight of 0 refuses, and most fields have none: they need not be read any closer. */
static bool may_refuse(const char *accept)
{
    const char *equals = strchr(accept, '=');
    while (equals != NULL && equals[1] != '0')
        equals = strchr(equals + 1, '=');
    return equals != NULL;
}

OUTLINE bool weigh(const char *accept)
{
    struct verdict problem = {0, false}, json = {0, false};
    while (*accept != '\0') {
        struct range range;
        struct slice element = {accept, element_end(accept)};
        if (read_range(element, &range)) {
            judge(&problem, &range, "problem+json");
            judge(&json, &range, "json");
        }
        accept = element.end + (*element.end == ',');
    }
    return problem.refused && !json.refused;
}

bool problem_accept_wants_json(const char *accept)
{
    return accept != NULL && may_refuse(accept) && weigh(accept);
}
