/*
 * What no client does by accident.
 */
#include "catalogue.h"
#include "conversation.h"
#include "talk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

enum { LARGE = 65536 };

/* ---------------------------------------------------------------- no requests */

struct malformed_request {
    const char *before, *after; /* LARGE bytes between them where there is an `after` */
};

static const struct malformed_request malformed[MALFORMED_COUNT] = {
    [MALFORMED_GARBAGE] = {"\x16\x03\x01\x02\r\n\r\n", NULL},
    [MALFORMED_NO_PATH] = {"GET\r\n\r\n", NULL},
    [MALFORMED_VERSION] = {"GET /ok HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n", NULL},
    [MALFORMED_FIELD] = {"GET /ok HTTP/1.1\r\nHost: 127.0.0.1\r\nno colon\r\n\r\n", NULL},
    [MALFORMED_LENGTH] = {"POST /ok HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: x\r\n\r\n",
                          NULL},
    [MALFORMED_HUGE] = {"POST /ok HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                        "Content-Length: 9999999999999999999999999\r\n\r\n",
                        NULL},
    [MALFORMED_CHUNK] = {"POST /ok HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                         "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
                         NULL},
    [MALFORMED_LARGE_LINE] = {"GET /", " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"},
    [MALFORMED_LARGE_HEAD] = {"GET /ok HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Large: ", "\r\n\r\n"},
};

static void send_malformed(int connection, const struct malformed_request *request)
{
    static char large[LARGE];
    memset(large, 'a', sizeof large);
    peer_send(connection, request->before, strlen(request->before));
    if (request->after != NULL) {
        peer_send(connection, large, sizeof large);
        peer_send(connection, request->after, strlen(request->after));
    }
}

void malformed_requests(void **state)
{
    static struct wire wire;
    (void)state;
    for (size_t i = 0; i < MALFORMED_COUNT; i++) {
        assert_true(expectations.malformed[i].outcome != EXPECT_ANSWER);
        wire_open(&wire, peer_connect(&talk_peer));
        send_malformed(wire.connection, &malformed[i]);
        talk_receive_own(&wire, expectations.malformed[i]);
        close(wire.connection);
        success(state); /* for others all goes on */
    }
}

/* ---------------------------------------------------------------- fields */

#define BYTES_64  "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define BYTES_128 BYTES_64 BYTES_64
#define BYTES_1000                                                                                 \
    BYTES_128 BYTES_128 BYTES_128 BYTES_128 BYTES_128 BYTES_128 BYTES_128 BYTES_64                 \
        "0123456789abcdef0123456789abcdef01234567"

struct id_case {
    const char *value;
    const char *refused; /* what the record shows of one that is no id; NULL: it is one */
};

static const struct id_case ids[ID_COUNT] = {
    [ID_PLAIN] = {"request-1.A_b", NULL},
    [ID_LONGEST] = {BYTES_128, NULL},
    [ID_TOO_LONG] = {BYTES_128 "x", BYTES_64},
    [ID_1000_BYTES] = {BYTES_1000, BYTES_64},
    [ID_QUOTES] = {"a\"b\\c\",\"status\":200,\"x\":\"", "a\"b\\c\",\"status\":200,\"x\":\""},
    [ID_MARKUP] = {"<script>${jndi:ldap://x}</script>%s%n",
                   "<script>${jndi:ldap://x}</script>%s%n"},
    [ID_BLANK] = {"a b", "a b"},
    [ID_TAB] = {"a\tb", "a\tb"},
    [ID_UTF8] = {"caf\xC3\xA9", "caf\xC3\xA9"},
    [ID_LATIN1] = {"caf\xE9", "caf\xEF\xBF\xBD"},
    [ID_ESCAPE] = {"a\x1B[31mb", "a\x1B[31mb"},
};

static void check_id(const cJSON *record, const struct id_case *the_case)
{
    const char *id = journal_text(record, "problem.request.id");
    const char *refused = journal_text(record, "problem.request.id_refused");
    if (the_case->refused == NULL) {
        talk_says(record, "problem.request.id", the_case->value);
        assert_null(refused);
        return;
    }
    assert_null(id);
    assert_non_null(refused);
    assert_memory_equal(refused, the_case->refused, strlen(the_case->refused));
}

