/* HTTP messages as curl -i prints them: where each begins and ends, and what is wrong with it. */
#include "verify/message.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct arena *arena;
static struct http_reader reader;
static struct http_message message;

static int set_up(void **state)
{
    (void)state;
    arena = arena_create(abort);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static void read_text(struct text input)
{
    /* a block of its exact size, where sanitizers see a read past the end */
    char *bytes = arena_allocate(arena, input.length ? input.length : 1);
    if (input.length)
        memcpy(bytes, input.bytes, input.length);
    reader = (struct http_reader){{bytes, input.length}, 0, false, arena};
}

static void read_string(const char *input)
{
    read_text(text_of(input));
}

static void assert_text(struct text text, const char *wanted)
{
    if (!text_is(text, wanted))
        print_message("[%.*s] is not [%s]\n", TEXT_ARGS(text), wanted);
    assert_true(text_is(text, wanted));
}

/* The next message: its status, its body, and the ids of its faults, each with a blank behind it.
 */
static void expect_message(int status, const char *body, const char *faults)
{
    char ids[256] = "";
    assert_true(http_next(&reader, &message));
    for (size_t i = 0; i < message.fault_count; i++) {
        strncat(ids, message.faults[i].id, 40);
        strncat(ids, " ", 2);
        assert_true(message.faults[i].at.bytes >= reader.input.bytes);
        assert_true(message.faults[i].at.bytes + message.faults[i].at.length <=
                    reader.input.bytes + reader.input.length);
    }
    assert_int_equal(message.status, status);
    assert_text(message.body, body);
    assert_string_equal(ids, faults);
}

static void expect_end(void)
{
    assert_false(http_next(&reader, &message));
}

/* ---------------------------------------------------------------- status lines and heads */

static void status_lines_of_every_version(void **state)
{
    (void)state;
    static const char *const fine[] = {"HTTP/1.0 403 Forbidden\n\n", "HTTP/1.1 403\r\n\r\n",
                                       "HTTP/1.1 403 \r\n\r\n",      "HTTP/2 403 \r\n\r\n",
                                       "HTTP/2.0 403 \r\n\r\n",      "HTTP/3 403\n\n",
                                       "\r\n\nHTTP/1.1 403 A B\n\n"};
    for (size_t i = 0; i < sizeof fine / sizeof *fine; i++) {
        read_string(fine[i]);
        expect_message(403, "", "");
        expect_end();
    }
    static const char *const broken[] = {
        "HTTP/ 403\n\n",     "HTTP/x 403\n\n", "HTTP/1.1 40\n\n",   "HTTP/1.1  403\n\n",
        "HTTP/1.1 4030\n\n", "HTTP/1.1\n\n",   "HTTP/1.1 099 \n\n", "HTTP/\n\n"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        read_string(broken[i]);
        expect_message(0, "", "status-line ");
        expect_end();
    }
}

static void what_is_no_message(void **state)
{
    (void)state;
    static const char *const others[] = {"",
                                         "\r\n",
                                         "{}",
                                         "http/1.1 200 OK\r\n\r\n",
                                         " HTTP/1.1 200",
                                         "HTTP",
                                         "< HTTP/1.1 200 OK\r\n"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        read_string(others[i]);
        expect_end();
    }
}

static void fields_by_name(void **state)
{
    (void)state;
    size_t at = 0;
    read_string("HTTP/1.1 200 OK\r\nX-A:1\r\nx-a: \t2 \t\r\nEmpty:\r\nX-B: a: b\r\n\r\n");
    expect_message(200, "", "");
    assert_int_equal(message.field_count, 4);
    assert_text(http_value(&message, TEXT("X-A")), "1");
    assert_text(http_find(&message, TEXT("X-A"), &at)->value, "1");
    assert_text(http_find(&message, TEXT("X-A"), &at)->value, "2");
    assert_null(http_find(&message, TEXT("X-A"), &at));
    assert_text(http_value(&message, TEXT("x-b")), "a: b");
    assert_non_null(http_value(&message, TEXT("Empty")).bytes);
    assert_int_equal(http_value(&message, TEXT("Empty")).length, 0);
    assert_null(http_value(&message, TEXT("X-C")).bytes);
}

static void fields_that_are_none(void **state)
{
    (void)state;
    read_string(
        "HTTP/1.1 200 OK\r\nno colon\r\n: no name\r\n folded\r\nA B: c\r\nX: \x1b[1m\r\n\r\n");
    expect_message(200, "", "head-field head-field head-field head-field head-field ");
    read_string("HTTP/1.1 200 O\x07K\r\nX: a\r\n\r\n");
    expect_message(200, "", "status-line ");
    read_string("HTTP/1.1 200 OK\r\nX: a");
    expect_message(200, "", "head-end ");
    assert_text(http_value(&message, TEXT("X")), "a");
    expect_end();
}

/* ---------------------------------------------------------------- bodies */

static void bodies_with_a_length(void **state)
{
    (void)state;
    read_string("HTTP/1.1 404 No\r\nContent-Length: 3\r\n\r\nabcHTTP/1.1 200 OK\r\nContent-Length: "
                "0\r\n\r\nHTTP/1.1 500 No\r\nContent-Length: 4\r\n\r\na\r\nb\r\n\r\n");
    expect_message(404, "abc", "");
    expect_message(200, "", "");
    expect_message(500, "a\r\nb", "");
    expect_end();
}

static void a_length_is_believed_before_a_status_line(void **state)
{
    (void)state;
    read_string("HTTP/1.1 200 OK\nContent-Length: 18\n\nHTTP/1.1 404 No\n\n\nHTTP/1.1 500 No\n\n");
    expect_message(200, "HTTP/1.1 404 No\n\n\n", "");
    expect_message(500, "", "");
    expect_end();
}

static void lengths_that_are_wrong(void **state)
{
    (void)state;
    read_string("HTTP/1.1 404 No\nContent-Length: 9\n\nabc");
    expect_message(404, "abc", "body-length ");
    read_string("HTTP/1.1 404 No\nContent-Length: 2\n\nabc\n");
    expect_message(404, "abc\n", "body-length ");
    read_string("HTTP/1.1 404 No\nContent-Length: 90\n\nabc\nHTTP/1.1 200 OK\n\n");
    expect_message(404, "abc\n", "body-length ");
    expect_message(200, "", "");
    static const char *const numbers[] = {"", "-1", "3x", "3, 3", "99999999999999999999", "0x3"};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        read_text(arena_format(arena, "HTTP/1.1 404 No\nContent-Length: %s\n\nabc", numbers[i]));
        expect_message(404, "abc", "body-length ");
        expect_end();
    }
    read_string("HTTP/1.1 404 No\nContent-Length: 3\nContent-Length: 3\n\nabc");
    expect_message(404, "abc", "");
    read_string("HTTP/1.1 404 No\nContent-Length: 3\nContent-Length: 4\n\nabc");
    expect_message(404, "abc", "body-length ");
}

