/*
 * problem_tables.h - the image of a registry, as the compiler writes it and the runtime reads it.
 *
 * An image is one constant array of bytes. All numbers are little-endian and unaligned; all
 * references are offsets from its first byte, so it needs no relocation and no start-up work. The
 * compiler builds the image in memory, prints it as a C initialiser, and hands the very same bytes
 * to the runtime for `problemc render`. PROBLEM_ABI in problem.h numbers this format.
 *
 * Read-outs below: u8, u16, u32, u64, i64; `text` is a u32 offset of: u16 length, that many bytes,
 * one NUL.
 */
#ifndef PROBLEM_TABLES_H
#define PROBLEM_TABLES_H

#include "problem.h"

#ifdef __cplusplus
extern "C" {
#endif

#ifdef PROBLEM_SHARED /* while the runtime itself is compiled: what is declared here is visible */
#pragma GCC visibility push(default)
#endif

/* The head, at offset 0. */
enum problem_head {
    PROBLEM_HEAD_MAGIC = 0,   /* 8 bytes: "problem" and NUL */
    PROBLEM_HEAD_ABI = 8,     /* u32 */
    PROBLEM_HEAD_SIZE = 12,   /* u32: bytes of the image */
    PROBLEM_HEAD_DIGEST = 16, /* u64: of the image with these 8 bytes zero */
    PROBLEM_HEAD_NAME = 24,   /* text: the registry's name */
    PROBLEM_HEAD_BASE = 28, /* text: what `type` is made of, with the code; empty for about:blank */
    PROBLEM_HEAD_COUNT = 32,    /* u32: problems */
    PROBLEM_HEAD_FALLBACK = 36, /* u32: index of a problem */
    PROBLEM_HEAD_PROBLEMS = 40, /* u32: offset of a u32 offset for each problem */
    PROBLEM_HEAD_CODES = 44,    /* u32: lookup from codes */
    PROBLEM_HEAD_TYPES = 48, /* u32: lookup from the type URIs that are not base + code; 0: none */
    PROBLEM_HEAD_NUMBERS = 52,    /* u32: how numbers lead to records, as NUMBERS_FORM says */
    PROBLEM_HEAD_RULES = 56,      /* u32: offset of a u32 offset for each rule */
    PROBLEM_HEAD_RULE_COUNT = 60, /* u16: at most 65,534 */
    PROBLEM_HEAD_OWN_MEMBERS =
        62, /* u8: the registry's own members have ordinals 0 .. n - 1 in every problem */
    PROBLEM_HEAD_NUMBERS_FORM = 63, /* u8: enum problem_numbers_form */
    PROBLEM_HEAD_RESPONSE_MAX = 64, /* u32: bytes that any response fits in */
    PROBLEM_HEAD_OPENING = 68,      /* text: what bodies begin with: `{"type":"` and the base, or
                                       `{"title":"` where there is no base */
    PROBLEM_HEAD_LENGTH = 72
};

/*
 * A problem: what it has for itself. CODE and title each end with a NUL. Of a body that begins with
 * OPENING they are part, each with its NUL where the closing quote comes when it is sent; else the
 * body's literals follow the title. Behind the literals stands how long they are (enum
 * problem_program). Before the record, at -4 * (i + 1), stands for each entry i of its members the
 * u32 offset of the text of its name.
 */
enum problem_record {
    PROBLEM_RECORD_NUMBER = 0,        /* u32: the enumerator's value, 1 or more */
    PROBLEM_RECORD_PROFILE = 4,       /* u32 */
    PROBLEM_RECORD_CODE_LENGTH = 8,   /* u8 */
    PROBLEM_RECORD_BETWEEN = 9,       /* u8: bytes from the end of the code to the title */
    PROBLEM_RECORD_TITLE_LENGTH = 10, /* u16 */
    PROBLEM_RECORD_TEXT_LENGTH = 12,  /* u32: of all literals of the body */
    PROBLEM_RECORD_TEXT = 16,         /* u16: where they begin, from the record on */
    PROBLEM_RECORD_CODE = 18
};

/* What problems of the same kind have in common. */
enum problem_profile {
    PROBLEM_PROFILE_STATUS = 0,         /* u16 */
    PROBLEM_PROFILE_RETRY = 2,          /* u8: enum problem_retry */
    PROBLEM_PROFILE_LOG = 3,            /* u8: enum problem_log */
    PROBLEM_PROFILE_CONCEAL = 4,        /* u32: index + 1 of the problem it answers like, or 0 */
    PROBLEM_PROFILE_MEMBER_COUNT = 8,   /* u8: ordinals 0 .. n - 1, PROBLEM_MEMBERS_MAX at most */
    PROBLEM_PROFILE_CONSTANT_COUNT = 9, /* u8 */
    PROBLEM_PROFILE_HEADER_COUNT = 10,  /* u8: at most PROBLEM_HEADERS_MAX - 2 */
    PROBLEM_PROFILE_RESERVED = 11,      /* u8: 0 */
    PROBLEM_PROFILE_LOG_ROOM = 12, /* u32: bytes of `values` that members for the log may take */
    PROBLEM_PROFILE_DETAIL_NEEDS =
        16, /* u64: members without which there is no detail, by ordinal */
    PROBLEM_PROFILE_DETAIL_NAMES = 24, /* u64: members whose misfit drops the detail, by ordinal */
    PROBLEM_PROFILE_MEMBERS = 32, /* u32: offset of its members, by ordinal, then its constants */
    PROBLEM_PROFILE_ORDER =
        36, /* u32: offset of u8[members + constants]: which comes when in the body */
    PROBLEM_PROFILE_BODY = 40,       /* u32: form of its body's program, of JSON */
    PROBLEM_PROFILE_HEADERS = 44,    /* u32: offset of its headers */
    PROBLEM_PROFILE_VIOLATIONS = 48, /* u32: how field errors are written; 0: it has none */
    PROBLEM_PROFILE_TYPE =
        52, /* text: its own type URI; 0: base + code, or about:blank where there is no base */
    PROBLEM_PROFILE_OWNER = 56,   /* text, for the log; 0: none */
    PROBLEM_PROFILE_RUNBOOK = 60, /* likewise */
    PROBLEM_PROFILE_LENGTH = 64
};

/* A member of a problem or a rule, but for its name. A constant's shape has type PROBLEM_JSON. */
enum problem_member_entry {
    PROBLEM_MEMBER_SHAPE = 0,    /* u32 */
    PROBLEM_MEMBER_AUDIENCE = 4, /* u8: enum problem_audience */
    PROBLEM_MEMBER_OPTIONAL = 5, /* u8: 0 or 1 */
    PROBLEM_MEMBER_LENGTH = 6
};

/* Which values fit, and how they are written. */
enum problem_shape {
    PROBLEM_SHAPE_TYPE = 0, /* u8: enum problem_value_type */
    PROBLEM_SHAPE_STRING =
        1, /* u8: for strings enum problem_string; else 1: the JSON is a string ("as: string") */
    PROBLEM_SHAPE_MAX = 2,    /* u16: bytes of a string (36 for a UUID), items of a list, values of
                                 an enum */
    PROBLEM_SHAPE_LENGTH = 4, /* then, by type: */

    PROBLEM_SHAPE_MINIMUM = 4, /* integer: i64, i64 */
    PROBLEM_SHAPE_MAXIMUM = 12,
    PROBLEM_SHAPE_INTEGER_LENGTH = 20,
    PROBLEM_SHAPE_SCALE_MIN = 4, /* decimal: u8, u8: 0 to 18 */
    PROBLEM_SHAPE_SCALE_MAX = 5,
    PROBLEM_SHAPE_DECIMAL_LENGTH = 6,
    PROBLEM_SHAPE_DIGITS = 4, /* time: u8: digits after the second, 0, 3 or 6 */
    PROBLEM_SHAPE_TIME_LENGTH = 5,
    PROBLEM_SHAPE_PATTERN = 4, /* identifier with a pattern of its own: u32 */
    PROBLEM_SHAPE_PATTERN_LENGTH = 8,
    PROBLEM_SHAPE_OF = 4, /* list: u32: the items' shape */
    PROBLEM_SHAPE_LIST_LENGTH = 8,
    PROBLEM_SHAPE_VALUES =
        4, /* enum: a text for each value, 1 .. MAX; no byte of them needs an escape */
    PROBLEM_SHAPE_JSON = 4, /* constant: text: its JSON */
    PROBLEM_SHAPE_JSON_LENGTH = 8
};

/* What a string must look like. Every kind but TEXT is ASCII. */
enum problem_string {
    PROBLEM_STRING_IDENTIFIER, /* [A-Za-z0-9._:@-]+ */
    PROBLEM_STRING_PATTERN,    /* what its automaton takes: printable ASCII */
    PROBLEM_STRING_TEXT,   /* no control characters (C0, DEL, C1); invalid UTF-8 becomes U+FFFD */
    PROBLEM_STRING_URI,    /* RFC 3986 with a scheme */
    PROBLEM_STRING_UUID,   /* RFC 9562, 36 bytes */
    PROBLEM_STRING_POINTER /* RFC 6901, printable ASCII */
};

/*
 * A pattern's automaton: a table over states and classes of bytes. State 0 refuses everything,
 * state 1 is the start. Bytes from 0x80 refuse. At most 255 states.
 */
enum problem_pattern {
    PROBLEM_PATTERN_STATES = 0,  /* u8: states, 0 and 1 included */
    PROBLEM_PATTERN_CLASSES = 1, /* u8 */
    PROBLEM_PATTERN_MAP = 2,     /* u8[128]: each byte's class */
    PROBLEM_PATTERN_ACCEPTS =
        130 /* u8[states]: 1 where a text may end; then u8[states][classes]: the next state */
};

/*
 * A program has two parts: its form, which others of the same build may share, and its text. Where
 * a program stands by itself, its text follows the offset of its form and the length of its
 * literals.
 *
 * The form is a head, then pieces, then steps. Each has a literal; the text is the literals of all
 * steps one after the other, as they go out (JSON-escaped in a body, plain in a header), a NUL, and
 * then how long they are. Every step first advances over its literal.
 *
 * Steps say all, pieces what comes of them where nothing is missing: when all members of NEEDS are
 * there, what is sent is each piece's literal, which may be those of several steps in a row, and
 * then its value. One piece that is a literal is a constant.
 *
 * Lengths are of one or two bytes, as the form says: one for each piece, then one for each step
 * that is not the last of its piece.
 *
 * At least 32 bytes of the image follow the literals, and every text: they are copied in blocks.
 */
enum problem_form {
    PROBLEM_FORM_STEPS = 0,   /* u16: how many */
    PROBLEM_FORM_PIECES = 2,  /* u16: how many; 0: it can't be said in pieces */
    PROBLEM_FORM_OPENING = 4, /* u8: enum problem_opening */
    PROBLEM_FORM_CLOSES = 5,  /* u8: 1: behind all of it comes a closing brace */
    PROBLEM_FORM_FIXED = 6,   /* u8: 1: the pieces are a literal, or an id and a literal behind it,
                                 and lengths are of two bytes; else a body with pieces CLOSES */
    PROBLEM_FORM_LENGTHS = 7, /* u8: bytes of each length, 1 or 2 */
    PROBLEM_FORM_WIDTH =
        8, /* u32: bytes that the values of the pieces, OPENING and the brace take at most */
    PROBLEM_FORM_NEEDS = 12, /* u64: members by ordinal */
    PROBLEM_FORM_LENGTH = 20
};

/* What the head's OPENING comes before in a body. */
enum problem_opening {
    PROBLEM_OPENING_NONE, /* nothing: the body's literals have all of it */
    PROBLEM_OPENING_CODE, /* the record's code, with which the literals begin */
    PROBLEM_OPENING_TITLE /* the record's title, likewise */
};

/* One that stands by itself. */
enum problem_program {
    PROBLEM_PROGRAM_FORM = 0,        /* u32 */
    PROBLEM_PROGRAM_TEXT_LENGTH = 4, /* u32: of all literals */
    PROBLEM_PROGRAM_TEXT = 8
};

/* A step or a piece. */
enum problem_step {
    PROBLEM_STEP_KIND = 0,     /* u8: enum problem_step_kind, or problem_piece_kind */
    PROBLEM_STEP_ARGUMENT = 1, /* u8 */
    PROBLEM_STEP_LENGTH = 2,
    PROBLEM_STEP_LAST = 0x80 /* beside the kind: this step is the last one of a piece */
};

enum problem_step_kind {
    PROBLEM_STEP_LITERAL = 0, /* write the literal */
    PROBLEM_STEP_MEMBER =
        1, /* literal, then member ARGUMENT as JSON; neither where it has no fitting value */
    PROBLEM_STEP_TEXT =
        2, /* literal, then member ARGUMENT as text inside the string or header it stands in */
    PROBLEM_STEP_ABSENT = 3, /* literal only where member ARGUMENT is absent: follows its TEXT */
    PROBLEM_STEP_DETAIL =
        4, /* `,"detail":"`: skipped with the ARGUMENT steps after it where a member is missing;
              those steps are the detail, the last one's literal ends in its closing quote. A
              constant detail has its step too (with one LITERAL): problem_detail() goes by it */
    PROBLEM_STEP_ID = 5,        /* literal, then the id of the occurrence: 36 bytes */
    PROBLEM_STEP_VIOLATIONS = 6 /* literal, then the array of field errors, neither where it would
                                   be empty; then `,`, the key OMITTED and a number where some were
                                   left out */
};

/* What follows a piece's literal. Also PROBLEM_STEP_LITERAL, ID and VIOLATIONS, whose literal is
 * that step's alone. */
enum problem_piece_kind {
    PROBLEM_PIECE_PLAIN = 8, /* member ARGUMENT: an integer, a decimal, or a string without bytes
                                that JSON escapes */
    PROBLEM_PIECE_ESCAPED,   /* member ARGUMENT, a string, as the inside of a JSON string */
    PROBLEM_PIECE_QUOTED,    /* as either, in quotes */
    PROBLEM_PIECE_TEXT,      /* any member ARGUMENT, as STEP_TEXT */
    PROBLEM_PIECE_JSON       /* any member ARGUMENT, as STEP_MEMBER */
};

/* A header. One with a single piece that is a literal is a constant. */
enum problem_header_entry {
    PROBLEM_HEADER_NAME = 0,  /* text */
    PROBLEM_HEADER_VALUE = 4, /* u32: program of text */
    PROBLEM_HEADER_DUTY = 8,  /* u8: 1: RFC 9110 demands it, it is sent even when a value does not
                                 fit (without that value) */
    PROBLEM_HEADER_LENGTH = 9
};

/*
 * How a problem's field errors are written. A key is a text such as `"pointer":`, escaped, with its
 * colon; 0: left out.
 *
 * ITEMS says the same in another way, for field errors of which nothing is missing: such a one is
 * the text OPEN of its place's kind, the place, and what the program of its rule makes, from the
 * quote that ends the place on. ITEMS is 0 where keys are left out, an OPEN where more than a quote
 * would have to follow the place.
 */
enum problem_violations {
    PROBLEM_VIOLATIONS_MAX = 0,        /* u16: items sent at most */
    PROBLEM_VIOLATIONS_STYLE = 2,      /* u8: enum problem_pointer_style */
    PROBLEM_VIOLATIONS_RULE_BYTES = 3, /* u8: length of the bitmap below */
    PROBLEM_VIOLATIONS_POINTER = 4,    /* text: key */
    PROBLEM_VIOLATIONS_PARAMETER = 8,  /* text: key, for query and path */
    PROBLEM_VIOLATIONS_HEADER = 12,    /* text: key */
    PROBLEM_VIOLATIONS_DETAIL = 16,    /* text: key */
    PROBLEM_VIOLATIONS_RULE = 20,      /* text: key */
    PROBLEM_VIOLATIONS_OMITTED =
        24, /* text: key, of the number that follows the array where some were left out */
    PROBLEM_VIOLATIONS_ITEMS = 28, /* u32: offset of the u32 offset of a program for each rule of
                                      the registry, 0 where it does not belong here */
    PROBLEM_VIOLATIONS_OPEN = 32,  /* text[4]: for each enum problem_where_kind: `{"pointer":"#` */
    PROBLEM_VIOLATIONS_RULES = 48  /* u8[]: a bit for each rule that belongs here, lowest first */
};

enum problem_pointer_style {
    PROBLEM_POINTER_FRAGMENT, /* "#/items/3" (RFC 6901 6) */
    PROBLEM_POINTER_PLAIN,    /* "/items/3" */
    PROBLEM_POINTER_3GPP /* "/items/3", "query limit", "{id}", "header If-Match", all under the key
                            POINTER (TS 29.571 5.2.4.3) */
};

/* A rule of field errors. Names of its members stand before it, as before a problem's record. */
enum problem_rule {
    PROBLEM_RULE_NAME = 0,         /* text */
    PROBLEM_RULE_DETAIL = 4,       /* u32: program of JSON string content; members by position */
    PROBLEM_RULE_MEMBER_COUNT = 8, /* u8: PROBLEM_MEMBERS_MAX at most */
    PROBLEM_RULE_MEMBERS = 9       /* members, in place */
};

/*
 * A lookup: hash and displace. `bucket = the hash as a fraction of 1, times BUCKETS`, its pilot
 * displaces the hash (problem_slot), and the slot there holds the offset of the only record that
 * can match, and the hash's lowest byte, with which most keys that are not there need no look at a
 * record; the caller compares.
 */
enum problem_lookup {
    PROBLEM_LOOKUP_SEED = 0,     /* u64 */
    PROBLEM_LOOKUP_SLOTS = 8,    /* u32: 1 or more; not every one need be taken */
    PROBLEM_LOOKUP_BUCKETS = 12, /* u32: 1 or more */
    PROBLEM_LOOKUP_WHOLE = 16,   /* u32: shorter keys are hashed by problem_hash, others by
                                    problem_hash_windows */
    PROBLEM_LOOKUP_PILOTS = 20   /* u16[buckets], then the slots */
};

enum problem_lookup_slot {
    PROBLEM_SLOT_RECORD = 0, /* u32: offset of a record, where none belongs that of another one */
    PROBLEM_SLOT_CHECK = 4,  /* u8 */
    PROBLEM_SLOT_LENGTH = 5
};

/* Which of these numbers have. */
enum problem_numbers_form {
    PROBLEM_NUMBERS_COUNTED, /* index + 1; NUMBERS is 0 */
    PROBLEM_NUMBERS_PLACED,  /* problem_places */
    PROBLEM_NUMBERS_RANKED,  /* problem_ranks */
    PROBLEM_NUMBERS_HASHED   /* problem_lookup of numbers as 4 bytes */
};

/* Places: of each number from FIRST on its place in ORDER, counted from 1; 0: there is none. */
enum problem_places {
    PROBLEM_PLACES_FIRST = 0,  /* u32 */
    PROBLEM_PLACES_COUNT = 4,  /* u32: numbers from FIRST on */
    PROBLEM_PLACES_ORDER = 8,  /* u32: offset of u32 offsets of records; may be HEAD_PROBLEMS */
    PROBLEM_PLACES_LENGTH = 12 /* then u8[COUNT] */
};

/*
 * Ranks: which numbers there are, a bit for each, and how many come before each 64 of them. The
 * n-th number's record is the n-th of ORDER.
 */
enum problem_ranks {
    PROBLEM_RANKS_BLOCKS = 0, /* u32: of 64 numbers from 0 */
    PROBLEM_RANKS_ORDER = 4,  /* u32: offset of u32 offsets of records; may be HEAD_PROBLEMS */
    PROBLEM_RANKS_FIRST = 8,  /* then for each block: */
    PROBLEM_RANKS_BEFORE = 0, /* u32: numbers before it */
    PROBLEM_RANKS_BITS = 4,   /* u64: its numbers, the lowest one in the lowest bit */
    PROBLEM_RANKS_LENGTH = 12
};

/* The hash of a lookup's keys: of those with windows, which have WHOLE bytes or more, the latter.
 * Of fewer than PROBLEM_HASH_WINDOW bytes, both are the same. */
enum { PROBLEM_HASH_WINDOW = 8 };
uint64_t problem_hash(const void *bytes, size_t length, uint64_t seed);
uint64_t problem_hash_windows(const void *bytes, size_t length, uint64_t seed);
uint32_t problem_bucket(uint64_t hash, uint32_t buckets);
uint32_t problem_slot(uint64_t hash, uint16_t pilot, uint32_t slots);

/* Bytes that the body of problem `index` can have at most, and its header values together, NULs
 * included. For the compiler: walks the programs with the widest value of each shape, right beside
 * the code that writes them. */
size_t problem_body_max(const struct problem_registry *registry, uint32_t index);
size_t problem_headers_max(const struct problem_registry *registry, uint32_t index);

/* Bytes that a value of the shape at this offset takes at most in a body: `json`: as a member, else
 * as text within a string. */
size_t problem_value_max(const struct problem_registry *registry, uint32_t shape, bool json);

/* Bytes that a value of the shape at this offset takes at most in struct problem's value area. */
size_t problem_stored_max(const struct problem_registry *registry, uint32_t shape);

/* The same for all members of problem `index` together; more than PROBLEM_VALUES_SIZE can't be. */
size_t problem_values_max(const struct problem_registry *registry, uint32_t index);

/* The same for its members that are for the log alone: PROBLEM_PROFILE_LOG_ROOM. */
size_t problem_log_values_max(const struct problem_registry *registry, uint32_t index);

/* For `problemc render` and golden tests alone: an occurrence with this id instead of a random one.
 */
void problem_fix_occurrence(struct problem *problem, const unsigned char id[16]);

#ifdef PROBLEM_SHARED
#pragma GCC visibility pop
#endif

#ifdef __cplusplus
}
#endif

#endif
