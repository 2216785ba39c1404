/*
 * registry.h - the map: an error registry as problemc understands it.
 *
 * This is the typed model between the YAML tree (which knows how a registry is written) and the
 * outputs (which know how it is read). It holds no YAML and no output types. Every value carries
 * the span it was written at, so that whoever finds fault with it can point there; a value that was
 * not written has the span {0, 0} and its default.
 *
 * All of it lives in the run's arena and is constant once load_registry has returned.
 */
#ifndef PROBLEMC_REGISTRY_H
#define PROBLEMC_REGISTRY_H

#include "base/map.h"
#include "classifier.h"

/* ---------------------------------------------------------------- members */

enum member_type {
    MEMBER_INTEGER = 1,
    MEMBER_DECIMAL,
    MEMBER_NUMBER,
    MEMBER_BOOLEAN,
    MEMBER_ENUM,
    MEMBER_IDENTIFIER,
    MEMBER_TEXT,
    MEMBER_URI,
    MEMBER_UUID,
    MEMBER_POINTER,
    MEMBER_TIMESTAMP,
    MEMBER_DATE,
    MEMBER_DURATION,
    MEMBER_LIST,
    MEMBER_CONSTANT,
};

enum audience {
    AUDIENCE_PUBLIC,
    AUDIENCE_HEADER, /* sent in headers, not in the body */
    AUDIENCE_LOG,    /* never sent */
};

enum precision {
    PRECISION_SECONDS,
    PRECISION_MILLISECONDS,
    PRECISION_MICROSECONDS,
};

struct enum_value {
    struct string name;
    struct string description;
};

/* What a constant member's `value` is in JSON. */
enum constant_kind {
    CONSTANT_STRING, /* may hold {code} */
    CONSTANT_INTEGER,
    CONSTANT_BOOLEAN,
};

/* What most shapes don't set; filled in with defaults. */
struct limits {
    struct integer minimum, maximum; /* integer */
    struct boolean as_string;        /* integer, decimal: `as: string` */
    struct integer scale_min, scale_max;
    struct choice precision; /* enum precision */
    struct string pattern;   /* identifier */
    struct text automaton;   /* the pattern, compiled (problem_tables.h); empty: none */
    struct string safe;      /* text */
    struct span values_span;
    enum constant_kind constant;
    struct string value; /* constant: as written */
};

/* The values that fit a member. */
struct shape {
    enum member_type type;
    struct span span;               /* of the type's name; a member has its own */
    const struct named_type *named; /* the entry of `types` it came from, or NULL */
    struct limits *limits;          /* never NULL; those who set none have their type's */
    struct integer max;             /* bytes of a string, items of a list; or the default */
    struct enum_value *values;
    size_t value_count;
    struct shape *of; /* list */
};

/* An entry of the top-level `types`. */
struct named_type {
    struct string name;
    struct shape shape;
    bool used;
};

struct member {
    struct string name;
    struct shape *shape;    /* members of one named type share it */
    struct span type_span;  /* of the type's name, here */
    struct choice audience; /* enum audience */
    struct boolean optional;
    const struct string *absent; /* what `detail` says where it is absent, or NULL */
    struct strings example;
    struct string description;
};

struct members {
    struct member *items; /* in order of declaration, which is the order in JSON */
    size_t count;
};

/* ---------------------------------------------------------------- texts with placeholders */

/* Literal text, then the member named by a placeholder; the last piece of a text has none. */
struct piece {
    struct text literal; /* {{ and }} already one brace; the placeholder follows in memory */
    struct span span;    /* of the placeholder with its braces. Not set: the text ends here */
    const struct member *member; /* what it names, or NULL where nothing does */
};

struct message {
    struct string raw; /* as written */
    struct piece *pieces;
    size_t count;
};

/* The placeholder's name with that span; nothing where the text ends. */
struct string piece_name(const struct piece *piece);

/* ---------------------------------------------------------------- problems */

enum retry {
    RETRY_UNSET,
    RETRY_NEVER,
    RETRY_SAME_REQUEST,
    RETRY_AFTER_DELAY,
    RETRY_AFTER_FIX,
};

enum log_level {
    LOG_UNSET,
    LOG_DEBUG,
    LOG_INFO,
    LOG_WARN,
    LOG_ERROR,
};

struct header {
    struct string name;
    struct message value;
};

struct headers {
    struct header *items;
    size_t count;
};

/* A rule of field errors: an entry of the top-level `rules`. */
struct rule {
    struct string name;
    struct message detail;
    struct members members;
    struct string description;
    size_t index; /* in registry.rules */
};

enum pointer_style {
    POINTER_FRAGMENT,
    POINTER_PLAIN,
    POINTER_3GPP,
};

/* Names that a field error's members go out under; the text "omit" leaves one out. */
struct violation_names {
    struct string pointer, parameter, header, detail, rule, omitted;
};

