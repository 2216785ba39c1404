/*
 * The schema for editors against the tables of keys, the table of checks, and what loader and
 * checks really refuse: ranges and patterns that stand in it by hand can't drift from them.
 *
 *     test_schema registry.schema.json
 */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <cjson/cJSON.h>
#include <regex.h>

#include "check/check.h"
#include "load/keys.h"
#include "registry_files.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static cJSON *schema;

/* What is at the path, its steps separated by "/": keys of objects, positions in arrays. */
static const cJSON *at(const cJSON *node, const char *path)
{
    while (node && *path) {
        size_t length = strcspn(path, "/");
        const char *step = arena_format(arena, "%.*s", (int)length, path).bytes;
        node = cJSON_IsArray(node) ? cJSON_GetArrayItem(node, (int)strtol(step, NULL, 10))
                                   : cJSON_GetObjectItemCaseSensitive(node, step);
        path += length + (path[length] == '/');
    }
    if (node == NULL)
        print_message("nothing at %s\n", path);
    assert_non_null(node);
    return node;
}

/* ---------------------------------------------------------------- keys */

static size_t distinct_keys(const struct key_table *table)
{
    size_t count = 0;
    for (size_t i = 0; i < table->count; i++) {
        bool first = true;
        for (size_t k = 0; k < i; k++)
            first = first && strcmp(table->keys[i].name, table->keys[k].name) != 0;
        count += first;
    }
    return count + (table->also ? distinct_keys(table->also) : 0);
}

static void expect_table(const cJSON *node, const struct key_table *table);

static void expect_keys(const cJSON *properties, const struct key_table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct key *key = &table->keys[i];
        const cJSON *property = at(properties, key->name);
        const char *description = cJSON_GetStringValue(at(property, "description"));
        if (description == NULL || strstr(description, key->doc) == NULL)
            print_message("%s of %s: not described\n", key->name, table->what);
        assert_non_null(description);
        assert_non_null(strstr(description, key->doc));
        if (key->keys)
            expect_table(property, key->keys);
    }
    if (table->also)
        expect_keys(properties, table->also);
}

static void expect_table(const cJSON *node, const struct key_table *table)
{
    const cJSON *properties = at(node, "properties");
    expect_keys(properties, table);
    assert_int_equal((size_t)cJSON_GetArraySize(properties), distinct_keys(table));
    assert_true(cJSON_IsFalse(at(node, "additionalProperties")));
}

static void keys_are_those_of_the_loader(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        const struct key_table *table;
    } tables[] = {
        {"", &registry_keys},
        {"definitions/problem", &problem_keys},
        {"definitions/member", &member_keys},
        {"definitions/type", &shape_keys},
        {"definitions/rule", &rule_keys},
        {"definitions/link", &link_keys},
        {"definitions/reserved", &reserved_keys},
        {"definitions/setting", &check_keys},
        {"definitions/source", &classifier_keys},
        {"definitions/message", &message_keys},
    };
    for (size_t i = 0; i < COUNT(tables); i++)
        expect_table(at(schema, tables[i].path), tables[i].table);
    assert_int_equal((size_t)cJSON_GetArraySize(at(schema, "definitions")), COUNT(tables) - 1);
}

/* Every word that has a meaning has its own; returns how many there are below. */
static int count_meanings(const cJSON *node)
{
    const cJSON *meanings = cJSON_GetObjectItemCaseSensitive(node, "enumDescriptions"), *child;
    int count = cJSON_GetArraySize(meanings);
    if (meanings)
        assert_int_equal(cJSON_GetArraySize(at(node, "enum")), count);
    cJSON_ArrayForEach(child, node) count += count_meanings(child);
    return count;
}

static void words_have_meanings(void **state)
{
    (void)state;
    assert_true(count_meanings(schema) > 0);
}

static void checks_are_those_that_can_be_waived(void **state)
{
    (void)state;
    static const char *const places[] = {"properties/checks",
                                         "definitions/problem/properties/allow"};
    for (size_t i = 0; i < COUNT(places); i++) {
        const cJSON *properties = at(at(schema, places[i]), "properties");
        int waivable = 0;
        for (size_t k = 0; k < check_count; k++) {
            if (!checks[k].waivable)
                continue;
            waivable++;
            assert_string_equal(
                cJSON_GetStringValue(at(at(properties, checks[k].id), "description")),
                checks[k].doc);
        }
        assert_int_equal(cJSON_GetArraySize(properties), waivable);
        assert_true(cJSON_IsFalse(at(at(schema, places[i]), "additionalProperties")));
    }
}

