/*
 * The fields of a record: one JSON object on one line. A field that finds no room is left out
 * whole, and the record says so.
 */
#ifndef PROBLEM_FIELD_H
#define PROBLEM_FIELD_H

#include <stdbool.h>
#include <stdint.h>

#include "number.h"
#include "writer.h"

struct fields {
    struct writer *writer;
    size_t first; /* where the object's first key stands */
    bool inner;   /* an object inside a field: whole or not, with that field */
    bool cut;     /* a field found no room */
};

/* The record's object, in a writer that is to hold all of it but its end. */
struct fields problem_fields_open(struct writer *writer);

/* An object inside a field that is open. */
struct fields problem_fields_inside(const struct fields *outer);
void problem_fields_end(const struct fields *inner);

/* A key as it stands in the object, and its length. */
#define FIELD(name) ",\"" name "\":", sizeof(",\"" name "\":") - 1

/* A field's value is written into fields->writer between open and close; `begin` is what open
 * returned. Inline, since a key of known length takes a few stores. */
static inline size_t field_open(const struct fields *fields, const char *key, size_t length)
{
    size_t begin = fields->writer->used;
    if (begin > fields->first)
        write_bytes(fields->writer, key, length);
    else
        write_bytes(fields->writer, key + 1, length - 1);
    return begin;
}

/* What did not fit in whole is taken back. */
static inline void field_close(struct fields *fields, size_t begin)
{
    if (fields->inner || fields->writer->used <= fields->writer->size)
        return;
    fields->writer->used = begin;
    fields->cut = true;
}

/* A JSON string, quotes included, of any bytes: see problem_write_logged. The second one of a part
 * of a text, with a mark behind it. */
void problem_write_quoted(struct writer *writer, const char *bytes, size_t length);
void problem_write_quoted_part(struct writer *writer, const char *bytes, size_t length);

/* At most `limit` bytes of `text`, as a part where there is more; it is not read any further. */
void problem_write_quoted_cut(struct writer *writer, const char *text, size_t limit);

/* Whole fields. */
static inline void field_bytes(struct fields *fields, const char *key, size_t key_length,
                               const char *bytes, size_t length)
{
    size_t begin = field_open(fields, key, key_length);
    problem_write_quoted(fields->writer, bytes, length);
    field_close(fields, begin);
}

static inline void field_text(struct fields *fields, const char *key, size_t key_length,
                              const char *text)
{
    if (text != NULL)
        field_bytes(fields, key, key_length, text, strlen(text));
}

static inline void field_cut(struct fields *fields, const char *key, size_t key_length,
                             const char *text, size_t limit)
{
    size_t begin = field_open(fields, key, key_length);
    problem_write_quoted_cut(fields->writer, text, limit);
    field_close(fields, begin);
}

static inline void field_number(struct fields *fields, const char *key, size_t key_length,
                                int64_t value)
{
    size_t begin = field_open(fields, key, key_length);
    problem_write_integer(fields->writer, value);
    field_close(fields, begin);
}

#endif
