#include "schema.h"

#include <stdio.h>

#define DATE_PATTERN "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
#define ID_MAX       2147483647

static struct fact {
    const char *table, *key;  /* the table by its `what` */
    int64_t minimum, maximum; /* both 0: no range */
    const char *pattern;      /* NULL: none */
    const char *by_default;   /* JSON; NULL: it has none, or it depends */
    const char *examples;     /* JSON; NULL: none */
    bool used;
} facts[] = {
    {"a registry", "problemc", .minimum = 1, .maximum = 1, .by_default = "1"},
    {"a registry", "registry", .pattern = NAME_PATTERN, .examples = "[\"payments\"]"},
    {"a registry", "title", .examples = "[\"Payments API\"]"},
    {"a registry", "base", .pattern = "^about:blank$|^[A-Za-z][A-Za-z0-9+.-]*:.*[/#=]$",
     .examples = "[\"https://api.example.com/errors/\", \"about:blank\"]"},
    {"a registry", "fallback", .pattern = NAME_PATTERN, .examples = "[\"internal-error\"]"},
    {"a registry", "instance", .pattern = "^none$|^[A-Za-z][A-Za-z0-9+.-]*:.*[{]occurrence[}]",
     .by_default = "\"urn:uuid:{occurrence}\""},
    {"a registry", "id-header", .pattern = TOKEN_PATTERN, .examples = "[\"X-Error-Id\"]"},
    {"a registry", "language", .pattern = "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$",
     .examples = "[\"en\", \"en-GB\"]"},
    {"a registry", "discriminator", .pattern = NAME_PATTERN, .examples = "[\"cause\"]"},
    {"a problem", "id", .minimum = 1, .maximum = ID_MAX, .examples = "[1]"},
    {"a problem", "status", .minimum = 400, .maximum = 599, .examples = "[404]"},
    {"a problem", "type", .pattern = "^[A-Za-z][A-Za-z0-9+.-]*:", .examples = "[\"about:blank\"]"},
    {"a problem", "conceal", .pattern = NAME_PATTERN, .examples = "[\"not-found\"]"},
    {"violations", "member", .examples = "[\"errors\"]"},
    {"violations", "max", .minimum = 1, .maximum = 255, .by_default = "32"},
    {"violations", "pointer-style", .by_default = "\"fragment\""},
    {"deprecated", "replaced-by", .pattern = NAME_PATTERN},
    {"deprecated", "sunset", .pattern = DATE_PATTERN, .examples = "[\"2027-06-30\"]"},
    {"a member", "audience", .by_default = "\"public\""},
    {"a type", "scale", .minimum = 0, .maximum = 18, .examples = "[2, [0, 3]]"},
    {"a type", "precision", .by_default = "\"s\""},
    {"a type", "pattern", .pattern = "^\\^.*[$]$", .examples = "[\"^[A-Z]{2}-[0-9]{1,8}$\"]"},
    {"a type", "value", .examples = "[\"{code}\"]"},
    {"classify", "codes", .by_default = "\"integer\""},
    {"classify", "primary", .minimum = 1, .maximum = ID_MAX, .examples = "[255]"},
    {"classify", "otherwise", .pattern = NAME_PATTERN, .examples = "[\"internal-error\"]"},
    {"a message rule", "problem", .pattern = NAME_PATTERN},
    {"a message rule", "remove-by", .pattern = DATE_PATTERN, .examples = "[\"2027-06-30\"]"},
};

static void put_json(struct value *node, const char *name, const char *json)
{
    if (json)
        put(node, name, value_json(arena, text_of(json)));
}

static void put_fact(struct value *node, struct fact *fact)
{
    fact->used = true;
    if (fact->minimum || fact->maximum) {
        put_integer(node, "minimum", fact->minimum);
        put_integer(node, "maximum", fact->maximum);
    }
    if (fact->pattern)
        put_text(node, "pattern", fact->pattern);
    put_json(node, "default", fact->by_default);
    put_json(node, "examples", fact->examples);
}

void schema_facts(struct value *node, const struct key_table *table, const struct key *key)
{
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        if (text_is(text_of(facts[i].table), table->what) &&
            text_is(text_of(facts[i].key), key->name))
            put_fact(node, &facts[i]);
}

bool schema_facts_used(void)
{
    bool all = true;
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        if (!facts[i].used) {
            fprintf(stderr, "%s has no key %s\n", facts[i].table, facts[i].key);
            all = false;
        }
    return all;
}
