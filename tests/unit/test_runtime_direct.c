/*
 * A member that is set for the first time is written where it stays; the general way must come to
 * the same, whatever room is left.
 */
#define _DEFAULT_SOURCE 1 /* mmap, of memory without a file */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <limits.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "ledger_image.h"

#include "../../runtime/src/put.h"

static const struct problem_registry *ledger;
static struct problem direct, general;

static int set_up(void **state)
{
    (void)state;
    ledger = ledger_image();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    image_free(ledger);
    return 0;
}

/* Both begin with all but `room` bytes taken, members for the log having their part of that. */
static void begin(size_t room)
{
    problem_clear(&direct);
    problem_begin(&direct, ledger, LEDGER_CLOSED, "f", 1, "g");
    direct.values_used = (uint16_t)(PROBLEM_VALUES_SIZE - room);
    memset(direct.values, 0xee, sizeof direct.values);
    memset(direct.offsets, 0xee, sizeof direct.offsets);
    general = direct;
}

static void compare(void)
{
    assert_int_equal(direct.present, general.present);
    assert_int_equal(direct.misfit, general.misfit);
    assert_int_equal(direct.values_used, general.values_used);
    assert_memory_equal(direct.offsets, general.offsets, sizeof general.offsets);
    assert_memory_equal(direct.values, general.values, general.values_used);
    assert_int_equal(direct.causes_used, general.causes_used);
    assert_memory_equal(direct.causes, general.causes, general.causes_used);
}

static void try_integer(size_t room, unsigned ordinal, int64_t value)
{
    begin(room);
    problem_put_integer(&direct, ordinal, value);
    problem_put_item(&general, ordinal, problem_encode_integer, &value, sizeof value);
    compare();
}

static void try_decimal(size_t room, unsigned ordinal, struct problem_decimal value)
{
    begin(room);
    problem_put_decimal(&direct, ordinal, value);
    problem_put_item(&general, ordinal, problem_encode_decimal, &value, sizeof value);
    compare();
}

static void try_string(size_t room, unsigned ordinal, const char *value)
{
    begin(room);
    problem_put_string(&direct, ordinal, value);
    problem_put_item(&general, ordinal, problem_encode_string, &value, sizeof value);
    compare();
}

/* ------------------------------------------------------------------ cases */

static const unsigned ordinals[] = {TOTAL, RATE, RATIO,   OPEN, STATE,          NOTE, MOMENT,
                                    DAY,   TAGS, ACCOUNT, LINK, LEDGER_MEMBERS, 63};

static void numbers(void **state)
{
    (void)state;
    static const int64_t values[] = {
        0,     1,       -1,      127,       128,       -128,      -129,      32767,
        32768, 8388607, 8388608, INT32_MAX, INT64_MAX, INT64_MIN, 1LL << 53, -(1LL << 53)};
    for (size_t room = 0; room < 64; room++)
        for (size_t i = 0; i < COUNT(ordinals); i++)
            for (size_t j = 0; j < COUNT(values); j++) {
                try_integer(room, ordinals[i], values[j]);
                for (unsigned scale = 0; scale < 5; scale++)
                    try_decimal(room, ordinals[i], problem_decimal(values[j], (uint8_t)scale));
            }
}

static void strings(void **state)
{
    (void)state;
    static const char *const texts[] = {"",
                                        "a",
                                        "abcdefgh",
                                        "abcdefghijklmnop",
                                        "abcdefghijklmnopqrstuvwxyz",
                                        "caf\xc3\xa9",
                                        "cut \xe2\x82",
                                        "control \x01",
                                        "say \"it\"",
                                        "back\\slash, behind the first block",
                                        "DEL \x7f",
                                        "https://example.com/a?b",
                                        "https://example.com/long/enough/to/be/refused/as/it/is/of/"
                                        "more/bytes/than/the/shape/has",
                                        "not a URI",
                                        NULL};
    for (size_t room = 0; room < 160; room++)
        for (size_t i = 0; i < COUNT(ordinals); i++)
            for (size_t j = 0; j < COUNT(texts); j++)
                try_string(room, ordinals[i], texts[j]);
}

/* Each byte becomes three, so that the text gets too long by being taken. */
static void texts_that_grow(void **state)
{
    (void)state;
    char text[1025];
    memset(text, 0xff, sizeof text);
    for (size_t length = 330; length <= 350; length++) {
        text[length] = '\0';
        try_string(PROBLEM_VALUES_SIZE, NOTE, text);
        assert_int_equal(direct.misfit != 0, 3 * length > 1024);
        text[length] = '\xff';
    }
}

/* Texts of every length up to the one that is too long, at the end of what can be read, with a
 * byte to be looked at in each place of some of them. */
static void texts_at_the_end_of_a_page(void **state)
{
    (void)state;
    enum { LONGEST = 1025 };
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char *pages = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert_ptr_not_equal(pages, MAP_FAILED);
    assert_int_equal(mprotect(pages + page, page, PROT_NONE), 0);
    memset(pages, 'x', page - 1);
    for (size_t length = 0; length <= LONGEST; length++) {
        char *text = pages + page - 1 - length;
        try_string(PROBLEM_VALUES_SIZE, NOTE, text);
        for (size_t at = 0; at < length && length < 40; at++) {
            for (size_t i = 0; i < 4; i++) {
                text[at] = "\x1f\x7f\xc3\xff"[i];
                try_string(PROBLEM_VALUES_SIZE, NOTE, text);
            }
            text[at] = 'x';
        }
    }
    munmap(pages, 2 * page);
}

/* What is not the usual case goes the other way. */
static void other_cases(void **state)
{
    (void)state;
    begin(PROBLEM_VALUES_SIZE);
    problem_put_integer(&direct, TOTAL, 1);
    problem_put_string(&direct, NOTE, "first");
    problem_put_integer(&direct, TOTAL, 70000);
    problem_put_string(&direct, NOTE, "again");
    problem_put_integer(&direct, TOTAL, 1);
    assert_int_equal(direct.present, 1 << TOTAL | 1 << NOTE);
    assert_int_equal(direct.values_used, 2 + 1 + 2 + 5);
    problem_put_string(&direct, LINK, "not a URI");
    assert_int_equal(direct.misfit, 1 << LINK);
    problem_put_string(&direct, LINK, "a:b");
    assert_int_equal(direct.misfit, 0);
    problem_put_string(NULL, NOTE, "nowhere");
    problem_put_integer(NULL, TOTAL, 1);
    problem_put_decimal(NULL, RATE, problem_decimal(1, 2));
    problem_clear(&direct);
    problem_put_integer(&direct, TOTAL, 1);
    assert_int_equal(direct.present, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers),         cmocka_unit_test(strings),
        cmocka_unit_test(texts_that_grow), cmocka_unit_test(texts_at_the_end_of_a_page),
        cmocka_unit_test(other_cases),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
