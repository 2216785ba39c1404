/*
 * Sinks whose system calls fail at will. The source is included, so that they can be replaced.
 */
#define _GNU_SOURCE 1

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

static int nowait_error, nowait_failures; /* what pwritev2 fails with, and how often; -1: always */
static size_t most;                       /* bytes that it takes at once */
static int open_error, write_error;       /* 0: none */
static int poll_result, poll_error;       /* 1: as it is */
static short poll_events;
static int nowaits, opens, closes, polls, writes;

static ssize_t fake_pwritev2(int descriptor, const struct iovec *pieces, int count, off_t offset,
                             int flags)
{
    struct iovec piece = *pieces;
    nowaits++;
    assert_int_equal(count, 1);
    assert_int_equal(offset, -1);
    assert_int_equal(flags, RWF_NOWAIT);
    if (nowait_failures != 0) {
        nowait_failures -= nowait_failures > 0;
        errno = nowait_error;
        return -1;
    }
    if (piece.iov_len > most)
        piece.iov_len = most;
    return writev(descriptor, &piece, 1);
}

static int fake_open(const char *path, int flags)
{
    opens++;
    assert_memory_equal(path, "/proc/self/fd/", 14);
    assert_int_equal(flags & O_NONBLOCK, O_NONBLOCK);
    assert_int_equal(flags & (O_TRUNC | O_CREAT), 0);
    if (open_error != 0) {
        errno = open_error;
        return -1;
    }
    return open(path, flags);
}

static int fake_close(int descriptor)
{
    closes++;
    int result = close(descriptor);
    errno = EUCLEAN; /* must not hide what the write said */
    return result;
}

static int fake_poll(struct pollfd *entries, nfds_t count, int milliseconds)
{
    polls++;
    assert_int_equal(milliseconds, 0);
    if (poll_result == 1 && poll_events == 0)
        return poll(entries, count, milliseconds);
    entries->revents = poll_events;
    errno = poll_error;
    int result = poll_result;
    poll_result = 1; /* the next time as it is */
    poll_events = 0;
    return result;
}

static ssize_t fake_write(int descriptor, const void *bytes, size_t length)
{
    writes++;
    if (write_error != 0) {
        errno = write_error;
        return -1;
    }
    return write(descriptor, bytes, length);
}

#define pwritev2 fake_pwritev2
#define open     fake_open
#define close    fake_close
#define poll     fake_poll
#define write    fake_write
#include "../../runtime/src/sink.c"
#undef pwritev2
#undef open
#undef close
#undef poll
#undef write

#include "sinks.h"

static int ends[2];
static struct problem_sink sink;

static int begin(void **state)
{
    (void)state;
    nowait_error = nowait_failures = open_error = write_error = poll_error = 0;
    nowaits = opens = closes = polls = writes = 0;
    poll_result = 1;
    poll_events = 0;
    most = SIZE_MAX;
    if (pipe(ends) != 0)
        return 1;
    sink = (struct problem_sink)PROBLEM_SINK_TO(ends[1]);
    return 0;
}

static int finish(void **state)
{
    (void)state;
    close(ends[0]);
    close(ends[1]);
    return 0;
}

/* ------------------------------------------------------------------ the way it goes */

static void one_call_is_enough(void **state)
{
    (void)state;
    answer(&sink);
    assert_int_equal(nowaits, 1);
    assert_int_equal(opens + polls + writes, 0);
    expect_records(ends[0], 1);
}

static void interruptions_are_retried(void **state)
{
    (void)state;
    nowait_error = EINTR;
    nowait_failures = 3;
    answer(&sink);
    assert_int_equal(nowaits, 4);
    expect_dropped(&sink, 0);
    expect_records(ends[0], 1);
}

static void what_is_not_known_is_done_otherwise(void **state)
{
    (void)state;
    static const int errors[] = {EOPNOTSUPP, ENOSYS, EINVAL};
    for (int i = 0; i < (int)COUNT(errors); i++) {
        nowait_error = errors[i];
        nowait_failures = -1;
        answer(&sink);
        assert_int_equal(opens, i + 1);
        assert_int_equal(closes, i + 1);
        assert_int_equal(writes, i + 1);
    }
    assert_int_equal(polls, 0);
    expect_dropped(&sink, 0);
    expect_records(ends[0], COUNT(errors));
}

static void what_fails_is_left_at_that(void **state)
{
    (void)state;
    static const int errors[] = {EAGAIN, EBADF, EIO, ENOSPC, EPERM};
    for (unsigned i = 0; i < COUNT(errors); i++) {
        nowait_error = errors[i];
        nowait_failures = -1;
        answer(&sink);
        expect_dropped(&sink, i + 1);
    }
    assert_int_equal(opens + polls + writes, 0);
    expect_records(ends[0], 0);
}

static void what_was_opened_is_closed_when_it_fails_too(void **state)
{
    (void)state;
    nowait_error = EOPNOTSUPP;
    nowait_failures = -1;
    write_error = EAGAIN;
    answer(&sink);
    assert_int_equal(writes, 1);
    assert_int_equal(closes, 1);
    expect_dropped(&sink, 1);
}

