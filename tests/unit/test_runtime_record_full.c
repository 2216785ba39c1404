/*
 * Records that get full: each field is there in whole where it finds room, and left out in whole
 * where not, whatever comes behind it. The file's name pushes all that follows it past the end,
 * byte by byte.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "ledger_image.h"
#include "payments_image.h"

enum { FIELDS_MAX = 64, TIMESTAMP = 14, TIMESTAMP_LENGTH = 27 };

static const char tail[] = ",\"problem.record.cut\":true}\n";
static const size_t limit = PROBLEM_RECORD_SIZE - sizeof tail;

/* A member is left out where there is not room for its key, any number and 48 bytes. */
enum { MEMBER_ROOM = 48 + 22 };

static const struct problem_registry *ledger, *payments;
static char file[PROBLEM_RECORD_SIZE + 1], whole[PROBLEM_RECORD_SIZE], line[PROBLEM_RECORD_SIZE];
static const char note[] = "A note, with a \"quote\" in it and more than a block behind that.";

static int set_up(void **state)
{
    (void)state;
    ledger = ledger_image();
    payments = payments_image("https://example.com/", false, NULL);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    image_free(ledger);
    image_free(payments);
    return 0;
}

/* ------------------------------------------------------------------ what is recorded */

static void raise_closed(struct problem *problem, const char *path)
{
    static const char *const tags[] = {"a", "b"};
    for (int i = 0; i < 6; i++)
        problem_begin(problem, ledger, LEDGER_CLOSED, i < 5 ? "earlier.c" : path, 12345,
                      "function");
    problem_put_integer(problem, TOTAL, 999);
    problem_put_decimal(problem, RATE, problem_decimal(-12500, 2));
    problem_put_number(problem, RATIO, 0.1);
    problem_put_boolean(problem, OPEN, true);
    problem_put_enum(problem, STATE, 1);
    problem_put_string(problem, NOTE, note);
    problem_put_time(problem, MOMENT, problem_time(1767323045, 678999999));
    problem_put_strings(problem, TAGS, tags, COUNT(tags));
    problem_put_integer(problem, ACCOUNT, -1234567890);
    problem_put_string(problem, LINK, "urn:a:b");
    problem_put_integer(problem, DAY, INT64_MAX); /* a misfit */
}

static void raise_invalid(struct problem *problem, const char *path)
{
    static const enum problem_where_kind kinds[] = {PROBLEM_WHERE_BODY, PROBLEM_WHERE_QUERY,
                                                    PROBLEM_WHERE_PATH, PROBLEM_WHERE_HEADER};
    for (size_t i = 0; i < COUNT(kinds); i++) {
        struct problem_where where = problem_at(kinds[i], "/items");
        problem_violation_begin(problem, payments, MINIMUM, &where);
        if (i % 2 == 0)
            problem_put_integer(problem, 0, 7);
        else
            problem_put_string(problem, 0, "a misfit");
        problem_violation_end(problem);
    }
    problem_begin(problem, payments, VALIDATION_FAILED, path, 1, "function");
}

static void raise_hidden(struct problem *problem, const char *path)
{
    problem_begin(problem, payments, SECRET, path, 1, "function");
    problem_put_string(problem, WHY, note);
}

/* ------------------------------------------------------------------ what is expected of it */

struct field {
    const char *begin; /* at its comma; the first one has none */
    size_t length;
};

/* The fields of an object on one line. */
static size_t split(const char *object, struct field fields[FIELDS_MAX])
{
    size_t count = 0;
    int depth = 0;
    bool quoted = false;
    fields[0].begin = object;
    for (const char *at = object;; at++) {
        if (quoted) {
            at += *at == '\\';
            quoted = *at != '"';
        } else if ((depth == 1 && *at == ',') || (depth == 1 && *at == '}')) {
            fields[count].length = (size_t)(at - fields[count].begin);
            if (*at == '}')
                return count + 1;
            fields[++count].begin = at;
        } else {
            quoted = *at == '"';
            depth += (*at == '{' || *at == '[') - (*at == '}' || *at == ']');
        }
    }
}

static size_t larger(size_t one, size_t other)
{
    return one > other ? one : other;
}

static bool begins_with(struct field field, const char *text)
{
    return field.length >= strlen(text) && memcmp(field.begin, text, strlen(text)) == 0;
}

/* Room that the field needs behind what is there: for what it is, and for the last member in it. */
static size_t needed(struct field field)
{
    static const char *const keys[] = {",\"problem.member.", ",\"member."};
    size_t most = field.length;
    for (size_t i = 0; i < COUNT(keys); i++) {
        size_t length = strlen(keys[i]);
        for (size_t at = 0; at + length <= field.length; at++) {
            const char *name = field.begin + at + length;
            if (memcmp(field.begin + at, keys[i], length) == 0)
                most = larger(most, at + (size_t)(strchr(name, '"') - name) + MEMBER_ROOM);
        }
    }
    return most;
}

/* Writes what the record must be when the file's name has `length` bytes; returns its length. */
static size_t expect(const struct field *fields, size_t count, size_t length, char *expected)
{
    static const char key[] = ",\"code.file.path\":\"";
    size_t used = 0;
    bool cut = false;
    for (size_t i = 0; i < count; i++) {
        struct field field = fields[i];
        char named[sizeof key + sizeof file];
        if (begins_with(field, key)) {
            memcpy(named, key, sizeof key - 1);
            memset(named + sizeof key - 1, 'x', length);
            named[sizeof key - 1 + length] = '"';
            field = (struct field){named, sizeof key + length};
        }
        if (used + needed(field) > limit) {
            cut = true;
            continue;
        }
        memcpy(expected + used, field.begin, field.length);
        used += field.length;
    }
    const char *end = cut ? tail : "}\n";
    memcpy(expected + used, end, strlen(end));
    return used + strlen(end);
}

static size_t record(void (*raise)(struct problem *, const char *), const char *path, char *to)
{
    const struct problem_request request = {.method = "POST", .path = "/v1?q", .request_id = "id"};
    const unsigned char id[16] = {0};
    struct problem problem = PROBLEM_INIT;
    problem_because_errno(&problem, 2, "a cause");
    problem_because_code(&problem, "sqlite", 5, "locked");
    raise(&problem, path);
    memcpy(problem.occurrence, id, sizeof id);
    problem.has_occurrence = 1;
    size_t length = problem_record(problem.registry, &problem, &request, to, PROBLEM_RECORD_SIZE);
    memset(to + TIMESTAMP, 'T', TIMESTAMP_LENGTH);
    return length;
}

static void fill(void (*raise)(struct problem *, const char *))
{
    static char expected[PROBLEM_RECORD_SIZE];
    struct field fields[FIELDS_MAX];
    size_t length = record(raise, "", whole);
    size_t count = split(whole, fields);
    assert_true(count > 15);
    memset(file, 'x', sizeof file - 1);
    for (size_t name = PROBLEM_RECORD_SIZE - length - 100; name <= PROBLEM_RECORD_SIZE - 300;
         name++) {
        size_t wanted = expect(fields, count, name, expected);
        size_t got = record(raise, file + sizeof file - 1 - name, line);
        assert_int_equal(got, wanted);
        assert_memory_equal(line, expected, wanted);
    }
}

static void members_of_every_type(void **state)
{
    (void)state;
    fill(raise_closed);
}

static void field_errors(void **state)
{
    (void)state;
    fill(raise_invalid);
}

static void a_hidden_problem(void **state)
{
    (void)state;
    fill(raise_hidden);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_of_every_type),
        cmocka_unit_test(field_errors),
        cmocka_unit_test(a_hidden_problem),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
