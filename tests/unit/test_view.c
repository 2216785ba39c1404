/*
 * The view: what templates see of a registry, and that what was not written is absent. That every
 * field stands in templates/README.md is test_view_names' concern.
 */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "problem.h"
#include "registry_files.h"
#include "view/view.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct value *view;

static void build(const char *yaml)
{
    struct image image;
    load_clean(yaml);
    image_build(registry, arena, &image);
    view = view_create(registry, &image, arena);
}

/* Follows "problems.0.title" from the root. */
static const struct value *at(const char *path)
{
    const struct value *value = view;
    for (struct text rest = text_of(path); rest.length;) {
        size_t end = 0;
        while (end < rest.length && rest.bytes[end] != '.')
            end++;
        struct text step = text_slice(rest, 0, end);
        rest = text_slice(rest, end + 1, rest.length);
        if (value->kind == VALUE_LIST) {
            size_t index = (size_t)(step.bytes[0] - '0');
            assert_true(index < value->as.list.count);
            value = value_at(value, index);
        } else {
            assert_int_equal(value->kind, VALUE_MAP);
            value = value_get(value, step);
        }
        if (value == NULL)
            print_message("%s\n", path);
        assert_non_null(value);
    }
    return value;
}

/* The value at the path, as short text: how it prints, or how many items it has. */
static const char *shown(const char *path)
{
    const struct value *value = at(path);
    switch (value->kind) {
    case VALUE_ABSENT:
        return "absent";
    case VALUE_BOOLEAN:
        return value->as.boolean ? "true" : "false";
    case VALUE_INTEGER:
        return arena_format(arena, "%lld", (long long)value->as.integer).bytes;
    case VALUE_LIST:
        return arena_format(arena, "%zu items", value->as.list.count).bytes;
    case VALUE_MAP:
        return "map";
    case VALUE_BYTES:
        return "bytes";
    default:
        return arena_copy(arena, value->as.text).bytes;
    }
}

struct view_case {
    const char *path, *shown;
};

static void check(const struct view_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(shown(cases[i].path), cases[i].shown) != 0)
            print_message("%s\n", cases[i].path);
        assert_string_equal(shown(cases[i].path), cases[i].shown);
    }
}

#define CHECK(...)                                                                                 \
    do {                                                                                           \
        static const struct view_case cases[] = {__VA_ARGS__};                                     \
        check(cases, COUNT(cases));                                                                \
    } while (0)

/* ---------------------------------------------------------------- what is not written */

static void what_was_not_written_is_absent(void **state)
{
    (void)state;
    build(REGISTRY_HEAD "problems:\n  internal-error: {status: 500, title: T,"
                        " members: {m: {type: boolean}}}\n");
    CHECK(
        {"registry.id_header", "absent"}, {"registry.language", "absent"},
        {"registry.discriminator", "absent"}, {"registry.intro", "absent"},
        {"registry.contact", "absent"}, {"registry.license", "absent"},
        {"registry.members", "0 items"}, {"registry.instance", "urn:uuid:{occurrence}"},
        {"registry.file", "main.yaml"}, {"problems.0.id", "absent"},
        {"problems.0.detail", "absent"}, {"problems.0.description", "absent"},
        {"problems.0.help", "absent"}, {"problems.0.concealed_as", "absent"},
        {"problems.0.violations", "absent"}, {"problems.0.operator", "absent"},
        {"problems.0.since", "absent"}, {"problems.0.deprecated", "absent"},
        {"problems.0.headers", "0 items"}, {"problems.0.tags", "0 items"},
        {"problems.0.links", "0 items"}, {"problems.0.setters", "0 items"},
        {"problems.0.retry", "never"}, {"problems.0.log", "error"}, {"problems.0.number", "1"},
        {"problems.0.reason", "Internal Server Error"},
        {"problems.0.members.0.shape.named", "absent"},
        {"problems.0.members.0.shape.pattern", "absent"},
        {"problems.0.members.0.shape.safe", "absent"}, {"problems.0.members.0.shape.of", "absent"},
        {"problems.0.members.0.shape.value", "absent"},
        {"problems.0.members.0.shape.values", "0 items"}, {"problems.0.members.0.absent", "absent"},
        {"problems.0.members.0.description", "absent"}, {"problems.0.members.0.example", "0 items"},
        {"problems.0.parameters.0.note", "absent"}, {"rules", "0 items"}, {"reserved", "0 items"},
        {"enums", "0 items"}, {"setters", "0 items"}, {"numbered", "false"});
}

