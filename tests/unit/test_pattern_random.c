/*
 * Random patterns: those of the common subset mean what POSIX extended regular expressions mean,
 * and no sequence of bytes does harm. The random numbers are the same in every run.
 */
#define _POSIX_C_SOURCE 200809L
#include "pattern_image.h"

#include "base/buffer.h"
#include "own_arena.h"
#include "pattern/pattern.h"

#include <regex.h>

enum { TEXT_MAX = 24 };

static uint64_t seed;

/* 0 to limit - 1 (xorshift64*). */
static unsigned below(unsigned limit)
{
    seed ^= seed >> 12;
    seed ^= seed << 25;
    seed ^= seed >> 27;
    return (unsigned)(seed * UINT64_C(0x2545f4914f6cdd1d) >> 33) % limit;
}

static const char *one_of(const char *const *choices, size_t count)
{
    return choices[below((unsigned)count)];
}

static void append_items(struct buffer *buffer, unsigned depth);

static void append_item(struct buffer *buffer, unsigned depth)
{
    static const char *const bytes[] = {"a",     "b",     "c",    "a",      "b",     ".",   "\\.",
                                        "[abc]", "[^ab]", "[a-]", "[0-9a]", "[^-a]", "\\*", "-"};
    if (depth == 0 || below(3) > 0) {
        buffer_string(buffer, one_of(bytes, sizeof bytes / sizeof *bytes));
        return;
    }
    buffer_byte(buffer, '(');
    append_items(buffer, depth - 1);
    while (below(2) > 0) {
        buffer_byte(buffer, '|');
        append_items(buffer, depth - 1);
    }
    buffer_byte(buffer, ')');
}

static void append_items(struct buffer *buffer, unsigned depth)
{
    static const char *const quantifiers[] = {"*", "+", "?", "{2}", "{0,2}", "{1,}", "{2,3}"};
    do {
        append_item(buffer, depth);
        if (below(3) == 0)
            buffer_string(buffer, one_of(quantifiers, sizeof quantifiers / sizeof *quantifiers));
    } while (below(3) > 0);
}

/* A text that the automaton leads through, as far as chance finds one. */
static size_t walk(struct text image, char text[TEXT_MAX + 1])
{
    size_t length = 0, state = 1, limit = below(TEXT_MAX + 1);
    while (length < limit) {
        size_t next = 0;
        char byte = 'a';
        for (unsigned attempt = 0; attempt < 8 && next == 0; attempt++) {
            byte = "abc.-*0~ "[below(9)];
            next = next_state(image, state, (unsigned char)byte);
        }
        if (next == 0 && below(4) > 0)
            break;
        state = next;
        text[length++] = byte;
    }
    text[length] = '\0';
    return length;
}

static bool same_so_far(struct text image, const size_t *blocks, size_t a, size_t b)
{
    bool same = blocks[a] == blocks[b];
    for (unsigned char byte = ' '; byte <= '~' && same; byte++)
        same = blocks[next_state(image, a, byte)] == blocks[next_state(image, b, byte)];
    return same;
}

/* Parts states, by acceptance first, until nothing changes (Moore): each must be left alone. Every
 * state is reached from a lower one. */
static void check_minimal(struct text image)
{
    size_t states = states_of(image), count = 0, before;
    size_t blocks[255], parted[255];
    for (size_t state = 0; state < states; state++)
        blocks[state] = byte_at(image, PROBLEM_PATTERN_ACCEPTS + state);
    do {
        before = count;
        count = 0;
        for (size_t state = 0; state < states; state++) {
            size_t other = 0;
            while (!same_so_far(image, blocks, other, state))
                other++;
            parted[state] = other == state ? count++ : parted[other];
        }
        memcpy(blocks, parted, states * sizeof *blocks);
    } while (count > before);
    assert_int_equal(count, states);

    size_t reached = 2;
    for (size_t state = 1; state < reached; state++)
        for (unsigned char byte = ' '; byte <= '~'; byte++)
            if (next_state(image, state, byte) >= reached)
                assert_int_equal(next_state(image, state, byte), reached++);
    assert_int_equal(reached, states);
}

