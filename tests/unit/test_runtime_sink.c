/*
 * Sinks that are descriptors: whatever they lead to, nobody waits for it, and what it does not take
 * is counted. A test that waits after all is ended by an alarm.
 */
#define _GNU_SOURCE 1 /* F_SETPIPE_SZ, ptys, cfmakeraw */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <termios.h>

#include "sinks.h"

static int ends[2]; /* what is read from, what is written to */

static int begin(void **state)
{
    (void)state;
    ends[0] = ends[1] = -1;
    alarm(60);
    return 0;
}

static int finish(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        if (ends[i] >= 0)
            close(ends[i]);
    }
    return 0;
}

static void close_end(int end)
{
    close(ends[end]);
    ends[end] = -1;
}

/* ------------------------------------------------------------------ files */

static void a_file_is_appended_to(void **state)
{
    (void)state;
    FILE *file = tmpfile();
    assert_non_null(file);
    int descriptor = fileno(file);
    assert_int_equal(fcntl(descriptor, F_SETFL, O_APPEND), 0);
    assert_int_equal(write(descriptor, "before\n", 7), 7);
    struct problem_sink sink = PROBLEM_SINK_TO(descriptor);
    answer(&sink);
    answer_at_length(&sink);
    assert_int_equal(lseek(descriptor, 0, SEEK_SET), 0); /* as another writer might */
    answer(&sink);
    expect_dropped(&sink, 0);
    assert_int_equal(lseek(descriptor, 0, SEEK_SET), 0);
    receive(descriptor);
    assert_memory_equal(received, "before\n", 7);
    expect_records_from(7, 3);
    fclose(file);
}

static void try_to(const char *path, int flags, uint64_t dropped)
{
    int descriptor = open(path, flags);
    assert_true(descriptor >= 0);
    struct problem_sink sink = PROBLEM_SINK_TO(descriptor);
    answer(&sink);
    answer_at_length(&sink);
    expect_dropped(&sink, dropped);
    close(descriptor);
    answer(&sink); /* closed now */
    expect_dropped(&sink, dropped + 1);
}

static void what_takes_everything_or_nothing(void **state)
{
    (void)state;
    try_to("/dev/null", O_WRONLY, 0);
    try_to("/dev/null", O_RDONLY, 2);
    try_to("/dev/full", O_WRONLY, 2);
    try_to("/", O_RDONLY | O_DIRECTORY, 2);
}

/* ------------------------------------------------------------------ pipes */

static void a_pipe_gets_every_line(void **state)
{
    (void)state;
    assert_int_equal(pipe(ends), 0);
    struct problem_sink sink = PROBLEM_SINK_TO(ends[1]);
    answer(&sink);
    answer_at_length(&sink);
    answer(&sink);
    expect_dropped(&sink, 0);
    expect_records(ends[0], 3);
}

static void a_stuck_pipe_is_not_waited_for(void **state)
{
    (void)state;
    for (int flags = 0; flags <= O_NONBLOCK; flags += O_NONBLOCK) {
        assert_int_equal(pipe(ends), 0);
        struct problem_sink sink = PROBLEM_SINK_TO(ends[1]);
        fill(ends[1]);
        fcntl(ends[1], F_SETFL, flags);
        int before = fcntl(ends[1], F_GETFL);
        for (unsigned i = 1; i <= 10; i++) {
            answer(&sink);
            answer_at_length(&sink);
            expect_dropped(&sink, 2 * i);
        }
        assert_int_equal(fcntl(ends[1], F_GETFL), before);
        receive(ends[0]);
        answer(&sink);
        answer_at_length(&sink);
        expect_dropped(&sink, 20);
        expect_records(ends[0], 2);
        assert_int_equal(fcntl(ends[1], F_GETFL), before);
        finish(NULL);
    }
}

/* A pipe with room for a page: less than the long record. */
static size_t nearly_full_pipe(void)
{
    static const char filler[4096];
    assert_int_equal(pipe(ends), 0);
    int size = fcntl(ends[1], F_SETPIPE_SZ, 2 * 4096);
    if (size != 2 * 4096)
        skip(); /* pages are larger here */
    assert_int_equal(write(ends[1], filler, sizeof filler), sizeof filler);
    return sizeof filler;
}

