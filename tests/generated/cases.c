#include "cases.h"

#include <cjson/cJSON.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------- texts of one case */

static char pool[1 << 20];
static size_t pool_used;

__attribute__((format(printf, 1, 2))) static const char *made(const char *format, ...)
{
    char *text = pool + pool_used;
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof pool - pool_used, format, arguments);
    va_end(arguments);
    pool_used += (size_t)length + 1;
    if (pool_used > sizeof pool)
        abort();
    return text;
}

/* `begin`, then `unit` as often as it fits in `max` bytes. */
static const char *filled(const char *begin, const char *unit, size_t max)
{
    char text[2048];
    size_t length = strlen(begin), step = strlen(unit);
    memcpy(text, begin, length);
    for (; length + step <= max; length += step)
        memcpy(text + length, unit, step);
    text[length] = '\0';
    return made("%s", text);
}

/* ---------------------------------------------------------------- values of one shape */

static const cJSON *field(const cJSON *object, const char *name)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);
    if (item == NULL) {
        fprintf(stderr, "the view has no field %s\n", name);
        exit(2);
    }
    return item;
}

static const char *word(const cJSON *object, const char *name)
{
    return field(object, name)->valuestring;
}

static int64_t number(const cJSON *object, const char *name)
{
    double value = field(object, name)->valuedouble;
    return value <= -0x1p63 ? INT64_MIN : value >= 0x1p63 ? INT64_MAX : (int64_t)value;
}

static size_t size(const cJSON *object, const char *name)
{
    return (size_t)number(object, name);
}

static const char *integer(int64_t value)
{
    return made("%" PRId64, value);
}

/* 9,007,199,254,740,991 units below zero. */
static const char *widest_decimal(int scale)
{
    const char *digits = filled("", "0", 3);
    digits = made("%s9007199254740991", digits);
    int whole = (int)strlen(digits) - scale;
    while (whole > 1 && digits[0] == '0') {
        digits++;
        whole--;
    }
    return scale ? made("-%.*s.%s", whole, digits, digits + whole) : made("-%s", digits);
}

static const char *widest_enum(const cJSON *shape)
{
    const char *longest = "";
    const cJSON *value;
    cJSON_ArrayForEach(value, field(shape, "values"))
    {
        if (strlen(word(value, "name")) > strlen(longest))
            longest = word(value, "name");
    }
    return longest;
}

/* The value with the longest JSON, or near it. NULL: no idea. */
static const char *widest(const cJSON *shape)
{
    const char *type = word(shape, "type");
    if (strcmp(type, "integer") == 0 || strcmp(type, "duration") == 0) {
        const char *least = integer(number(shape, "min")), *most = integer(number(shape, "max"));
        return strlen(least) > strlen(most) ? least : most;
    }
    if (strcmp(type, "decimal") == 0)
        return widest_decimal((int)number(shape, "scale_max"));
    if (strcmp(type, "number") == 0)
        return "-2.2250738585072014e-308";
    if (strcmp(type, "boolean") == 0)
        return "false";
    if (strcmp(type, "enum") == 0)
        return widest_enum(shape);
    if (strcmp(type, "identifier") == 0)
        return cJSON_IsNull(field(shape, "pattern")) ? filled("", "x", size(shape, "max")) : NULL;
    if (strcmp(type, "text") == 0)
        return filled("", "\"", size(shape, "max"));
    if (strcmp(type, "uri") == 0)
        return filled("https://example.com/", "a", size(shape, "max"));
    if (strcmp(type, "uuid") == 0)
        return "7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b12";
    if (strcmp(type, "pointer") == 0)
        return filled("", "/a", size(shape, "max"));
    if (strcmp(type, "date") == 0)
        return "9999-12-31";
    if (strcmp(type, "timestamp") != 0)
        return NULL;
    const char *precision = word(shape, "precision");
    return made("9999-12-31T23:59:59%sZ", precision[0] == 's'   ? ""
                                          : precision[0] == 'm' ? ".999"
                                                                : ".999999");
}

