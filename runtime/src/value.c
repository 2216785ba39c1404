#include "value.h"

#include "scan.h"
#include "syntax.h"

static void append_number(struct writer *writer, int64_t value, unsigned scale)
{
    char spare[PROBLEM_STORED_NUMBER_MAX], *begin = writer_begin(writer, spare, sizeof spare);
    writer_end(writer, begin, store_number(begin, value, scale), spare);
}

static void append_count(struct writer *writer, int64_t value)
{
    char spare[PROBLEM_STORED_COUNT_MAX], *begin = writer_begin(writer, spare, sizeof spare);
    writer_end(writer, begin, store_count(begin, value), spare);
}

static void write_u16(struct writer *writer, size_t value)
{
    char bytes[2];
    store_u16(bytes, value);
    write_bytes(writer, bytes, sizeof bytes);
}

/* Fills in a u16 for which room was left. One that is too large comes with more bytes than any
 * value area has, so nobody will read it. */
static void patch_u16(const struct writer *writer, size_t at, size_t value)
{
    if (writer->used <= writer->size)
        store_u16(writer->buffer + at, value);
}

/* ------------------------------------------------------------------ encoding */

bool problem_encode_integer(struct writer *writer, const unsigned char *image,
                            const unsigned char *shape, struct item item)
{
    (void)image;
    int64_t value = *(const int64_t *)item.at;
    if (!integer_fits(shape, value))
        return false;
    if (shape[PROBLEM_SHAPE_TYPE] == PROBLEM_DATE)
        append_count(writer, value);
    else
        append_number(writer, value, 0);
    return true;
}

bool problem_encode_decimal(struct writer *writer, const unsigned char *image,
                            const unsigned char *shape, struct item item)
{
    (void)image;
    struct problem_decimal value = *(const struct problem_decimal *)item.at;
    if (shape[PROBLEM_SHAPE_TYPE] != PROBLEM_DECIMAL ||
        !problem_rescale(&value, shape[PROBLEM_SHAPE_SCALE_MIN], shape[PROBLEM_SHAPE_SCALE_MAX]) ||
        !decimal_is_exact(shape, value))
        return false;
    append_number(writer, value.units, value.scale);
    return true;
}

bool problem_encode_number(struct writer *writer, const unsigned char *image,
                           const unsigned char *shape, struct item item)
{
    (void)image;
    double value = *(const double *)item.at;
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    bool finite = (bits >> 52 & 0x7ff) != 0x7ff;
    if (shape[PROBLEM_SHAPE_TYPE] != PROBLEM_NUMBER || !finite)
        return false;
    write_bytes(writer, &value, sizeof value);
    return true;
}

bool problem_encode_boolean(struct writer *writer, const unsigned char *image,
                            const unsigned char *shape, struct item item)
{
    (void)image;
    if (shape[PROBLEM_SHAPE_TYPE] != PROBLEM_BOOLEAN)
        return false;
    write_byte(writer, *(const bool *)item.at ? 1 : 0);
    return true;
}

/* An enum of 1, 2, 4 or 8 bytes; 0, which is no enumerator, for other sizes. */
static uint64_t enum_number(struct item item)
{
    uint8_t one;
    uint16_t two;
    uint32_t four;
    uint64_t eight;
    switch (item.size) {
    case sizeof one:
        memcpy(&one, item.at, sizeof one);
        return one;
    case sizeof two:
        memcpy(&two, item.at, sizeof two);
        return two;
    case sizeof four:
        memcpy(&four, item.at, sizeof four);
        return four;
    case sizeof eight:
        memcpy(&eight, item.at, sizeof eight);
        return eight;
    default:
        return 0;
    }
}

bool problem_encode_enum(struct writer *writer, const unsigned char *image,
                         const unsigned char *shape, struct item item)
{
    (void)image;
    uint64_t value = enum_number(item); /* negative ones are large */
    if (shape[PROBLEM_SHAPE_TYPE] != PROBLEM_ENUM || value < 1 ||
        value > image_u16(shape + PROBLEM_SHAPE_MAX))
        return false;
    write_u16(writer, (size_t)value);
    return true;
}

bool problem_encode_string(struct writer *writer, const unsigned char *image,
                           const unsigned char *shape, struct item item)
{
    const char *bytes = *(const char *const *)item.at;
    if (shape[PROBLEM_SHAPE_TYPE] != PROBLEM_STRING || bytes == NULL)
        return false;
    size_t maximum = image_u16(shape + PROBLEM_SHAPE_MAX);
    const char *end = memchr(bytes, 0, maximum + 1);
    if (end == NULL)
        return false;
    size_t length = (size_t)(end - bytes);
    size_t begin = writer->used;
    if (shape[PROBLEM_SHAPE_STRING] != PROBLEM_STRING_TEXT) {
        write_u16(writer, length | (string_escapes(shape) ? 0 : PROBLEM_STRING_PLAIN));
        write_bytes(writer, bytes, length);
        return problem_string_fits(image, shape, bytes, length);
    }
    size_t plain = scan_for(SCAN_GUARDED, bytes, length) == length ? PROBLEM_STRING_PLAIN : 0;
    write_u16(writer, length);
    if (!problem_write_valid_text(writer, bytes, length))
        return false;
    length = writer->used - begin - PROBLEM_STRING_OVERHEAD; /* U+FFFD may be longer */
    patch_u16(writer, begin, length | plain);
    return length <= maximum;
}

