/*
 * Inside the loader: what its files share. load.c runs the phases, include.c finds the files,
 * early.c reads problems while they are parsed, table.c reads mappings by the table of keys and
 * read.c scalars, member.c and problem.c read the mappings whose keys are the author's own names,
 * message.c splits texts at their placeholders, kept.c keeps texts of files that are let go of,
 * classify.c reads others' errors and codes.c finds each code's row, resolve.c fills in defaults
 * and finds what names stand for.
 */
#ifndef PROBLEMC_LOAD_LOADER_H
#define PROBLEMC_LOAD_LOADER_H

#include "base/buffer.h"
#include "load/keys.h"
#include "load/load.h"
#include "yaml/tree.h"

enum {
    NAME_MAX_BYTES = 64, /* of a code, a member, a type, a rule */
    MEMBERS_MAX = 64,    /* in one mapping */
    RULES_MAX = 1000,    /* in one registry */
    ALIASES_MAX = 200,   /* of one source of classify */
};

/* A registry file or fragment. */
struct file {
    const struct source *source;
    struct tree tree;
    struct span from;   /* the include that led here; not set for the main file */
    struct string base; /* of a fragment that brings its own, else the registry's */
    bool main;
    bool types_declared; /* while it was parsed */
};

/* How far reading has come while files are parsed. */
struct early {
    bool stopped;                /* the next problems have to wait until all is parsed */
    bool reading;                /* just now: named types are not known yet */
    bool types_declared;         /* those of the file that is being parsed */
    const struct node *problems; /* its key, or NULL */
    size_t taken;                /* of its entries, from the first on */
    struct diagnostics
        *diagnostics; /* of reading, since what there is to say of parsing comes first */
};

/* Where a named type is written. */
struct type_source {
    const struct node *definition;
    const struct file *file;
    enum { UNREAD, READING, READ } state;
    struct shape *shared; /* by all members that use it, once there is one */
};

struct loader {
    struct arena *arena;
    struct arena *trees; /* gone when all is read */
    struct sources *sources;
    struct diagnostics *diagnostics;
    const struct include_path *includes;
    struct registry *registry;
    struct file *
        *files; /* the main file first, then includes in order of appearance, depth first */
    size_t file_count;
    const struct file *file;             /* the one being read */
    struct map types, rules;             /* name -> index */
    struct map classifiers, definitions; /* of classify: name -> index */
    size_t problem_room;                 /* what registry.problems has been made for */
    struct early early;
    struct text *kept;                /* texts that were copied, by their hashes; NULL: none was */
    struct type_source *type_sources; /* beside registry.types: what each is read from */
    struct shape *plain[MEMBER_CONSTANT + 1]; /* without any limits, by type; or NULL */
    struct limits *no_limits;                 /* those of shapes that set none, by type */
    struct extras *no_extras;
    bool unreadable; /* a file could not be read: exit status 2 */
};

/* ---------------------------------------------------------------- include.c */

/* Reads the file and, depth first, all it includes, each once. False: the main file gave nothing.
 */
bool load_files(struct loader *loader, const char *path);

/* ---------------------------------------------------------------- early.c */

void early_begin(struct loader *loader);
void early_parse(struct loader *loader, struct file *file); /* and reads what it can */
void early_finish(struct loader *loader);                   /* when all types have been read */

/* ---------------------------------------------------------------- table.c */

/* Reads a mapping into `object` by the table. `owner` says whose it is in messages:
 * "payment-failed", or empty. */
void read_table(struct loader *loader, const struct node *mapping, const struct key_table *table,
                struct string owner, enum member_type type, void *object);

/* Reads one value by its key's row into the object's field. `key` is the key as written. */
void read_value(struct loader *loader, const struct key *row, const struct node *key,
                const struct node *value, void *field);

/* ---------------------------------------------------------------- read.c */

/* Each fills its field, or reports and leaves it as it is. */
bool read_text(struct loader *loader, const struct key *row, const struct node *key,
               const struct node *value, struct string *text);
