/*
 * Others who write the same bodies. Each library is a module of its own, since some of them export
 * the same names; it defines `bench_peer`.
 */
#ifndef BENCH_PEER_H
#define BENCH_PEER_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* An occurrence's id, a UUID; peers take it as text, so that none has to make that. */
struct peer_id {
    unsigned char bytes[16];
    char text[37];
};

/* An occurrence as its caller has it; amounts are hundredths. */
struct peer_values {
    int64_t balance, cost;
    const char *account;
    const struct peer_id *id;
};

struct peer_place {
    const char *pointer;
    int64_t limit;
};

/* Each returns the length of what it wrote; the buffer is large enough. */
struct peer {
    const char *name;
    const char *differs; /* how its bytes may differ from ours; NULL: they may not */
    size_t (*body)(const struct peer_values *values, char *buffer, size_t size);
    size_t (*constant)(const struct peer_id *id, char *buffer, size_t size);
    size_t (*violations)(const struct peer_id *id, const struct peer_place *places, size_t count,
                         char *buffer, size_t size);
};

extern const struct peer bench_peer;
extern const struct peer bench_peer_naive; /* of peer_snprintf.c alone: it also writes the id */

/* What all of them write. */
#define PEER_BASE               "https://api.example.com/errors/"
#define PEER_FUNDS              PEER_BASE "insufficient-funds"
#define PEER_FUNDS_TITLE        "Insufficient funds"
#define PEER_UNAVAILABLE        PEER_BASE "service-unavailable"
#define PEER_UNAVAILABLE_TITLE  "Service unavailable"
#define PEER_UNAVAILABLE_DETAIL "Maintenance is under way. The service is back in two hours."
#define PEER_INVALID            PEER_BASE "validation-failed"
#define PEER_INVALID_TITLE      "Validation failed"
#define PEER_INVALID_DETAIL     "Members of the request are missing or out of range."

#ifdef __cplusplus
}
#endif

#endif
