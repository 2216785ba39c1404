/*
 * Values from the body, checked against their shapes by the very functions that check what a
 * service puts in.
 */
#include "moment.h"
#include "numbers.h"
#include "received.h"

#include "../src/syntax.h"
#include "../src/value.h"

/* Where a value is read from: its shape, and the value at `at` as text. */
struct source {
    const struct problem_received *received;
    const unsigned char *shape;
    const char *at;
    struct problem_text text; /* decoded, where it is a string */
};

static const unsigned char *image_in(const struct source *source)
{
    return image_of(source->received->registry);
}

/* Whether a service could have put this. */
static bool fits(const struct source *source, problem_encoder *encode, const void *value)
{
    struct writer counted = {NULL, 0, 0};
    struct item item = {value, 0};
    return encode(&counted, image_in(source), source->shape, item);
}

/* The text of a number, which is a string where the registry says so. */
static bool number_text(const struct source *source, struct problem_text *text)
{
    if (source->shape[PROBLEM_SHAPE_STRING] != 0) {
        *text = source->text;
        return text->bytes != NULL && problem_json_is_number(text->bytes, text->length);
    }
    *text = problem_json_span(source->at);
    return *source->at == '-' || (*source->at >= '0' && *source->at <= '9');
}

static bool read_integer(const struct source *source, struct problem_received_value *value)
{
    struct problem_text text;
    struct problem_decimal decimal;
    if (!number_text(source, &text) || !problem_read_decimal(text, 0, 0, &decimal))
        return false;
    value->as.integer = decimal.units;
    return fits(source, problem_encode_integer, &value->as.integer);
}

static bool read_decimal(const struct source *source, struct problem_received_value *value)
{
    struct problem_text text;
    return number_text(source, &text) &&
           problem_read_decimal(text, source->shape[PROBLEM_SHAPE_SCALE_MIN],
                                source->shape[PROBLEM_SHAPE_SCALE_MAX], &value->as.decimal) &&
           fits(source, problem_encode_decimal, &value->as.decimal);
}

static bool read_number(const struct source *source, struct problem_received_value *value)
{
    struct problem_text text;
    return number_text(source, &text) && problem_read_double(text, &value->as.number);
}

static bool read_boolean(const struct source *source, struct problem_received_value *value)
{
    value->as.boolean = *source->at == 't';
    return *source->at == 't' || *source->at == 'f';
}

static bool read_enum(const struct source *source, struct problem_received_value *value)
{
    const unsigned char *image = image_in(source);
    unsigned count = image_u16(source->shape + PROBLEM_SHAPE_MAX);
    for (unsigned i = 0; i < count; i++) {
        struct image_text name =
            image_text(image, source->shape + PROBLEM_SHAPE_VALUES + 4 * (size_t)i);
        if (!text_equals(source->text, name.bytes, name.length))
            continue;
        value->enumerator = (int)i + 1;
        value->as.string.bytes = name.bytes;
        value->as.string.length = name.length;
        return true;
    }
    return false;
}

static bool read_string(const struct source *source, struct problem_received_value *value)
{
    struct problem_text text = source->text;
    value->as.string = text;
    return text.bytes != NULL && text.length <= image_u16(source->shape + PROBLEM_SHAPE_MAX) &&
           problem_string_fits(image_in(source), source->shape, text.bytes, text.length);
}

static bool read_list(const struct source *source, struct problem_received_value *value)
{
    const struct problem_received *received = source->received;
    const char *at = source->at, *item;
    if (*at != '[')
        return false;
    value->as.list.items = at;
    value->as.list.shape = image_u32(source->shape + PROBLEM_SHAPE_OF);
    value->as.list.count = 0;
    while (problem_json_next_item(&at, &item)) {
        struct problem_received_value read;
        if (++value->as.list.count > image_u16(source->shape + PROBLEM_SHAPE_MAX) ||
            !problem_receive_value(received, value->as.list.shape, item, &read))
            return false;
    }
    return true;
}

bool problem_receive_value(const struct problem_received *received, uint32_t shape, const char *at,
                           struct problem_received_value *value)
{
    struct json json = received_json(received);
    struct source source = {received, image_of(received->registry) + shape, at,
                            problem_json_text(&json, at)};
    value->type = (enum problem_value_type)source.shape[PROBLEM_SHAPE_TYPE];
    value->enumerator = 0;
    switch (value->type) {
    case PROBLEM_INTEGER:
        return read_integer(&source, value);
    case PROBLEM_DECIMAL:
        return read_decimal(&source, value);
    case PROBLEM_NUMBER:
        return read_number(&source, value);
    case PROBLEM_BOOLEAN:
        return read_boolean(&source, value);
    case PROBLEM_ENUM:
        return read_enum(&source, value);
    case PROBLEM_STRING:
        return read_string(&source, value);
    case PROBLEM_TIME:
        return source.text.bytes != NULL && problem_read_timestamp(source.text, &value->as.time);
    case PROBLEM_DATE:
        return source.text.bytes != NULL && problem_read_date(source.text, &value->as.integer);
    case PROBLEM_LIST:
        return read_list(&source, value);
    default: /* PROBLEM_JSON: constants are no members here */
        return false;
    }
}
