#include "verify/message.h"

#include <string.h>

/* ---------------------------------------------------------------- bytes */

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* tchar (RFC 9110 5.6.2) */
static bool is_token_byte(char byte)
{
    char lower = (char)(byte | 0x20);
    return is_digit(byte) || (lower >= 'a' && lower <= 'z') ||
           (byte != '\0' && strchr("!#$%&'*+-.^_`|~", byte) != NULL);
}

static struct text behind(struct text text, size_t at)
{
    return text_slice(text, at, text.length);
}

static struct text trimmed(struct text text)
{
    while (text.length && is_blank(text.bytes[0]))
        text = behind(text, 1);
    while (text.length && is_blank(text.bytes[text.length - 1]))
        text.length--;
    return text;
}

/* The line at `at` without its break; *next is where the one after it begins. */
static struct text line_at(struct text input, size_t at, size_t *next)
{
    const char *begin = input.bytes + at;
    const char *end = at < input.length ? memchr(begin, '\n', input.length - at) : NULL;
    size_t length = end ? (size_t)(end - begin) : input.length - at;
    *next = at + length + (end != NULL);
    if (end && length && begin[length - 1] == '\r')
        length--;
    return (struct text){begin, length};
}

/* Behind line breaks. */
static size_t behind_breaks(struct text input, size_t at)
{
    while (at < input.length && (input.bytes[at] == '\n' || input.bytes[at] == '\r'))
        at++;
    return at;
}

static void fault(struct http_reader *reader, struct http_message *message, const char *id,
                  struct text at, const char *text, const char *help)
{
    struct http_fault *place =
        arena_push(reader->arena, &message->faults, message->fault_count, sizeof *message->faults);
    *place = (struct http_fault){id, at, text, help};
    message->fault_count++;
}

/* ---------------------------------------------------------------- status lines */

/* "HTTP/1.1 403 Forbidden", "HTTP/2 403 ", "HTTP/1.1 403": its status, or 0. */
static int status_of(struct text line)
{
    size_t at = TEXT("HTTP/").length;
    if (!text_starts_with(line, TEXT("HTTP/")) || at == line.length || !is_digit(line.bytes[at]))
        return 0;
    while (at < line.length && (is_digit(line.bytes[at]) || line.bytes[at] == '.'))
        at++;
    if (at + 4 > line.length || line.bytes[at] != ' ' ||
        (at + 4 < line.length && line.bytes[at + 4] != ' '))
        return 0;
    int status = 0;
    for (size_t i = at + 1; i < at + 4; i++) {
        if (!is_digit(line.bytes[i]))
            return 0;
        status = status * 10 + (line.bytes[i] - '0');
    }
    return status >= 100 ? status : 0;
}

static bool begins_message(struct text input, size_t at)
{
    return text_starts_with(behind(input, at), TEXT("HTTP/"));
}

/* Whether a message may begin here although nobody said so: a whole status line. */
static bool is_boundary(struct text input, size_t at)
{
    size_t next;
    char before = at ? input.bytes[at - 1] : '\n';
    return (before == '\n' || before == '}' || before == ']' || before == '>') &&
           begins_message(input, at) && status_of(line_at(input, at, &next)) != 0;
}

static size_t next_boundary(struct text input, size_t at)
{
    while (at < input.length) {
        const char *found = memchr(input.bytes + at, 'H', input.length - at);
        if (found == NULL)
            return input.length;
        at = (size_t)(found - input.bytes);
        if (is_boundary(input, at))
            return at;
        at++;
    }
    return input.length;
}

/* ---------------------------------------------------------------- heads */

static bool has_control(struct text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (((unsigned char)text.bytes[i] < 0x20 && text.bytes[i] != '\t') ||
            text.bytes[i] == '\x7f')
            return true;
    return false;
}

static void read_field(struct http_reader *reader, struct http_message *message, struct text line)
{
    size_t colon = 0;
    while (colon < line.length && is_token_byte(line.bytes[colon]))
        colon++;
    if (is_blank(line.bytes[0])) {
        fault(reader, message, "head-field", line, "a header field goes on in another line",
              "RFC 9112 5.2: write it in one");
        return;
    }
    if (colon == 0 || colon == line.length || line.bytes[colon] != ':') {
        fault(reader, message, "head-field", line, "this is no header field: name, colon, value",
              NULL);
        return;
    }
    struct http_field *field =
        arena_push(reader->arena, &message->fields, message->field_count, sizeof *message->fields);
    *field = (struct http_field){text_slice(line, 0, colon), trimmed(behind(line, colon + 1))};
    message->field_count++;
    if (has_control(field->value))
        fault(reader, message, "head-field", field->value,
              "a header field holds a control character", NULL);
}

static void read_head(struct http_reader *reader, struct http_message *message)
{
    message->line = line_at(reader->input, reader->at, &reader->at);
    message->status = status_of(message->line);
    if (message->status == 0)
        fault(reader, message, "status-line", message->line,
              "this is no status line: HTTP/1.1 403 Forbidden is one", NULL);
    else if (has_control(message->line))
        fault(reader, message, "status-line", message->line,
              "the status line holds a control character", NULL);
    while (reader->at < reader->input.length) {
        struct text line = line_at(reader->input, reader->at, &reader->at);
        if (line.length == 0)
            return;
        read_field(reader, message, line);
    }
    fault(reader, message, "head-end", message->line, "no empty line ends the head",
          "print the whole message: curl -i");
}

