/*
 * One sink, many threads: every line that comes out is whole, and every one that does not is
 * counted.
 */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "sinks.h"

enum { THREADS = 8, EACH = 1000, ALL = THREADS * EACH };

static struct problem_sink sink;

/* What came out: room for records of PIPE_BUF bytes each. */
static char *lines;
static size_t lines_length;
static const size_t lines_size = (size_t)ALL * PIPE_BUF;

static void *answer_many(void *right)
{
    static const char *const functions[] = {"f", "function", "another_function"};
    for (int i = 0; i < EACH; i++) {
        if (!answer_as(&sink, functions[i % 3]))
            *(bool *)right = false;
    }
    return NULL;
}

static void answer_in_threads(void)
{
    pthread_t threads[THREADS];
    bool right[THREADS];
    for (int i = 0; i < THREADS; i++) {
        right[i] = true;
        assert_int_equal(pthread_create(&threads[i], NULL, answer_many, &right[i]), 0);
    }
    for (int i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        assert_true(right[i]);
    }
}

static void read_to_end(int descriptor)
{
    ssize_t got;
    lines_length = 0;
    while ((got = read(descriptor, lines + lines_length, lines_size - lines_length)) > 0)
        lines_length += (size_t)got;
}

static int compare(const void *a, const void *b)
{
    return memcmp(a, b, PROBLEM_OCCURRENCE_SIZE);
}

/* Every line is a record, and no two are of the same occurrence. Returns how many there are. */
static size_t count_records(void)
{
    static char ids[ALL][PROBLEM_OCCURRENCE_SIZE];
    size_t count = 0;
    for (size_t at = 0; at < lines_length; count++) {
        const char *end = memchr(lines + at, '\n', lines_length - at);
        assert_non_null(end);
        assert_true(count < ALL);
        record_of_line(lines + at, (size_t)(end + 1 - (lines + at)));
        assert_string_equal(field_text("error.type"), "bare");
        memcpy(ids[count], field_text("problem.occurrence"), PROBLEM_OCCURRENCE_SIZE);
        at = (size_t)(end + 1 - lines);
    }
    qsort(ids, count, sizeof ids[0], compare);
    for (size_t i = 1; i < count; i++)
        assert_string_not_equal(ids[i - 1], ids[i]);
    return count;
}

static void into_a_file(void **state)
{
    (void)state;
    FILE *file = tmpfile();
    assert_non_null(file);
    int descriptor = fileno(file);
    fcntl(descriptor, F_SETFL, O_APPEND);
    sink = (struct problem_sink)PROBLEM_SINK_TO(descriptor);
    answer_in_threads();
    expect_dropped(&sink, 0);
    assert_int_equal(lseek(descriptor, 0, SEEK_SET), 0);
    read_to_end(descriptor);
    assert_int_equal(count_records(), ALL);
    fclose(file);
}

static void *read_pipe(void *descriptor)
{
    read_to_end(*(int *)descriptor);
    return NULL;
}

static void into_a_pipe(void **state)
{
    (void)state;
    int ends[2];
    pthread_t reader;
    assert_int_equal(pipe(ends), 0);
    sink = (struct problem_sink)PROBLEM_SINK_TO(ends[1]);
    assert_int_equal(pthread_create(&reader, NULL, read_pipe, &ends[0]), 0);
    answer_in_threads();
    close(ends[1]);
    assert_int_equal(pthread_join(reader, NULL), 0);
    close(ends[0]);
    size_t count = count_records();
    assert_true(count > 0);
    assert_int_equal(count + problem_sink_dropped(&sink), ALL); /* none is lost without notice */
}

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static bool append(void *context, const char *line, size_t length)
{
    pthread_mutex_lock(context);
    bool fits = length <= lines_size - lines_length;
    if (fits) {
        memcpy(lines + lines_length, line, length);
        lines_length += length;
    }
    pthread_mutex_unlock(context);
    return fits;
}

static void into_a_function(void **state)
{
    (void)state;
    sink = (struct problem_sink)PROBLEM_SINK_CALL(append, &mutex);
    lines_length = 0;
    answer_in_threads();
    expect_dropped(&sink, 0);
    assert_int_equal(count_records(), ALL);
}

static void into_nothing(void **state)
{
    (void)state;
    sink = (struct problem_sink)PROBLEM_SINK_TO(INT_MAX);
    answer_in_threads();
    expect_dropped(&sink, ALL); /* counted, all of them */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(into_a_file),
        cmocka_unit_test(into_a_pipe),
        cmocka_unit_test(into_a_function),
        cmocka_unit_test(into_nothing),
    };
    lines = malloc(lines_size);
    if (lines == NULL)
        return 1;
    int failed = cmocka_run_group_tests(tests, set_up, tear_down);
    free(lines);
    return failed;
}
