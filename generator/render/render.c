#include "render/render.h"

#include "problem_tables.h"
#include "tables/ordinals.h"
#include "tables/value_text.h"

struct rendering {
    const struct registry *registry;
    const struct image *image;
    const struct render_request *request;
    struct arena *arena;
    struct text *error;
    struct problem problem;
};

static bool fail(struct rendering *rendering, struct text message)
{
    *rendering->error = message;
    return false;
}

/* ---------------------------------------------------------------- member=value */

/* Splits "name=value"; false without a "=". */
static bool split(const char *argument, struct text *name, struct text *value)
{
    struct text text = text_of(argument);
    size_t at = 0;
    while (at < text.length && text.bytes[at] != '=')
        at++;
    *name = text_slice(text, 0, at);
    *value = text_slice(text, at + 1, text.length);
    return at < text.length;
}

/* The values given for a member: `m=a m=b` for a list. */
static size_t values_for(struct rendering *rendering, struct text member, struct text **values)
{
    const struct render_request *request = rendering->request;
    size_t count = 0;
    *values = arena_array(rendering->arena, request->value_count + 1, sizeof **values);
    for (size_t i = 0; i < request->value_count; i++) {
        struct text name;
        if (split(request->values[i], &name, &(*values)[count]) && text_equal(name, member))
            count++;
    }
    return count;
}

struct member_names {
    const struct members *own, *shared;
};

static struct text member_name(const void *context, size_t i)
{
    const struct member_names *names = context;
    return i < names->own->count ? names->own->items[i].name.text
                                 : names->shared->items[i - names->own->count].name.text;
}

/* Every argument must be a value for a member that can have one. */
static bool check_values(struct rendering *rendering)
{
    const struct render_request *request = rendering->request;
    const struct problem_type *problem = request->problem;
    struct member_names names = {&problem->members, &rendering->registry->members};
    for (size_t i = 0; i < request->value_count; i++) {
        struct text name, value;
        if (!split(request->values[i], &name, &value))
            return fail(rendering, arena_format(rendering->arena, "%s: write member=value",
                                                request->values[i]));
        const struct member *member = problem_member(rendering->registry, problem, name);
        if (member && member->shape->type == MEMBER_CONSTANT)
            return fail(rendering,
                        arena_format(rendering->arena, "%.*s is a constant", TEXT_ARGS(name)));
        if (member)
            continue;
        struct text nearest =
            text_nearest(name, member_name, &names, names.own->count + names.shared->count);
        return fail(rendering, nearest.length
                                   ? arena_format(rendering->arena,
                                                  "%.*s has no member %.*s; did you mean %.*s?",
                                                  TEXT_ARGS(problem->code.text), TEXT_ARGS(name),
                                                  TEXT_ARGS(nearest))
                                   : arena_format(rendering->arena, "%.*s has no member %.*s",
                                                  TEXT_ARGS(problem->code.text), TEXT_ARGS(name)));
    }
    return true;
}

/* Puts a member's given value, or its example. `name=` alone leaves an optional member out. */
static bool put_member(struct rendering *rendering, const struct member *member, unsigned ordinal)
{
    struct text *values, expected;
    size_t count = values_for(rendering, member->name.text, &values);
    if (count == 1 && values[0].length == 0 && member->optional.value)
        return true;
    if (count == 0) {
        if (member->audience.value == AUDIENCE_LOG ||
            (member->example.count == 0 && member->optional.value))
            return true;
        if (member->example.count == 0)
            return fail(rendering,
                        arena_format(rendering->arena,
                                     "give %.*s=VALUE: the registry has no example for it",
                                     TEXT_ARGS(member->name.text)));
        count = member->example.count;
        values = arena_array(rendering->arena, count, sizeof *values);
        for (size_t i = 0; i < count; i++)
            values[i] = member->example.items[i].text;
    }
    if (put_texts(&rendering->problem, ordinal, member->shape, values, count, rendering->arena,
                  &expected))
        return true;
    return fail(rendering, arena_format(rendering->arena, "%.*s=%.*s does not fit: it takes %.*s",
                                        TEXT_ARGS(member->name.text), TEXT_ARGS(values[0]),
                                        TEXT_ARGS(expected)));
}

