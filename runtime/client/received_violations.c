/*
 * Field errors, under the names that the registry gives them (problem_tables.h, enum
 * problem_violations).
 */
#include "numbers.h"
#include "received.h"

/* What an item can have, in the order in which equal keys are taken. */
static const unsigned char keys[] = {PROBLEM_VIOLATIONS_POINTER, PROBLEM_VIOLATIONS_PARAMETER,
                                     PROBLEM_VIOLATIONS_HEADER, PROBLEM_VIOLATIONS_DETAIL,
                                     PROBLEM_VIOLATIONS_RULE};
enum { KEY_POINTER, KEY_PARAMETER, KEY_HEADER, KEY_DETAIL, KEY_RULE, KEYS };

static const unsigned char *how_of(const struct problem_received *received)
{
    return image_of(received->registry) +
           image_u32(received_profile(received) + PROBLEM_PROFILE_VIOLATIONS);
}

/* Which of the keys it is, or KEYS. */
static unsigned key_of(const unsigned char *image, const unsigned char *how,
                       struct problem_text name)
{
    unsigned i = 0;
    for (; i < KEYS; i++) {
        if (image_u32(how + keys[i]) == 0)
            continue;
        struct image_text key = image_text(image, how + keys[i]);
        if (problem_key_is(key.bytes, key.length, name))
            break;
    }
    return i;
}

static struct problem_text behind(struct problem_text text, size_t length)
{
    text.bytes += length;
    text.length -= length;
    return text;
}

static bool begins(struct problem_text text, const char *with)
{
    size_t length = strlen(with);
    return text.length >= length && memcmp(text.bytes, with, length) == 0;
}

static void set_place(struct problem_received_violation *violation, unsigned kind,
                      struct problem_text place)
{
    violation->kind = (enum problem_where_kind)kind;
    violation->place = place;
}

/* "/items/3", "#/items/3"; where one key is for every place, also "query limit", "{id}", "header
 * If-Match" (TS 29.571 5.2.4.3). */
static void read_pointer(struct problem_received_violation *violation, struct problem_text text)
{
    if (begins(text, "#"))
        text = behind(text, 1);
    if (begins(text, "query "))
        set_place(violation, PROBLEM_WHERE_QUERY, behind(text, sizeof "query " - 1));
    else if (begins(text, "header "))
        set_place(violation, PROBLEM_WHERE_HEADER, behind(text, sizeof "header " - 1));
    else if (text.length >= 2 && text.bytes[0] == '{' && text.bytes[text.length - 1] == '}')
        set_place(violation, PROBLEM_WHERE_PATH,
                  (struct problem_text){text.bytes + 1, text.length - 2});
    else if (text.length == 0 || text.bytes[0] == '/')
        set_place(violation, PROBLEM_WHERE_BODY, text);
    else
        set_place(violation, 0, text);
}

static void read_item(const struct problem_received *received, const char *object,
                      struct problem_received_violation *violation)
{
    const unsigned char *image = image_of(received->registry), *how = how_of(received);
    struct json json = received_json(received);
    const char *at = object, *name, *value, *values[KEYS + 1] = {NULL};
    while (problem_json_next_member(&at, &name, &value))
        values[key_of(image, how, problem_json_text(&json, name))] = value;

    struct problem_text none = {NULL, 0};
    struct problem_text pointer = problem_json_text(&json, values[KEY_POINTER]);
    struct problem_text parameter = problem_json_text(&json, values[KEY_PARAMETER]);
    struct problem_text header = problem_json_text(&json, values[KEY_HEADER]);
    set_place(violation, 0, none);
    if (pointer.bytes != NULL)
        read_pointer(violation, pointer);
    else if (parameter.bytes != NULL)
        set_place(violation, PROBLEM_WHERE_QUERY, parameter);
    else if (header.bytes != NULL)
        set_place(violation, PROBLEM_WHERE_HEADER, header);
    violation->detail = problem_json_text(&json, values[KEY_DETAIL]);
    violation->rule = problem_json_text(&json, values[KEY_RULE]);
}

bool problem_received_next_violation(const struct problem_received *received, size_t *position,
                                     struct problem_received_violation *violation)
{
    const char *array = received->violations;
    if (array == NULL || *array != '[')
        return false;
    const char *at = array + *position, *item;
    bool found = false;
    while (!found && problem_json_next_item(&at, &item))
        found = *item == '{';
    if (!found)
        return false;
    *position = (size_t)(at - array);
    read_item(received, item, violation);
    return true;
}

uint64_t problem_received_violations_omitted(const struct problem_received *received)
{
    const char *at = received->omitted;
    struct problem_decimal count;
    if (at == NULL || *at < '0' || *at > '9' ||
        !problem_read_decimal(problem_json_span(at), 0, 0, &count))
        return 0;
    return (uint64_t)count.units;
}
