#include "field.h"

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

void problem_end_text(struct fields *fields, char *to, const char *bytes, size_t length, bool more)
{
    char *end = more ? NULL : put_plain_text(to, bytes, length);
    if (end != NULL)
        fields->to = end;
    else
        end_guarded_text(fields, to, bytes, length, more);
}
