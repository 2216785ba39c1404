/*
 * The leak scanner and secrets: tokens of services are found, and what only looks like one is not.
 * Samples are put together at run time, so that tools which look for secrets in source code stay
 * quiet.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "leak_findings.h"

enum filling { HEX, ALNUM, CAPITALS, NONE };

enum {
    SLACK = 6, /* its row */
};

/* Prefix and filling make a token of the length that the service issues. */
static const struct {
    const char *service, *prefix;
    size_t length;
    enum filling filling;
} services[] = {
    {"AWS",
     "AK"
     "IA",
     16, CAPITALS},
    {"AWS session",
     "AS"
     "IA",
     16, CAPITALS},
    {"GitHub",
     "gh"
     "p_",
     36, ALNUM},
    {"GitHub app",
     "gh"
     "s_",
     36, ALNUM},
    {"GitHub fine-grained",
     "github"
     "_pat_",
     82, ALNUM},
    {"GitLab",
     "gl"
     "pat-",
     20, ALNUM},
    {"Slack",
     "xo"
     "xb-",
     48, ALNUM},
    {"Slack user",
     "xo"
     "xp-",
     48, ALNUM},
    {"Stripe",
     "sk_"
     "live_",
     24, ALNUM},
    {"Stripe restricted",
     "rk_"
     "live_",
     24, ALNUM},
    {"Square",
     "sq0"
     "atp-",
     22, ALNUM},
    {"Google",
     "AI"
     "za",
     35, ALNUM},
    {"OpenAI",
     "sk-"
     "proj-",
     74, ALNUM},
    {"Anthropic",
     "sk-"
     "ant-api03-",
     95, ALNUM},
    {"Hugging Face",
     "hf"
     "_",
     34, ALNUM},
    {"npm",
     "np"
     "m_",
     36, ALNUM},
    {"PyPI",
     "py"
     "pi-AgEIcHlwaS5vcmc",
     60, ALNUM},
    {"RubyGems",
     "ruby"
     "gems_",
     48, HEX},
    {"SendGrid",
     "S"
     "G.",
     66, ALNUM},
    {"Twilio",
     "S"
     "K",
     32, HEX},
    {"Mailgun",
     "ke"
     "y-",
     32, HEX},
    {"Shopify",
     "shp"
     "at_",
     32, HEX},
    {"DigitalOcean",
     "do"
     "p_v1_",
     64, HEX},
    {"Heroku",
     "HR"
     "KU-AA",
     58, ALNUM},
    {"Databricks",
     "da"
     "pi",
     32, HEX},
    {"Linear",
     "lin"
     "_api_",
     40, ALNUM},
    {"Vault",
     "hv"
     "s.",
     92, ALNUM},
    {"Grafana",
     "gl"
     "sa_",
     41, ALNUM},
    {"New Relic",
     "NR"
     "AK-",
     27, CAPITALS},
    {"PlanetScale",
     "ps"
     "cale_tkn_",
     43, ALNUM},
    {"Docker",
     "dc"
     "kr_pat_",
     27, ALNUM},
    {"Pulumi",
     "pu"
     "l-",
     40, HEX},
    {"JWT",
     "ey"
     "JhbGciOiJIUzI1NiJ9.ey"
     "JzdWIiOiI0MiJ9.",
     43, ALNUM},
    {"PEM",
     "-----BEGIN RSA PRI"
     "VATE KEY-----",
     0, NONE},
    {"Basic", "Basic ", 24, ALNUM},
    {"Bearer", "Bearer ", 32, ALNUM},
};

static void make_token(char *out, size_t size, size_t row, size_t length)
{
    static const char *const fillings[] = {
        [HEX] = "9f86d081884c7d65", [ALNUM] = "q7Rm2ZxT0bLw", [CAPITALS] = "Q7RM2ZXT3BLW"};
    size_t end = strlen(services[row].prefix);
    assert_true(end + length < size);
    memcpy(out, services[row].prefix, end);
    for (size_t i = 0; i < length; i++) {
        const char *filling = fillings[services[row].filling];
        out[end++] = filling[i % strlen(filling)];
    }
    out[end] = '\0';
}

static void tokens_of_common_services_are_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(services); i++) {
        char token[256];
        make_token(token, sizeof token, i, services[i].length);
        struct findings findings = scan(text_of(token));
        if (findings.count != 1)
            print_message("%s: %s\n", services[i].service, token);
        assert_int_equal(findings.count, 1);
        assert_string_equal(findings.leaks[0].id, "leak-token");
    }
}

static void prefixes_and_placeholders_are_no_tokens(void **state)
{
    (void)state;
    static const char *const clean[] = {
        "Keys start with sk_live_ or sk_test_.",
        "Send Authorization: Bearer <token>.",
        "ghp_...",
        "Bearer realm=payments-api-v2",
        "Basic authentication-scheme",
        "key-value pairs",
        "sk-learn",
        "SKU",
        "ACCOUNT_CLOSED",
        "hf_{token}",
    };
    for (size_t i = 0; i < COUNT(clean); i++)
        assert_false(leaks(clean[i]));
    for (size_t i = 0; i < COUNT(services); i++) {
        char token[256];
        if (services[i].filling == NONE || strcmp(services[i].service, "JWT") == 0)
            continue;
        make_token(token, sizeof token, i, 4);
        assert_false(leaks(token));
    }
}

static void a_token_has_a_least_length(void **state)
{
    (void)state;
    char token[64];
    for (size_t length = 15; length <= 17; length++) {
        make_token(token, sizeof token, 0, length);
        assert_int_equal(leaks(token), length >= 16);
    }
    for (size_t length = 9; length <= 11; length++) { /* the shortest of all */
        make_token(token, sizeof token, SLACK, length);
        assert_int_equal(leaks(token), length >= 10);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tokens_of_common_services_are_found),
        cmocka_unit_test(prefixes_and_placeholders_are_no_tokens),
        cmocka_unit_test(a_token_has_a_least_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
