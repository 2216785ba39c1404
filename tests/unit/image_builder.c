#include "image_builder.h"

#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------ bytes */

static uint32_t add(struct image_builder *builder, const void *bytes, size_t length)
{
    uint32_t at = (uint32_t)builder->used;
    if (length > sizeof builder->bytes - builder->used)
        abort();
    if (length > 0)
        memcpy(builder->bytes + builder->used, bytes, length);
    builder->used += length;
    return at;
}

static void set_number(unsigned char *at, uint64_t value, unsigned length)
{
    for (unsigned i = 0; i < length; i++)
        at[i] = (unsigned char)(value >> 8 * i);
}

static uint32_t add_number(struct image_builder *builder, uint64_t value, unsigned length)
{
    unsigned char bytes[8];
    set_number(bytes, value, length);
    return add(builder, bytes, length);
}

static uint32_t add_text(struct image_builder *builder, const char *text)
{
    uint32_t at = add_number(builder, strlen(text), 2);
    add(builder, text, strlen(text) + 1);
    return at;
}

static uint32_t add_optional_text(struct image_builder *builder, const char *text)
{
    return text != NULL ? add_text(builder, text) : 0;
}

void image_start(struct image_builder *builder, const char *name, const char *base)
{
    memset(builder, 0, sizeof *builder);
    builder->used = PROBLEM_HEAD_LENGTH + 1; /* one more, so that nothing is aligned */
    builder->name = name;
    builder->base = base;
}

/* ------------------------------------------------------------------ shapes */

static uint32_t add_shape(struct image_builder *builder, enum problem_value_type type,
                          unsigned string, unsigned max)
{
    uint32_t at = add_number(builder, type, 1);
    add_number(builder, string, 1);
    add_number(builder, max, 2);
    return at;
}

uint32_t shape_integer(struct image_builder *builder, int64_t minimum, int64_t maximum, bool string)
{
    uint32_t at = add_shape(builder, PROBLEM_INTEGER, string, 0);
    add_number(builder, (uint64_t)minimum, 8);
    add_number(builder, (uint64_t)maximum, 8);
    return at;
}

uint32_t shape_decimal(struct image_builder *builder, unsigned minimum, unsigned maximum,
                       bool string)
{
    uint32_t at = add_shape(builder, PROBLEM_DECIMAL, string, 0);
    add_number(builder, minimum, 1);
    add_number(builder, maximum, 1);
    return at;
}

uint32_t shape_plain(struct image_builder *builder, enum problem_value_type type)
{
    return add_shape(builder, type, 0, 0);
}

uint32_t shape_enum(struct image_builder *builder, const char *const *values, unsigned count)
{
    uint32_t texts[64];
    for (unsigned i = 0; i < count; i++)
        texts[i] = add_text(builder, values[i]);
    uint32_t at = add_shape(builder, PROBLEM_ENUM, 0, count);
    for (unsigned i = 0; i < count; i++)
        add_number(builder, texts[i], 4);
    return at;
}

uint32_t shape_string(struct image_builder *builder, enum problem_string kind, unsigned max)
{
    return add_shape(builder, PROBLEM_STRING, kind, max);
}

uint32_t shape_pattern(struct image_builder *builder, unsigned max, const unsigned char *automaton,
                       size_t length)
{
    uint32_t pattern = add(builder, automaton, length);
    uint32_t at = add_shape(builder, PROBLEM_STRING, PROBLEM_STRING_PATTERN, max);
    add_number(builder, pattern, 4);
    return at;
}

uint32_t shape_time(struct image_builder *builder, unsigned digits)
{
    uint32_t at = add_shape(builder, PROBLEM_TIME, 0, 0);
    add_number(builder, digits, 1);
    return at;
}

uint32_t shape_list(struct image_builder *builder, uint32_t of, unsigned max)
{
    uint32_t at = add_shape(builder, PROBLEM_LIST, 0, max);
    add_number(builder, of, 4);
    return at;
}

uint32_t shape_json(struct image_builder *builder, const char *json)
{
    uint32_t text = add_text(builder, json);
    uint32_t at = add_shape(builder, PROBLEM_JSON, 0, 0);
    add_number(builder, text, 4);
    return at;
}

