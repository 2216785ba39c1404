/*
 * Escaping into C: string literals and comments.
 */
#include "base/escape_parts.h"

enum {
    COLUMNS = 100,
    PIECE_MIN = 24, /* columns a piece may always take, however deep the indent is */
};

/* --- strings --- */

/* What stands for a byte: the first `width` of four. */
struct c_byte {
    char bytes[4];
    unsigned char width;
    char padding[3]; /* to a size that is quickly multiplied by */
};

#define BACKSLASHED(n) ((n) == '"' || (n) == '\\' || (n) == '?')
#define ITSELF(n)      ((n) >= 0x20 && (n) < 0x7f && !BACKSLASHED(n))
#define DIGITS(n)      ((n) < 8 ? 1 : (n) < 64 ? 2 : 3)
#define OCTAL(n, i)    ((char)('0' + ((n) >> 3 * (i)&7)))
#define C_BYTE(n, digits)                                                                          \
    {                                                                                              \
        {(char)(ITSELF(n) ? (n) : '\\'), (char)(BACKSLASHED(n) ? (n) : OCTAL(n, (digits)-1)),      \
         OCTAL(n, (digits) == 3), OCTAL(n, 0)},                                                    \
            ITSELF(n)        ? 1                                                                   \
            : BACKSLASHED(n) ? 2                                                                   \
                             : 1 + (digits),                                                       \
        {                                                                                          \
            0, 0, 0                                                                                \
        }                                                                                          \
    }
#define SHORT(n)      C_BYTE(n, DIGITS(n))
#define LONG(n)       C_BYTE(n, 3)
#define FOUR(form, n) form(n), form((n) + 1), form((n) + 2), form((n) + 3)
#define SIXTEEN(form, n)                                                                           \
    FOUR(form, n), FOUR(form, (n) + 4), FOUR(form, (n) + 8), FOUR(form, (n) + 12)
#define SIXTY_FOUR(form, n)                                                                        \
    SIXTEEN(form, n), SIXTEEN(form, (n) + 16), SIXTEEN(form, (n) + 32), SIXTEEN(form, (n) + 48)
#define ALL(form)                                                                                  \
    SIXTY_FOUR(form, 0), SIXTY_FOUR(form, 64), SIXTY_FOUR(form, 128), SIXTY_FOUR(form, 192)

/* As few octal digits as will do; where a digit follows, all three. */
static const struct c_byte c_bytes[2][256] = {{ALL(SHORT)}, {ALL(LONG)}};

static inline const struct c_byte *c_byte_at(struct text text, size_t at)
{
    const struct c_byte *byte = &c_bytes[0][byte_at(text, at)];
    if (byte->width == 1 || at + 1 == text.length || text.bytes[at + 1] < '0' ||
        text.bytes[at + 1] > '7')
        return byte;
    return &c_bytes[1][byte_at(text, at)];
}

enum { EIGHT = 8 };

/* How many bytes from `at` on stand for themselves, of eight; less where that is hard to say. */
static inline size_t standing_at(struct text text, size_t at)
{
    if (text.length - at < EIGHT)
        return 0;
    uint64_t word = word_at(text.bytes + at);
    uint64_t marks =
        (not_printable(word) | word_has(word, '"') | word_has(word, '\\') | word_has(word, '?')) &
        HIGH_BITS;
    if (marks == 0)
        return EIGHT;
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return (size_t)__builtin_ctzll(marks) / 8; /* behind the first mark, others may be wrong */
#else
    return 0;
#endif
}

/* Takes back what stands behind `end`, down to a whole byte; returns where the text goes on. */
static size_t take_back(struct text text, size_t at, const char *end, char **to)
{
    while (*to > end)
        *to -= c_byte_at(text, --at)->width;
    return at;
}

/*
 * Where a line ends that was written too far, up to `*to` for what is before `at`: after the last
 * blank behind `from`, else before `end`. Returns where the text goes on.
 */
