/*
 * What the files of pattern_compile share, and what its steps hand each other:
 *
 *     pattern - parse -> NFA - subsets -> DFA - minimise -> smallest DFA - pattern.c -> image
 */
#ifndef PROBLEMC_PATTERN_PATTERN_PARTS_H
#define PROBLEMC_PATTERN_PATTERN_PARTS_H

#include "pattern/pattern.h"

enum {
    PATTERN_BYTES = 128,
    PATTERN_LENGTH_MAX = 512,
    PATTERN_DEPTH_MAX = 32, /* groups in groups */
    PATTERN_COUNT_MAX = 255,
    PATTERN_UNBOUNDED, /* as the greater count */
    NFA_STATES_MAX = 10000,
    DFA_STATES_MAX = 4096,  /* before it is minimised */
    DFA_WORK_MAX = 2000000, /* steps that making them may take, some 20 ms */
    MINIMAL_STATES_MAX = 255
};

/* A set of bytes below PATTERN_BYTES. */
struct byte_set {
    uint64_t halves[2];
};

static inline bool byte_set_has(const struct byte_set *set, unsigned byte)
{
    return set->halves[byte / 64] >> byte % 64 & 1;
}

/* A place in a pattern. */
struct pattern_reader {
    struct arena *arena;
    struct text pattern;
    size_t at;
    size_t end; /* where the closing $ stands */
    struct pattern_error *error;
};

/* Sets the error for bytes [begin, end) of the pattern. Gives false, for the caller to return. */
bool pattern_fail(const struct pattern_reader *reader, size_t begin, size_t end,
                  struct text message, struct text help);

/* The same for a pattern that needs too many states. */
bool pattern_fail_states(const struct pattern_reader *reader, size_t begin, size_t end);

/* Reads what stands for one byte: a character, an escape, a class or a dot. The set is not empty,
 * and printable ASCII. */
bool pattern_read_set(struct pattern_reader *reader, struct byte_set *set);

enum nfa_kind {
    NFA_BYTES,  /* a byte of the set leads to the next state */
    NFA_SPLIT,  /* no byte: to the next state, and to the one `jump` states on */
    NFA_JUMP,   /* no byte: to the one `jump` states on */
    NFA_ACCEPT, /* the text may end; the last state, and the only one of its kind */
};

/*
 * States stand in the order of the pattern, each part in one piece that is entered at its first
 * state and left to the state after its last. Jumps are relative and stay within that, so a part
 * can be moved and copied.
 */
struct nfa_state {
    uint16_t kind;
    uint16_t set;
    int32_t jump;
};

struct nfa {
    struct arena *arena;
    struct nfa_state *states;
    size_t count;
    struct byte_set *sets; /* distinct */
    size_t set_count;
};

/* Each adds to the NFA, or gives false: it would pass NFA_STATES_MAX. */
bool nfa_add_bytes(struct nfa *nfa, struct byte_set set);
bool nfa_add_accept(struct nfa *nfa);

/* Makes the part from `begin` to the end the first of two alternatives; the second follows. Gives
 * in `*jump` the state that skips it, to be set when its end is known. */
bool nfa_add_alternative(struct nfa *nfa, size_t begin, size_t *jump);

/* Repeats the part from `begin` to the end; `max` may be PATTERN_UNBOUNDED. */
bool nfa_repeat(struct nfa *nfa, size_t begin, size_t min, size_t max);

/* State 0 refuses everything. */
enum { DFA_START = 1 };

struct dfa {
    size_t count;
    size_t classes;             /* of bytes that are not told apart */
    uint8_t map[PATTERN_BYTES]; /* each byte's class; classes are in the order of first bytes */
    uint16_t *next;             /* [count][classes] */
    bool *accepts;              /* [count] */
};

/* Builds the NFA of what stands between the reader's place and its end. False: the error is set. */
bool pattern_parse(const struct pattern_reader *reader, struct nfa *nfa);

/* False: too many states, or too much work. */
bool pattern_subsets(struct arena *arena, const struct nfa *nfa, struct dfa *dfa);

/* The one smallest DFA of the same texts, its states numbered in the order in which ascending bytes
 * reach them. False: more than MINIMAL_STATES_MAX. */
bool pattern_minimise(struct arena *arena, const struct dfa *dfa, struct dfa *minimal);

#endif
