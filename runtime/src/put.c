/*
 * What generated headers call to raise: values go into struct problem, checked and packed.
 *
 * Members lie at the front of `values`, in the order in which they were set. A field error that is
 * being added lies behind them, finished ones at the back (violation.c).
 */
#include "put.h"
#include "cause.h"
#include "inline.h"
#include "number.h"
#include "room.h"
#include "scope.h"
#include "violation.h"

static bool has(uint64_t set, unsigned ordinal)
{
    return set >> ordinal & 1;
}

static const unsigned char *record_member(const unsigned char *image, const unsigned char *record,
                                          unsigned ordinal)
{
    return image + image_u32(record_profile(image, record) + PROBLEM_PROFILE_MEMBERS) +
           PROBLEM_MEMBER_LENGTH * (size_t)ordinal;
}

/* Takes a member's value out and closes the gap. */
static void remove_value(struct problem *problem, const unsigned char *member, unsigned ordinal)
{
    struct problem_value value;
    const unsigned char *begin = problem->values + problem->offsets[ordinal];
    const unsigned char *end =
        problem_read_value(image_of(problem->registry), image_shape(member), begin, &value);
    uint16_t length = (uint16_t)(end - begin);
    uint16_t hole = problem->offsets[ordinal];

    memmove(problem->values + hole, end, (size_t)(problem->values + problem->values_used - end));
    problem->values_used = (uint16_t)(problem->values_used - length);
    problem->present &= ~((uint64_t)1 << ordinal);
    for (unsigned i = 0; i < PROBLEM_MEMBERS_MAX; i++) {
        if (has(problem->present, i) && problem->offsets[i] > hole)
            problem->offsets[i] = (uint16_t)(problem->offsets[i] - length);
    }
}

/* Keeps the values of the members in `keep` alone. */
static void keep_members(struct problem *problem, uint64_t keep)
{
    problem->misfit &= keep;
    if ((problem->present & keep) == 0) {
        problem->present = 0;
        problem->values_used = 0;
        return;
    }
    struct scope scope = problem_scope(problem, problem_record_of(problem), UINT64_MAX);
    for (unsigned i = 0; i < scope.count; i++) {
        if (has(problem->present & ~keep, i))
            remove_value(problem, scope_member(&scope, i), i);
    }
}

bool problem_adopt(struct problem *problem, const struct problem_registry *registry)
{
    problem->open = 0;
    problem->open_rule = 0;
    if (problem->registry == registry)
        return true;
    if (problem->raised != 0)
        return false;
    problem->registry = registry;
    problem->present = 0;
    problem->misfit = 0;
    problem->values_used = 0;
    problem->violation_count = 0;
    problem->violations_used = 0;
    problem->violations_omitted = 0;
    return true;
}

/* Moves the raise that is being replaced to the earlier ones, the first of which are kept. */
static void remember(struct problem *problem)
{
    if (problem->earlier_count == PROBLEM_EARLIER_MAX) {
        if (problem->earlier_omitted < UINT16_MAX)
            problem->earlier_omitted++;
        return;
    }
    struct problem_earlier *earlier = &problem->earlier[problem->earlier_count++];
    earlier->registry = problem->registry;
    earlier->record = problem->raised;
    earlier->file = problem->file;
    earlier->line = problem->line;
    earlier->function = problem->function;
}

INLINE void set_raised(struct problem *problem, const struct problem_registry *registry,
                       uint32_t index, const char *file, int line, const char *function)
{
    problem->recorded = 0;
    const unsigned char *image = image_of(registry);
    if (index >= image_u32(image + PROBLEM_HEAD_COUNT))
        return;
    problem->raised = image_record_offset(image, index);
    problem->file = file;
    problem->line = line;
    problem->function = function;
}

/* Something has been raised or set before. */
OUTLINE void begin_again(struct problem *problem, const struct problem_registry *registry,
                         uint32_t index, const char *file, int line, const char *function)
{
    if (problem->raised != 0)
        remember(problem);
    if (problem->registry == registry)
        keep_members(problem, image_own_members(image_of(registry)));
    problem->raised = 0;
    problem_adopt(problem, registry);
    set_raised(problem, registry, index, file, line, function);
    if (problem->raised != 0 && problem->violation_count > 0)
        problem_make_room(problem, 0);
}

