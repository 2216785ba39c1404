#include "wire.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/types.h>
#include <unistd.h>

void wire_open(struct wire *wire, int connection)
{
    wire->connection = connection;
    wire->begin = 0;
    wire->end = 0;
}

/* Reads some more; false: there is no more, or no room. */
static bool more(struct wire *wire)
{
    if (wire->end == sizeof wire->bytes)
        return false;
    ssize_t length =
        read(wire->connection, wire->bytes + wire->end, sizeof wire->bytes - wire->end);
    if (length <= 0)
        return false;
    wire->end += (size_t)length;
    return true;
}

/* Makes room at the end: what has been read is forgotten. */
static void settle(struct wire *wire)
{
    memmove(wire->bytes, wire->bytes + wire->begin, wire->end - wire->begin);
    wire->end -= wire->begin;
    wire->begin = 0;
}

bool wire_ends(struct wire *wire)
{
    settle(wire);
    return wire->end == 0 && !more(wire);
}

/* ---------------------------------------------------------------- the head */

/* The next line, without its CR LF, which becomes a NUL; NULL where it has no such end, or holds
 * what no line may. */
static char *take_line(struct wire *wire)
{
    size_t at = wire->begin;
    for (;; at++) {
        while (at + 1 >= wire->end)
            if (!more(wire))
                return NULL;
        if (wire->bytes[at] == '\r')
            break;
        if (wire->bytes[at] == '\n' || wire->bytes[at] == '\0')
            return NULL;
    }
    if (wire->bytes[at + 1] != '\n')
        return NULL;
    char *line = wire->bytes + wire->begin;
    wire->bytes[at] = '\0';
    wire->begin = at + 2;
    return line;
}

/* HTTP/1.1 SP 3DIGIT SP phrase */
static bool read_status(char *line, struct wire_response *response)
{
    static const char version[] = "HTTP/1.1 ";
    const size_t code = sizeof version - 1;
    if (strncmp(line, version, code) != 0 || strspn(line + code, "0123456789") != 3 ||
        line[code + 3] != ' ')
        return false;
    response->status =
        (line[code] - '0') * 100 + (line[code + 1] - '0') * 10 + line[code + 2] - '0';
    response->reason = line + code + 4;
    return true;
}

/* field-name ":" OWS field-value OWS */
static bool read_field(char *line, struct wire_field *field)
{
    size_t name = strspn(line, "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz"
                               "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (name == 0 || line[name] != ':')
        return false;
    line[name] = '\0';
    field->name = line;
    field->value = line + name + 1 + strspn(line + name + 1, " \t");
    for (const char *c = field->value; *c != '\0'; c++)
        if ((*c < ' ' && *c != '\t') || *c > '~')
            return false;
    return true;
}

static const char *read_head(struct wire *wire, struct wire_response *response)
{
    char *line;
    response->field_count = 0;
    if (wire->begin == wire->end && !more(wire))
        return "closed";
    line = take_line(wire);
    if (line == NULL || !read_status(line, response))
        return "no status line";
    for (;;) {
        line = take_line(wire);
        if (line == NULL)
            return "a head without an end";
        if (*line == '\0')
            return NULL;
        if (response->field_count == WIRE_FIELDS_MAX ||
            !read_field(line, &response->fields[response->field_count++]))
            return "a malformed field";
    }
}

const char *wire_field(const struct wire_response *response, const char *name)
{
    const char *value = NULL;
    for (size_t i = 0; i < response->field_count; i++)
        if (strcasecmp(response->fields[i].name, name) == 0) {
            if (value != NULL)
                return NULL;
            value = response->fields[i].value;
        }
    return value;
}

/* ---------------------------------------------------------------- the body */

/* The value of Content-Length; false where there is none, or more than fits. */
static bool read_length(const struct wire_response *response, size_t *length)
{
    const char *text = wire_field(response, "Content-Length");
    if (text == NULL || *text == '\0' || strspn(text, "0123456789") != strlen(text))
        return false;
    *length = strtoul(text, NULL, 10);
    return *length < WIRE_SIZE && wire_field(response, "Transfer-Encoding") == NULL;
}

static const char *read_body(struct wire *wire, bool head, struct wire_response *response)
{
    size_t length;
    if (!read_length(response, &length))
        return "no usable Content-Length";
    response->body = wire->bytes + wire->begin;
    response->body_length = head ? 0 : length;
    while (wire->end - wire->begin < response->body_length)
        if (!more(wire))
            return "less body than Content-Length says";
    wire->begin += response->body_length;
    return NULL;
}

bool wire_read(struct wire *wire, bool head, struct wire_response *response, const char **wrong)
{
    do {
        settle(wire);
        *wrong = read_head(wire, response);
    } while (*wrong == NULL && response->status / 100 == 1);
    if (*wrong == NULL)
        *wrong = read_body(wire, head, response);
    return *wrong == NULL;
}
