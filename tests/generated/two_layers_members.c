#include "two_layers_members.h"

#include "answer.h"
#include "two_layers_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------- the view */

cJSON *view_read(const char *path, const char **text)
{
    static char bytes[1 << 20];
    FILE *file = fopen(path, "rb");
    size_t length = file ? fread(bytes, 1, sizeof bytes - 1, file) : 0;
    if (file != NULL)
        fclose(file);
    bytes[length] = '\0';
    cJSON *view = cJSON_Parse(bytes);
    if (view == NULL)
        answer_wrong("can't read the view %s", path);
    *text = bytes;
    return view;
}

static const cJSON *field(const cJSON *object, const char *name)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);
    if (item == NULL)
        answer_wrong("the view has no field %s", name);
    return item;
}

static bool is_string_type(const char *type)
{
    static const char *const types[] = {"text", "identifier", "uri", "uuid", "pointer"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(type, types[i]) == 0)
            return true;
    return false;
}

static enum problem_audience audience_of(const char *word)
{
    return word[0] == 'p'   ? PROBLEM_PUBLIC
           : word[0] == 'h' ? PROBLEM_HEADER_ONLY
                            : PROBLEM_LOG_ONLY;
}

static void add_members(struct string_members *members, const cJSON *list, bool shared)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, list)
    {
        const cJSON *shape = field(item, "shape"), *of = field(shape, "of");
        bool is_list = !cJSON_IsNull(of);
        shape = is_list ? of : shape;
        const char *type = field(shape, "type")->valuestring;
        if (!is_string_type(type))
            continue;
        ANSWER_CHECK(members->count < STRING_MEMBERS_MAX);
        members->items[members->count++] = (struct string_member){
            .name = field(item, "name")->valuestring,
            .type = type,
            .max =
                (size_t)(cJSON_IsNumber(field(shape, "max")) ? field(shape, "max")->valueint : 0),
            .audience = audience_of(field(item, "audience")->valuestring),
            .pattern = !cJSON_IsNull(field(shape, "pattern")),
            .list = is_list,
            .shared = shared,
        };
    }
}

static const cJSON *find(const cJSON *list, const char *key, const char *name)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, list)
    {
        if (strcmp(field(item, key)->valuestring, name) == 0)
            return item;
    }
    answer_wrong("the view has no %s %s", key, name);
}

void string_members_of_problem(const cJSON *view, const char *code, struct string_members *members)
{
    members->count = 0;
    add_members(members, field(find(field(view, "problems"), "code", code), "members"), false);
    add_members(members, field(field(view, "registry"), "members"), true);
}

void string_members_of_rule(const cJSON *view, const char *rule, struct string_members *members)
{
    members->count = 0;
    add_members(members, field(find(field(view, "rules"), "rule", rule), "members"), false);
}

/* ---------------------------------------------------------------- shapes */

static bool is_identifier(const char *text)
{
    static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                  "0123456789._:@-";
    return text[0] != '\0' && text[strspn(text, allowed)] == '\0';
}

static bool is_printable(const char *text)
{
    for (; *text != '\0'; text++)
        if (*text < 0x20 || *text > 0x7e)
            return false;
    return true;
}

bool string_may_fit(const struct string_member *member, const char *text, size_t length)
{
    if (strcmp(member->type, "uuid") == 0)
        return length == 36 && is_printable(text) && strchr(text, ' ') == NULL;
    if (strcmp(member->type, "text") == 0)
        return text_may_be_sent(text, length, member->max);
    if (length > member->max || !is_printable(text))
        return false;
    if (strcmp(member->type, "uri") == 0)
        return strchr(text, ':') != NULL && strpbrk(text, " \"<>\\^`{|}") == NULL;
    if (strcmp(member->type, "pointer") == 0)
        return text[0] == '/' || length == 0;
    return member->pattern || is_identifier(text);
}

/* ---------------------------------------------------------------- values */

static char *blocks[STRING_MEMBERS_MAX];
static size_t block_count;

static void free_blocks(void)
{
    while (block_count > 0)
        free(blocks[--block_count]);
}

static const char *argument(const char *name, const char *value)
{
    size_t length = strlen(name) + 1 + strlen(value) + 1;
    char *text = malloc(length);
    ANSWER_CHECK(text != NULL && block_count < STRING_MEMBERS_MAX);
    snprintf(text, length, "%s=%s", name, value);
    return blocks[block_count++] = text;
}

static bool is_replaced(const struct string_members *members, const char *item)
{
    for (size_t i = 0; i < members->count; i++) {
        const struct string_member *member = &members->items[i];
        size_t length = strlen(member->name);
        if (member->value && strncmp(item, member->name, length) == 0 && item[length] == '=')
            return true;
    }
    return false;
}

static void push(struct every_arguments *arguments, const char *item)
{
    ANSWER_CHECK(arguments->count < EVERY_ARGUMENTS_MAX);
    arguments->items[arguments->count++] = item;
}

void string_members_put(const struct string_members *members, const struct every_arguments *from,
                        struct every_arguments *to)
{
    to->count = 0;
    free_blocks();
    for (size_t i = 0; i < from->count; i++)
        if (!is_replaced(members, from->items[i]))
            push(to, from->items[i]);
    for (size_t i = 0; i < members->count; i++)
        if (members->items[i].value != NULL)
            push(to, argument(members->items[i].name, members->items[i].value));
}
