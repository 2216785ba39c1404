/*
 * The usual case of a program: no member is missing, and the buffer is as large as it should be.
 * Then there is nothing to decide but what each value is, which the compiler has said. It is most
 * of the work of a response, so that all of it is done by a pointer: room is looked at once, for
 * the widest values, and nothing is counted.
 */
#include "pieces.h"

#include "inline.h"
#include "syntax.h"

/* Bytes of the head's text between code and title, at most. */
enum { BETWEEN_MAX = 16 };

static inline void put_id(char *behind, const char *occurrence)
{
    memcpy(behind - ID_LENGTH, occurrence, ID_LENGTH);
}

/* What pieces are put from. */
struct sources {
    const char *end; /* of the room */
    const struct scope *scope;
    const struct sent *sent; /* needed for field errors alone */
    struct program program;
    const char *occurrence;
};

/* Values that have functions of their own; NULL: there was not enough room. */
OUTLINE char *put_any(char *to, const struct sources *sources, struct step piece)
{
    const struct scope *scope = sources->scope;
    const unsigned char *shape = scope_shape(scope, piece.argument);
    const unsigned char *at = scope_value(scope, piece.argument);
    struct writer writer = {to, (size_t)(sources->end - to), 0};
    if (piece.kind == PROBLEM_PIECE_JSON)
        problem_write_json(&writer, scope->image, shape, at, FORM_JSON);
    else
        problem_write_text(&writer, scope->image, shape, at, FORM_JSON);
    return writer.used <= writer.size ? to + writer.used : NULL;
}

/* Their literal is already there, but goes where there are none. They may take any room. */
OUTLINE char *put_violations(char *to, const struct sources *sources, struct step piece)
{
    char *begin = to - piece.length;
    struct writer writer = {begin, (size_t)(sources->end - begin), 0};
    problem_write_violations(&writer, sources->sent, piece.literal, piece.length);
    if (writer.used > writer.size)
        return NULL;
    to = begin + writer.used;
    return pieces_fit(to, sources->end, sources->program) ? to : NULL;
}

static char *put_string_value(char *to, const struct sources *sources, struct step piece)
{
    struct image_text text = read_stored_string(scope_value(sources->scope, piece.argument));
    bool quoted = piece.kind == PROBLEM_PIECE_QUOTED || piece.kind == PROBLEM_PIECE_QUOTED_ESCAPED;
    bool escaped =
        piece.kind == PROBLEM_PIECE_ESCAPED || piece.kind == PROBLEM_PIECE_QUOTED_ESCAPED;
    if (quoted)
        *to++ = '"';
    to = escaped ? problem_put_escaped(to, text.bytes, text.length)
                 : put_run(to, text.bytes, text.length);
    if (quoted)
        *to++ = '"';
    return to;
}

static char *put_instance(char *to, const struct sources *sources, struct step piece)
{
    const unsigned char *image = sources->scope->image;
    struct image_text text = image_text(image, image + PROBLEM_HEAD_INSTANCE);
    to = put_image_text(to, text.bytes, text.length);
    put_id(to - piece.argument, sources->occurrence);
    return to;
}

/* What stands behind a piece's literal, which ends at `to`. */
static char *put_behind(char *to, const struct sources *sources, struct step piece)
{
    switch (piece.kind) {
    case PROBLEM_STEP_INSTANCE:
        return put_instance(to, sources, piece);
    case PROBLEM_STEP_OCCURRENCE:
        put_id(to - piece.argument, sources->occurrence);
        return to;
    case PROBLEM_STEP_LITERAL:
        return to;
    case PROBLEM_STEP_VIOLATIONS:
        return put_violations(to, sources, piece);
    case PROBLEM_PIECE_TEXT:
    case PROBLEM_PIECE_JSON:
        return put_any(to, sources, piece);
    default:
        return put_string_value(to, sources, piece);
    }
}

static char *put_pieces(char *to, const struct sources *sources)
{
    const struct scope *scope = sources->scope;
    struct steps pieces = program_pieces(sources->program);
    struct step piece;
    uint64_t needs = image_u64(sources->program.form + PROBLEM_FORM_NEEDS);
    if ((needs & ~scope->present) != 0 || pieces.next == pieces.end ||
        !pieces_fit(to, sources->end, sources->program))
        return NULL;
    while (to != NULL && steps_next(&pieces, &piece)) {
        to = put_image_text(to, piece.literal, piece.length);
        if (piece.kind == PROBLEM_PIECE_NUMBER)
            to = put_stored_number(to, scope_value(scope, piece.argument));
        else
            to = put_behind(to, sources, piece);
    }
    return to;
}

char *problem_put_pieces(char *to, const char *end, const struct scope *scope,
                         struct program program, const char *occurrence)
{
    const struct sources sources = {end, scope, NULL, program, occurrence};
    return put_pieces(to, &sources);
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
    to = put_image_text(to, opening.bytes, opening.length);
    if (image_u32(between) != 0) {
        struct image_text text = image_text(image, between);
        to = put_image_text(to, code.bytes, code.length);
        to = put_image_text(to, text.bytes, text.length);
    }
    return put_image_text(to, title.bytes, title.length);
}

char *problem_put_body(char *to, const char *end, const struct sent *sent, struct program body,
                       const char *occurrence)
{
    if (image_u16(body.form + PROBLEM_FORM_PIECES) == 0)
        return NULL;
    if (body.form[PROBLEM_FORM_OPENING] != 0)
        to = put_opening(to, end, sent);
    const struct sources sources = {end, &sent->scope, sent, body, occurrence};
    return to != NULL ? put_pieces(to, &sources) : NULL;
}
