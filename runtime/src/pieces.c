/*
 * The usual case of a program: no member is missing, and the buffer is as large as it should be.
 * Then there is nothing to decide but what each value is, which the compiler has said. It is most
 * of the work of a response, so that all of it is done by a pointer: room is looked at once for a
 * literal and its value, and nothing is counted.
 */
#include "number.h"
#include "program.h"
#include "scan.h"
#include "syntax.h"
#include "violation.h"

static inline char *put_stored_number(char *to, const unsigned char *at)
{
    int64_t value;
    read_stored_number(at, &value);
    return problem_number_text(to, value, stored_scale(at));
}

/* Values that have functions of their own; NULL: there was not enough room. */
static char *put_any(char *to, const char *end, const struct scope *scope, struct step piece)
{
    const unsigned char *shape = scope_shape(scope, piece.argument);
    const unsigned char *at = scope_value(scope, piece.argument);
    struct writer writer = {to, (size_t)(end - to), 0};
    if (piece.kind == PROBLEM_PIECE_JSON || piece.kind == PROBLEM_PIECE_QUOTED_ESCAPED)
        problem_write_json(&writer, scope->image, shape, at, FORM_JSON);
    else
        problem_write_text(&writer, scope->image, shape, at, FORM_JSON);
    return writer.used <= writer.size ? to + writer.used : NULL;
}

static char *put_value(char *to, const char *end, const struct scope *scope, struct step piece)
{
    const size_t quotes = 2;
    bool quoted = piece.kind == PROBLEM_PIECE_QUOTED || piece.kind == PROBLEM_PIECE_QUOTED_ESCAPED;
    bool escaped =
        piece.kind == PROBLEM_PIECE_ESCAPED || piece.kind == PROBLEM_PIECE_QUOTED_ESCAPED;
    if (piece.kind >= PROBLEM_PIECE_TEXT)
        return put_any(to, end, scope, piece);
    struct image_text text = read_stored_string(scope_value(scope, piece.argument));
    if ((size_t)(end - to) < text.length + WRITER_OVERRUN + quotes)
        return NULL;
    if (escaped && scan_for(SCAN_ESCAPES, text.bytes, text.length) != text.length)
        return put_any(to, end, scope, piece);
    if (quoted)
        *to++ = '"';
    to = put_run(to, text.bytes, text.length);
    if (quoted)
        *to++ = '"';
    return to;
}

char *problem_put_pieces(char *to, const char *end, const struct scope *scope,
                         const unsigned char *program, const char *occurrence)
{
    struct program pieces = program_pieces(program);
    struct step piece;
    uint64_t needs = image_u64(program + PROBLEM_PROGRAM_NEEDS);
    if ((needs & ~scope->present) != 0 || pieces.next == pieces.end)
        return NULL;
    while (program_next(&pieces, &piece)) {
        if ((size_t)(end - to) < piece.length + WRITER_OVERRUN + PROBLEM_DECIMAL_MAX)
            return NULL;
        to = put_run(to, piece.literal, piece.length);
        if (piece.kind == PROBLEM_PIECE_NUMBER)
            to = put_stored_number(to, scope_value(scope, piece.argument));
        else if (piece.kind == PROBLEM_STEP_OCCURRENCE)
            memcpy(to - piece.argument - ID_LENGTH, occurrence, ID_LENGTH);
        else if (piece.kind != PROBLEM_STEP_LITERAL)
            to = put_value(to, end, scope, piece);
        if (to == NULL)
            return NULL;
    }
    return to;
}

/*
 * What most field errors are: nothing but numbers, which were put in the order in which the text
 * names them, each once. NULL for others. `at` is where the first one was put, `behind` where they
 * end.
 */
static char *put_numbers(char *to, const char *end, const unsigned char *program,
                         const unsigned char *at, const unsigned char *behind)
{
    struct program pieces = program_pieces(program);
    struct step piece;
    if (pieces.next == pieces.end)
        return NULL;
    while (program_next(&pieces, &piece)) {
        if ((size_t)(end - to) < piece.length + WRITER_OVERRUN + PROBLEM_DECIMAL_MAX)
            return NULL;
        to = put_run(to, piece.literal, piece.length);
        if (piece.kind == PROBLEM_STEP_LITERAL)
            continue;
        if (piece.kind != PROBLEM_PIECE_NUMBER || at == behind || *at++ != piece.argument)
            return NULL;
        to = put_stored_number(to, at);
        at += stored_number_length(at);
    }
    return at == behind ? to : NULL;
}

/* Any members in any order. */
static char *put_members(char *to, const char *end, const unsigned char *image,
                         const unsigned char *program, struct stored_violation stored)
{
    static const char no_id[ID_LENGTH] = ""; /* no program of an item has a place for one */
    uint16_t offsets[PROBLEM_MEMBERS_MAX];
    struct scope scope;
    read_stored_scope(image, stored, &scope, offsets);
    return problem_put_pieces(to, end, &scope, program, no_id);
}

bool problem_write_item(struct writer *writer, const unsigned char *image, const unsigned char *how,
                        struct stored_violation stored)
{
    const unsigned char *open =
        how + PROBLEM_VIOLATIONS_OPEN + 4 * ((size_t)stored_kind(stored) - PROBLEM_WHERE_BODY);
    uint32_t items = image_u32(how + PROBLEM_VIOLATIONS_ITEMS);
    struct image_text place = stored_place(stored);
    if (items == 0 || image_u32(open) == 0 ||
        (place.length == 0 && stored_kind(stored) != PROBLEM_WHERE_BODY))
        return false;
    struct image_text opening = image_text(image, open);
    if (writer_room(writer) < opening.length + place.length + WRITER_OVERRUN)
        return false;

    const unsigned char *item = image + image_u32(image + items + 4 * (size_t)stored_rule(stored));
    const char *end = writer->buffer + writer->size;
    char *to = put_run(writer->buffer + writer->used, opening.bytes, opening.length);
    char *text = put_run(to, place.bytes, place.length);
    to = put_numbers(text, end, item, (const unsigned char *)place.bytes + place.length,
                     stored.end - PROBLEM_VIOLATION_TRAILER);
    if (to == NULL)
        to = put_members(text, end, image, item, stored);
    if (to != NULL)
        writer->used = (size_t)(to - writer->buffer);
    return to != NULL;
}
