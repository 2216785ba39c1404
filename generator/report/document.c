#include "report/document.h"
#include "base/utf8.h"
#include "base/width.h"

static cJSON *created(struct arena *arena, cJSON *item)
{
    if (item == NULL)
        arena_exhausted(arena);
    return item;
}

static cJSON *add(struct arena *arena, cJSON *parent, const char *key, cJSON *item)
{
    created(arena, item);
    cJSON_bool added =
        key ? cJSON_AddItemToObject(parent, key, item) : cJSON_AddItemToArray(parent, item);
    if (!added)
        arena_exhausted(arena);
    return item;
}

cJSON *document_create(struct arena *arena)
{
    return created(arena, cJSON_CreateObject());
}

cJSON *document_object(struct arena *arena, cJSON *parent, const char *key)
{
    return add(arena, parent, key, cJSON_CreateObject());
}

cJSON *document_array(struct arena *arena, cJSON *parent, const char *key)
{
    return add(arena, parent, key, cJSON_CreateArray());
}

void document_boolean(struct arena *arena, cJSON *parent, const char *key, bool boolean)
{
    add(arena, parent, key, cJSON_CreateBool(boolean));
}

void document_number(struct arena *arena, cJSON *parent, const char *key, size_t number)
{
    add(arena, parent, key, cJSON_CreateNumber((double)number));
}

void document_text(struct arena *arena, cJSON *parent, const char *key, struct text text)
{
    struct buffer valid = buffer_create(arena);
    for (size_t at = 0; at < text.length;) {
        uint32_t code_point;
        size_t bytes = utf8_decode(text.bytes + at, text.length - at, &code_point);
        if (code_point == UTF8_INVALID || code_point == 0)
            buffer_string(&valid, "\xef\xbf\xbd");
        else
            buffer_text(&valid, text_slice(text, at, bytes));
        at += bytes;
    }
    buffer_byte(&valid, '\0');
    add(arena, parent, key, cJSON_CreateString(valid.bytes));
}

void document_place(struct arena *arena, cJSON *object, const struct sources *sources,
                    struct span span)
{
    struct position begin = position_of(sources, span.begin);
    if (begin.source == NULL)
        return;
    struct position end = position_of(sources, span.end);
    document_text(arena, object, "file", begin.source->name);
    document_number(arena, object, "line", begin.line);
    document_number(arena, object, "column", begin.column);
    document_number(arena, object, "endLine", end.line);
    document_number(arena, object, "endColumn", end.column);
}

static void put_escape(struct buffer *out, uint32_t code_point)
{
    if (code_point < 0x10000) {
        buffer_format(out, "\\u%04x", (unsigned)code_point);
    } else {
        uint32_t rest = code_point - 0x10000;
        buffer_format(out, "\\u%04x\\u%04x", (unsigned)(0xd800 + (rest >> 10)),
                      (unsigned)(0xdc00 + (rest & 0x3ff)));
    }
}

void document_print(cJSON *root, struct buffer *out)
{
    char *printed = cJSON_PrintUnformatted(root);
    if (printed == NULL)
        arena_exhausted(out->arena);
    struct text text = text_of(printed);
    for (size_t at = 0; at < text.length;) {
        uint32_t code_point;
        size_t bytes = utf8_decode(text.bytes + at, text.length - at, &code_point);
        if (width_of(code_point) == WIDTH_UNSAFE)
            put_escape(out, code_point);
        else
            buffer_text(out, text_slice(text, at, bytes));
        at += bytes;
    }
    buffer_byte(out, '\n');
    cJSON_free(printed);
    cJSON_Delete(root);
}