/* ------------------------------------------------------------------ asking for room */

static void ask_for_room(void)
{
    nowait_error = ENOSYS;
    nowait_failures = -1;
    open_error = ENOENT;
}

static void where_there_is_room(void **state)
{
    (void)state;
    ask_for_room();
    answer(&sink);
    assert_int_equal(polls, 1);
    assert_int_equal(writes, 1);
    expect_dropped(&sink, 0);
    expect_records(ends[0], 1);
}

static void where_there_is_none(void **state)
{
    (void)state;
    ask_for_room();
    fill(ends[1]);
    answer(&sink);
    answer_at_length(&sink); /* more than a pipe promises to take: not even asked for */
    assert_int_equal(polls, 1);
    assert_int_equal(writes, 0);
    expect_dropped(&sink, 2);
}

static void where_asking_fails(void **state)
{
    (void)state;
    ask_for_room();
    poll_result = -1;
    poll_error = EINTR;
    answer(&sink); /* asks again */
    assert_int_equal(polls, 2);
    expect_dropped(&sink, 0);

    poll_result = -1;
    poll_error = ENOMEM;
    answer(&sink);
    expect_dropped(&sink, 1);

    poll_events = POLLOUT | POLLERR;
    answer(&sink);
    expect_dropped(&sink, 2);
    assert_int_equal(writes, 1);
    expect_records(ends[0], 1);
}

/* ------------------------------------------------------------------ lines in part */

static void a_newline_that_gets_through_alone(void **state)
{
    (void)state;
    most = 10;
    answer(&sink); /* torn */
    receive(ends[0]);
    assert_int_equal(received_length, 10);
    most = 1;
    answer(&sink); /* no more than the end of that line */
    receive(ends[0]);
    assert_int_equal(received_length, 1);
    assert_int_equal(received[0], '\n');
    most = SIZE_MAX;
    answer(&sink);
    expect_dropped(&sink, 2);
    expect_records(ends[0], 1);

    most = 1;
    answer(&sink); /* a brace alone is a torn line */
    receive(ends[0]);
    assert_int_equal(received[0], '{');
    most = 0;
    answer(&sink); /* and remains one while nothing gets through */
    most = 2;
    answer(&sink);
    most = SIZE_MAX;
    answer(&sink);
    expect_dropped(&sink, 5);
    receive(ends[0]);
    assert_memory_equal(received, "\n{\n{", 4);
    expect_records_from(3, 1);
}

/* ------------------------------------------------------------------ signals */

static void signals_that_do_not_come_are_not_waited_for(void **state)
{
    (void)state;
    sigset_t before, after;
    static const int errors[] = {EPIPE, EFBIG};
    sigprocmask(SIG_BLOCK, NULL, &before);
    for (unsigned i = 0; i < COUNT(errors); i++) {
        nowait_error = errors[i];
        nowait_failures = -1;
        answer(&sink);
        expect_dropped(&sink, i + 1);
    }
    sigprocmask(SIG_BLOCK, NULL, &after);
    assert_int_equal(sigismember(&before, SIGPIPE), sigismember(&after, SIGPIPE));
    assert_int_equal(sigismember(&before, SIGXFSZ), sigismember(&after, SIGXFSZ));
}

static void one_that_was_pending_stays_so(void **state)
{
    (void)state;
    const struct timespec now = {0, 0};
    sigset_t ours, before;
    sigemptyset(&ours);
    sigaddset(&ours, SIGPIPE);
    sigprocmask(SIG_BLOCK, &ours, &before);
    raise(SIGPIPE);
    nowait_error = EPIPE;
    nowait_failures = -1;
    answer(&sink);
    assert_int_equal(sigtimedwait(&ours, NULL, &now), SIGPIPE); /* it is still there */
    sigprocmask(SIG_SETMASK, &before, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(one_call_is_enough, begin, finish),
        cmocka_unit_test_setup_teardown(interruptions_are_retried, begin, finish),
        cmocka_unit_test_setup_teardown(what_is_not_known_is_done_otherwise, begin, finish),
        cmocka_unit_test_setup_teardown(what_fails_is_left_at_that, begin, finish),
        cmocka_unit_test_setup_teardown(what_was_opened_is_closed_when_it_fails_too, begin, finish),
        cmocka_unit_test_setup_teardown(where_there_is_room, begin, finish),
        cmocka_unit_test_setup_teardown(where_there_is_none, begin, finish),
        cmocka_unit_test_setup_teardown(where_asking_fails, begin, finish),
        cmocka_unit_test_setup_teardown(a_newline_that_gets_through_alone, begin, finish),
        cmocka_unit_test_setup_teardown(signals_that_do_not_come_are_not_waited_for, begin, finish),
        cmocka_unit_test_setup_teardown(one_that_was_pending_stays_so, begin, finish),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
