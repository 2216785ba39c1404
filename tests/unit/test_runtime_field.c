/*
 * A field is written whole or not at all, into every room from none to one byte more than it takes,
 * and nothing beyond FIELD_SLACK bytes behind that.
 */
#define _DEFAULT_SOURCE 1 /* mmap, of memory without a file */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "problem.h"

#include "../../runtime/src/field.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { LIMIT = 20, LARGE = 4096 };

typedef void put(struct fields *fields, const void *what);

/* Blocks of exactly the size, for a sanitizer to see a write past the end. */
static void expect(put *function, const void *what, const char *expected)
{
    size_t length = strlen(expected);
    for (size_t room = 0; room <= length + 1; room++) {
        char *buffer = malloc(room + FIELD_SLACK);
        assert_non_null(buffer);
        struct fields fields = {buffer, buffer + room, false};
        function(&fields, what);
        assert_int_equal(fields.cut, room < length);
        assert_int_equal(fields.to - buffer, room < length ? 0 : length);
        if (room >= length)
            assert_memory_equal(buffer, expected, length);
        free(buffer);
    }
}

/* ------------------------------------------------------------------ kinds of fields */

static void put_text(struct fields *fields, const void *what)
{
    field_text(fields, TEXT_FIELD("k"), what);
}

static void put_plain(struct fields *fields, const void *what)
{
    field_plain(fields, TEXT_FIELD("plain"), what, strlen(what));
}

static void put_cut(struct fields *fields, const void *what)
{
    field_cut(fields, TEXT_FIELD("k"), what, LIMIT);
}

static void put_number(struct fields *fields, const void *what)
{
    field_number(fields, FIELD("number"), *(const int64_t *)what);
}

static void put_array(struct fields *fields, const void *what)
{
    struct fields field = field_open(fields, FIELD("array"));
    field_text(&field, FIRST_ITEM, what);
    field_text(&field, NEXT_ITEM, what);
    field_byte(&field, ']');
    field_close(fields, &field);
}

static void put_object(struct fields *fields, const void *what)
{
    struct fields field = field_open(fields, FIELD("object"));
    char *begin = field.to;
    field_text(&field, TEXT_FIELD("a"), what);
    field_number(&field, FIELD("b"), -1);
    field_end_object(&field, begin);
    field_close(fields, &field);
}

static void texts(void **state)
{
    (void)state;
    expect(put_text, NULL, "");
    expect(put_text, "", ",\"k\":\"\"");
    expect(put_text, "abc", ",\"k\":\"abc\"");
    expect(put_text, "a longer text, of more than two blocks",
           ",\"k\":\"a longer text, of more than two blocks\"");
    expect(put_text, "a \"text\" with \\, \x01 and \xff in a block or two",
           ",\"k\":\"a \\\"text\\\" with \\\\, \\u0001 and \xef\xbf\xbd in a block or two\"");
    expect(put_plain, "plain", ",\"plain\":\"plain\"");
    expect(put_cut, "12345678901234567890", ",\"k\":\"12345678901234567890\"");
    expect(put_cut, "123456789012345678901", ",\"k\":\"12345678901234567890\xe2\x80\xa6\"");
    expect(put_cut, "1234567890123456789\xc3\xa4", ",\"k\":\"1234567890123456789\xe2\x80\xa6\"");
    expect(put_cut, "\"2345678901234567890123", ",\"k\":\"\\\"2345678901234567890\xe2\x80\xa6\"");
}

static void numbers(void **state)
{
    (void)state;
    static const struct {
        int64_t value;
        const char *expected;
    } cases[] = {
        {0, ",\"number\":0"},
        {-7, ",\"number\":-7"},
        {12345, ",\"number\":12345"},
        {INT64_MAX, ",\"number\":9223372036854775807"},
        {INT64_MIN, ",\"number\":-9223372036854775808"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        expect(put_number, &cases[i].value, cases[i].expected);
}

static void values_with_parts(void **state)
{
    (void)state;
    expect(put_array, "a \"b\"", ",\"array\":[\"a \\\"b\\\"\",\"a \\\"b\\\"\"]");
    expect(put_object, "x", ",\"object\":{\"a\":\"x\",\"b\":-1}");
}

/* ------------------------------------------------------------------ strangers' texts */

static bool must_be_escaped(unsigned char byte)
{
    return byte < 0x20 || byte >= 0x7f || byte == '"' || byte == '\\';
}

/* Of every length, at the end of what can be read, with one byte of each value in each place. */
static void texts_at_the_end_of_a_page(void **state)
{
    (void)state;
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char *pages = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert_ptr_not_equal(pages, MAP_FAILED);
    assert_int_equal(mprotect(pages + page, page, PROT_NONE), 0);
    for (size_t length = 0; length <= 50; length++) {
        char *text = pages + page - length;
        memset(text, 'x', length);
        for (size_t at = 0; at < length; at++) {
            for (unsigned byte = 0; byte <= 0xff; byte += length < 20 ? 1 : 31) {
                char buffer[LARGE], *to = buffer + 1;
                struct fields fields = {buffer, buffer + sizeof buffer - FIELD_SLACK, false};
                text[at] = (char)byte;
                field_bytes(&fields, FIRST_ITEM, text, length);
                assert_memory_equal(to, "\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                                    at + 1);
                if (must_be_escaped((unsigned char)byte))
                    assert_int_equal(to[at + 1], byte < 0x80 ? '\\' : '\xef');
                else
                    assert_int_equal(fields.to - buffer, length + 3);
                assert_int_equal(fields.to[-1], '"');
            }
            text[at] = 'x';
        }
    }
    munmap(pages, 2 * page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts),
        cmocka_unit_test(numbers),
        cmocka_unit_test(values_with_parts),
        cmocka_unit_test(texts_at_the_end_of_a_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
