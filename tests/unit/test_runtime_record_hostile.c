/*
 * Whatever bytes get into a record, it stays one harmless line of JSON, of its size at most:
 * record_of() looks at every byte.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ledger_image.h"
#include "payments_image.h"
#include "records.h"

#include "../../runtime/src/syntax.h"

static const struct problem_registry *payments, *ledger;

static int set_up(void **state)
{
    (void)state;
    payments = payments_image("https://example.com/", false, NULL);
    ledger = ledger_image();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    forget_record();
    image_free(payments);
    image_free(ledger);
    return 0;
}

/* ------------------------------------------------------------------ single characters */

static size_t encode(uint32_t point, char *bytes)
{
    static const unsigned char leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
    size_t length = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    for (size_t i = length; i-- > 1; point >>= 6)
        bytes[i] = (char)(0x80 | (point & 0x3f));
    bytes[0] = (char)(leads[length] | point);
    return length;
}

static bool must_be_escaped(uint32_t point)
{
    return point < 0x20 || (point >= 0x7f && point <= 0x9f) || point == 0x61c || point == 0x200e ||
           point == 0x200f || (point >= 0x2028 && point <= 0x202e) ||
           (point >= 0x2066 && point <= 0x2069) || point == 0xfeff;
}

static void every_character(void **state)
{
    (void)state;
    for (uint32_t point = 1; point <= 0x10ffff; point++) {
        char bytes[4], written[16], expected[16];
        size_t length = encode(point, bytes), wanted = length;
        struct writer writer = {written, sizeof written, 0};
        problem_write_logged(&writer, bytes, length);
        memcpy(expected, bytes, length);
        if (point == '"' || point == '\\')
            wanted = (size_t)snprintf(expected, sizeof expected, "\\%c", (int)point);
        else if (must_be_escaped(point))
            wanted = (size_t)snprintf(expected, sizeof expected, "\\u%04x", (unsigned)point);
        else if (point >= 0xd800 && point <= 0xdfff)
            wanted =
                (size_t)snprintf(expected, sizeof expected, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
        assert_int_equal(writer.used, wanted);
        assert_memory_equal(written, expected, wanted);
    }
}

static void what_is_no_character(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        int replacements;
    } cases[] = {
        {"\x80", 1},
        {"\xbf", 1},
        {"\xc0\x80", 2},
        {"\xc1\xbf", 2},
        {"\xc3", 1},
        {"\xe2\x82", 1},
        {"\xe0\x80\x80", 3},
        {"\xed\xa0\x80", 3},
        {"\xf0\x80\x80\x80", 4},
        {"\xf0\x9f\x98", 1},
        {"\xf4\x90\x80\x80", 4},
        {"\xf5\x80\x80\x80", 4},
        {"\xff\xfe", 2},
        {"\xe2\x80\xe2\x80", 2},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char written[16];
        struct writer writer = {written, sizeof written, 0};
        problem_write_logged(&writer, cases[i].bytes, strlen(cases[i].bytes));
        assert_int_equal(writer.used, 3 * cases[i].replacements);
        for (int j = 0; j < cases[i].replacements; j++)
            assert_memory_equal(written + 3 * (ptrdiff_t)j, "\xef\xbf\xbd", 3);
    }
}

static void cuts(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t limit, end;
    } cases[] = {
        {"abc", 2, 2},
        {"abc", 0, 0},
        {"a\xc3\xa4", 2, 1},
        {"a\xc3\xa4x", 3, 3},
        {"a\xe2\x82\xac", 2, 1},
        {"a\xe2\x82\xac", 3, 1},
        {"\xf0\x9f\x98\x80", 3, 0},
        {"a\xf0\x9f\x98\x80", 2, 1},
        {"\x80\x80\x80", 1, 0},
        {"\x80\x80\x80\x80\x80\x80", 5, 2}, /* no character is longer than that */
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(problem_cut_at(cases[i].text, cases[i].limit), cases[i].end);
}

/* ------------------------------------------------------------------ hostile texts everywhere */

