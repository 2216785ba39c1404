/*
 * Images: what the head says, chunks that cover every byte, texts said once, the digest, and the
 * largest sizes. What the runtime makes of images is tested with the runtime.
 */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "problem_tables.h"
#include "registry_files.h"
#include "tables/image.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct image image;

static void build(const char *yaml)
{
    load_clean(yaml);
    image_build(registry, arena, &image);
}

static uint64_t number_at(size_t offset, size_t bytes)
{
    uint64_t number = 0;
    assert_true(offset + bytes <= image.bytes.length);
    while (bytes-- > 0)
        number = number << 8 | (unsigned char)image.bytes.bytes[offset + bytes];
    return number;
}

static size_t u32_at(size_t offset)
{
    return (size_t)number_at(offset, 4);
}

/* The text whose offset stands there. */
static struct text text_at(size_t field)
{
    size_t at = u32_at(field), length = (size_t)number_at(at, 2);
    assert_true(at + 2 + length < image.bytes.length);
    assert_int_equal(image.bytes.bytes[at + 2 + length], '\0');
    return text_slice(image.bytes, at + 2, length);
}

static size_t record_at(size_t index)
{
    assert_true(index < u32_at(PROBLEM_HEAD_COUNT));
    return u32_at(u32_at(PROBLEM_HEAD_PROBLEMS) + index * 4);
}

static size_t profile_at(size_t index)
{
    return u32_at(record_at(index) + PROBLEM_RECORD_PROFILE);
}

/* A text in place, with its NUL. */
static struct text text_here(size_t at, size_t length)
{
    assert_int_equal(image.bytes.bytes[at + length], '\0');
    return text_slice(image.bytes, at, length);
}

/* The name of entry `entry` of what has its record at `record`. */
static struct text name_at(size_t record, size_t entry)
{
    return text_at(record - 4 * (entry + 1));
}

/* One of everything. */
static const char everything[] =
    "problemc: 1\nregistry: shop-api\ntitle: Shop\nbase: https://example.com/errors/\n"
    "fallback: internal-error\nid-header: X-Id\nlanguage: en\n"
    "types: {kind: {type: enum, values: {a: The first., b: The second.}}}\n"
    "members: {region: {type: identifier, optional: true, description: Where.},"
    " api: {type: constant, value: 3}}\n"
    "rules: {required: {detail: Must be there.},"
    " minimum: {detail: 'At least {limit}.', members: {limit: {type: integer, example: 1}}}}\n"
    "problems:\n"
    "  out-of-stock:\n    id: 7\n    status: 409\n    title: Out of stock\n"
    "    detail: There are {count} left of {kind}{note}.\n    description: Sold.\n"
    "    members:\n      count: {type: integer, example: 1, description: How many.}\n"
    "      note: {type: text, safe: Fine., optional: true, absent: ' now'}\n"
    "      kind: {type: kind}\n"
    "      wait: {type: duration, audience: header, optional: true}\n"
    "      shelf: {type: identifier, audience: log}\n"
    "      link: {type: constant, value: 'https://example.com/{code}'}\n"
    "    headers: {Retry-After: '{wait}'}\n"
    "    log: warn\n"
    "  hidden: {id: 3, status: 403, title: Hidden, conceal: not-found}\n"
    "  not-found: {id: 9, status: 404, type: 'https://other.example/nf', title: Not found}\n"
    "  invalid: {id: 11, status: 422, title: Invalid,"
    " violations: {member: errors, max: 5, rules: [minimum]}}\n" FALLBACK_PROBLEM;

/* ---------------------------------------------------------------- the head and the records */

