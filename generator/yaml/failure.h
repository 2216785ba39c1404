/*
 * Between the two halves of explaining a syntax error: syntax.c knows the structure of a file,
 * misread.c the texts that YAML took for something else.
 */
#ifndef PROBLEMC_YAML_FAILURE_H
#define PROBLEMC_YAML_FAILURE_H

#include "yaml/syntax.h"

/* What an explanation knows. */
struct failure {
    struct strict *strict;
    const struct source *source;
    const struct syntax_error *error;
    const struct node *value; /* the value that ends right before `at`, but for blanks; or NULL */
    size_t at, context;       /* as in the error */
    bool flow;                /* inside { } or [ ] */
};

struct diagnostic *failure_report(const struct failure *failure, const char *id, size_t begin,
                                  size_t end, const char *message);

/* The byte that libyaml stopped at; NUL at the end of the file. */
char failure_byte(const struct failure *failure);

size_t failure_begin(const struct failure *failure, const struct node *node);
size_t failure_column(const struct failure *failure, size_t at); /* from 0, in bytes */

/* The end of the word or character at `at`, for a span to underline. */
size_t failure_word_end(const struct failure *failure, size_t at);

/* Notes at a word, and at what libyaml was reading. */
void failure_note(const struct failure *failure, struct diagnostic *finding, size_t at,
                  const char *message);
void failure_note_context(const struct failure *failure, struct diagnostic *finding,
                          const char *message);

/* A text starts with what YAML has another use for. */
struct diagnostic *explain_quote_start(const struct failure *failure, size_t at);
void explain_bad_start(const struct failure *failure);
void explain_block_header(const struct failure *failure);
void explain_stray_dash(const struct failure *failure);
void explain_stray_question(const struct failure *failure);
void explain_property(const struct failure *failure);

/* Text goes on after what YAML took for the whole of `value`. */
void explain_text_after_value(const struct failure *failure);

void explain_stray_colon(const struct failure *failure); /* one too many */
void explain_tight_colon(const struct failure *failure);
void explain_missing_colon(const struct failure *failure); /* a line without */

#endif