static bool put_members(struct rendering *rendering)
{
    struct ordinals ordinals;
    ordinals_of(rendering->registry, rendering->request->problem, &ordinals);
    for (unsigned i = 0; i < ordinals.count; i++)
        if (!put_member(rendering, ordinals.members[i], i))
            return false;
    return true;
}

/* ---------------------------------------------------------------- field errors */

/* The next word of a text, cut off it together with the blanks around it. */
static struct text next_word(struct text *rest)
{
    size_t begin = 0, end;
    while (begin < rest->length && rest->bytes[begin] == ' ')
        begin++;
    for (end = begin; end < rest->length && rest->bytes[end] != ' '; end++)
        continue;
    struct text word = text_slice(*rest, begin, end - begin);
    while (end < rest->length && rest->bytes[end] == ' ')
        end++;
    *rest = text_slice(*rest, end, rest->length);
    return word;
}

/* "/amount" is a pointer, "?limit" a query parameter, "{id}" a path parameter, "If-Match:" a
 * header. */
static bool read_where(struct text place, struct problem_where *where)
{
    size_t last = place.length - 1;
    if (place.length && place.bytes[0] == '/')
        *where = PROBLEM_BODY("%.*s", TEXT_ARGS(place));
    else if (place.length > 1 && place.bytes[0] == '?')
        *where = PROBLEM_QUERY("%.*s", (int)last, place.bytes + 1);
    else if (place.length > 2 && place.bytes[0] == '{' && place.bytes[last] == '}')
        *where = PROBLEM_PATH("%.*s", (int)last - 1, place.bytes + 1);
    else if (place.length > 1 && place.bytes[last] == ':')
        *where = PROBLEM_HEADER("%.*s", (int)last, place.bytes);
    else
        return false;
    return true;
}

static const struct rule *find_rule(const struct rendering *rendering, struct text name)
{
    const struct violations *violations = rendering->request->problem->extras->violations;
    for (size_t i = 0; i < violations->rule_count; i++)
        if (text_equal(violations->rules[i]->name.text, name))
            return violations->rules[i];
    return NULL;
}

/* The member whose "name=" the text begins with, or NULL. */
static const struct member *begins_member(const struct rule *rule, struct text text)
{
    for (size_t i = 0; i < rule->members.count; i++) {
        struct text name = rule->members.items[i].name.text;
        if (text_starts_with(text, name) && text.length > name.length &&
            text.bytes[name.length] == '=')
            return &rule->members.items[i];
    }
    return NULL;
}

/* How long the value at the beginning of the text is: a blank is part of it unless another member
 * follows. */
static size_t value_length(const struct rule *rule, struct text text)
{
    size_t length = 0;
    while (length < text.length &&
           !(text.bytes[length] == ' ' &&
             begins_member(rule, text_slice(text, length + 1, text.length))))
        length++;
    return length;
}

static bool put_rule_members(struct rendering *rendering, const struct rule *rule, struct text rest)
{
    struct text *values = arena_array(rendering->arena, rule->members.count + 1, sizeof *values);
    while (rest.length) {
        const struct member *member = begins_member(rule, rest);
        if (member == NULL)
            return fail(rendering,
                        arena_format(rendering->arena, "rule %.*s has no member for %.*s",
                                     TEXT_ARGS(rule->name.text), TEXT_ARGS(rest)));
        rest = text_slice(rest, member->name.text.length + 1, rest.length);
        size_t length = value_length(rule, rest);
        values[member - rule->members.items] = text_slice(rest, 0, length);
        rest = text_slice(rest, length + 1, rest.length);
    }
    for (size_t i = 0; i < rule->members.count; i++) {
        const struct member *member = &rule->members.items[i];
        struct text expected;
        if (values[i].bytes == NULL && member->example.count)
            values[i] = member->example.items[0].text;
        if (values[i].bytes == NULL || !put_texts(&rendering->problem, (unsigned)i, member->shape,
                                                  &values[i], 1, rendering->arena, &expected))
            return fail(rendering,
                        arena_format(rendering->arena, "rule %.*s needs %.*s=VALUE",
                                     TEXT_ARGS(rule->name.text), TEXT_ARGS(member->name.text)));
    }
    return true;
}

