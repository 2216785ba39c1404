/*
 * Values: what templates and serialisers see. A tree of maps, lists and scalars, built once from
 * the model and never changed after. A scalar knows whether it may print raw (an identifier or
 * number, validated before) or must name its escaper (text).
 */
#ifndef PROBLEMC_VIEW_VALUE_H
#define PROBLEMC_VIEW_VALUE_H

#include "base/buffer.h"

enum value_kind {
    VALUE_ABSENT, /* the name is known and has no value here; false in a section, prints nothing */
    VALUE_BOOLEAN,
    VALUE_INTEGER,
    VALUE_IDENTIFIER, /* validated: prints raw */
    VALUE_TEXT,       /* anybody's text: prints through an escaper only */
    VALUE_BYTES,      /* not text: prints through c_string only; JSON shows it in hexadecimal */
    VALUE_JSON,       /* a JSON document in text form, e.g. 30.00; JSON shows it as it is */
    VALUE_LIST,
    VALUE_MAP,
};

struct value {
    enum value_kind kind;
    union {
        bool boolean;
        int64_t integer;
        struct text text; /* identifier, text, bytes, JSON */
        struct {
            struct value **items;
            size_t count;
        } list;
        struct {
            struct field *fields; /* in order of adding */
            size_t count;
        } map;
    } as;
};

struct field {
    const char *name; /* a literal */
    struct value *value;
};

struct value *value_absent(struct arena *arena);
struct value *value_boolean(struct arena *arena, bool boolean);
struct value *value_integer(struct arena *arena, int64_t integer);
struct value *value_identifier(struct arena *arena, struct text text);
struct value *value_text(struct arena *arena,
                         struct text text); /* absent where text.bytes is NULL */
struct value *value_bytes(struct arena *arena, struct text bytes);
struct value *value_json(struct arena *arena, struct text json);
struct value *value_list(struct arena *arena);
struct value *value_map(struct arena *arena);

void value_add(struct arena *arena, struct value *list, struct value *item);
void value_set(struct arena *arena, struct value *map, const char *name, struct value *value);
const struct value *value_get(const struct value *map, struct text name); /* NULL: no such field */

/* The whole tree as JSON, indented by two spaces, with a line break at its end. */
void value_print_json(const struct value *value, struct buffer *out);

#endif
