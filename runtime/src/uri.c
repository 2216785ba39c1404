/*
 * RFC 3986 as a recogniser: URI = scheme ":" hier-part [ "?" query ] [ "#" fragment ]. Each
 * function takes what its rule allows from the front of the input and says whether that went well.
 */
#include "syntax.h"

struct input {
    const char *at, *end;
};

static bool next_is(const struct input *input, char byte)
{
    return input->at < input->end && *input->at == byte;
}

static bool take_byte(struct input *input, char byte)
{
    if (!next_is(input, byte))
        return false;
    input->at++;
    return true;
}

/* Bytes of these kinds, as many as there are; returns how many. */
static size_t take_all(struct input *input, unsigned kinds)
{
    const char *begin = input->at;
    while (input->at < input->end && byte_is(*input->at, kinds))
        input->at++;
    return (size_t)(input->at - begin);
}

/* Bytes of these kinds and percent-encoded ones; false where a "%" is not followed by two
 * hexadecimal digits. */
static bool take_encoded(struct input *input, unsigned kinds)
{
    for (;;) {
        take_all(input, kinds);
        if (!take_byte(input, '%'))
            return true;
        if (input->end - input->at < 2 || !bytes_are(input->at, 2, BYTE_HEX))
            return false;
        input->at += 2;
    }
}

/* 0 to 255 without leading zeros. */
static bool take_octet(struct input *input)
{
    unsigned value = 0;
    int digits = 0;
    while (input->at < input->end && *input->at >= '0' && *input->at <= '9' && digits < 3) {
        if (digits > 0 && value == 0)
            return false;
        value = 10 * value + (unsigned)(*input->at++ - '0');
        digits++;
    }
    return digits > 0 && value <= 255;
}

static bool take_ipv4(struct input *input)
{
    return take_octet(input) && take_byte(input, '.') && take_octet(input) &&
           take_byte(input, '.') && take_octet(input) && take_byte(input, '.') && take_octet(input);
}

/* Eight groups of 16 bits; the last two may be an IPv4 address, and one "::" stands for one or more
 * groups of zeros. */
static bool take_ipv6(struct input *input)
{
    unsigned groups = 0;
    bool gap = false;
    if (take_byte(input, ':')) {
        if (!take_byte(input, ':'))
            return false;
        gap = true;
        if (next_is(input, ']'))
            return true;
    }
    for (;;) {
        struct input ipv4 = *input;
        if (take_ipv4(&ipv4)) {
            *input = ipv4;
            groups += 2;
            break;
        }
        size_t digits = take_all(input, BYTE_HEX);
        if (digits == 0 || digits > 4)
            return false;
        groups++;
        if (!take_byte(input, ':'))
            break;
        if (take_byte(input, ':')) {
            if (gap)
                return false;
            gap = true;
            if (next_is(input, ']'))
                break;
        }
    }
    return gap ? groups <= 7 : groups == 8;
}

/* IPvFuture = "v" 1*HEXDIG "." 1*( unreserved / sub-delims / ":" ) */
static bool take_future(struct input *input)
{
    return take_all(input, BYTE_HEX) > 0 && take_byte(input, '.') &&
           take_all(input, BYTE_UNRESERVED) > 0;
}

static bool take_literal(struct input *input)
{
    bool future = take_byte(input, 'v') || take_byte(input, 'V');
    return (future ? take_future(input) : take_ipv6(input)) && take_byte(input, ']');
}

/* authority = [ userinfo "@" ] host [ ":" port ] */
static bool take_authority(struct input *input)
{
    struct input ahead = *input; /* to the end of userinfo or reg-name */
    if (!take_encoded(&ahead, BYTE_UNRESERVED))
        return false;
    if (take_byte(&ahead, '@')) {
        *input = ahead;
        if (!take_encoded(&ahead, BYTE_UNRESERVED))
            return false;
    }
    if (take_byte(input, '[')) {
        if (!take_literal(input))
            return false;
    } else {
        while (input->at < ahead.at && *input->at != ':') /* a port follows the first ":" */
            input->at++;
    }
    if (take_byte(input, ':')) {
        while (input->at < input->end && *input->at >= '0' && *input->at <= '9')
            input->at++;
    }
    return input->at == input->end || next_is(input, '/') || next_is(input, '?') ||
           next_is(input, '#');
}

bool problem_is_uri(const char *bytes, size_t length)
{
    struct input input = {bytes, bytes + length};
    if (length == 0 || bytes[0] == '+' || bytes[0] == '-' || bytes[0] == '.' ||
        (bytes[0] >= '0' && bytes[0] <= '9'))
        return false;
    if (take_all(&input, BYTE_SCHEME) == 0 || !take_byte(&input, ':'))
        return false;
    if (input.end - input.at >= 2 && input.at[0] == '/' && input.at[1] == '/') {
        input.at += 2;
        if (!take_authority(&input))
            return false;
    }
    do { /* path: segments of pchar */
        if (!take_encoded(&input, BYTE_PCHAR))
            return false;
    } while (take_byte(&input, '/'));
    if (take_byte(&input, '?') && !take_encoded(&input, BYTE_QUERY))
        return false;
    if (take_byte(&input, '#') && !take_encoded(&input, BYTE_QUERY))
        return false;
    return input.at == input.end;
}