static void the_head_describes_the_image(void **state)
{
    (void)state;
    build(everything);
    assert_memory_equal(image.bytes.bytes, "problem", 8);
    assert_int_equal(u32_at(PROBLEM_HEAD_ABI), PROBLEM_ABI);
    assert_int_equal(u32_at(PROBLEM_HEAD_SIZE), image.bytes.length);
    assert_true(number_at(PROBLEM_HEAD_DIGEST, 8) == image.digest);
    char *bytes = (char *)arena_copy(arena, image.bytes).bytes;
    memset(bytes + PROBLEM_HEAD_DIGEST, 0, 8); /* is the hash of all but its own bytes */
    assert_true(problem_hash(bytes, image.bytes.length, 0) == image.digest);
    assert_text(text_at(PROBLEM_HEAD_NAME), "shop-api");
    assert_text(text_at(PROBLEM_HEAD_BASE), "https://example.com/errors/");
    assert_int_equal(u32_at(PROBLEM_HEAD_COUNT), 5);
    assert_int_equal(u32_at(PROBLEM_HEAD_FALLBACK), 4);
    assert_int_equal(number_at(PROBLEM_HEAD_RULE_COUNT, 2), 2);
    assert_int_equal(number_at(PROBLEM_HEAD_OWN_MEMBERS, 1), 1);
    assert_true(u32_at(PROBLEM_HEAD_NUMBERS) != 0);
    assert_true(u32_at(PROBLEM_HEAD_TYPES) != 0);
}

static void records_say_what_the_registry_says(void **state)
{
    (void)state;
    build(everything);
    static const struct {
        const char *code, *title;
        unsigned number, status, retry, log, conceal, members, constants, headers;
    } wanted[] = {
        {"out-of-stock", "Out of stock", 7, 409, PROBLEM_RETRY_NEVER, PROBLEM_LOG_WARN, 0, 6, 2, 3},
        {"hidden", "Hidden", 3, 403, PROBLEM_RETRY_NEVER, PROBLEM_LOG_INFO, 3, 1, 1, 2},
        {"not-found", "Not found", 9, 404, PROBLEM_RETRY_NEVER, PROBLEM_LOG_INFO, 0, 1, 1, 2},
        {"invalid", "Invalid", 11, 422, PROBLEM_RETRY_NEVER, PROBLEM_LOG_INFO, 0, 1, 1, 2},
        {"internal-error", "Internal server error", 1, 500, PROBLEM_RETRY_NEVER, PROBLEM_LOG_ERROR,
         0, 1, 1, 2},
    };
    for (size_t i = 0; i < COUNT(wanted); i++) {
        size_t at = profile_at(i), record = record_at(i), code = record + PROBLEM_RECORD_CODE;
        size_t length = (size_t)number_at(record + PROBLEM_RECORD_CODE_LENGTH, 1);
        size_t title = code + length + (size_t)number_at(record + PROBLEM_RECORD_BETWEEN, 1);
        assert_int_equal(u32_at(record_at(i) + PROBLEM_RECORD_NUMBER), wanted[i].number);
        assert_int_equal(number_at(at + PROBLEM_PROFILE_STATUS, 2), wanted[i].status);
        assert_int_equal(number_at(at + PROBLEM_PROFILE_RETRY, 1), wanted[i].retry);
        assert_int_equal(number_at(at + PROBLEM_PROFILE_LOG, 1), wanted[i].log);
        assert_int_equal(u32_at(at + PROBLEM_PROFILE_CONCEAL), wanted[i].conceal);
        assert_int_equal(number_at(at + PROBLEM_PROFILE_MEMBER_COUNT, 1), wanted[i].members);
        assert_int_equal(number_at(at + PROBLEM_PROFILE_CONSTANT_COUNT, 1), wanted[i].constants);
        assert_int_equal(number_at(at + PROBLEM_PROFILE_HEADER_COUNT, 1), wanted[i].headers);
        assert_text(text_here(code, length), wanted[i].code);
        length = (size_t)number_at(record + PROBLEM_RECORD_TITLE_LENGTH, 2);
        assert_text(text_here(title, length), wanted[i].title);
    }
    /* region, count, kind, shelf | note, wait: the detail needs count and kind, and names note */
    assert_int_equal(number_at(profile_at(0) + PROBLEM_PROFILE_DETAIL_NEEDS, 8), 1u << 1 | 1u << 2);
    assert_int_equal(number_at(profile_at(0) + PROBLEM_PROFILE_DETAIL_NAMES, 8),
                     1u << 1 | 1u << 2 | 1u << 4);
    assert_int_equal(u32_at(profile_at(0) + PROBLEM_PROFILE_TYPE), 0);
    assert_text(text_at(profile_at(2) + PROBLEM_PROFILE_TYPE), "https://other.example/nf");
    assert_int_equal(u32_at(profile_at(0) + PROBLEM_PROFILE_VIOLATIONS), 0);
}

