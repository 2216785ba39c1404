/*
 * The headers of a problem's responses. Case makes no difference to a header's name (RFC 9110 5.1),
 * nor does their order.
 */
#include "diff/compare.h"

static const struct header *find_header(const struct headers *headers, struct text name)
{
    for (size_t i = 0; i < headers->count; i++)
        if (text_equal_ignoring_case(headers->items[i].name.text, name))
            return &headers->items[i];
    return NULL;
}

static void compare_header(struct comparison *comparison, const struct subject *subject,
                           const struct header *old, const struct header *new)
{
    struct text before = old->value.raw.text, after = new->value.raw.text;
    if (!text_equal(before, after))
        change_add(comparison, "header-changed", subject,
                   (struct places){old->value.raw.span, new->value.raw.span},
                   "%.*s is %.*s, was %.*s", TEXT_ARGS(new->name.text), TEXT_ARGS(after),
                   TEXT_ARGS(before));
}

void compare_headers(struct comparison *comparison, const struct subject *subject,
                     const struct headers *old, const struct headers *new)
{
    for (size_t i = 0; i < old->count; i++) {
        const struct header *header = &old->items[i];
        const struct header *now = find_header(new, header->name.text);
        if (now)
            compare_header(comparison, subject, header, now);
        else
            change_add(comparison, "header-removed", subject,
                       (struct places){header->name.span, subject->places.new},
                       "the header %.*s is gone", TEXT_ARGS(header->name.text));
    }
    for (size_t i = 0; i < new->count; i++) {
        const struct header *header = &new->items[i];
        if (find_header(old, header->name.text) == NULL)
            change_add(comparison, "header-added", subject,
                       (struct places){{0, 0}, header->name.span}, "there is a header %.*s now",
                       TEXT_ARGS(header->name.text));
    }
}
