/*
 * classifier.h - the map's part for `classify`: the codes of somebody else's errors, and which
 * problems they become.
 *
 * An entry of `classify` is a source, for which code is generated, or a definition: codes without
 * any problem, in an included file, for sources to use. Both are a struct classifier.
 */
#ifndef PROBLEMC_CLASSIFIER_H
#define PROBLEMC_CLASSIFIER_H

#include "base/map.h"
#include "scalars.h"

struct problem_type;

/* ---------------------------------------------------------------- as written */

enum code_type {
    CODES_INTEGER,
    CODES_SQLSTATE, /* five characters; the first two are a state's class */
};

/* A name for a code: an entry of `constants`. */
struct constant {
    struct string name;
    struct string value; /* not set: a macro, known to its header alone */
};

/* A name that is perhaps the same code as another one. */
struct alias {
    struct string name, of;
};

struct constants {
    struct constant *items;
    size_t count;
    struct span span; /* of the first; not set: there are none */
    bool are_macros;  /* a list of names, not a mapping to values */
    struct map by_name;
};

struct aliases {
    struct alias *items;
    size_t count;
    struct map by_name;
};

/* Codes that one row can map. */
struct code_group {
    struct string name;
    struct strings codes;
};

struct code_groups {
    struct code_group *items;
    size_t count;
    struct map by_name;
};

/* What a code, or each of a group, becomes: an entry of `map` or `values`. */
struct code_row {
    struct string key;
    struct string problem;
    const struct problem_type *target; /* what `problem` names, or NULL */
    const struct code_group *group;    /* what `key` names, or NULL: a single code */
    struct span earlier; /* of another row for the same code; not set: there is none */
};

struct code_rows {
    struct code_row *items;
    size_t count;
};

/* A row that holds only for some messages. */
struct message_rule {
    struct span span;
    struct string code;
    struct strings contains; /* all of them */
    struct string problem, because, remove_by;
    const struct problem_type *target;
};

struct message_rules {
    struct message_rule *items;
    size_t count;
};

/* ---------------------------------------------------------------- what it comes to */

/* What a text that stands for a code means. */
enum code_kind {
    CODE_NAMED, /* a macro or an enumerator: its number is not known here */
    CODE_NUMBERED,
    CODE_STATE,
    CODE_CLASS, /* of states */
};

struct code {
    enum code_kind kind;
    struct text key;  /* the same for whatever means this code: the name, the number or the state */
    struct text name; /* a constant's; empty: it has none */
    int64_t number;   /* CODE_NUMBERED */
};

/* A code that is mapped or ignored. */
struct mapped_code {
    struct code code;
    struct span span;       /* the key of its row, its place in a group or in `ignore` */
    struct code_row *row;   /* NULL: ignored */
    struct code_row *rival; /* of another group with this code, for another problem */
    struct span rival_span; /* its place there */
};

struct classifier {
    struct string name;
    bool in_fragment;
    bool definition;
    bool used; /* a definition: by some source */

    struct string use;
    const struct classifier *base; /* the definition that it uses, or NULL */
    struct string enum_type, header;
    struct constants constants;
    struct aliases aliases;
    struct code_groups groups;
    struct strings ignore;
    struct integer primary;
    struct choice codes; /* enum code_type */
    struct code_rows map, values;
    struct message_rules messages;
    struct string otherwise;
    const struct problem_type *otherwise_problem; /* what it names, or the fallback, or NULL */

    struct mapped_code *mapped;
    size_t mapped_count;
    struct map mapped_by_key;
};

extern const char *const code_type_names[]; /* by enum code_type; NULL-terminated */

/* ---------------------------------------------------------------- questions
 *
 * What a source uses counts as its own. Answers live in `arena` where they are made up.
 */

/* The numbers that codes may have: what an int holds wherever there is POSIX. */
#define CODE_MIN (-2147483647 - 1)
#define CODE_MAX 2147483647

/* -?(0|[1-9][0-9]*) within CODE_MIN and CODE_MAX. */
bool code_number(struct text text, int64_t *number);

bool code_is_state(struct text text); /* five of 0-9 and A-Z */
bool code_is_class(struct text text); /* two of them */

/* A C identifier that is no keyword of C. */
bool code_is_identifier(struct text text);

/* What a text stands for: a name, a number, a state or a class. False: nothing. */
bool classifier_code(const struct classifier *classifier, struct arena *arena, struct text written,
                     struct code *code);

const struct code_group *classifier_group(const struct classifier *classifier, struct text name);
const struct mapped_code *classifier_mapped(const struct classifier *classifier,
                                            const struct code *code);

/* Whether codes are macros of a header, whose numbers are not known here. */
bool classifier_has_macros(const struct classifier *classifier);

#endif