struct violations {
    struct span span; /* of the key */
    struct string member;
    struct integer max;
    struct strings rule_names; /* empty: every rule */
    const struct rule **rules; /* what they name, known ones only */
    size_t rule_count;
    struct violation_names names;
    struct choice pointer_style; /* enum pointer_style */
};

struct deprecated {
    struct span span; /* of the key */
    struct string since, replaced_by, sunset;
};

struct link {
    struct string title, url;
};

struct links {
    struct link *items;
    size_t count;
};

/* For those who run the service; never in public output. */
struct operator_notes {
    struct span span; /* of the key */
    struct string runbook, owner, notes;
};

/* `allow`: a check that this problem is waived from, and why. */
struct waiver {
    struct string check, reason;
    bool used; /* set by the checks */
};

struct waivers {
    struct waiver *items;
    size_t count;
};

/* What most problems do without. */
struct extras {
    struct string type; /* the override as written */
    struct headers headers;
    struct string conceal;
    const struct problem_type *concealed_as; /* what `conceal` names, or NULL */
    struct violations *violations;           /* NULL: it has no field errors */
    struct operator_notes *operator_notes;   /* NULL: none */
    struct string since;
    struct deprecated *deprecated; /* NULL: it is not */
    struct links links;
    struct waivers allow;
};

struct problem_type {
    struct string code; /* the key */
    struct integer id;
    struct integer status;
    const struct string *base; /* what applies: the fragment's own, or the registry's; its span is
                                  in the problem's own file, where that has one */
    struct string title;       /* the status phrase by default for about:blank */
    struct message detail;     /* raw not set: none */
    struct members members;
    struct string description, help;
    struct choice retry; /* enum retry, as written */
    struct choice log;   /* enum log_level, as written */
    struct strings tags;
    struct extras *extras; /* never NULL; those who have none share them */
    size_t index;          /* in registry.problems */
    int64_t number;        /* the enumerator's value: the id, or index + 1 */
};

/* A retired code or id. */
struct reserved {
    struct span span;
    struct string code;
    struct integer id;
    struct string since, replaced_by, note;
};

/* ---------------------------------------------------------------- the registry */

enum check_level {
    LEVEL_ERROR,
    LEVEL_WARNING,
    LEVEL_OFF,
};

/* `checks`: a check that this registry runs at another level, and why. */
struct check_setting {
    struct string check;
    struct choice level; /* enum check_level */
    struct string because;
};

struct documentation {
    struct string intro, contact, license;
};

struct registry {
    const struct source *source; /* the file that was named, not an included one */
    struct integer version;      /* `problemc: 1` */
    struct string name;          /* `registry` */
    struct string title;
    struct string base;
    struct string fallback;
    const struct problem_type *fallback_problem; /* what it names, or NULL */
    struct string instance;                      /* text with {occurrence}; "none": left out */
    struct string id_header;
    struct string language;
    struct string discriminator;
    struct documentation docs;
    struct members members; /* carried by every problem */

    struct problem_type *problems;
    size_t problem_count;
    struct map codes; /* code -> index in problems */
    struct named_type *types;
    size_t type_count;
    struct rule *rules;
    size_t rule_count;
    struct reserved *reserved;
    size_t reserved_count;
    struct check_setting *checks;
    size_t check_count;
    struct classifier *classifiers; /* definitions among them */
    size_t classifier_count;

    bool complete; /* false: some of it could not be read, so what seems to be missing may not be */
};

/* The words of the format, by their enums' values; NULL-terminated. Values that can't be written
 * are "". */
extern const char *const member_type_names[];
extern const char *const audience_names[];
extern const char *const precision_names[];
extern const char *const retry_names[];
extern const char *const log_names[];
extern const char *const pointer_style_names[];
extern const char *const level_names[];

/* The whole type URI; "about:blank" where it has none of its own. */
struct text problem_type_uri(const struct problem_type *problem, struct arena *arena);
bool problem_is_blank(const struct problem_type *problem); /* it is "about:blank" */

/* The retry and log level that apply: what was written, or what the status implies. Never UNSET. */
enum retry problem_type_retry(const struct problem_type *problem);
enum log_level problem_type_log(const struct problem_type *problem);

/* 408, 425, 429, 502, 503, 504: the same request may succeed later. */
bool status_is_transient(int64_t status);

/* A header that responses of a status must not go without (RFC 9110). */
struct duty {
    int64_t status;
    const char *header, *section;
    const char *example; /* as a value of `headers`; % stands for the registry's name */
};

const struct duty *status_duty(int64_t status); /* NULL: it has none */

const struct problem_type *registry_problem(const struct registry *registry, struct text code);
const struct member *members_find(const struct members *members, struct text name);

/* The member of that name which the problem carries: its own, or the registry's. */
const struct member *problem_member(const struct registry *registry,
                                    const struct problem_type *problem, struct text name);

#endif
