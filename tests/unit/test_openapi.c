/*
 * OpenAPI components and JSON Schemas: what each member becomes, what callers never see, examples
 * that are responses, and YAML that nothing can misread.
 */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "openapi/openapi.h"
#include "openapi/parts.h"
#include "registry_files.h"

static struct image image;
static struct value *document;

static const char yaml[] =
    "problemc: 1\nregistry: r\ntitle: T\nbase: https://example.com/errors/\nfallback: bare\n"
    "id-header: X-Error-Id\nlanguage: en\n"
    "members:\n"
    "  region: {type: identifier, optional: true}\n"
    "  api: {type: constant, value: 3}\n"
    "rules:\n"
    "  required: {detail: Must be there.}\n"
    "  minimum: {detail: 'At least {limit}.', members: {limit: {type: integer, max: 5}}}\n"
    "problems:\n"
    "  bare: {status: 500, title: Bare, help: Wait., description: It broke.}\n"
    "  problem: {status: 500, title: Named like a schema}\n"
    "  nothing: {status: 418, title: Nothing}\n"
    "  hidden: {status: 403, title: Hidden, conceal: nothing}\n"
    "  full:\n    status: 409\n    title: Full\n    detail: 'Only {count}.'\n"
    "    operator: {notes: Kept inside.}\n"
    "    deprecated: {since: 2026-01-01}\n"
    "    headers: {Retry-After: '{wait}', X-Kinds: '{kinds}', X-Mode: a b}\n"
    "    members:\n"
    "      count: {type: integer, min: 0, max: 7, example: 7, description: How many.}\n"
    "      wide: {type: integer, min: 1, max: 9223372036854775807, as: string}\n"
    "      price: {type: decimal, scale: 2}\n"
    "      rate: {type: decimal, scale: [1, 3], as: string}\n"
    "      loose: {type: decimal, scale: [0, 3], as: string}\n"
    "      ratio: {type: number, example: 1e21}\n"
    "      flag: {type: boolean}\n"
    "      kind: {type: enum, values: {a: First., b: Second.}}\n"
    "      name: {type: identifier, max: 9}\n"
    "      own: {type: identifier, pattern: '^[a-c\\-]\\-\\@[0-9]{2}$', max: 5}\n"
    "      note: {type: text, safe: Fine., max: 20}\n"
    "      link: {type: uri, max: 30}\n"
    "      uuid: {type: uuid}\n"
    "      path: {type: pointer, max: 12}\n"
    "      when: {type: timestamp, precision: ms}\n"
    "      day: {type: date}\n"
    "      left: {type: duration}\n"
    "      kinds: {type: list, of: {type: enum, values: [x, y]}, max: 2, example: [x, y]}\n"
    "      wait: {type: duration, audience: header, example: 30, description: Seconds.}\n"
    "      shelf: {type: identifier, audience: log}\n"
    "  invalid: {status: 422, title: Invalid, violations: {member: errors, max: 3}}\n";

static int set_up(void **state)
{
    if (files_set_up(state) != 0)
        return -1;
    load_clean(yaml);
    image_build(registry, arena, &image);
    document = openapi_document(registry, &image, arena);
    return 0;
}

/* The value at a path of names, NULL-terminated. */
static const struct value *at(const struct value *value, const char *const *path)
{
    for (; *path && value; path++)
        value = value_get(value, text_of(*path));
    return value;
}

#define AT(value, ...) at(value, (const char *const[]){__VA_ARGS__, NULL})
#define SCHEMAS(...)   AT(document, "components", "schemas", __VA_ARGS__)

/* The value as JSON on one line. */
static const char *json(const struct value *value)
{
    assert_non_null(value);
    struct buffer pretty = buffer_create(arena), out = buffer_create(arena);
    value_print_json(value, &pretty);
    for (size_t i = 0; i < pretty.length; i++) {
        char byte = pretty.bytes[i];
        if (byte == '\n') {
            while (i + 1 < pretty.length && pretty.bytes[i + 1] == ' ')
                i++;
            continue;
        }
        buffer_byte(&out, byte);
    }
    return arena_copy(arena, buffer_contents(&out)).bytes;
}

