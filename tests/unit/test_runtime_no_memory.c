/*
 * When memory is gone: from the raise to the end of problem_respond nobody asks for any, and with
 * an allocator that refuses, the response is the same. The allocator is this program's own, for the
 * C library too: it hands out pieces of one block and takes none back.
 */
#define _GNU_SOURCE 1

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <pthread.h>
#include <stdalign.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <wchar.h>

#include "sanitized.h"
#include "sinks.h"

static atomic_uint requests; /* for memory */

#if !SANITIZED

static atomic_bool refusing;

struct piece {
    alignas(max_align_t) size_t size;
};

static void *allocate(size_t size, size_t alignment)
{
    enum { BLOCK = 64 << 20 };
    static alignas(max_align_t) unsigned char block[BLOCK];
    static atomic_size_t used;
    atomic_fetch_add(&requests, 1);
    if (atomic_load(&refusing) || size > BLOCK / 2 || alignment > BLOCK / 2) {
        errno = ENOMEM;
        return NULL;
    }
    /* Room for the head before an aligned piece, and for the next head to be aligned. */
    size_t whole = sizeof(struct piece) + alignment + size;
    whole += (sizeof(struct piece) - whole % sizeof(struct piece)) % sizeof(struct piece);
    size_t begin = atomic_fetch_add(&used, whole);
    if (begin + whole > BLOCK)
        abort();
    uintptr_t at = (uintptr_t)(block + begin + sizeof(struct piece));
    at += (alignment - at % alignment) % alignment;
    ((struct piece *)at)[-1].size = size;
    return (void *)at;
}

void *malloc(size_t size)
{
    return allocate(size, alignof(max_align_t));
}

void free(void *memory)
{
    (void)memory;
}

void *calloc(size_t count, size_t size)
{
    size_t whole;
    if (__builtin_mul_overflow(count, size, &whole)) {
        errno = ENOMEM;
        return NULL;
    }
    return malloc(whole); /* the block was zero, and no piece serves twice */
}

void *realloc(void *memory, size_t size)
{
    void *moved = malloc(size);
    if (moved != NULL && memory != NULL) {
        size_t old = ((struct piece *)memory)[-1].size;
        memcpy(moved, memory, old < size ? old : size);
    }
    return moved;
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return allocate(size, alignment > alignof(max_align_t) ? alignment : alignof(max_align_t));
}

