/*
 * Signals that a write brings: they neither end the service nor reach its handlers, and what was
 * blocked or pending before is so afterwards. Each case is a child with signals as it wants them.
 */
#define _GNU_SOURCE 1

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include "refusing.h"
#include "sinks.h"

static int ends[2];
static volatile sig_atomic_t handled;

static void handle(int signal)
{
    (void)signal;
    handled++;
}

static void set_handler(int signal, void (*handler)(int))
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    sigaction(signal, &action, NULL);
}

static void block(int signal)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, signal);
    sigprocmask(SIG_BLOCK, &set, NULL);
}

static bool is_pending(int signal)
{
    sigset_t set;
    sigpending(&set);
    return sigismember(&set, signal) == 1;
}

/* A mask has no size that a comparison could go by. */
static bool masks_are_equal(const sigset_t *a, const sigset_t *b)
{
    for (int signal = 1; signal < NSIG; signal++) {
        if (sigismember(a, signal) != sigismember(b, signal))
            return false;
    }
    return true;
}

/* Ends the child: with 0 when `answers` records were all dropped without a trace. */
static void answer_in_peace(struct problem_sink *sink, int signal, uint64_t answers)
{
    sigset_t before, after;
    bool pending = is_pending(signal), right = true;
    sigprocmask(SIG_BLOCK, NULL, &before);
    for (uint64_t i = 0; i < answers; i++)
        right = answer_as(sink, i % 2 == 0 ? "function" : long_name) && right;
    sigprocmask(SIG_BLOCK, NULL, &after);
    right = right && masks_are_equal(&before, &after) && is_pending(signal) == pending &&
            handled == 0 && problem_sink_dropped(sink) == answers;
    _exit(right ? 0 : 1);
}

/* ------------------------------------------------------------------ SIGPIPE */

/* What a child does about SIGPIPE before it writes into a pipe without a reader. */
typedef void preparation(void);

static void by_default(void)
{
    set_handler(SIGPIPE, SIG_DFL);
}

static void ignored(void)
{
    set_handler(SIGPIPE, SIG_IGN);
}

static void with_a_handler(void)
{
    set_handler(SIGPIPE, handle);
}

static void blocked(void)
{
    by_default();
    block(SIGPIPE);
    block(SIGUSR1);
}

static void pending(void)
{
    blocked();
    raise(SIGPIPE);
}

static void pending_for_the_process(void)
{
    blocked();
    kill(getpid(), SIGPIPE);
}

static void expect_peace(preparation *prepare, int type)
{
    int made = type == 0 ? pipe(ends) : socketpair(AF_UNIX, type, 0, ends);
    assert_int_equal(made, 0);
    close(ends[0]);
    pid_t child = fork();
    if (child == 0) {
        struct problem_sink sink = PROBLEM_SINK_TO(ends[1]);
        prepare();
        answer_in_peace(&sink, SIGPIPE, 10);
    }
    close(ends[1]);
    expect_child(child);
}

static void a_reader_that_has_gone(void **state)
{
    (void)state;
    static preparation *const ways[] = {by_default, ignored, with_a_handler,
                                        blocked,    pending, pending_for_the_process};
    static const int types[] = {0, SOCK_STREAM, SOCK_SEQPACKET};
    for (size_t i = 0; i < COUNT(ways); i++) {
        for (size_t j = 0; j < COUNT(types); j++)
            expect_peace(ways[i], types[j]);
    }
}

static void signals_that_are_not_ours_are_delivered(void **state)
{
    (void)state;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        struct problem_sink sink = PROBLEM_SINK_TO(ends[1]);
        close(ends[0]);
        with_a_handler();
        answer_as(&sink, "function");
        raise(SIGPIPE); /* by somebody else */
        _exit(handled == 1 ? 0 : 1);
    }
    close(ends[0]);
    close(ends[1]);
    expect_child(child);
}

/* ------------------------------------------------------------------ SIGXFSZ */

static void set_limit(rlim_t size)
{
    struct rlimit limit;
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = size;
    setrlimit(RLIMIT_FSIZE, &limit);
}

static void write_to_its_limit(int descriptor, bool pending_before)
{
    struct problem_sink sink = PROBLEM_SINK_TO(descriptor);
    set_handler(SIGXFSZ, SIG_DFL);
    if (pending_before) {
        block(SIGXFSZ);
        raise(SIGXFSZ);
    }
    set_limit(100);
    bool right = answer_as(&sink, "function") && problem_sink_dropped(&sink) == 1; /* in part */
    for (int i = 0; i < 3; i++)                                                    /* EFBIG */
        right = right && answer_as(&sink, "function");
    right = right && problem_sink_dropped(&sink) == 4 && is_pending(SIGXFSZ) == pending_before;
    set_limit(RLIM_INFINITY);
    right = right && answer_as(&sink, "function") && problem_sink_dropped(&sink) == 4;
    _exit(right ? 0 : 1);
}

static void a_file_at_its_limit(void **state)
{
    (void)state;
    for (int pending_before = 0; pending_before <= 1; pending_before++) {
        FILE *file = tmpfile();
        assert_non_null(file);
        int descriptor = fileno(file);
        fcntl(descriptor, F_SETFL, O_APPEND);
        pid_t child = fork();
        if (child == 0)
            write_to_its_limit(descriptor, pending_before != 0);
        expect_child(child);
        assert_int_equal(lseek(descriptor, 0, SEEK_SET), 0);
        receive(descriptor);
        assert_int_equal(received[100], '\n'); /* ends what was torn */
        assert_null(memchr(received, '\n', 100));
        expect_records_from(101, 1);
        fclose(file);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reader_that_has_gone),
        cmocka_unit_test(signals_that_are_not_ours_are_delivered),
        cmocka_unit_test(a_file_at_its_limit),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
