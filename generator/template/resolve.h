/*
 * What a tag's path means at one place of the walk.
 */
#ifndef PROBLEMC_TEMPLATE_RESOLVE_H
#define PROBLEMC_TEMPLATE_RESOLVE_H

#include "template/parse.h"

/* All that a name can mean: fields of the current item and of the root, and where in its list the
 * item stands. */
struct scope {
    const struct value *root;
    const struct value *item; /* the root, a map that was entered, or an item of a list */
    size_t index, count;      /* in the list; count 0: not in a list */
};

/*
 * The node's value, or NULL and a finding. It is in `*made` where it is not there by itself:
 * -first, -last, -index, and what a map makes.
 */
const struct value *template_resolve(struct template_node *node, const struct scope *scope,
                                     struct diagnostics *diagnostics, struct value *made);

/* Reports that `name`, in the node, is of this kind, and what that rules out. */
void template_report_kind(struct template_node *node, struct text name, enum value_kind kind,
                          const char *ruled_out, struct diagnostics *diagnostics);

/* True once for each node: an error in a tag is said once, not for every item. */
bool template_first_finding(struct template_node *node);

#endif
