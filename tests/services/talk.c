#define _POSIX_C_SOURCE 200809L
#include "talk.h"

#include "catalogue.h"

#include <problem_tables.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

struct peer talk_peer;
struct journal talk_journal;
bool talk_closes;

/* ---------------------------------------------------------------- asking */

size_t talk_head(const struct asked *asked, bool last, char head[TALK_HEAD_MAX])
{
    char length[64] = "";
    if (asked->chunked)
        snprintf(length, sizeof length, "Transfer-Encoding: chunked\r\n");
    else if (asked->body_length > 0 || strcmp(asked->method, "POST") == 0)
        snprintf(length, sizeof length, "Content-Length: %zu\r\n", asked->body_length);
    int written = snprintf(head, TALK_HEAD_MAX, "%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\n%s%s%s\r\n",
                           asked->method, asked->path, asked->fields ? asked->fields : "", length,
                           last ? "Connection: close\r\n" : "");
    assert_true(written > 0 && written < TALK_HEAD_MAX);
    return (size_t)written;
}

static void send_body(int connection, const struct asked *asked)
{
    enum { PIECE = 8192 };
    char piece[PIECE], size[32];
    memset(piece, 'x', sizeof piece);
    for (size_t left = asked->body_length; left > 0;) {
        size_t length = left < PIECE ? left : PIECE;
        if (asked->chunked)
            peer_send(connection, size, (size_t)snprintf(size, sizeof size, "%zx\r\n", length));
        peer_send(connection, piece, length);
        if (asked->chunked)
            peer_send(connection, "\r\n", 2);
        left -= length;
    }
    if (asked->chunked)
        peer_send(connection, "0\r\n\r\n", 5);
}

void talk_send(int connection, const struct asked *asked, bool last)
{
    char head[TALK_HEAD_MAX];
    peer_send(connection, head, talk_head(asked, last, head));
    send_body(connection, asked);
}

/* ---------------------------------------------------------------- what must come back */

struct answer {
    struct problem problem;
    struct problem_response response;
    char buffer[PAYMENTS_RESPONSE_MAX];
};

static void parse_occurrence(const char *text, unsigned char id[16])
{
    assert_non_null(text);
    assert_int_equal(strlen(text), PROBLEM_OCCURRENCE_SIZE - 1);
    for (size_t at = 0, i = 0; i < 16; i++) {
        at += text[at] == '-';
        char digits[3] = {text[at], text[at + 1], '\0'}, *end;
        id[i] = (unsigned char)strtoul(digits, &end, 16);
        assert_true(*end == '\0');
        at += 2;
    }
}

/* What the request raises here; false: nothing. */
static bool raise_here(const struct asked *asked, struct problem *problem)
{
    *problem = PROBLEM_INIT;
    if (catalogue_answer(problem, asked->method, asked->path) == 0 &&
        asked->body_length > CATALOGUE_BODY_MAX)
        catalogue_too_large(problem);
    return problem_raised(problem) != 0;
}

/* The response of this process, under the id that the server's has. */
static void respond_here(struct answer *answer, const struct asked *asked, const char *occurrence)
{
    static struct problem_sink nowhere = PROBLEM_SINK_NONE;
    unsigned char id[16];
    struct problem_request request = {
        .method = asked->method, .accept = asked->accept, .sink = &nowhere};
    parse_occurrence(occurrence, id);
    problem_fix_occurrence(&answer->problem, id);
    assert_true(problem_respond(PAYMENTS_REGISTRY, &answer->problem, &request, answer->buffer,
                                sizeof answer->buffer, &answer->response) <= sizeof answer->buffer);
}

/* ---------------------------------------------------------------- checking */

static const char *phrase_of(int status)
{
    const size_t count = sizeof expectations.phrases / sizeof expectations.phrases[0];
    for (size_t i = 0; i < count; i++)
        if (expectations.phrases[i].status == status)
            return expectations.phrases[i].text;
    return problem_reason(status);
}

