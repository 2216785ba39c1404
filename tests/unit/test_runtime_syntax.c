/*
 * What strings must look like: tables of what is taken and what is refused, and UTF-8 against the
 * utf8tests corpus.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../runtime/src/syntax.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Runs a recogniser on an exact heap copy, so that sanitizers see it read too far. */
static bool takes(bool (*is)(const char *, size_t), const char *text)
{
    size_t length = strlen(text);
    char *copy = malloc(length + (length == 0));
    assert_non_null(copy);
    memcpy(copy, text, length);
    bool result = is(copy, length);
    free(copy);
    return result;
}

static void check(bool (*is)(const char *, size_t), const char *const *texts, size_t count,
                  bool expected)
{
    for (size_t i = 0; i < count; i++) {
        if (takes(is, texts[i]) != expected)
            fail_msg("\"%s\" is %s", texts[i], expected ? "refused" : "taken");
    }
}

static void uris(void **state)
{
    (void)state;
    static const char *const good[] = {
        "http://example.com",
        "https://user:pa%20ss@example.com:8080/a/b;c=1?q=a/b?c#frag/?",
        "urn:uuid:7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b12",
        "mailto:a@example.com",
        "a:",
        "a:b",
        "a:/",
        "a:/b//c",
        "a:?",
        "a:#",
        "a+.-1:x",
        "file:///etc",
        "http://",
        "http://:80",
        "http://a:",
        "http://a?b",
        "http://a#b",
        "http://a@b",
        "http://@b",
        "http://a%41.b/",
        "http://1.2.3.4/",
        "http://999.1.1.1/", /* a reg-name */
        "http://[::]",
        "http://[::1]:80/",
        "http://u@[::1]",
        "http://[1:2:3:4:5:6:7:8]",
        "http://[1:2:3:4:5:6:7::]",
        "http://[::2:3:4:5:6:7:8]",
        "http://[1::8]",
        "http://[1:2:3:4:5:6:1.2.3.4]",
        "http://[::1.2.3.4]",
        "http://[::ffff:255.255.255.255]",
        "http://[v1.a:b]",
        "http://[VF.~]",
    };
    static const char *const bad[] = {
        "",
        ":",
        "a",
        "1a:b",
        "+a:b",
        "-a:b",
        ".a:b",
        "/a",
        "//a/b",
        "a_b:c",
        "http://a b",
        "http://a/b c",
        "a:\"",
        "a:<b>",
        "a:\\",
        "a:[",
        "a:{b}",
        "a:%",
        "a:%4",
        "a:%4g",
        "a:b?%",
        "a:b#%",
        "a:b#c#d",
        "a:\xc3\xa4",
        "a:b\n",
        "http://%/",
        "http://a@%/",
        "http://a@b@c",
        "http://a:b",
        "http://a:8x",
        "http://a:1:2",
        "http://[",
        "http://[]",
        "http://[:1]",
        "http://[:::]",
        "http://[1]",
        "http://[1:2:3:4:5:6:7]",
        "http://[1:2:3:4:5:6:7:]",
        "http://[1:2:3:4:5:6:7:8:9]",
        "http://[1:2:3:4:5:6:7::8]",
        "http://[1::2::3]",
        "http://[12345::]",
        "http://[g::]",
        "http://[::1.2.3]",
        "http://[::1.2.3.256]",
        "http://[::1.2.3.04]",
        "http://[::1.2.3.4:5]",
        "http://[::1.2..4]",
        "http://[::1.300.3.4]",
        "http://[::1.2.300.4]",
        "http://[::1.2:3.4]",
        "http://[::1.2.3:4]",
        "http://[1:2:3:4:5:6:7:1.2.3.4]",
        "http://[::1",
        "http://[::1]a",
        "http://[v.a]",
        "http://[v1a]",
        "http://[v1.]",
        "http://[v1.@]",
    };
    check(problem_is_uri, good, COUNT(good), true);
    check(problem_is_uri, bad, COUNT(bad), false);
}

static void pointers(void **state)
{
    (void)state;
    static const char *const good[] = {"", "/", "/a", "/a/0//b", "/~0~1", "/a b\"\\", "/~01"};
    static const char *const bad[] = {"a", "#/a", "/~", "/~2", "/a~", "/\xc3\xa4", "/a\n", "/\x7f"};
    check(problem_is_pointer, good, COUNT(good), true);
    check(problem_is_pointer, bad, COUNT(bad), false);
}

static void uuids(void **state)
{
    (void)state;
    static const char *const good[] = {"00000000-0000-0000-0000-000000000000",
                                       "ABCDEFab-cdef-0123-4567-89abcdefABCD"};
    static const char *const bad[] = {"",
                                      "00000000-0000-0000-0000-00000000000",
                                      "00000000-0000-0000-0000-0000000000000",
                                      "0000000-00000-0000-0000-000000000000",
                                      "00000000-0000-0000-0000-00000000000g",
                                      "000000000000-0000-0000-0000-00000000",
                                      "{0000000-0000-0000-0000-000000000000"};
    check(problem_is_uuid, good, COUNT(good), true);
    check(problem_is_uuid, bad, COUNT(bad), false);
}