static bool add_violation(struct rendering *rendering, const char *argument)
{
    struct text rest = text_of(argument), place = next_word(&rest), name = next_word(&rest);
    struct problem_where where;
    if (rendering->request->problem->extras->violations == NULL)
        return fail(rendering, arena_format(rendering->arena, "%.*s has no field errors",
                                            TEXT_ARGS(rendering->request->problem->code.text)));
    if (!read_where(place, &where))
        return fail(
            rendering,
            arena_format(rendering->arena,
                         "%s: begin with a place: /pointer, ?query, {path} or Header:", argument));
    const struct rule *rule = find_rule(rendering, name);
    if (rule == NULL)
        return fail(rendering, arena_format(rendering->arena, "%.*s has no rule %.*s",
                                            TEXT_ARGS(rendering->request->problem->code.text),
                                            TEXT_ARGS(name)));
    problem_violation_begin(&rendering->problem, image_registry(rendering->image),
                            (uint32_t)rule->index, &where);
    bool fine = put_rule_members(rendering, rule, rest);
    problem_violation_end(&rendering->problem);
    return fine;
}

/* ---------------------------------------------------------------- the response */

static bool fix_id(struct rendering *rendering)
{
    const char *id =
        rendering->request->id ? rendering->request->id : "00000000-0000-4000-8000-000000000000";
    static const char digits[] = "0123456789abcdef";
    unsigned char bytes[16] = {0};
    size_t nibbles = 0;
    struct text text = text_of(id);
    for (size_t i = 0; i < text.length && text.length == 36; i++) {
        char c = text.bytes[i];
        size_t value = 0;
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (c != '-')
                break;
            continue;
        }
        c = c >= 'A' && c <= 'F' ? (char)(c + 32) : c;
        while (digits[value] && digits[value] != c)
            value++;
        if (value == 16)
            break;
        bytes[nibbles / 2] |= (unsigned char)(value << (nibbles % 2 ? 0 : 4));
        nibbles++;
    }
    if (nibbles != 32)
        return fail(rendering, arena_format(rendering->arena, "%s is not a UUID", id));
    problem_fix_occurrence(&rendering->problem, bytes);
    return true;
}

static void respond(struct rendering *rendering, struct buffer *out)
{
    struct problem_sink no_log = PROBLEM_SINK_NONE;
    struct problem_request request = {.method = rendering->request->head ? "HEAD" : "GET",
                                      .accept = rendering->request->accept,
                                      .sink = &no_log};
    struct problem_response response;
    size_t size = rendering->image->response_max;
    char *buffer = arena_allocate(rendering->arena, size);
    problem_respond(image_registry(rendering->image), &rendering->problem, &request, buffer, size,
                    &response);
    size_t head = problem_write_head(&response, NULL, 0);
    problem_write_head(&response, buffer_reserve(out, head), head);
    out->length += head;
    buffer_text(out, (struct text){response.body, response.body_length});
    if (response.body_length)
        buffer_byte(out, '\n');
}

bool render_response(const struct registry *registry, const struct image *image,
                     const struct render_request *request, struct arena *arena, struct buffer *out,
                     struct text *error)
{
    struct rendering rendering = {registry, image, request, arena, error, PROBLEM_INIT};
    problem_begin(&rendering.problem, image_registry(image), (uint32_t)request->problem->index,
                  __FILE__, __LINE__, __func__);
    if (!check_values(&rendering) || !put_members(&rendering) || !fix_id(&rendering))
        return false;
    for (size_t i = 0; i < request->violation_count; i++)
        if (!add_violation(&rendering, request->violations[i]))
            return false;
    respond(&rendering, out);
    return true;
}