/* The record of an occurrence that has this text wherever a text can be. */
static void record_full_of(const char *text)
{
    struct problem problem = PROBLEM_INIT;
    const char *tags[] = {text};
    const struct problem_request request = {
        .method = text,
        .path = text,
        .accept = text,
        .accept_language = text,
        .request_id = text,
        .traceparent = text,
    };
    problem_begin(&problem, ledger, LEDGER_CLOSED, text, 1, text);
    problem_because(&problem, "%s", text);
    problem_because_errno(&problem, 2, "%s", text);
    problem_begin(&problem, ledger, LEDGER_CLOSED, text, 1, text);
    problem_because_state(&problem, text, text, text);
    problem_put_string(&problem, NOTE, text);
    problem_put_string(&problem, LINK, text);
    problem_put_strings(&problem, TAGS, tags, 1);
    record_of(ledger, &problem, &request);
}

static void every_byte(void **state)
{
    (void)state;
    for (int byte = 1; byte < 256; byte++) {
        const char one[] = {(char)byte, '\0'}, two[] = {(char)byte, (char)byte, '\0'},
                   between[] = {'a', (char)byte, 'b', '\0'};
        record_full_of(one);
        record_full_of(two);
        record_full_of(between);
    }
    record_full_of("");
}

static void every_truncation(void **state)
{
    (void)state;
    const char text[] = "\"\\/\b\f\n\r\t\x1b[31m\x7f"
                        "\xc2\x80\xc2\x85\xc2\x9b\xc2\x9f\xc2\xa0\xc3\xa4"
                        "\xd8\x9c\xe2\x80\x8e\xe2\x80\x8f\xe2\x80\xa8\xe2\x80\xa9\xe2\x80\xaa"
                        "\xe2\x80\xae\xe2\x81\xa6\xe2\x81\xa9\xef\xbb\xbf\xef\xbf\xbf\xed\xa0\x80"
                        "\xf0\x9f\x98\x80\xf4\x8f\xbf\xbf\xf4\x90\x80\x80\xfe\xff}],\n{\"a\":1}";
    for (size_t length = 0; length < sizeof text; length++) {
        char *copy = malloc(length + 1); /* sanitizers see a read past the end */
        assert_non_null(copy);
        memcpy(copy, text, length);
        copy[length] = '\0';
        record_full_of(copy);
        free(copy);
        record_full_of(text + length);
    }
}

static uint32_t next(uint32_t *random)
{
    *random = *random * 1664525 + 1013904223;
    return *random >> 8;
}

static void any_bytes(void **state)
{
    (void)state;
    uint32_t random = 9457;
    for (int i = 0; i < 2000; i++) {
        char text[1200];
        size_t length = next(&random) % sizeof text;
        for (size_t j = 0; j < length; j++) {
            uint32_t drawn = next(&random);
            char byte = (char)(drawn % 3 == 0 ? drawn >> 4 : 0x80 | (drawn >> 4 & 0x7f));
            text[j] = (char)(byte != '\0' ? byte : 'x');
        }
        text[length] = '\0';
        record_full_of(text);
    }
}

/* ------------------------------------------------------------------ records that get too long */

/* Sets a text of `length` bytes and its end. */
static char *text_of(char byte, size_t length)
{
    char *text = malloc(length + 1);
    assert_non_null(text);
    memset(text, byte, length);
    text[length] = '\0';
    return text;
}

static void what_finds_no_room_is_left_out_whole(void **state)
{
    (void)state;
    char *name = text_of('f', 20000);
    struct problem problem = PROBLEM_INIT;
    problem_begin(&problem, payments, INSUFFICIENT_FUNDS, name, 7, "function");
    problem_put_string(&problem, SHARD, "shard-7");
    record_of(payments, &problem, NULL);
    assert_false(has_field("code.file.path"));
    assert_int_equal((int)field_number("code.line.number"), 7);
    assert_string_equal(field_text("code.function.name"), "function");
    assert_string_equal(field_text("problem.member.shard"), "shard-7");
    assert_string_equal(field_text("problem.owner"), "team-accounts");
    assert_true(field_is_true("problem.record.cut"));

    problem_begin(&problem, payments, BARE, "f", 1, "g"); /* now it is inside an array */
    problem_because(&problem, "why");
    record_of(payments, &problem, NULL);
    assert_false(has_field("problem.earlier"));
    assert_string_equal(field_item("problem.causes", 0), "why");
    assert_string_equal(field_text("code.file.path"), "f");
    assert_true(field_is_true("problem.record.cut"));
    free(name);
}

