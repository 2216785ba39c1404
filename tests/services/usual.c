/*
 * What clients do every day.
 */
#define _POSIX_C_SOURCE 200809L
#include "catalogue.h"
#include "conversation.h"
#include "talk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum { PATH_SIZE = 128 };

static void problem_path(const char *code, char path[PATH_SIZE])
{
    snprintf(path, PATH_SIZE, "/problems/%s", code);
}

static void ask_every_problem(const char *method)
{
    char path[PATH_SIZE];
    for (size_t i = 0; catalogue_code(i) != NULL; i++) {
        problem_path(catalogue_code(i), path);
        cJSON *record = talk(&(struct asked){.method = method, .path = path});
        assert_non_null(record);
        talk_says(record, "error.type", catalogue_code(i));
        cJSON_Delete(record);
    }
}

void every_problem(void **state)
{
    (void)state;
    ask_every_problem("GET");
}

void every_problem_by_head(void **state)
{
    (void)state;
    ask_every_problem("HEAD");
}

/* RFC 9110 10.2.1: Allow may be empty. */
void empty_field(void **state)
{
    (void)state;
    cJSON_Delete(talk(&(struct asked){.method = "GET", .path = "/problems/nothing-allowed"}));
    cJSON_Delete(talk(&(struct asked){.method = "HEAD", .path = "/problems/nothing-allowed"}));
}

void success(void **state)
{
    (void)state;
    assert_null(talk(&(struct asked){.method = "GET", .path = "/ok"}));
    assert_null(talk(&(struct asked){.method = "HEAD", .path = "/ok"}));
    assert_null(talk(&(struct asked){.method = "POST", .path = "/ok"}));
}

/* ---------------------------------------------------------------- many on one connection */

/* GET and HEAD of each problem and of /ok by turns: a body after a HEAD would be taken for the next
 * response. */
static struct asked nth_request(size_t n, char path[PATH_SIZE])
{
    size_t count = 0;
    while (catalogue_code(count) != NULL)
        count++;
    if (n % (count + 1) == count)
        snprintf(path, PATH_SIZE, "/ok");
    else
        problem_path(catalogue_code(n % (count + 1)), path);
    return (struct asked){.method = n % 3 == 1 ? "HEAD" : "GET", .path = path};
}

void kept_connection(void **state)
{
    static struct wire wire;
    char path[PATH_SIZE];
    (void)state;
    wire_open(&wire, peer_connect(&talk_peer));
    for (size_t n = 0; n < 60; n++) {
        struct asked asked = nth_request(n, path);
        talk_send(wire.connection, &asked, false);
        cJSON *record = talk_receive(&wire, &asked);
        assert_true(talk_closes == (expectations.closes && record != NULL));
        talk_go_on(&wire);
        cJSON_Delete(record);
    }
    close(wire.connection);
}

/* All at once: the answers come in order (RFC 9112 9.3.2). */
void pipelined(void **state)
{
    enum { COUNT = 24 };
    static struct wire wire;
    char path[PATH_SIZE], requests[COUNT * 256];
    size_t length = 0;
    (void)state;
    if (expectations.closes)
        skip();
    for (size_t n = 0; n < COUNT; n++) {
        char head[TALK_HEAD_MAX];
        struct asked asked = nth_request(n, path);
        size_t head_length = talk_head(&asked, n + 1 == COUNT, head);
        assert_true(length + head_length <= sizeof requests);
        memcpy(requests + length, head, head_length);
        length += head_length;
    }
    wire_open(&wire, peer_connect(&talk_peer));
    assert_int_equal(peer_send(wire.connection, requests, length), length);
    for (size_t n = 0; n < COUNT; n++) {
        struct asked asked = nth_request(n, path);
        cJSON_Delete(talk_receive(&wire, &asked));
    }
    assert_true(wire_ends(&wire));
    close(wire.connection);
}

void a_byte_at_a_time(void **state)
{
    static struct wire wire;
    char head[TALK_HEAD_MAX];
    const struct timespec pause = {0, 500000};
    const struct asked asked = {.method = "GET", .path = "/problems/rate-limited"};
    size_t length = talk_head(&asked, true, head);
    (void)state;
    wire_open(&wire, peer_connect(&talk_peer));
    for (size_t i = 0; i < length; i++) {
        assert_int_equal(peer_send(wire.connection, head + i, 1), 1);
        nanosleep(&pause, NULL);
    }
    cJSON_Delete(talk_receive(&wire, &asked));
    assert_true(wire_ends(&wire));
    close(wire.connection);
}

/* ---------------------------------------------------------------- methods, paths, fields */

void wrong_methods(void **state)
{
    static const char *const methods[] = {"PUT", "DELETE", "PATCH", "OPTIONS"};
    (void)state;
    for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
        cJSON *record = talk(&(struct asked){.method = methods[i], .path = "/ok"});
        talk_says(record, "error.type", "method-not-allowed");
        cJSON_Delete(record);
    }
    const struct asked unknown = {.method = "BREW", .path = "/ok"};
    cJSON_Delete(talk_expecting(&unknown, expectations.unknown_method));
}