/* Members of each type refuse just the keys that the loader refuses. */
static void types_have_their_keys(void **state)
{
    (void)state;
    for (int type = 1; member_type_names[type]; type++) {
        const cJSON *row = cJSON_GetArrayItem(at(schema, "definitions/member/allOf"), type - 1);
        assert_string_equal(cJSON_GetStringValue(at(row, "if/properties/type/const")),
                            member_type_names[type]);
        for (size_t i = 0; i < shape_keys.count; i++) {
            size_t offset;
            const struct key *key = key_find(&shape_keys, text_of(shape_keys.keys[i].name),
                                             (enum member_type)type, &offset);
            bool refused = cJSON_IsFalse(
                cJSON_GetObjectItemCaseSensitive(at(row, "then/properties"), key->name));
            assert_true(refused != key_applies(key, (enum member_type)type));
        }
    }
}

/* ---------------------------------------------------------------- limits */

/* The registry with the value in place of %s: whether it is found fault with, so. */
static bool refuses(const char *yaml, const char *value, const char *id)
{
    sources = sources_create(arena);
    diagnostics = diagnostics_create(arena, sources);
    const char *place = strstr(yaml, "%s");
    assert_non_null(place);
    struct buffer text = buffer_create(arena);
    buffer_text(&text, (struct text){yaml, (size_t)(place - yaml)});
    buffer_string(&text, value);
    buffer_string(&text, place + 2);
    buffer_byte(&text, '\0');
    assert_int_equal(load_text(text.bytes), LOAD_OK);
    check_registry(registry, TEXT(""), arena, sources, diagnostics);
    return found(id);
}

enum fill {
    NUMBER,
    LETTERS, /* so many of them */
    ITEMS,   /* so many, with commas between */
    MEMBERS,
};

static const char *filled(enum fill fill, int64_t count)
{
    struct buffer out = buffer_create(arena);
    if (fill == NUMBER)
        buffer_format(&out, "%lld", (long long)count);
    for (int64_t i = 0; fill != NUMBER && i < count; i++)
        if (fill == LETTERS)
            buffer_byte(&out, 'a');
        else
            buffer_format(&out, fill == ITEMS ? "%sa%lld" : "%sa%lld: {type: integer}",
                          i ? ", " : "", (long long)i);
    buffer_byte(&out, '\0');
    return out.bytes;
}

#define PROBLEM(...)                                                                               \
    REGISTRY_HEAD "problems:\n  over: {title: Over, " __VA_ARGS__ "}\n" FALLBACK_PROBLEM
#define MEMBER(definition) PROBLEM("status: 409, members: {size: {" definition "}}")
#define SOURCE(definition)                                                                         \
    REGISTRY_HEAD "classify: {disk: {" definition "}}\nproblems:\n" FALLBACK_PROBLEM
#define RULE(key, contains)                                                                        \
    SOURCE("values: {5: internal-error}, messages: [{code: 5, " contains                           \
           ", problem: internal-error, because: So., remove-by: " key "}]")

