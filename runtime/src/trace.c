#include "trace.h"

#include <string.h>

enum { REQUEST_ID_MAX = 128 };

static bool is_in(char byte, const char *set)
{
    return byte != '\0' && strchr(set, byte) != NULL;
}

/* `length` lowercase hexadecimal digits, ended by `end`; not all zero where that means none. */
static bool is_hex(const char *text, size_t length, char end, bool zero_is_none)
{
    bool zero = true;
    for (size_t i = 0; i < length; i++) {
        if (!is_in(text[i], "0123456789abcdef"))
            return false;
        zero = zero && text[i] == '0';
    }
    return text[length] == end && !(zero && zero_is_none);
}

bool problem_is_traceparent(const char *text)
{
    if (!is_hex(text, 2, '-', false) || memcmp(text, "ff", 2) == 0 ||
        !is_hex(text + TRACE_ID, TRACE_ID_LENGTH, '-', true) ||
        !is_hex(text + TRACE_SPAN, TRACE_SPAN_LENGTH, '-', true))
        return false;
    /* A version to come may have more behind its flags. */
    bool more = memcmp(text, "00", 2) != 0;
    return is_hex(text + TRACE_FLAGS, TRACE_FLAGS_LENGTH, '\0', false) ||
           (more && is_hex(text + TRACE_FLAGS, TRACE_FLAGS_LENGTH, '-', false));
}

bool problem_is_request_id(const char *text)
{
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                 "0123456789._-");
    return length > 0 && length <= REQUEST_ID_MAX && text[length] == '\0';
}
