/*
 * snprintf, with the naive escape that goes with it: given the id as text like the others, and
 * making that with snprintf, too.
 */
#include "peer.h"

#include <inttypes.h>
#include <stdio.h>

static void escape(char *to, const char *text)
{
    for (; *text != '\0'; text++) {
        unsigned char byte = (unsigned char)*text;
        if (byte == '"' || byte == '\\') {
            *to++ = '\\';
            *to++ = *text;
        } else if (byte < 0x20) {
            to += snprintf(to, sizeof "\\u0000", "\\u%04x", byte);
        } else {
            *to++ = *text;
        }
    }
    *to = '\0';
}

static size_t write_head(char *buffer, size_t size, const char *type, const char *title, int status,
                         const char *detail, const char *id)
{
    return (size_t)snprintf(buffer, size,
                            "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\","
                            "\"instance\":\"urn:uuid:%s\"",
                            type, title, status, detail, id);
}

static size_t write_body(const struct peer_values *values, const char *id, char *buffer,
                         size_t size)
{
    char account[512], balance[32], cost[32];
    escape(account, values->account);
    snprintf(balance, sizeof balance, "%" PRId64 ".%02d", values->balance / 100,
             (int)(values->balance % 100));
    snprintf(cost, sizeof cost, "%" PRId64 ".%02d", values->cost / 100, (int)(values->cost % 100));
    return (size_t)snprintf(
        buffer, size,
        "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"Your balance is %s but this "
        "transaction requires %s.\",\"instance\":\"urn:uuid:%s\",\"balance\":%s,\"cost\":%s,"
        "\"account\":\"%s\"}",
        PEER_FUNDS, PEER_FUNDS_TITLE, 403, balance, cost, id, balance, cost, account);
}

static size_t write_constant(const char *id, char *buffer, size_t size)
{
    size_t used = write_head(buffer, size, PEER_UNAVAILABLE, PEER_UNAVAILABLE_TITLE, 503,
                             PEER_UNAVAILABLE_DETAIL, id);
    return used + (size_t)snprintf(buffer + used, size - used, "}");
}

static size_t write_violations(const char *id, const struct peer_place *places, size_t count,
                               char *buffer, size_t size)
{
    size_t used =
        write_head(buffer, size, PEER_INVALID, PEER_INVALID_TITLE, 422, PEER_INVALID_DETAIL, id);
    for (size_t i = 0; i < count; i++)
        used +=
            (size_t)snprintf(buffer + used, size - used,
                             "%s{\"pointer\":\"#%s\",\"detail\":\"Must be at least %" PRId64
                             ".\",\"rule\":\"minimum\"}",
                             i == 0 ? ",\"errors\":[" : ",", places[i].pointer, places[i].limit);
    return used + (size_t)snprintf(buffer + used, size - used, "]}");
}

/* ------------------------------------------------------------------ the id given as text */

static size_t body(const struct peer_values *values, char *buffer, size_t size)
{
    return write_body(values, values->id->text, buffer, size);
}

static size_t constant(const struct peer_id *id, char *buffer, size_t size)
{
    return write_constant(id->text, buffer, size);
}

static size_t violations(const struct peer_id *id, const struct peer_place *places, size_t count,
                         char *buffer, size_t size)
{
    return write_violations(id->text, places, count, buffer, size);
}

const struct peer bench_peer = {"snprintf", NULL, body, constant, violations};

/* ------------------------------------------------------------------ the id's text made, too */

static void write_id(char text[37], const unsigned char *id)
{
    snprintf(text, 37, "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
             id[0], id[1], id[2], id[3], id[4], id[5], id[6], id[7], id[8], id[9], id[10], id[11],
             id[12], id[13], id[14], id[15]);
}

static size_t naive_body(const struct peer_values *values, char *buffer, size_t size)
{
    char text[37];
    write_id(text, values->id->bytes);
    return write_body(values, text, buffer, size);
}

static size_t naive_constant(const struct peer_id *id, char *buffer, size_t size)
{
    char text[37];
    write_id(text, id->bytes);
    return write_constant(text, buffer, size);
}

static size_t naive_violations(const struct peer_id *id, const struct peer_place *places,
                               size_t count, char *buffer, size_t size)
{
    char text[37];
    write_id(text, id->bytes);
    return write_violations(text, places, count, buffer, size);
}

const struct peer bench_peer_naive = {"naive snprintf", NULL, naive_body, naive_constant,
                                      naive_violations};
