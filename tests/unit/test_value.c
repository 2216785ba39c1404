/* Values and their JSON form. */
#include "view/value.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct arena *arena;

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

static void expect_json(const struct value *value, const char *wanted)
{
    struct buffer out = buffer_create(arena);
    value_print_json(value, &out);
    buffer_byte(&out, '\0');
    assert_string_equal(out.bytes, wanted);
}

static void scalars_print_exactly(void **state)
{
    (void)state;
    expect_json(value_absent(arena), "null\n");
    expect_json(value_boolean(arena, true), "true\n");
    expect_json(value_boolean(arena, false), "false\n");
    expect_json(value_integer(arena, 0), "0\n");
    expect_json(value_integer(arena, 9007199254740993), "9007199254740993\n");
    expect_json(value_integer(arena, INT64_MAX), "9223372036854775807\n");
    expect_json(value_integer(arena, INT64_MIN), "-9223372036854775808\n");
    expect_json(value_identifier(arena, TEXT("room_id")), "\"room_id\"\n");
    expect_json(value_text(arena, TEXT("a \"b\"\n\0c \xc3\xa9 \xff")),
                "\"a \\\"b\\\"\\n\\u0000c \xc3\xa9 \xef\xbf\xbd\"\n");
    expect_json(value_text(arena, TEXT("")), "\"\"\n");
    expect_json(value_bytes(arena, TEXT("\0\x7f\xff\n")), "\"007fff0a\"\n");
    expect_json(value_bytes(arena, (struct text){NULL, 0}), "\"\"\n");
    expect_json(value_json(arena, TEXT("30.00")), "30.00\n");
}

static void a_text_without_bytes_is_absent(void **state)
{
    (void)state;
    assert_int_equal(value_text(arena, (struct text){NULL, 0})->kind, VALUE_ABSENT);
    assert_int_equal(value_text(arena, TEXT(""))->kind, VALUE_TEXT);
}

static void nesting_is_indented_by_two(void **state)
{
    (void)state;
    struct value *root = value_map(arena);
    struct value *list = value_list(arena);
    struct value *inner = value_map(arena);
    value_set(arena, inner, "b", value_integer(arena, 1));
    value_set(arena, inner, "a", value_list(arena));
    value_add(arena, list, inner);
    value_add(arena, list, value_map(arena));
    value_add(arena, list, value_json(arena, TEXT("1.50")));
    value_set(arena, root, "list", list);
    value_set(arena, root, "end", value_absent(arena));
    expect_json(root, "{\n"
                      "  \"list\": [\n"
                      "    {\n"
                      "      \"b\": 1,\n"
                      "      \"a\": []\n"
                      "    },\n"
                      "    {},\n"
                      "    1.50\n"
                      "  ],\n"
                      "  \"end\": null\n"
                      "}\n");
}

static void lists_keep_their_order(void **state)
{
    (void)state;
    struct value *list = value_list(arena);
    for (int64_t i = 0; i < 1025; i++)
        value_add(arena, list, value_integer(arena, i));
    assert_int_equal(list->as.list.count, 1025);
    for (int64_t i = 0; i < 1025; i++)
        assert_int_equal(list->as.list.items[i]->as.integer, i);
}

static void fields_are_found_by_whole_name(void **state)
{
    (void)state;
    struct value *map = value_map(arena);
    value_set(arena, map, "code", value_integer(arena, 1));
    value_set(arena, map, "co", value_integer(arena, 2));
    value_set(arena, map, "none", value_absent(arena));
    assert_int_equal(value_get(map, TEXT("code"))->as.integer, 1);
    assert_int_equal(value_get(map, TEXT("co"))->as.integer, 2);
    assert_int_equal(value_get(map, TEXT("none"))->kind, VALUE_ABSENT);
    assert_null(value_get(map, TEXT("c")));
    assert_null(value_get(map, TEXT("codes")));
    assert_null(value_get(map, TEXT("")));
    assert_null(value_get(value_map(arena), TEXT("code")));
}

/* ---------------------------------------------------------------- made when they are asked for */

struct pair {
    int64_t first, second;
};

static struct value number_at(struct value_maker *maker, const void *of, size_t offset)
{
    (void)maker;
    return integer_value(*(const int64_t *)(const void *)((const char *)of + offset));
}

static struct value sum_of(struct value_maker *maker, const void *of, size_t offset)
{
    const struct pair *pair = of;
    (void)offset;
    return text_value(arena_format(maker->arena, "%d", (int)(pair->first + pair->second)));
}

static const struct value_getter pair_getters[] = {
    {"first", number_at, offsetof(struct pair, first)},
    {"second", number_at, offsetof(struct pair, second)},
    {"sum", sum_of, 0},
};
static const struct value_class pair_class = VALUE_CLASS(pair_getters);

static struct value pair_at(const struct value_items *items, size_t i)
{
    return object_value(items->maker, &pair_class, (const struct pair *)items->of + i);
}

static void what_is_made_looks_like_what_is_there(void **state)
{
    (void)state;
    static const struct pair pairs[] = {{1, 2}, {3, 4}};
    struct value_maker maker = {arena_create_within(arena)};
    struct value list = items_value((struct value_items){pair_at, &maker, pairs}, 2);
    expect_json(&list, "[\n"
                       "  {\n"
                       "    \"first\": 1,\n"
                       "    \"second\": 2,\n"
                       "    \"sum\": \"3\"\n"
                       "  },\n"
                       "  {\n"
                       "    \"first\": 3,\n"
                       "    \"second\": 4,\n"
                       "    \"sum\": \"7\"\n"
                       "  }\n"
                       "]\n");
    const struct value *second = value_at(&list, 1);
    assert_int_equal(value_field_count(second), 3);
    assert_string_equal(value_field_name(second, 2), "sum");
    assert_int_equal(value_get(second, TEXT("first"))->as.integer, 3);
    assert_true(text_is(value_get(second, TEXT("sum"))->as.text, "7"));
    assert_null(value_get(second, TEXT("su")));
    assert_ptr_equal(value_items_arena(&list), maker.arena);
    assert_null(value_items_arena(value_list(arena)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scalars_print_exactly),
        cmocka_unit_test(a_text_without_bytes_is_absent),
        cmocka_unit_test(nesting_is_indented_by_two),
        cmocka_unit_test(lists_keep_their_order),
        cmocka_unit_test(fields_are_found_by_whole_name),
        cmocka_unit_test(what_is_made_looks_like_what_is_there),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
