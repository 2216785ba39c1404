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

enum {
    PIECES_OVERRUN = 32, /* bytes that put_text reads and writes behind a text at most */
    LONG = 128,          /* from here on, memcpy is worth its call */
    BETWEEN_MAX = 16     /* bytes of the head's text between code and title, at most */
};

/* Copies a text of the image: the first blocks without a look at how many there are. */
static inline char *put_text(char *to, const char *bytes, size_t length)
{
    memcpy(to, bytes, WRITER_OVERRUN);
    if (length > WRITER_OVERRUN) {
        memcpy(to + WRITER_OVERRUN, bytes + WRITER_OVERRUN, WRITER_OVERRUN);
        if (length > LONG)
            memcpy(to, bytes, length);
        else
            for (size_t at = 2 * WRITER_OVERRUN; at < length; at += 2 * WRITER_OVERRUN) {
                memcpy(to + at, bytes + at, WRITER_OVERRUN);
                memcpy(to + at + WRITER_OVERRUN, bytes + at + WRITER_OVERRUN, WRITER_OVERRUN);
            }
    }
    return to + length;
}

/* Most numbers are amounts of money, or counts. */
static inline char *put_stored_number(char *to, const unsigned char *at)
{
    unsigned scale = stored_scale(at);
    int64_t value;
    read_stored_number(at, &value);
    if (value < 0 || (scale != 2 && scale != 0))
        return problem_number_text(to, value, scale);
    if (scale == 0)
        return put_digits(to, (uint64_t)value);
    uint64_t whole = (uint64_t)value / 100;
    to = put_digits(to, whole);
    *to = '.';
    return put_pair(to + 1, (unsigned)((uint64_t)value - whole * 100));
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
    bool quoted = piece.kind == PROBLEM_PIECE_QUOTED || piece.kind == PROBLEM_PIECE_QUOTED_ESCAPED;
    bool escaped =
        piece.kind == PROBLEM_PIECE_ESCAPED || piece.kind == PROBLEM_PIECE_QUOTED_ESCAPED;
    if (piece.kind >= PROBLEM_PIECE_TEXT)
        return put_any(to, end, scope, piece);
    struct image_text text = read_stored_string(scope_value(scope, piece.argument));
    if (escaped && scan_for(SCAN_ESCAPES, text.bytes, text.length) != text.length)
        return put_any(to, end, scope, piece);
    if (quoted)
        *to++ = '"';
    to = put_run(to, text.bytes, text.length);
    if (quoted)
        *to++ = '"';
    return to;
}

/* Whether what the pieces make is sure to find room; more may be written over behind it. */
static inline bool pieces_fit(const char *to, const char *end, struct program program)
{
    size_t size = image_u16(program.text + PROBLEM_TEXT_LENGTH) +
                  (size_t)image_u32(program.form + PROBLEM_FORM_WIDTH);
    return (size_t)(end - to) >= size + PIECES_OVERRUN;
}

static inline void put_id(char *behind, const char *occurrence)
{
    memcpy(behind - ID_LENGTH, occurrence, ID_LENGTH);
}

static inline char *put_instance(char *to, const struct scope *scope, struct step piece,
                                 const char *occurrence)
{
    struct image_text text = image_text(scope->image, scope->image + PROBLEM_HEAD_INSTANCE);
    to = put_text(to, text.bytes, text.length);
    put_id(to - piece.argument, occurrence);
    return to;
}

/* `to` is behind the piece's literal. */
static inline char *put_behind(char *to, const char *end, const struct scope *scope,
                               struct step piece, const char *occurrence)
{
    switch (piece.kind) {
    case PROBLEM_PIECE_NUMBER:
        return put_stored_number(to, scope_value(scope, piece.argument));
    case PROBLEM_STEP_INSTANCE:
        return put_instance(to, scope, piece, occurrence);
    case PROBLEM_STEP_OCCURRENCE:
        put_id(to - piece.argument, occurrence);
        return to;
    case PROBLEM_STEP_LITERAL:
        return to;
    default:
        return put_value(to, end, scope, piece);
    }
}

char *problem_put_pieces(char *to, const char *end, const struct scope *scope,
                         struct program program, const char *occurrence)
{
    struct steps pieces = program_pieces(program);
    struct step piece;
    uint64_t needs = image_u64(program.form + PROBLEM_FORM_NEEDS);
    if ((needs & ~scope->present) != 0 || pieces.next == pieces.end ||
        !pieces_fit(to, end, program))
        return NULL;
    while (to != NULL && steps_next(&pieces, &piece)) {
        to = put_text(to, piece.literal, piece.length);
        to = put_behind(to, end, scope, piece, occurrence);
    }
    return to;
}

/* Whether it is always the same but for the id: a single piece. */
static inline bool is_whole(struct program body)
{
    struct steps pieces = program_pieces(body);
    unsigned kind = pieces.next[PROBLEM_STEP_KIND];
    return pieces.end - pieces.next == PROBLEM_STEP_LENGTH &&
           body.form[PROBLEM_FORM_OPENING] == 0 &&
           (kind == PROBLEM_STEP_LITERAL || kind == PROBLEM_STEP_OCCURRENCE);
}

static char *put_whole(char *to, const char *end, struct program body, const char *occurrence)
{
    struct steps pieces = program_pieces(body);
    size_t length = image_u16(pieces.lengths);
    if ((size_t)(end - to) < length)
        return NULL;
    memcpy(to, pieces.literal, length);
    to += length;
    if (pieces.next[PROBLEM_STEP_KIND] == PROBLEM_STEP_OCCURRENCE)
        put_id(to - pieces.next[PROBLEM_STEP_ARGUMENT], occurrence);
    return to;
}

char *problem_put_body(char *to, const char *end, const struct sent *sent, struct program body,
                       const char *occurrence)
{
    const unsigned char *image = sent->scope.image, *between = image + PROBLEM_HEAD_BETWEEN;
    if (image_u16(body.form + PROBLEM_FORM_PIECES) == 0)
        return NULL;
    if (is_whole(body))
        return put_whole(to, end, body, occurrence);
    if (body.form[PROBLEM_FORM_OPENING] != 0) {
        struct image_text opening = image_text(image, image + PROBLEM_HEAD_OPENING);
        struct image_text code = record_code(sent->record), title = record_title(sent->record);
        if ((size_t)(end - to) <
            opening.length + code.length + BETWEEN_MAX + title.length + PIECES_OVERRUN)
            return NULL;
        to = put_text(to, opening.bytes, opening.length);
        if (image_u32(between) != 0) {
            to = put_text(to, code.bytes, code.length);
            to = put_text(to, image_text(image, between).bytes, image_text(image, between).length);
        }
        to = put_text(to, title.bytes, title.length);
    }
    return problem_put_pieces(to, end, &sent->scope, body, occurrence);
}

/*
 * What most field errors are: nothing but numbers, which were put in the order in which the text
 * names them, each once. NULL for others. `at` is where the first one was put, `behind` where they
 * end.
 */
static char *put_numbers(char *to, const char *end, struct program program, const unsigned char *at,
                         const unsigned char *behind)
{
    struct steps pieces = program_pieces(program);
    struct step piece;
    if (pieces.next == pieces.end || !pieces_fit(to, end, program))
        return NULL;
    while (steps_next(&pieces, &piece)) {
        to = put_text(to, piece.literal, piece.length);
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
                         struct program program, struct stored_violation stored)
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

    struct program item =
        program_at(image, image_u32(image + items + 4 * (size_t)stored_rule(stored)));
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
