/*
 * The usual case of a program: no member is missing, and the buffer is as large as it should be.
 * Then there is nothing to decide but what each value is, which the compiler has said. It is most
 * of the work of a response, so that all of it is done by a pointer: room is looked at once, for
 * the widest values, and nothing is counted.
 */
#include "pieces.h"

#include "inline.h"
#include "syntax.h"

/* Values that have functions of their own; NULL: there was not enough room. */
OUTLINE char *put_any(char *to, const char *end, const struct scope *scope, struct step piece)
{
    const unsigned char *shape = scope_shape(scope, piece.argument);
    const unsigned char *at = scope_value(scope, piece.argument);
    struct writer writer = {to, (size_t)(end - to), 0};
    if (piece.kind == PROBLEM_PIECE_JSON)
        problem_write_json(&writer, scope->image, shape, at, FORM_JSON);
    else
        problem_write_text(&writer, scope->image, shape, at, FORM_JSON);
    return writer.used <= writer.size ? to + writer.used : NULL;
}

/* Field errors, which may take any room; their literal is already there, but goes where there are
 * none. Only bodies have them. */
OUTLINE char *put_violations(char *to, const char *end, const struct sent *sent, struct step piece)
{
    size_t room = pieces_room(program_of(sent->scope.image, sent->record, sent->profile));
    char *begin = to - piece.length;
    struct writer writer = {begin, (size_t)(end - begin), 0};
    problem_write_violations(&writer, sent, piece.literal, piece.length);
    return writer.used <= writer.size && writer.size - writer.used >= room ? begin + writer.used
                                                                           : NULL;
}

/* Most need no escape after all, as was seen when they were put. */
static inline char *put_string_value(char *to, const unsigned char *at)
{
    struct image_text text = read_stored_text(at);
    return stored_is_plain(at) ? put_run(to, text.bytes, text.length)
                               : problem_put_escaped(to, text.bytes, text.length);
}

static inline char *put_quoted_value(char *to, const unsigned char *at)
{
    *to = '"';
    to = put_string_value(to + 1, at);
    *to = '"';
    return to + 1;
}

/* As it was made: see put_uuid. */
static inline char *put_occurrence(char *to, const char *occurrence)
{
    memcpy(to, occurrence, 16);
    memcpy(to + 16, occurrence + 16, 16);
    memcpy(to + 32, occurrence + 32, ID_LENGTH - 32);
    return to + ID_LENGTH;
}

/* What pieces are put from. */
struct sources {
    struct program program;
    const struct scope *scope;
    const struct sent *sent;      /* of a body; NULL: it is something else */
    const char *occurrence;       /* the id */
    enum problem_opening opening; /* of a body */
};

/* What is behind a literal and not as usual; NULL: there was not enough room after all. `at` is
 * where the piece stands in the form. */
OUTLINE char *put_unusual(char *to, const char *end, const struct scope *scope,
                          const struct sent *sent, const unsigned char *at, const char *literal,
                          size_t length)
{
    const struct step piece = {literal, length, at[PROBLEM_STEP_KIND], at[PROBLEM_STEP_ARGUMENT]};
    switch (piece.kind) {
    case PROBLEM_STEP_LITERAL:
        return to;
    case PROBLEM_PIECE_ESCAPED:
        return put_string_value(to, scope_value(scope, piece.argument));
    case PROBLEM_PIECE_QUOTED:
        return put_quoted_value(to, scope_value(scope, piece.argument));
    case PROBLEM_STEP_VIOLATIONS:
        return put_violations(to, end, sent, piece);
    default:
        return put_any(to, end, scope, piece);
    }
}

/*
 * All of them, one or more. Calls nothing but for what is unusual, so that all else stays in
 * registers. `length_bytes` says what is in the form, so that it need not be asked for each piece.
 */