/* None of them is ever in a response: those are compared byte for byte. */
void hostile_request_ids(void **state)
{
    char fields[2048];
    (void)state;
    for (size_t i = 0; i < ID_COUNT; i++) {
        snprintf(fields, sizeof fields, "X-Request-Id: %s\r\n", ids[i].value);
        const struct asked asked = {
            .method = "GET", .path = "/problems/access-denied", .fields = fields};
        cJSON *record = talk_expecting(&asked, expectations.request_ids[i]);
        if (record != NULL && expectations.request_ids[i].outcome == EXPECT_ANSWER)
            check_id(record, &ids[i]);
        cJSON_Delete(record);
    }
}

void hostile_traceparents(void **state)
{
    static const char *const values[] = {
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-extra",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
        "\",\"error.type\":\"none",
    };
    char fields[256];
    (void)state;
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        snprintf(fields, sizeof fields, "traceparent: %s\r\n", values[i]);
        cJSON *record = talk(
            &(struct asked){.method = "GET", .path = "/problems/internal-error", .fields = fields});
        assert_null(journal_text(record, "trace_id"));
        talk_says(record, "problem.request.traceparent_refused", values[i]);
        cJSON_Delete(record);
    }
}

/* ---------------------------------------------------------------- paths */

#define BYTES_4000 BYTES_1000 BYTES_1000 BYTES_1000 BYTES_1000

struct path_case {
    const char *sent;
    const char *decoded; /* how its record begins where the server decodes paths */
};

static const struct path_case paths[PATH_COUNT] = {
    [PATH_QUERY] = {"/nothing?key=secret", "/nothing"},
    [PATH_CRLF] = {"/a%0d%0aX-Evil:%201%0d%0a%0d%0a{}", "/a\r\nX-Evil: 1\r\n\r\n{}"},
    [PATH_NUL] = {"/a%00b", "/a"},
    [PATH_LATIN1] = {"/%ff%fe", "/\xEF\xBF\xBD\xEF\xBF\xBD"},
    [PATH_QUOTES] = {"/%22%5c%22,%22status%22:200", "/\"\\\",\"status\":200"},
    [PATH_PERCENT] = {"/%zz%", "/%zz%"},
    [PATH_DOTS] = {"/../../etc/passwd", "/"},
    [PATH_BYTES] = {"/caf\xE9\"<\\", "/caf\xEF\xBF\xBD\"<\\"},
    [PATH_LONG] = {"/" BYTES_4000, "/" BYTES_1000},
};

/* The beginning of the path as a raw one has it. */
static size_t raw_length(const char *path)
{
    size_t length = strcspn(path, "?\xE9");
    return length < 1000 ? length : 1000;
}

void hostile_paths(void **state)
{
    (void)state;
    for (size_t i = 0; i < PATH_COUNT; i++) {
        const struct asked asked = {.method = "GET", .path = paths[i].sent};
        cJSON *record = talk_expecting(&asked, expectations.paths[i]);
        if (record != NULL && expectations.paths[i].outcome == EXPECT_ANSWER) {
            const char *path = journal_text(record, "url.path");
            const char *begins = expectations.raw_path ? paths[i].sent : paths[i].decoded;
            size_t length = expectations.raw_path ? raw_length(begins) : strlen(begins);
            assert_non_null(path);
            assert_true(strncmp(path, begins, length) == 0);
        }
        cJSON_Delete(record);
    }
}

/* ---------------------------------------------------------------- half a conversation */

static void send_and_leave(const char *bytes, bool abruptly)
{
    const struct linger reset = {1, 0};
    int connection = peer_connect(&talk_peer);
    peer_send(connection, bytes, strlen(bytes));
    if (abruptly)
        setsockopt(connection, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    close(connection);
}

void clients_that_leave(void **state)
{
    static const char *const halves[] = {
        "",
        "GET /prob",
        "GET /problems/not-found HTTP/1.1\r\nHost: 127.0.0.1\r\n",
        "POST /ok HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nxxx",
        "GET /ok HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    };
    for (int round = 0; round < 4; round++) {
        for (size_t i = 0; i < sizeof halves / sizeof halves[0]; i++)
            send_and_leave(halves[i], round % 2 != 0);
        success(state);
    }
    if (expectations.records_leavers)
        assert_true(talk_take_records() > 0);
}