static void identifiers(void **state)
{
    (void)state;
    static const char *const good[] = {"a", "Z9._:@-", "0"};
    static const char *const bad[] = {"", " ", "a b", "a/b", "a\"", "~", "\x80", "[a]"};
    check(problem_is_identifier, good, COUNT(good), true);
    check(problem_is_identifier, bad, COUNT(bad), false);
}

static void byte_kinds_are_as_the_grammars_say(void **state)
{
    (void)state;
    for (int i = 0; i < 256; i++) {
        char byte = (char)i;
        bool alphanumeric =
            (i >= 'a' && i <= 'z') || (i >= 'A' && i <= 'Z') || (i >= '0' && i <= '9');
        bool identifier = alphanumeric || (i != 0 && strchr("._:@-", i) != NULL);
        bool pchar = alphanumeric || (i != 0 && strchr("-._~!$&'()*+,;=:@", i) != NULL);
        assert_int_equal(byte_is(byte, BYTE_IDENTIFIER), identifier);
        assert_int_equal(byte_is(byte, BYTE_PARAMETER),
                         identifier || i == '[' || i == ']' || i == '$');
        assert_int_equal(byte_is(byte, BYTE_PCHAR), pchar);
        assert_int_equal(byte_is(byte, BYTE_UNRESERVED), pchar && i != '@');
        assert_int_equal(byte_is(byte, BYTE_QUERY), pchar || i == '/' || i == '?');
        assert_int_equal(byte_is(byte, BYTE_HEX),
                         i != 0 && strchr("0123456789abcdefABCDEF", i) != NULL);
        assert_int_equal(byte_is(byte, BYTE_SCHEME),
                         alphanumeric || i == '+' || i == '.' || i == '-');
        assert_int_equal(byte_is(byte, BYTE_HEADER),
                         i >= 0x20 && i <= 0x7e && i != '"' && i != '\\');
    }
}

/* ------------------------------------------------------------------ UTF-8 */

static bool valid_text(const char *bytes, size_t length, char *out, size_t *out_length)
{
    char *copy = malloc(length + (length == 0));
    struct writer writer = {out, 256, 0};
    assert_non_null(copy);
    memcpy(copy, bytes, length);
    bool fits = problem_write_valid_text(&writer, copy, length);
    free(copy);
    *out_length = writer.used;
    return fits;
}

static void assert_text(const char *bytes, const char *expected)
{
    char out[256];
    size_t length;
    assert_true(valid_text(bytes, strlen(bytes), out, &length));
    assert_int_equal(length, strlen(expected));
    assert_memory_equal(out, expected, length);
}

#define R "\xef\xbf\xbd"

static void invalid_sequences_are_replaced(void **state)
{
    (void)state;
    assert_text("plain", "plain");
    assert_text("\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80", "\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80");
    assert_text("a\x80z", "a" R "z");
    assert_text("\xc0\xaf", R R);
    assert_text("\xc1\xbf", R R);
    assert_text("\xe0\x80\xaf", R R R);
    assert_text("\xe0\xa0\x80", "\xe0\xa0\x80");
    assert_text("\xed\xa0\x80", R R R); /* a surrogate */
    assert_text("\xed\x9f\xbf", "\xed\x9f\xbf");
    assert_text("\xf0\x8f\xbf\xbf", R R R R);
    assert_text("\xf0\x90\x80\x80", "\xf0\x90\x80\x80");
    assert_text("\xf4\x8f\xbf\xbf", "\xf4\x8f\xbf\xbf");
    assert_text("\xf4\x90\x80\x80", R R R R);
    assert_text("\xf5\x80\x80\x80", R R R R);
    assert_text("\xfe\xff", R R);
    assert_text("\xe2\x82", R);
    assert_text("\xf0\x9f\x98", R);
    assert_text("\xf0\x9f\x98z", R "z");
    assert_text("\xe2\x82\xe2\x82\xac", R "\xe2\x82\xac");
    /* Unicode 3.9, table 3-11 */
    assert_text("\xe1\x80\xe2\xf0\x91\x92\xf1\xbf\x41", R R R R "\x41");
}

static void controls_are_refused(void **state)
{
    (void)state;
    char out[256];
    size_t length;
    for (int i = 0; i < 0x100; i++) {
        char ascii = (char)i;
        char latin[2] = {(char)(0xc0 | i >> 6), (char)(0x80 | (i & 0x3f))};
        bool control = i < 0x20 || (i >= 0x7f && i < 0xa0);
        if (i < 0x80)
            assert_int_equal(valid_text(&ascii, 1, out, &length), !control);
        else
            assert_int_equal(valid_text(latin, 2, out, &length), !control);
    }
}

static size_t from_hex(const char *hex, size_t length, char *out)
{
    size_t count = 0;
    for (size_t i = 0; i + 1 < length; i++) {
        char digits[3] = {hex[i], hex[i + 1], 0};
        if (hex[i] == ' ')
            continue;
        out[count++] = (char)strtol(digits, NULL, 16);
        i++;
    }
    return count;
}

