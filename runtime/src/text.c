/*
 * Stored values (value.h) as text and as JSON.
 */
#include "calendar.h"
#include "number.h"
#include "program.h"
#include "syntax.h"

/* A log is read by others than JSON's readers, so that more is escaped there. Most kinds of strings
 * have nothing to escape anywhere. */
static bool write_string(struct writer *writer, const unsigned char *shape, struct image_text text,
                         enum form form)
{
    bool any = shape[PROBLEM_SHAPE_TYPE] == PROBLEM_ENUM;
    if (form == FORM_JSON && string_escapes(shape))
        problem_write_escaped(writer, text.bytes, text.length);
    else if (form == FORM_LOG && (any || string_escapes(shape)))
        problem_write_logged(writer, text.bytes, text.length);
    else
        write_run(writer, text.bytes, text.length);
    return form != FORM_HEADER || bytes_are(text.bytes, text.length, BYTE_HEADER);
}

static const unsigned char *write_time(struct writer *writer, const unsigned char *shape,
                                       const unsigned char *at, enum form form)
{
    struct problem_time time;
    at = read_stored_time(at, &time);
    if (form == FORM_HEADER)
        problem_write_http_date(writer, time.seconds);
    else
        problem_write_timestamp(writer, time, shape[PROBLEM_SHAPE_DIGITS]);
    return at;
}

static const unsigned char *write_double(struct writer *writer, const unsigned char *at)
{
    double number;
    memcpy(&number, at, sizeof number);
    problem_write_number(writer, number);
    return at + sizeof number;
}

static const unsigned char *write_boolean(struct writer *writer, const unsigned char *at)
{
    write_bytes(writer, *at != 0 ? "true" : "false", *at != 0 ? 4 : 5);
    return at + 1;
}

/* The items, with what stands between them. */
static const unsigned char *write_items(struct writer *writer, const unsigned char *image,
                                        const unsigned char *shape, const unsigned char *at,
                                        enum form form, bool json)
{
    const unsigned char *of = image + image_u32(shape + PROBLEM_SHAPE_OF);
    unsigned count = image_u16(at);
    at += PROBLEM_LIST_OVERHEAD;
    for (unsigned i = 0; i < count && at != NULL; i++) {
        if (i > 0)
            write_bytes(writer, ", ", json ? 1 : 2);
        at = json ? problem_write_json(writer, image, of, at, form)
                  : problem_write_text(writer, image, of, at, form);
    }
    return at;
}

static const unsigned char *write_number(struct writer *writer, const unsigned char *at)
{
    struct image_text text = read_stored_text(at);
    write_run(writer, text.bytes, text.length);
    return behind_stored_text(at);
}

static const unsigned char *write_date(struct writer *writer, const unsigned char *at)
{
    int64_t seconds;
    at = read_stored_count(at, &seconds);
    problem_write_date(writer, seconds);
    return at;
}

const unsigned char *problem_write_text(struct writer *writer, const unsigned char *image,
                                        const unsigned char *shape, const unsigned char *at,
                                        enum form form)
{
    struct image_text text;
    switch ((enum problem_value_type)shape[PROBLEM_SHAPE_TYPE]) {
    case PROBLEM_INTEGER:
    case PROBLEM_DECIMAL:
        return write_number(writer, at);
    case PROBLEM_NUMBER:
        return write_double(writer, at);
    case PROBLEM_BOOLEAN:
        return write_boolean(writer, at);
    case PROBLEM_TIME:
        return write_time(writer, shape, at, form);
    case PROBLEM_DATE:
        return write_date(writer, at);
    case PROBLEM_LIST:
        return write_items(writer, image, shape, at, form, false);
    case PROBLEM_ENUM:
        text = read_stored_enum(image, shape, at);
        return write_string(writer, shape, text, form) ? at + 2 : NULL;
    case PROBLEM_STRING:
        text = read_stored_text(at);
        return write_string(writer, shape, text, form) ? behind_stored_text(at) : NULL;
    case PROBLEM_JSON: /* constants stand in literals, never here */
        break;
    }
    return at;
}

const unsigned char *problem_write_json(struct writer *writer, const unsigned char *image,
                                        const unsigned char *shape, const unsigned char *at,
                                        enum form form)
{
    if (shape[PROBLEM_SHAPE_TYPE] == PROBLEM_LIST) {
        write_byte(writer, '[');
        at = write_items(writer, image, shape, at, form, true);
        write_byte(writer, ']');
        return at;
    }
    if (!is_json_string(shape))
        return problem_write_text(writer, image, shape, at, form);
    write_byte(writer, '"');
    at = problem_write_text(writer, image, shape, at, form);
    write_byte(writer, '"');
    return at;
}
