/*
 * The two ways in which a body is written: by pieces where there is room for the most that it could
 * take and nothing is missing, else step by step. Both make the same bytes, so that a buffer of
 * just the right size gets what a large one gets.
 */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <float.h>

#include "registry_files.h"
#include "tables/image.h"
#include "tables/ordinals.h"

static struct image image;
static struct problem_sink no_log = PROBLEM_SINK_NONE;

/* ---------------------------------------------------------------- responding */

static size_t respond_in(struct problem *problem, char *buffer, size_t size,
                         struct problem_response *response)
{
    const struct problem_request request = {.sink = &no_log};
    return problem_respond(image_registry(&image), problem, &request, buffer, size, response);
}

/* A block of its own, so that sanitizers see a byte too much. */
static char *block(size_t size)
{
    char *bytes = malloc(size ? size : 1);
    assert_non_null(bytes);
    return bytes;
}

static void assert_same(const struct problem_response *got, const struct problem_response *wanted)
{
    assert_int_equal(got->body_length, wanted->body_length);
    assert_memory_equal(got->body, wanted->body, wanted->body_length);
    assert_int_equal(got->header_count, wanted->header_count);
    for (size_t i = 0; i < wanted->header_count; i++)
        assert_string_equal(got->headers[i].value, wanted->headers[i].value);
}

static void check_size(struct problem *problem, size_t size, size_t needed,
                       const struct problem_response *wanted)
{
    struct problem_response response;
    char *buffer = block(size);
    assert_int_equal(respond_in(problem, buffer, size, &response), needed);
    if (size >= needed)
        assert_same(&response, wanted);
    else
        assert_int_equal(response.body_length, 0);
    free(buffer);
}

/* Every way to the same response: sizes step by step up to what is needed, then with room for more
 * and more pieces. */
static void check_sizes(struct problem *problem)
{
    enum { PLENTY = 1 << 16 };
    struct problem_response wanted, none;
    size_t most = image.response_max + PLENTY;
    char *buffer = block(most);
    size_t needed = respond_in(problem, buffer, most, &wanted);
    assert_true(needed <= image.response_max);
    assert_int_equal(respond_in(problem, NULL, 0, &none), needed);
    for (size_t size = 0; size < needed; size += 1 + needed / 16)
        check_size(problem, size, needed, &wanted);
    for (size_t size = needed > 0 ? needed - 1 : 0; size < needed + 48; size++)
        check_size(problem, size, needed, &wanted);
    for (size_t size = needed; size < image.response_max; size += 1 + needed / 4)
        check_size(problem, size, needed, &wanted);
    check_size(problem, image.response_max, needed, &wanted);
    free(buffer);
}

/* ---------------------------------------------------------------- values by chance */

static uint64_t chance;

static unsigned below(unsigned limit)
{
    chance = chance * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(chance >> 33) % limit;
}

static const char *text_by_chance(size_t max)
{
    static const char *const parts[] = {
        "a",  "\"",       "\\",           "\xe2\x80\xa8", "\xe2\x80\xa9",
        "bc", "\xc3\xa9", "\xe2\x82\xac", "no more of it"};
    struct buffer text = buffer_create(arena);
    unsigned kinds = 1 + below(sizeof parts / sizeof *parts);
    size_t length = below((unsigned)max + 1);
    for (const char *part = "x"; text.length + strlen(part) <= length; part = parts[below(kinds)])
        buffer_string(&text, part);
    buffer_byte(&text, '\0');
    return text.bytes;
}

static const char *string_by_chance(const struct shape *shape)
{
    size_t max = (size_t)shape->max.value;
    switch (shape->type) {
    case MEMBER_TEXT:
        return text_by_chance(max);
    case MEMBER_UUID:
        return "7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b12";
    case MEMBER_URI:
        return "a:'%41?";
    case MEMBER_POINTER:
        return below(2) ? "/\"/\\~0" : "";
    default:
        return shape->limits->automaton.length ? below(2) ? "\"\"\"" : "\""
               : below(2)                      ? "x:@-"
                                               : "y";
    }
}

static int64_t integer_by_chance(const struct shape *shape)
{
    static const int64_t numbers[] = {0, 9, 10, 99, 100, 1000, -1, 12345678};
    int64_t number = numbers[below(sizeof numbers / sizeof *numbers)];
    if (shape->type == MEMBER_DATE)
        return below(2) ? -62135596800 : 253402300799;
    if (below(3) == 0)
        return below(2) ? shape->limits->minimum.value : shape->limits->maximum.value;
    return number; /* may not fit */
}

static struct problem_decimal decimal_by_chance(const struct shape *shape)
{
    static const int64_t safe = ((int64_t)1 << 53) - 1;
    const int64_t units[] = {0, 5, -5, 3000, -1, safe, -safe, INT64_MIN, INT64_MAX};
    return problem_decimal(
        units[below(sizeof units / sizeof *units)],
        (uint8_t)(below(2) ? shape->limits->scale_min.value : shape->limits->scale_max.value));
}