bool read_integer(struct loader *loader, const struct node *key, const struct node *value,
                  struct integer *integer);
void read_boolean(struct loader *loader, const struct node *key, const struct node *value,
                  struct boolean *boolean);
void read_key_choice(struct loader *loader, const struct key *row, const struct node *key,
                     const struct node *value, struct choice *choice);
void read_texts(struct loader *loader, const struct node *key, const struct node *value,
                bool one_will_do, struct strings *texts);

bool is_name(struct text text); /* [A-Za-z0-9_-]+, a letter first */

/* The text of a key as a name of the model: is_name, at most NAME_MAX_BYTES. Reports and is false
 * otherwise. */
bool read_name(struct loader *loader, const struct node *key, const char *what,
               struct string *name);

/* Of a scalar; its text outlives the file's (kept.c). */
struct string string_of(struct loader *loader, const struct node *scalar);
bool integer_syntax(struct text text); /* -?(0|[1-9][0-9]*) */

/* True when the value has this kind; else reports that `key` must be `what`. */
bool expect_kind(struct loader *loader, const struct node *key, const struct node *value,
                 enum node_kind kind, const char *what);

/* "must be ..., not ..." at the value. */
void wrong_type(struct loader *loader, const struct node *key, const struct node *value,
                const char *what);

/* ---------------------------------------------------------------- member.c */

void read_members(struct loader *loader, const struct node *mapping, struct members *members);
void declare_types(struct loader *loader, const struct node *mapping); /* first, for every file */
void read_types(struct loader *loader);                                /* then, for all at once */
void read_shape_value(struct loader *loader, const struct key *row, const struct node *key,
                      const struct node *value, struct shape_definition *definition);

/* ---------------------------------------------------------------- place.c */

/* With all of the type that set no limits, or by themselves. */
struct limits *place_limits(struct loader *loader, const struct shape_definition *definition);

/* With its type, with all that set no limits, or by itself. */
struct shape *place_shape(struct loader *loader, const struct shape *shape);

/* What all members of the declared type that a definition names will have, before that is read. */
struct shape *shape_to_come(struct loader *loader, const struct node *definition);
void finish_shapes(struct loader *loader); /* now it has been */

/* ---------------------------------------------------------------- kept.c */

/* The text, or its copy where the file that it stands in will be let go of. */
struct text keep_text(struct loader *loader, struct text text);

/* ---------------------------------------------------------------- message.c */

/* Splits a text at its {placeholders}. */
void read_message(struct loader *loader, const struct node *value, struct message *message);

/* ---------------------------------------------------------------- problem.c */

/* That what has this name was there before. */
void report_duplicate(struct loader *loader, const char *what, struct string again,
                      struct span first);

void read_problems(struct loader *loader, const struct node *mapping);
void read_problem(struct loader *loader, const struct node *key); /* of a code that is new */
void read_rules(struct loader *loader, const struct node *mapping);
void read_reserved(struct loader *loader, const struct node *sequence);
void read_checks(struct loader *loader, const struct node *mapping);
void read_headers(struct loader *loader, const struct node *mapping, struct headers *headers);
void read_links(struct loader *loader, const struct node *sequence, struct links *links);
void read_waivers(struct loader *loader, const struct node *mapping, struct waivers *waivers);

/* ---------------------------------------------------------------- classify.c */

void read_classify(struct loader *loader, const struct node *mapping);
void read_classifier_value(struct loader *loader, const struct key *row, const struct node *key,
                           const struct node *value, void *field);

/* ---------------------------------------------------------------- codes.c */

/* What rows stand for, once every problem is known, and which row each code has. */
void resolve_classifiers(struct loader *loader);

/* ---------------------------------------------------------------- resolve.c */

/* Defaults, and what names stand for: types, placeholders, rules, other problems. */
void resolve_registry(struct loader *loader);

#endif
