#include "payments_image.h"

static struct image_builder builder;

#define OWN                                                                                        \
    {"region", identifier, PROBLEM_PUBLIC, true},                                                  \
    {                                                                                              \
        "node", identifier, PROBLEM_LOG_ONLY, true                                                 \
    }
#define INSTANCE                                                                                   \
    {                                                                                              \
        PROBLEM_STEP_ID, ",\"instance\":\"urn:uuid:", 0                                            \
    }
#define REGION_STEP                                                                                \
    {                                                                                              \
        PROBLEM_STEP_MEMBER, ",\"region\":", REGION                                                \
    }
#define END                                                                                        \
    {                                                                                              \
        PROBLEM_STEP_LITERAL, "}", 0                                                               \
    }

static uint32_t identifier;

static void add_insufficient_funds(void)
{
    uint32_t money = shape_decimal(&builder, 2, 2, false);
    const struct built_member members[] = {
        OWN,
        {"balance", money, PROBLEM_PUBLIC, false},
        {"cost", money, PROBLEM_PUBLIC, false},
        {"hint", shape_string(&builder, PROBLEM_STRING_TEXT, 16), PROBLEM_PUBLIC, true},
        {"wait", shape_integer(&builder, 0, 86400, false), PROBLEM_HEADER_ONLY, true},
        {"shard", identifier, PROBLEM_LOG_ONLY, false},
        {"docs", shape_json(&builder, "{\"a\":1}"), PROBLEM_PUBLIC, false},
    };
    static const unsigned char order[] = {BALANCE, COST, HINT, WAIT, SHARD, 7, REGION, NODE};
    static const struct built_step body[] = {
        {PROBLEM_STEP_LITERAL, "{\"status\":403", 0},
        {PROBLEM_STEP_DETAIL, ",\"detail\":\"", 6},
        {PROBLEM_STEP_TEXT, "\\\"", BALANCE},
        {PROBLEM_STEP_TEXT, "\\\" is less than ", COST},
        {PROBLEM_STEP_LITERAL, ". ", 0},
        {PROBLEM_STEP_TEXT, "", HINT},
        {PROBLEM_STEP_ABSENT, "No hint", HINT},
        {PROBLEM_STEP_LITERAL, ".\"", 0},
        INSTANCE,
        {PROBLEM_STEP_MEMBER, "\",\"balance\":", BALANCE},
        {PROBLEM_STEP_MEMBER, ",\"cost\":", COST},
        {PROBLEM_STEP_MEMBER, ",\"hint\":", HINT},
        {PROBLEM_STEP_LITERAL, ",\"docs\":{\"a\":1}", 0},
        REGION_STEP,
        END,
    };
    static const struct built_step wait[] = {{PROBLEM_STEP_TEXT, "", WAIT}};
    static const struct built_step id[] = {{PROBLEM_STEP_ID, "id=", 0}};
    static const struct built_step fixed[] = {{PROBLEM_STEP_LITERAL, "fi", 0},
                                              {PROBLEM_STEP_LITERAL, "xed", 0}};
    static const struct built_step quoted[] = {{PROBLEM_STEP_TEXT, "hint=", HINT},
                                               {PROBLEM_STEP_ABSENT, "none", HINT}};
    static const struct built_header headers[] = {
        {"Retry-After", false, wait, 1},
        {"X-Fixed", false, fixed, 2},
        {"X-Error-Id", false, id, 1},
        {"X-Hint", false, quoted, 2},
    };
    const struct built_problem problem = {
        .number = FIRST_NUMBER + INSUFFICIENT_FUNDS,
        .status = 403,
        .code = "insufficient-funds",
        .title = "Insufficient funds",
        .retry = PROBLEM_RETRY_AFTER_FIX,
        .log = PROBLEM_LOG_INFO,
        .needs = 1 << BALANCE | 1 << COST,
        .names = 1 << BALANCE | 1 << COST | 1 << HINT,
        .members = members,
        .member_count = 7,
        .constant_count = 1,
        .order = order,
        .body = body,
        .body_count = COUNT(body),
        .headers = headers,
        .header_count = COUNT(headers),
        .owner = "team-accounts",
        .runbook = "https://runbooks.example.com/funds",
    };
    image_problem(&builder, &problem);
}

/* Problems that have the registry's own members and a constant detail. */
static void add_plain(enum payments_index index, int status, const char *code,
                      const struct built_step *body, size_t body_count, uint32_t conceal)
{
    const struct built_member members[] = {OWN, {"why", identifier, PROBLEM_LOG_ONLY, false}};
    static const struct built_step region[] = {{PROBLEM_STEP_TEXT, "", REGION}};
    static const struct built_header headers[] = {{"X-Region", false, region, 1}};
    const struct built_problem problem = {
        .number = FIRST_NUMBER + (uint32_t)index,
        .status = status,
        .code = code,
        .title = "Title",
        .log = PROBLEM_LOG_ERROR,
        .members = members,
        .member_count = index == SECRET ? 3 : 2,
        .body = body,
        .body_count = body_count,
        .conceal = conceal,
        .headers = headers,
        .header_count = 1,
    };
    image_problem(&builder, &problem);
}