/* ------------------------------------------------------------------ programs and members */

/* As problem_tables.h has it, with pieces for what is a literal, or an id and a literal behind it.
 */
static bool is_literal(const struct built_step *step)
{
    return step->kind == PROBLEM_STEP_LITERAL || step->kind == PROBLEM_STEP_DETAIL;
}

/* Whether the step is its piece's last. */
static bool ends_piece(const struct built_step *steps, size_t count, size_t i)
{
    return i + 1 == count || steps[i].kind == PROBLEM_STEP_ID;
}

static size_t count_pieces(const struct built_step *steps, size_t count)
{
    size_t ids = 0;
    for (size_t i = 0; i < count; i++) {
        if (!is_literal(&steps[i]) && steps[i].kind != PROBLEM_STEP_ID)
            return 0;
        ids += steps[i].kind == PROBLEM_STEP_ID;
    }
    return count == 0 || ids > 1 || !is_literal(&steps[count - 1]) ? 0 : ids + 1;
}

static size_t literals_length(const struct built_step *steps, size_t count)
{
    size_t length = 0;
    for (size_t i = 0; i < count; i++)
        length += strlen(steps[i].literal);
    return length;
}

/* Of each length. */
static unsigned length_bytes(const struct built_step *steps, size_t count)
{
    return count_pieces(steps, count) > 0 || literals_length(steps, count) > 255 ? 2 : 1;
}

static uint32_t add_form(struct image_builder *builder, const struct built_step *steps,
                         size_t count)
{
    size_t pieces = count_pieces(steps, count);
    uint32_t at = add_number(builder, count, 2);
    add_number(builder, pieces, 2);
    add_number(builder, PROBLEM_OPENING_NONE, 1);
    add_number(builder, 0, 1);
    add_number(builder, pieces > 0, 1); /* FIXED */
    add_number(builder, length_bytes(steps, count), 1);
    add_number(builder, (pieces > 1 ? PROBLEM_OCCURRENCE_SIZE - 1 : 0), 4);
    add_number(builder, 0, 8);
    for (size_t i = 0; i < count && pieces > 0; i++) {
        if (!ends_piece(steps, count, i))
            continue;
        bool id = steps[i].kind == PROBLEM_STEP_ID;
        add_number(builder, id ? PROBLEM_STEP_ID : PROBLEM_STEP_LITERAL, 1);
        add_number(builder, 0, 1);
    }
    for (size_t i = 0; i < count; i++) {
        bool last = pieces > 0 && ends_piece(steps, count, i);
        add_number(builder, steps[i].kind | (last ? PROBLEM_STEP_LAST : 0), 1);
        add_number(builder, steps[i].argument, 1);
    }
    return at;
}

static void add_program_text(struct image_builder *builder, const struct built_step *steps,
                             size_t count)
{
    for (size_t i = 0; i < count; i++)
        add(builder, steps[i].literal, strlen(steps[i].literal));
    add(builder, "", 1);
    size_t length = 0, pieces = count_pieces(steps, count);
    for (size_t i = 0; i < count && pieces > 0; i++) {
        length += strlen(steps[i].literal);
        if (!ends_piece(steps, count, i))
            continue;
        add_number(builder, length, length_bytes(steps, count));
        length = 0;
    }
    for (size_t i = 0; i < count; i++)
        if (pieces == 0 || !ends_piece(steps, count, i))
            add_number(builder, strlen(steps[i].literal), length_bytes(steps, count));
}

static uint32_t add_program(struct image_builder *builder, const struct built_step *steps,
                            size_t count)
{
    uint32_t form = add_form(builder, steps, count);
    uint32_t at = add_number(builder, form, 4);
    add_number(builder, literals_length(steps, count), 4);
    add_program_text(builder, steps, count);
    return at;
}

static void add_members(struct image_builder *builder, const struct built_member *members,
                        size_t count)
{
    for (size_t i = 0; i < count; i++) {
        add_number(builder, members[i].shape, 4);
        add_number(builder, members[i].audience, 1);
        add_number(builder, members[i].optional, 1);
    }
}

static void add_names(struct image_builder *builder, const struct built_member *members,
                      uint32_t *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        names[i] = add_text(builder, members[i].name);
}

