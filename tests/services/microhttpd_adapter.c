/*
 * problem_microhttpd.h where a conversation does not get: each allocation of a response fails in
 * turn, and fields come in more lines than there is room for. Linked with --wrap.
 */
#include "catalogue.h"
#include "peer.h"
#include "wire.h"

#include <problem_microhttpd.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* ---------------------------------------------------------------- failures at will */

/* The server's thread counts what the test's sets. */
static atomic_int calls_until_failure, failures;

static bool fails(void)
{
    if (calls_until_failure > 0) {
        calls_until_failure--;
        return false;
    }
    return failures > 0 && failures-- > 0;
}

struct MHD_Response *__real_MHD_create_response_from_buffer(size_t size, void *buffer,
                                                            enum MHD_ResponseMemoryMode mode);
struct MHD_Response *__wrap_MHD_create_response_from_buffer(size_t size, void *buffer,
                                                            enum MHD_ResponseMemoryMode mode);
enum MHD_Result __real_MHD_add_response_header(struct MHD_Response *response, const char *name,
                                               const char *value);
enum MHD_Result __wrap_MHD_add_response_header(struct MHD_Response *response, const char *name,
                                               const char *value);

struct MHD_Response *__wrap_MHD_create_response_from_buffer(size_t size, void *buffer,
                                                            enum MHD_ResponseMemoryMode mode)
{
    return fails() ? NULL : __real_MHD_create_response_from_buffer(size, buffer, mode);
}

enum MHD_Result __wrap_MHD_add_response_header(struct MHD_Response *response, const char *name,
                                               const char *value)
{
    return fails() ? MHD_NO : __real_MHD_add_response_header(response, name, value);
}

/* ---------------------------------------------------------------- a server in this process */

static struct problem_sink sink = PROBLEM_SINK_NONE;
static const struct problem_edge edge = {PAYMENTS_REGISTRY, &sink, NULL};
static struct peer self;

static enum MHD_Result handle(void *context, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *data,
                              size_t *data_size, void **slot)
{
    static int seen;
    struct problem problem = PROBLEM_INIT;
    (void)context;
    (void)version;
    (void)data;
    (void)data_size;
    if (*slot == NULL) {
        *slot = &seen;
        return MHD_YES;
    }
    payments_raise_rate_limited(&problem, 120, 100, 30);
    return problem_microhttpd_respond(&edge, connection, method, url, &problem);
}

static int start(void **state)
{
    struct MHD_Daemon *daemon =
        MHD_start_daemon(MHD_USE_AUTO_INTERNAL_THREAD, 0, NULL, NULL, handle, NULL, MHD_OPTION_END);
    if (daemon == NULL)
        return -1;
    self.port = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
    *state = daemon;
    return 0;
}

static int stop(void **state)
{
    MHD_stop_daemon(*state);
    return 0;
}

/* Asks once; false: closed without an answer. */
static bool ask(struct wire *wire, struct wire_response *response)
{
    static const char request[] = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    const char *wrong;
    wire_open(wire, peer_connect(&self));
    peer_send(wire->connection, request, sizeof request - 1);
    bool read = wire_read(wire, false, response, &wrong);
    close(wire->connection);
    if (!read)
        assert_string_equal(wrong, "closed");
    return read;
}

/* ---------------------------------------------------------------- memory is short */

/* Creating the response, or any of its three headers: the status still arrives. */
static void without_memory_the_status_remains(void **state)
{
    static struct wire wire;
    struct wire_response response;
    (void)state;
    for (int call = 0; call < 4; call++) {
        calls_until_failure = call;
        failures = 1;
        assert_true(ask(&wire, &response));
        assert_int_equal(failures, 0);
        assert_int_equal(response.status, 429);
        assert_int_equal(response.body_length, 0);
        assert_string_equal(wire_field(&response, "Content-Length"), "0");
        assert_null(wire_field(&response, "Content-Type"));
    }
    assert_true(ask(&wire, &response));
    assert_string_equal(wire_field(&response, "Retry-After"), "30");
    assert_true(response.body_length > 0);
}

static void without_any_memory_it_closes(void **state)
{
    static struct wire wire;
    struct wire_response response;
    (void)state;
    calls_until_failure = 0;
    failures = 2;
    assert_false(ask(&wire, &response));
    assert_int_equal(failures, 0);
    assert_true(ask(&wire, &response));
}

/* ---------------------------------------------------------------- fields in several lines */

static struct problem_edge_field field;

static void begin(const char *name)
{
    memset(&field, 'x', sizeof field);
    field.name = name;
    field.value = NULL;
    field.length = 0;
}

static void add(const char *name, const char *line)
{
    assert_int_equal(problem_microhttpd_line(&field, MHD_HEADER_KIND, name, line), MHD_YES);
}

static void lines_are_joined(void **state)
{
    static const char one[] = "text/html";
    (void)state;
    begin("Accept");
    add("Accept-Language", "de");
    add("Accep", "de");
    add("Accept", NULL);
    assert_null(field.value);
    add("aCCEPT", one);
    assert_ptr_equal(field.value, one);
    add("Accept", "");
    add("ACCEPT", "a/b;q=0");
    assert_string_equal(field.value, "text/html, , a/b;q=0");
}

/* A line that finds no room is left out whole; a shorter one after it may still go in. */
static void lines_without_room_are_left_out(void **state)
{
    char line[PROBLEM_EDGE_FIELD];
    (void)state;
    memset(line, 'a', sizeof line);
    line[sizeof line - 1] = '\0'; /* fits exactly */
    begin("Accept");
    add("Accept", line);
    assert_ptr_equal(field.value, line);
    add("Accept", "b");
    assert_string_equal(field.value, line);

    line[sizeof line - 4] = '\0';
    begin("Accept");
    add("Accept", line);
    add("Accept", "bb");
    assert_string_equal(field.value, line);
    add("Accept", "c");
    assert_int_equal(strlen(field.value), PROBLEM_EDGE_FIELD - 1);
    assert_string_equal(field.value + sizeof line - 4, ", c");
}

static void a_first_line_without_room(void **state)
{
    static char line[4 * PROBLEM_EDGE_FIELD];
    (void)state;
    memset(line, 'a', sizeof line - 1);
    begin("Accept");
    add("Accept", line);
    assert_ptr_equal(field.value, line);
    add("Accept", "b");
    assert_string_equal(field.value, "b");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_memory_the_status_remains),
        cmocka_unit_test(without_any_memory_it_closes),
        cmocka_unit_test(lines_are_joined),
        cmocka_unit_test(lines_without_room_are_left_out),
        cmocka_unit_test(a_first_line_without_room),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
