/*
 * Where things of a known problem are in the body: one pass, in which the last member of a name
 * wins.
 */
#include "received.h"

#include "../src/program.h"
#include "../src/syntax.h"

bool problem_key_is(const char *key, size_t length, struct problem_text name)
{
    char decoded[64]; /* what the compiler takes as a name is no longer */
    struct writer writer = {decoded, sizeof decoded, 0};
    const char *begin = memchr(key, '"', length);
    problem_write_unescaped(&writer, begin, (size_t)(key + length - 1 - begin));
    return writer.used <= sizeof decoded && text_equals(name, decoded, writer.used);
}

/* The first step of this kind in the body of a problem; false: it has none. */
static bool find_step(const unsigned char *image, const unsigned char *record, unsigned kind,
                      struct step *step)
{
    struct steps steps = program_steps(program_of(image, record, record_profile(image, record)));
    while (steps_next(&steps, step)) {
        if (step->kind == kind)
            return true;
    }
    return false;
}

/* ------------------------------------------------------------------ members */

/* The ordinal of the public member with this name, or the count of members. */
static unsigned ordinal_of(const unsigned char *image, const unsigned char *record,
                           struct problem_text name)
{
    const unsigned char *profile = record_profile(image, record);
    const unsigned char *member = image + image_u32(profile + PROBLEM_PROFILE_MEMBERS);
    unsigned count = profile[PROBLEM_PROFILE_MEMBER_COUNT], ordinal = 0;
    for (; ordinal < count; ordinal++, member += PROBLEM_MEMBER_LENGTH) {
        struct image_text own = member_name(image, record, ordinal);
        if (member[PROBLEM_MEMBER_AUDIENCE] == PROBLEM_PUBLIC &&
            text_equals(name, own.bytes, own.length))
            break;
    }
    return ordinal;
}

/* Where the field errors of the problem are written; NULL: it has none. */
static const unsigned char *violations_of(const unsigned char *image, const unsigned char *record,
                                          struct step *step)
{
    uint32_t how = image_u32(record_profile(image, record) + PROBLEM_PROFILE_VIOLATIONS);
    return how != 0 && find_step(image, record, PROBLEM_STEP_VIOLATIONS, step) ? image + how : NULL;
}

static bool is_omitted(const unsigned char *image, const unsigned char *how,
                       struct problem_text name)
{
    if (image_u32(how + PROBLEM_VIOLATIONS_OMITTED) == 0)
        return false;
    struct image_text key = image_text(image, how + PROBLEM_VIOLATIONS_OMITTED);
    return problem_key_is(key.bytes, key.length, name);
}

void problem_locate_members(struct problem_received *received)
{
    const unsigned char *image = image_of(received->registry), *record = received->record;
    struct json json = received_json(received);
    struct step step;
    const unsigned char *how = violations_of(image, record, &step);
    const char *at = json.bytes, *name, *value;
    while (problem_json_next_member(&at, &name, &value)) {
        struct problem_text text = problem_json_text(&json, name);
        unsigned ordinal = ordinal_of(image, record, text);
        if (ordinal < record_profile(image, record)[PROBLEM_PROFILE_MEMBER_COUNT])
            received->members[ordinal] = value;
        else if (how != NULL && problem_key_is(step.literal, step.length, text))
            received->violations = value;
        else if (how != NULL && is_omitted(image, how, text))
            received->omitted = value;
    }
}

/* ------------------------------------------------------------------ the occurrence */

/* A UUID at the front of what is left of a text. */
static struct problem_text uuid_at(struct problem_text text, size_t begin)
{
    const size_t length = PROBLEM_OCCURRENCE_SIZE - 1;
    struct problem_text uuid = {NULL, 0};
    if (text.length < begin + length || !problem_is_uuid(text.bytes + begin, length))
        return uuid;
    uuid.bytes = text.bytes + begin;
    uuid.length = length;
    return uuid;
}

/* Behind what the registry writes before it: the text up to there is
 * `,"instance":"https://api.example.com/occurrences/`, and a URI has no quotes. */
static struct problem_text occurrence_in(const struct step *step, struct problem_text instance)
{
    struct problem_text none = {NULL, 0};
    size_t begin = step->length;
    while (step->literal[begin - 1] != '"')
        begin--;
    size_t length = step->length - begin;
    if (instance.length < length || memcmp(instance.bytes, step->literal + begin, length) != 0)
        return none;
    return uuid_at(instance, length);
}

/* RFC 8141: scheme and namespace are in any case. */
static bool is_urn(struct problem_text text)
{
    static const char urn[] = "urn:uuid:";
    if (text.length != sizeof urn - 1 + PROBLEM_OCCURRENCE_SIZE - 1)
        return false;
    for (size_t i = 0; i < sizeof urn - 1; i++) {
        bool upper = text.bytes[i] >= 'A' && text.bytes[i] <= 'Z';
        if ((upper ? text.bytes[i] + ('a' - 'A') : text.bytes[i]) != urn[i])
            return false;
    }
    return true;
}

struct problem_text problem_occurrence_of(const unsigned char *image, const unsigned char *record,
                                          struct problem_text instance)
{
    struct problem_text none = {NULL, 0};
    struct step step;
    if (is_urn(instance))
        return uuid_at(instance, sizeof "urn:uuid:" - 1);
    if (instance.bytes == NULL || record == NULL ||
        !find_step(image, record, PROBLEM_STEP_ID, &step))
        return none;
    return occurrence_in(&step, instance);
}