static size_t break_line(struct text text, size_t at, const char *from, const char *end, char **to)
{
    at = take_back(text, at, end, to);
    for (const char *last = *to; last > from; last--)
        if (last[-1] == ' ')
            return take_back(text, at, last, to);
    return at;
}

/*
 * Appends what fits into `room` columns of the text from `at` on; after a blank if one is not too
 * far back. Returns where the text goes on.
 */
static size_t put_piece(struct buffer *out, struct text text, size_t at, size_t room)
{
    char *begin = buffer_reserve(out, room + EIGHT * sizeof c_bytes[0]->bytes), *to = begin;
    while (at < text.length && to <= begin + room) {
        size_t standing = standing_at(text, at);
        if (standing > 0)
            memcpy(to, text.bytes + at, EIGHT);
        to += standing;
        at += standing;
        if (standing == EIGHT)
            continue;
        const struct c_byte *byte = c_byte_at(text, at);
        do {
            memcpy(to, byte->bytes, sizeof byte->bytes);
            to += byte->width;
            at++;
        } while (at < text.length && to <= begin + room && (byte = c_byte_at(text, at))->width > 1);
    }
    if (to > begin + room)
        at = break_line(text, at, begin + room - room / 6, begin + room, &to);
    out->length += (size_t)(to - begin);
    return at;
}

/* Ends a literal, and begins one on the next line. */
static void put_line_end(struct buffer *out, size_t indent)
{
    char *to = buffer_reserve(out, indent + 3);
    to[0] = '"';
    to[1] = '\n';
    memset(to + 2, ' ', indent);
    to[indent + 2] = '"';
    out->length += indent + 3;
}

void escape_c_string(struct buffer *out, struct text text, size_t indent)
{
    /* The quotes, and two columns for the punctuation that follows. */
    size_t around = indent + 4;
    size_t room = around + PIECE_MIN < COLUMNS ? COLUMNS - around : PIECE_MIN;
    buffer_byte(out, '"');
    size_t at = put_piece(out, text, 0, room);
    while (at < text.length) {
        put_line_end(out, indent);
        at = put_piece(out, text, at, room);
    }
    buffer_byte(out, '"');
}

/* --- comments --- */

/* The last byte that is written, or the one `before` it; NUL where there is none. */
static char last_byte(const struct buffer *out, size_t before)
{
    return out->length > before ? out->bytes[out->length - before - 1] : '\0';
}

static bool ends_in_marks(const struct buffer *out)
{
    return last_byte(out, 0) == '?' && last_byte(out, 1) == '?';
}

/*
 * Keeps the delimiters of comments, and the trigraph that stands for a backslash, from forming.
 * Looks at what is already written, so that the byte before the text counts too.
 */
static void put_comment_byte(struct buffer *out, char byte)
{
    if ((byte == '/' && (last_byte(out, 0) == '*' || ends_in_marks(out))) ||
        (byte == '*' && last_byte(out, 0) == '/'))
        buffer_byte(out, ' ');
    buffer_byte(out, byte);
}

/* Bytes that stand for themselves in a comment, whatever is around them. */
static bool is_plain_in_comment(char byte)
{
    return byte > ' ' && byte < 0x7f && byte != '/' && byte != '*' && byte != '\\';
}

/* Whether a run of these and single blanks goes on at `at`. */
static bool goes_on(struct text text, size_t at)
{
    return at < text.length &&
           (is_plain_in_comment(text.bytes[at]) || (text.bytes[at] == ' ' && at + 1 < text.length &&
                                                    is_plain_in_comment(text.bytes[at + 1])));
}

/* The same for eight bytes from `at` on, where it goes on, or eight before did. Does not see all
 * that do. */
static bool eight_go_on(struct text text, size_t at)
{
    if (text.length - at <= EIGHT)
        return false;
    uint64_t word = word_at(text.bytes + at), next = word_at(text.bytes + at + 1);
    return !((not_printable(next) | word_has(next, '/') | word_has(next, '*') |
              word_has(next, '\\') | word_has(word | next, ' ')) & /* two blanks in a row */
             HIGH_BITS);
}

