/*
 * A service and its log: what a callback gets when requests fail, and what callers get meanwhile.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <errno.h>

#include "answer.h"
#include "payments_problems.h"
#include "sandbox_problems.h"
#include "strict_json.h"

enum { LINES_MAX = 8 };

/* A log as a service may have it, in memory. */
struct journal {
    size_t count;
    bool full;
    cJSON *lines[LINES_MAX];
};

static struct journal journal;

static bool keep_line(void *context, const char *line, size_t length)
{
    struct journal *kept = context;
    size_t error;
    assert_ptr_equal(kept, &journal);
    if (kept->full)
        return false;
    assert_in_range(length, 2, PROBLEM_RECORD_SIZE);
    assert_true(line[length - 1] == '\n' && memchr(line, '\n', length - 1) == NULL);
    assert_true(strict_json(line, length - 1, &error));
    assert_true(kept->count < LINES_MAX);
    kept->lines[kept->count++] = cJSON_ParseWithLength(line, length - 1);
    return true;
}

static struct problem_sink sink = PROBLEM_SINK_CALL(keep_line, &journal);

static int open_journal(void **state)
{
    (void)state;
    memset(&journal, 0, sizeof journal);
    sink.dropped = 0;
    return 0;
}

static int close_journal(void **state)
{
    (void)state;
    while (journal.count > 0)
        cJSON_Delete(journal.lines[--journal.count]);
    return 0;
}

static const char *text(const cJSON *object, const char *name)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);
    return cJSON_IsString(item) ? item->valuestring : "none";
}

static int number(const cJSON *object, const char *name)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);
    return cJSON_IsNumber(item) ? item->valueint : -1;
}

/* ---------------------------------------------------------------- a service */

#define TRACE "4bf92f3577b34da6a3ce929d0e0e4736"

static const struct problem_request charge_request = {
    .method = "POST",
    .path = "/charges/17?key=hunter2",
    .accept = "application/json",
    .accept_language = "de-DE, en;q=0.5",
    .request_id = "req-9.a",
    .traceparent = "00-" TRACE "-00f067aa0ba902b7-01",
    .sink = &sink,
};

static enum payments_problem reserve(struct problem *problem)
{
    problem_because_errno(problem, ENOSPC, "writing %s", "/var/lib/payments/wal");
    return payments_raise_internal_error(problem);
}

/* As a handler is written: what goes wrong below is told, and raised again as what callers may
 * know. */
static enum payments_problem charge(struct problem *problem)
{
    problem_because(problem, "charging order %d", 17);
    reserve(problem);
    return payments_raise_insufficient_funds(problem, problem_decimal(3000, 2),
                                             problem_decimal(5000, 2), "shard-7");
}

static char body_text[PAYMENTS_RESPONSE_MAX + SANDBOX_RESPONSE_MAX + 1];

/* The body, which the caller deletes. Its text is in body_text. */
static cJSON *respond(const struct problem_registry *registry, struct problem *problem,
                      const struct problem_request *request)
{
    char buffer[sizeof body_text];
    struct problem_response response;
    problem_respond(registry, problem, request, buffer, sizeof buffer, &response);
    cJSON *body = answer_check(&response);
    memcpy(body_text, response.body, response.body_length);
    body_text[response.body_length] = '\0';
    return body;
}

/* ---------------------------------------------------------------- one line */

