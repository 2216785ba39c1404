/*
 * The usual way of setting a member: for the first time, in a problem that has been raised, with
 * more than enough room. The value is then written where it stays, and nothing needs to be moved.
 * What does not come this way, or does not fit, goes the general way (put.c).
 */
#include "inline.h"
#include "put.h"
#include "scan.h"
#include "scope.h"
#include "syntax.h"

/* Where a value goes. */
struct target {
    const unsigned char *image, *shape;
    char *to;
    size_t taken; /* bytes of `values` that are not free */
};

/* False where the member must be set in the general way. All that members for the log may ever
 * take counts as taken, which is simpler than what they don't have yet, and never less. */
INLINE bool find_target(struct problem *problem, unsigned ordinal, struct target *target)
{
    if (problem == NULL || problem->raised == 0 || problem->open_rule != 0)
        return false;
    const unsigned char *image = image_of(problem->registry);
    const unsigned char *profile = record_profile(image, problem_record_of(problem));
    if (ordinal >= profile[PROBLEM_PROFILE_MEMBER_COUNT] ||
        ((problem->present | problem->misfit) >> ordinal & 1) != 0)
        return false;
    target->image = image;
    target->shape = image + image_shape(image + image_u32(profile + PROBLEM_PROFILE_MEMBERS) +
                                        PROBLEM_MEMBER_LENGTH * (size_t)ordinal);
    target->to = (char *)problem->values + problem->values_used;
    target->taken = (size_t)problem->values_used + problem->violations_used +
                    image_u32(profile + PROBLEM_PROFILE_LOG_ROOM);
    return true;
}

/* The member has the value that was written from the target to `end`. */
static void take_value(struct problem *problem, unsigned ordinal, const char *end)
{
    problem->offsets[ordinal] = problem->values_used;
    problem->values_used = (uint16_t)(end - (const char *)problem->values);
    problem->present |= (uint64_t)1 << ordinal;
}

static bool has_room(const struct target *target, size_t needed)
{
    return target->taken + needed <= PROBLEM_VALUES_SIZE;
}

/* Text that is not plain. Returns its end, NULL where it does not fit. */
OUTLINE char *put_text(char *to, const char *text, size_t length, size_t maximum)
{
    struct writer writer = {to + PROBLEM_STRING_OVERHEAD, maximum, 0};
    if (!problem_write_valid_text(&writer, text, length) || writer.used > maximum)
        return NULL;
    return store_u16(to, writer.used) + writer.used;
}

/* Returns the value's end; NULL where it does not fit. */
static char *put_string(const struct target *target, const char *text)
{
    const unsigned char *shape = target->shape;
    size_t maximum = image_u16(shape + PROBLEM_SHAPE_MAX);
    if (shape[PROBLEM_SHAPE_TYPE] != PROBLEM_STRING || text == NULL ||
        !has_room(target, PROBLEM_STRING_OVERHEAD + maximum))
        return NULL;
    const char *end = memchr(text, '\0', maximum + 1);
    if (end == NULL)
        return NULL;
    size_t length = (size_t)(end - text);
    char *to = store_u16(target->to, length | PROBLEM_STRING_PLAIN);
    if (shape[PROBLEM_SHAPE_STRING] == PROBLEM_STRING_TEXT) {
        bool plain = scan_copy(SCAN_GUARDED, to, text, length) == length;
        return plain ? to + length : put_text(target->to, text, length, maximum);
    }
    if (!problem_string_fits(target->image, shape, text, length))
        return NULL;
    if (string_escapes(shape))
        store_u16(target->to, length);
    return put_bytes(to, text, length);
}

static bool is_direct_integer(const struct target *target, int64_t value)
{
    return has_room(target, PROBLEM_STORED_NUMBER_MAX) &&
           target->shape[PROBLEM_SHAPE_TYPE] == PROBLEM_INTEGER &&
           integer_fits(target->shape, value);
}

/* One that has its scale already. */
static bool is_direct_decimal(const struct target *target, struct problem_decimal value)
{
    return has_room(target, PROBLEM_STORED_NUMBER_MAX) &&
           target->shape[PROBLEM_SHAPE_TYPE] == PROBLEM_DECIMAL &&
           value.scale >= target->shape[PROBLEM_SHAPE_SCALE_MIN] &&
           value.scale <= target->shape[PROBLEM_SHAPE_SCALE_MAX] &&
           decimal_is_exact(target->shape, value);
}

/* ------------------------------------------------------------------ putting */

/* The general ways are apart, so that the usual ones need no place for the value on the stack. */
OUTLINE void put_integer_again(struct problem *problem, unsigned ordinal, int64_t value)
{
    problem_put_item(problem, ordinal, problem_encode_integer, &value, sizeof value);
}

OUTLINE void put_decimal_again(struct problem *problem, unsigned ordinal,
                               struct problem_decimal value)
{
    problem_put_item(problem, ordinal, problem_encode_decimal, &value, sizeof value);
}

OUTLINE void put_string_again(struct problem *problem, unsigned ordinal, const char *value)
{
    problem_put_item(problem, ordinal, problem_encode_string, &value, sizeof value);
}

void problem_put_integer(struct problem *problem, unsigned ordinal, int64_t value)
{
    struct target target;
    if (find_target(problem, ordinal, &target) && is_direct_integer(&target, value))
        take_value(problem, ordinal, store_number(target.to, value, 0));
    else
        put_integer_again(problem, ordinal, value);
}

void problem_put_decimal(struct problem *problem, unsigned ordinal, struct problem_decimal value)
{
    struct target target;
    if (find_target(problem, ordinal, &target) && is_direct_decimal(&target, value))
        take_value(problem, ordinal, store_number(target.to, value.units, value.scale));
    else
        put_decimal_again(problem, ordinal, value);
}

void problem_put_string(struct problem *problem, unsigned ordinal, const char *value)
{
    struct target target;
    const char *end = NULL;
    if (find_target(problem, ordinal, &target))
        end = put_string(&target, value);
    if (end != NULL)
        take_value(problem, ordinal, end);
    else
        put_string_again(problem, ordinal, value);
}