#define PUT(one, many, value)                                                                      \
    do {                                                                                           \
        for (size_t i = 0; i < sizeof many##_items / sizeof *many##_items; i++)                    \
            many##_items[i] = (value);                                                             \
        if (list)                                                                                  \
            problem_put_##many(problem, ordinal, many##_items, count);                             \
        else                                                                                       \
            problem_put_##one(problem, ordinal, many##_items[0]);                                  \
    } while (0)

static void put_by_chance(struct problem *problem, unsigned ordinal, const struct shape *shape)
{
    bool list = shape->type == MEMBER_LIST;
    const struct shape *of = list ? shape->of : shape;
    size_t count = below(4);
    int64_t integers_items[3];
    struct problem_decimal decimals_items[3];
    double numbers_items[3];
    bool booleans_items[3];
    struct problem_time times_items[3];
    const char *strings_items[3];
    switch (of->type) {
    case MEMBER_INTEGER:
    case MEMBER_DURATION:
    case MEMBER_DATE:
        PUT(integer, integers, integer_by_chance(of));
        break;
    case MEMBER_DECIMAL:
        PUT(decimal, decimals, decimal_by_chance(of));
        break;
    case MEMBER_NUMBER:
        PUT(number, numbers, below(2) ? -DBL_MAX : -1.2345678901234567e-7);
        break;
    case MEMBER_BOOLEAN:
        PUT(boolean, booleans, below(2) != 0);
        break;
    case MEMBER_TIMESTAMP:
        PUT(time, times, problem_time(below(2) ? 0 : 253402300799, below(2) ? 0 : 999999999));
        break;
    case MEMBER_ENUM:
        problem_put_enum(problem, ordinal, 1 + (int)below((unsigned)of->value_count));
        break;
    default:
        PUT(string, strings, string_by_chance(of));
    }
}

#undef PUT

/* Some are missing, some come twice or in another order. */
static void put_some(struct problem *problem, unsigned count,
                     const struct shape *shape_of(const void *of, unsigned ordinal), const void *of)
{
    unsigned how = below(4);
    for (unsigned i = 0; i < count; i++) {
        unsigned ordinal = how == 3 ? below(count) : i;
        if (how == 2 && below(4) == 0)
            continue;
        put_by_chance(problem, ordinal, shape_of(of, ordinal));
        if (how >= 1 && below(4) == 0)
            put_by_chance(problem, ordinal, shape_of(of, ordinal));
    }
}

static const struct shape *member_shape(const void *of, unsigned ordinal)
{
    return ((const struct ordinals *)of)->members[ordinal]->shape;
}

static const struct shape *rule_shape(const void *of, unsigned ordinal)
{
    return ((const struct rule *)of)->members.items[ordinal].shape;
}

static void add_field_errors(struct problem *problem, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        const struct rule *rule = &registry->rules[below((unsigned)registry->rule_count)];
        const enum problem_where_kind kind = (enum problem_where_kind)(1 + below(4));
        struct problem_where where = kind == PROBLEM_WHERE_BODY
                                         ? PROBLEM_BODY("/%0*u", (int)below(99), i)
                                         : problem_at(kind, below(9) ? "x%u" : "no place %u", i);
        problem_violation_begin(problem, image_registry(&image), (uint32_t)rule->index, &where);
        put_some(problem, (unsigned)rule->members.count, rule_shape, rule);
        problem_violation_end(problem);
    }
}

/* ---------------------------------------------------------------- registries by chance */

static const char *const types[] = {
    "integer, min: -5, max: 1000",
    "integer, min: -9223372036854775808, max: 9223372036854775807, as: string",
    "decimal, scale: 2",
    "decimal, scale: [0, 18], as: string",
    "number",
    "boolean",
    "enum, values: [red, ultraviolet]",
    "identifier, max: 16",
    "identifier, max: 3, pattern: '^\"+$'",
    "text, max: 40, safe: a test",
    "text, max: 300, safe: a test",
    "uri, max: 64",
    "uuid",
    "pointer, max: 31",
    "timestamp, precision: us",
    "timestamp, precision: s",
    "date",
    "duration",
    "list, max: 2, of: {type: text, max: 40, safe: a test}",
    "list, max: 2, of: {type: decimal, scale: 3}",
    "list, max: 2, of: {type: date}",
    "constant, value: 'a {code} \"b\"'",
};

