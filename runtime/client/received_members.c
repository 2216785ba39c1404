/*
 * Members by name, one after the other, and as they came.
 */
#include "received.h"

static const unsigned char *member_at(const struct problem_received *received, unsigned ordinal)
{
    const unsigned char *image = image_of(received->registry);
    return image + image_u32(received_profile(received) + PROBLEM_PROFILE_MEMBERS) +
           PROBLEM_MEMBER_LENGTH * (size_t)ordinal;
}

static const char *name_of(const struct problem_received *received, unsigned ordinal)
{
    return member_name(image_of(received->registry), received->record, ordinal).bytes;
}

static bool read_member(const struct problem_received *received, unsigned ordinal,
                        struct problem_received_value *value)
{
    const char *at = received->members[ordinal];
    return at != NULL &&
           problem_receive_value(received, image_shape(member_at(received, ordinal)), at, value);
}

bool problem_received_next_member(const struct problem_received *received, size_t *position,
                                  struct problem_received_member *member)
{
    if (received->record == NULL)
        return false;
    const unsigned char *profile = received_profile(received);
    const unsigned char *order =
        image_of(received->registry) + image_u32(profile + PROBLEM_PROFILE_ORDER);
    unsigned count = profile[PROBLEM_PROFILE_MEMBER_COUNT];
    while (*position < count + (size_t)profile[PROBLEM_PROFILE_CONSTANT_COUNT]) {
        unsigned entry = order[(*position)++];
        if (entry < count && read_member(received, entry, &member->value)) {
            member->name = name_of(received, entry);
            return true;
        }
    }
    return false;
}

bool problem_received_next_item(const struct problem_received *received,
                                const struct problem_received_value *list, size_t *position,
                                struct problem_received_value *item)
{
    if (list->type != PROBLEM_LIST)
        return false;
    const char *at = list->as.list.items + *position, *value;
    if (!problem_json_next_item(&at, &value))
        return false;
    *position = (size_t)(at - list->as.list.items);
    return problem_receive_value(received, list->as.list.shape, value, item);
}

bool problem_received_next_raw(const struct problem_received *received, size_t *position,
                               struct problem_raw_member *member)
{
    struct json json = received_json(received);
    if (json.length == 0)
        return false;
    const char *at = json.bytes + *position, *name, *value;
    if (!problem_json_next_member(&at, &name, &value))
        return false;
    *position = (size_t)(at - json.bytes);
    member->name = problem_json_text(&json, name);
    member->json = problem_json_span(value);
    return true;
}

/* ------------------------------------------------------------------ by name */

bool problem_received_find(const struct problem_received *received, const char *name,
                           struct problem_received_value *value)
{
    struct problem_received_value read;
    if (received->record == NULL || name == NULL)
        return false;
    unsigned count = received_profile(received)[PROBLEM_PROFILE_MEMBER_COUNT], ordinal = 0;
    while (ordinal < count && strcmp(name_of(received, ordinal), name) != 0)
        ordinal++;
    if (ordinal == count || !read_member(received, ordinal, &read))
        return false;
    *value = read;
    return true;
}

static bool find_member(const struct problem_received *received, const char *name,
                        enum problem_value_type type, struct problem_received_value *value)
{
    return problem_received_find(received, name, value) && value->type == type;
}

#define GETTER(name_, type_, kind, field)                                                          \
    bool name_(const struct problem_received *received, const char *name, type_ *value)            \
    {                                                                                              \
        struct problem_received_value found;                                                       \
        if (!find_member(received, name, kind, &found))                                            \
            return false;                                                                          \
        *value = found.field;                                                                      \
        return true;                                                                               \
    }

GETTER(problem_received_integer, int64_t, PROBLEM_INTEGER, as.integer)
GETTER(problem_received_decimal, struct problem_decimal, PROBLEM_DECIMAL, as.decimal)
GETTER(problem_received_number, double, PROBLEM_NUMBER, as.number)
GETTER(problem_received_boolean, bool, PROBLEM_BOOLEAN, as.boolean)
GETTER(problem_received_enum, int, PROBLEM_ENUM, enumerator)
GETTER(problem_received_string, struct problem_text, PROBLEM_STRING, as.string)
GETTER(problem_received_time, struct problem_time, PROBLEM_TIME, as.time)
GETTER(problem_received_date, int64_t, PROBLEM_DATE, as.integer)
