/*
 * Sinks where the kernel does not know RWF_NOWAIT for pipes, or a sandbox takes it away, and where
 * there is no /proc either: nobody waits there, too. Each case is a child to which the system calls
 * are refused; one that waits after all is ended by an alarm.
 */
#define _GNU_SOURCE 1

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <signal.h>

#include "refusing.h"
#include "sinks.h"

static int ends[2];

static bool refuse_nowait(int error)
{
    return refuse(SYS_pwritev2, error);
}

static bool refuse_opening(void)
{
#ifdef SYS_open
    if (!refuse(SYS_open, ENOENT))
        return false;
#endif
    return refuse(SYS_openat, ENOENT);
}

/* The refusals work: a call that was fine before fails now. */
static bool is_refused(int error, bool opening)
{
    char byte = 0;
    int null = open("/dev/null", O_WRONLY);
    if ((null >= 0) == opening)
        return false;
    return syscall(SYS_pwritev2, -1, &byte, 0, 0, 0, 0) == -1 && errno == error;
}

/* ------------------------------------------------------------------ what a child does */

struct situation {
    int error;    /* what pwritev2 fails with */
    bool opening; /* whether nothing can be opened, either */
};

static bool arrives(struct problem_sink *sink)
{
    return answer_as(sink, "function") && answer_as(sink, "function") &&
           problem_sink_dropped(sink) == 0;
}

static bool long_one_arrives(struct problem_sink *sink)
{
    return answer_as(sink, long_name) && problem_sink_dropped(sink) == 0;
}

static bool is_dropped(struct problem_sink *sink)
{
    int before = fcntl(sink->descriptor, F_GETFL);
    return answer_as(sink, "function") && answer_as(sink, long_name) &&
           problem_sink_dropped(sink) == 2 && fcntl(sink->descriptor, F_GETFL) == before;
}

static bool long_one_is_dropped(struct problem_sink *sink)
{
    return answer_as(sink, long_name) && problem_sink_dropped(sink) == 1;
}

typedef bool deed(struct problem_sink *sink);

static void run(const struct situation *situation, deed *act)
{
    pid_t child = fork();
    if (child == 0) {
        struct problem_sink sink = PROBLEM_SINK_TO(ends[1]);
        close(ends[0]);
        alarm(30);
        signal(SIGPIPE, SIG_DFL);
        if (!refuse_nowait(situation->error) || (situation->opening && !refuse_opening()))
            _exit(CANNOT_REFUSE);
        _exit(is_refused(situation->error, situation->opening) && act(&sink) ? 0 : 1);
    }
    expect_child(child);
}

/* ------------------------------------------------------------------ where it does it */

static void expect_from_pipe(const struct situation *situation, deed *act, int records)
{
    assert_int_equal(pipe(ends), 0);
    run(situation, act);
    expect_records(ends[0], records);
    close(ends[0]);
    close(ends[1]);
}

static void expect_no_wait(const struct situation *situation)
{
    assert_int_equal(pipe(ends), 0);
    fill(ends[1]);
    int before = fcntl(ends[1], F_GETFL);
    run(situation, is_dropped);
    assert_int_equal(fcntl(ends[1], F_GETFL), before);
    close(ends[0]);
    run(situation, is_dropped); /* full, and nobody reads any more */
    close(ends[1]);

    assert_int_equal(pipe(ends), 0);
    close(ends[0]);
    run(situation, is_dropped); /* empty, and nobody reads */
    close(ends[1]);
}

static void without_nowait(void **state)
{
    (void)state;
    static const int errors[] = {EOPNOTSUPP, ENOSYS, EINVAL};
    for (size_t i = 0; i < COUNT(errors); i++) {
        const struct situation situation = {errors[i], false};
        expect_from_pipe(&situation, arrives, 2);
        expect_from_pipe(&situation, long_one_arrives, 1);
        expect_no_wait(&situation);
    }
}

static void without_proc(void **state)
{
    (void)state;
    static const int errors[] = {EOPNOTSUPP, ENOSYS};
    for (size_t i = 0; i < COUNT(errors); i++) {
        const struct situation situation = {errors[i], true};
        expect_from_pipe(&situation, arrives, 2);
        expect_from_pipe(&situation, long_one_is_dropped, 0);
        expect_no_wait(&situation);
    }
}

static void what_is_full_stays_full(void **state)
{
    (void)state;
    const struct situation situation = {EOPNOTSUPP, false};
    ends[0] = open("/dev/null", O_RDONLY);
    ends[1] = open("/dev/full", O_WRONLY);
    run(&situation, is_dropped);
    close(ends[0]);
    close(ends[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_nowait),
        cmocka_unit_test(without_proc),
        cmocka_unit_test(what_is_full_stays_full),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
