#include "items.h"

#include "inline.h"
#include "pieces.h"

void problem_read_items(const unsigned char *image, const unsigned char *how,
                        struct item_forms *items)
{
    uint32_t programs = image_u32(how + PROBLEM_VIOLATIONS_ITEMS);
    items->image = image;
    items->programs = programs != 0 ? image + programs : NULL;
    for (size_t i = 0; i < sizeof items->openings / sizeof *items->openings; i++) {
        const unsigned char *open = how + PROBLEM_VIOLATIONS_OPEN + 4 * i;
        items->openings[i].length = 0;
        if (image_u32(open) != 0)
            items->openings[i] = image_text(image, open);
    }
}

/*
 * What most field errors are: nothing but numbers, which were put in the order in which the text
 * names them, each once. NULL for others: of a number that was put twice, every place that names it
 * has the last one. `at` is where the first one was put, `behind` where they end.
 */
INLINE char *put_numbers(char *to, struct steps pieces, const unsigned char *at,
                         const unsigned char *behind)
{
    struct step piece;
    uint64_t done = 0;
    while (steps_next(&pieces, &piece)) {
        to = put_image_text(to, piece.literal, piece.length);
        if (piece.kind == PROBLEM_STEP_LITERAL)
            continue;
        if (piece.kind != PROBLEM_PIECE_NUMBER || at == behind || *at++ != piece.argument ||
            (done >> piece.argument & 1) != 0)
            return NULL;
        done |= (uint64_t)1 << piece.argument;
        to = put_stored_number(to, at);
        at += stored_number_length(at);
    }
    return at == behind ? to : NULL;
}

/* Any members in any order. */
OUTLINE char *put_in_any_order(char *to, const char *end, const unsigned char *image,
                               struct program program, struct stored_violation stored)
{
    static const char no_id[ID_LENGTH] = ""; /* no program of an item has a place for one */
    uint16_t offsets[PROBLEM_MEMBERS_MAX];
    struct scope scope;
    read_stored_scope(image, stored, &scope, offsets);
    return problem_put_pieces(to, end, &scope, program, no_id);
}

/* What field errors of a rule are made with: several in a row often are of one. */
struct rule_item {
    uint32_t rule;
    struct program program;
    struct steps pieces; /* none where the rule has no such form here */
    size_t size;         /* bytes that the pieces take at most */
};

static void find_rule_item(const struct item_forms *items, uint32_t rule, struct rule_item *item)
{
    uint32_t offset = image_u32(items->programs + 4 * (size_t)rule);
    item->rule = rule;
    item->pieces.next = item->pieces.end = NULL;
    if (offset == 0)
        return;
    item->program = program_at(items->image, offset);
    item->pieces = program_pieces(item->program);
    item->size = pieces_size(item->program);
}

/* NULL where it can't be written so. */
INLINE char *put_item(char *to, const char *end, const struct item_forms *items,
                      const struct rule_item *item, struct stored_violation stored, char before)
{
    const struct image_text *opening = &items->openings[stored_kind(stored) - PROBLEM_WHERE_BODY];
    struct image_text place = stored_place(stored);
    if (item->pieces.next == item->pieces.end || opening->length == 0 ||
        (place.length == 0 && stored_kind(stored) != PROBLEM_WHERE_BODY) ||
        (size_t)(end - to) < 1 + opening->length + place.length + item->size + PIECES_OVERRUN)
        return NULL;

    *to++ = before;
    to = put_run(to, opening->bytes, opening->length);
    to = put_run(to, place.bytes, place.length);
    char *last = put_numbers(to, item->pieces, (const unsigned char *)place.bytes + place.length,
                             stored.end - PROBLEM_VIOLATION_TRAILER);
    return last != NULL ? last : put_in_any_order(to, end, items->image, item->program, stored);
}

char *problem_put_items(char *to, const char *end, const struct item_forms *items,
                        const struct problem *problem, struct items_progress *progress)
{
    size_t position = progress->position;
    unsigned written = progress->written, most = progress->most;
    struct stored_violation stored;
    struct rule_item item = {.rule = UINT32_MAX};
    while (items->programs != NULL && written < most &&
           next_stored_violation(problem, &position, &stored)) {
        if (stored_rule(stored) != item.rule)
            find_rule_item(items, stored_rule(stored), &item);
        char *last = put_item(to, end, items, &item, stored, written == 0 ? '[' : ',');
        if (last == NULL)
            break;
        to = last;
        written++;
        progress->position = position;
    }
    progress->written = written;
    return to;
}
