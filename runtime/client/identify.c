/*
 * Which problem of the registry it is (RFC 9457 3.1.1, 4.2.1).
 *
 * A type URI settles it. Problems without one, whose type is about:blank, are told apart by the
 * registry's discriminator: a constant that says each problem's own code, such as 3GPP's `cause`.
 * Where the body has none, the HTTP status will do if one such problem alone answers it.
 */
#include "received.h"

#include "../src/lookup.h"

static bool is_about_blank(const unsigned char *image, const unsigned char *record)
{
    const unsigned char *field = record_profile(image, record) + PROBLEM_PROFILE_TYPE;
    if (image_u32(field) == 0)
        return image_text(image, image + PROBLEM_HEAD_BASE).length == 0;
    return strcmp(image_text(image, field).bytes, "about:blank") == 0;
}

/* The name of the constant that says the problem's own code; `bytes` NULL: it has none. */
static struct image_text discriminator_of(const unsigned char *image, const unsigned char *record)
{
    struct image_text none = {NULL, 0};
    struct image_text code = record_code(record);
    const unsigned char *profile = record_profile(image, record);
    unsigned entry = profile[PROBLEM_PROFILE_MEMBER_COUNT];
    const unsigned char *member = image + image_u32(profile + PROBLEM_PROFILE_MEMBERS) +
                                  PROBLEM_MEMBER_LENGTH * (size_t)entry;
    for (unsigned left = profile[PROBLEM_PROFILE_CONSTANT_COUNT]; left > 0; left--, entry++) {
        const unsigned char *shape = image + image_shape(member);
        struct image_text json = image_text(image, shape + PROBLEM_SHAPE_JSON);
        bool says_code = json.length == code.length + 2 && json.bytes[0] == '"' &&
                         memcmp(json.bytes + 1, code.bytes, code.length) == 0;
        if (says_code && member[PROBLEM_MEMBER_AUDIENCE] == PROBLEM_PUBLIC)
            return member_name(image, record, entry);
        member += PROBLEM_MEMBER_LENGTH;
    }
    return none;
}

/* The body's last member of this name, where that is a string. */
static struct problem_text find_text(const struct problem_received *received,
                                     struct image_text wanted)
{
    struct json json = received_json(received);
    const char *at = json.bytes, *name, *value, *found = NULL;
    while (problem_json_next_member(&at, &name, &value)) {
        if (text_equals(problem_json_text(&json, name), wanted.bytes, wanted.length))
            found = value;
    }
    return problem_json_text(&json, found);
}

/* What the registry has of problems without a type. */
struct blanks {
    const unsigned char *answering; /* the one that answers the status; NULL: none, or several */
    struct image_text discriminator;
};

static struct blanks find_blanks(const unsigned char *image, int status)
{
    struct blanks blanks = {NULL, {NULL, 0}};
    unsigned count = 0;
    for (uint32_t i = 0; i < image_u32(image + PROBLEM_HEAD_COUNT); i++) {
        const unsigned char *record = image_record(image, i);
        const unsigned char *profile = record_profile(image, record);
        if (!is_about_blank(image, record) || image_u32(profile + PROBLEM_PROFILE_CONCEAL) != 0)
            continue;
        if (image_u16(profile + PROBLEM_PROFILE_STATUS) == status) {
            blanks.answering = record;
            count++;
        }
        if (blanks.discriminator.bytes == NULL)
            blanks.discriminator = discriminator_of(image, record);
    }
    if (count != 1)
        blanks.answering = NULL;
    return blanks;
}

static struct identity identify_blank(const struct problem_received *received)
{
    const unsigned char *image = image_of(received->registry);
    struct blanks blanks = find_blanks(image, received->status);
    struct identity identity = {blanks.answering, false};
    if (blanks.discriminator.bytes == NULL)
        return identity;
    struct problem_text code = find_text(received, blanks.discriminator);
    if (code.bytes == NULL)
        return identity;
    /* A code that the registry does not know is not that of the problem with this status. */
    uint32_t number = problem_find_code(received->registry, code.bytes, code.length);
    identity.record = find_number(image, number);
    identity.named = identity.record != NULL && is_about_blank(image, identity.record);
    if (!identity.named)
        identity.record = NULL;
    return identity;
}

struct identity problem_identify(const struct problem_received *received)
{
    struct problem_text type = received->type;
    if (text_equals(type, "about:blank", sizeof "about:blank" - 1))
        return identify_blank(received);
    uint32_t number = problem_find_type(received->registry, type.bytes, type.length);
    struct identity identity = {find_number(image_of(received->registry), number), number != 0};
    return identity;
}
