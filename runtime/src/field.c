#include "field.h"

#include <string.h>

#include "number.h"
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

size_t problem_field_open_under(struct fields *fields, const char *prefix, const char *name)
{
    struct writer *writer = fields->writer;
    size_t begin = writer->used;
    if (begin > fields->first)
        write_byte(writer, ',');
    write_byte(writer, '"');
    write_bytes(writer, prefix, strlen(prefix));
    problem_write_logged(writer, name, strlen(name));
    write_literal(writer, "\":");
    return begin;
}

size_t problem_field_open(struct fields *fields, const char *key)
{
    return problem_field_open_under(fields, "", key);
}

void problem_field_close(struct fields *fields, size_t begin)
{
    if (fields->inner || fields->writer->used <= fields->writer->size)
        return;
    fields->writer->used = begin;
    fields->cut = true;
}

void problem_field_bytes(struct fields *fields, const char *key, const char *bytes, size_t length)
{
    size_t begin = problem_field_open(fields, key);
    problem_write_quoted(fields->writer, bytes, length);
    problem_field_close(fields, begin);
}

void problem_field_text(struct fields *fields, const char *key, const char *text)
{
    if (text != NULL)
        problem_field_bytes(fields, key, text, strlen(text));
}

void problem_field_number(struct fields *fields, const char *key, int64_t value)
{
    size_t begin = problem_field_open(fields, key);
    problem_write_integer(fields->writer, value);
    problem_field_close(fields, begin);
}

void problem_write_quoted_cut(struct writer *writer, const char *text, size_t limit)
{
    const char *end = memchr(text, '\0', limit + 1);
    size_t length = end != NULL ? (size_t)(end - text) : problem_cut_at(text, limit);
    write_byte(writer, '"');
    problem_write_logged(writer, text, length);
    if (end == NULL)
        write_literal(writer, "\xe2\x80\xa6");
    write_byte(writer, '"');
}

void problem_field_cut(struct fields *fields, const char *key, const char *text, size_t limit)
{
    size_t begin = problem_field_open(fields, key);
    problem_write_quoted_cut(fields->writer, text, limit);
    problem_field_close(fields, begin);
}