static void bodies_without_a_length(void **state)
{
    (void)state;
    read_string(
        "HTTP/1.1 404 No\n\n{\"a\":1}HTTP/1.1 404 No\n\n[1]HTTP/2 500\n\n<p></p>HTTP/1.1 200 "
        "OK\n\ntext HTTP/1.1 200 OK\nHTTP/1.1 nothing\nHTTP/1.1 201 OK\n\nend");
    expect_message(404, "{\"a\":1}", "");
    expect_message(404, "[1]", "");
    expect_message(500, "<p></p>", "");
    expect_message(200, "text HTTP/1.1 200 OK\nHTTP/1.1 nothing\n", "");
    expect_message(201, "end", "");
    expect_end();
}

static void bodies_that_curl_has_decoded_or_not(void **state)
{
    (void)state;
    read_string("HTTP/1.1 404 No\nTransfer-Encoding: chunked\n\nadded");
    expect_message(404, "added", "");
    read_string("HTTP/1.1 404 No\nTransfer-Encoding: chunked\n\n3\r\nabc\r\n0\r\n\r\n");
    expect_message(404, "3\r\nabc\r\n0\r\n\r\n", "body-encoding ");
    read_string("HTTP/1.1 404 No\nTransfer-Encoding: Chunked\n\n3;a=b\r\nabc\r\n");
    expect_message(404, "3;a=b\r\nabc\r\n", "body-encoding ");
    read_string("HTTP/1.1 404 No\nContent-Encoding: gzip\nContent-Length: 2\n\nabc");
    expect_message(404, "abc", "");
    read_string("HTTP/1.1 404 No\nContent-Encoding: identity\nContent-Length: 2\n\nabc");
    expect_message(404, "abc", "body-length ");
    read_string("HTTP/1.1 404 No\nContent-Encoding: gzip\n\n\x1f\x8b\x08");
    expect_message(404, "\x1f\x8b\x08", "body-encoding ");
}