static void a_torn_line_is_ended_by_the_next(void **state)
{
    (void)state;
    size_t filled = nearly_full_pipe();
    struct problem_sink sink = PROBLEM_SINK_TO(ends[1]);
    answer_at_length(&sink); /* in part */
    expect_dropped(&sink, 1);
    answer(&sink); /* not at all: it is torn still */
    expect_dropped(&sink, 2);
    receive(ends[0]);
    assert_int_equal(received_length, filled + 4096);
    assert_int_equal(received[filled], '{');
    assert_null(memchr(received, '\n', received_length));

    answer(&sink);
    answer(&sink);
    expect_dropped(&sink, 2);
    receive(ends[0]);
    assert_int_equal(received[0], '\n');
    expect_records_from(1, 2);
}

static void a_line_may_be_torn_again(void **state)
{
    (void)state;
    nearly_full_pipe();
    struct problem_sink sink = PROBLEM_SINK_TO(ends[1]);
    answer_at_length(&sink);
    assert_int_equal(read(ends[0], received, 4096), 4096);
    answer_at_length(&sink);
    expect_dropped(&sink, 2);
    receive(ends[0]);
    answer(&sink);
    expect_dropped(&sink, 2);
    receive(ends[0]);
    assert_int_equal(received[0], '\n');
    expect_records_from(1, 1);
}

static void a_pipe_without_a_reader(void **state)
{
    (void)state;
    assert_int_equal(pipe(ends), 0);
    struct problem_sink sink = PROBLEM_SINK_TO(ends[1]);
    close_end(0);
    answer(&sink);
    answer_at_length(&sink);
    expect_dropped(&sink, 2);
}

/* ------------------------------------------------------------------ sockets */

static void a_socket(void **state)
{
    (void)state;
    static const int types[] = {SOCK_STREAM, SOCK_SEQPACKET, SOCK_DGRAM};
    for (size_t i = 0; i < COUNT(types); i++) {
        assert_int_equal(socketpair(AF_UNIX, types[i], 0, ends), 0);
        struct problem_sink sink = PROBLEM_SINK_TO(ends[1]);
        int before = fcntl(ends[1], F_GETFL);
        answer(&sink);
        if (types[i] == SOCK_STREAM)
            answer_at_length(&sink);
        expect_dropped(&sink, 0);
        expect_records(ends[0], types[i] == SOCK_STREAM ? 2 : 1);
        fill(ends[1]);
        answer(&sink);
        expect_dropped(&sink, 1);
        assert_int_equal(fcntl(ends[1], F_GETFL), before);
        close_end(0);
        answer(&sink);
        expect_dropped(&sink, 2);
        finish(NULL);
    }
}

/* ------------------------------------------------------------------ terminals */

/* The slave's end writes, the master reads. */
static void open_terminal(void)
{
    struct termios mode;
    ends[0] = posix_openpt(O_RDWR | O_NOCTTY);
    if (ends[0] < 0) {
        print_message("skipped: no terminal to be had\n");
        skip();
    }
    assert_int_equal(grantpt(ends[0]), 0);
    assert_int_equal(unlockpt(ends[0]), 0);
    ends[1] = open(ptsname(ends[0]), O_WRONLY | O_NOCTTY);
    assert_true(ends[1] >= 0);
    assert_int_equal(tcgetattr(ends[1], &mode), 0);
    cfmakeraw(&mode); /* newlines stay what they are */
    assert_int_equal(tcsetattr(ends[1], TCSANOW, &mode), 0);
}

static void a_terminal(void **state)
{
    (void)state;
    open_terminal();
    struct problem_sink sink = PROBLEM_SINK_TO(ends[1]);
    int before = fcntl(ends[1], F_GETFL);
    answer(&sink);
    expect_dropped(&sink, 0);
    expect_records(ends[0], 1);
    answer(&sink);
    expect_records(ends[0], 1);

    fill(ends[1]);
    answer(&sink);
    answer_at_length(&sink);
    expect_dropped(&sink, 2);
    assert_int_equal(fcntl(ends[1], F_GETFL), before);
}

