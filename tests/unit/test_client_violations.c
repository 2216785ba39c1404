/*
 * Field errors under the names and in the forms that registries give them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "client_image.h"

static const struct built_violations usual = {
    .max = 3,
    .style = PROBLEM_POINTER_FRAGMENT,
    .pointer = "\"pointer\":",
    .parameter = "\"parameter\":",
    .header = "\"header\":",
    .detail = "\"detail\":",
    .rule = "\"rule\":",
    .omitted = "\"errors_omitted\":",
    .rules = {1},
    .rule_bytes = 1,
};

/* TS 29.571: one key for every place, no rule, no count. */
static const struct built_violations threegpp = {
    .max = 3,
    .style = PROBLEM_POINTER_3GPP,
    .pointer = "\"param\":",
    .parameter = "\"param\":",
    .header = "\"param\":",
    .detail = "\"\\u201creason\\u201d\":",
    .rules = {1},
    .rule_bytes = 1,
};

static const struct problem_registry *registry_with(const struct built_violations *how,
                                                    const char *key)
{
    image_start(&builder, "checked", "");
    const struct built_step body[] = {
        {PROBLEM_STEP_LITERAL, "{\"status\":422", 0},
        {PROBLEM_STEP_VIOLATIONS, key, 0},
        {PROBLEM_STEP_LITERAL, "}", 0},
    };
    const struct built_problem only = {.number = 1,
                                       .status = 422,
                                       .code = "c",
                                       .title = "t",
                                       .body = body,
                                       .body_count = COUNT(body),
                                       .violations = how};
    image_problem(&builder, &only);
    return image_finish(&builder);
}

struct expected {
    unsigned kind;
    const char *place, *detail, *rule;
};

static void expect(const struct problem_registry *registry, const char *body,
                   const struct expected *expected, size_t count, uint64_t omitted)
{
    struct arrival arrival;
    struct problem_received_violation violation;
    size_t position = 0, met = 0;
    arrive(&arrival, registry, reply_of(422, "application/problem+json"), body, strlen(body));
    assert_int_equal(arrival.result, PROBLEM_RECEIVED_KNOWN);
    while (problem_received_next_violation(&arrival.received, &position, &violation)) {
        assert_true(met < count);
        assert_int_equal(violation.kind, expected[met].kind);
        assert_text(violation.place, expected[met].place);
        assert_text(violation.detail, expected[met].detail);
        assert_text(violation.rule, expected[met++].rule);
    }
    assert_int_equal(met, count);
    assert_false(problem_received_next_violation(&arrival.received, &position, &violation));
    assert_int_equal(problem_received_violations_omitted(&arrival.received), omitted);
    leave(&arrival);
}

static void usual_form(void **state)
{
    (void)state;
    const struct problem_registry *registry = registry_with(&usual, ",\"errors\":");
    static const struct expected expected[] = {
        {PROBLEM_WHERE_BODY, "/items/3", "Must be \"there\".", "required"},
        {PROBLEM_WHERE_BODY, "", "a", NULL},
        {PROBLEM_WHERE_BODY, "/plain", NULL, "new-rule"},
        {PROBLEM_WHERE_QUERY, "limit", "b", "minimum"},
        {PROBLEM_WHERE_HEADER, "If-Match", "c", NULL},
        {0, "items[0]", NULL, NULL},
        {0, NULL, "nowhere", NULL},
        {PROBLEM_WHERE_BODY, "/last", NULL, NULL},
    };
    expect(
        registry,
        "{\"errors\":7,\"errors\":[ {\"pointer\":\"#\\/items/3\",\"detail\":\"Must be \\\"there\\\".\","
        "\"rule\":\"required\",\"more\":[{}]},"
        "{\"pointer\":\"#\",\"detail\":\"a\",\"rule\":7},"
        "{\"pointer\":\"/plain\",\"rule\":\"new-rule\",\"detail\":null},"
        "7, [\"pointer\"], null, \"pointer\","
        "{\"parameter\":\"limit\",\"detail\":\"b\",\"rule\":\"minimum\"},"
        "{\"header\":\"If-Match\",\"detail\":\"c\"},"
        "{\"pointer\":\"items[0]\"},"
        "{\"pointer\":{},\"detail\":\"nowhere\"},"
        "{\"pointer\":\"/first\",\"pointer\":\"/last\"}, 8 ],\"errors_omitted\":12}",
        expected, COUNT(expected), 12);
    image_free(registry);
}

