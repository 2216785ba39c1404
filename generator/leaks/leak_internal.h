/*
 * What the leak scanner is made of: shapes, which are functions, and phrases, which are data.
 *
 * Both are asked "how far does a leak reach that starts here?" at every byte that leak_may_start.
 * A shape that reads an unbounded run of bytes reads it only where the run starts (leak_starts), so
 * each run is read once; whatever else looks ahead stops at LEAK_AHEAD bytes. That keeps the scan
 * linear.
 *
 * Most of a text is plain words, which no shape begins with but a few that are known by their first
 * letter and length; those are told first (leak_words.c), and only phrases are looked for there.
 */
#ifndef PROBLEMC_LEAKS_LEAK_INTERNAL_H
#define PROBLEMC_LEAKS_LEAK_INTERNAL_H

#include "base/arena.h"
#include "leaks/leak_bytes.h"

enum leak_kind {
    LEAK_PATH,
    LEAK_ADDRESS,
    LEAK_HOSTNAME,
    LEAK_SQL,
    LEAK_TRACE,
    LEAK_DEBUGGER, /* leak-trace too, in other words */
    LEAK_ENVIRONMENT,
    LEAK_VERSION,
    LEAK_TOKEN,
    LEAK_SYSTEM,
    LEAK_MEMORY, /* leak-system too */
};

/* ---------------------------------------------------------------- shapes */

enum {
    LEAK_TOKEN_LEAST = 15, /* bytes of the shortest token without a blank: xoxb- and 10 */
};

/* Where the leak that starts at `at` ends; 0 when none does. */
typedef size_t leak_shape(struct text text, size_t at);

leak_shape leak_posix_path, leak_windows_path, leak_source_line;   /* leak_paths.c */
leak_shape leak_ipv4, leak_ipv6, leak_host;                        /* leak_network.c */
leak_shape leak_credentials_url, leak_service_url, leak_file_url;  /* leak_network.c */
leak_shape leak_secret_token, leak_jwt, leak_secret_assignment;    /* leak_secrets.c */
leak_shape leak_environment_name, leak_software_version;           /* leak_names.c */
leak_shape leak_exception_class, leak_symbol, leak_frame;          /* leak_code.c */
leak_shape leak_select, leak_memory_address, leak_map, leak_errno; /* leak_code.c */

/* What leak_plain_word knows of each byte. */
struct leak_words {
    unsigned char classes[256];
};

void leak_words_build(struct leak_words *words);

/* Where the word ends that starts at `at`, if no shape can start there; else 0. */
size_t leak_plain_word(const struct leak_words *words, struct text text, size_t at);

/* The list of file name endings that only program sources have: c, java, py ... */
extern const char *const leak_source_endings[];

/* ---------------------------------------------------------------- phrases */

/*
 * Words that only software says. In `pattern`
 *   a blank matches one or more blanks, tabs or line breaks,
 *   %d a decimal number, %x a hexadecimal one, %n a dotted name,
 *   %q something in single or double quotes or backquotes, %% a percent sign;
 * everything else stands for itself. Each wildcard takes all it can get, so nothing is tried twice.
 * A pattern starts and ends at the edge of a word.
 */
struct leak_phrase {
    enum leak_kind kind;
    enum leak_case { ANY_CASE, EXACT } match;
    const char *pattern; /* its first byte stands for itself */
};

struct leak_phrases {
    const struct leak_phrase *rows;
    size_t count;
};

extern const struct leak_phrases leak_database_phrases; /* leak_phrases_database.c */
extern const struct leak_phrases leak_program_phrases;  /* leak_phrases_program.c */

enum {
    LEAK_HEAD = 4, /* bytes that a phrase is found by */
    LEAK_CHAINS = 1 << 11,
};

/*
 * The rows of all tables, chained by their heads: the first four bytes in lower case, or those up
 * to a blank or a wildcard. Prose hardly has a word that begins like a phrase, so hardly a row is
 * looked at.
 */
struct leak_index {
    uint16_t chains[LEAK_CHAINS];    /* 1 + row, or 0; by a hash of the head */
    unsigned char lengths[256];      /* by first byte: bit n for heads of n bytes less than most */
    unsigned char folded[256];       /* lower case; a blank for each that a phrase's stands for */
    const struct leak_phrase **rows; /* in the order of the tables */
    struct leak_link *links;         /* by row */
    size_t count;
};

/* A row in its chain. */
struct leak_link {
    uint32_t head;
    uint16_t next;              /* 1 + row, or 0 */
    unsigned char begins, then; /* bytes that the head is made of; the one behind, or 0 for any */
};

void leak_index_build(struct arena *arena, struct leak_index *index);

/* Where the longest phrase that starts at `at` ends, and its row; 0 when none does. Of two that
 * reach as far the later row counts. */
size_t leak_phrase_at(const struct leak_index *index, struct text text, size_t at,
                      const struct leak_phrase **row);

#endif