/* Right before a record, the last one first. */
static void place_names(struct image_builder *builder, const uint32_t *names, size_t count)
{
    for (size_t i = count; i > 0; i--)
        add_number(builder, names[i - 1], 4);
}

uint32_t image_rule_add(struct image_builder *builder, const char *name,
                        const struct built_member *members, size_t member_count,
                        const struct built_step *detail, size_t detail_count)
{
    uint32_t names[PROBLEM_MEMBERS_MAX + 8] = {0};
    uint32_t rule_name = add_text(builder, name);
    uint32_t program = add_program(builder, detail, detail_count);
    add_names(builder, members, names, member_count);
    place_names(builder, names, member_count);
    builder->rules[builder->rule_count] = add_number(builder, rule_name, 4);
    add_number(builder, program, 4);
    add_number(builder, member_count, 1);
    add_members(builder, members, member_count);
    return builder->rule_count++;
}

/* ------------------------------------------------------------------ problems */

static uint32_t add_headers(struct image_builder *builder, const struct built_header *headers,
                            size_t count)
{
    uint32_t names[64], programs[64];
    for (size_t i = 0; i < count; i++) {
        names[i] = add_text(builder, headers[i].name);
        programs[i] = add_program(builder, headers[i].steps, headers[i].step_count);
    }
    uint32_t at = (uint32_t)builder->used;
    for (size_t i = 0; i < count; i++) {
        add_number(builder, names[i], 4);
        add_number(builder, programs[i], 4);
        add_number(builder, headers[i].duty, 1);
    }
    return at;
}

static uint32_t add_violations(struct image_builder *builder, const struct built_violations *how)
{
    if (how == NULL)
        return 0;
    const char *const keys[] = {how->pointer, how->parameter, how->header,
                                how->detail,  how->rule,      how->omitted};
    uint32_t texts[COUNT(keys)];
    for (size_t i = 0; i < COUNT(keys); i++)
        texts[i] = add_optional_text(builder, keys[i]);
    uint32_t at = add_number(builder, how->max, 2);
    add_number(builder, how->style, 1);
    add_number(builder, how->rule_bytes, 1);
    for (size_t i = 0; i < COUNT(keys); i++)
        add_number(builder, texts[i], 4);
    for (size_t i = 0; i < 5; i++)
        add_number(builder, 0, 4); /* no ITEMS: each is written key by key */
    add(builder, how->rules, how->rule_bytes);
    return at;
}

static uint32_t add_profile(struct image_builder *builder, const struct built_problem *problem)
{
    unsigned char profile[PROBLEM_PROFILE_LENGTH] = {0};
    size_t entries = problem->member_count + problem->constant_count;
    uint32_t members = (uint32_t)builder->used;
    add_members(builder, problem->members, entries);
    uint32_t order = (uint32_t)builder->used;
    for (size_t i = 0; i < entries; i++)
        add_number(builder, problem->order != NULL ? problem->order[i] : i, 1);

    set_number(profile + PROBLEM_PROFILE_STATUS, (uint64_t)problem->status, 2);
    set_number(profile + PROBLEM_PROFILE_RETRY, problem->retry, 1);
    set_number(profile + PROBLEM_PROFILE_LOG, problem->log, 1);
    set_number(profile + PROBLEM_PROFILE_CONCEAL, problem->conceal, 4);
    set_number(profile + PROBLEM_PROFILE_MEMBER_COUNT, problem->member_count, 1);
    set_number(profile + PROBLEM_PROFILE_CONSTANT_COUNT, problem->constant_count, 1);
    set_number(profile + PROBLEM_PROFILE_HEADER_COUNT, problem->header_count, 1);
    set_number(profile + PROBLEM_PROFILE_DETAIL_NEEDS, problem->needs, 8);
    set_number(profile + PROBLEM_PROFILE_DETAIL_NAMES, problem->names, 8);
    set_number(profile + PROBLEM_PROFILE_MEMBERS, members, 4);
    set_number(profile + PROBLEM_PROFILE_ORDER, order, 4);
    set_number(profile + PROBLEM_PROFILE_BODY,
               add_form(builder, problem->body, problem->body_count), 4);
    set_number(profile + PROBLEM_PROFILE_HEADERS,
               add_headers(builder, problem->headers, problem->header_count), 4);
    set_number(profile + PROBLEM_PROFILE_VIOLATIONS, add_violations(builder, problem->violations),
               4);
    set_number(profile + PROBLEM_PROFILE_TYPE, add_optional_text(builder, problem->type), 4);
    set_number(profile + PROBLEM_PROFILE_OWNER, add_optional_text(builder, problem->owner), 4);
    set_number(profile + PROBLEM_PROFILE_RUNBOOK, add_optional_text(builder, problem->runbook), 4);
    return add(builder, profile, sizeof profile);
}

