#include "items.h"

#include "inline.h"
#include "pieces.h"

enum { RUN_PIECES = 6 }; /* of longer ones, pieces are looked at one by one */

struct item_piece {
    const char *literal;
    uint16_t length;
    unsigned char argument;
};

/* What field errors of a rule and a kind of place are made with: several in a row often are of
 * one. */
struct item_run {
    uint32_t head; /* of their records, but for the length of the place */
    bool is_plain; /* the pieces are as put_plain puts them */
    unsigned char count;
    struct item_piece pieces[RUN_PIECES];
    struct program program;
    struct image_text opening;
    size_t room;      /* that they need but for the place */
    size_t place_min; /* bytes of the place, at least */
};

enum { NO_RUN = 0 }; /* as a head: no kind of place is 0 */

/* A record's rule, kind and length of place, as one number. */
static inline uint32_t stored_head(struct stored_violation stored)
{
    return image_u32(stored.begin);
}

/* Whether all pieces but the last are numbers and the like, each of another member: then they are
 * as they were put. The last is a literal: the end of an object. */
static bool take_pieces(struct item_run *run)
{
    struct pieces pieces = program_pieces(run->program);
    struct step piece;
    uint64_t named = 0;
    run->count = 0;
    while (run->count < RUN_PIECES && pieces_next(&pieces, &piece)) {
        run->pieces[run->count++] =
            (struct item_piece){piece.literal, (uint16_t)piece.length, piece.argument};
        if (piece.kind == PROBLEM_STEP_LITERAL)
            return true;
        if (piece.kind != PROBLEM_PIECE_PLAIN || (named >> piece.argument & 1) != 0)
            return false;
        named |= (uint64_t)1 << piece.argument;
    }
    return false;
}

/* False where such field errors can't be written so. */
OUTLINE bool find_run(const struct error_items *items, struct stored_violation stored,
                      struct item_run *run)
{
    const unsigned char *image = items->image, *how = items->how;
    enum problem_where_kind kind = stored_kind(stored);
    const unsigned char *programs = image + image_u32(how + PROBLEM_VIOLATIONS_ITEMS);
    const unsigned char *open =
        how + PROBLEM_VIOLATIONS_OPEN + 4 * (size_t)(kind - PROBLEM_WHERE_BODY);
    uint32_t program = image_u32(programs + 4 * (size_t)stored_rule(stored));
    run->head = NO_RUN;
    if (program == 0 || image_u32(open) == 0)
        return false;
    run->program = program_at(image, program);
    if (program_piece_count(run->program) == 0)
        return false;
    run->opening = image_text(image, open);
    run->is_plain = take_pieces(run);
    run->room = 1 + run->opening.length + pieces_room(run->program);
    run->place_min = kind == PROBLEM_WHERE_BODY ? 0 : 1;
    run->head = stored_head(stored) & 0xffffff;
    return true;
}

/* What most field errors are. NULL where not all was put, in order. `at` is where the first value
 * was put, `behind` where they end. */
INLINE char *put_plain(char *to, const struct item_run *run, const unsigned char *at,
                       const unsigned char *behind)
{
    const struct item_piece *piece = run->pieces, *last = piece + run->count - 1;
    for (; piece < last; piece++) {
        to = put_image_text(to, piece->literal, piece->length);
        if (at == behind || *at != piece->argument)
            return NULL;
        struct image_text text = read_stored_text(at + 1);
        to = put_run(to, text.bytes, text.length);
        at = (const unsigned char *)text.bytes + text.length;
    }
    return at == behind ? put_image_text(to, last->literal, last->length) : NULL;
}

static inline bool finds_room(const char *to, const char *end, const struct item_run *run,
                              struct image_text place)
{
    return place.length >= run->place_min && (size_t)(end - to) >= run->room + place.length;
}

/* What comes before its members, behind a comma. */
INLINE char *open_item(char *to, const struct item_run *run, struct image_text place)
{
    *to = ',';
    to = put_image_text(to + 1, run->opening.bytes, run->opening.length);
    return put_run(to, place.bytes, place.length);
}

/* NULL where it can't be written so, or finds no room. */
INLINE char *put_plain_item(char *to, const char *end, const struct item_run *run,
                            struct stored_violation stored)
{
    struct image_text place = stored_place(stored);
    if (!run->is_plain || !finds_room(to, end, run, place))
        return NULL;
    return put_plain(open_item(to, run, place), run,
                     (const unsigned char *)place.bytes + place.length,
                     stored.end - PROBLEM_VIOLATION_TRAILER);
}

/* Likewise, with any members in any order: the one behind `position`, so that for this rare case
 * nothing of it need be kept at hand. */
OUTLINE char *put_any_item(char *to, const char *end, const struct error_items *items,
                           const struct item_run *run, size_t position)
{
    uint16_t offsets[PROBLEM_MEMBERS_MAX];
    struct scope scope;
    struct stored_violation stored;
    next_stored_violation(items->problem, &position, &stored);
    struct image_text place = stored_place(stored);
    if (!finds_room(to, end, run, place))
        return NULL;
    read_stored_scope(items->image, stored, &scope, offsets);
    return problem_put_pieces(open_item(to, run, place), end, &scope, run->program);
}

char *problem_put_items(char *to, const char *end, struct error_items *items)
{
    const struct problem *problem = items->problem;
    size_t position = items->position, done = position;
    unsigned written = items->written, most = items->most;
    char *begin = to;
    struct stored_violation stored;
    struct item_run run; /* of which nothing is read before find_run; zeros would take as long as
                            a field error */
    run.head = NO_RUN;
    if (image_u32(items->how + PROBLEM_VIOLATIONS_ITEMS) == 0)
        return to;
    while (written < most && next_stored_violation(problem, &position, &stored)) {
        if ((stored_head(stored) & 0xffffff) != run.head && !find_run(items, stored, &run))
            break;
        char *last = put_plain_item(to, end, &run, stored);
        if (last == NULL)
            last = put_any_item(to, end, items, &run, done);
        if (last == NULL)
            break;
        to = last;
        done = position;
        written++;
    }
    if (items->written == 0 && written > 0)
        *begin = '[';
    items->position = done;
    items->written = written;
    return to;
}