static void members_come_by_ordinal_then_constants(void **state)
{
    (void)state;
    static const char *const names[] = {"region", "count", "kind", "shelf",
                                        "note",   "wait",  "link", "api"};
    static const unsigned audiences[] = {0, 0, 0, 2, 0, 1, 0, 0};
    static const unsigned optional[] = {1, 0, 0, 0, 1, 1, 0, 0};
    static const unsigned char order[] = {1, 4, 2, 5, 3, 6, 0, 7}; /* as declared */
    build(everything);
    size_t table = u32_at(profile_at(0) + PROBLEM_PROFILE_MEMBERS);
    for (size_t i = 0; i < COUNT(names); i++, table += PROBLEM_MEMBER_LENGTH) {
        assert_text(name_at(record_at(0), i), names[i]);
        assert_int_equal(number_at(table + PROBLEM_MEMBER_AUDIENCE, 1), audiences[i]);
        assert_int_equal(number_at(table + PROBLEM_MEMBER_OPTIONAL, 1), optional[i]);
    }
    size_t at = u32_at(profile_at(0) + PROBLEM_PROFILE_ORDER);
    assert_memory_equal(image.bytes.bytes + at, order, sizeof order);
    size_t link = u32_at(profile_at(0) + PROBLEM_PROFILE_MEMBERS) + 6 * PROBLEM_MEMBER_LENGTH;
    size_t shape = u32_at(link + PROBLEM_MEMBER_SHAPE);
    assert_int_equal(number_at(shape + PROBLEM_SHAPE_TYPE, 1), PROBLEM_JSON);
    assert_text(text_at(shape + PROBLEM_SHAPE_JSON), "\"https://example.com/out-of-stock\"");
}

static void field_errors_have_keys_and_rules(void **state)
{
    (void)state;
    build(everything);
    size_t how = u32_at(profile_at(3) + PROBLEM_PROFILE_VIOLATIONS);
    assert_int_equal(number_at(how + PROBLEM_VIOLATIONS_MAX, 2), 5);
    assert_int_equal(number_at(how + PROBLEM_VIOLATIONS_STYLE, 1), PROBLEM_POINTER_FRAGMENT);
    assert_int_equal(number_at(how + PROBLEM_VIOLATIONS_RULE_BYTES, 1), 1);
    assert_text(text_at(how + PROBLEM_VIOLATIONS_POINTER), "\"pointer\":");
    assert_text(text_at(how + PROBLEM_VIOLATIONS_RULE), "\"rule\":");
    assert_text(text_at(how + PROBLEM_VIOLATIONS_OMITTED), "\"errors_omitted\":");
    assert_int_equal(number_at(how + PROBLEM_VIOLATIONS_RULES, 1), 1u << 1);
    size_t rule = u32_at(u32_at(PROBLEM_HEAD_RULES) + 4);
    assert_text(text_at(rule + PROBLEM_RULE_NAME), "minimum");
    assert_int_equal(number_at(rule + PROBLEM_RULE_MEMBER_COUNT, 1), 1);
    assert_text(name_at(rule, 0), "limit");
}

static void keys_can_be_left_out(void **state)
{
    (void)state;
    build(REGISTRY_HEAD "rules: {r: {detail: D.}}\nproblems:\n" FALLBACK_PROBLEM
                        "  p: {status: 400, title: T, violations: {member: errors,"
                        " names: {rule: omit, omitted: omit, detail: reason}}}\n");
    size_t how = u32_at(profile_at(1) + PROBLEM_PROFILE_VIOLATIONS);
    assert_int_equal(u32_at(how + PROBLEM_VIOLATIONS_RULE), 0);
    assert_int_equal(u32_at(how + PROBLEM_VIOLATIONS_OMITTED), 0);
    assert_text(text_at(how + PROBLEM_VIOLATIONS_DETAIL), "\"reason\":");
}

