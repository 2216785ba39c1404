#include "resolve.h"

#include "../src/syntax.h"

/* The components of a reference; `bytes` NULL: undefined. A path is never undefined. */
struct reference {
    struct problem_text scheme, authority, path, query, fragment;
};

static const struct problem_text undefined = {NULL, 0};

static struct problem_text span(const char *begin, const char *end)
{
    struct problem_text text = {begin, (size_t)(end - begin)};
    return text;
}

/* The first of these bytes from `at` on, or `end`. */
static const char *find_one_of(const char *at, const char *end, const char *bytes)
{
    while (at < end && (*at == '\0' || strchr(bytes, *at) == NULL))
        at++;
    return at;
}

static bool is_letter(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

/* scheme = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." ) */
static struct problem_text scheme_of(struct problem_text text)
{
    const char *end = text.bytes + text.length, *at = text.bytes;
    if (at == end || !is_letter(*at))
        return undefined;
    while (at < end && byte_is(*at, BYTE_SCHEME))
        at++;
    return at < end && *at == ':' ? span(text.bytes, at) : undefined;
}

bool problem_has_scheme(struct problem_text reference)
{
    return scheme_of(reference).bytes != NULL;
}

/* RFC 3986 appendix B. */
static struct reference take_apart(struct problem_text text)
{
    const char *at = text.bytes, *end = text.bytes + text.length;
    struct reference parts = {scheme_of(text), undefined, undefined, undefined, undefined};
    if (parts.scheme.bytes != NULL)
        at += parts.scheme.length + 1;
    if (end - at >= 2 && at[0] == '/' && at[1] == '/') {
        const char *begin = at + 2;
        at = find_one_of(begin, end, "/?#");
        parts.authority = span(begin, at);
    }
    const char *path = at;
    at = find_one_of(at, end, "?#");
    parts.path = span(path, at);
    if (at < end && *at == '?') {
        const char *begin = at + 1;
        at = find_one_of(begin, end, "#");
        parts.query = span(begin, at);
    }
    if (at < end)
        parts.fragment = span(at + 1, end);
    return parts;
}

/* ------------------------------------------------------------------ paths */

static bool text_begins(const char *at, const char *end, const char *text)
{
    size_t length = strlen(text);
    return (size_t)(end - at) >= length && memcmp(at, text, length) == 0;
}

static bool is(const char *at, const char *end, const char *text)
{
    return (size_t)(end - at) == strlen(text) && text_begins(at, end, text);
}

/* Takes the last segment off the path that begins at `path` and ends at `end`. */
static char *without_segment(const char *path, char *end)
{
    while (end > path && *--end != '/')
        continue;
    return end;
}

/* RFC 3986 5.2.4, in place: the output never overtakes the input. Returns the path's new end. */
static char *remove_dots(char *path, const char *end)
{
    const char *at = path;
    char *out = path;
    while (at < end) {
        if (text_begins(at, end, "../")) {
            at += 3;
        } else if (text_begins(at, end, "./") || text_begins(at, end, "/./")) {
            at += 2;
        } else if (text_begins(at, end, "/../")) {
            at += 3;
            out = without_segment(path, out);
        } else if (is(at, end, "/.") || is(at, end, "/..")) {
            if (end - at == 3)
                out = without_segment(path, out);
            *out++ = '/';
            at = end;
        } else if (is(at, end, ".") || is(at, end, "..")) {
            at = end;
        } else {
            do
                *out++ = *at++;
            while (at < end && *at != '/');
        }
    }
    return out;
}

static void write_text(struct writer *writer, struct problem_text text)
{
    if (text.length > 0)
        write_bytes(writer, text.bytes, text.length);
}

/* The path of `reference` behind that of `base` up to its last slash (RFC 3986 5.2.3). */
static void write_merged(struct writer *writer, const struct reference *base,
                         struct problem_text path)
{
    struct problem_text directory = base->path;
    while (directory.length > 0 && directory.bytes[directory.length - 1] != '/')
        directory.length--;
    if (base->authority.bytes != NULL && base->path.length == 0)
        write_byte(writer, '/');
    write_text(writer, directory);
    write_text(writer, path);
}

/* ------------------------------------------------------------------ the whole */

/* With upper case from `begin` on made lower case (RFC 3986 6.2.2.1). */
static void write_lower(struct writer *writer, struct problem_text text, size_t begin)
{
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i];
        bool upper = i >= begin && byte >= 'A' && byte <= 'Z';
        write_byte(writer, upper ? (char)(byte + ('a' - 'A')) : byte);
    }
}

static void write_authority(struct writer *writer, struct problem_text authority)
{
    size_t host = authority.length;
    while (host > 0 && authority.bytes[host - 1] != '@')
        host--;
    write_literal(writer, "//");
    write_lower(writer, authority, host);
}

static void write_part(struct writer *writer, char mark, struct problem_text part)
{
    if (part.bytes == NULL)
        return;
    write_byte(writer, mark);
    write_text(writer, part);
}

/* RFC 3986 5.2.2; `base` is what has the scheme, and `reference` itself where it has one. */
static void write_target(struct writer *writer, const struct reference *base,
                         const struct reference *reference)
{
    bool own = base == reference || reference->authority.bytes != NULL;
    const struct reference *site = own ? reference : base;
    write_lower(writer, base->scheme, 0);
    write_byte(writer, ':');
    if (site->authority.bytes != NULL)
        write_authority(writer, site->authority);

    size_t begin = writer->used;
    bool same = !own && reference->path.length == 0;
    if (same)
        write_text(writer, base->path);
    else if (own || reference->path.bytes[0] == '/')
        write_text(writer, reference->path);
    else
        write_merged(writer, base, reference->path);
    if (!same && writer->used <= writer->size)
        writer->used = (size_t)(remove_dots(writer->buffer + begin, writer->buffer + writer->used) -
                                writer->buffer);
    write_part(writer, '?',
               same && reference->query.bytes == NULL ? base->query : reference->query);
    write_part(writer, '#', reference->fragment);
}

static bool is_printable(struct problem_text text)
{
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] <= 0x20 || text.bytes[i] >= 0x7f)
            return false;
    }
    return true;
}

size_t problem_resolve(struct problem_text base, struct problem_text reference, char *buffer,
                       size_t size)
{
    struct writer writer = {buffer, size, 0};
    struct reference parts = take_apart(reference);
    if (parts.scheme.bytes != NULL) {
        write_target(&writer, &parts, &parts);
    } else {
        if (base.bytes == NULL || !is_printable(base))
            return 0;
        struct reference base_parts = take_apart(base);
        if (base_parts.scheme.bytes == NULL)
            return 0;
        write_target(&writer, &base_parts, &parts);
    }
    return writer.used <= writer.size ? writer.used : 0;
}
