/*
 * The parts of this layer, and what they share.
 */
#ifndef PROBLEMC_OPENAPI_PARTS_H
#define PROBLEMC_OPENAPI_PARTS_H

#include "openapi/openapi.h"

/* ---------------------------------------------------------------- example.c */

/* A problem's example response. */
struct example_response {
    struct text head;   /* status line and header fields */
    struct value *body; /* NULL: there is no example */
};

void example_read(const struct registry *registry, const struct image *image,
                  const struct problem_type *problem, struct arena *arena,
                  struct example_response *example);

/* A header's value in the head; bytes are NULL where it has no such header. */
struct text example_header(const struct example_response *example, struct text name);

/* A member's value in the body, or NULL. */
struct value *example_member(const struct example_response *example, struct text name);

/* ---------------------------------------------------------------- json.c */

/* A JSON text, well-formed as the runtime writes it, as a value. Numbers stay as written. */
struct value *json_read(struct text json, struct arena *arena);

/* ---------------------------------------------------------------- pattern_text.c */

/* The pattern in the form that JavaScript's `u` flag takes, too: nothing is escaped that need not
 * be. */
struct text pattern_portable(struct text pattern, struct arena *arena);

/* ---------------------------------------------------------------- shape.c */

/* The JSON Schema of a value. `code` is what {code} in a constant stands for. */
struct value *shape_schema(const struct shape *shape, struct text code, struct arena *arena);

/* A member's: with its description, and `example`, which may be NULL. */
struct value *member_schema(const struct member *member, struct text code, struct value *example,
                            struct arena *arena);

/* What a header carries of the shape: the same but for what only JSON has. */
struct value *header_shape_schema(const struct shape *shape, struct text code, struct arena *arena);

/* ---------------------------------------------------------------- problem_schema.c, violations.c
 */

struct value *problem_schema(const struct registry *registry, const struct problem_type *problem,
                             const struct example_response *example, struct arena *arena);

/* Adds the array of field errors, and the number of those left out, to a problem's properties. */
void violations_add_schema(const struct violations *violations,
                           const struct example_response *example, struct arena *arena,
                           struct value *properties);

/* ---------------------------------------------------------------- responses.c */

struct published {
    const struct problem_type *problem;
    const char *name; /* of its schema and example */
    struct example_response example;
};

/* The problems that callers may know of, in the order of the registry. */
struct publication {
    const struct registry *registry;
    struct arena *arena;
    struct published *items;
    size_t count;
};

void responses_add(const struct publication *publication, struct value *responses,
                   struct value *headers);

/* ---------------------------------------------------------------- shorthands */

void openapi_set_word(struct arena *arena, struct value *map, const char *name, const char *word);
void openapi_set_text(struct arena *arena, struct value *map, const char *name, struct text text);
void openapi_set_integer(struct arena *arena, struct value *map, const char *name, int64_t integer);
void openapi_add_bullet(struct buffer *out, struct text code,
                        struct text text); /* - `code`: text */
struct value *openapi_reference(struct arena *arena, const char *section, const char *name);

/* `anyOf` these names of schemas, as an object. */
struct value *openapi_any_of(struct arena *arena, const char *const *names, size_t count);

#endif