static bool is_the_servers(const char *name)
{
    static const char *const any[] = {"Date", "Server", "Connection", "Keep-Alive"};
    for (size_t i = 0; i < sizeof any / sizeof any[0]; i++)
        if (strcasecmp(any[i], name) == 0)
            return true;
    for (size_t i = 0; i < sizeof expectations.fields / sizeof expectations.fields[0]; i++)
        if (expectations.fields[i] != NULL && strcasecmp(expectations.fields[i], name) == 0)
            return true;
    return false;
}

/* Each field of the problem once, Content-Length, and nothing else but the server's own. */
static void check_fields(const struct wire_response *got, const struct problem_response *wanted)
{
    char length[32];
    size_t others = 0;
    for (size_t i = 0; i < wanted->header_count; i++) {
        const char *value = wire_field(got, wanted->headers[i].name);
        assert_non_null(value);
        assert_string_equal(value, wanted->headers[i].value);
    }
    snprintf(length, sizeof length, "%zu", wanted->content_length);
    assert_string_equal(wire_field(got, "Content-Length"), length);
    for (size_t i = 0; i < got->field_count; i++)
        others += is_the_servers(got->fields[i].name);
    assert_int_equal(got->field_count, wanted->header_count + 1 + others);
}

static void check_response(const struct wire_response *got, const struct problem_response *wanted,
                           const char *phrase)
{
    assert_int_equal(got->status, wanted->status);
    assert_string_equal(got->reason, phrase);
    check_fields(got, wanted);
    assert_int_equal(got->body_length, wanted->body_length);
    assert_memory_equal(got->body, wanted->body, wanted->body_length);
}

void talk_says(const cJSON *record, const char *field, const char *wanted)
{
    const char *text = journal_text(record, field);
    if (text == NULL)
        fail_msg("the record has no %s", field);
    else
        assert_string_equal(text, wanted);
}

static void check_number(const cJSON *record, const char *name, int wanted)
{
    const cJSON *number = cJSON_GetObjectItemCaseSensitive(record, name);
    assert_true(cJSON_IsNumber(number));
    assert_int_equal(number->valueint, wanted);
}

/* What was really raised, and what was really sent. */
static void check_record(const cJSON *record, const struct answer *answer)
{
    struct problem_info info;
    assert_true(problem_describe(PAYMENTS_REGISTRY, problem_raised(&answer->problem), &info));
    talk_says(record, "error.type", info.code);
    talk_says(record, "problem.registry", "payments");
    check_number(record, "http.response.status_code", answer->response.status);
    assert_true((journal_text(record, "problem.sent.code") != NULL) == (info.concealed_as != 0));
}

/* The request as the record has it. */
static void check_request(const cJSON *record, const struct asked *asked)
{
    bool known = strcmp(asked->method, "BREW") != 0;
    talk_says(record, "http.request.method", known ? asked->method : "_OTHER");
    const char *path = journal_text(record, "url.path");
    assert_non_null(path);
    assert_null(strchr(path, '?'));
    if (strncmp(asked->path, "/problems/", 10) == 0)
        assert_string_equal(path, asked->path);
}

static cJSON *take_record(void)
{
    const char *wrong;
    cJSON *record = journal_take(&talk_journal, &wrong);
    assert_null(wrong);
    return record;
}

static void check_success(const struct wire_response *got, bool head)
{
    assert_int_equal(got->status, 200);
    assert_string_equal(wire_field(got, "Content-Length"), "3");
    assert_non_null(wire_field(got, "Content-Type"));
    assert_memory_equal(wire_field(got, "Content-Type"), "text/plain", strlen("text/plain"));
    assert_int_equal(got->body_length, head ? 0 : strlen(CATALOGUE_TEXT));
    assert_memory_equal(got->body, CATALOGUE_TEXT, got->body_length);
}