/* ------------------------------------------------------------------ none, and standard error */

static void none(void **state)
{
    (void)state;
    struct problem_sink sink = PROBLEM_SINK_NONE;
    answer(&sink);
    expect_dropped(&sink, 0);
}

/* In a child: its standard error is a pipe, and then closed. */
/* A service that was started without descriptors 0 to 2 gets its first connections there. */
static void log_to_a_caller(int domain)
{
    struct sockaddr_in inet = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr_un local = {.sun_family = AF_UNIX, .sun_path = "sink.sock"};
    struct sockaddr *address = domain == AF_INET ? (struct sockaddr *)&inet : (void *)&local;
    socklen_t length = domain == AF_INET ? sizeof inet : sizeof local;
    int listening = socket(domain, SOCK_STREAM, 0), client = socket(domain, SOCK_STREAM, 0);
    unlink(local.sun_path);
    assert_int_equal(bind(listening, address, length), 0);
    assert_int_equal(listen(listening, 1), 0);
    assert_int_equal(getsockname(listening, address, &length), 0);
    assert_int_equal(connect(client, address, length), 0);
    int saved = dup(STDERR_FILENO), accepted = accept(listening, NULL, NULL);
    dup2(accepted, STDERR_FILENO);
    uint64_t dropped = problem_sink_dropped(NULL);
    bool answered = answer_as(NULL, "function");
    dup2(saved, STDERR_FILENO);
    assert_true(answered);
    assert_int_equal(problem_sink_dropped(NULL), dropped + 1);
    char byte;
    assert_int_equal(recv(client, &byte, 1, MSG_DONTWAIT), -1);
    close(saved);
    close(accepted);
    close(listening);
    close(client);
    unlink(local.sun_path);
}

static void the_log_never_goes_to_a_caller(void **state)
{
    (void)state;
    log_to_a_caller(AF_INET);
    log_to_a_caller(AF_UNIX);
}

static void log_to_standard_error(void)
{
    bool right = dup2(ends[1], STDERR_FILENO) == STDERR_FILENO;
    right = right && answer_as(NULL, "function") && problem_sink_dropped(NULL) == 0;
    char buffer[4096];
    struct problem_response response;
    problem_respond(payments, NULL, NULL, buffer, sizeof buffer, &response); /* no request */
    close(STDERR_FILENO);
    right = right && answer_as(NULL, "function") && problem_sink_dropped(NULL) == 1;
    _exit(right ? 0 : 1);
}

static void standard_error_is_the_sink_of_those_who_name_none(void **state)
{
    (void)state;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        log_to_standard_error();
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    receive(ends[0]);
    const char *end = memchr(received, '\n', received_length);
    assert_non_null(end);
    size_t first = (size_t)(end + 1 - received);
    record_of_line(received, first);
    assert_string_equal(field_text("error.type"), "bare");
    record_of_line(received + first, received_length - first);
    assert_true(field_is_true("problem.unraised"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file_is_appended_to, begin, finish),
        cmocka_unit_test_setup_teardown(what_takes_everything_or_nothing, begin, finish),
        cmocka_unit_test_setup_teardown(a_pipe_gets_every_line, begin, finish),
        cmocka_unit_test_setup_teardown(a_stuck_pipe_is_not_waited_for, begin, finish),
        cmocka_unit_test_setup_teardown(a_torn_line_is_ended_by_the_next, begin, finish),
        cmocka_unit_test_setup_teardown(a_line_may_be_torn_again, begin, finish),
        cmocka_unit_test_setup_teardown(a_pipe_without_a_reader, begin, finish),
        cmocka_unit_test_setup_teardown(a_socket, begin, finish),
        cmocka_unit_test_setup_teardown(a_terminal, begin, finish),
        cmocka_unit_test_setup_teardown(none, begin, finish),
        cmocka_unit_test_setup_teardown(standard_error_is_the_sink_of_those_who_name_none, begin,
                                        finish),
        cmocka_unit_test_setup_teardown(the_log_never_goes_to_a_caller, begin, finish),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