static void test_both_layers(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    assert_int_equal(charge(&problem), PAYMENTS_INSUFFICIENT_FUNDS);
    cJSON *body = respond(PAYMENTS_REGISTRY, &problem, &charge_request);
    assert_int_equal(journal.count, 1);
    const cJSON *line = journal.lines[0];

    /* One id in both. */
    assert_string_equal(text(body, "instance") + strlen("urn:uuid:"),
                        text(line, "problem.occurrence"));
    assert_string_equal(text(line, "error.type"), "insufficient-funds");
    assert_string_equal(text(line, "severity_text"), "INFO");
    assert_int_equal(number(line, "http.response.status_code"), 403);
    assert_string_equal(text(line, "problem.member.shard"), "shard-7");
    assert_string_equal(text(line, "http.request.method"), "POST");
    assert_string_equal(text(line, "url.path"), "/charges/17");
    assert_string_equal(text(line, "trace_id"), TRACE);
    assert_string_equal(text(line, "problem.request.id"), "req-9.a");
    assert_string_equal(text(line, "code.function.name"), "charge");

    const cJSON *causes = cJSON_GetObjectItemCaseSensitive(line, "problem.causes");
    assert_int_equal(cJSON_GetArraySize(causes), 2);
    assert_string_equal(cJSON_GetArrayItem(causes, 0)->valuestring, "charging order 17");
    assert_string_equal(cJSON_GetArrayItem(causes, 1)->valuestring,
                        "writing /var/lib/payments/wal: ENOSPC (No space left on device)");
    const cJSON *earlier = cJSON_GetObjectItemCaseSensitive(line, "problem.earlier");
    assert_int_equal(cJSON_GetArraySize(earlier), 1);
    assert_string_equal(text(cJSON_GetArrayItem(earlier, 0), "error.type"), "internal-error");
    assert_string_equal(text(cJSON_GetArrayItem(earlier, 0), "code.function.name"), "reserve");

    static const char *const inner[] = {"order",   "wal",  "ENOSPC", "shard",   "hunter2",
                                        "req-9",   TRACE,  "charge", "de-DE",   "/var",
                                        "reserve", ".c\"", "POST",   "internal"};
    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++)
        assert_null(strstr(body_text, inner[i]));
    cJSON_Delete(body);
}

/* The log keeps the true code, and whose problem it is. */
static void test_concealed(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    payments_raise_access_denied(&problem, "alice");
    cJSON *body = respond(PAYMENTS_REGISTRY, &problem, &charge_request);
    const cJSON *line = journal.lines[0];
    assert_int_equal(number(body, "status"), 404);
    assert_null(strstr(body_text, "alice"));
    assert_string_equal(text(line, "error.type"), "access-denied");
    assert_string_equal(text(line, "severity_text"), "WARN");
    assert_int_equal(number(line, "http.response.status_code"), 404);
    assert_int_equal(number(line, "problem.status"), 403);
    assert_string_equal(text(line, "problem.sent.code"), "not-found");
    assert_string_equal(text(line, "problem.member.key_owner"), "alice");
    assert_string_equal(text(line, "problem.owner"), "team-accounts");
    cJSON_Delete(body);
}

static void test_foreign_registry(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    sandbox_set_node(&problem, "node-3");
    sandbox_raise_sandbox_not_found(&problem, "sb-1");
    cJSON *body = respond(PAYMENTS_REGISTRY, &problem, &charge_request);
    const cJSON *line = journal.lines[0];
    assert_int_equal(number(body, "status"), 500);
    assert_null(strstr(body_text, "sb-1"));
    assert_null(strstr(body_text, "sandbox"));
    assert_string_equal(text(line, "error.type"), "sandbox-not-found");
    assert_string_equal(text(line, "problem.registry"), "sandbox");
    assert_string_equal(text(line, "problem.sent.code"), "internal-error");
    assert_string_equal(text(line, "problem.sent.registry"), "payments");
    assert_string_equal(text(line, "problem.member.sandbox"), "sb-1");
    assert_string_equal(text(line, "problem.member.node"), "node-3");
    assert_string_equal(text(body, "instance") + strlen("urn:uuid:"),
                        text(line, "problem.occurrence"));
    cJSON_Delete(body);
}

static void test_nothing_raised(void **state)
{
    (void)state;
    cJSON *body = respond(PAYMENTS_REGISTRY, NULL, &charge_request);
    assert_int_equal(journal.count, 1);
    assert_string_equal(text(body, "instance") + strlen("urn:uuid:"),
                        text(journal.lines[0], "problem.occurrence"));
    assert_true(
        cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(journal.lines[0], "problem.unraised")));
    cJSON_Delete(body);
}

/* ---------------------------------------------------------------- how many */

