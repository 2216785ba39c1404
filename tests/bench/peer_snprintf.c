/*
 * snprintf, with the naive escape that goes with it.
 */
#include "peer_text.h"

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

static size_t body(const struct peer_values *values, char *buffer, size_t size)
{
    char account[512], balance[32], cost[32];
    escape(account, values->account);
    peer_amount(balance, sizeof balance, values->balance);
    peer_amount(cost, sizeof cost, values->cost);
    return (size_t)snprintf(
        buffer, size,
        "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"Your balance is %s but this "
        "transaction requires %s.\",\"instance\":\"urn:uuid:%s\",\"balance\":%s,\"cost\":%s,"
        "\"account\":\"%s\"}",
        PEER_FUNDS, PEER_FUNDS_TITLE, 403, balance, cost, values->id, balance, cost, account);
}

static size_t head(char *buffer, size_t size, const char *type, const char *title, int status,
                   const char *detail, const char *id)
{
    return (size_t)snprintf(buffer, size,
                            "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\","
                            "\"instance\":\"urn:uuid:%s\"",
                            type, title, status, detail, id);
}

static size_t constant(const char *id, char *buffer, size_t size)
{
    size_t used = head(buffer, size, PEER_UNAVAILABLE, PEER_UNAVAILABLE_TITLE, 503,
                       PEER_UNAVAILABLE_DETAIL, id);
    return used + (size_t)snprintf(buffer + used, size - used, "}");
}

static size_t violations(const char *id, const struct peer_place *places, size_t count,
                         char *buffer, size_t size)
{
    size_t used =
        head(buffer, size, PEER_INVALID, PEER_INVALID_TITLE, 422, PEER_INVALID_DETAIL, id);
    for (size_t i = 0; i < count; i++)
        used +=
            (size_t)snprintf(buffer + used, size - used,
                             "%s{\"pointer\":\"#%s\",\"detail\":\"Must be at least %" PRId64
                             ".\",\"rule\":\"minimum\"}",
                             i == 0 ? ",\"errors\":[" : ",", places[i].pointer, places[i].limit);
    return used + (size_t)snprintf(buffer + used, size - used, "]}");
}

const struct peer bench_peer = {"snprintf", NULL, body, constant, violations};
