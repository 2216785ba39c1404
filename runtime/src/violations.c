/*
 * Field errors as they are sent (problem_tables.h, enum problem_violations).
 */
#include "items.h"
#include "number.h"
#include "program.h"

/* Writes the key whose text is named by `field`, with what separates it from an earlier one. False
 * where the registry leaves it out. */
static bool write_key(struct writer *writer, const unsigned char *image, const unsigned char *field,
                      char before)
{
    if (image_u32(field) == 0)
        return false;
    struct image_text key = image_text(image, field);
    if (before != 0)
        write_byte(writer, before);
    write_bytes(writer, key.bytes, key.length);
    return true;
}

/* An object under construction: a comma goes before every key but the first. */
struct object {
    struct writer *writer;
    const unsigned char *image;
    size_t begin;
};

static bool open_string(const struct object *object, const unsigned char *field)
{
    char before = object->writer->used == object->begin ? 0 : ',';
    if (!write_key(object->writer, object->image, field, before))
        return false;
    write_byte(object->writer, '"');
    return true;
}

static unsigned key_of(enum problem_where_kind kind, unsigned style)
{
    if (kind == PROBLEM_WHERE_BODY || style == PROBLEM_POINTER_3GPP)
        return PROBLEM_VIOLATIONS_POINTER;
    return kind == PROBLEM_WHERE_HEADER ? PROBLEM_VIOLATIONS_HEADER : PROBLEM_VIOLATIONS_PARAMETER;
}

/* A place needs no escapes: place.h lets none of such bytes in. */
static void write_place(const struct object *object, const unsigned char *how,
                        struct stored_violation stored)
{
    struct writer *writer = object->writer;
    struct image_text place = stored_place(stored);
    enum problem_where_kind kind = stored_kind(stored);
    unsigned style = how[PROBLEM_VIOLATIONS_STYLE];
    bool threegpp = style == PROBLEM_POINTER_3GPP;
    bool path = threegpp && kind == PROBLEM_WHERE_PATH;
    if (kind != PROBLEM_WHERE_BODY && place.length == 0)
        return;
    if (!open_string(object, how + key_of(kind, style)))
        return;
    if (kind == PROBLEM_WHERE_BODY && style == PROBLEM_POINTER_FRAGMENT)
        write_byte(writer, '#');
    else if (kind == PROBLEM_WHERE_QUERY && threegpp)
        write_literal(writer, "query ");
    else if (kind == PROBLEM_WHERE_HEADER && threegpp)
        write_literal(writer, "header ");
    if (path)
        write_byte(writer, '{');
    write_run(writer, place.bytes, place.length);
    if (path)
        write_byte(writer, '}');
    write_byte(writer, '"');
}

static void write_detail(const struct object *object, const unsigned char *how,
                         struct stored_violation stored)
{
    struct writer *writer = object->writer;
    size_t begin = writer->used;
    if (!open_string(object, how + PROBLEM_VIOLATIONS_DETAIL))
        return;
    uint16_t offsets[PROBLEM_MEMBERS_MAX];
    struct scope scope;
    read_stored_scope(object->image, stored, &scope, offsets);
    const unsigned char *rule = image_rule(object->image, stored_rule(stored));
    if (problem_write_rule_detail(writer, &scope, rule, FORM_JSON))
        write_byte(writer, '"');
    else
        writer->used = begin;
}

/* Key by key: whatever is there, and whatever is left out. */
static void write_violation(struct writer *writer, const unsigned char *image,
                            const unsigned char *how, struct stored_violation stored)
{
    write_byte(writer, '{');
    struct object object = {writer, image, writer->used};
    write_place(&object, how, stored);
    write_detail(&object, how, stored);
    if (open_string(&object, how + PROBLEM_VIOLATIONS_RULE)) {
        const unsigned char *rule = image_rule(image, stored_rule(stored));
        struct image_text name = image_text(image, rule + PROBLEM_RULE_NAME);
        write_run(writer, name.bytes, name.length);
        write_byte(writer, '"');
    }
    write_byte(writer, '}');
}

bool problem_takes_rule(const unsigned char *how, uint32_t rule)
{
    return rule / 8 < how[PROBLEM_VIOLATIONS_RULE_BYTES] &&
           (how[PROBLEM_VIOLATIONS_RULES + rule / 8] >> rule % 8 & 1) != 0;
}

static void write_whole_items(struct writer *writer, struct error_items *items)
{
    if (writer->used >= writer->size)
        return;
    char *end =
        problem_put_items(writer->buffer + writer->used, writer->buffer + writer->size, items);
    writer->used = (size_t)(end - writer->buffer);
}

/* The one that is next; false where it is not sent. */
static bool write_any(struct writer *writer, struct error_items *items,
                      struct stored_violation stored)
{
    if (items->written == items->most || !problem_takes_rule(items->how, stored_rule(stored)))
        return false;
    write_byte(writer, items->written++ == 0 ? '[' : ',');
    write_violation(writer, items->image, items->how, stored);
    return true;
}

void problem_write_violations(struct writer *writer, const struct sent *sent, const char *before,
                              size_t length)
{
    const struct problem *problem = sent->violations;
    const unsigned char *image = sent->scope.image;
    const unsigned char *how = image + image_u32(sent->profile + PROBLEM_PROFILE_VIOLATIONS);
    if (problem == NULL)
        return;

    struct error_items items = {problem, image, how, 0, 0, image_u16(how + PROBLEM_VIOLATIONS_MAX)};
    struct stored_violation stored;
    uint64_t omitted = problem->violations_omitted;
    size_t begin = writer->used;
    write_run(writer, before, length);
    write_whole_items(writer, &items);
    while (next_stored_violation(problem, &items.position, &stored)) {
        omitted += !write_any(writer, &items, stored);
        write_whole_items(writer, &items);
    }
    if (items.written > 0)
        write_byte(writer, ']');
    else
        writer->used = begin;
    if (omitted > 0 && write_key(writer, image, how + PROBLEM_VIOLATIONS_OMITTED, ','))
        problem_write_unsigned(writer, omitted);
}
