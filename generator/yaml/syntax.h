/*
 * Syntax errors in plain words. libyaml says where its grammar broke; this says what the author
 * most likely meant and what to write.
 */
#ifndef PROBLEMC_YAML_SYNTAX_H
#define PROBLEMC_YAML_SYNTAX_H

#include "yaml/strict.h"

#define SYNTAX_NO_CONTEXT SIZE_MAX

struct syntax_error {
    const char *problem;       /* libyaml's words, or NULL */
    const char *context_words; /* what it was reading; NULL without a context */
    size_t at;                 /* offset in the source */
    size_t context;            /* where what could not be read began, or SYNTAX_NO_CONTEXT */
    const struct node *open;   /* the innermost collection that is open, or NULL */
    const struct node *value;  /* the value completed last, or NULL */
};

void syntax_explain(struct strict *strict, const struct syntax_error *error);

#endif
