/*
 * Every key of the table with every kind of value: where the kind is not one that the key takes,
 * that is said at the value, and everything else is still read.
 */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "load/keys.h"
#include "registry_files.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum kind {
    SCALAR = 1,
    LIST = 2,
    MAPPING = 4,
    EMPTY = 8,
};

static const struct {
    enum kind kind;
    const char *written;
} values[] = {{SCALAR, "word"}, {LIST, "[a, ~, {b: c}]"}, {MAPPING, "{x: y}"}, {EMPTY, "~"}};

/* The kinds that a key may have. */
static unsigned kinds_of(enum key_shape shape)
{
    switch (shape) {
    case KEY_TEXT:
    case KEY_INTEGER:
    case KEY_BOOLEAN:
    case KEY_CHOICE:
    case KEY_MESSAGE:
    case KEY_AS:
    case KEY_SCALAR:
    case KEY_TYPE:
    case KEY_NAME:
        return SCALAR;
    case KEY_TEXTS:
    case KEY_LINKS:
    case KEY_RESERVED:
    case KEY_INCLUDE:
    case KEY_MESSAGES:
        return LIST;
    case KEY_EXAMPLE:
    case KEY_TEXT_OR_TEXTS:
        return SCALAR | LIST;
    case KEY_SCALE:
        return SCALAR; /* or a list of two */
    case KEY_VALUES:
    case KEY_CONSTANTS:
        return LIST | MAPPING;
    case KEY_OF:
        return SCALAR | MAPPING;
    default:
        return MAPPING;
    }
}

/* Where a table's keys stand: what comes before and after, and what else must be said there. */
struct place {
    const struct key_table *table;
    const char *before, *after;
    const char *others[8][2]; /* key, value */
    const char *separator;
};

#define REST "problems:\n" FALLBACK_PROBLEM
static const struct place places[] = {
    {&registry_keys,
     "",
     "",
     {{"problemc", "1"},
      {"registry", "shop"},
      {"title", "T"},
      {"base", "https://e.org/"},
      {"fallback", "p"},
      {"problems", "{p: {status: 500, title: T}}"}},
     "\n"},
    {&problem_keys, REGISTRY_HEAD REST "  p: {", "}\n", {{"status", "400"}, {"title", "T"}}, ", "},
    {&rule_keys, REGISTRY_HEAD REST "rules: {r: {", "}}\n", {{"detail", "D."}}, ", "},
    {&reserved_keys, REGISTRY_HEAD REST "reserved: [{", "}]\n", {{"code", "c"}}, ", "},
    {&check_keys,
     REGISTRY_HEAD REST "checks: {code-style: {",
     "}}\n",
     {{"level", "error"}, {"because", "B."}},
     ", "},
    {&link_keys,
     REGISTRY_HEAD REST "  p: {status: 400, title: T, links: [{",
     "}]}\n",
     {{"title", "T"}, {"url", "../x"}},
     ", "},
    {&classifier_keys, REGISTRY_HEAD REST "classify: {s: {", "}}\n", {{NULL, NULL}}, ", "},
    {&message_keys,
     REGISTRY_HEAD REST "classify: {s: {messages: [{",
     "}]}}\n",
     {{"code", "c"},
      {"contains", "x"},
      {"problem", "p"},
      {"because", "B."},
      {"remove-by", "2027-01-01"}},
     ", "},
};

static const char *with(const struct place *place, const char *key, const char *value)
{
    struct buffer yaml = buffer_create(arena);
    buffer_string(&yaml, place->before);
    for (size_t i = 0; i < COUNT(place->others) && place->others[i][0]; i++)
        if (strcmp(place->others[i][0], key) != 0)
            buffer_format(&yaml, "%s: %s%s", place->others[i][0], place->others[i][1],
                          place->separator);
    buffer_format(&yaml, "%s: %s%s", key, value, place->separator[0] == '\n' ? "\n" : "");
    buffer_string(&yaml, place->after);
    buffer_byte(&yaml, '\0');
    return yaml.bytes;
}

/* A finding of that id at this very text. */
static bool found_at(const char *id, const char *written)
{
    size_t count;
    struct diagnostic *const *all = diagnostics_sorted(diagnostics, &count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(all[i]->id, id) == 0 && text_is(written_at(all[i]->span), written))
            return true;
    return false;
}

static void check_kinds(const struct place *place, const struct key *key)
{
    for (size_t i = 0; i < COUNT(values); i++) {
        const char *yaml = with(place, key->name, values[i].written);
        sources = sources_create(arena);
        diagnostics = diagnostics_create(arena, sources);
        assert_int_equal(load_text(yaml), LOAD_OK);
        bool takes = (kinds_of(key->shape) & values[i].kind) != 0;
        if (!takes && !found_at("wrong-type", values[i].written)) {
            print_message("%s\n", yaml);
            print_diagnostics();
            fail_msg("%s takes no %s", key->name, values[i].written);
        }
        if (takes) /* then what is inside may be wrong */
            continue;
        assert_false(found("unknown-key"));
        assert_false(found("inapplicable-key"));
        assert_false(found("missing-key"));
    }
}

static void keys_of_every_table(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(places); i++)
        for (size_t k = 0; k < places[i].table->count; k++)
            check_kinds(&places[i], &places[i].table->keys[k]);
}

/* A member's keys, with a type that has the key. */
static void keys_of_members(void **state)
{
    (void)state;
    for (const struct key_table *table = &member_keys; table; table = table->also)
        for (size_t k = 0; k < table->count; k++) {
            const struct key *key = &table->keys[k];
            int type = MEMBER_INTEGER;
            while (!key_applies(key, (enum member_type)type))
                type++;
            const struct place place = {table,
                                        REGISTRY_HEAD REST
                                        "  p: {status: 400, title: T, members: {m: {",
                                        "}}}\n",
                                        {{"type", member_type_names[type]}},
                                        ", "};
            check_kinds(&place, key);
        }
}

/* The groups inside of a problem and of the registry. */
static void keys_of_groups(void **state)
{
    (void)state;
    for (size_t k = 0; k < problem_keys.count; k++) {
        const struct key *group = &problem_keys.keys[k];
        if (group->shape != KEY_GROUP_NEW)
            continue;
        const struct place place = {
            group->keys,
            arena_format(arena, "%s  p: {status: 400, title: T, %s: {", REGISTRY_HEAD REST,
                         group->name)
                .bytes,
            "}}\n",
            {{strcmp(group->name, "violations") == 0 ? "member" : NULL, "errors"}},
            ", "};
        for (size_t i = 0; i < group->keys->count; i++)
            check_kinds(&place, &group->keys->keys[i]);
    }
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, files_set_up, files_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(keys_of_every_table),
        TEST(keys_of_members),
        TEST(keys_of_groups),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