uint32_t image_problem(struct image_builder *builder, const struct built_problem *problem)
{
    uint32_t names[PROBLEM_MEMBERS_MAX + 8] = {0};
    size_t entries = problem->member_count + problem->constant_count;
    add_names(builder, problem->members, names, entries);
    uint32_t profile = add_profile(builder, problem);
    place_names(builder, names, entries);
    builder->problems[builder->problem_count] = add_number(builder, problem->number, 4);
    add_number(builder, profile, 4);
    add_number(builder, strlen(problem->code), 1);
    add_number(builder, 1, 1);
    add_number(builder, strlen(problem->title), 2);
    add_number(builder, literals_length(problem->body, problem->body_count), 4);
    add_number(builder, PROBLEM_RECORD_CODE + strlen(problem->code) + strlen(problem->title) + 2,
               2);
    add(builder, problem->code, strlen(problem->code) + 1);
    add(builder, problem->title, strlen(problem->title) + 1);
    add_program_text(builder, problem->body, problem->body_count);
    return builder->problem_count++;
}

/* ------------------------------------------------------------------ lookups and the head */

struct lookup_entry {
    const void *key;
    size_t length;
    uint32_t index;
};

/* Two buckets; pilots by trial. */
static uint32_t add_lookup(struct image_builder *builder, const struct lookup_entry *entries,
                           size_t count)
{
    enum { BUCKETS = 2, SLOTS = 256 };
    uint32_t slots[SLOTS];
    unsigned char checks[SLOTS] = {0};
    uint16_t pilots[BUCKETS] = {0};
    const uint64_t seed = 42;
    memset(slots, 0xff, sizeof slots);
    for (uint32_t bucket = 0; bucket < BUCKETS; bucket++) {
        for (uint32_t pilot = 0, placed = 0; !placed; pilot++) {
            uint32_t trial[SLOTS];
            if (pilot > UINT16_MAX)
                abort();
            memcpy(trial, slots, sizeof trial);
            placed = 1;
            for (size_t i = 0; i < count && placed; i++) {
                uint64_t hash = problem_hash(entries[i].key, entries[i].length, seed);
                if (problem_bucket(hash, BUCKETS) != bucket)
                    continue;
                uint32_t slot = problem_slot(hash, (uint16_t)pilot, SLOTS);
                placed = trial[slot] == UINT32_MAX;
                if (placed) {
                    trial[slot] = entries[i].index;
                    checks[slot] = (unsigned char)hash;
                }
            }
            if (placed) {
                memcpy(slots, trial, sizeof slots);
                pilots[bucket] = (uint16_t)pilot;
            }
        }
    }
    uint32_t at = add_number(builder, seed, 8);
    add_number(builder, SLOTS, 4);
    add_number(builder, BUCKETS, 4);
    add_number(builder, UINT32_MAX, 4);
    for (size_t i = 0; i < BUCKETS; i++)
        add_number(builder, pilots[i], 2);
    for (size_t i = 0; i < SLOTS; i++) {
        add_number(builder, slots[i] != UINT32_MAX ? slots[i] : entries[0].index, 4);
        add_number(builder, checks[i], 1);
    }
    return at;
}

