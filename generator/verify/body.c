#include "verify/body.h"

#include "base/map.h"

char *body_room(struct body_room *room, size_t size)
{
    if (size > room->size) {
        room->bytes = arena_resize(room->arena, room->bytes, size);
        room->size = size;
    }
    return room->bytes;
}

bool body_read(struct body_room *room, struct text bytes, struct body *body, const char **fault)
{
    *body = (struct body){{bytes.bytes, bytes.length, body_room(room, bytes.length + 1)}, NULL};
    *fault = problem_json_fault(&body->json);
    if (*fault != NULL)
        return false;
    const char *at = bytes.bytes;
    while (problem_json_is_space(*at))
        at++;
    if (*at == '{' || *at == '[')
        body->root = at;
    return true;
}

struct text body_text(const struct body *body, const char *at)
{
    struct problem_text text = problem_json_text(&body->json, at);
    return (struct text){text.bytes, text.length};
}

struct text body_written(const char *at)
{
    struct problem_text span = problem_json_span(at);
    return (struct text){span.bytes, span.length};
}

/* How many bytes the character or escape at `at` is written with; *meant is how many it means. */
static size_t written_length(const char *at, size_t *meant)
{
    uint32_t code_point = 0;
    size_t length = 2;
    *meant = 1;
    if (at[0] != '\\')
        return 1;
    if (at[1] != 'u')
        return length;
    for (size_t i = 2; i < 6; i++)
        code_point = code_point << 4 | (uint32_t)(at[i] <= '9' ? at[i] - '0' : (at[i] & 7) + 9);
    length = 6;
    *meant = code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : 3; /* alone a surrogate is U+FFFD */
    bool high = code_point >= 0xd800 && code_point < 0xdc00;
    if (high && at[6] == '\\' && at[7] == 'u' && (at[8] | 0x20) == 'd' && (at[9] | 0x20) >= 'b' &&
        ((at[9] | 0x20) <= 'f')) {
        length = 12;
        *meant = 4;
    }
    return length;
}

struct text body_within(const struct body *body, const char *at, size_t offset, size_t length)
{
    struct text text = body_text(body, at), written = {at + 1, 0};
    if (text.bytes == at + 1)
        return text_slice(text, offset, length);
    for (size_t done = 0, meant; done < offset + length; done += meant) {
        size_t step = written_length(written.bytes + written.length, &meant);
        written.length += step;
        if (done + meant <= offset) {
            written.bytes += written.length;
            written.length = 0;
        }
    }
    return written;
}

const char *body_member(const struct body *body, const char *object, struct text name)
{
    const char *at = object, *key, *value, *found = NULL;
    if (object == NULL || *object != '{')
        return NULL;
    while (problem_json_next_member(&at, &key, &value))
        if (text_equal(body_text(body, key), name))
            found = value;
    return found;
}

/* ---------------------------------------------------------------- comparing */

static size_t count_members(const char *object)
{
    const char *key, *value;
    size_t count = 0;
    while (problem_json_next_member(&object, &key, &value))
        count++;
    return count;
}

static bool equal_objects(const struct body *a, const char *at, const struct body *b,
                          const char *other)
{
    const char *key, *value;
    if (*other != '{' || count_members(at) != count_members(other))
        return false;
    while (problem_json_next_member(&at, &key, &value)) {
        const char *found = body_member(b, other, body_text(a, key));
        if (found == NULL || !body_equal(a, value, b, found))
            return false;
    }
    return true;
}

static bool equal_arrays(const struct body *a, const char *at, const struct body *b,
                         const char *other)
{
    const char *item, *another;
    if (*other != '[')
        return false;
    while (problem_json_next_item(&at, &item))
        if (!problem_json_next_item(&other, &another) || !body_equal(a, item, b, another))
            return false;
    return !problem_json_next_item(&other, &another);
}

bool body_equal(const struct body *a, const char *at, const struct body *b, const char *other)
{
    switch (*at) {
    case '{':
        return equal_objects(a, at, b, other);
    case '[':
        return equal_arrays(a, at, b, other);
    case '"':
        return *other == '"' && text_equal(body_text(a, at), body_text(b, other));
    default:
        return text_equal(body_written(at), body_written(other));
    }
}

/* ---------------------------------------------------------------- walking */

enum { FEW = 8 }; /* names that are compared one by one: most objects need no map */

/* The names that an object has had so far. */
struct names {
    struct text few[FEW];
    size_t count;
    struct map map; /* of all of them, once they are more */
};

static bool is_repeated(struct names *names, struct text name, struct arena *arena)
{
    if (names->count > FEW)
        return !map_add(arena, &names->map, name, 0);
    for (size_t i = 0; i < names->count; i++)
        if (text_equal(names->few[i], name))
            return true;
    if (names->count == FEW) {
        for (size_t i = 0; i < FEW; i++)
            map_add(arena, &names->map, names->few[i], 0);
        map_add(arena, &names->map, name, 0);
    } else {
        names->few[names->count] = name;
    }
    names->count++;
    return false;
}

struct walk {
    const struct body *body;
    const struct body_visitor *visitor;
    struct arena *arena;
};

/* As deep as the reader lets a body be, which is 64. */
static void walk_value(const struct walk *walk, const char *at, const struct body_step *step);

static void walk_object(const struct walk *walk, const char *at, const struct body_step *step)
{
    const struct body_visitor *visitor = walk->visitor;
    const char *key, *value;
    struct names names = {.count = 0};
    while (problem_json_next_member(&at, &key, &value)) {
        struct text name = body_text(walk->body, key);
        struct body_step inner = {step, name, 0};
        visitor->string(visitor->context, &inner, key, true);
        if (is_repeated(&names, name, walk->arena))
            visitor->repeated(visitor->context, &inner, key);
        walk_value(walk, value, &inner);
    }
}

static void walk_value(const struct walk *walk, const char *at, const struct body_step *step)
{
    const char *item;
    if (*at == '"') {
        walk->visitor->string(walk->visitor->context, step, at, false);
    } else if (*at == '{') {
        walk_object(walk, at, step);
    } else if (*at == '[') {
        struct body_step inner = {step, {NULL, 0}, 0};
        for (; problem_json_next_item(&at, &item); inner.index++)
            walk_value(walk, item, &inner);
    }
}

void body_walk(const struct body *body, const struct body_visitor *visitor, struct arena *arena)
{
    struct walk walk = {body, visitor, arena};
    struct body_step root = {NULL, {NULL, 0}, 0};
    walk_value(&walk, body->root, &root);
}

struct text body_pointer(const struct body_step *step, struct arena *arena)
{
    const struct body_step *steps[PROBLEM_JSON_DEPTH + 1];
    size_t depth = 0;
    struct buffer pointer = buffer_create(arena);
    for (; step->up && depth <= PROBLEM_JSON_DEPTH; step = step->up)
        steps[depth++] = step;
    while (depth--) {
        struct text name = steps[depth]->name;
        buffer_byte(&pointer, '/');
        if (name.bytes == NULL)
            buffer_format(&pointer, "%zu", steps[depth]->index);
        for (size_t i = 0; i < name.length; i++)
            if (name.bytes[i] == '~' || name.bytes[i] == '/')
                buffer_string(&pointer, name.bytes[i] == '~' ? "~0" : "~1");
            else
                buffer_byte(&pointer, name.bytes[i]);
    }
    return buffer_contents(&pointer);
}
