/*
 * How large a response can get: the walks of program.c, violations.c and respond.c with the widest
 * value of each shape instead of a value. For the compiler, which sizes callers' buffers with it.
 */
#include "calendar.h"
#include "number.h"
#include "program.h"
#include "syntax.h"
#include "violation.h"

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* ------------------------------------------------------------------ values */

static size_t integer_width(const unsigned char *shape)
{
    struct writer minimum = {NULL, 0, 0}, maximum = {NULL, 0, 0};
    problem_write_integer(&minimum, image_i64(shape + PROBLEM_SHAPE_MINIMUM));
    problem_write_integer(&maximum, image_i64(shape + PROBLEM_SHAPE_MAXIMUM));
    return larger(minimum.used, maximum.used);
}

static size_t decimal_width(const unsigned char *shape)
{
    /* The widest magnitude's digits, or a zero before the point and the scale behind it. */
    size_t digits = shape[PROBLEM_SHAPE_STRING] != 0 ? 19 : 16;
    size_t scale = shape[PROBLEM_SHAPE_SCALE_MAX];
    return 1 + larger(digits, scale + 1) + (scale > 0);
}

static size_t enum_width(const unsigned char *image, const unsigned char *shape)
{
    size_t width = 0;
    for (size_t i = 0; i < image_u16(shape + PROBLEM_SHAPE_MAX); i++)
        width = larger(width, image_text(image, shape + PROBLEM_SHAPE_VALUES + 4 * i).length);
    return width;
}

/* Only these kinds hold bytes that JSON escapes: one byte becomes two, or three become six. */
static size_t string_width(const unsigned char *shape, enum form form)
{
    bool escapes = form == FORM_JSON && string_escapes(shape);
    size_t length = image_u16(shape + PROBLEM_SHAPE_MAX);
    return escapes ? PROBLEM_ESCAPED_MAX(length) : length;
}

static size_t time_width(const unsigned char *shape, enum form form)
{
    size_t digits = shape[PROBLEM_SHAPE_DIGITS];
    return form == FORM_HEADER ? PROBLEM_HTTP_DATE_LENGTH
                               : PROBLEM_TIMESTAMP_LENGTH + digits + (digits > 0);
}

static size_t text_width(const unsigned char *image, uint32_t shape, enum form form)
{
    const unsigned char *at = image + shape;
    size_t items = image_u16(at + PROBLEM_SHAPE_MAX);
    switch ((enum problem_value_type)at[PROBLEM_SHAPE_TYPE]) {
    case PROBLEM_INTEGER:
        return integer_width(at);
    case PROBLEM_DECIMAL:
        return decimal_width(at);
    case PROBLEM_NUMBER:
        return PROBLEM_NUMBER_MAX;
    case PROBLEM_BOOLEAN:
        return sizeof "false" - 1;
    case PROBLEM_ENUM:
        return enum_width(image, at);
    case PROBLEM_STRING:
        return string_width(at, form);
    case PROBLEM_TIME:
        return time_width(at, form);
    case PROBLEM_DATE:
        return PROBLEM_DATE_LENGTH;
    case PROBLEM_LIST: /* joined by ", " */
        return items * (text_width(image, image_u32(at + PROBLEM_SHAPE_OF), form) + 2);
    case PROBLEM_JSON:
        break;
    }
    return image_text(image, at + PROBLEM_SHAPE_JSON).length;
}

/* Quotes are counted whether or not the value gets them. */
static size_t json_width(const unsigned char *image, uint32_t shape)
{
    const unsigned char *at = image + shape;
    if (at[PROBLEM_SHAPE_TYPE] != PROBLEM_LIST)
        return text_width(image, shape, FORM_JSON) + 2;
    size_t item = json_width(image, image_u32(at + PROBLEM_SHAPE_OF));
    return image_u16(at + PROBLEM_SHAPE_MAX) * (item + 1) + 2;
}

size_t problem_value_max(const struct problem_registry *registry, uint32_t shape, bool json)
{
    const unsigned char *image = image_of(registry);
    return json ? json_width(image, shape) : text_width(image, shape, FORM_JSON);
}

size_t problem_stored_max(const struct problem_registry *registry, uint32_t shape)
{
    const unsigned char *image = image_of(registry);
    const unsigned char *at = image + shape;
    size_t length = image_u16(at + PROBLEM_SHAPE_MAX);
    const size_t seconds = 1 + integer_bytes(253402300799);
    switch ((enum problem_value_type)at[PROBLEM_SHAPE_TYPE]) {
    case PROBLEM_INTEGER:
    case PROBLEM_DECIMAL:
        return PROBLEM_STRING_OVERHEAD + text_width(image, shape, FORM_JSON);
    case PROBLEM_NUMBER:
        return sizeof(double);
    case PROBLEM_BOOLEAN:
        return 1;
    case PROBLEM_ENUM:
        return 2;
    case PROBLEM_STRING:
        return PROBLEM_STRING_OVERHEAD + length;
    case PROBLEM_TIME:
        return seconds + 1 + integer_bytes(999999999);
    case PROBLEM_DATE:
        return seconds;
    case PROBLEM_LIST:
        return PROBLEM_LIST_OVERHEAD +
               length * problem_stored_max(registry, image_u32(at + PROBLEM_SHAPE_OF));
    case PROBLEM_JSON:
        break;
    }
    return 0;
}

static size_t values_max(const struct problem_registry *registry, uint32_t index, bool log_only)
{
    const unsigned char *image = image_of(registry);
    const unsigned char *profile = record_profile(image, image_record(image, index));
    const unsigned char *member = image + image_u32(profile + PROBLEM_PROFILE_MEMBERS);
    size_t size = 0;
    for (unsigned i = 0; i < profile[PROBLEM_PROFILE_MEMBER_COUNT]; i++) {
        if (!log_only || member[PROBLEM_MEMBER_AUDIENCE] == PROBLEM_LOG_ONLY)
            size += problem_stored_max(registry, image_shape(member));
        member += PROBLEM_MEMBER_LENGTH;
    }
    return size;
}

