/*
 * The one table of keys: every key a registry may hold, what its value looks like, where it goes in
 * the model, and what it means. The loader reads by it, suggestions come from it, and the reference
 * and the editor schema are written from it.
 */
#ifndef PROBLEMC_LOAD_KEYS_H
#define PROBLEMC_LOAD_KEYS_H

#include "registry.h"

/* How a value is written, and with it the model's type that it fills. */
enum key_shape {
    KEY_TEXT,    /* struct string */
    KEY_INTEGER, /* struct integer */
    KEY_BOOLEAN, /* struct boolean */
    KEY_CHOICE, /* struct choice: one of `choices`, its value the position there plus `first_choice`
                 */
    KEY_TEXTS,  /* struct strings: a list of texts */
    KEY_EXAMPLE,   /* struct strings: one scalar, or a list of them */
    KEY_MESSAGE,   /* struct message: a text with {placeholders} */
    KEY_GROUP,     /* a mapping by `keys`, in place */
    KEY_GROUP_NEW, /* a mapping by `keys`, in a struct of its own of `size` bytes that begins with
                      its span */
    KEY_AS,        /* struct shape_definition: the word "string" */
    KEY_SCALE,     /* struct shape_definition: a number, or [least, most] */
    KEY_VALUES,    /* struct shape_definition: a list, or value -> description */
    KEY_SCALAR,    /* struct shape_definition: a constant's value */
    KEY_TYPE,      /* struct shape_definition: a type's name, read before the other keys */
    KEY_OF,        /* struct shape_definition: a type's name or a definition */
    KEY_MEMBERS,   /* struct members: name -> definition */
    KEY_HEADERS,   /* struct headers: name -> text with placeholders */
    KEY_LINKS,     /* struct links */
    KEY_WAIVERS,   /* struct waivers: check -> reason */
    KEY_TEXT_OR_TEXTS, /* struct strings: one text, or a list of them */
    KEY_NAME,          /* struct string: a name as codes and types have */
    KEY_CONSTANTS,     /* struct constants: a list of names, or name -> number or state */
    KEY_ALIASES,       /* struct aliases: name -> name */
    KEY_CODE_GROUPS,   /* struct code_groups: name -> list of codes */
    KEY_CODE_ROWS,     /* struct code_rows: code or group -> problem */
    KEY_NUMBER_ROWS,   /* struct code_rows: number -> problem */
    KEY_MESSAGES,      /* struct message_rules */
    KEY_TYPES,         /* top level: name -> definition */
    KEY_RULES,         /* top level: name -> rule */
    KEY_RESERVED,      /* top level: list */
    KEY_CHECKS,        /* top level: check -> setting */
    KEY_CLASSIFY,      /* top level: source or definition by name */
    KEY_PROBLEMS,      /* top level: code -> problem */
    KEY_INCLUDE,       /* top level: list of files */
};

/* Where a key is at home, beyond its table. */
enum key_flags {
    KEY_REQUIRED = 1,
    KEY_FRAGMENT = 2, /* top level: may stand in an included file */
};

struct key {
    const char *name;
    enum key_shape shape;
    unsigned flags;
    size_t offset;              /* of the field in the struct that the table fills */
    const char *const *choices; /* KEY_CHOICE: NULL-terminated */
    int first_choice;
    const char *const *choice_docs; /* what each means, NULL-terminated; NULL: what it says */
    const struct key_table *keys;   /* KEY_GROUP, KEY_GROUP_NEW */
    size_t size;                    /* KEY_GROUP_NEW */
    size_t limit;    /* KEY_TEXT, KEY_MESSAGE, KEY_SCALAR: the most bytes; 0: none of its own */
    unsigned types;  /* definition of a member: the types that have this key, bit by member_type; 0:
                        all */
    const char *doc; /* one or two plain sentences */
};

struct key_table {
    const char *what; /* "a problem": completes "unknown key x in ..." */
    const char *doc;  /* what it is, where it stands under a name of the author's own; or NULL */
    const struct key *keys;
    size_t count, required;       /* rows; those of them with KEY_REQUIRED */
    const struct key_table *also; /* further keys that fill a struct inside this one, or NULL */
    size_t also_offset;
};

/* What shape_keys fill: a shape, and in place the limits that it will lead to. */
struct shape_definition {
    struct shape shape;
    struct limits limits;
};

/* What member_keys fill: a member, and in place what it will lead to. */
struct member_definition {
    struct member member;
    struct string absent;
    struct shape_definition shape;
};

/* What problem_keys fill: a problem, and in place the extras that it will lead to. */
struct problem_definition {
    struct problem_type problem;
    struct extras extras;
};

extern const struct key_table registry_keys; /* struct registry */
extern const struct key_table problem_keys;  /* struct problem_definition */
extern const struct key_table member_keys;   /* struct member_definition */
extern const struct key_table
    shape_keys; /* struct shape_definition: also an entry of `types`, an inline `of` */
extern const struct key_table rule_keys;       /* struct rule */
extern const struct key_table reserved_keys;   /* struct reserved */
extern const struct key_table check_keys;      /* struct check_setting */
extern const struct key_table link_keys;       /* struct link */
extern const struct key_table classifier_keys; /* struct classifier */
extern const struct key_table message_keys;    /* struct message_rule */

/*
 * The key of that name in the table or its `also`, or NULL; `*offset` is where its field is. Among
 * keys of one name the one that applies to members of `type` (0: not known, or no member).
 */
const struct key *key_find(const struct key_table *table, struct text name, enum member_type type,
                           size_t *offset);
/* The same, for a mapping that is gone through: most are written in the order of their table, so
 * the rows after the `last` that was found come first. */
const struct key *key_next(const struct key_table *table, const struct key *last, struct text name,
                           enum member_type type, size_t *offset);
bool key_applies(const struct key *key, enum member_type type);

#endif