void problem_begin(struct problem *problem, const struct problem_registry *registry, uint32_t index,
                   const char *file, int line, const char *function)
{
    if (problem == NULL)
        return;
    if (problem->registry != NULL) {
        begin_again(problem, registry, index, file, line, function);
        return;
    }
    problem->registry = registry; /* without one, nothing was set that would have to go */
    set_raised(problem, registry, index, file, line, function);
}

static bool is_raised_as(const struct problem *problem, const unsigned char *image, uint32_t index)
{
    return problem->raised != 0 && index < image_u32(image + PROBLEM_HEAD_COUNT) &&
           problem->raised == image_record_offset(image, index);
}

bool problem_accepts(struct problem *problem, const struct problem_registry *registry,
                     uint32_t index)
{
    if (problem == NULL)
        return false;
    if (index == PROBLEM_ANY)
        return problem_adopt(problem, registry);
    if (problem->registry != registry || !is_raised_as(problem, image_of(registry), index))
        return false;
    return problem_adopt(problem, registry);
}

/* ------------------------------------------------------------------ putting */

/* A value on its way in. */
struct source {
    problem_encoder *encode;
    struct items items;
    bool list;
};

static bool encode(struct writer *writer, const unsigned char *image, const unsigned char *member,
                   const struct source *source)
{
    const unsigned char *shape = image + image_shape(member);
    if (source->list)
        return problem_encode_list(writer, image, shape, source->encode, source->items);
    struct item item = {source->items.at, source->items.size};
    return source->encode(writer, image, shape, item);
}

/* Room for a member between the end of those that are there and the field errors. */
static struct writer free_area(struct problem *problem, const unsigned char *record,
                               const unsigned char *member)
{
    enum problem_audience audience = (enum problem_audience)member[PROBLEM_MEMBER_AUDIENCE];
    struct writer writer = {(char *)problem->values + problem->values_used,
                            problem_room(problem, record, audience), 0};
    return writer;
}

static bool store(struct problem *problem, const unsigned char *record, unsigned ordinal,
                  const struct source *source)
{
    const unsigned char *image = image_of(problem->registry);
    const unsigned char *member = record_member(image, record, ordinal);
    struct writer writer = free_area(problem, record, member);
    if (!encode(&writer, image, member, source))
        return false;
    if (writer.used > writer.size) {
        if (!problem_make_room(problem, writer.used))
            return false;
        writer = free_area(problem, record, member);
        encode(&writer, image, member, source);
    }
    problem->offsets[ordinal] = problem->values_used;
    problem->values_used = (uint16_t)(problem->values_used + writer.used);
    return true;
}

/* The log gets what callers don't: a number, or the beginning of a string. Other types can hardly
 * be wrong. */
static void note_misfit(struct problem *problem, const char *name, const struct source *source)
{
    char digits[PROBLEM_DIGITS_MAX + 2];
    struct writer writer = {digits, sizeof digits, 0};
    if (source->list)
        return;
    if (source->encode == problem_encode_string) {
        const char *text = *(const char *const *)source->items.at;
        const char *shown = text != NULL ? text : "NULL";
        const char *end = memchr(shown, '\0', PROBLEM_MISFIT_SHOWN + 1);
        problem_note_misfit(problem, name, shown,
                            end != NULL ? (size_t)(end - shown) : PROBLEM_MISFIT_SHOWN + 1);
    } else if (source->encode == problem_encode_integer) {
        problem_write_integer(&writer, *(const int64_t *)source->items.at);
        problem_note_misfit(problem, name, digits, writer.used);
    }
}

static void put_member(struct problem *problem, unsigned ordinal, const struct source *source)
{
    const unsigned char *image = image_of(problem->registry);
    const unsigned char *record = problem_record_of(problem);
    unsigned count = problem->raised != 0
                         ? record_profile(image, record)[PROBLEM_PROFILE_MEMBER_COUNT]
                         : image[PROBLEM_HEAD_OWN_MEMBERS];
    if (ordinal >= count)
        return;

    uint64_t bit = (uint64_t)1 << ordinal;
    if (has(problem->present, ordinal))
        remove_value(problem, record_member(image, record, ordinal), ordinal);
    if (store(problem, record, ordinal, source)) {
        problem->present |= bit;
        problem->misfit &= ~bit;
    } else {
        problem->misfit |= bit;
        note_misfit(problem, member_name(image, record, ordinal).bytes, source);
    }
}