bool problem_encode_time(struct writer *writer, const unsigned char *image,
                         const unsigned char *shape, struct item item)
{
    (void)image;
    struct problem_time value = *(const struct problem_time *)item.at;
    if (shape[PROBLEM_SHAPE_TYPE] != PROBLEM_TIME || !problem_seconds_fit(value.seconds) ||
        value.nanoseconds < 0 || value.nanoseconds > 999999999)
        return false;
    int32_t unit = 1000000000; /* nanoseconds of the last digit */
    for (unsigned digits = shape[PROBLEM_SHAPE_DIGITS]; digits > 0; digits--)
        unit /= 10;
    append_count(writer, value.seconds);
    append_count(writer, value.nanoseconds - value.nanoseconds % unit);
    return true;
}

bool problem_encode_list(struct writer *writer, const unsigned char *image,
                         const unsigned char *shape, problem_encoder *encoder, struct items items)
{
    if (shape[PROBLEM_SHAPE_TYPE] != PROBLEM_LIST ||
        items.count > image_u16(shape + PROBLEM_SHAPE_MAX) || (items.at == NULL && items.count > 0))
        return false;
    const unsigned char *of = image + image_u32(shape + PROBLEM_SHAPE_OF);
    size_t begin = writer->used;
    write_u16(writer, items.count);
    write_u16(writer, 0);
    for (size_t i = 0; i < items.count; i++) {
        struct item item = {(const char *)items.at + i * items.size, items.size};
        if (!encoder(writer, image, of, item))
            return false;
    }
    patch_u16(writer, begin + 2, writer->used - begin - PROBLEM_LIST_OVERHEAD);
    return true;
}

/* ------------------------------------------------------------------ reading */

static void set_string(struct problem_value *value, struct image_text text)
{
    value->as.string.bytes = text.bytes;
    value->as.string.length = text.length;
}

static const unsigned char *read_number(const unsigned char *at, struct problem_value *value)
{
    struct image_text text = read_stored_text(at);
    unsigned scale;
    int64_t units = problem_read_number(text.bytes, text.length, &scale);
    if (value->type == PROBLEM_DECIMAL)
        value->as.decimal = (struct problem_decimal){.units = units, .scale = (uint8_t)scale};
    else
        value->as.integer = units;
    return behind_stored_text(at);
}

static const unsigned char *read_list(const unsigned char *image, uint32_t shape,
                                      const unsigned char *at, struct problem_value *value)
{
    value->as.list.registry = (const struct problem_registry *)image;
    value->as.list.items = at + PROBLEM_LIST_OVERHEAD;
    value->as.list.shape = image_u32(image + shape + PROBLEM_SHAPE_OF);
    value->as.list.count = image_u16(at);
    return at + PROBLEM_LIST_OVERHEAD + image_u16(at + 2);
}

const unsigned char *problem_read_value(const unsigned char *image, uint32_t shape,
                                        const unsigned char *at, struct problem_value *value)
{
    const unsigned char *form = image + shape;
    value->type = (enum problem_value_type)form[PROBLEM_SHAPE_TYPE];
    switch (value->type) {
    case PROBLEM_INTEGER:
    case PROBLEM_DECIMAL:
        return read_number(at, value);
    case PROBLEM_DATE:
        return read_stored_count(at, &value->as.integer);
    case PROBLEM_NUMBER:
        memcpy(&value->as.number, at, sizeof value->as.number);
        return at + sizeof value->as.number;
    case PROBLEM_BOOLEAN:
        value->as.boolean = *at != 0;
        return at + 1;
    case PROBLEM_ENUM:
        set_string(value, read_stored_enum(image, form, at));
        return at + 2;
    case PROBLEM_STRING:
        set_string(value, read_stored_text(at));
        return behind_stored_text(at);
    case PROBLEM_TIME:
        return read_stored_time(at, &value->as.time);
    case PROBLEM_LIST:
        return read_list(image, shape, at, value);
    case PROBLEM_JSON:
        break;
    }
    set_string(value, image_text(image, form + PROBLEM_SHAPE_JSON));
    return at;
}

bool problem_item(const struct problem_value *list, size_t index, struct problem_value *item)
{
    if (list->type != PROBLEM_LIST || index >= list->as.list.count)
        return false;
    const unsigned char *image = image_of(list->as.list.registry);
    const unsigned char *at = list->as.list.items;
    for (size_t i = 0; i <= index; i++)
        at = problem_read_value(image, list->as.list.shape, at, item);
    return true;
}
