/*
 * For the tests of sinks: an occurrence for a sink, and what comes out at its other end. To be
 * included after <cmocka.h>.
 */
#ifndef TESTS_SINKS_H
#define TESTS_SINKS_H

#include "payments_image.h"
#include "records.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const struct problem_registry *payments;
static char received[1 << 18];
static size_t received_length;
static char long_name[8001]; /* makes records longer than PIPE_BUF, and a pipe's atomic writes */

static inline int set_up(void **state)
{
    (void)state;
    payments = payments_image("https://example.com/", false, NULL);
    memset(long_name, 'n', sizeof long_name - 1);
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    forget_record();
    image_free(payments);
    return 0;
}

/* Answers a problem that was raised in a function of this name. Whatever the sink does, the
 * response and errno are the same. True when that is so. */
static inline bool answer_as(struct problem_sink *sink, const char *function)
{
    const char *body = "{\"status\":400}";
    char buffer[256];
    struct problem_response response;
    struct problem problem = PROBLEM_INIT;
    const struct problem_request request = {.method = "GET", .path = "/", .sink = sink};
    problem_begin(&problem, payments, BARE, "file.c", 1, function);
    errno = EDOM;
    problem_respond(payments, &problem, &request, buffer, sizeof buffer, &response);
    return errno == EDOM && response.status == 400 && response.body_length == strlen(body) &&
           memcmp(response.body, body, response.body_length) == 0;
}

static inline void answer(struct problem_sink *sink)
{
    assert_true(answer_as(sink, "function"));
}

static inline void answer_at_length(struct problem_sink *sink)
{
    assert_true(answer_as(sink, long_name));
}

static inline void expect_dropped(const struct problem_sink *sink, uint64_t dropped)
{
    assert_int_equal(problem_sink_dropped(sink), dropped);
}

/* What can be read from the descriptor now, into `received`. */
static inline void receive(int descriptor)
{
    int flags = fcntl(descriptor, F_GETFL);
    fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
    received_length = 0;
    ssize_t got;
    while ((got = read(descriptor, received + received_length, sizeof received - received_length)) >
           0)
        received_length += (size_t)got;
    assert_true(received_length < sizeof received);
    fcntl(descriptor, F_SETFL, flags);
}

/* Everything from `from` on must be this many records, each a line of its own. */
static inline void expect_records_from(size_t from, int count)
{
    for (; count > 0; count--) {
        const char *end = memchr(received + from, '\n', received_length - from);
        assert_non_null(end);
        size_t length = (size_t)(end + 1 - (received + from));
        record_of_line(received + from, length);
        assert_string_equal(field_text("error.type"), "bare");
        from += length;
    }
    assert_int_equal(from, received_length);
}

static inline void expect_records(int descriptor, int count)
{
    receive(descriptor);
    expect_records_from(0, count);
}

/* Writes until there is no room left; whether there was any. */
static inline bool fill_once(int descriptor)
{
    static const char filler[1 << 12];
    bool any = false;
    for (size_t piece = sizeof filler; piece > 0; piece /= 2)
        while (write(descriptor, filler, piece) > 0)
            any = true;
    return any;
}

/* Until there is no room left, with the descriptor's flags left as they were. A terminal's other
 * side takes some of it over a little later: full is what stays so for a while. */
static inline void fill(int descriptor)
{
    const struct timespec moment = {0, 5000000};
    int flags = fcntl(descriptor, F_GETFL), still = 0;
    fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
    while (still < 20) {
        still = fill_once(descriptor) ? 0 : still + 1;
        if (isatty(descriptor))
            nanosleep(&moment, NULL);
    }
    fcntl(descriptor, F_SETFL, flags);
}

#endif
