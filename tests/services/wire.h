/*
 * wire.h - HTTP/1.1 responses as they come out of a socket, read without mercy: what RFC 9112 does
 * not allow a sender is no response.
 */
#ifndef WIRE_H
#define WIRE_H

#include <stdbool.h>
#include <stddef.h>

enum { WIRE_SIZE = 65536, WIRE_FIELDS_MAX = 40 };

/* What has come over a connection and not been read yet. */
struct wire {
    int connection;
    size_t begin, end;
    char bytes[WIRE_SIZE];
};

struct wire_field {
    const char *name, *value; /* NUL-terminated */
};

/* Its pointers lead into the wire's bytes, and stay until the next response is read. */
struct wire_response {
    int status;
    const char *reason;
    size_t field_count;
    struct wire_field fields[WIRE_FIELDS_MAX];
    const char *body;
    size_t body_length;
};

void wire_open(struct wire *wire, int connection);

/*
 * Reads one response, which must say its length. That to HEAD has none of the body. `*wrong` is
 * NULL when there is one; otherwise it says what was wrong, "closed" when the server closed before
 * its first byte. Informational responses (100) are passed over.
 */
bool wire_read(struct wire *wire, bool head, struct wire_response *response, const char **wrong);

/* Whether the server closes now, with not one byte more. */
bool wire_ends(struct wire *wire);

/* The field's value; NULL where it is missing, or there more than once. */
const char *wire_field(const struct wire_response *response, const char *name);

#endif