static void add_validation_failed(const struct built_violations *how)
{
    const struct built_member members[] = {OWN};
    static const struct built_violations usual = {
        .max = 3,
        .style = PROBLEM_POINTER_FRAGMENT,
        .pointer = "\"pointer\":",
        .parameter = "\"parameter\":",
        .header = "\"header\":",
        .detail = "\"detail\":",
        .rule = "\"rule\":",
        .omitted = "\"errors_omitted\":",
        .rules = {7},
        .rule_bytes = 1,
    };
    static const struct built_step body[] = {
        {PROBLEM_STEP_LITERAL, "{\"status\":422", 0},
        REGION_STEP,
        {PROBLEM_STEP_VIOLATIONS, ",\"errors\":", 0},
        END,
    };
    const struct built_problem problem = {
        .number = FIRST_NUMBER + VALIDATION_FAILED,
        .status = 422,
        .code = "validation-failed",
        .title = "Validation failed",
        .members = members,
        .member_count = COUNT(members),
        .body = body,
        .body_count = COUNT(body),
        .violations = how != NULL ? how : &usual,
    };
    image_problem(&builder, &problem);
}

static void add_method_not_allowed(void)
{
    uint32_t method = shape_string(&builder, PROBLEM_STRING_TEXT, 8);
    const struct built_member members[] = {
        OWN, {"allowed", shape_list(&builder, method, 4), PROBLEM_HEADER_ONLY, false}};
    static const struct built_step body[] = {{PROBLEM_STEP_LITERAL, "{\"status\":405}", 0}};
    static const struct built_step allowed[] = {{PROBLEM_STEP_TEXT, "", ALLOWED},
                                                {PROBLEM_STEP_LITERAL, "", 0}};
    static const struct built_header headers[] = {{"Allow", true, allowed, 2}};
    const struct built_problem problem = {
        .number = FIRST_NUMBER + METHOD_NOT_ALLOWED,
        .status = 405,
        .code = "method-not-allowed",
        .title = "Method not allowed",
        .log = PROBLEM_LOG_WARN,
        .type = "https://example.com/method",
        .members = members,
        .member_count = COUNT(members),
        .body = body,
        .body_count = COUNT(body),
        .headers = headers,
        .header_count = 1,
    };
    image_problem(&builder, &problem);
}

static void add_rules(void)
{
    uint32_t text = shape_string(&builder, PROBLEM_STRING_TEXT, 300);
    const struct built_member limit[] = {
        {"limit", shape_integer(&builder, -1000, 1000, false), PROBLEM_PUBLIC, false}};
    const struct built_member allowed[] = {
        {"allowed", shape_list(&builder, text, 8), PROBLEM_PUBLIC, false},
        {"hint", text, PROBLEM_PUBLIC, true},
    };
    static const struct built_step required[] = {{PROBLEM_STEP_LITERAL, "Must be present.", 0}};
    static const struct built_step minimum[] = {{PROBLEM_STEP_TEXT, "At least ", 0},
                                                {PROBLEM_STEP_LITERAL, ".", 0}};
    static const struct built_step one_of[] = {{PROBLEM_STEP_TEXT, "One of \\\"", 0},
                                               {PROBLEM_STEP_LITERAL, "\\\"", 0},
                                               {PROBLEM_STEP_TEXT, "; ", 1},
                                               {PROBLEM_STEP_ABSENT, "no hint", 1}};
    image_rule_add(&builder, "required", NULL, 0, required, COUNT(required));
    image_rule_add(&builder, "minimum", limit, 1, minimum, COUNT(minimum));
    image_rule_add(&builder, "one-of", allowed, 2, one_of, COUNT(one_of));
    image_rule_add(&builder, "unrelated", NULL, 0, required, COUNT(required));
}

const struct problem_registry *payments_image(const char *base, bool numbers_by_lookup,
                                              const struct built_violations *violations)
{
    static const struct built_step internal[] = {
        {PROBLEM_STEP_LITERAL, "{\"status\":500", 0},
        {PROBLEM_STEP_DETAIL, ",\"detail\":\"", 1},
        {PROBLEM_STEP_LITERAL, "Quote \\\\ the instance \\u2028.\"", 0},
        INSTANCE,
        {PROBLEM_STEP_LITERAL, "\"", 0},
        REGION_STEP,
        END,
    };
    static const struct built_step not_found[] = {
        {PROBLEM_STEP_LITERAL, "{\"status\":404", 0},
        INSTANCE,
        {PROBLEM_STEP_LITERAL, "\"", 0},
        REGION_STEP,
        {PROBLEM_STEP_VIOLATIONS, ",\"never\":", 0},
        END,
    };
    static const struct built_step secret[] = {{PROBLEM_STEP_LITERAL, "{\"status\":403}", 0}};
    static const struct built_step bare[] = {{PROBLEM_STEP_LITERAL, "{\"status\":400}", 0}};

    image_start(&builder, "payments", base);
    identifier = shape_string(&builder, PROBLEM_STRING_IDENTIFIER, 32);
    builder.fallback = INTERNAL_ERROR;
    builder.own_members = 2;
    builder.numbers_by_lookup = numbers_by_lookup;
    add_rules();
    add_insufficient_funds();
    add_plain(INTERNAL_ERROR, 500, "internal-error", internal, COUNT(internal), 0);
    add_plain(NOT_FOUND, 404, "not-found", not_found, COUNT(not_found), 0);
    add_plain(SECRET, 403, "secret", secret, COUNT(secret), NOT_FOUND + 1);
    add_validation_failed(violations);
    add_method_not_allowed();
    add_plain(BARE, 400, "bare", bare, COUNT(bare), 0);
    return image_finish(&builder);
}