static const struct limit {
    const char *path, *least, *most; /* keywords at the path; NULL: not looked at */
    enum fill fill;
    const char *yaml, *id;
} limits[] = {
    {"properties/problemc", "minimum", "maximum", NUMBER,
     "problemc: %s\nproblems:\n" FALLBACK_PROBLEM, "format-version"},
    {"definitions/problem/properties/id", "minimum", "maximum", NUMBER,
     PROBLEM("status: 409, id: %s"), "id-range"},
    {"definitions/problem/properties/status", "minimum", "maximum", NUMBER, PROBLEM("status: %s"),
     "status-range"},
    {"definitions/problem/properties/violations/properties/max", "minimum", "maximum", NUMBER,
     PROBLEM("status: 409, violations: {member: errors, max: %s}") "rules: {odd: {detail: Odd.}}\n",
     "bad-violations"},
    {"definitions/member/properties/scale", "minimum", "maximum", NUMBER,
     MEMBER("type: decimal, scale: %s"), "bad-scale"},
    {"definitions/member/properties/scale/items", "minimum", NULL, NUMBER,
     MEMBER("type: decimal, scale: [%s, 18]"), "bad-scale"},
    {"definitions/member/properties/scale/items", NULL, "maximum", NUMBER,
     MEMBER("type: decimal, scale: [0, %s]"), "bad-scale"},
    {"definitions/member/allOf/5/then/properties/max", "minimum", "maximum", NUMBER,
     MEMBER("type: identifier, max: %s"), "bad-max"},
    {"definitions/member/allOf/6/then/properties/max", "minimum", "maximum", NUMBER,
     MEMBER("type: text, safe: So., max: %s"), "bad-max"},
    {"definitions/member/allOf/7/then/properties/max", "minimum", "maximum", NUMBER,
     MEMBER("type: uri, max: %s"), "bad-max"},
    {"definitions/member/allOf/9/then/properties/max", "minimum", "maximum", NUMBER,
     MEMBER("type: pointer, max: %s"), "bad-max"},
    {"definitions/member/allOf/13/then/properties/max", "minimum", "maximum", NUMBER,
     MEMBER("type: list, of: integer, max: %s"), "bad-max"},
    {"definitions/member/properties/values", "minItems", "maxItems", ITEMS,
     MEMBER("type: enum, values: [%s]"), "bad-enum"},
    {"definitions/member/properties/values/items", NULL, "maxLength", LETTERS,
     MEMBER("type: enum, values: [%s]"), "bad-enum"},
    {"definitions/member/properties/values/propertyNames", NULL, "maxLength", LETTERS,
     MEMBER("type: enum, values: {%s: So.}"), "bad-enum"},
    {"definitions/problem/properties/members", NULL, "maxProperties", MEMBERS,
     PROBLEM("status: 409, members: {%s}"), "too-many"},
    {"definitions/problem/properties/members/propertyNames", NULL, "maxLength", LETTERS,
     PROBLEM("status: 409, members: {%s: {type: integer}}"), "too-long"},
    {"definitions/problem/properties/headers/additionalProperties", NULL, "maxLength", LETTERS,
     PROBLEM("status: 409, headers: {X-Odd: %s}"), "too-long"},
    {"definitions/source/properties/primary", "minimum", "maximum", NUMBER,
     SOURCE("values: {5: internal-error}, primary: %s"), "bad-code"},
    {"definitions/message/properties/contains", "minItems", "maxItems", ITEMS,
     RULE("2027-01-01", "contains: [%s]"), "bad-contains"},
    {"definitions/message/properties/contains/items", NULL, "maxLength", LETTERS,
     RULE("2027-01-01", "contains: [%s]"), "bad-contains"},
    {"definitions/message/properties/contains", NULL, "maxLength", LETTERS,
     RULE("2027-01-01", "contains: %s"), "bad-contains"},
};

static int64_t number_at(const cJSON *node, const char *keyword)
{
    const cJSON *number = at(node, keyword);
    assert_true(cJSON_IsNumber(number));
    return (int64_t)cJSON_GetNumberValue(number);
}

static void expect_limit(const struct limit *limit, const char *keyword, int64_t beyond)
{
    int64_t bound = number_at(at(schema, limit->path), keyword);
    bool kept = !refuses(limit->yaml, filled(limit->fill, bound), limit->id);
    bool passed = refuses(limit->yaml, filled(limit->fill, bound + beyond), limit->id);
    if (!kept || !passed)
        print_message("%s: %s is not %lld\n", limit->path, keyword, (long long)bound);
    assert_true(kept);
    assert_true(passed);
}

static void limits_are_those_of_the_checks(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(limits); i++) {
        if (limits[i].least)
            expect_limit(&limits[i], limits[i].least, -1);
        if (limits[i].most)
            expect_limit(&limits[i], limits[i].most, 1);
    }
}

/* ---------------------------------------------------------------- patterns */

#define HEAD_WITH(line) REGISTRY_HEAD line "\nproblems:\n" FALLBACK_PROBLEM
#define HEAD_BUT_BASE                                                                              \
    "problemc: 1\nregistry: shop\ntitle: Shop API\nfallback: internal-error\nbase: \"%s\"\n"       \
    "problems:\n" FALLBACK_PROBLEM

