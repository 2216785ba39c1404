/*
 * Requests that bring something.
 */
#include "catalogue.h"
#include "conversation.h"
#include "talk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

static void post(size_t length, const char *error)
{
    for (int chunked = 0; chunked <= 1; chunked++) {
        cJSON *record = talk(&(struct asked){
            .method = "POST", .path = "/ok", .body_length = length, .chunked = chunked != 0});
        if (error == NULL)
            assert_null(record);
        else
            talk_says(record, "error.type", error);
        cJSON_Delete(record);
    }
}

void bodies_that_fit(void **state)
{
    (void)state;
    post(0, NULL);
    post(1, NULL);
    post(20000, NULL);
    post(CATALOGUE_BODY_MAX - 1, NULL);
    post(CATALOGUE_BODY_MAX, NULL);
}

void bodies_too_large(void **state)
{
    (void)state;
    post(CATALOGUE_BODY_MAX + 1, "payload-too-large");
    post(2 * CATALOGUE_BODY_MAX, "payload-too-large");
    post(500000, "payload-too-large");
}

/* A body that is not read must not be taken for the next request. */
void bodies_nobody_wants(void **state)
{
    static struct wire wire;
    const struct asked asked[] = {
        {.method = "POST", .path = "/problems/not-found", .body_length = 20000},
        {.method = "PUT", .path = "/ok", .body_length = 20000, .chunked = true},
        {.method = "GET", .path = "/nothing", .body_length = 3},
        {.method = "POST", .path = "/ok", .body_length = CATALOGUE_BODY_MAX + 1},
        {.method = "GET", .path = "/ok"},
    };
    (void)state;
    wire_open(&wire, peer_connect(&talk_peer));
    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
        talk_send(wire.connection, &asked[i], false);
        cJSON_Delete(talk_receive(&wire, &asked[i]));
        talk_go_on(&wire);
    }
    close(wire.connection);
}

/* ---------------------------------------------------------------- out of all proportion */

static const char announced[] = "POST /ok HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                                "Content-Length: 1000000000\r\nExpect: 100-continue\r\n\r\n";
static const char endless[] = "POST /ok HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                              "Transfer-Encoding: chunked\r\n\r\n";

/* Reads what a request whose body is too large is answered with, then the end. */
static void receive_refusal(struct wire *wire, struct expected expected)
{
    const struct asked asked = {
        .method = "POST", .path = "/ok", .body_length = CATALOGUE_BODY_MAX + 1};
    if (expected.outcome == EXPECT_ANSWER)
        cJSON_Delete(talk_receive(wire, &asked));
    else
        talk_receive_own(wire, expected);
}

static void receive_continue(struct wire *wire)
{
    static const char wanted[] = "HTTP/1.1 100 Continue\r\n\r\n";
    char got[sizeof wanted - 1];
    assert_int_equal(recv(wire->connection, got, sizeof got, MSG_WAITALL), sizeof got);
    assert_memory_equal(got, wanted, sizeof got);
}

/* One who says beforehand how much he has is told before he sends it. */
void body_announced_too_large(void **state)
{
    static struct wire wire;
    (void)state;
    wire_open(&wire, peer_connect(&talk_peer));
    peer_send(wire.connection, announced, strlen(announced));
    if (expectations.announced.outcome == EXPECT_READ)
        receive_continue(&wire);
    else
        receive_refusal(&wire, expectations.announced);
    close(wire.connection);
}

/* One who never stops is stopped, or at least answered once he does. */
void body_that_never_ends(void **state)
{
    enum { PIECES = 16384, PIECE = 4096 }; /* 64 MiB */
    static struct wire wire;
    char piece[6 + PIECE + 2];
    size_t sent = 0;
    (void)state;
    memset(piece, 'x', sizeof piece);
    memcpy(piece, "1000\r\n", 6);
    memcpy(piece + 6 + PIECE, "\r\n", 2);
    wire_open(&wire, peer_connect(&talk_peer));
    peer_send(wire.connection, endless, strlen(endless));
    while (sent < PIECES && peer_send(wire.connection, piece, sizeof piece) == sizeof piece)
        sent++;
    if (expectations.endless.outcome == EXPECT_READ) {
        assert_int_equal(sent, PIECES);
        assert_int_equal(peer_send(wire.connection, "0\r\n\r\n", 5), 5);
        receive_refusal(&wire, (struct expected){EXPECT_ANSWER, 0});
    } else {
        assert_true(sent < PIECES);
        receive_refusal(&wire, expectations.endless);
    }
    close(wire.connection);
}