static void other_form(void **state)
{
    (void)state;
    const struct problem_registry *registry = registry_with(&threegpp, ",\"\\u0069nvalid\\\"P\":");
    static const struct expected expected[] = {
        {PROBLEM_WHERE_QUERY, "limit", "a", NULL},
        {PROBLEM_WHERE_HEADER, "If-Match", NULL, NULL},
        {PROBLEM_WHERE_PATH, "id", NULL, NULL},
        {PROBLEM_WHERE_BODY, "/a/0", NULL, NULL},
        {0, "{", NULL, NULL},
        {0, "{id", NULL, NULL},
        {0, "query", NULL, NULL},
        {PROBLEM_WHERE_PATH, "", NULL, NULL},
        {0, "#x", NULL, NULL},
    };
    expect(
        registry,
        "{\"invalid\\\"P\":[{\"param\":\"query limit\",\"\xe2\x80\x9creason\xe2\x80\x9d\":\"a\"},"
        "{\"param\":\"header If-Match\",\"rule\":\"r\",\"detail\":\"d\"},{\"param\":\"{id}\"},"
        "{\"param\":\"/a/0\"},{\"param\":\"{\"},{\"param\":\"{id\"},{\"param\":\"query\"},"
        "{\"param\":\"{}\"},{\"param\":\"##x\"}],\"errors_omitted\":3,\"errors\":[{}]}",
        expected, COUNT(expected), 0);
    image_free(registry);
}

static void none(void **state)
{
    (void)state;
    const struct problem_registry *registry = registry_with(&usual, ",\"errors\":");
    static const char *const bodies[] = {
        "{}",
        "{\"errors\":[]}",
        "{\"errors\":{\"pointer\":\"/a\"}}",
        "{\"errors\":\"/a\"}",
        "{\"errors\":[7]}",
        "{\"Errors\":[{}],\"errorss\":[{}],\"error\":[{}]}",
        "{\"errors\":[{}],\"errors\":null}",
    };
    for (size_t i = 0; i < COUNT(bodies); i++)
        expect(registry, bodies[i], NULL, 0, 0);
    static const char *const counts[] = {"-1", "\"7\"", "1.5", "null", "1e30", "[7]", "0"};
    for (size_t i = 0; i < COUNT(counts); i++) {
        char body[64];
        snprintf(body, sizeof body, "{\"errors_omitted\":%s}", counts[i]);
        expect(registry, body, NULL, 0, 0);
    }
    expect(registry, "{\"errors_omitted\":9223372036854775807}", NULL, 0, INT64_MAX);
    image_free(registry);
    registry = registry_with(NULL, ",\"errors\":");
    expect(registry, "{\"errors\":[{\"pointer\":\"/a\"}],\"errors_omitted\":3}", NULL, 0, 0);
    image_free(registry);
}

/* Names as long as the compiler takes them, and longer ones in a body. */
static void long_names(void **state)
{
    (void)state;
    char key[80], body[512];
    snprintf(key, sizeof key, ",\"%064d\":", 0);
    const struct problem_registry *registry = registry_with(&usual, key);
    static const struct expected expected[] = {{PROBLEM_WHERE_BODY, "/a", NULL, NULL}};
    snprintf(body, sizeof body, "{\"%064d\":[{\"pointer\":\"/a\"}],\"%0200d\":7}", 0, 0);
    expect(registry, body, expected, 1, 0);
    image_free(registry);

    snprintf(key, sizeof key, ",\"%065d\":", 0);
    registry = registry_with(&usual, key);
    snprintf(body, sizeof body, "{\"%065d\":[{\"pointer\":\"/a\"}]}", 0);
    expect(registry, body, NULL, 0, 0);
    image_free(registry);
}

/* A problem that has a form for field errors, and a body that never has any. */
static void never_sent(void **state)
{
    (void)state;
    image_start(&builder, "checked", "");
    static const struct built_step body[] = {{PROBLEM_STEP_LITERAL, "{}", 0}};
    const struct built_problem only = {.number = 1,
                                       .status = 422,
                                       .code = "c",
                                       .title = "t",
                                       .body = body,
                                       .body_count = 1,
                                       .violations = &usual};
    image_problem(&builder, &only);
    const struct problem_registry *registry = image_finish(&builder);
    expect(registry, "{\"errors\":[{\"pointer\":\"/a\"}],\"errors_omitted\":3}", NULL, 0, 0);
    image_free(registry);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(usual_form), cmocka_unit_test(other_form), cmocka_unit_test(none),
        cmocka_unit_test(long_names), cmocka_unit_test(never_sent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
