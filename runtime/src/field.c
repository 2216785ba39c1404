#include "field.h"

#include "syntax.h"

struct fields problem_fields_open(struct writer *writer)
{
    write_byte(writer, '{');
    struct fields fields = {writer, writer->used, false, false};
    return fields;
}

struct fields problem_fields_inside(const struct fields *outer)
{
    struct fields fields = problem_fields_open(outer->writer);
    fields.inner = true;
    return fields;
}

void problem_fields_end(const struct fields *inner)
{
    write_byte(inner->writer, '}');
}

void problem_write_quoted(struct writer *writer, const char *bytes, size_t length)
{
    write_byte(writer, '"');
    problem_write_logged(writer, bytes, length);
    write_byte(writer, '"');
}

void problem_write_quoted_part(struct writer *writer, const char *bytes, size_t length)
{
    write_byte(writer, '"');
    problem_write_logged(writer, bytes, length);
    write_literal(writer, "\xe2\x80\xa6\"");
}

void problem_write_quoted_cut(struct writer *writer, const char *text, size_t limit)
{
    const char *end = memchr(text, '\0', limit + 1);
    if (end != NULL)
        problem_write_quoted(writer, text, (size_t)(end - text));
    else
        problem_write_quoted_part(writer, text, problem_cut_at(text, limit));
}
