/*
 * two_layers_samples.h - what databases, languages and tools really said when they failed, and
 * the tokens by which it would be known again in a response.
 */
#ifndef TWO_LAYERS_SAMPLES_H
#define TWO_LAYERS_SAMPLES_H

#include <stdbool.h>
#include <stddef.h>

struct token {
    const char *bytes;
    size_t length;
};

struct sample {
    char name[80];    /* its file, and the line's number */
    const char *text; /* NUL-terminated, no NUL within */
    size_t length;
    bool whole; /* a whole output; else one line of it */
    const struct token *tokens;
    size_t token_count;
};

struct samples {
    const struct sample *items;
    size_t count, whole_count, token_count;
    size_t known_tokens; /* that were left out: the registry itself says them */
};

/*
 * The outputs of corpora/leak-samples and corpora/leak-traces, each whole and each line once.
 * Tokens are the lines, the words with a digit, a capital inside or punctuation, and what the
 * corpus names; but none that the text `known` holds. To be called once: what it returns stays.
 * Ends the program where the corpora can't be read.
 */
struct samples samples_read(const char *corpora, const char *known);

#endif