static void messages_without_a_body(void **state)
{
    (void)state;
    read_string(
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 304 "
        "Not Modified\r\nContent-Length: 7\r\n\r\nHTTP/1.1 204 No Content\r\n\r\nleft\n");
    expect_message(100, "", "");
    expect_message(103, "", "");
    expect_message(304, "", "");
    expect_message(204, "", "body-unexpected ");
    expect_end();
    read_string("HTTP/1.1 404 No\r\nContent-Length: 7\r\n\r\nHTTP/1.1 404 No\r\n\r\nleft");
    reader.headless = true;
    expect_message(404, "", "");
    expect_message(404, "", "body-unexpected ");
    expect_end();
}

/* ---------------------------------------------------------------- hostile ones */

static void any_byte_can_stand_anywhere(void **state)
{
    (void)state;
    for (int byte = 0; byte < 256; byte++) {
        char bytes[] = "HTTP/1.1 404 N?\r\nA?: b?\r\n?\r\n\r\n?{}?HTTP/1.1 200 OK\r\n\r\n";
        for (char *at = bytes; (at = memchr(at, '?', (size_t)(bytes + sizeof bytes - at))); at++)
            *at = (char)byte;
        read_text((struct text){bytes, sizeof bytes - 1});
        size_t count = 0;
        while (http_next(&reader, &message))
            count++;
        assert_true(count >= 1 && count <= 2);
        assert_int_equal(reader.at, reader.input.length);
    }
}

/* However it is cut, it is read to its end. */
static void any_cut(void **state)
{
    (void)state;
    struct text whole =
        TEXT("HTTP/1.1 404 No\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc"
             "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\n\n{}HTTP/2 500\n\nx\n");
    for (size_t length = 5; length <= whole.length; length++) {
        read_text(text_slice(whole, 0, length));
        while (http_next(&reader, &message))
            continue;
        assert_int_equal(reader.at, length);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(status_lines_of_every_version, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_no_message, set_up, tear_down),
        cmocka_unit_test_setup_teardown(fields_by_name, set_up, tear_down),
        cmocka_unit_test_setup_teardown(fields_that_are_none, set_up, tear_down),
        cmocka_unit_test_setup_teardown(bodies_with_a_length, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_length_is_believed_before_a_status_line, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(lengths_that_are_wrong, set_up, tear_down),
        cmocka_unit_test_setup_teardown(bodies_without_a_length, set_up, tear_down),
        cmocka_unit_test_setup_teardown(bodies_that_curl_has_decoded_or_not, set_up, tear_down),
        cmocka_unit_test_setup_teardown(messages_without_a_body, set_up, tear_down),
        cmocka_unit_test_setup_teardown(any_byte_can_stand_anywhere, set_up, tear_down),
        cmocka_unit_test_setup_teardown(any_cut, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
