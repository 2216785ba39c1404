/* The table of keys: complete, documented, and found by name and type. */
#include "load/keys.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The tables that a struct outside of them is filled by; those of groups are reached through their
 * keys. */
static const struct {
    const struct key_table *table;
    size_t size; /* of what it fills */
} tables[] = {
    {&registry_keys, sizeof(struct registry)},
    {&problem_keys, sizeof(struct problem_definition)},
    {&member_keys, sizeof(struct member_definition)},
    {&shape_keys, sizeof(struct shape_definition)},
    {&rule_keys, sizeof(struct rule)},
    {&reserved_keys, sizeof(struct reserved)},
    {&check_keys, sizeof(struct check_setting)},
    {&link_keys, sizeof(struct link)},
    {&classifier_keys, sizeof(struct classifier)},
    {&message_keys, sizeof(struct message_rule)},
};

typedef void visit(const struct key_table *table, const struct key *key, size_t size);

static void visit_table(const struct key_table *table, size_t size, visit *visit_key)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct key *key = &table->keys[i];
        visit_key(table, key, size);
        if (key->shape == KEY_GROUP)
            visit_table(key->keys, size - key->offset, visit_key);
        if (key->shape == KEY_GROUP_NEW)
            visit_table(key->keys, key->size, visit_key);
    }
}