void *memalign(size_t alignment, size_t size); /* no header that C11 has declares it */
void *memalign(size_t alignment, size_t size)
{
    return aligned_alloc(alignment, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size)
{
    void *got = aligned_alloc(alignment, size);
    if (got == NULL)
        return ENOMEM;
    *memory = got;
    return 0;
}

static void refuse_memory(bool refuse)
{
    atomic_store(&refusing, refuse);
}

#else

static void refuse_memory(bool refuse)
{
    (void)refuse;
}

#endif

/* ------------------------------------------------------------------ one occurrence, from end to
 * end */

static char buffer[4096];
static struct problem_response response;
static const unsigned char fixed_id[16] = {[6] = 0x40, [8] = 0x80};

/* Everything that a service may do about a failed request; returns the response's size. */
static size_t fail_once(struct problem *problem, struct problem_sink *sink)
{
    const struct problem_request request = {
        .method = "GET",
        .path = "/a?b",
        .accept = "application/json",
        .accept_language = "de",
        .request_id = "an id",
        .traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        .sink = sink,
    };
    char text[PROBLEM_OCCURRENCE_SIZE];
    problem_occurrence(NULL, text); /* a real one */
    problem_clear(problem);
    problem_fix_occurrence(problem, fixed_id);
    problem_because(problem, "charging order %s for %d", "o-1", 3);
    problem_because_errno(problem, 12, "allocating %zu bytes", (size_t)4096);
    struct problem_where where = PROBLEM_BODY("/items/%d", 3);
    problem_violation_begin(problem, payments, MINIMUM, &where);
    problem_put_integer(problem, 0, 7);
    problem_violation_end(problem);
    problem_begin(problem, payments, NOT_FOUND, "file.c", 1, "function");
    problem_begin(problem, payments, INSUFFICIENT_FUNDS, "file.c", 2, "function");
    problem_put_decimal(problem, BALANCE, problem_decimal(3000, 2));
    problem_put_decimal(problem, COST, problem_decimal(5000, 2));
    problem_put_string(problem, SHARD, "not an identifier");
    problem_because_code(problem, "sqlite", 7, "out of memory");
    return problem_respond(payments, problem, &request, buffer, sizeof buffer, &response);
}

static void skip_where_sanitized(void)
{
    if (!SANITIZED)
        return;
    print_message("skipped: sanitizers have an allocator of their own\n");
    skip();
}

static void the_allocator_is_ours(void **state)
{
    (void)state;
    skip_where_sanitized();
    unsigned before = requests;
    void *volatile memory = malloc(1);
    assert_int_equal(requests, before + 1);
    free(memory);
    refuse_memory(true);
    memory = malloc(1);
    refuse_memory(false);
    assert_null(memory);
}

static bool take(void *context, const char *line, size_t length)
{
    memcpy(context, line, length);
    return true;
}

static char line[PROBLEM_RECORD_SIZE];

/* Through a sink, without memory as with it. Without it first: there may be a first time. */
static void expect_no_request(struct problem_sink *sink)
{
    static char expected[sizeof buffer];
    struct problem problem;
    unsigned before = requests;
    refuse_memory(true);
    size_t needed = fail_once(&problem, sink);
    refuse_memory(false);
    assert_int_equal(requests, before);
    assert_true(needed <= sizeof expected);
    memcpy(expected, buffer, needed);
    assert_int_equal(fail_once(&problem, sink), needed);
    assert_memory_equal(buffer, expected, needed);
    assert_int_equal(response.status, 403);
    assert_int_equal(response.header_count, 4);
    assert_int_equal(problem_sink_dropped(sink), 0);
}

static void nobody_asks_for_memory(void **state)
{
    (void)state;
    skip_where_sanitized();
    int ends[2], null = open("/dev/null", O_WRONLY);
    struct problem_sink sink = PROBLEM_SINK_CALL(take, line);
    expect_no_request(&sink);
    record_of_line(line, strcspn(line, "\n") + 1);
    assert_string_equal(field_item("problem.causes", 1),
                        "allocating 4096 bytes: ENOMEM (Cannot allocate memory)");

    sink = (struct problem_sink)PROBLEM_SINK_TO(null);
    expect_no_request(&sink);
    close(null);
    assert_int_equal(pipe(ends), 0);
    sink = (struct problem_sink)PROBLEM_SINK_TO(ends[1]);
    expect_no_request(&sink);
    close(ends[0]);
    close(ends[1]);
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    sink = (struct problem_sink)PROBLEM_SINK_TO(ends[1]);
    expect_no_request(&sink);
    close(ends[0]);
    close(ends[1]);
}

static void *fail_in_thread(void *sink)
{
    static struct problem problem;
    unsigned before = requests;
    refuse_memory(true);
    fail_once(&problem, sink);
    refuse_memory(false);
    return requests == before ? sink : NULL;
}

static void nor_does_a_new_thread(void **state)
{
    (void)state;
    skip_where_sanitized();
    struct problem_sink sink = PROBLEM_SINK_CALL(take, line);
    pthread_t thread;
    void *right = NULL;
    assert_int_equal(pthread_create(&thread, NULL, fail_in_thread, &sink), 0);
    assert_int_equal(pthread_join(thread, &right), 0);
    assert_ptr_equal(right, &sink);
    assert_int_equal(response.status, 403);
    record_of_line(line, strcspn(line, "\n") + 1);
}

/* printf allocates for formats like these; what it can't say is missing from the record alone. */
static void printf_may_ask_in_vain(void **state)
{
    (void)state;
    skip_where_sanitized();
    static char expected[sizeof buffer];
    struct problem_sink sink = PROBLEM_SINK_CALL(take, line);
    const struct problem_request request = {.sink = &sink};
    struct problem problem;
    for (int refused = 0; refused <= 1; refused++) {
        problem_clear(&problem);
        problem_fix_occurrence(&problem, fixed_id);
        unsigned before = requests;
        refuse_memory(refused != 0);
        problem_begin(&problem, payments, BARE, "file.c", 1, "function");
        problem_because(&problem, "%.100000f", 0.1);
        problem_because(&problem, "%020000d", 1);
        problem_because(&problem, "%ls", L"wide");
        problem_because(&problem, "after that");
        size_t needed =
            problem_respond(payments, &problem, &request, buffer, sizeof buffer, &response);
        refuse_memory(false);
        assert_true(requests > before); /* or this test shows nothing */
        if (refused == 0)
            memcpy(expected, buffer, sizeof expected);
        assert_memory_equal(buffer, expected, needed);
        assert_int_equal(response.status, 400);
        record_of_line(line, strcspn(line, "\n") + 1);
        assert_string_equal(field_text("error.type"), "bare");
        assert_true(has_field("problem.causes"));
    }
    assert_string_equal(field_item("problem.causes", 0), "(a cause that could not be formatted)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_allocator_is_ours),
        cmocka_unit_test(nobody_asks_for_memory),
        cmocka_unit_test(nor_does_a_new_thread),
        cmocka_unit_test(printf_may_ask_in_vain),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