static uint32_t number_at(const struct image_builder *builder, uint32_t at)
{
    const unsigned char *bytes = builder->bytes + at;
    return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

static struct lookup_entry text_entry(const struct image_builder *builder, uint32_t text,
                                      uint32_t index)
{
    const unsigned char *at = builder->bytes + text;
    struct lookup_entry entry = {at + 2, (size_t)(at[0] | at[1] << 8), index};
    return entry;
}

static void add_lookups(struct image_builder *builder)
{
    struct lookup_entry codes[IMAGE_PROBLEMS] = {0}, types[IMAGE_PROBLEMS] = {0},
                        numbers[IMAGE_PROBLEMS] = {0};
    uint32_t type_count = 0, count = builder->problem_count;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t record = builder->problems[i];
        uint32_t profile = number_at(builder, record + PROBLEM_RECORD_PROFILE);
        uint32_t type = number_at(builder, profile + PROBLEM_PROFILE_TYPE);
        const unsigned char *at = builder->bytes + record;
        codes[i] =
            (struct lookup_entry){at + PROBLEM_RECORD_CODE, at[PROBLEM_RECORD_CODE_LENGTH], record};
        numbers[i] =
            (struct lookup_entry){builder->bytes + record + PROBLEM_RECORD_NUMBER, 4, record};
        if (type != 0)
            types[type_count++] = text_entry(builder, type, record);
    }
    unsigned char *head = builder->bytes;
    set_number(head + PROBLEM_HEAD_CODES, add_lookup(builder, codes, count), 4);
    if (type_count > 0)
        set_number(head + PROBLEM_HEAD_TYPES, add_lookup(builder, types, type_count), 4);
    if (builder->numbers_by_lookup) {
        set_number(head + PROBLEM_HEAD_NUMBERS, add_lookup(builder, numbers, count), 4);
        set_number(head + PROBLEM_HEAD_NUMBERS_FORM, PROBLEM_NUMBERS_HASHED, 1);
    }
}

static size_t response_max(const struct problem_registry *registry, uint32_t problems)
{
    size_t max = 0;
    for (uint32_t i = 0; i < problems; i++) {
        size_t size = problem_body_max(registry, i) + problem_headers_max(registry, i);
        max = size > max ? size : max;
    }
    return max;
}

const struct problem_registry *image_finish(struct image_builder *builder)
{
    unsigned char *head = builder->bytes;
    add_lookups(builder);
    set_number(head + PROBLEM_HEAD_PROBLEMS, builder->used, 4);
    for (uint32_t i = 0; i < builder->problem_count; i++)
        add_number(builder, builder->problems[i], 4);
    set_number(head + PROBLEM_HEAD_RULES, builder->used, 4);
    for (uint32_t i = 0; i < builder->rule_count; i++)
        add_number(builder, builder->rules[i], 4);

    memcpy(head + PROBLEM_HEAD_MAGIC, "problem", 8);
    set_number(head + PROBLEM_HEAD_ABI, PROBLEM_ABI, 4);
    set_number(head + PROBLEM_HEAD_NAME, add_text(builder, builder->name), 4);
    set_number(head + PROBLEM_HEAD_BASE, add_text(builder, builder->base), 4);
    set_number(head + PROBLEM_HEAD_COUNT, builder->problem_count, 4);
    set_number(head + PROBLEM_HEAD_FALLBACK, builder->fallback, 4);
    set_number(head + PROBLEM_HEAD_RULE_COUNT, builder->rule_count, 2);
    set_number(head + PROBLEM_HEAD_OWN_MEMBERS, builder->own_members, 1);
    add(builder, "0123456789abcdef0123456789abcde", 32); /* may be read behind the last text */
    set_number(head + PROBLEM_HEAD_SIZE, builder->used, 4);

    unsigned char *image = malloc(builder->used);
    if (image == NULL)
        abort();
    memcpy(image, builder->bytes, builder->used);
    const struct problem_registry *registry = (const struct problem_registry *)image;
    for (uint32_t i = 0; i < builder->problem_count; i++)
        set_number(image + number_at(builder, builder->problems[i] + PROBLEM_RECORD_PROFILE) +
                       PROBLEM_PROFILE_LOG_ROOM,
                   problem_log_values_max(registry, i), 4);
    set_number(image + PROBLEM_HEAD_RESPONSE_MAX, response_max(registry, builder->problem_count),
               4);
    return registry;
}

void image_free(const struct problem_registry *registry)
{
    free((void *)(uintptr_t)registry);
}