/* A field error's values follow each other, each behind a byte that says whose it is. */
static void put_in_violation(struct problem *problem, unsigned ordinal, const struct source *source)
{
    if (problem->open_rule == PROBLEM_RULE_REFUSED)
        return;
    const unsigned char *image = image_of(problem->registry);
    const unsigned char *rule = image_rule(image, problem->open_rule - 1u);
    if (ordinal >= rule[PROBLEM_RULE_MEMBER_COUNT])
        return;

    const unsigned char *member =
        rule + PROBLEM_RULE_MEMBERS + PROBLEM_MEMBER_LENGTH * (size_t)ordinal;
    struct writer writer = problem_open_writer(problem);
    size_t begin = writer.used;
    write_byte(&writer, (char)ordinal);
    if (!encode(&writer, image, member, source)) {
        writer.used = begin;
        write_byte(&writer, (char)(ordinal | PROBLEM_MISFIT));
    }
    problem_open_advance(problem, &writer);
}

static void put(struct problem *problem, unsigned ordinal, struct source source)
{
    if (problem == NULL || problem->registry == NULL)
        return;
    if (problem->open_rule != 0)
        put_in_violation(problem, ordinal, &source);
    else
        put_member(problem, ordinal, &source);
}

void problem_put_item(struct problem *problem, unsigned ordinal, problem_encoder *encoder,
                      const void *value, size_t size)
{
    put(problem, ordinal, (struct source){encoder, {value, size, 1}, false});
}

static void put_list(struct problem *problem, unsigned ordinal, problem_encoder *encoder,
                     const void *items, size_t size, size_t count)
{
    put(problem, ordinal, (struct source){encoder, {items, size, count}, true});
}

void problem_put_number(struct problem *problem, unsigned ordinal, double value)
{
    problem_put_item(problem, ordinal, problem_encode_number, &value, sizeof value);
}

void problem_put_boolean(struct problem *problem, unsigned ordinal, bool value)
{
    problem_put_item(problem, ordinal, problem_encode_boolean, &value, sizeof value);
}

void problem_put_enum(struct problem *problem, unsigned ordinal, int value)
{
    problem_put_item(problem, ordinal, problem_encode_enum, &value, sizeof value);
}

void problem_put_time(struct problem *problem, unsigned ordinal, struct problem_time value)
{
    problem_put_item(problem, ordinal, problem_encode_time, &value, sizeof value);
}

void problem_put_integers(struct problem *problem, unsigned ordinal, const int64_t *items,
                          size_t count)
{
    put_list(problem, ordinal, problem_encode_integer, items, sizeof *items, count);
}

void problem_put_decimals(struct problem *problem, unsigned ordinal,
                          const struct problem_decimal *items, size_t count)
{
    put_list(problem, ordinal, problem_encode_decimal, items, sizeof *items, count);
}

void problem_put_numbers(struct problem *problem, unsigned ordinal, const double *items,
                         size_t count)
{
    put_list(problem, ordinal, problem_encode_number, items, sizeof *items, count);
}

void problem_put_booleans(struct problem *problem, unsigned ordinal, const bool *items,
                          size_t count)
{
    put_list(problem, ordinal, problem_encode_boolean, items, sizeof *items, count);
}

void problem_put_enums(struct problem *problem, unsigned ordinal, const void *items,
                       size_t item_size, size_t count)
{
    put_list(problem, ordinal, problem_encode_enum, items, item_size, count);
}

void problem_put_strings(struct problem *problem, unsigned ordinal, const char *const *items,
                         size_t count)
{
    put_list(problem, ordinal, problem_encode_string, items, sizeof *items, count);
}

void problem_put_times(struct problem *problem, unsigned ordinal, const struct problem_time *items,
                       size_t count)
{
    put_list(problem, ordinal, problem_encode_time, items, sizeof *items, count);
}