/* ---------------------------------------------------------------- bodies */

/* Content-Length, where all fields of that name say one number. */
static bool read_length(struct http_reader *reader, struct http_message *message, size_t *length)
{
    const struct http_field *field;
    bool known = false;
    *length = 0;
    for (size_t at = 0; (field = http_find(message, TEXT("Content-Length"), &at)) != NULL;) {
        size_t value = 0, i = 0;
        for (; i < field->value.length && i < 18 && is_digit(field->value.bytes[i]); i++)
            value = value * 10 + (size_t)(field->value.bytes[i] - '0');
        if (i == 0 || i < field->value.length || (known && value != *length)) {
            fault(reader, message, "body-length", field->value,
                  i == 0 || i < field->value.length
                      ? "Content-Length is no number"
                      : "Content-Length stands twice, with two values",
                  NULL);
            return false;
        }
        *length = value;
        known = true;
    }
    return known;
}

/* `curl --compressed` leaves the fields of what came, and prints what that was decoded to. */
static bool is_encoded(const struct http_message *message)
{
    struct text encoding = http_value(message, TEXT("Content-Encoding"));
    return encoding.length && !text_equal_ignoring_case(encoding, TEXT("identity"));
}

/* A line with the size of a first chunk: `curl --raw`. */
static bool is_in_chunks(const struct http_message *message)
{
    size_t next, digits = 0;
    struct text line = line_at(message->body, 0, &next);
    while (digits < line.length &&
           (is_digit(line.bytes[digits]) ||
            ((line.bytes[digits] | 0x20) >= 'a' && (line.bytes[digits] | 0x20) <= 'f')))
        digits++;
    return text_equal_ignoring_case(http_value(message, TEXT("Transfer-Encoding")),
                                    TEXT("chunked")) &&
           digits && next < message->body.length &&
           (digits == line.length || line.bytes[digits] == ';');
}

static void check_encoding(struct http_reader *reader, struct http_message *message)
{
    if (is_in_chunks(message))
        fault(reader, message, "body-encoding", text_slice(message->body, 0, 1),
              "the body is in chunks, as curl --raw prints it", "leave out --raw");
    else if (is_encoded(message) && (text_starts_with(message->body, TEXT("\x1f\x8b")) ||
                                     text_starts_with(message->body, TEXT("\x28\xb5\x2f\xfd"))))
        fault(reader, message, "body-encoding", text_slice(message->body, 0, 1),
              "the body is compressed", "let curl decode it: curl --compressed");
}

/* Whether a body of `length` bytes ends where a message can end; *next is where that is. */
static bool ends_well(struct text input, size_t begin, size_t length, size_t *next)
{
    if (length > input.length - begin)
        return false;
    *next = behind_breaks(input, begin + length);
    return *next == input.length || begins_message(input, *next);
}

static void take_body(struct http_reader *reader, struct http_message *message)
{
    struct text input = reader->input;
    size_t begin = reader->at, length;
    bool known = read_length(reader, message, &length) && !is_encoded(message);
    if (known && ends_well(input, begin, length, &reader->at)) {
        message->body = text_slice(input, begin, length);
        return;
    }
    reader->at = next_boundary(input, begin);
    message->body = text_slice(input, begin, reader->at - begin);
    if (!known)
        return;
    fault(reader, message, "body-length", http_value(message, TEXT("Content-Length")),
          arena_format(reader->arena, "Content-Length says %zu, and the body has %zu bytes", length,
                       message->body.length)
              .bytes,
          message->body.length == 0 ? "an answer to HEAD has no body: say --head" : NULL);
}

/* What stands where no body may be is not taken for another message's. */
static void take_no_body(struct http_reader *reader, struct http_message *message)
{
    size_t begin = behind_breaks(reader->input, reader->at);
    reader->at = begin;
    if (begin == reader->input.length || begins_message(reader->input, begin))
        return;
    reader->at = next_boundary(reader->input, begin);
    fault(reader, message, "body-unexpected", text_slice(reader->input, begin, reader->at - begin),
          reader->headless ? "an answer to HEAD has no body"
                           : "an answer of this status has no body",
          NULL);
}

/* ---------------------------------------------------------------- messages */

bool http_bodiless(int status)
{
    return (status >= 100 && status < 200) || status == 204 || status == 304;
}

bool http_next(struct http_reader *reader, struct http_message *message)
{
    size_t begin = behind_breaks(reader->input, reader->at);
    if (!begins_message(reader->input, begin))
        return false;
    *message = (struct http_message){0};
    reader->at = begin;
    read_head(reader, message);
    if (reader->headless || http_bodiless(message->status)) {
        message->body = text_slice(reader->input, reader->at, 0);
        take_no_body(reader, message);
    } else {
        take_body(reader, message);
        check_encoding(reader, message);
    }
    return true;
}

const struct http_field *http_find(const struct http_message *message, struct text name, size_t *at)
{
    while (*at < message->field_count) {
        const struct http_field *field = &message->fields[(*at)++];
        if (text_equal_ignoring_case(field->name, name))
            return field;
    }
    return NULL;
}

struct text http_value(const struct http_message *message, struct text name)
{
    size_t at = 0;
    const struct http_field *field = http_find(message, name, &at);
    return field ? field->value : (struct text){NULL, 0};
}