static void visit_all(visit *visit_key)
{
    for (size_t i = 0; i < COUNT(tables); i++)
        visit_table(tables[i].table, tables[i].size, visit_key);
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

/* ---------------------------------------------------------------- every row */

static void check_name_and_doc(const struct key_table *table, const struct key *key, size_t size)
{
    (void)table;
    (void)size;
    size_t length = strlen(key->name);
    assert_true(length > 0 && is_lower(key->name[0]) && is_lower(key->name[length - 1]));
    for (size_t i = 0; i < length; i++)
        assert_true(is_lower(key->name[i]) || key->name[i] == '-');
    assert_non_null(key->doc);
    size_t end = strlen(key->doc);
    assert_true(end > 10 && (key->doc[end - 1] == '.' || key->doc[end - 1] == ')'));
    assert_true(key->doc[0] >= 'A' || key->doc[0] == '`');
}

static void every_key_is_documented(void **state)
{
    (void)state;
    visit_all(check_name_and_doc);
    for (size_t i = 0; i < COUNT(tables); i++)
        assert_true(strlen(tables[i].table->what) > 0);
}

static size_t count_required(const struct key_table *table)
{
    size_t required = 0;
    for (size_t i = 0; i < table->count; i++)
        required += (table->keys[i].flags & KEY_REQUIRED) != 0;
    return required;
}

static void check_required_inside(const struct key_table *table, const struct key *key, size_t size)
{
    (void)size;
    assert_int_equal(table->required, count_required(table));
    if (key->keys)
        assert_int_equal(key->keys->required, count_required(key->keys));
}

static void tables_know_how_many_keys_they_require(void **state)
{
    (void)state;
    visit_all(check_required_inside);
    assert_int_equal(registry_keys.required, 6);
}

static size_t field_size(const struct key *key)
{
    switch (key->shape) {
    case KEY_TEXT:
    case KEY_NAME:
        return sizeof(struct string);
    case KEY_INTEGER:
        return sizeof(struct integer);
    case KEY_BOOLEAN:
        return sizeof(struct boolean);
    case KEY_CHOICE:
        return sizeof(struct choice);
    case KEY_TEXTS:
    case KEY_EXAMPLE:
    case KEY_TEXT_OR_TEXTS:
        return sizeof(struct strings);
    case KEY_CONSTANTS:
        return sizeof(struct constants);
    case KEY_ALIASES:
        return sizeof(struct aliases);
    case KEY_CODE_GROUPS:
        return sizeof(struct code_groups);
    case KEY_CODE_ROWS:
    case KEY_NUMBER_ROWS:
        return sizeof(struct code_rows);
    case KEY_MESSAGES:
        return sizeof(struct message_rules);
    case KEY_MESSAGE:
        return sizeof(struct message);
    case KEY_MEMBERS:
        return sizeof(struct members);
    case KEY_HEADERS:
        return sizeof(struct headers);
    case KEY_LINKS:
        return sizeof(struct links);
    case KEY_WAIVERS:
        return sizeof(struct waivers);
    case KEY_GROUP_NEW:
        return sizeof(void *);
    case KEY_AS:
    case KEY_SCALE:
    case KEY_VALUES:
    case KEY_SCALAR:
    case KEY_TYPE:
    case KEY_OF:
        return sizeof(struct shape_definition);
    default:
        return 0;
    }
}

static void check_field(const struct key_table *table, const struct key *key, size_t size)
{
    (void)table;
    assert_true(key->offset + field_size(key) <= size);
    assert_int_equal(key->shape == KEY_CHOICE, key->choices != NULL);
    assert_int_equal(key->shape == KEY_GROUP || key->shape == KEY_GROUP_NEW, key->keys != NULL);
    assert_int_equal(key->shape == KEY_GROUP_NEW, key->size != 0);
    assert_true(key->limit == 0 || key->shape == KEY_TEXT || key->shape == KEY_MESSAGE ||
                key->shape == KEY_SCALAR);
    for (size_t i = 0; key->choices && key->choices[i]; i++)
        assert_true(key->choices[i][0] != '\0');
}

static void every_field_is_inside_of_its_struct(void **state)
{
    (void)state;
    visit_all(check_field);
}

/* Two keys of a table may share a name only where no type has both. */
static void check_unique(const struct key_table *table, const struct key *key, size_t size)
{
    (void)size;
    for (const struct key *other = table->keys; other < key; other++)
        if (strcmp(other->name, key->name) == 0)
            assert_true(other->types && key->types && (other->types & key->types) == 0);
    for (size_t i = 0; table->also && i < table->also->count; i++)
        assert_string_not_equal(table->also->keys[i].name, key->name);
}

/* And two keys fill the same field only where it is one that they share by design. */
static void check_own_field(const struct key_table *table, const struct key *key, size_t size)
{
    (void)size;
    if (field_size(key) == 0 || field_size(key) == sizeof(struct shape_definition))
        return;
    for (const struct key *other = table->keys; other < key; other++)
        if (field_size(other) != 0 && field_size(other) != sizeof(struct shape_definition))
            assert_true(other->offset != key->offset);
}

static void no_name_and_no_field_is_taken_twice(void **state)
{
    (void)state;
    visit_all(check_unique);
    visit_all(check_own_field);
}

/* ---------------------------------------------------------------- flags */

static void required_keys(void **state)
{
    (void)state;
    static const struct {
        const struct key_table *table;
        const char *names[8];
    } required[] = {
        {&registry_keys, {"problemc", "registry", "title", "base", "fallback", "problems"}},
        {&problem_keys, {"status"}},
        {&shape_keys, {"type"}},
        {&member_keys, {NULL}},
        {&rule_keys, {"detail"}},
        {&reserved_keys, {"code"}},
        {&check_keys, {"level", "because"}},
        {&link_keys, {"title", "url"}},
        {&classifier_keys, {NULL}},
        {&message_keys, {"code", "contains", "problem", "because", "remove-by"}},
    };
    for (size_t i = 0; i < COUNT(required); i++) {
        const struct key_table *table = required[i].table;
        size_t count = 0, wanted = 0;
        for (size_t k = 0; k < table->count; k++)
            count += (table->keys[k].flags & KEY_REQUIRED) != 0;
        for (; required[i].names[wanted]; wanted++) {
            size_t offset;
            const struct key *key = key_find(table, text_of(required[i].names[wanted]), 0, &offset);
            assert_non_null(key);
            assert_true(key->flags & KEY_REQUIRED);
        }
        assert_int_equal(count, wanted);
    }
}

static void only_top_level_keys_belong_to_fragments(void **state)
{
    (void)state;
    static const char *const fragment[] = {"problemc", "base",    "types",    "members",
                                           "include",  "rules",   "classify", "reserved",
                                           "checks",   "problems"};
    size_t count = 0;
    for (size_t i = 0; i < registry_keys.count; i++)
        count += (registry_keys.keys[i].flags & KEY_FRAGMENT) != 0;
    assert_int_equal(count, COUNT(fragment));
    for (size_t i = 0; i < COUNT(fragment); i++) {
        size_t offset;
        const struct key *key = key_find(&registry_keys, text_of(fragment[i]), 0, &offset);
        assert_true(key && key->flags & KEY_FRAGMENT);
    }
    for (size_t i = 1; i < COUNT(tables); i++)
        for (size_t k = 0; k < tables[i].table->count; k++)
            assert_false(tables[i].table->keys[k].flags & KEY_FRAGMENT);
}

/* ---------------------------------------------------------------- key_find */

static void keys_are_found_with_their_offset(void **state)
{
    (void)state;
    size_t offset = 1;
    const struct key *key = key_find(&problem_keys, TEXT("status"), 0, &offset);
    assert_non_null(key);
    assert_int_equal(offset, offsetof(struct problem_definition, problem.status));
    assert_null(key_find(&problem_keys, TEXT("statu"), 0, &offset));
    assert_null(key_find(&problem_keys, TEXT("Status"), 0, &offset));
    assert_null(key_find(&problem_keys, TEXT(""), 0, &offset));
    assert_null(key_find(&member_keys, TEXT("status"), 0, &offset));

    key = key_find(&member_keys, TEXT("audience"), 0, &offset);
    assert_non_null(key);
    assert_int_equal(offset, offsetof(struct member_definition, member.audience));
    key = key_find(&member_keys, TEXT("precision"), MEMBER_TIMESTAMP, &offset);
    assert_non_null(key);
    assert_int_equal(offset, offsetof(struct member_definition, shape.limits.precision));
}

/* `max` is the greatest number of an integer, and the most bytes or items of others. */
static void the_type_decides_between_keys_of_one_name(void **state)
{
    (void)state;
    for (int type = MEMBER_INTEGER; type <= MEMBER_CONSTANT; type++) {
        size_t offset = 0;
        const struct key *key =
            key_find(&member_keys, TEXT("max"), (enum member_type)type, &offset);
        assert_non_null(key);
        bool sized = type == MEMBER_IDENTIFIER || type == MEMBER_TEXT || type == MEMBER_URI ||
                     type == MEMBER_POINTER || type == MEMBER_LIST;
        assert_int_equal(offset, sized ? offsetof(struct member_definition, shape.shape.max)
                                       : offsetof(struct member_definition, shape.limits.maximum));
        assert_int_equal(key_applies(key, (enum member_type)type), sized || type == MEMBER_INTEGER);
    }
}

static void keys_without_types_apply_to_all(void **state)
{
    (void)state;
    size_t offset;
    const struct key *any = key_find(&member_keys, TEXT("optional"), 0, &offset);
    const struct key *scale = key_find(&member_keys, TEXT("scale"), MEMBER_TEXT, &offset);
    assert_non_null(scale); /* found, so that the message can say that it does not apply */
    for (int type = 0; type <= MEMBER_CONSTANT; type++) {
        assert_true(key_applies(any, (enum member_type)type));
        assert_int_equal(key_applies(scale, (enum member_type)type),
                         type == 0 || type == MEMBER_DECIMAL);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_key_is_documented),
        cmocka_unit_test(tables_know_how_many_keys_they_require),
        cmocka_unit_test(every_field_is_inside_of_its_struct),
        cmocka_unit_test(no_name_and_no_field_is_taken_twice),
        cmocka_unit_test(required_keys),
        cmocka_unit_test(only_top_level_keys_belong_to_fragments),
        cmocka_unit_test(keys_are_found_with_their_offset),
        cmocka_unit_test(the_type_decides_between_keys_of_one_name),
        cmocka_unit_test(keys_without_types_apply_to_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
