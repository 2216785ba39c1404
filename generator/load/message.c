/*
 * Texts with placeholders: {name} puts in a member's value, {{ and }} are braces.
 */
#include "load/loader.h"

struct splitter {
    struct loader *loader;
    const struct node *value;
    struct message *message;
    struct buffer *literal; /* what came since the last placeholder */
};

static struct span within(const struct splitter *splitter, size_t offset, size_t length)
{
    return source_within(splitter->loader->sources, splitter->value->span, splitter->value->text,
                         offset, length);
}

static void add_piece(struct splitter *splitter, struct string name)
{
    struct message *message = splitter->message;
    struct piece *piece =
        arena_push(splitter->loader->arena, &message->pieces, message->count++, sizeof *piece);
    piece->literal = arena_copy(splitter->loader->arena, buffer_contents(splitter->literal));
    piece->name = name;
    splitter->literal->length = 0;
}

/* A brace that is no placeholder's and not doubled. */
static void stray_brace(struct splitter *splitter, size_t at, const char *message)
{
    struct diagnostic *bad = diagnose(splitter->loader->diagnostics, SEVERITY_ERROR, "stray-brace",
                                      within(splitter, at, 1), "%s", message);
    diagnostic_help(bad, "a brace as such is written {{ or }}");
}

/* The placeholder that begins at `at`; returns where the text goes on. */
static size_t read_placeholder(struct splitter *splitter, size_t at)
{
    struct text text = splitter->value->text;
    size_t end = at + 1;
    while (end < text.length && text.bytes[end] != '}' && text.bytes[end] != '{' &&
           text.bytes[end] != '\n')
        end++;
    if (end == text.length || text.bytes[end] != '}') {
        stray_brace(splitter, at, "this { opens a placeholder that is not closed");
        buffer_byte(splitter->literal, '{');
        return at + 1;
    }
    struct text name = text_slice(text, at + 1, end - at - 1);
    if (name.length == 0)
        stray_brace(splitter, at, "{} names no member");
    else
        add_piece(splitter, (struct string){arena_copy(splitter->loader->arena, name),
                                            within(splitter, at, end + 1 - at)});
    return end + 1;
}

void read_message(struct loader *loader, const struct node *value, struct message *message)
{
    struct text text = value->text;
    struct splitter splitter = {loader, value, message, &loader->literal};
    message->raw = string_of(value);
    for (size_t at = 0; at < text.length;) {
        char byte = text.bytes[at];
        bool doubled = at + 1 < text.length && text.bytes[at + 1] == byte;
        if ((byte == '{' || byte == '}') && doubled) {
            buffer_byte(splitter.literal, byte);
            at += 2;
        } else if (byte == '{') {
            at = read_placeholder(&splitter, at);
        } else {
            if (byte == '}')
                stray_brace(&splitter, at, "this } closes nothing");
            buffer_byte(splitter.literal, byte);
            at++;
        }
    }
    if (splitter.literal->length || message->count == 0)
        add_piece(&splitter, (struct string){{NULL, 0}, {0, 0}});
}
