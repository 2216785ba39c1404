/* Texts: comparing, slicing, hashing, and the nearest of several. */
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct text none = {NULL, 0};

static void texts_of_strings(void **state)
{
    (void)state;
    assert_int_equal(text_of("abc").length, 3);
    assert_int_equal(text_of("").length, 0);
    assert_int_equal(text_of(NULL).length, 0);
    assert_non_null(text_of(NULL).bytes);
    assert_int_equal(TEXT("a\0b").length, 3);
}

static void equal_texts_have_the_same_bytes(void **state)
{
    (void)state;
    assert_true(text_equal(TEXT("abc"), TEXT("abc")));
    assert_false(text_equal(TEXT("abc"), TEXT("abd")));
    assert_false(text_equal(TEXT("abc"), TEXT("ab")));
    assert_true(text_equal(none, TEXT("")));
    assert_false(text_equal(TEXT("a\0b"), TEXT("a\0c")));
    assert_true(text_is(TEXT("abc"), "abc"));
    assert_false(text_is(TEXT("abc"), "abcd"));
    assert_true(text_is(none, ""));
    assert_true(text_is(none, NULL));
}

static void order_is_by_bytes_a_prefix_first(void **state)
{
    (void)state;
    static const struct text sorted[] = {{"", 0},   {"A", 1},  {"a", 1}, {"a\0", 2},
                                         {"aa", 2}, {"ab", 2}, {"b", 1}, {"\xc3\xa4", 2}};
    for (size_t i = 0; i < COUNT(sorted); i++)
        for (size_t j = 0; j < COUNT(sorted); j++) {
            int order = text_compare(sorted[i], sorted[j]);
            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
        }
    assert_int_equal(text_compare(none, TEXT("")), 0);
}

static void beginnings_and_ends(void **state)
{
    (void)state;
    assert_true(text_starts_with(TEXT("abc"), TEXT("")));
    assert_true(text_starts_with(TEXT("abc"), TEXT("ab")));
    assert_true(text_starts_with(TEXT("abc"), TEXT("abc")));
    assert_false(text_starts_with(TEXT("abc"), TEXT("abcd")));
    assert_false(text_starts_with(TEXT("abc"), TEXT("b")));
    assert_true(text_ends_with(TEXT("abc"), TEXT("")));
    assert_true(text_ends_with(TEXT("abc"), TEXT("bc")));
    assert_true(text_ends_with(TEXT("abc"), TEXT("abc")));
    assert_false(text_ends_with(TEXT("abc"), TEXT("xabc")));
    assert_false(text_ends_with(TEXT("abc"), TEXT("b")));
    assert_true(text_starts_with(none, TEXT("")));
    assert_false(text_ends_with(none, TEXT("a")));
}

static void slices_are_clipped(void **state)
{
    (void)state;
    struct text text = TEXT("abcdef");
    assert_true(text_is(text_slice(text, 0, 6), "abcdef"));
    assert_true(text_is(text_slice(text, 2, 3), "cde"));
    assert_true(text_is(text_slice(text, 5, 2), "f"));
    assert_true(text_is(text_slice(text, 6, 1), ""));
    assert_true(text_is(text_slice(text, 7, 1), ""));
    assert_ptr_equal(text_slice(text, SIZE_MAX, SIZE_MAX).bytes, text.bytes + 6);
    assert_true(text_is(text_slice(text, 1, SIZE_MAX), "bcdef"));
    assert_null(text_slice(none, 3, 3).bytes);
}

static void hashes_tell_texts_apart(void **state)
{
    (void)state;
    size_t taken[64] = {0}, most = 0;
    assert_true(text_hash(TEXT("abc")) == text_hash(text_of("abc")));
    assert_true(text_hash(TEXT("abc")) != text_hash(TEXT("abd")));
    assert_true(text_hash(TEXT("a")) != text_hash(TEXT("a\0")));
    assert_true(text_hash(none) == text_hash(TEXT("")));
    for (unsigned i = 0; i < 6400; i++) { /* the low bits are used: they must spread */
        char name[] = {'n', (char)('0' + i / 1000), (char)('0' + i / 100 % 10),
                       (char)('0' + i / 10 % 10), (char)('0' + i % 10)};
        size_t count = ++taken[text_hash((struct text){name, sizeof name}) % COUNT(taken)];
        most = count > most ? count : most;
    }
    assert_true(most < 200); /* 100 on average */
}

/* ---------------------------------------------------------------- nearest */

static struct text name_of(const void *context, size_t i)
{
    return text_of(((const char *const *)context)[i]);
}

static const char *nearest(const char *wrong, const char *const *names, size_t count)
{
    return text_nearest(text_of(wrong), name_of, names, count).bytes;
}

static void the_nearest_name_is_the_one_that_was_meant(void **state)
{
    (void)state;
    static const char *const names[] = {"status", "title", "detail", "members", "retry", "id"};
    static const struct {
        const char *wrong, *meant; /* NULL: nothing is near enough */
    } cases[] = {
        {"stauts", "status"},  /* swapped */
        {"statu", "status"},   /* left out */
        {"statuss", "status"}, /* doubled */
        {"ststus", "status"},  /* another letter */
        {"tilte", "title"},    {"Title", "title"},
        {"member", "members"}, {"retries", "retry"}, /* 3 changes in 7 letters */
        {"retrieve", NULL},                          /* 4 in 8 */
        {"xy", NULL},          {"ix", "id"},
        {"dx", NULL},          {"completely-other", NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *got = nearest(cases[i].wrong, names, COUNT(names));
        if (cases[i].meant == NULL)
            assert_null(got);
        else
            assert_string_equal(got, cases[i].meant);
    }
}

static void of_equally_near_names_the_first_counts(void **state)
{
    (void)state;
    static const char *const names[] = {"cat", "bat", "hat"};
    assert_string_equal(nearest("rat", names, COUNT(names)), "cat");
    assert_string_equal(nearest("bath", names, COUNT(names)), "bat");
    assert_null(nearest("rat", names, 0));
}

/* Names of 64 bytes are compared, longer ones are not; the empty one is never meant. */
static void very_long_and_empty_names_are_left_alone(void **state)
{
    (void)state;
    char long_names[2][66];
    const char *names[] = {"", long_names[0], long_names[1]};
    memset(long_names, 'a', sizeof long_names);
    long_names[0][65] = long_names[1][64] = '\0';
    char wrong[66];
    memset(wrong, 'a', sizeof wrong);
    wrong[63] = 'b';
    wrong[64] = '\0';
    assert_ptr_equal(nearest(wrong, names, 3), names[2]);
    wrong[64] = 'b';
    wrong[65] = '\0';
    assert_null(nearest(wrong, names, 3));
    assert_null(nearest("a", names, 1));
    assert_null(nearest("", names, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_of_strings),
        cmocka_unit_test(equal_texts_have_the_same_bytes),
        cmocka_unit_test(order_is_by_bytes_a_prefix_first),
        cmocka_unit_test(beginnings_and_ends),
        cmocka_unit_test(slices_are_clipped),
        cmocka_unit_test(hashes_tell_texts_apart),
        cmocka_unit_test(the_nearest_name_is_the_one_that_was_meant),
        cmocka_unit_test(of_equally_near_names_the_first_counts),
        cmocka_unit_test(very_long_and_empty_names_are_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