static const char *one_of(const char *const *texts, unsigned count)
{
    return texts[below(count)];
}
#define ONE_OF(...)                                                                                \
    one_of((const char *const[]){__VA_ARGS__},                                                     \
           sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

/* Members a, b, c ... of types by chance; a rule's are given by each use of it. */
static void add_members(struct buffer *yaml, unsigned count, bool rule)
{
    unsigned kinds = sizeof types / sizeof *types - rule;
    for (unsigned i = 0; i < count; i++) {
        const char *type = below(3) ? types[below(kinds)] : types[0];
        bool constant = strncmp(type, "constant", 8) == 0;
        buffer_format(yaml, "%s%c: {type: %s%s}", i > 0 ? ", " : "", 'a' + (int)i, type,
                      rule || constant || below(3) ? "" : ", optional: true, absent: 'no \"a\"'");
    }
}

/* A text that names some of them, now and then more than once. */
static void add_text(struct buffer *yaml, unsigned count)
{
    buffer_string(yaml,
                  ONE_OF("\"Say \\\"it\\\" ", "\"", "\"Most of what is longer than a block: "));
    for (unsigned i = below(5); i > 0 && count > 0; i--)
        buffer_format(yaml, "{%c}%s", 'a' + (int)below(count), ONE_OF("", " ", "\\\\", " and "));
    buffer_string(yaml, ".\"");
}

static const char *registry_by_chance(void)
{
    struct buffer yaml = buffer_create(arena);
    unsigned members = below(7);
    buffer_format(&yaml, "problemc: 1\nregistry: r\ntitle: T\nfallback: p\nbase: %s\n%srules:\n",
                  ONE_OF("about:blank", "https://example.com/errors/"),
                  ONE_OF("", "instance: none\n", "instance: 'https://e.org/{occurrence}/a/tail'\n",
                         "id-header: X-Id\n"));
    for (int i = 0; i < 3; i++) {
        unsigned count = below(3);
        buffer_format(&yaml, "  rule-%d: {detail: ", i);
        add_text(&yaml, count);
        buffer_string(&yaml, ", members: {");
        add_members(&yaml, count, true);
        buffer_string(&yaml, "}}\n");
    }
    buffer_format(&yaml, "problems:\n  p: {status: 400, title: %s, detail: ",
                  ONE_OF("Plain", "'With \"quotes\"'", "A title that is longer than one block is"));
    add_text(&yaml, members);
    buffer_string(&yaml, ", members: {");
    add_members(&yaml, members, false);
    buffer_format(&yaml, "}%s%s}\n", ONE_OF("", ", type: 'https://own.example/'"),
                  ONE_OF("", ", violations: {member: errors, max: 3}",
                         ", violations: {member: e, max: 8, pointer-style: 3gpp}",
                         ", violations: {member: e, max: 8, names: {rule: omit}}"));
    return arena_copy(arena, buffer_contents(&yaml)).bytes;
}

/* ---------------------------------------------------------------- tests */

static void build(const char *yaml)
{
    load_clean(yaml);
    image_build(registry, arena, &image);
}

static struct problem raised(void)
{
    struct problem problem = PROBLEM_INIT;
    problem_begin(&problem, image_registry(&image), 0, "file.c", 1, "function");
    return problem;
}

static void every_way_makes_the_same_bytes(void **state)
{
    enum { REGISTRIES = 150, OCCURRENCES = 6 };
    for (uint64_t seed = 1; seed <= REGISTRIES; seed++) {
        struct ordinals ordinals;
        chance = seed;
        build(registry_by_chance());
        assert_true(ordinals_of(registry, &registry->problems[0], &ordinals));
        for (int i = 0; i < OCCURRENCES; i++) {
            struct problem problem = raised();
            put_some(&problem, ordinals.count, member_shape, &ordinals);
            if (registry->problems[0].extras->violations != NULL)
                add_field_errors(&problem, below(6));
            check_sizes(&problem);
        }
        files_tear_down(state);
        files_set_up(state);
    }
}

/* Each of the places that name it has the value that was put last. */
static void a_number_of_a_field_error_is_put_twice(void **state)
{
    (void)state;
    char buffer[1024];
    struct problem_response response;
    build("problemc: 1\nregistry: r\ntitle: T\nfallback: p\nbase: about:blank\ninstance: none\n"
          "rules: {twice: {detail: '{n} or {n}', members: {n: {type: integer}}}}\n"
          "problems: {p: {status: 400, title: t, violations: {member: errors}}}\n");
    struct problem problem = raised();
    struct problem_where where = PROBLEM_QUERY("q");
    problem_violation_begin(&problem, image_registry(&image), 0, &where);
    problem_put_integer(&problem, 0, 5);
    problem_put_integer(&problem, 0, 7);
    problem_violation_end(&problem);
    respond_in(&problem, buffer, sizeof buffer, &response);
    assert_text(
        (struct text){response.body, response.body_length},
        "{\"title\":\"t\",\"status\":400,\"errors\":[{\"parameter\":\"q\",\"detail\":\"7 or "
        "7\",\"rule\":\"twice\"}]}");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, files_set_up, files_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_way_makes_the_same_bytes),
        TEST(a_number_of_a_field_error_is_put_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