static void limits_of_other_types_are_absent(void **state)
{
    (void)state;
    build(REGISTRY_HEAD "problems:\n  internal-error: {status: 500, title: T,"
                        " members: {b: {type: boolean}, d: {type: decimal, scale: [1, 4]},"
                        " i: {type: integer, max: 7}, t: {type: timestamp, precision: ms},"
                        " u: {type: uuid}}}\n");
    CHECK({"problems.0.members.1.shape.scale_min", "1"},
          {"problems.0.members.1.shape.scale_max", "4"},
          {"problems.0.members.2.shape.min", "-9007199254740991"},
          {"problems.0.members.2.shape.max", "7"}, {"problems.0.members.3.shape.precision", "ms"},
          {"problems.0.members.4.shape.max", "36"});
    CHECK({"problems.0.members.0.shape.max", "absent"},
          {"problems.0.members.0.shape.scale_min", "absent"},
          {"problems.0.members.0.shape.precision", "absent"},
          {"problems.0.members.4.shape.min", "absent"});
}

/* ---------------------------------------------------------------- what is written */

static void a_registry_with_everything(void **state)
{
    (void)state;
    build(
        "problemc: 1\nregistry: hotel-desk\ntitle: Hotel\nbase: https://e.org/#\nfallback: p\n"
        "id-header: X-Id\nlanguage: en\ndiscriminator: cause\n"
        "docs: {intro: Hi., contact: us@e.org, license: CC0}\n"
        "types: {size: {type: enum, values: {big-bed: A big one., twin: }}}\n"
        "members: {cause: {type: constant, value: '{code}'}, hint: {type: size, optional: true}}\n"
        "reserved: [{code: old, id: 9, since: '1', replaced-by: p, note: Gone.}, {code: older}]\n"
        "rules: {max-nights: {detail: 'At most {n}.', description: How many.,"
        " members: {n: {type: integer}}}}\n"
        "problems:\n"
        "  p:\n    id: 12\n    status: 503\n    title: P\n    detail: D.\n"
        "    members:\n"
        "      a: {type: size, description: The size., example: twin}\n"
        "      b: {type: list, of: size, optional: true, description: All.}\n"
        "      c: {type: identifier, audience: log, description: Inside.}\n"
        "      d: {type: timestamp, audience: log}\n"
        "    headers: {X-A: '{a}'}\n    conceal: q\n"
        "    violations: {member: errors, max: 3, pointer-style: plain}\n"
        "    operator: {runbook: R, owner: O, notes: N}\n    since: '2'\n"
        "    deprecated: {since: '3', replaced-by: q, sunset: 2027-01-01}\n"
        "    tags: [t]\n    links: [{title: L, url: ../l}]\n"
        "  q: {id: 3, status: 404, type: about:blank}\n");
    CHECK({"registry.name", "hotel-desk"}, {"registry.title", "Hotel"}, {"registry.fallback", "p"},
          {"registry.id_header", "X-Id"}, {"registry.language", "en"},
          {"registry.discriminator", "cause"}, {"registry.intro", "Hi."},
          {"registry.contact", "us@e.org"}, {"registry.license", "CC0"},
          {"registry.members.0.shape.value", "{code}"}, {"reserved.0.code", "old"},
          {"reserved.0.id", "9"}, {"reserved.0.replaced_by", "p"}, {"reserved.0.note", "Gone."},
          {"reserved.1.id", "absent"}, {"reserved.1.since", "absent"}, {"problems.0.id", "12"},
          {"problems.0.type", "https://e.org/#p"}, {"problems.0.reason", "Service Unavailable"},
          {"problems.0.retry", "after-delay"}, {"problems.0.concealed_as", "q"},
          {"problems.0.headers.0.name", "X-A"}, {"problems.0.headers.0.value", "{a}"},
          {"problems.0.violations.member", "errors"}, {"problems.0.violations.max", "3"},
          {"problems.0.violations.pointer_style", "plain"},
          {"problems.0.violations.rules.0", "max-nights"}, {"problems.0.operator.runbook", "R"},
          {"problems.0.operator.owner", "O"}, {"problems.0.operator.notes", "N"},
          {"problems.0.since", "2"}, {"problems.0.deprecated.since", "3"},
          {"problems.0.deprecated.replaced_by", "q"},
          {"problems.0.deprecated.sunset", "2027-01-01"}, {"problems.0.tags.0", "t"},
          {"problems.0.links.0.title", "L"}, {"problems.0.links.0.url", "../l"},
          {"problems.0.members.0.shape.named", "size"}, {"problems.0.members.0.example.0", "twin"},
          {"problems.0.members.0.shape.values.0.description", "A big one."},
          {"problems.0.members.0.shape.values.1.description", "absent"},
          {"problems.0.members.1.shape.of.type", "enum"}, {"problems.0.members.1.optional", "true"},
          {"problems.0.members.2.audience", "log"}, {"problems.1.title", "Not Found"},
          {"problems.1.type", "about:blank"});
    /* what C needs */
    CHECK({"lower", "hotel_desk"}, {"upper", "HOTEL_DESK"}, {"numbered", "true"},
          {"problems.0.name", "p"}, {"problems.0.constant", "HOTEL_DESK_P"},
          {"problems.0.number", "12"}, {"problems.0.index", "0"}, {"problems.1.index", "1"},
          {"problems.0.parameters", "3 items"}, {"problems.0.parameters.0.name", "a"},
          {"problems.0.parameters.0.declaration", "enum hotel_desk_size value1"},
          {"problems.0.parameters.0.arguments", "(int)value1"},
          {"problems.0.parameters.0.put", "enum"}, {"problems.0.parameters.0.ordinal", "1"},
          {"problems.0.parameters.0.note", "The size."},
          {"problems.0.parameters.1.declaration", "const char *value2"},
          {"problems.0.parameters.1.note", "logged, never sent. Inside."},
          {"problems.0.parameters.2.note", "logged, never sent."},
          {"problems.0.parameters.2.declaration", "struct problem_time value3"},
          {"problems.0.setters.0.name", "p_b"}, {"problems.0.setters.0.ordinal", "4"},
          {"problems.0.setters.0.parameters.0.declaration",
           "const enum hotel_desk_size *value1, size_t count1"},
          {"problems.0.setters.0.parameters.0.arguments", "value1, sizeof *value1, count1"},
          {"problems.0.setters.0.parameters.0.put", "enums"}, {"setters.0.name", "hint"},
          {"setters.0.ordinal", "0"}, {"enums.0.name", "size"},
          {"enums.0.values.0.constant", "HOTEL_DESK_SIZE_BIG_BED"},
          {"enums.0.values.0.number", "1"}, {"enums.0.values.1.value", "twin"},
          {"rules.0.name", "max_nights"}, {"rules.0.rule", "max-nights"},
          {"rules.0.detail", "At most {n}."}, {"rules.0.description", "How many."},
          {"rules.0.parameters.0.declaration", "int64_t value1"}, {"rules.0.index", "0"});
    assert_int_equal(at("setters.0.index")->as.integer, PROBLEM_ANY);
    assert_int_equal(at("abi")->as.integer, PROBLEM_ABI);
}