/* `num:valid:text`, `num:valid hex:hex` or `num:invalid hex:hex:skipped:replaced` */
static bool corpus_line(char *line)
{
    char *fields[5] = {line, NULL, NULL, NULL, NULL};
    char input[128], expected[128], out[256];
    size_t count = 1, input_length, expected_length, length;
    line[strcspn(line, "\r\n")] = '\0';
    if (line[0] == '#' || line[0] == '\0')
        return false;
    for (char *at = line; count < 5 && (at = strchr(at, ':')) != NULL; count++) {
        *at++ = '\0';
        fields[count] = at;
    }
    if (count < 3 || strstr(fields[1], "hex") == NULL)
        return false;
    input_length = from_hex(fields[2], strlen(fields[2]), input);
    const char *result = count == 5 ? fields[4] : fields[2];
    expected_length = from_hex(result, strlen(result), expected);
    if (!valid_text(input, input_length, out, &length))
        return false; /* control characters */
    if (length != expected_length || memcmp(out, expected, length) != 0)
        fail_msg("case %s", fields[0]);
    return true;
}

static void the_corpus_agrees(void **state)
{
    (void)state;
    char path[1024], line[512];
    const char *corpora = getenv("PROBLEMC_CORPORA");
    if (corpora == NULL) {
        print_message("PROBLEMC_CORPORA is not set\n");
        skip();
    }
    snprintf(path, sizeof path, "%s/utf8tests/utf8tests.txt", corpora);
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        print_message("no %s\n", path);
        skip();
    }
    int cases = 0;
    while (fgets(line, sizeof line, file) != NULL)
        cases += corpus_line(line);
    fclose(file);
    assert_true(cases > 100);
}

static void unescaping_undoes_escapes(void **state)
{
    (void)state;
    static const char json[] =
        "a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e4\\u20AC\\ud83d\\uDE00z\\uffe6\"";
    static const char plain[] =
        "a\"\\/\b\f\n\r\tA\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80z\xef\xbf\xa6";
    char out[64];
    struct writer writer = {out, sizeof out, 0};
    problem_write_unescaped(&writer, json, sizeof json - 1);
    assert_int_equal(writer.used, sizeof plain - 1);
    assert_memory_equal(out, plain, sizeof plain - 1);
}

/* ------------------------------------------------------------------ into JSON */

static size_t escaped_slowly(char *to, const char *text, size_t length)
{
    size_t used = 0;
    for (size_t i = 0; i < length; i++) {
        bool separator = i + 2 < length && memcmp(text + i, "\xe2\x80", 2) == 0 &&
                         ((unsigned char)text[i + 2] | 1) == 0xa9;
        if (separator) {
            memcpy(to + used, text[i + 2] == '\xa8' ? "\\u2028" : "\\u2029", 6);
            used += 6;
            i += 2;
            continue;
        }
        if (text[i] == '"' || text[i] == '\\')
            to[used++] = '\\';
        to[used++] = text[i];
    }
    return used;
}

/* On blocks of just the size that is asked for: sixteen bytes more on either side. */
static void check_escaped(const char *text, size_t length)
{
    enum { BEHIND = 16 };
    char expected[256];
    size_t most = PROBLEM_ESCAPED_MAX(length) + BEHIND;
    char *from = malloc(length + BEHIND), *to = malloc(most);
    assert_non_null(from);
    assert_non_null(to);
    memcpy(from, text, length);
    memset(from + length, '"', BEHIND);
    size_t wanted = escaped_slowly(expected, text, length);
    assert_int_equal(problem_put_escaped(to, from, length) - to, wanted);
    assert_memory_equal(to, expected, wanted);
    free(from);
    free(to);
}

/* One or two of what JSON escapes, or of what looks alike, at every place. */
static void escapes_at_every_place(void **state)
{
    static const char *const parts[] = {"\"", "\\", "\xe2\x80\xa8", "\xe2\x80\xa9", "\xe2\x82\xac"};
    enum { LONGEST = 37 };
    char text[LONGEST + 8];
    (void)state;
    for (size_t first = 0; first < COUNT(parts) * LONGEST; first++) {
        for (size_t second = 0; second < COUNT(parts) * LONGEST; second++) {
            const char *one = parts[first % COUNT(parts)], *other = parts[second % COUNT(parts)];
            size_t at = first / COUNT(parts), behind = at + strlen(one) + second / COUNT(parts);
            if (behind + strlen(other) > sizeof text)
                continue;
            memset(text, 'a', sizeof text);
            memcpy(text + at, one, strlen(one));
            memcpy(text + behind, other, strlen(other));
            check_escaped(text, sizeof text);
            check_escaped(text, behind + strlen(other));
        }
    }
    check_escaped(text, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(uris),
        cmocka_unit_test(pointers),
        cmocka_unit_test(uuids),
        cmocka_unit_test(identifiers),
        cmocka_unit_test(byte_kinds_are_as_the_grammars_say),
        cmocka_unit_test(invalid_sequences_are_replaced),
        cmocka_unit_test(controls_are_refused),
        cmocka_unit_test(the_corpus_agrees),
        cmocka_unit_test(unescaping_undoes_escapes),
        cmocka_unit_test(escapes_at_every_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