static const struct shaped {
    const char *path, *yaml, *id;
    const char *good[5], *bad[5];
} shaped[] = {
    {"properties/registry",
     "problemc: 1\nregistry: \"%s\"\ntitle: Shop API\nbase: https://example.com/errors/\n"
     "fallback: internal-error\nproblems:\n" FALLBACK_PROBLEM,
     "bad-name",
     {"shop", "Shop_2-b"},
     {"2shops", "a shop", "sh\xc3\xb6p", "_shop"}},
    {"properties/base",
     HEAD_BUT_BASE,
     "base-uri",
     {"about:blank", "https://example.com/errors/", "urn:errors#", "tag:example.com,2026:e="},
     {"https://example.com/errors", "/errors/", "example"}},
    {"properties/instance",
     HEAD_WITH("instance: \"%s\""),
     "instance-uri",
     {"none", "urn:uuid:{occurrence}", "https://example.com/o/{occurrence}"},
     {"urn:uuid:", "{occurrence}", "nothing"}},
    {"properties/id-header",
     HEAD_WITH("id-header: \"%s\""),
     "header-name",
     {"X-Error-Id", "x.y~z"},
     {"X Error", "X-Error:", "X(1)"}},
    {"properties/language",
     HEAD_WITH("language: \"%s\""),
     "language-tag",
     {"en", "en-GB", "zh-Hant-TW"},
     {"en_GB", "en-", "e n"}},
    {"definitions/problem/properties/type",
     PROBLEM("status: 409, type: \"%s\""),
     "type-uri",
     {"about:blank", "https://example.com/over", "urn:over"},
     {"over", "/over", "//host/over"}},
    {"definitions/problem/properties/headers/propertyNames",
     PROBLEM("status: 409, headers: {\"%s\": a}"),
     "header-name",
     {"X-Error-Id", "x.y~z"},
     {"X Error", "X-Error:", "X(1)"}},
    {"definitions/problem/properties/conceal",
     PROBLEM("status: 403, conceal: \"%s\""),
     "unknown-problem",
     {"internal-error"},
     {"2", "internal error", ".."}},
    {"definitions/problem/properties/deprecated/properties/sunset",
     PROBLEM("status: 409, deprecated: {sunset: \"%s\"}"),
     "bad-date",
     {"2027-06-30"},
     {"2027-6-30", "30.06.2027", "2027-06-30T00:00:00Z"}},
    {"definitions/member/properties/pattern",
     MEMBER("type: identifier, pattern: \"%s\""),
     "bad-pattern",
     {"^[A-Z]{2}$", "^a+$"},
     {"[A-Z]{2}", "^a+", "a+$"}},
    {"properties/problems/propertyNames",
     HEAD_WITH("") "  \"%s\": {status: 409, title: Over}\n",
     "bad-name",
     {"over", "Over_2-b"},
     {"2over", "_over", "o ver", "o.ver"}},
    {"definitions/source/properties/values/propertyNames",
     SOURCE("values: {\"%s\": internal-error}"),
     "wrong-type",
     {"0", "7", "-3"},
     {"007", "+3", "1.5", "x"}},
    {"definitions/message/properties/remove-by",
     RULE("\"%s\"", "contains: a"),
     "bad-date",
     {"2027-06-30"},
     {"2027-6-30", "soon"}},
};

static bool matches(const cJSON *node, const char *value)
{
    regex_t compiled;
    assert_int_equal(
        regcomp(&compiled, cJSON_GetStringValue(at(node, "pattern")), REG_EXTENDED | REG_NOSUB), 0);
    bool match = regexec(&compiled, value, 0, NULL, 0) == 0;
    regfree(&compiled);
    return match;
}

static void expect_shape(const struct shaped *row, const char *value, bool good)
{
    bool match = matches(at(schema, row->path), value);
    bool refused = refuses(row->yaml, value, row->id);
    if (match != good || refused == good)
        print_message("%s: %s %s\n", row->path, value,
                      match ? "fits the schema" : "does not fit the schema");
    assert_true(match == good);
    assert_true(refused != good);
}

static void patterns_are_those_of_the_checks(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(shaped); i++) {
        for (size_t k = 0; k < COUNT(shaped[i].good) && shaped[i].good[k]; k++)
            expect_shape(&shaped[i], shaped[i].good[k], true);
        for (size_t k = 0; k < COUNT(shaped[i].bad) && shaped[i].bad[k]; k++)
            expect_shape(&shaped[i], shaped[i].bad[k], false);
    }
}

/* ---------------------------------------------------------------- */

static int read_schema(const char *path)
{
    char *text = NULL;
    size_t length = 0;
    FILE *file = fopen(path, "rb"), *copy = open_memstream(&text, &length);
    for (int byte; file && copy && (byte = getc(file)) != EOF;)
        putc(byte, copy);
    if (file)
        fclose(file);
    if (copy)
        fclose(copy);
    schema = text ? cJSON_ParseWithLength(text, length) : NULL;
    free(text);
    return schema ? 0 : 1;
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(keys_are_those_of_the_loader, files_set_up,
                                        files_tear_down),
        cmocka_unit_test_setup_teardown(words_have_meanings, files_set_up, files_tear_down),
        cmocka_unit_test_setup_teardown(checks_are_those_that_can_be_waived, files_set_up,
                                        files_tear_down),
        cmocka_unit_test_setup_teardown(types_have_their_keys, files_set_up, files_tear_down),
        cmocka_unit_test_setup_teardown(limits_are_those_of_the_checks, files_set_up,
                                        files_tear_down),
        cmocka_unit_test_setup_teardown(patterns_are_those_of_the_checks, files_set_up,
                                        files_tear_down),
    };
    if (argc != 2 || read_schema(argv[1]) != 0) {
        fprintf(stderr, "usage: test_schema registry.schema.json\n");
        return 2;
    }
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    cJSON_Delete(schema);
    return failed;
}
