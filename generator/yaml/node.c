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

bool text_is_null(struct text text)
{
    return text.length == 0 || text_is(text, "~") || text_is(text, "null") ||
           text_is(text, "Null") || text_is(text, "NULL");
}
