/*
 * Values as text and as JSON.
 */
#include "calendar.h"
#include "number.h"
#include "program.h"
#include "syntax.h"

static bool write_string(struct writer *writer, const char *bytes, size_t length, enum form form)
{
    if (form == FORM_JSON)
        problem_write_escaped(writer, bytes, length);
    else if (form == FORM_LOG)
        problem_write_logged(writer, bytes, length);
    else
        write_bytes(writer, bytes, length);
    return form != FORM_HEADER || bytes_are(bytes, length, BYTE_HEADER);
}

static bool write_time(struct writer *writer, struct problem_time time, unsigned digits,
                       enum form form)
{
    if (form == FORM_HEADER)
        problem_write_http_date(writer, time.seconds);
    else
        problem_write_timestamp(writer, time, digits);
    return true;
}

/* The items of a list one after the other: what `next` reads, until it returns false. */
struct walk {
    const unsigned char *at;
    size_t left;
};

static bool next_item(struct walk *walk, const struct problem_value *list,
                      struct problem_value *item)
{
    if (walk->left == 0)
        return false;
    walk->left--;
    walk->at =
        problem_read_value(image_of(list->as.list.registry), list->as.list.shape, walk->at, item);
    return true;
}

static bool write_joined(struct writer *writer, const unsigned char *image,
                         const struct problem_value *list, enum form form)
{
    struct walk walk = {list->as.list.items, list->as.list.count};
    struct problem_value item;
    while (next_item(&walk, list, &item)) {
        if (!problem_write_text(writer, image, list->as.list.shape, &item, form))
            return false;
        if (walk.left > 0)
            write_literal(writer, ", ");
    }
    return true;
}

static void write_array(struct writer *writer, const unsigned char *image,
                        const struct problem_value *list, enum form form)
{
    struct walk walk = {list->as.list.items, list->as.list.count};
    struct problem_value item;
    write_byte(writer, '[');
    while (next_item(&walk, list, &item)) {
        problem_write_json(writer, image, list->as.list.shape, &item, form);
        if (walk.left > 0)
            write_byte(writer, ',');
    }
    write_byte(writer, ']');
}

bool problem_write_text(struct writer *writer, const unsigned char *image, uint32_t shape,
                        const struct problem_value *value, enum form form)
{
    switch (value->type) {
    case PROBLEM_INTEGER:
        problem_write_integer(writer, value->as.integer);
        return true;
    case PROBLEM_DECIMAL:
        problem_write_decimal(writer, value->as.decimal);
        return true;
    case PROBLEM_NUMBER:
        problem_write_number(writer, value->as.number);
        return true;
    case PROBLEM_BOOLEAN:
        write_bytes(writer, value->as.boolean ? "true" : "false", value->as.boolean ? 4 : 5);
        return true;
    case PROBLEM_TIME:
        return write_time(writer, value->as.time, image[shape + PROBLEM_SHAPE_DIGITS], form);
    case PROBLEM_DATE:
        problem_write_date(writer, value->as.integer);
        return true;
    case PROBLEM_LIST:
        return write_joined(writer, image, value, form);
    case PROBLEM_STRING:
    case PROBLEM_ENUM:
    case PROBLEM_JSON: /* constants stand in literals, never here */
        break;
    }
    return write_string(writer, value->as.string.bytes, value->as.string.length, form);
}

static bool is_json_string(const unsigned char *shape, enum problem_value_type type)
{
    bool always = type == PROBLEM_STRING || type == PROBLEM_ENUM || type == PROBLEM_TIME ||
                  type == PROBLEM_DATE;
    return always || shape[PROBLEM_SHAPE_STRING] != 0;
}

void problem_write_json(struct writer *writer, const unsigned char *image, uint32_t shape,
                        const struct problem_value *value, enum form form)
{
    if (value->type == PROBLEM_LIST) {
        write_array(writer, image, value, form);
        return;
    }
    bool quoted = is_json_string(image + shape, value->type);
    if (quoted)
        write_byte(writer, '"');
    problem_write_text(writer, image, shape, value, form);
    if (quoted)
        write_byte(writer, '"');
}
