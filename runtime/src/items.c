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
static inline char *put_numbers(char *to, struct steps pieces, const unsigned char *at,
                                const unsigned char *behind)
{
    struct step piece;
    uint64_t done = 0;
    while (steps_next(&pieces, &piece)) {
        to = put_text(to, piece.literal, piece.length);
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

char *problem_violation_text(char *to, const char *end, const struct item_forms *items,
                             struct stored_violation stored, char before)
{
    const struct image_text *opening = &items->openings[stored_kind(stored) - PROBLEM_WHERE_BODY];
    struct image_text place = stored_place(stored);
    uint32_t offset =
        items->programs != NULL ? image_u32(items->programs + 4 * (size_t)stored_rule(stored)) : 0;
    if (offset == 0 || opening->length == 0 ||
        (place.length == 0 && stored_kind(stored) != PROBLEM_WHERE_BODY) ||
        (size_t)(end - to) < 1 + opening->length + place.length + PIECES_OVERRUN)
        return NULL;

    struct program program = program_at(items->image, offset);
    *to++ = before;
    to = put_run(to, opening->bytes, opening->length);
    to = put_run(to, place.bytes, place.length);
    struct steps pieces = program_pieces(program);
    if (pieces.next == pieces.end || !pieces_fit(to, end, program))
        return NULL;
    char *last = put_numbers(to, pieces, (const unsigned char *)place.bytes + place.length,
                             stored.end - PROBLEM_VIOLATION_TRAILER);
    return last != NULL ? last : put_in_any_order(to, end, items->image, program, stored);
}
