/*
 * What people read: which keys differ, not how. One change for all of a problem's.
 */
#include "diff/compare.h"

struct differing differing_create(struct comparison *comparison)
{
    return (struct differing){.keys = buffer_create(comparison->arena)};
}

static void add_key(struct differing *differing, const char *key, struct places places)
{
    if (differing->count++)
        buffer_string(&differing->keys, ", ");
    else
        differing->places = places;
    buffer_string(&differing->keys, key);
}

void differing_key(struct differing *differing, const char *key, struct string old,
                   struct string new)
{
    if (!text_equal(old.text, new.text))
        add_key(differing, key, (struct places){old.span, new.span});
}

static struct span first_of(struct strings strings)
{
    return strings.count ? strings.items[0].span : (struct span){0, 0};
}

void differing_keys(struct differing *differing, const char *key, struct strings old,
                    struct strings new)
{
    bool same = old.count == new.count;
    for (size_t i = 0; same && i < old.count; i++)
        same = text_equal(old.items[i].text, new.items[i].text);
    if (!same)
        add_key(differing, key, (struct places){first_of(old), first_of(new)});
}

void differing_report(struct comparison *comparison, const char *id, const struct subject *subject,
                      struct differing *differing)
{
    struct places places = {span_or(differing->places.old, subject->places.old),
                            span_or(differing->places.new, subject->places.new)};
    if (differing->count)
        change_add(comparison, id, subject, places, "%.*s %s changed",
                   TEXT_ARGS(buffer_contents(&differing->keys)),
                   differing->count == 1 ? "has" : "have");
}

/* ---------------------------------------------------------------- of a problem */

static void compare_links(struct differing *docs, const struct links *old, const struct links *new)
{
    bool same = old->count == new->count;
    for (size_t i = 0; same && i < old->count; i++)
        same = text_equal(old->items[i].title.text, new->items[i].title.text) &&
               text_equal(old->items[i].url.text, new->items[i].url.text);
    if (!same)
        add_key(docs, "links",
                (struct places){old->count ? old->items[0].url.span : (struct span){0, 0},
                                new->count ? new->items[0].url.span : (struct span){0, 0}});
}

static void compare_operator(struct differing *docs, const struct operator_notes *old,
                             const struct operator_notes *new)
{
    static const struct operator_notes none = {.span = {0, 0}};
    old = old ? old : &none;
    new = new ? new : &none;
    if (!text_equal(old->runbook.text, new->runbook.text) ||
        !text_equal(old->owner.text, new->owner.text) ||
        !text_equal(old->notes.text, new->notes.text))
        add_key(docs, "operator", (struct places){old->span, new->span});
}

static void compare_waivers(struct differing *review, const struct waivers *old,
                            const struct waivers *new)
{
    bool same = old->count == new->count;
    for (size_t i = 0; same && i < old->count; i++)
        same = text_equal(old->items[i].check.text, new->items[i].check.text) &&
               text_equal(old->items[i].reason.text, new->items[i].reason.text);
    if (!same)
        add_key(review, "allow",
                (struct places){old->count ? old->items[0].check.span : (struct span){0, 0},
                                new->count ? new->items[0].check.span : (struct span){0, 0}});
}

void compare_texts(struct comparison *comparison, const struct subject *subject,
                   const struct problem_type *old, const struct problem_type *new)
{
    struct differing shown = differing_create(comparison), docs = differing_create(comparison),
                     review = differing_create(comparison);
    differing_key(&shown, "title", old->title, new->title);
    differing_key(&shown, "detail", old->detail.raw, new->detail.raw);
    differing_key(&docs, "description", old->description, new->description);
    differing_key(&docs, "help", old->help, new->help);
    differing_key(&docs, "since", old->extras->since, new->extras->since);
    differing_keys(&docs, "tags", old->tags, new->tags);
    compare_links(&docs, &old->extras->links, &new->extras->links);
    compare_operator(&docs, old->extras->operator_notes, new->extras->operator_notes);
    compare_waivers(&review, &old->extras->allow, &new->extras->allow);
    differing_report(comparison, "text-changed", subject, &shown);
    differing_report(comparison, "docs-changed", subject, &docs);
    differing_report(comparison, "review-changed", subject, &review);
}
