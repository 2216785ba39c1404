/*
 * The fields of a record: one JSON object on one line. A field that finds no room is left out
 * whole, and the record says so.
 *
 * A field is put together by pointer, each with one look at the room for what it takes at least.
 * Fields whose values have parts are written into a copy of the struct, which replaces the original
 * when all of it has found room:
 *
 *     struct fields field = field_open(fields, FIELD("problem.causes"));
 *     field_text(&field, FIRST_ITEM, text);
 *     field_byte(&field, ']');
 *     field_close(fields, &field);
 */
#ifndef PROBLEM_FIELD_H
#define PROBLEM_FIELD_H

#include <stdbool.h>
#include <stdint.h>

#include "inline.h"
#include "number.h"
#include "scan.h"
#include "syntax.h"
#include "writer.h"

/* Bytes behind the end of the room that may be written over: short values are written first and
 * looked at then. */
enum { FIELD_SLACK = PROBLEM_DECIMAL_MAX };

struct fields {
    char *to;        /* where the next one goes: not beyond `end` */
    const char *end; /* of the room */
    bool cut;        /* something found no room */
};

/* What stands before a value, and its length: a key, with the quote of a text where there is one,
 * or what an array has there. An object is opened over its first key's comma. */
#define FIELD(name)      ",\"" name "\":", sizeof(",\"" name "\":") - 1
#define TEXT_FIELD(name) ",\"" name "\":\"", sizeof(",\"" name "\":\"") - 1
#define FIRST_ITEM       "[\"", 2
#define NEXT_ITEM        ",\"", 2

/* Whether there is room for this much more. */
static inline bool field_fits(struct fields *fields, size_t length)
{
    if (length <= (size_t)(fields->end - fields->to))
        return true;
    fields->cut = true;
    return false;
}

/* What was put from fields->to on ends here; FIELD_SLACK bytes beyond the room at most. */
static inline void field_take(struct fields *fields, char *to)
{
    if (to <= fields->end)
        fields->to = to;
    else
        fields->cut = true;
}

/* The same, of what a writer wrote that had all the room from there on. */
static inline void field_take_written(struct fields *fields, const struct writer *writer)
{
    if (writer->used <= writer->size)
        fields->to = writer->buffer + writer->used;
    else
        fields->cut = true;
}

static inline void field_byte(struct fields *fields, char byte)
{
    *fields->to = byte;
    field_take(fields, fields->to + 1);
}

/* ------------------------------------------------------------------ values with parts */

INLINE struct fields field_open(const struct fields *fields, const char *key, size_t length)
{
    struct fields field = {fields->to, fields->end, false};
    if (field_fits(&field, length))
        field.to = put_bytes(field.to, key, length);
    return field;
}

static inline void field_close(struct fields *fields, const struct fields *field)
{
    if (field->cut)
        fields->cut = true;
    else
        fields->to = field->to;
}

/* An object whose first field, with its comma, was put at `begin`. */
static inline void field_end_object(struct fields *fields, char *begin)
{
    *begin = '{';
    field_byte(fields, '}');
}

/* ------------------------------------------------------------------ texts
 *
 * The key of these has the quote of the text. */

/* A text with no byte that needs an escape, as most are, and its quote, to where there is room for
 * both. Returns the end; NULL where it is another. */
INLINE char *put_plain_text(char *to, const char *bytes, size_t length)
{
    if (!scan_copy_all(SCAN_GUARDED, to, bytes, length))
        return NULL;
    to[length] = '"';
    return to + length + 1;
}

/* Any bytes as the rest of a JSON string (see problem_write_logged) that begins before `to`, where
 * there is room for that many and a quote; `more`: with a mark, since they are not all. */
void problem_end_text(struct fields *fields, char *to, const char *bytes, size_t length, bool more);

INLINE void field_part(struct fields *fields, const char *key, size_t key_length, const char *bytes,
                       size_t length, bool more)
{
    if (field_fits(fields, key_length + length + 1)) /* no byte gets shorter */
        problem_end_text(fields, put_bytes(fields->to, key, key_length), bytes, length, more);
}

INLINE void field_bytes(struct fields *fields, const char *key, size_t key_length,
                        const char *bytes, size_t length)
{
    field_part(fields, key, key_length, bytes, length, false);
}

/* `text` may be NULL: then there is no such field. */
INLINE void field_text(struct fields *fields, const char *key, size_t key_length, const char *text)
{
    if (text != NULL)
        field_bytes(fields, key, key_length, text, strlen(text));
}

/* At most `limit` bytes of the text, which is not read any further. */
INLINE void field_cut(struct fields *fields, const char *key, size_t key_length, const char *text,
                      size_t limit)
{
    size_t length = text_length(text, limit);
    if (length <= limit)
        field_bytes(fields, key, key_length, text, length);
    else
        field_part(fields, key, key_length, text, problem_cut_at(text, limit), true);
}

/* Bytes that need no escape. */
INLINE void field_plain(struct fields *fields, const char *key, size_t key_length,
                        const char *bytes, size_t length)
{
    if (!field_fits(fields, key_length + length + 1))
        return;
    char *to = put_bytes(put_bytes(fields->to, key, key_length), bytes, length);
    *to = '"';
    fields->to = to + 1;
}

/* ------------------------------------------------------------------ numbers */

INLINE void field_number(struct fields *fields, const char *key, size_t key_length, int64_t value)
{
    if (field_fits(fields, key_length))
        field_take(fields, problem_number_text(put_bytes(fields->to, key, key_length), value, 0));
}

#endif