void unknown_paths(void **state)
{
    static const char *const paths[] = {"/",     "/nothing",          "/ok/",       "/okay",
                                        "/prob", "/problems/nothing", "/problems/", "/OK"};
    (void)state;
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        cJSON *record = talk(&(struct asked){.method = "GET", .path = paths[i]});
        talk_says(record, "error.type", "not-found");
        talk_says(record, "url.path", paths[i]);
        cJSON_Delete(record);
    }
}

/* Which label they get is for the runtime's tests; here it is all of the field that must arrive. */
void accept_lists(void **state)
{
    static const struct {
        const char *fields, *joined;
    } cases[] = {
        {"Accept: application/problem+json\r\n", "application/problem+json"},
        {"Accept: text/html;q=0.9, */*;q=0.1\r\n", "text/html;q=0.9, */*;q=0.1"},
        {"Accept: application/problem+json;q=0, application/json\r\n",
         "application/problem+json;q=0, application/json"},
        {"accept: APPLICATION/PROBLEM+JSON ; Q=0.000\r\n", "application/problem+json;q=0"},
        {"Accept: application/problem+json;q=0\r\nAccept: application/json;q=0\r\n",
         "application/problem+json;q=0, application/json;q=0"},
        {"Accept: text/html\r\nAccept: application/problem+json;q=0\r\nAccept: text/plain\r\n",
         "text/html, application/problem+json;q=0, text/plain"},
        {"Accept:\r\n", ""},
        {"Accept: ;;;,,,\"\r\n", ";;;,,,\""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        cJSON_Delete(talk(&(struct asked){.method = "GET",
                                          .path = "/problems/rate-limited",
                                          .fields = cases[i].fields,
                                          .accept = cases[i].joined}));
}

void trace_contexts(void **state)
{
    (void)state;
    cJSON *record = talk(&(struct asked){
        .method = "GET",
        .path = "/problems/internal-error",
        .fields = "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\n"
                  "X-Request-Id: request-1\r\nAccept-Language: de, en;q=0.5\r\n"});
    talk_says(record, "trace_id", "4bf92f3577b34da6a3ce929d0e0e4736");
    talk_says(record, "span_id", "00f067aa0ba902b7");
    talk_says(record, "trace_flags", "01");
    talk_says(record, "problem.request.id", "request-1");
    const cJSON *language =
        cJSON_GetObjectItemCaseSensitive(record, "http.request.header.accept-language");
    assert_int_equal(cJSON_GetArraySize(language), 1);
    assert_string_equal(cJSON_GetArrayItem(language, 0)->valuestring, "de, en;q=0.5");
    talk_says(record, "problem.errno.name", "EIO");
    cJSON_Delete(record);
}

/* ---------------------------------------------------------------- other programs */

static FILE *run(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Runs a command of the shell, to read what it prints. */
static FILE *run(const char *format, ...)
{
    char command[1024];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(command, sizeof command, format, arguments);
    va_end(arguments);
    assert_true(length > 0 && (size_t)length < sizeof command);
    FILE *output = popen(command, "r");
    assert_non_null(output);
    return output;
}

static void ask_by_curl(const struct asked *asked, const char *options)
{
    static struct wire wire;
    FILE *output = run("curl --silent --http1.1 --max-time 10 %s http://127.0.0.1:%u%s", options,
                       talk_peer.port, asked->path);
    wire_open(&wire, fileno(output));
    cJSON_Delete(talk_receive(&wire, asked));
    assert_true(wire_ends(&wire));
    assert_int_equal(pclose(output), 0);
}

void by_curl(void **state)
{
    (void)state;
    if (system("command -v curl >/dev/null") != 0) {
        print_message("curl is not installed\n");
        skip();
    }
    ask_by_curl(&(struct asked){.method = "GET", .path = "/problems/insufficient-funds"}, "-i");
    ask_by_curl(&(struct asked){.method = "HEAD", .path = "/problems/insufficient-funds"}, "-I");
    ask_by_curl(&(struct asked){.method = "PUT", .path = "/ok"}, "-i -X PUT");
    ask_by_curl(&(struct asked){.method = "POST", .path = "/ok", .body_length = 100000},
                "-i -d \"$(head -c 100000 /dev/zero | tr '\\0' x)\"");
}

/* `problemc render` with the same values and id prints what the server sent. */
void as_rendered(void **state)
{
    static const struct {
        const char *path, *arguments;
    } cases[] = {
        {"/problems/insufficient-funds", "insufficient-funds balance=30.00 cost=50.00"},
        {"/problems/account-suspended", "account-suspended reason=owner-request since=2026-11-02"},
        {"/problems/method-not-allowed", "method-not-allowed allow=GET allow=HEAD allow=POST"},
        {"/problems/validation-failed",
         "validation-failed --violation '/payee required' "
         "--violation '/items/3/amount minimum limit=1' --violation '?limit maximum limit=100' "
         "--violation '{id} format expected=a UUID' --violation 'If-Match: required'"},
        {"/problems/access-denied", "not-found"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        static struct wire wire;
        const struct asked asked = {.method = "GET", .path = cases[i].path};
        cJSON *record = talk(&asked);
        const char *occurrence = journal_text(record, "problem.occurrence");
        FILE *output = run("'%s' render '%s' %s --id %s", conversation_problemc,
                           conversation_registry, cases[i].arguments, occurrence);
        wire_open(&wire, fileno(output));
        talk_compare(&wire, &asked, occurrence);
        assert_int_equal(pclose(output), 0);
        cJSON_Delete(record);
    }
}