static void test_posix_agrees(void **state)
{
    (void)state;
    enum { PATTERNS = 500, TEXTS = 50 };
    unsigned accepted = 0, refused = 0, empty = 0;
    seed = UINT64_C(0x9e3779b97f4a7c15);
    for (unsigned i = 0; i < PATTERNS; i++) {
        struct arena *arena = arena_create(out_of_memory);
        struct buffer buffer = buffer_create(arena);
        buffer_string(&buffer, "^(");
        append_items(&buffer, 3);
        buffer_string(&buffer, ")$");
        buffer_byte(&buffer, '\0');
        struct text pattern = {buffer.bytes, buffer.length - 1}, image;
        struct pattern_error error;
        regex_t posix;
        if (pattern.length > 512) {
            arena_destroy(arena);
            continue;
        }
        assert_int_equal(regcomp(&posix, pattern.bytes, REG_EXTENDED | REG_NOSUB), 0);
        if (pattern_compile(arena, pattern, &image, &error)) {
            check_image(image);
            check_minimal(image);
            for (unsigned j = 0; j < TEXTS; j++) {
                char text[TEXT_MAX + 1];
                bool ours = matches(image, (struct text){text, walk(image, text)});
                if (ours != (regexec(&posix, text, 0, NULL, 0) == 0))
                    fail_msg("%s: \"%s\" %d", pattern.bytes, text, ours);
                accepted += ours;
                refused += !ours;
            }
        } else if (text_is(error.message, "this pattern accepts the empty text")) {
            assert_int_equal(regexec(&posix, "", 0, NULL, 0), 0);
            empty++;
        } else if (!text_is(error.message, "this pattern needs too many states")) {
            fail_msg("%s: %.*s", pattern.bytes, TEXT_ARGS(error.message));
        }
        regfree(&posix);
        arena_destroy(arena);
    }
    /* The comparison saw enough of each. */
    assert_true(accepted > PATTERNS * TEXTS / 20 && refused > PATTERNS * TEXTS / 20);
    assert_true(empty > PATTERNS / 50);
}

/* A block of exactly its length, for the sanitizer to see a read past the end. */
static void check_harmless(struct arena *arena, const char *bytes, size_t length)
{
    char *exact = test_malloc(length ? length : 1);
    memcpy(exact, bytes, length);
    struct text pattern = {exact, length}, image;
    struct pattern_error error;
    if (pattern_compile(arena, pattern, &image, &error)) {
        check_image(image);
    } else {
        assert_true(error.offset <= length && error.length <= length - error.offset);
        assert_true(error.message.length > 0);
    }
    test_free(exact);
}

static void test_any_bytes_are_harmless(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "^",      "$",        "(",      "(?:",  "(?",  ")",       ")",      "|",    "*",
        "+",      "?",        "{",      "}",    "[",   "[^",      "]",      "-",    "\\",
        "\\d",    "\\w",      "\\\\",   ".",    "a",   "b",       "z",      "~",    " ",
        "{2}",    "{0,255}",  "{255}",  "{3,}", "{0}", "(a|b)",   "[a-z]",  "\x80", "\xc3\xa9",
        "(.*a)",  "(?:ab?)+", "[^a-y]", ",",    "0",   "999",     "(|a)",   "\n",   "a{1,40}",
        "[\\d-]", "(?=",      "\\b",    "x",    "y",   "(x|yy)*", "[ -~]?", "()",   "\\$",
    };
    seed = UINT64_C(0x2545f4914f6cdd1d);
    for (unsigned i = 0; i < 2000; i++) {
        struct arena *arena = arena_create(out_of_memory);
        struct buffer buffer = buffer_create(arena);
        buffer_string(&buffer, below(10) > 0 ? "^" : "");
        for (unsigned count = below(i % 50 == 0 ? 200 : 12); count > 0; count--)
            buffer_string(&buffer, one_of(pieces, sizeof pieces / sizeof *pieces));
        buffer_string(&buffer, below(10) > 0 ? "$" : "");
        if (buffer.length > 0)
            check_harmless(arena, buffer.bytes, buffer.length);
        arena_destroy(arena);
    }
}

static void test_any_single_byte_is_harmless(void **state)
{
    (void)state;
    struct arena *arena = arena_create(out_of_memory);
    for (unsigned byte = 0; byte < 256; byte++) {
        char pattern[] = {'^', '[', 'a', '\\', (char)byte, ']', '$', (char)byte};
        check_harmless(arena, pattern, 8);
        check_harmless(arena, pattern, 7);
        check_harmless(arena, pattern + 4, 1);
        check_harmless(arena, pattern + 3, 2);
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_posix_agrees),
        cmocka_unit_test(test_any_bytes_are_harmless),
        cmocka_unit_test(test_any_single_byte_is_harmless),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
