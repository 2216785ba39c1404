/*
 * Related problems: those of the same registry with tags in common, then those of the same status.
 * A page is compared with those in its groups, and of a large group with the first ones, so that
 * the work is linear in the pages.
 */
#include "docs/site.h"

#include <inttypes.h>

enum {
    RELATED_MAX = 6,
    COMPARED_MAX = 64, /* of one group */
};

/* The pages of a tag or a status, in order. */
struct group {
    const struct page *pages[COMPARED_MAX];
    size_t count;
};

/* ---------------------------------------------------------------- groups */

static struct text tag_name(struct arena *arena, const struct page *page, size_t i)
{
    return arena_format(arena, "%.*s#%.*s", TEXT_ARGS(page->of->registry->name.text),
                        TEXT_ARGS(page->problem->tags.items[i].text));
}

static struct text status_name(struct arena *arena, const struct page *page)
{
    return arena_format(arena, "%.*s=%" PRId64, TEXT_ARGS(page->of->registry->name.text),
                        page->problem->status.value);
}

static void join(struct building *building, struct text name, const struct page *page)
{
    size_t at = building->group_names.count;
    if (map_add(building->arena, &building->group_names, name, at))
        arena_push(building->arena, &building->groups, at, sizeof *building->groups);
    else
        map_get(&building->group_names, name, &at);
    struct group *group = &building->groups[at];
    if (group->count < COMPARED_MAX)
        group->pages[group->count++] = page;
}

void site_group_pages(struct building *building)
{
    for (size_t i = 0; i < building->page_count; i++) {
        const struct page *page = &building->pages[i];
        for (size_t j = 0; j < page->problem->tags.count; j++)
            join(building, tag_name(building->arena, page, j), page);
        join(building, status_name(building->arena, page), page);
    }
}

/* ---------------------------------------------------------------- the best */

struct best {
    const struct page *pages[RELATED_MAX];
    size_t scores[RELATED_MAX];
    size_t count;
};

static size_t shared_tags(const struct problem_type *a, const struct problem_type *b)
{
    size_t count = 0;
    for (size_t i = 0; i < a->tags.count; i++)
        for (size_t j = 0; j < b->tags.count; j++)
            count += text_equal(a->tags.items[i].text, b->tags.items[j].text);
    return count;
}

static bool is_among(const struct best *best, const struct page *page)
{
    for (size_t i = 0; i < best->count; i++)
        if (best->pages[i] == page)
            return true;
    return false;
}

/* Sorts the page in; earlier pages first where they are as near. */
static void keep_best(struct best *best, const struct page *page, size_t score)
{
    size_t at = best->count;
    while (at && (best->scores[at - 1] < score ||
                  (best->scores[at - 1] == score && best->pages[at - 1] > page)))
        at--;
    if (at == RELATED_MAX)
        return;
    best->count += best->count < RELATED_MAX;
    for (size_t i = best->count - 1; i > at; i--) {
        best->pages[i] = best->pages[i - 1];
        best->scores[i] = best->scores[i - 1];
    }
    best->pages[at] = page;
    best->scores[at] = score;
}

static void compare_group(const struct building *building, struct text name,
                          const struct page *page, struct best *best)
{
    size_t at = 0;
    map_get(&building->group_names, name, &at);
    const struct group *group = &building->groups[at];
    for (size_t i = 0; i < group->count; i++) {
        const struct page *other = group->pages[i];
        if (other == page || is_among(best, other))
            continue;
        bool same_status = other->problem->status.value == page->problem->status.value;
        keep_best(best, other, 2 * shared_tags(page->problem, other->problem) + same_status);
    }
}

struct value *site_related(struct building *building, const struct page *page, struct arena *arena)
{
    struct best best = {.count = 0};
    struct value *list = value_list(arena);
    for (size_t i = 0; i < page->problem->tags.count; i++)
        compare_group(building, tag_name(arena, page, i), page, &best);
    compare_group(building, status_name(arena, page), page, &best);
    for (size_t i = 0; i < best.count; i++) {
        struct value *map = value_map(arena);
        page_copy(arena, map, best.pages[i]->view, "code");
        page_copy(arena, map, best.pages[i]->view, "status");
        page_copy(arena, map, best.pages[i]->view, "title");
        value_add(arena, list, map);
    }
    return list;
}