static void push(struct every_arguments *arguments, const char *name, const char *value)
{
    if (arguments->count == EVERY_ARGUMENTS_MAX)
        abort();
    arguments->items[arguments->count++] = made("%s=%s", name, value);
}

void case_push_member(struct every_arguments *arguments, const cJSON *member, bool as_example)
{
    const cJSON *shape = field(member, "shape"), *of = field(shape, "of");
    const cJSON *examples = field(member, "example"), *example;
    const char *name = word(member, "name");
    bool is_list = !cJSON_IsNull(of);
    const char *value = widest(is_list ? of : shape);
    if (value != NULL && !(as_example && cJSON_GetArraySize(examples) > 0)) {
        for (size_t i = 0; i < (is_list ? size(shape, "max") : 1); i++)
            push(arguments, name, value);
        return;
    }
    cJSON_ArrayForEach(example, examples)
    {
        push(arguments, name, example->valuestring);
    }
}

/* ---------------------------------------------------------------- a problem's cases */

struct builder {
    const struct every_registry *every;
    const cJSON *view, *problem;
    struct every_case the_case;
    void (*take)(const struct every_case *, void *);
    void *context;
};

enum values { EXAMPLES, WIDEST, REQUIRED };

static void push_members(struct builder *builder, const cJSON *members, enum values values)
{
    const cJSON *member;
    cJSON_ArrayForEach(member, members)
    {
        bool is_constant = strcmp(word(field(member, "shape"), "type"), "constant") == 0;
        bool is_optional = cJSON_IsTrue(field(member, "optional"));
        if (is_optional && values == REQUIRED)
            push(&builder->the_case.left_out, word(member, "name"), "");
        else if (!is_constant)
            case_push_member(&builder->the_case.values, member, values != WIDEST);
    }
}

static void begin(struct builder *builder, const char *name, enum values values)
{
    pool_used = 0;
    builder->the_case.name = name;
    builder->the_case.values.count = 0;
    builder->the_case.left_out.count = 0;
    builder->the_case.violation_count = 0;
    builder->the_case.violations_sent = 0;
    push_members(builder, field(builder->problem, "members"), values);
    push_members(builder, field(field(builder->view, "registry"), "members"), values);
}

static const cJSON *rule_of(const struct builder *builder, const char *name)
{
    const cJSON *rule;
    cJSON_ArrayForEach(rule, field(builder->view, "rules"))
    {
        if (strcmp(word(rule, "rule"), name) == 0)
            return rule;
    }
    return NULL;
}

static void add_violation(struct builder *builder, const cJSON *name, const char *place)
{
    struct case_violation *violation =
        &builder->the_case.violations[builder->the_case.violation_count++];
    const struct every_rule *rule = builder->every->rules;
    while (rule->name != NULL && strcmp(rule->name, name->valuestring) != 0)
        rule++;
    violation->rule = rule;
    violation->place = place;
    violation->values.count = 0;
    const cJSON *member;
    cJSON_ArrayForEach(member, field(rule_of(builder, name->valuestring), "members"))
    {
        case_push_member(&violation->values, member, false);
    }
}

/* As many as are sent, each of the rule with the longest text, at a place as long as there is room
 * for in struct problem. */
static void take_widest_violations(struct builder *builder)
{
    enum {
        OTHER_BYTES = 12, /* that one takes beside its place, with its part of the members' */
        NUMBER_BYTES = 20 /* that a number takes, which all rules' members are */
    };
    const cJSON *violations = field(builder->problem, "violations"), *name, *longest = NULL;
    cJSON_ArrayForEach(name, field(violations, "rules"))
    {
        if (longest == NULL || strlen(word(rule_of(builder, name->valuestring), "detail")) >
                                   strlen(word(rule_of(builder, longest->valuestring), "detail")))
            longest = name;
    }
    begin(builder, "widest violations", EXAMPLES);
    const cJSON *members = field(rule_of(builder, longest->valuestring), "members");
    size_t max = size(violations, "max");
    size_t other = OTHER_BYTES + NUMBER_BYTES * (size_t)cJSON_GetArraySize(members);
    size_t room = PROBLEM_VALUES_SIZE / max - other;
    const char *place = filled("/", "x", room < PROBLEM_PLACE_SIZE ? room : PROBLEM_PLACE_SIZE - 1);
    for (size_t i = 0; i < max; i++)
        add_violation(builder, longest, place);
    builder->the_case.violations_sent = max;
    builder->take(&builder->the_case, builder->context);
}