static void is(const struct value *value, const char *wanted)
{
    assert_string_equal(json(value), wanted);
}

/* The schema of a member of `full` begins like this. */
static void member_is(const char *name, const char *wanted)
{
    const char *schema = json(SCHEMAS("Full", "properties", name));
    if (strncmp(schema, wanted, strlen(wanted)) != 0)
        print_message("%s: %s\n", name, schema);
    assert_memory_equal(schema, wanted, strlen(wanted));
}

/* ---------------------------------------------------------------- schemas */

static void every_type_has_its_schema(void **state)
{
    (void)state;
    member_is("count", "{\"type\": \"integer\",\"minimum\": 0,\"maximum\": 7,"
                       "\"description\": \"How many.\",\"examples\": [7]}");
    member_is("wide", "{\"type\": \"string\",\"pattern\": \"^(0|[1-9][0-9]{0,18})$\",");
    member_is("price", "{\"type\": \"number\",\"description\": \"With 2 digits after the point.\","
                       "\"examples\": [1.00]}");
    member_is("rate", "{\"type\": \"string\","
                      "\"pattern\": \"^-?(0|[1-9][0-9]*)\\\\.[0-9]{1,3}$\",");
    member_is("loose", "{\"type\": \"string\","
                       "\"pattern\": \"^-?(0|[1-9][0-9]*)(\\\\.[0-9]{1,3})?$\",");
    member_is("ratio", "{\"type\": \"number\",\"examples\": [1e");
    member_is("flag", "{\"type\": \"boolean\",\"examples\": [true]}");
    member_is("kind", "{\"type\": \"string\",\"enum\": [\"a\",\"b\"],"
                      "\"description\": \"- `a`: First.\\n- `b`: Second.\",");
    member_is("name", "{\"type\": \"string\",\"pattern\": \"^[A-Za-z0-9._:@-]+$\","
                      "\"maxLength\": 9,\"examples\": [\"example\"]}");
    member_is("own", "{\"type\": \"string\",\"pattern\": \"^[a-c\\\\-]-@[0-9]{2}$\","
                     "\"maxLength\": 5,\"examples\": [\"a-@00\"]}");
    member_is("note", "{\"type\": \"string\",\"maxLength\": 20,");
    member_is("link", "{\"type\": \"string\",\"format\": \"uri\",\"maxLength\": 30,");
    member_is("uuid", "{\"type\": \"string\",\"format\": \"uuid\",");
    member_is("path", "{\"type\": \"string\",\"format\": \"json-pointer\",\"maxLength\": 12,");
    member_is("when", "{\"type\": \"string\",\"format\": \"date-time\","
                      "\"examples\": [\"2026-11-21T10:00:00.000Z\"]}");
    member_is("day", "{\"type\": \"string\",\"format\": \"date\",");
    member_is("left", "{\"type\": \"integer\",\"format\": \"int64\",\"minimum\": 0,");
    member_is("kinds", "{\"type\": \"array\",\"items\": {\"type\": \"string\","
                       "\"enum\": [\"x\",\"y\"]},\"maxItems\": 2,"
                       "\"examples\": [[\"x\",\"y\"]]}");
    member_is("api", "{\"type\": \"integer\",\"const\": 3}");
}

static void only_what_is_always_there_is_required(void **state)
{
    (void)state;
    is(SCHEMAS("Full", "required"), "[\"type\",\"title\",\"status\",\"instance\",\"api\"]");
    is(SCHEMAS("Full", "properties", "type"), "{\"type\": \"string\",\"format\": \"uri\","
                                              "\"const\": \"https://example.com/errors/full\"}");
    is(SCHEMAS("Full", "properties", "status"), "{\"type\": \"integer\",\"const\": 409}");
    is(SCHEMAS("Full", "deprecated"), "true");
    is(SCHEMAS("Bare", "description"), "\"It broke.\\n\\nWait.\"");
    assert_null(SCHEMAS("Bare", "properties", "detail"));
}