/* Appends the run from `at` on; returns its end. */
static size_t put_words(struct buffer *out, struct text text, size_t at)
{
    size_t begin = at;
    while (goes_on(text, at)) {
        size_t from = at;
        while (eight_go_on(text, at))
            at += 8;
        at += at == from;
    }
    buffer_text(out, text_slice(text, begin, at - begin));
    return at;
}

void escape_c_comment(struct buffer *out, struct text text)
{
    size_t at = 0, end = text.length;
    while (end > 0 && is_blank(text.bytes[end - 1]))
        end--;
    while (at < end && is_blank(text.bytes[at]))
        at++;
    if (at == end)
        return;

    text = text_slice(text, 0, end);
    for (struct character character; (at = put_words(out, text, at)) < end;
         at += character.length) {
        character = decode(text, at);
        bool last = at + character.length == end;
        if (is_blank((char)byte_at(text, at))) {
            if (!is_blank(text.bytes[at + 1]))
                buffer_byte(out, ' ');
        } else if (is_printable_ascii(character.code) && !(last && character.code == '\\')) {
            put_comment_byte(out, (char)character.code);
        } else {
            /* A backslash at the end too: compilers splice lines even over blanks behind it. */
            buffer_string(out, "<U+");
            put_hex(out, character.code, 4);
            buffer_byte(out, '>');
        }
    }
    if (last_byte(out, 0) == '*' || last_byte(out, 0) == '/' || ends_in_marks(out))
        buffer_byte(out, ' ');
}

enum {
    PROSE_WIDTH = 98,  /* leaves room for the comment's end */
    PROSE_BEGINS = 40, /* further to the right, lines would be too short */
    PROSE_HANGING = 5,
};

/* How the comment's further lines begin, by what stands before the text on its first. */
struct margin {
    size_t star, after; /* blanks before the star and behind it */
};

static struct margin margin_of(struct text line)
{
    size_t blanks = 0;
    while (blanks < line.length && line.bytes[blanks] == ' ')
        blanks++;
    bool opens = blanks < line.length && line.bytes[blanks] == '/';
    size_t star = blanks + opens;
    if (line.length > PROSE_BEGINS)
        return (struct margin){star, PROSE_HANGING};
    return (struct margin){star, line.length > star + 2 ? line.length - star - 1 : 1};
}

static void continue_comment(struct buffer *out, struct margin margin)
{
    buffer_byte(out, '\n');
    buffer_repeat(out, ' ', margin.star);
    buffer_byte(out, '*');
    buffer_repeat(out, ' ', margin.after);
}

/* The length of the first word, with the blank before it. */
static size_t word_length(struct text text)
{
    const char *end = text.length > 1 ? memchr(text.bytes + 1, ' ', text.length - 1) : NULL;
    return end ? (size_t)(end - text.bytes) : text.length;
}

/* Appends an escaped text in lines. */
static void put_lines(struct buffer *out, struct text rest, struct margin margin, size_t column)
{
    size_t at = column;
    while (rest.length) {
        size_t word = word_length(rest);
        if (rest.bytes[0] == ' ' && word > 1 && at + word > PROSE_WIDTH) {
            continue_comment(out, margin);
            at = margin.star + 1 + margin.after;
            rest = text_slice(rest, 1, rest.length);
            word--;
        }
        buffer_text(out, text_slice(rest, 0, word));
        at += word;
        rest = text_slice(rest, word, rest.length);
    }
}

void escape_c_prose(struct buffer *out, struct text text, size_t column)
{
    char usual[1024];
    size_t begin = out->length;
    struct margin margin =
        margin_of(text_slice(buffer_contents(out), out->length - column, column));
    escape_c_comment(out, text);
    size_t length = out->length - begin;
    if (column + length <= PROSE_WIDTH)
        return;
    struct text written = {out->bytes + begin, length};
    if (length <= sizeof usual)
        written.bytes = memcpy(usual, written.bytes, length);
    else
        written = arena_copy(out->arena, written);
    out->length = begin;
    put_lines(out, written, margin, column);
}