size_t problem_values_max(const struct problem_registry *registry, uint32_t index)
{
    return values_max(registry, index, false);
}

size_t problem_log_values_max(const struct problem_registry *registry, uint32_t index)
{
    return values_max(registry, index, true);
}

/* ------------------------------------------------------------------ programs */

static size_t step_width(const unsigned char *image, const unsigned char *members,
                         const struct step *step, enum form form)
{
    const unsigned char *member = members + PROBLEM_MEMBER_LENGTH * (size_t)step->argument;
    switch (step->kind) {
    case PROBLEM_STEP_MEMBER:
        return step->length + json_width(image, image_shape(member));
    case PROBLEM_STEP_TEXT:
        return step->length + text_width(image, image_shape(member), form);
    case PROBLEM_STEP_ID:
        return step->length + ID_LENGTH;
    default:
        return step->length;
    }
}

static size_t program_width(const unsigned char *image, const unsigned char *members,
                            struct program program, enum form form)
{
    struct steps steps = program_steps(program);
    struct step step;
    size_t width = 0;
    while (steps_next(&steps, &step))
        width += step_width(image, members, &step, form);
    return width;
}

static size_t key_width(const unsigned char *image, const unsigned char *field)
{
    return image_u32(field) != 0 ? image_text(image, field).length : 0;
}

/* The widest rule name and detail that a problem's field errors can have, together. */
static size_t rules_width(const unsigned char *image, const unsigned char *how)
{
    size_t width = 0;
    for (uint32_t i = 0; i < image_u16(image + PROBLEM_HEAD_RULE_COUNT); i++) {
        if (!problem_takes_rule(how, i))
            continue;
        const unsigned char *rule = image_rule(image, i);
        struct program detail = program_at(image, image_u32(rule + PROBLEM_RULE_DETAIL));
        width =
            larger(width, image_text(image, rule + PROBLEM_RULE_NAME).length +
                              program_width(image, rule + PROBLEM_RULE_MEMBERS, detail, FORM_JSON));
    }
    return width;
}

static size_t violations_width(const unsigned char *image, const unsigned char *how)
{
    /* {"pointer":"header ...","detail":"...","rule":"..."}, */
    size_t place = larger(key_width(image, how + PROBLEM_VIOLATIONS_POINTER),
                          larger(key_width(image, how + PROBLEM_VIOLATIONS_PARAMETER),
                                 key_width(image, how + PROBLEM_VIOLATIONS_HEADER)));
    size_t item = place + sizeof "header " - 1 + key_width(image, how + PROBLEM_VIOLATIONS_DETAIL) +
                  key_width(image, how + PROBLEM_VIOLATIONS_RULE) + rules_width(image, how) +
                  sizeof "{\"\",\"\",\"\"}," - 1;
    size_t count = smaller(image_u16(how + PROBLEM_VIOLATIONS_MAX),
                           PROBLEM_VALUES_SIZE / PROBLEM_VIOLATION_MIN);
    /* Places go out byte for byte, and all of them have to lie in one value area. */
    size_t places = smaller(count * PROBLEM_PLACE_SIZE, PROBLEM_VALUES_SIZE);
    return count * item + places + sizeof "[]," - 1 +
           key_width(image, how + PROBLEM_VIOLATIONS_OMITTED) + PROBLEM_DIGITS_MAX;
}

/* What is sent for the problem: itself, or what it is concealed as. */
static const unsigned char *sent_record(const unsigned char *image, uint32_t index)
{
    const unsigned char *record = image_record(image, index);
    uint32_t conceal = image_u32(record_profile(image, record) + PROBLEM_PROFILE_CONCEAL);
    return conceal != 0 ? image_record(image, conceal - 1) : record;
}

size_t problem_body_max(const struct problem_registry *registry, uint32_t index)
{
    const unsigned char *image = image_of(registry);
    const unsigned char *record = sent_record(image, index);
    const unsigned char *profile = record_profile(image, record);
    const unsigned char *members = image + image_u32(profile + PROBLEM_PROFILE_MEMBERS);
    struct program body = program_of(image, record, profile);
    uint32_t violations = image_u32(profile + PROBLEM_PROFILE_VIOLATIONS);
    return program_width(image, members, body, FORM_JSON) + body.form[PROBLEM_FORM_CLOSES] +
           (body.form[PROBLEM_FORM_OPENING] != PROBLEM_OPENING_NONE
                ? image_text(image, image + PROBLEM_HEAD_OPENING).length
                : 0) +
           (violations != 0 ? violations_width(image, image + violations) : 0);
}

size_t problem_headers_max(const struct problem_registry *registry, uint32_t index)
{
    const unsigned char *image = image_of(registry);
    const unsigned char *profile = record_profile(image, sent_record(image, index));
    const unsigned char *members = image + image_u32(profile + PROBLEM_PROFILE_MEMBERS);
    const unsigned char *header = image + image_u32(profile + PROBLEM_PROFILE_HEADERS);
    size_t width = 0;
    for (unsigned i = 0; i < profile[PROBLEM_PROFILE_HEADER_COUNT]; i++) {
        struct program value = program_at(image, image_u32(header + PROBLEM_HEADER_VALUE));
        if (!program_is_constant(value))
            width += program_width(image, members, value, FORM_HEADER) + 1;
        header += PROBLEM_HEADER_LENGTH;
    }
    return width;
}