/* A caller who asks for the size first, or whose buffer was too small, causes no second line. */
static void test_once(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    struct problem_response response;
    payments_raise_not_found(&problem);
    size_t needed =
        problem_respond(PAYMENTS_REGISTRY, &problem, &charge_request, NULL, 0, &response);
    assert_true(needed > 0 && response.body_length == 0 && response.status == 404);
    cJSON_Delete(respond(PAYMENTS_REGISTRY, &problem, &charge_request));
    assert_int_equal(journal.count, 1);

    /* What is raised after that is another failure of the same request. */
    payments_raise_internal_error(&problem);
    cJSON_Delete(respond(PAYMENTS_REGISTRY, &problem, &charge_request));
    assert_int_equal(journal.count, 2);
    assert_string_equal(text(journal.lines[1], "error.type"), "internal-error");
    problem_clear(&problem);
    cJSON_Delete(respond(PAYMENTS_REGISTRY, &problem, &charge_request));
    assert_int_equal(journal.count, 3);
    assert_string_not_equal(text(journal.lines[1], "problem.occurrence"),
                            text(journal.lines[2], "problem.occurrence"));
}

/* A log that takes nothing costs the caller nothing, and somebody can see that it does. */
static void test_full_log(void **state)
{
    (void)state;
    journal.full = true;
    for (uint64_t i = 1; i <= 3; i++) {
        struct problem problem = PROBLEM_INIT;
        payments_raise_rate_limited(&problem, 120, 100, 30);
        cJSON *body = respond(PAYMENTS_REGISTRY, &problem, &charge_request);
        assert_int_equal(number(body, "status"), 429);
        assert_int_equal(problem_sink_dropped(&sink), i);
        cJSON_Delete(body);
    }
    assert_int_equal(journal.count, 0);
}

static bool fail_itself(void *context, const char *line, size_t length)
{
    const struct problem_request *request = context;
    struct problem problem = PROBLEM_INIT;
    payments_raise_internal_error(&problem);
    cJSON *body = respond(PAYMENTS_REGISTRY, &problem, request);
    assert_int_equal(number(body, "status"), 500);
    cJSON_Delete(body);
    return keep_line(&journal, line, length);
}

/* A log over HTTP, say, that answers to its own failure. */
static void test_callback_that_responds(void **state)
{
    (void)state;
    static struct problem_sink remote;
    static struct problem_request inner = {.method = "PUT", .sink = &remote};
    remote = (struct problem_sink)PROBLEM_SINK_CALL(fail_itself, &inner);
    struct problem_request request = charge_request;
    struct problem problem = PROBLEM_INIT;
    request.sink = &remote;
    payments_raise_not_found(&problem);
    cJSON *body = respond(PAYMENTS_REGISTRY, &problem, &request);
    assert_int_equal(number(body, "status"), 404);
    assert_int_equal(journal.count, 1);
    assert_string_equal(text(journal.lines[0], "error.type"), "not-found");
    assert_int_equal(problem_sink_dropped(&remote), 1);
    cJSON_Delete(body);
}

static void test_no_log(void **state)
{
    (void)state;
    static struct problem_sink none = PROBLEM_SINK_NONE;
    struct problem_request request = charge_request;
    struct problem problem = PROBLEM_INIT;
    char line[PROBLEM_RECORD_SIZE];
    request.sink = &none;
    payments_raise_not_found(&problem);
    cJSON_Delete(respond(PAYMENTS_REGISTRY, &problem, &request));
    assert_int_equal(journal.count, 0);

    /* For a log of the service's own: the same line, as often as it is asked for. */
    assert_int_equal(problem_record(PAYMENTS_REGISTRY, &problem, &request, line, sizeof line - 1),
                     0);
    size_t length = problem_record(PAYMENTS_REGISTRY, &problem, &request, line, sizeof line);
    assert_true(keep_line(&journal, line, length));
    assert_string_equal(text(journal.lines[0], "error.type"), "not-found");
}

static void test_errno_is_kept(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    errno = ERANGE;
    charge(&problem);
    assert_int_equal(errno, ERANGE);
    journal.full = true;
    struct problem_response response;
    problem_respond(PAYMENTS_REGISTRY, &problem, &charge_request, NULL, 0, &response);
    assert_int_equal(errno, ERANGE);
}

#define JOURNALLED(test) cmocka_unit_test_setup_teardown(test, open_journal, close_journal)

int main(void)
{
    const struct CMUnitTest tests[] = {
        JOURNALLED(test_both_layers),
        JOURNALLED(test_concealed),
        JOURNALLED(test_foreign_registry),
        JOURNALLED(test_nothing_raised),
        JOURNALLED(test_once),
        JOURNALLED(test_full_log),
        JOURNALLED(test_callback_that_responds),
        JOURNALLED(test_no_log),
        JOURNALLED(test_errno_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
