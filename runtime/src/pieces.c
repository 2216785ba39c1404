/*
 * The usual case of a program: no member is missing, and the buffer is as large as it should be.
 * Then there is nothing to decide but what each value is, which the compiler has said. It is most
 * of the work of a response, so that all of it is done by a pointer: room is looked at once, for
 * the widest values, and nothing is counted.
 */
#include "pieces.h"

#include "syntax.h"

/* Bytes of the head's text between code and title, at most. */
enum { BETWEEN_MAX = 16 };

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
    if (quoted)
        *to++ = '"';
    to = escaped ? problem_put_escaped(to, text.bytes, text.length)
                 : put_run(to, text.bytes, text.length);
    if (quoted)
        *to++ = '"';
    return to;
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

/* What most bodies begin with, from their head and their record. */
static inline char *put_opening(char *to, const char *end, const struct sent *sent)
{
    const unsigned char *image = sent->scope.image, *between = image + PROBLEM_HEAD_BETWEEN;
    struct image_text opening = image_text(image, image + PROBLEM_HEAD_OPENING);
    struct image_text code = record_code(sent->record), title = record_title(sent->record);
    if ((size_t)(end - to) <
        opening.length + code.length + BETWEEN_MAX + title.length + PIECES_OVERRUN)
        return NULL;
    to = put_text(to, opening.bytes, opening.length);
    if (image_u32(between) != 0) {
        struct image_text text = image_text(image, between);
        to = put_text(to, code.bytes, code.length);
        to = put_text(to, text.bytes, text.length);
    }
    return put_text(to, title.bytes, title.length);
}

char *problem_put_body(char *to, const char *end, const struct sent *sent, struct program body,
                       const char *occurrence)
{
    if (image_u16(body.form + PROBLEM_FORM_PIECES) == 0)
        return NULL;
    if (is_whole(body))
        return put_whole(to, end, body, occurrence);
    if (body.form[PROBLEM_FORM_OPENING] != 0)
        to = put_opening(to, end, sent);
    return to != NULL ? problem_put_pieces(to, end, &sent->scope, body, occurrence) : NULL;
}