/* Headers that RFC 9110 demands of a status, whatever the case of their names. */
static void duties_are_marked(void **state)
{
    (void)state;
    static const struct {
        int status;
        const char *header;
        bool duty;
    } cases[] = {
        {401, "WWW-Authenticate", true},
        {401, "www-authenticate", true},
        {400, "WWW-Authenticate", false},
        {405, "Allow", true},
        {405, "ALLOWS", false},
        {405, "Allo", false},
        {407, "Proxy-Authenticate", true},
        {426, "Upgrade", true},
        {426, "Allow", false},
        {503, "Retry-After", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        build(arena_format(arena, "%sproblems:\n%s  p: {status: %d, title: T, headers: {%s: x}}\n",
                           REGISTRY_HEAD, FALLBACK_PROBLEM, cases[i].status, cases[i].header)
                  .bytes);
        size_t header = u32_at(profile_at(1) + PROBLEM_PROFILE_HEADERS);
        assert_text(text_at(header + PROBLEM_HEADER_NAME), cases[i].header);
        assert_int_equal(number_at(header + PROBLEM_HEADER_DUTY, 1), cases[i].duty);
    }
}

/* ---------------------------------------------------------------- numbers and types */

static void dense_numbers_need_no_lookup(void **state)
{
    (void)state;
    build(REGISTRY_HEAD "problems:\n  internal-error: {id: 1, status: 500, title: T}\n"
                        "  b: {id: 2, status: 400, title: B}\n");
    assert_int_equal(u32_at(PROBLEM_HEAD_NUMBERS), 0);
    assert_int_equal(u32_at(PROBLEM_HEAD_TYPES), 0);
    build(REGISTRY_HEAD "problems:\n  internal-error: {status: 500, title: T}\n"
                        "  b: {status: 400, title: B}\n");
    assert_int_equal(u32_at(PROBLEM_HEAD_NUMBERS), 0);
    build(REGISTRY_HEAD "problems:\n  internal-error: {id: 2, status: 500, title: T}\n"
                        "  b: {id: 1, status: 400, title: B}\n");
    assert_true(u32_at(PROBLEM_HEAD_NUMBERS) != 0);
}

/* About:blank is nobody's own type, and of no use to look up. */
static void about_blank_is_written_where_the_base_is_another(void **state)
{
    (void)state;
    build("problemc: 1\nregistry: r\ntitle: T\nbase: about:blank\nfallback: p\n"
          "problems:\n  p: {status: 500}\n  q: {status: 400, title: Q, type: 'urn:x:q'}\n");
    assert_text(text_at(PROBLEM_HEAD_BASE), "");
    assert_int_equal(u32_at(profile_at(0) + PROBLEM_PROFILE_TYPE), 0);
    assert_text(text_at(profile_at(1) + PROBLEM_PROFILE_TYPE), "urn:x:q");
    assert_true(u32_at(PROBLEM_HEAD_TYPES) != 0);
    build(REGISTRY_HEAD "problems:\n" FALLBACK_PROBLEM
                        "  p: {id: 2, status: 400, type: about:blank}\n");
    assert_text(text_at(profile_at(1) + PROBLEM_PROFILE_TYPE), "about:blank");
    assert_int_equal(u32_at(PROBLEM_HEAD_TYPES), 0);
}

/* ---------------------------------------------------------------- the whole */

static void chunks_cover_the_image(void **state)
{
    (void)state;
    size_t at = 0, problems = 0, rules = 0;
    build(everything);
    for (size_t i = 0; i < image.chunk_count; i++) {
        const struct chunk *chunk = &image.chunks[i];
        assert_int_equal(chunk->offset, at);
        assert_true(chunk->length > 0);
        at += chunk->length;
        problems += strcmp(chunk->part, "problem") == 0;
        rules += strcmp(chunk->part, "rule") == 0;
        bool about = strcmp(chunk->part, "problem") == 0 || strcmp(chunk->part, "rule") == 0;
        assert_int_equal(chunk->about.length > 0, about);
    }
    assert_int_equal(at, image.bytes.length);
    assert_int_equal(problems, 5);
    assert_int_equal(rules, 2);
    assert_string_equal(image.chunks[0].part, "head");
    assert_int_equal(image.chunks[0].length, PROBLEM_HEAD_LENGTH);
}

static size_t occurrences(const char *text)
{
    size_t count = 0, length = strlen(text);
    for (size_t at = 0; at + length <= image.bytes.length; at++)
        count += memcmp(image.bytes.bytes + at, text, length) == 0;
    return count;
}

static void what_is_said_twice_is_written_once(void **state)
{
    (void)state;
    build(
        REGISTRY_HEAD
        "types: {colour: {type: enum, values: [vermilion, ochre]}}\n"
        "problems:\n" FALLBACK_PROBLEM
        "  a: {status: 400, title: Same title, members: {shade: {type: colour, optional: true}}}\n"
        "  b: {status: 404, title: Other title, members: {shade: {type: colour, optional: true},"
        " tint: {type: colour, optional: true}}, headers: {X-Same: same value}}\n"
        "  c: {status: 404, title: Third title, headers: {X-Same: same value}}\n");
    assert_int_equal(occurrences("vermilion"), 1);
    assert_int_equal(occurrences("X-Same"), 1);
    assert_int_equal(occurrences("same value"), 1);
    size_t a = u32_at(profile_at(1) + PROBLEM_PROFILE_MEMBERS);
    size_t b = u32_at(profile_at(2) + PROBLEM_PROFILE_MEMBERS);
    assert_int_equal(u32_at(a + PROBLEM_MEMBER_SHAPE), u32_at(b + PROBLEM_MEMBER_SHAPE));
    assert_int_equal(u32_at(record_at(1) - 4), u32_at(record_at(2) - 4));
}

/* The registry with one part of its text replaced. */
static uint64_t digest_with(const char *part, const char *other)
{
    const char *at = strstr(everything, part);
    assert_non_null(at);
    build(arena_format(arena, "%.*s%s%s", (int)(at - everything), everything, other,
                       at + strlen(part))
              .bytes);
    return image.digest;
}

static void the_digest_is_that_of_what_is_sent(void **state)
{
    (void)state;
    static const struct {
        const char *part, *other;
        bool same;
    } changes[] = {
        {"Out of stock", "Out of stock", true},
        {"title: Shop", "title: Shop two", true},
        {"description: Sold.", "description: Gone.", true},
        {"description: How many.", "description: The count.", true},
        {"a: The first.", "a: Something else.", true},
        {"example: 1,", "example: 2,", true},
        {"Out of stock", "Sold out", false},
        {"status: 409", "status: 410", false},
        {"id: 7", "id: 8", false},
        {"audience: log", "audience: header", false},
        {"log: warn", "log: info", false},
        {"max: 5", "max: 6", false},
        {"There are", "There is", false},
        {"shop-api", "shop-apx", false},
    };
    build(everything);
    uint64_t digest = image.digest;
    for (size_t i = 0; i < COUNT(changes); i++)
        assert_int_equal(digest_with(changes[i].part, changes[i].other) == digest, changes[i].same);
}

static void the_same_registry_gives_the_same_bytes(void **state)
{
    (void)state;
    build(everything);
    struct image first = image;
    put_file("else/where.yaml", "# another file, another place\n");
    assert_int_equal(load_file_at(put_file("else/main.yaml", everything)), LOAD_OK);
    image_build(registry, arena, &image);
    assert_int_equal(first.bytes.length, image.bytes.length);
    assert_memory_equal(first.bytes.bytes, image.bytes.bytes, image.bytes.length);
    assert_true(first.digest == image.digest);
    assert_int_equal(first.response_max, image.response_max);
}

static void the_largest_response_is_known(void **state)
{
    (void)state;
    size_t most = 0;
    build(everything);
    for (uint32_t i = 0; i < 5; i++) {
        size_t body = problem_body_max(image_registry(&image), i);
        size_t all = body + problem_headers_max(image_registry(&image), i);
        assert_int_equal(image.body_max[i], body);
        most = all > most ? all : most;
    }
    assert_int_equal(image.response_max, most);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, files_set_up, files_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_head_describes_the_image),
        TEST(records_say_what_the_registry_says),
        TEST(members_come_by_ordinal_then_constants),
        TEST(field_errors_have_keys_and_rules),
        TEST(keys_can_be_left_out),
        TEST(duties_are_marked),
        TEST(dense_numbers_need_no_lookup),
        TEST(about_blank_is_written_where_the_base_is_another),
        TEST(chunks_cover_the_image),
        TEST(what_is_said_twice_is_written_once),
        TEST(the_digest_is_that_of_what_is_sent),
        TEST(the_same_registry_gives_the_same_bytes),
        TEST(the_largest_response_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
