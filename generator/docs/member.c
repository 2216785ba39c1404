/*
 * Members as a table tells them: what they are in JSON, which values fit, and an example.
 */
#include "docs/page.h"

#include <inttypes.h>

/* ---------------------------------------------------------------- types */

static const char *json_type(struct text type, bool as_string)
{
    if (text_is(type, "list"))
        return "array";
    if (text_is(type, "boolean"))
        return "boolean";
    bool number = text_is(type, "integer") || text_is(type, "decimal") || text_is(type, "number") ||
                  text_is(type, "duration");
    return number && !as_string ? "number" : "string";
}

static struct text json_of(const struct value *shape)
{
    return text_of(
        json_type(page_field(shape, "type")->as.text, page_field(shape, "as_string")->as.boolean));
}

/* ---------------------------------------------------------------- limits */

static void begin_limit(struct buffer *out)
{
    if (out->length)
        buffer_string(out, "; ");
}

/* What everybody's JSON can hold goes without saying. */
static void append_range(struct buffer *out, const struct value *shape)
{
    const int64_t safe = ((int64_t)1 << 53) - 1;
    int64_t least = page_field(shape, "min")->as.integer;
    int64_t most = page_field(shape, "max")->as.integer;
    bool duration = text_is(page_field(shape, "type")->as.text, "duration");
    if (duration)
        buffer_string(out, "seconds");
    if (least > -safe && !(duration && least == 0) && most < safe)
        begin_limit(out), buffer_format(out, "%" PRId64 " to %" PRId64, least, most);
    else if (least > -safe && !(duration && least == 0))
        begin_limit(out), buffer_format(out, "at least %" PRId64, least);
    else if (most < safe)
        begin_limit(out), buffer_format(out, "at most %" PRId64, most);
}

static void append_scale(struct buffer *out, const struct value *shape)
{
    int64_t least = page_field(shape, "scale_min")->as.integer;
    int64_t most = page_field(shape, "scale_max")->as.integer;
    if (least != most)
        buffer_format(out, "%" PRId64 " to ", least);
    buffer_format(out, "%" PRId64 " digit%s after the point", most, most == 1 ? "" : "s");
}

static void append_limits(struct buffer *out, const struct value *shape)
{
    struct text type = page_field(shape, "type")->as.text;
    const struct value *of = page_field(shape, "of");
    const struct value *pattern = page_field(shape, "pattern");
    if (page_has(of)) {
        buffer_format(out, "at most %" PRId64 " items", page_field(shape, "max")->as.integer);
        struct buffer items = buffer_create(out->arena);
        append_limits(&items, of);
        if (items.length)
            buffer_format(out, ", each: %.*s", TEXT_ARGS(buffer_contents(&items)));
    } else if (page_has(page_field(shape, "min"))) {
        append_range(out, shape);
    } else if (page_has(page_field(shape, "scale_max"))) {
        append_scale(out, shape);
    } else if (page_has(page_field(shape, "precision"))) {
        buffer_format(out, "RFC 3339, UTC, to the %s",
                      text_is(page_field(shape, "precision")->as.text, "s")    ? "second"
                      : text_is(page_field(shape, "precision")->as.text, "ms") ? "millisecond"
                                                                               : "microsecond");
    } else if (text_is(type, "date")) {
        buffer_string(out, "RFC 3339");
    } else if (page_has(page_field(shape, "max")) && !text_is(type, "uuid")) {
        buffer_format(out, "at most %" PRId64 " bytes", page_field(shape, "max")->as.integer);
    }
    if (page_has(pattern)) {
        begin_limit(out);
        buffer_string(out, "matches ");
        buffer_text(out, pattern->as.text);
    }
}

/* ---------------------------------------------------------------- the table */

static struct text joined(const struct value *texts, struct arena *arena)
{
    struct buffer out = buffer_create(arena);
    for (size_t i = 0; i < texts->as.list.count; i++) {
        buffer_string(&out, i ? ", " : "");
        buffer_text(&out, value_at(texts, i)->as.text);
    }
    return buffer_contents(&out);
}

static struct value *text_or_absent(struct text text, struct arena *arena)
{
    return text.length ? value_text(arena, text) : value_absent(arena);
}

static struct value *page_member(const struct value *member, struct arena *arena)
{
    struct value *map = value_map(arena);
    const struct value *shape = page_field(member, "shape"), *of = page_field(shape, "of");
    struct buffer limits = buffer_create(arena);
    struct text audience = page_field(member, "audience")->as.text;
    append_limits(&limits, shape);
    page_copy(arena, map, member, "name");
    page_copy(arena, map, shape, "type");
    value_set(arena, map, "items",
              page_has(of) ? value_identifier(arena, page_field(of, "type")->as.text)
                           : value_absent(arena));
    value_set(arena, map, "json", value_identifier(arena, json_of(shape)));
    value_set(arena, map, "only",
              text_is(audience, "public") ? value_absent(arena)
                                          : value_identifier(arena, audience));
    page_copy(arena, map, member, "optional");
    value_set(arena, map, "limits", text_or_absent(buffer_contents(&limits), arena));
    page_copy(arena, map, page_has(of) ? of : shape, "values");
    page_copy(arena, map, shape, "value");
    value_set(arena, map, "example",
              text_or_absent(joined(page_field(member, "example"), arena), arena));
    page_copy(arena, map, member, "description");
    return map;
}

void page_members(const struct value *members, bool for_operator, struct arena *arena,
                  struct value *list)
{
    for (size_t i = 0; i < members->as.list.count; i++) {
        const struct value *member = value_at(members, i);
        if (for_operator || !text_is(page_field(member, "audience")->as.text, "log"))
            value_add(arena, list, page_member(member, arena));
    }
}