/* A name that grows byte by byte, until the record is full. */
static void the_last_byte_of_room(void **state)
{
    (void)state;
    char *name = text_of('f', PROBLEM_RECORD_SIZE);
    size_t last = 0, largest = 0;
    bool cut = false;
    for (size_t length = PROBLEM_RECORD_SIZE - 600; length < PROBLEM_RECORD_SIZE; length++) {
        struct problem problem = PROBLEM_INIT;
        name[length] = '\0';
        problem_begin(&problem, payments, BARE, NULL, 1, name);
        record_of(payments, &problem, NULL);
        name[length] = 'f';
        assert_int_equal(has_field("code.function.name"), !has_field("problem.record.cut"));
        if (!has_field("problem.record.cut")) {
            assert_false(cut); /* longer, and yet it fits? */
            assert_true(last == 0 || record_length == last + 1);
            last = record_length;
        } else {
            cut = true;
            assert_true(record_length < 600);
        }
        largest = record_length > largest ? record_length : largest;
    }
    assert_true(cut);
    assert_in_range(largest, PROBLEM_RECORD_SIZE - 32, PROBLEM_RECORD_SIZE);
    free(name);
}

/* The worst that strangers and foreign messages can do leaves the place, and what was raised. */
static void a_flood(void **state)
{
    (void)state;
    char *flood = text_of('\x01', 100000);
    struct problem problem = PROBLEM_INIT;
    const struct problem_request request = {
        .method = flood,
        .path = flood,
        .accept_language = flood,
        .request_id = flood,
        .traceparent = flood,
    };
    problem_begin(&problem, payments, SECRET, "file.c", 7, "function");
    problem_because_code(&problem, "sqlite", 1, flood);
    record_of(payments, &problem, &request);
    assert_true(record_length > PROBLEM_RECORD_SIZE * 7 / 8);
    assert_string_equal(field_text("error.type"), "secret");
    assert_string_equal(field_text("code.file.path"), "file.c");
    field_array("problem.causes", 1);
    assert_false(has_field("problem.record.cut"));
    free(flood);
}

static void a_flood_and_members(void **state)
{
    (void)state;
    char *flood = text_of('\x01', 100000);
    char note[1024 + 1];
    struct problem problem = PROBLEM_INIT;
    const struct problem_request request = {.path = flood, .request_id = flood};
    for (size_t i = 0; i + 3 < sizeof note; i += 3)
        memcpy(note + i, "\xe2\x80\xae", 4);
    problem_begin(&problem, ledger, LEDGER_CLOSED, flood + 99500, 7, flood + 99500);
    problem_put_string(&problem, NOTE, note);
    problem_because(&problem, "%s", flood);
    problem_put_integer(&problem, TOTAL, 1);
    record_of(ledger, &problem, &request);
    assert_true(field_is_true("problem.record.cut"));
    assert_false(has_field("code.file.path"));
    assert_int_equal((int)field_number("code.line.number"), 7); /* what came later fitted */
    assert_int_equal((int)field_number("problem.member.total"), 1);
    assert_string_equal(field_text("problem.member.note"), note);
    assert_string_equal(field_text("problem.owner"), "team-ledger");
    free(flood);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character),
        cmocka_unit_test(what_is_no_character),
        cmocka_unit_test(cuts),
        cmocka_unit_test(every_byte),
        cmocka_unit_test(every_truncation),
        cmocka_unit_test(any_bytes),
        cmocka_unit_test(what_finds_no_room_is_left_out_whole),
        cmocka_unit_test(the_last_byte_of_room),
        cmocka_unit_test(a_flood),
        cmocka_unit_test(a_flood_and_members),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
