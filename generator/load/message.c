/*
 * Texts with placeholders: {name} puts in a member's value, {{ and }} are braces.
 */
#include "load/loader.h"

struct splitter {
    struct loader *loader;
    const struct node *value;
    struct message *message;
    size_t literal; /* where in the value the text since the last placeholder begins */
    size_t braces;  /* how many doubled braces are in that */
};

static struct span within(const struct splitter *splitter, size_t offset, size_t length)
{
    return source_within(splitter->loader->sources, splitter->value->span, splitter->value->text,
                         offset, length);
}

/* A doubled brace is one. What follows up to `end` stays behind it. */
static struct text without_doubled(struct arena *arena, struct text text, size_t doubled,
                                   size_t end)
{
    if (doubled == 0)
        return text;
    char *bytes = arena_allocate(arena, end - doubled + 1);
    size_t length = 0;
    memcpy(bytes + text.length - doubled, text.bytes + text.length, end - text.length);
    for (size_t at = 0; at < text.length; at++) {
        bool brace = text.bytes[at] == '{' || text.bytes[at] == '}';
        bytes[length++] = text.bytes[at];
        at += brace && at + 1 < text.length && text.bytes[at + 1] == text.bytes[at];
    }
    return (struct text){bytes, length};
}

/* Ends a piece at `end`, with the placeholder that goes on to `next`, if there is one. */
static void add_piece(struct splitter *splitter, size_t end, struct span placeholder, size_t next)
{
    struct message *message = splitter->message;
    struct arena *arena = splitter->loader->arena;
    struct piece *piece = &message->pieces[message->count++];
    piece->literal = without_doubled(
        arena, text_slice(splitter->message->raw.text, splitter->literal, end - splitter->literal),
        splitter->braces, next - splitter->literal);
    piece->span = placeholder;
    splitter->literal = next;
    splitter->braces = 0;
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
    struct text text = splitter->message->raw.text;
    size_t end = at + 1;
    while (end < text.length && text.bytes[end] != '}' && text.bytes[end] != '{' &&
           text.bytes[end] != '\n')
        end++;
    if (end == text.length || text.bytes[end] != '}') {
        stray_brace(splitter, at, "this { opens a placeholder that is not closed");
        return at + 1;
    }
    if (end == at + 1)
        stray_brace(splitter, at, "{} names no member");
    else
        add_piece(splitter, at, within(splitter, at, end + 1 - at), end + 1);
    return end + 1;
}

static bool is_brace(char byte)
{
    return byte == '{' || byte == '}';
}

/* Each placeholder ends one, and the text the last. */
static size_t most_pieces(struct text text)
{
    size_t count = 1;
    const char *at = text.bytes, *end = text.bytes + text.length;
    while (at < end && (at = memchr(at, '{', (size_t)(end - at))) != NULL) {
        at++;
        count++;
    }
    return count;
}

void read_message(struct loader *loader, const struct node *value, struct message *message)
{
    message->raw = string_of(loader, value);
    struct text text = message->raw.text;
    message->pieces = arena_array(loader->arena, most_pieces(text), sizeof *message->pieces);
    struct splitter splitter = {loader, value, message, 0, 0};
    for (size_t at = 0; at < text.length;) {
        char byte = text.bytes[at];
        if (!is_brace(byte)) {
            at++;
        } else if (at + 1 < text.length && text.bytes[at + 1] == byte) {
            splitter.braces++;
            at += 2;
        } else if (byte == '{') {
            at = read_placeholder(&splitter, at);
        } else {
            stray_brace(&splitter, at, "this } closes nothing");
            at++;
        }
    }
    if (splitter.literal < text.length || message->count == 0)
        add_piece(&splitter, text.length, (struct span){0, 0}, text.length);
}
