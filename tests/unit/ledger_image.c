#include "ledger_image.h"

static struct image_builder builder;

static void add_closed(void)
{
    static const char *const states[] = {"open", "closed"};
    static const struct built_step body[] = {{PROBLEM_STEP_LITERAL, "{\"status\":409}", 0}};
    uint32_t tag = shape_string(&builder, PROBLEM_STRING_TEXT, 16);
    uint32_t state = shape_enum(&builder, states, COUNT(states));
    uint32_t tags = shape_list(&builder, tag, 4);
    uint32_t version = shape_json(&builder, "\"v1\"");
    uint32_t zone = shape_json(&builder, "{\"zone\":[1,null]}");
    const struct built_member members[] = {
        {"total", shape_integer(&builder, -1000, 1000, false), PROBLEM_PUBLIC, false},
        {"rate", shape_decimal(&builder, 2, 2, false), PROBLEM_PUBLIC, false},
        {"ratio", shape_plain(&builder, PROBLEM_NUMBER), PROBLEM_HEADER_ONLY, false},
        {"open", shape_plain(&builder, PROBLEM_BOOLEAN), PROBLEM_PUBLIC, false},
        {"state", state, PROBLEM_LOG_ONLY, false},
        {"note", shape_string(&builder, PROBLEM_STRING_TEXT, 1024), PROBLEM_PUBLIC, false},
        {"moment", shape_time(&builder, 3), PROBLEM_LOG_ONLY, false},
        {"day", shape_plain(&builder, PROBLEM_DATE), PROBLEM_PUBLIC, false},
        {"tags", tags, PROBLEM_PUBLIC, false},
        {"account", shape_integer(&builder, INT64_MIN, INT64_MAX, true), PROBLEM_PUBLIC, false},
        {"link", shape_string(&builder, PROBLEM_STRING_URI, 64), PROBLEM_PUBLIC, false},
        {"version", version, PROBLEM_PUBLIC, false},
        {"cluster", zone, PROBLEM_LOG_ONLY, false},
    };
    const struct built_problem problem = {
        .number = 1,
        .status = 409,
        .code = "ledger-closed",
        .title = "Ledger closed",
        .log = PROBLEM_LOG_WARN,
        .members = members,
        .member_count = LEDGER_MEMBERS,
        .constant_count = COUNT(members) - LEDGER_MEMBERS,
        .body = body,
        .body_count = COUNT(body),
        .owner = "team-ledger",
    };
    image_problem(&builder, &problem);
}

static void add_lost(void)
{
    static const struct built_step body[] = {{PROBLEM_STEP_LITERAL, "{\"status\":503}", 0}};
    const struct built_problem problem = {
        .number = 2,
        .status = 503,
        .code = "ledger-lost",
        .title = "Ledger lost",
        .log = PROBLEM_LOG_ERROR,
        .body = body,
        .body_count = COUNT(body),
        .runbook = "https://runbooks.example.com/lost",
    };
    image_problem(&builder, &problem);
}

const struct problem_registry *ledger_image(void)
{
    image_start(&builder, "ledger", "");
    builder.fallback = LEDGER_LOST;
    add_closed();
    add_lost();
    return image_finish(&builder);
}