static void field_errors(void **state)
{
    (void)state;
    is(SCHEMAS("Invalid", "properties", "errors", "maxItems"), "3");
    is(SCHEMAS("Invalid", "properties", "errors", "items", "required"), "[\"rule\"]");
    is(SCHEMAS("Invalid", "properties", "errors", "items", "properties", "rule", "enum"),
       "[\"required\",\"minimum\"]");
    assert_null(SCHEMAS("Invalid", "properties", "errors", "items", "properties", "limit"));
    is(SCHEMAS("Invalid", "properties", "errors", "examples"),
       "[[{\"pointer\": \"#/items/0/name\",\"detail\": \"Must be there.\","
       "\"rule\": \"required\"},"
       "{\"parameter\": \"limit\",\"detail\": \"At least 1.\",\"rule\": \"minimum\"}]]");
    is(SCHEMAS("Invalid", "properties", "errors_omitted", "minimum"), "1");
}

static void the_union_is_open(void **state)
{
    (void)state;
    is(SCHEMAS("AnyProblem", "anyOf"), "[{\"$ref\": \"#/components/schemas/KnownProblem\"},"
                                       "{\"$ref\": \"#/components/schemas/Problem\"}]");
    is(SCHEMAS("KnownProblem", "anyOf"), "[{\"$ref\": \"#/components/schemas/Bare\"},"
                                         "{\"$ref\": \"#/components/schemas/Problem_\"},"
                                         "{\"$ref\": \"#/components/schemas/Nothing\"},"
                                         "{\"$ref\": \"#/components/schemas/Full\"},"
                                         "{\"$ref\": \"#/components/schemas/Invalid\"}]");
    is(SCHEMAS("AnyProblem", "type"), "\"object\"");
    assert_null(SCHEMAS("Problem", "required"));
}

/* ---------------------------------------------------------------- what callers never see */

static void nothing_from_inside_is_published(void **state)
{
    (void)state;
    static const char *const inside[] = {
        "Hidden", "hidden", "shelf", "Kept inside", "additionalProperties", "allOf"};
    const char *all = json(document);
    for (size_t i = 0; i < sizeof inside / sizeof *inside; i++)
        assert_null(strstr(all, inside[i]));
    assert_null(SCHEMAS("Full", "properties", "wait"));
    assert_null(AT(document, "components", "responses", "Forbidden"));
}

/* ---------------------------------------------------------------- responses */

static void responses_have_their_headers(void **state)
{
    (void)state;
    const struct value *headers = AT(document, "components", "responses", "Conflict", "headers");
    is(value_get(headers, TEXT("Retry-After")),
       "{\"description\": \"Seconds.\",\"required\": false,\"schema\": {\"type\": \"integer\","
       "\"format\": \"int64\",\"minimum\": 0,\"maximum\": 9007199254740991},\"example\": 30}");
    is(AT(headers, "X-Kinds", "example"), "[\"x\",\"y\"]");
    is(AT(headers, "X-Mode", "schema"), "{\"type\": \"string\",\"const\": \"a b\"}");
    is(AT(headers, "X-Error-Id"), "{\"$ref\": \"#/components/headers/X-Error-Id\"}");
    is(AT(document, "components", "headers", "X-Error-Id", "schema"),
       "{\"type\": \"string\",\"format\": \"uuid\"}");
    is(AT(document, "components", "headers", "Content-Language", "schema", "const"), "\"en\"");
    is(AT(document, "components", "headers", "Cache-Control", "schema", "const"), "\"no-store\"");
}