INLINE char *put_pieces_of(char *to, const char *end, struct sources sources, unsigned length_bytes)
{
    const unsigned char *values = sources.scope->values;
    const uint16_t *offsets = sources.scope->offsets;
    struct pieces pieces = program_pieces(sources.program);
    pieces.lengths.bytes = length_bytes;
    struct step piece = take_piece(&pieces);
    char *begin = to;
    to = put_image_text(to, piece.literal, piece.length);
    if (sources.opening != PROBLEM_OPENING_NONE)
        put_quotes(begin, sources.sent->record, sources.opening);
    for (;;) {
        if (piece.kind == PROBLEM_PIECE_PLAIN) { /* the most frequent of all */
            to = put_stored_text(to, values + offsets[piece.argument]);
        } else if (piece.kind == PROBLEM_STEP_ID) {
            to = put_occurrence(to, sources.occurrence);
        } else if (piece.kind == PROBLEM_PIECE_QUOTED &&
                   stored_is_plain(values + offsets[piece.argument])) {
            *to = '"';
            to = put_stored_text(to + 1, values + offsets[piece.argument]);
            *to++ = '"';
        } else {
            to = put_unusual(to, end, sources.scope, sources.sent,
                             pieces.next - PROBLEM_STEP_LENGTH, piece.literal, piece.length);
        }
        if (to == NULL || !pieces_next(&pieces, &piece))
            return to;
        to = put_image_text(to, piece.literal, piece.length);
    }
}

/* Whether nothing that pieces need is missing. */
static inline bool has_all(struct program program, const struct scope *scope)
{
    uint64_t needs = image_u64(program.form + PROBLEM_FORM_NEEDS);
    return (needs & ~scope->present) == 0 && program_piece_count(program) > 0;
}

char *problem_put_pieces(char *to, const char *end, const struct scope *scope,
                         struct program program)
{
    static const char no_id[ID_LENGTH] = ""; /* no such program has a place for one */
    const struct sources sources = {program, scope, NULL, no_id, PROBLEM_OPENING_NONE};
    if ((size_t)(end - to) < pieces_room(program) || !has_all(program, scope))
        return NULL;
    return put_pieces_of(to, end, sources, program.form[PROBLEM_FORM_LENGTHS]);
}

/* A body of which nothing but the id can differ. What comes first is copied last, so that nothing
 * has to be kept for when that is done. */
OUTLINE void write_fixed(struct writer *writer, const struct sent *sent, const char *occurrence)
{
    const char *literals = record_literals(sent->record);
    size_t length = image_u32(sent->record + PROBLEM_RECORD_TEXT_LENGTH);
    size_t first = image_u16((const unsigned char *)literals + length + 1), left = length - first;
    if (writer_room(writer) < length + ID_LENGTH + PIECES_OVERRUN) {
        problem_write_steps(writer, sent, occurrence);
        return;
    }
    char *to = writer->buffer + writer->used, *end = to + first;
    if (left > 0)
        end = put_image_text(put_occurrence(end, occurrence), literals + first, left);
    writer->used = (size_t)(end - writer->buffer);
    memcpy(to, literals, first);
}

INLINE struct sources sources_of_body(const struct sent *sent, const char *occurrence)
{
    struct program body = program_of(sent->scope.image, sent->record, sent->profile);
    struct sources sources = {body, &sent->scope, sent, occurrence,
                              (enum problem_opening)body.form[PROBLEM_FORM_OPENING]};
    return sources;
}

OUTLINE char *put_long_body(char *to, const char *end, const struct sent *sent,
                            const char *occurrence)
{
    return put_pieces_of(to, end, sources_of_body(sent, occurrence), 2);
}

OUTLINE void write_pieces(struct writer *writer, const struct sent *sent, const char *occurrence)
{
    const unsigned char *image = sent->scope.image;
    const struct sources sources = sources_of_body(sent, occurrence);
    struct program body = sources.program;
    char *to = NULL;
    if (writer_room(writer) >= pieces_room(body) && has_all(body, &sent->scope)) {
        const char *end = writer->buffer + writer->size;
        to = writer->buffer + writer->used;
        if (sources.opening != PROBLEM_OPENING_NONE) {
            struct image_text text = image_text(image, image + PROBLEM_HEAD_OPENING);
            to = put_image_text(to, text.bytes, text.length);
        }
        to = body.form[PROBLEM_FORM_LENGTHS] == 1 ? put_pieces_of(to, end, sources, 1)
                                                  : put_long_body(to, end, sent, occurrence);
    }
    if (to == NULL) {
        problem_write_steps(writer, sent, occurrence);
        return;
    }
    *to++ = '}';
    writer->used = (size_t)(to - writer->buffer);
}

void problem_write_body(struct writer *writer, const struct sent *sent, const char *occurrence)
{
    const unsigned char *form = sent->scope.image + image_u32(sent->profile + PROBLEM_PROFILE_BODY);
    if (form[PROBLEM_FORM_FIXED] != 0)
        write_fixed(writer, sent, occurrence);
    else
        write_pieces(writer, sent, occurrence);
}