/* Every C type, alone and as a list. */
static void how_values_are_passed(void **state)
{
    (void)state;
    static const struct {
        const char *definition, *alone, *list, *put;
    } cases[] = {
        {"{type: integer}", "int64_t ", "const int64_t *", "integer"},
        {"{type: duration}", "int64_t ", "const int64_t *", "integer"},
        {"{type: date}", "int64_t ", "const int64_t *", "integer"},
        {"{type: decimal, scale: 2}", "struct problem_decimal ", "const struct problem_decimal *",
         "decimal"},
        {"{type: number}", "double ", "const double *", "number"},
        {"{type: boolean}", "bool ", "const bool *", "boolean"},
        {"{type: timestamp}", "struct problem_time ", "const struct problem_time *", "time"},
        {"{type: identifier}", "const char *", "const char *const *", "string"},
        {"{type: text, safe: F.}", "const char *", "const char *const *", "string"},
        {"{type: uri}", "const char *", "const char *const *", "string"},
        {"{type: uuid}", "const char *", "const char *const *", "string"},
        {"{type: pointer}", "const char *", "const char *const *", "string"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        build(arena_format(arena,
                           "%sproblems:\n  internal-error: {status: 500, title: T,"
                           " members: {v: %s, l: {type: list, of: %s}}}\n",
                           REGISTRY_HEAD, cases[i].definition, cases[i].definition)
                  .bytes);
        assert_string_equal(shown("problems.0.parameters.0.c_type"), cases[i].alone);
        assert_string_equal(shown("problems.0.parameters.0.put"), cases[i].put);
        assert_string_equal(shown("problems.0.parameters.0.list"), "false");
        assert_string_equal(shown("problems.0.parameters.1.c_type"), cases[i].list);
        assert_string_equal(shown("problems.0.parameters.1.list"), "true");
        assert_string_equal(shown("problems.0.parameters.1.put"),
                            arena_format(arena, "%ss", cases[i].put).bytes);
    }
}

static void signatures_are_shared_by_type(void **state)
{
    (void)state;
    build(REGISTRY_HEAD
          "problems:\n  internal-error: {status: 500, title: T}\n"
          "  a: {status: 400, title: T, members: {x: {type: integer}, y: {type: uuid}}}\n"
          "  b: {status: 400, title: T, members: {p: {type: date}, q: {type: identifier}}}\n"
          "  c: {status: 400, title: T, members: {x: {type: uuid}, y: {type: integer}}}\n"
          "  d: {status: 400, title: T, members: {x: {type: enum, values: [k]}}}\n"
          "  e: {status: 400, title: T, members: {x: {type: enum, values: [k]}}}\n");
    CHECK({"problems.0.signature", "1"}, {"problems.1.signature", "2"},
          {"problems.2.signature", "2"}, {"problems.3.signature", "3"},
          {"problems.4.signature", "4"}, {"problems.5.signature", "5"}, /* enums stay apart */
          {"raise_signatures", "5 items"}, {"raise_signatures.0.parameters", "0 items"},
          {"raise_signatures.1.number", "2"});
}

/* The image in arrays as long as a C string literal may be. */
static void tables_are_cut_into_arrays(void **state)
{
    (void)state;
    struct buffer yaml = buffer_create(arena);
    buffer_format(&yaml,
                  "%sproblems:\n  internal-error: {status: 500, title: T, detail: ", REGISTRY_HEAD);
    buffer_repeat(&yaml, 'x', 8000);
    buffer_string(&yaml, "}\n");
    const size_t problems = 6; /* that one and small ones */
    for (size_t i = 1; i < problems; i++)
        buffer_format(&yaml, "  p%zu: {status: 400, title: Small}\n", i);
    buffer_byte(&yaml, '\0');
    build(yaml.bytes);
    const struct value *arrays = at("tables.arrays");
    int64_t sum = 0;
    size_t part_count = 0, nameless = 0;
    for (size_t i = 0; i < arrays->as.list.count; i++) {
        const struct value *array = value_at(arrays, i);
        const struct value *parts = value_get(array, TEXT("parts"));
        int64_t size = value_get(array, TEXT("size"))->as.integer, parts_size = 0;
        assert_in_range(size, 1, 4000);
        for (size_t k = 0; k < parts->as.list.count; k++) {
            const struct value *part = value_at(parts, k);
            parts_size += (int64_t)value_get(part, TEXT("bytes"))->as.text.length;
            nameless += value_get(part, TEXT("about"))->kind == VALUE_ABSENT;
            part_count++;
        }
        assert_int_equal(parts_size, size);
        sum += size;
    }
    assert_int_equal(at("tables.size")->as.integer, sum);
    assert_true(sum > 8000);
    assert_int_equal(nameless, part_count - problems); /* the first part of each has a name */
    assert_true(arrays->as.list.count < part_count);   /* small ones share an array */
}

/* ---------------------------------------------------------------- others' errors */

static void sources_tell_what_codes_become(void **state)
{
    (void)state;
    build("problemc: 1\nregistry: shop\ntitle: T\nbase: https://e.org/\nfallback: p\n"
          "classify:\n"
          "  paint-box:\n    header: paint.h\n    constants: [RED, BLUE, PINK]\n"
          "    aliases: {ROSE: PINK}\n    groups: {warm: [RED, PINK]}\n    ignore: [BLUE]\n"
          "    map: {warm: q}\n    values: {7: p}\n    primary: 255\n"
          "    messages: [{code: ROSE, contains: dry, problem: p, because: B.,"
          " remove-by: 2027-02-28}]\n"
          "  states: {codes: sqlstate, map: {\"23505\": q, \"23\": p, \"08\": q}}\n"
          "  bare: {primary: 255}\n"
          "problems:\n  p: {status: 500, title: P}\n  q: {status: 400, title: Q}\n");
    static const struct {
        const char *path, *shown;
    } wanted[] = {
        {"source", "absent"},
        {"sources", "3 items"},
        {"sources.0.key", "paint-box"},
        {"sources.0.name", "paint_box"},
        {"sources.0.upper", "PAINT_BOX"},
        {"sources.0.kind", "macros"},
        {"sources.0.code_type", "int "},
        {"sources.0.otherwise", "p"},
        {"sources.0.primary", "255"},
        {"sources.0.outcomes", "4 items"},
        {"sources.0.outcomes.0.problem", "p"},
        {"sources.0.outcomes.0.otherwise", "true"},
        {"sources.0.outcomes.1.problem", "absent"},
        {"sources.0.outcomes.1.codes", "BLUE"},
        {"sources.0.outcomes.1.constant", "(enum shop_problem)0"},
        {"sources.0.outcomes.2.constant", "SHOP_P"},
        {"sources.0.outcomes.2.codes", "7"},
        {"sources.0.outcomes.3.codes", "RED, PINK, ROSE"},
        {"sources.0.outcomes.3.index", "1"},
        {"sources.0.rows", "5 items"},
        {"sources.0.rows.0.code", "7"},
        {"sources.0.rows.0.group", "absent"},
        {"sources.0.rows.1.problem", "absent"},
        {"sources.0.rows.2.group", "warm"},
        {"sources.0.rows.2.problem", "q"},
        {"sources.0.switches", "2 items"},
        {"sources.0.switches.0.exhaustive", "false"},
        {"sources.0.switches.0.arms", "2 items"},
        {"sources.0.switches.1.arms.0.outcome", "3"},
        {"sources.0.switches.1.arms.0.labels", "3 items"},
        {"sources.0.switches.1.arms.0.labels.1.guard", "defined(PINK)"},
        {"sources.0.switches.1.arms.0.labels.2.guard",
         "defined(ROSE) && \\\n    !(defined(PINK) && ROSE == PINK)"},
        {"sources.0.messages.0.tests", "2 items"},
        {"sources.0.messages.0.tests.0.condition", "(code_ == PINK || (code_ & 255) == PINK)"},
        {"sources.1.kind", "states"},
        {"sources.1.code_type", "const char *"},
        {"sources.1.primary", "absent"},
        {"sources.1.switches", "0 items"},
        {"sources.1.state_rows", "3 items"},
        {"sources.1.state_rows.0.state", "08"},
        {"sources.1.state_rows.1.state", "23"},
        {"sources.1.state_rows.2.becomes", "q"},
        {"sources.2.kind", "numbers"},
        {"sources.2.by_code", "false"},
        {"sources.2.primary", "absent"}, /* nothing to look up again in */
    };
    for (size_t i = 0; i < COUNT(wanted); i++)
        if (strcmp(shown(wanted[i].path), wanted[i].shown) != 0)
            fail_msg("%s is [%s], not [%s]", wanted[i].path, shown(wanted[i].path),
                     wanted[i].shown);
    const struct value *root = view, *second = at("sources.1");
    view = view_with_source(root, second, arena);
    assert_ptr_equal(at("source"), second);
    assert_ptr_equal(at("problems"), value_get(root, TEXT("problems")));
}

/* The digest is of what the source becomes, and of nothing else. */
static void digests_follow_the_rows(void **state)
{
    (void)state;
    static const char *const rows[] = {"values: {7: p}", "values: {7: q}", "values: {8: p}",
                                       "values: {7: p}, otherwise: q", "values: {7: p}"};
    const char *digests[COUNT(rows)];
    for (size_t i = 0; i < COUNT(rows); i++) {
        build(arena_format(arena,
                           "problemc: 1\nregistry: shop\ntitle: T%zu\nbase: https://e.org/\n"
                           "fallback: p\nclassify: {s: {%s}}\n"
                           "problems: {p: {status: 500, title: P}, q: {status: 400, title: Q}}\n",
                           i, rows[i])
                  .bytes);
        digests[i] = shown("sources.0.digest");
        for (size_t k = 0; k < i; k++)
            assert_int_equal(strcmp(digests[i], digests[k]) == 0, i == 4 && k == 0);
    }
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, files_set_up, files_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_was_not_written_is_absent), TEST(limits_of_other_types_are_absent),
        TEST(a_registry_with_everything),     TEST(how_values_are_passed),
        TEST(signatures_are_shared_by_type),  TEST(tables_are_cut_into_arrays),
        TEST(sources_tell_what_codes_become), TEST(digests_follow_the_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
