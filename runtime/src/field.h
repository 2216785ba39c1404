/*
 * The fields of a record: one JSON object on one line. A field that finds no room is left out
 * whole, and the record says so.
 */
#ifndef PROBLEM_FIELD_H
#define PROBLEM_FIELD_H

#include <stdbool.h>
#include <stdint.h>

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

/* A field's value is written into fields->writer between these; `begin` is what
 * open returned. */
size_t problem_field_open(struct fields *fields, const char *key);
size_t problem_field_open_under(struct fields *fields, const char *prefix, const char *name);
void problem_field_close(struct fields *fields, size_t begin);

/* Whole fields. `text` may hold any bytes; NULL: no field. */
void problem_field_text(struct fields *fields, const char *key, const char *text);
void problem_field_bytes(struct fields *fields, const char *key, const char *bytes, size_t length);
void problem_field_number(struct fields *fields, const char *key, int64_t value);

/* At most `limit` bytes of `text`, and a mark where there is more; it is not read any further. */
void problem_field_cut(struct fields *fields, const char *key, const char *text, size_t limit);

/* A JSON string, quotes included, of any bytes: see problem_write_logged. Cut as above. */
void problem_write_quoted(struct writer *writer, const char *bytes, size_t length);
void problem_write_quoted_cut(struct writer *writer, const char *text, size_t limit);

#endif
