#include "field.h"

#include "scan.h"

static const char ellipsis[] = "\xe2\x80\xa6"; /* where a text was cut */

OUTLINE void end_guarded_text(struct fields *fields, char *to, const char *bytes, size_t length,
                              bool more)
{
    struct writer writer = {to, (size_t)(fields->end - to), 0};
    problem_write_logged(&writer, bytes, length);
    if (writer.used > writer.size) {
        fields->cut = true;
        return;
    }
    to += writer.used;
    if (more)
        to = put_bytes(to, ellipsis, sizeof ellipsis - 1);
    *to = '"';
    field_take(fields, to + 1);
}

char *problem_end_plain(char *to, const char *bytes, size_t length)
{
    if (scan_copy(SCAN_GUARDED, to, bytes, length) < length)
        return NULL;
    to[length] = '"';
    return to + length + 1;
}

void problem_end_text(struct fields *fields, char *to, const char *bytes, size_t length, bool more)
{
    char *end = more ? NULL : problem_end_plain(to, bytes, length);
    if (end != NULL)
        fields->to = end;
    else
        end_guarded_text(fields, to, bytes, length, more);
}