static void a_response_for_each_status(void **state)
{
    (void)state;
    const struct value *responses = AT(document, "components", "responses");
    static const char *const names[] = {"Conflict", "Status418", "UnprocessableContent",
                                        "InternalServerError", "AnyProblem"};
    assert_int_equal(responses->as.map.count, 5);
    for (size_t i = 0; i < 5; i++)
        assert_non_null(value_get(responses, text_of(names[i])));
    const struct value *media =
        AT(responses, "InternalServerError", "content", "application/problem+json");
    is(AT(media, "schema", "anyOf"), "[{\"$ref\": \"#/components/schemas/Bare\"},"
                                     "{\"$ref\": \"#/components/schemas/Problem_\"},"
                                     "{\"$ref\": \"#/components/schemas/Problem\"}]");
    is(AT(media, "examples"), "{\"Bare\": {\"$ref\": \"#/components/examples/Bare\"},"
                              "\"Problem_\": {\"$ref\": \"#/components/examples/Problem_\"}}");
}

static void examples_are_what_is_sent(void **state)
{
    (void)state;
    is(AT(document, "components", "examples", "Nothing", "value"),
       "{\"type\": \"https://example.com/errors/nothing\",\"title\": \"Nothing\",\"status\": 418,"
       "\"instance\": \"urn:uuid:00000000-0000-4000-8000-000000000000\",\"api\": 3}");
    is(AT(document, "components", "examples", "Full", "value", "price"), "1.00");
}

/* ---------------------------------------------------------------- one schema */

static void a_schema_of_its_own(void **state)
{
    (void)state;
    const struct value *schema =
        openapi_json_schema(registry, &image, problem_named("full"), arena);
    is(AT(schema, "$schema"), "\"https://json-schema.org/draft/2020-12/schema\"");
    is(AT(schema, "$id"), "\"https://example.com/errors/full/schema.json\"");
    is(AT(schema, "properties", "count", "maximum"), "7");
    assert_int_equal(AT(schema, "examples")->as.list.count, 1);
    assert_null(strstr(json(schema), "$ref"));
}

static void blank_types_are_not_sent(void **state)
{
    (void)state;
    load_clean("problemc: 1\nregistry: r\ntitle: T\nbase: about:blank\nfallback: b\n"
               "instance: none\nproblems: {b: {status: 500}}\n");
    image_build(registry, arena, &image);
    const struct value *schema = openapi_json_schema(registry, &image, problem_named("b"), arena);
    assert_null(AT(schema, "$id"));
    is(AT(schema, "required"), "[\"title\",\"status\"]");
    assert_null(AT(schema, "properties", "instance"));
}

/* ---------------------------------------------------------------- patterns */

static void patterns_for_other_engines(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"^a\\-b$", "^a-b$"},
        {"^[a\\-z\\@]$", "^[a\\-z@]$"},
        {"^\\.\\/\\\\\\d\\w$", "^\\.\\/\\\\\\d\\w$"},
        {"^[\\]\\-]\\-$", "^[\\]\\-]-$"},
        {"^\\_\\!\\[\\-\\]$", "^_!\\[-\\]$"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_text(pattern_portable(text_of(pairs[i][0]), arena), pairs[i][1]);
}

/* ---------------------------------------------------------------- YAML */

static void yaml_is(struct value *value, const char *wanted)
{
    struct buffer out = buffer_create(arena);
    value_print_yaml(value, &out);
    assert_string_equal(arena_copy(arena, buffer_contents(&out)).bytes, wanted);
}

