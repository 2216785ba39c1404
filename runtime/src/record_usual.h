/*
 * What most records are made of, put by pointer. A function that returns NULL has left it to a
 * general one, see record.h.
 */
#ifndef PROBLEM_RECORD_USUAL_H
#define PROBLEM_RECORD_USUAL_H

#include "pieces.h"
#include "record.h"

/* ------------------------------------------------------------------ the request */

enum { PATH_MAXIMUM = 1024 };

/* Methods are an open set on the wire and a closed one in a log (semantic conventions, HTTP). */
#define METHOD_FIELD(name) ",\"http.request.method\":\"" name "\""
#define METHOD(name)                                                                               \
    {                                                                                              \
        name, METHOD_FIELD(name), sizeof METHOD_FIELD(name) - 1                                    \
    }
static const struct method {
    char name[8];
    char field[32]; /* copied with what is behind it, FIELD_SLACK at most */
    size_t length;
} known_methods[] = {
    METHOD("GET"),  METHOD("POST"),    METHOD("PUT"),     METHOD("PATCH"), METHOD("DELETE"),
    METHOD("HEAD"), METHOD("OPTIONS"), METHOD("CONNECT"), METHOD("TRACE"), METHOD("QUERY"),
};

static inline bool is_same(const char *text, const char *other)
{
    for (; *text == *other; text++, other++) {
        if (*text == '\0')
            return true;
    }
    return false;
}

/* NULL: none of these. They have three letters or more, so that four bytes can be compared at once,
 * and few are left then. */
static inline const struct method *known_method(const char *method)
{
    if (method[0] == '\0' || method[1] == '\0' || method[2] == '\0')
        return NULL;
    for (size_t i = 0; i < sizeof known_methods / sizeof known_methods[0]; i++) {
        const char *name = known_methods[i].name;
        if (memcmp(method, name, 4) == 0 && (name[3] == '\0' || is_same(method + 4, name + 4)))
            return &known_methods[i];
    }
    return NULL;
}

INLINE char *put_method(char *to, const char *end, const char *method)
{
    const struct method *known = known_method(method);
    if (known == NULL || known->length > (size_t)(end - to))
        return NULL;
    memcpy(to, known->field, sizeof known->field);
    return to + known->length;
}

/* A path that needs no escape, and for which there is room even with its query. */
INLINE char *put_path(char *to, const char *end, const char *path)
{
    static const char key[] = ",\"url.path\":\"";
    if (path[0] != '/')
        return NULL;
    size_t length = text_length(path, PATH_MAXIMUM);
    if (sizeof key + length > (size_t)(end - to))
        return NULL;
    to = put_bytes(to, key, sizeof key - 1);
    size_t plain = scan_copy(SCAN_PATH, to, path, length);
    bool ends = plain < length ? path[plain] == '?' || path[plain] == '#' : length <= PATH_MAXIMUM;
    if (!ends)
        return NULL;
    to[plain] = '"';
    return to + plain + 1;
}

/* ------------------------------------------------------------------ where it was raised */

/* Room for the keys of a place, and for any line. */
enum { PLACE_ROOM = 80 + PROBLEM_DECIMAL_MAX };

/* A place that needs no escape. */
INLINE char *put_place(char *to, const char *end, const struct problem *problem)
{
    const char *file = problem->file, *function = problem->function;
    if (file == NULL || function == NULL || problem->line < 0)
        return NULL;
    size_t length = strlen(file), function_length = strlen(function);
    if (length + function_length + PLACE_ROOM > (size_t)(end - to))
        return NULL;
    to = put_literal(to, ",\"code.file.path\":\"");
    to = put_plain_text(to, file, length);
    if (to == NULL)
        return NULL;
    to = put_literal(to, ",\"code.line.number\":");
    to = put_digits(to, (uint64_t)problem->line);
    to = put_literal(to, ",\"code.function.name\":\"");
    return put_plain_text(to, function, function_length);
}

/* ------------------------------------------------------------------ members */

/* Room for a key without the name, and for any number behind it. */
enum { MEMBER_ROOM = 48 + PROBLEM_DECIMAL_MAX };

/* Whose members they are: the log tells those of the problem from those of a field error. */
enum owner { OF_PROBLEM, OF_VIOLATION };

/* The key: a prefix and the member's name, which has no byte that needs an escape. */
INLINE char *put_key(char *to, struct image_text name, enum owner owner)
{
    if (owner == OF_PROBLEM)
        to = put_literal(to, ",\"problem.member.");
    else
        to = put_literal(to, ",\"member.");
    to = put_image_text(to, name.bytes, name.length);
    return put_literal(to, "\":");
}

/* Returns where the value goes, NULL where there is not room enough for any number. */
INLINE char *open_member(struct fields *fields, const struct scope *scope, unsigned entry,
                         enum owner owner)
{
    struct image_text name = scope_name(scope, entry);
    bool fits = field_fits(fields, name.length + MEMBER_ROOM);
    return fits ? put_key(fields->to, name, owner) : NULL;
}

/* A text in quotes that needs no escape. */
INLINE char *put_plain_string(char *to, const char *end, const unsigned char *at)
{
    struct image_text text = read_stored_text(at);
    if (!stored_is_plain(at) || text.length + 2 > (size_t)(end - to))
        return NULL;
    *to = '"';
    to = put_run(to + 1, text.bytes, text.length);
    *to = '"';
    return to + 1;
}

/* Most values are numbers, or texts. */
INLINE void add_member(struct fields *fields, const struct scope *scope, unsigned ordinal,
                       enum owner owner)
{
    const unsigned char *shape = scope_shape(scope, ordinal);
    char *to = open_member(fields, scope, ordinal, owner), *end = NULL;
    if (to == NULL)
        return;
    if (is_stored_text(shape))
        end = is_json_string(shape) ? put_plain_string(to, fields->end, scope_value(scope, ordinal))
                                    : put_stored_text(to, scope_value(scope, ordinal));
    if (end != NULL)
        fields->to = end;
    else
        *fields = problem_record_value(*fields, to, scope, ordinal);
}

INLINE void add_members(struct fields *fields, const struct scope *scope, enum owner owner)
{
    for (unsigned i = 0; i < scope->count; i++) {
        if (scope_has(scope, i))
            add_member(fields, scope, i, owner);
    }
}

/* `scope` has all of the problem's members. */
INLINE void add_all_members(struct fields *fields, const struct problem *problem,
                            const struct scope *scope)
{
    const unsigned char *profile = record_profile(scope->image, scope->record);
    add_members(fields, scope, OF_PROBLEM);
    if (problem->raised != 0 && profile[PROBLEM_PROFILE_CONSTANT_COUNT] > 0)
        *fields = problem_record_constants(*fields, scope);
    if (scope->misfit != 0)
        *fields = problem_record_misfits(*fields, scope);
}

#endif
