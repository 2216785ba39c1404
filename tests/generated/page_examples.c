/*
 * The examples on the pages of the reference, from the linked program: head and body of each must
 * be what a service sends.
 *
 *     page_examples VIEW PROBLEMS: the registry's view, and problems.json of the operator's edition
 */
#include "answer.h"
#include "cases.h"

#include <cjson/cJSON.h>
#include <problem_tables.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_file(const char *path)
{
    size_t size = 1 << 24;
    char *bytes = calloc(1, size);
    FILE *file = fopen(path, "rb");
    if (file == NULL || bytes == NULL || fread(bytes, 1, size, file) >= size)
        answer_wrong("can't read %s", path);
    fclose(file);
    return bytes;
}

static const cJSON *field(const cJSON *object, const char *name)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);
    if (item == NULL)
        answer_wrong("no field %s", name);
    return item;
}

static const cJSON *named(const cJSON *list, const char *key, const char *name)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, list)
    {
        if (strcmp(field(item, key)->valuestring, name) == 0)
            return item;
    }
    answer_wrong("nothing is called %s", name);
}

/* ---------------------------------------------------------------- values */

/* What the registry gives for examples, and anything for the log. */
static void push_examples(struct every_arguments *arguments, const cJSON *members)
{
    const cJSON *member;
    cJSON_ArrayForEach(member, members)
    {
        if (cJSON_GetArraySize(field(member, "example")) > 0 ||
            strcmp(field(member, "audience")->valuestring, "log") == 0)
            case_push_member(arguments, member, true);
    }
}

static bool begins_value(const char *text)
{
    return text[strcspn(text, "= ")] == '=';
}

/* The next argument, cut off the text; NULL: there is none. A value may have blanks: what follows
 * them and is no member=value belongs to it. */
static char *next_argument(char **text)
{
    char *argument = *text, *end = strchr(argument, ' ');
    if (*argument == '\0')
        return NULL;
    while (end && begins_value(argument) && !begins_value(end + 1))
        end = strchr(end + 1, ' ');
    *text = end ? end + 1 : argument + strlen(argument);
    if (end)
        *end = '\0';
    return argument;
}

/* "PLACE RULE member=value ...", which is cut up. */
static void add_violation(struct every_case *the_case, const cJSON *view, char *text)
{
    struct case_violation *violation = &the_case->violations[the_case->violation_count++];
    violation->place = next_argument(&text);
    const char *name = next_argument(&text), *value;
    violation->rule = every_linked()->rules;
    while (violation->rule->name && strcmp(violation->rule->name, name) != 0)
        violation->rule++;
    violation->values.count = 0;
    while ((value = next_argument(&text)) != NULL)
        violation->values.items[violation->values.count++] = value;
    push_examples(&violation->values, field(named(field(view, "rules"), "rule", name), "members"));
}

/* As the page says that `problemc render` is asked for it. */
static void build(struct every_case *the_case, const cJSON *view, const cJSON *page)
{
    const cJSON *registry = field(view, "registry"), *argument;
    const char *code = field(page, "code")->valuestring;
    bool is_violation = false;
    the_case->name = "example";
    the_case->values.count = the_case->left_out.count = the_case->violation_count = 0;
    the_case->problem = every_linked()->problems;
    while (the_case->problem->code && strcmp(the_case->problem->code, code) != 0)
        the_case->problem++;
    push_examples(&the_case->values,
                  field(named(field(view, "problems"), "code", code), "members"));
    push_examples(&the_case->values, field(registry, "members"));
    cJSON_ArrayForEach(argument, field(field(page, "example"), "render"))
    {
        if (is_violation)
            add_violation(the_case, view, argument->valuestring);
        else if (strchr(argument->valuestring, '='))
            the_case->values.items[the_case->values.count++] = argument->valuestring;
        is_violation = strcmp(argument->valuestring, "--violation") == 0;
    }
}

/* ---------------------------------------------------------------- messages */

static void is_sent(const struct every_case *the_case, const cJSON *example, const char *pages)
{
    static char buffer[1 << 16], head[1 << 14], lines[1 << 14], line[1 << 17];
    static const unsigned char zeros[16] = {[6] = 0x40, [8] = 0x80};
    const struct every_registry *every = every_linked();
    struct problem problem = PROBLEM_INIT;
    struct problem_sink no_log = PROBLEM_SINK_NONE;
    struct problem_request request = {.method = "GET", .sink = &no_log};
    struct problem_response response;
    case_raise(the_case, &problem);
    problem_fix_occurrence(&problem, zeros);
    ANSWER_CHECK(every->response_max <= sizeof buffer);
    problem_respond(every->registry, &problem, &request, buffer, every->response_max, &response);
    size_t length = problem_write_head(&response, head, sizeof head), count = 0;
    ANSWER_CHECK(length <= sizeof head);
    for (size_t i = 0; i + 4 < length; i++)
        if (head[i] != '\r')
            lines[count++] = head[i];
    lines[count] = '\0';
    if (strcmp(lines, field(example, "head")->valuestring) != 0)
        answer_wrong("the page's head is\n%s\nand the program's\n%s",
                     field(example, "head")->valuestring, lines);
    /* Byte for byte, which cJSON's numbers would not be. */
    int wrote =
        snprintf(line, sizeof line, "\"body\": %.*s,\n", (int)response.body_length, response.body);
    ANSWER_CHECK(wrote > 0 && (size_t)wrote < sizeof line);
    if (strstr(pages, line) == NULL)
        answer_wrong("no page has the program's body\n%.*s", (int)response.body_length,
                     response.body);
}

int main(int argc, char **argv)
{
    static struct every_case the_case;
    if (argc != 3)
        return 2;
    char *view_text = read_file(argv[1]), *pages = read_file(argv[2]);
    cJSON *view = cJSON_Parse(view_text), *problems = cJSON_Parse(pages);
    ANSWER_CHECK(view && problems);
    const cJSON *page, *registry = cJSON_GetArrayItem(field(problems, "registries"), 0);
    size_t count = 0;
    cJSON_ArrayForEach(page, field(registry, "problems"))
    {
        if (cJSON_IsNull(field(page, "example")))
            continue;
        answer_about("%s", field(page, "code")->valuestring);
        build(&the_case, view, page);
        is_sent(&the_case, field(page, "example"), pages);
        count++;
    }
    ANSWER_CHECK(count > 0);
    printf("%zu examples\n", count);
    cJSON_Delete(view);
    cJSON_Delete(problems);
    free(view_text);
    free(pages);
    return 0;
}