/* `count` field errors, of every rule in turn, at every kind of place in turn. */
static void take_violations(struct builder *builder, const char *name, size_t count)
{
    const cJSON *violations = field(builder->problem, "violations");
    const cJSON *rules = field(violations, "rules");
    size_t max = size(violations, "max");
    begin(builder, name, WIDEST);
    const char *places[] = {filled("/items", "/12345", PROBLEM_PLACE_SIZE - 1), "?limit", "{id}",
                            "If-Match:", "/amount"};
    for (size_t i = 0; i < count; i++)
        add_violation(builder, cJSON_GetArrayItem(rules, (int)i % cJSON_GetArraySize(rules)),
                      places[i % 5]);
    builder->the_case.violations_sent = count < max ? count : max;
    builder->take(&builder->the_case, builder->context);
}

static void take_problem(struct builder *builder)
{
    begin(builder, "examples", EXAMPLES);
    builder->take(&builder->the_case, builder->context);
    begin(builder, "widest", WIDEST);
    builder->take(&builder->the_case, builder->context);
    begin(builder, "required", REQUIRED);
    builder->take(&builder->the_case, builder->context);
    const cJSON *violations = field(builder->problem, "violations");
    if (cJSON_IsNull(violations))
        return;
    take_widest_violations(builder);
    take_violations(builder, "one violation", 1);
    take_violations(builder, "five violations", 5);
    take_violations(builder, "all violations", size(violations, "max"));
    take_violations(builder, "too many violations", size(violations, "max") + 3);
}

/* ---------------------------------------------------------------- all cases */

static cJSON *read_view(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0)
        exit(2);
    size_t length = (size_t)ftell(file);
    char *bytes = malloc(length);
    rewind(file);
    if (bytes == NULL || fread(bytes, 1, length, file) != length)
        exit(2);
    fclose(file);
    cJSON *view = cJSON_ParseWithLength(bytes, length);
    free(bytes);
    return view;
}

void cases_each(const char *view_path, void (*take)(const struct every_case *, void *),
                void *context)
{
    static struct builder builder;
    cJSON *view = read_view(view_path);
    builder.every = every_linked();
    builder.view = view;
    builder.take = take;
    builder.context = context;
    const struct every_problem *problem = builder.every->problems;
    cJSON_ArrayForEach(builder.problem, field(view, "problems"))
    {
        if (problem->code == NULL || strcmp(problem->code, word(builder.problem, "code")) != 0) {
            fprintf(stderr, "%s is of another registry\n", view_path);
            exit(2);
        }
        builder.the_case.problem = problem++;
        take_problem(&builder);
    }
    cJSON_Delete(view);
}

static struct problem_where where_of(const char *place)
{
    int length = (int)strlen(place);
    if (place[0] == '/')
        return PROBLEM_BODY("%s", place);
    if (place[0] == '?')
        return PROBLEM_QUERY("%s", place + 1);
    return place[0] == '{' ? PROBLEM_PATH("%.*s", length - 2, place + 1)
                           : PROBLEM_HEADER("%.*s", length - 1, place);
}

uint32_t case_raise(const struct every_case *the_case, struct problem *problem)
{
    const struct every_registry *every = every_linked();
    for (size_t i = 0; i < the_case->violation_count; i++) {
        every_use(&the_case->violations[i].values);
        the_case->violations[i].rule->add(problem, where_of(the_case->violations[i].place));
    }
    every_use(&the_case->values);
    every->set_shared(problem);
    return the_case->problem->raise(problem);
}
