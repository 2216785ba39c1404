/*
 * The parts of the program `schema` (schema.c): JSON Schema built as a tree of values, from the
 * tables of keys and of checks.
 *
 * Draft-07 vocabulary, and flat: every key of a mapping stands in one `properties` with its
 * description, whatever else may hold only sometimes. Editors show and complete that best.
 */
#ifndef PROBLEMC_TESTS_SCHEMA_H
#define PROBLEMC_TESTS_SCHEMA_H

#include "load/keys.h"
#include "view/value.h"

extern struct arena *arena;

/* ---------------------------------------------------------------- building */

void put(struct value *map, const char *name, struct value *value);
void put_text(struct value *map, const char *name, const char *text);
void put_integer(struct value *map, const char *name, int64_t integer);
struct value *put_map(struct value *map, const char *name);
struct value *put_list(struct value *map, const char *name);
void add_text(struct value *list, const char *text);

/* ---------------------------------------------------------------- a value (schema_values.c) */

#define NAME_PATTERN  "^[A-Za-z][A-Za-z0-9_-]*$"
#define TOKEN_PATTERN "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}$"

/* What the value of a key looks like: types, limits, words, what is in it. */
void schema_value(struct value *node, const struct key *key);

/* A mapping by the table, and nothing else in it. */
void schema_object(struct value *node, const struct key_table *table);

/* ---------------------------------------------------------------- by type (schema_types.c) */

/* Which keys a definition has depends on its type. */
void schema_types(struct value *node, bool member);

/* ---------------------------------------------------------------- by hand (schema_facts.c) */

/*
 * What the tables of keys don't say, since checks and not the loader know it: ranges, patterns,
 * defaults, and what makes a good example. unit.schema holds it against the checks.
 */
void schema_facts(struct value *node, const struct key_table *table, const struct key *key);

/* Every fact was about some key; else says which was not. */
bool schema_facts_used(void);

#endif
