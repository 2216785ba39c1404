/*
 * Looking into the tree.
 */
#include "yaml/tree.h"

const struct node *node_get(const struct node *mapping, const char *key)
{
    if (mapping == NULL || mapping->kind != NODE_MAPPING)
        return NULL;
    for (const struct node *entry = mapping->first; entry != NULL; entry = entry->next)
        if (text_is(entry->text, key))
            return entry->value;
    return NULL;
}

bool node_is_null(const struct node *node)
{
    if (node->kind != NODE_SCALAR || node->style != STYLE_PLAIN)
        return false;
    switch (node->text.length) {
    case 0:
        return true;
    case 1:
        return text_is(node->text, "~");
    case 4:
        return text_is(node->text, "null") || text_is(node->text, "Null") ||
               text_is(node->text, "NULL");
    default:
        return false;
    }
}