static void texts_in_yaml(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"plain text", "plain text\n"},
        {"https://example.com/a-b", "https://example.com/a-b\n"},
        {"", "\"\"\n"},
        {"no", "\"no\"\n"},
        {"Yes", "\"Yes\"\n"},
        {"NULL", "\"NULL\"\n"},
        {"Y", "\"Y\"\n"},
        {"nothing", "nothing\n"},
        {"12", "\"12\"\n"},
        {"0x1f", "\"0x1f\"\n"},
        {"1:30", "\"1:30\"\n"},
        {"2026-11-21", "\"2026-11-21\"\n"},
        {".inf", "\".inf\"\n"},
        {"~", "\"~\"\n"},
        {"<<", "\"<<\"\n"},
        {"- a", "\"- a\"\n"},
        {"a: b", "\"a: b\"\n"},
        {"a:", "\"a:\"\n"},
        {"a #b", "\"a #b\"\n"},
        {"a ", "\"a \"\n"},
        {"{a}", "\"{a}\"\n"},
        {"a\"\\\tb", "\"a\\\"\\\\\\tb\"\n"},
        {"caf\xc3\xa9", "\"caf\xc3\xa9\"\n"},
        {"\xc2\x85\xe2\x80\xa8\xef\xbb\xbf\x7f", "\"\\u0085\\u2028\\uFEFF\\u007F\"\n"},
        {"a\n\n", "\"a\\n\\n\"\n"},
        {"a \nb", "\"a \\nb\"\n"},
        {" a\nb", "\" a\\nb\"\n"},
        {"a\tb\nc", "\"a\\tb\\nc\"\n"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        yaml_is(value_text(arena, text_of(pairs[i][0])), pairs[i][1]);
    struct value *map = value_map(arena);
    value_set(arena, map, "block", value_text(arena, TEXT("a\n\nb\n")));
    value_set(arena, map, "cut", value_text(arena, TEXT("a\nb")));
    yaml_is(map, "block: |\n  a\n\n  b\ncut: |-\n  a\n  b\n");
}

static void numbers_in_yaml(void **state)
{
    (void)state;
    yaml_is(value_json(arena, TEXT("30.00")), "30.00\n");
    yaml_is(value_json(arena, TEXT("1e21")), "1.0e+21\n");
    yaml_is(value_json(arena, TEXT("-2.5E-7")), "-2.5e-7\n");
    yaml_is(value_integer(arena, INT64_MIN), "-9223372036854775808\n");
}

static void trees_in_yaml(void **state)
{
    (void)state;
    struct value *tree = json_read(
        TEXT("{\"on\":[{\"a\":1,\"b\":[true,[]]},[2,3],{}],\"t\":\"\\u2028\\u001f\\\"\"}"), arena);
    yaml_is(tree, "\"on\":\n  - a: 1\n    b:\n      - true\n      - []\n  - - 2\n    - 3\n"
                  "  - {}\nt: \"\\u2028\\u001F\\\"\"\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_type_has_its_schema, set_up, files_tear_down),
        cmocka_unit_test_setup_teardown(only_what_is_always_there_is_required, set_up,
                                        files_tear_down),
        cmocka_unit_test_setup_teardown(field_errors, set_up, files_tear_down),
        cmocka_unit_test_setup_teardown(the_union_is_open, set_up, files_tear_down),
        cmocka_unit_test_setup_teardown(nothing_from_inside_is_published, set_up, files_tear_down),
        cmocka_unit_test_setup_teardown(responses_have_their_headers, set_up, files_tear_down),
        cmocka_unit_test_setup_teardown(a_response_for_each_status, set_up, files_tear_down),
        cmocka_unit_test_setup_teardown(examples_are_what_is_sent, set_up, files_tear_down),
        cmocka_unit_test_setup_teardown(a_schema_of_its_own, set_up, files_tear_down),
        cmocka_unit_test_setup_teardown(blank_types_are_not_sent, set_up, files_tear_down),
        cmocka_unit_test_setup_teardown(patterns_for_other_engines, set_up, files_tear_down),
        cmocka_unit_test_setup_teardown(texts_in_yaml, set_up, files_tear_down),
        cmocka_unit_test_setup_teardown(numbers_in_yaml, set_up, files_tear_down),
        cmocka_unit_test_setup_teardown(trees_in_yaml, set_up, files_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