/* Checks a response to `asked` against the problem in `answer`. */
static cJSON *check_problem(const struct wire_response *got, const struct asked *asked,
                            struct answer *answer)
{
    cJSON *record = take_record();
    assert_non_null(record);
    respond_here(answer, asked, journal_text(record, "problem.occurrence"));
    check_response(got, &answer->response, phrase_of(answer->response.status));
    check_record(record, answer);
    return record;
}

cJSON *talk_receive(struct wire *wire, const struct asked *asked)
{
    static struct answer answer;
    struct wire_response got;
    const char *wrong;
    bool head = strcmp(asked->method, "HEAD") == 0;
    if (!wire_read(wire, head, &got, &wrong))
        fail_msg("%s %s: %s", asked->method, asked->path, wrong);
    const char *connection = wire_field(&got, "Connection");
    talk_closes = connection != NULL && strcasecmp(connection, "close") == 0;
    if (!raise_here(asked, &answer.problem)) {
        check_success(&got, head);
        return NULL;
    }
    cJSON *record = check_problem(&got, asked, &answer);
    check_request(record, asked);
    return record;
}

/* ---------------------------------------------------------------- whole exchanges */

cJSON *talk(const struct asked *asked)
{
    static struct wire wire;
    wire_open(&wire, peer_connect(&talk_peer));
    talk_send(wire.connection, asked, true);
    cJSON *record = talk_receive(&wire, asked);
    assert_true(wire_ends(&wire));
    close(wire.connection);
    return record;
}

void talk_go_on(struct wire *wire)
{
    if (!talk_closes)
        return;
    assert_true(wire_ends(wire));
    close(wire->connection);
    wire_open(wire, peer_connect(&talk_peer));
}

static cJSON *receive_raised(const struct wire_response *got, int status)
{
    static struct answer answer;
    const struct asked unknown = {.method = NULL};
    answer.problem = PROBLEM_INIT;
    catalogue_raise_status(&answer.problem, status);
    return check_problem(got, &unknown, &answer);
}

static cJSON *receive_expected(struct wire *wire, struct expected expected)
{
    struct wire_response got;
    const char *wrong;
    bool read = wire_read(wire, false, &got, &wrong);
    if (expected.outcome == EXPECT_CLOSED) {
        assert_false(read);
        assert_string_equal(wrong, "closed");
        assert_null(take_record());
        return NULL;
    }
    if (!read)
        fail_msg("%s", wrong);
    if (expected.outcome == EXPECT_RAISED)
        return receive_raised(&got, expected.status);
    const char *type = wire_field(&got, "Content-Type");
    assert_int_equal(got.status, expected.status);
    assert_true(type == NULL || strstr(type, "problem") == NULL);
    assert_null(take_record());
    return NULL;
}

void talk_receive_own(struct wire *wire, struct expected expected)
{
    cJSON_Delete(receive_expected(wire, expected));
}

cJSON *talk_expecting(const struct asked *asked, struct expected expected)
{
    static struct wire wire;
    if (expected.outcome == EXPECT_ANSWER)
        return talk(asked);
    wire_open(&wire, peer_connect(&talk_peer));
    talk_send(wire.connection, asked, true);
    cJSON *record = receive_expected(&wire, expected);
    close(wire.connection);
    return record;
}

void talk_compare(struct wire *wire, const struct asked *asked, const char *occurrence)
{
    static struct answer answer;
    struct wire_response got;
    const char *wrong;
    if (!wire_read(wire, strcmp(asked->method, "HEAD") == 0, &got, &wrong))
        fail_msg("%s", wrong);
    assert_true(raise_here(asked, &answer.problem));
    respond_here(&answer, asked, occurrence);
    check_response(&got, &answer.response, answer.response.reason);
}

size_t talk_take_records(void)
{
    const struct timespec pause = {0, 20000000};
    size_t count = 0;
    for (int quiet = 0; quiet < 15;) {
        cJSON *record = take_record();
        quiet = record != NULL ? 0 : quiet + 1;
        count += record != NULL;
        cJSON_Delete(record);
        if (quiet > 0)
            nanosleep(&pause, NULL);
    }
    return count;
}
