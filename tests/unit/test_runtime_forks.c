/*
 * Ids are distinct over a thousand forks of a thousand ids each, and over threads: with the
 * kernel's random bytes, and where it refuses them (EAGAIN: too early after boot, ENOSYS: a
 * sandbox), be it before the first id or later.
 *
 * Each case is a process of its own, the first ones of a parent that never made an id.
 */
#define _DEFAULT_SOURCE 1

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>

#include "problem.h"
#include "refusing.h"

enum { EACH = 1000, FORKS = 1000, AT_ONCE = 50, THREADS = 16, ROUNDS = 20 };

struct ids {
    unsigned char bytes[EACH][16];
};

/* Shared with children: FORKS of them, and what the parent makes before and after. */
static struct ids *all;
enum { BEFORE = FORKS, AFTER = FORKS + 1, PLACES = FORKS + 2 };

static void draw(struct ids *ids)
{
    for (int i = 0; i < EACH; i++) {
        char text[PROBLEM_OCCURRENCE_SIZE];
        struct problem problem = PROBLEM_INIT;
        problem_occurrence(&problem, text);
        memcpy(ids->bytes[i], problem.occurrence, sizeof ids->bytes[i]);
    }
}

static int compare(const void *a, const void *b)
{
    return memcmp(a, b, 16);
}

static bool are_distinct(struct ids *ids, size_t places)
{
    static const unsigned char none[16];
    size_t count = places * EACH;
    unsigned char(*bytes)[16] = ids->bytes;
    qsort(bytes, count, sizeof *bytes, compare);
    if (memcmp(bytes[0], none, sizeof none) == 0) /* somebody made none */
        return false;
    for (size_t i = 1; i < count; i++) {
        if (memcmp(bytes[i - 1], bytes[i], sizeof *bytes) == 0)
            return false;
    }
    return true;
}

/* ------------------------------------------------------------------ forks */

/* Children `from` up to `to`, some of them at the same time. False when one can't be had. */
static bool fork_children(int from, int to)
{
    bool right = true;
    for (int i = from; i < to; i += AT_ONCE) {
        pid_t children[AT_ONCE];
        int count = to - i < AT_ONCE ? to - i : AT_ONCE;
        for (int j = 0; j < count; j++) {
            children[j] = fork();
            if (children[j] == 0) {
                draw(&all[i + j]);
                _exit(0);
            }
        }
        for (int j = 0; j < count; j++) {
            int status = 1;
            right = children[j] > 0 && waitpid(children[j], &status, 0) == children[j] &&
                    status == 0 && right;
        }
    }
    return right;
}

static void *fork_in_thread(void *right)
{
    char text[PROBLEM_OCCURRENCE_SIZE];
    problem_occurrence(NULL, text); /* so that this thread has something to leave */
    *(bool *)right = fork_children(FORKS / 2, FORKS);
    return NULL;
}

static bool ids_of_forks_are_distinct(void)
{
    pthread_t thread;
    bool right = false;
    memset(all, 0, PLACES * sizeof *all);
    draw(&all[BEFORE]);
    if (!fork_children(0, FORKS / 2) ||
        pthread_create(&thread, NULL, fork_in_thread, &right) != 0 ||
        pthread_join(thread, NULL) != 0 || !right)
        return false;
    draw(&all[AFTER]);
    return are_distinct(all, PLACES);
}

/* ------------------------------------------------------------------ threads */

static void *draw_in_thread(void *ids)
{
    for (int i = 0; i < ROUNDS; i++)
        draw((struct ids *)ids + i);
    return NULL;
}

static bool ids_of_threads_are_distinct(void)
{
    pthread_t threads[THREADS];
    memset(all, 0, PLACES * sizeof *all);
    for (size_t i = 0; i < THREADS; i++) {
        if (pthread_create(&threads[i], NULL, draw_in_thread, all + i * ROUNDS) != 0)
            return false;
    }
    for (int i = 0; i < THREADS; i++) {
        if (pthread_join(threads[i], NULL) != 0)
            return false;
    }
    return are_distinct(all, (size_t)THREADS * ROUNDS);
}

/* ------------------------------------------------------------------ cases */

static bool kernel_refuses(int error)
{
    unsigned char byte;
    return getrandom(&byte, 1, GRND_NONBLOCK) == -1 && errno == error;
}

/* `error` 0: the kernel gives what it has. `first` makes an id before it stops to. */
static void run(int error, bool first, bool (*are_all_distinct)(void))
{
    pid_t child = fork();
    if (child == 0) {
        char text[PROBLEM_OCCURRENCE_SIZE];
        if (first)
            problem_occurrence(NULL, text);
        if (error != 0 && !refuse(SYS_getrandom, error))
            _exit(CANNOT_REFUSE);
        if (error != 0 && !kernel_refuses(error))
            _exit(2);
        _exit(are_all_distinct() ? 0 : 1);
    }
    expect_child(child);
}

static void forks_without_random_bytes_ever(void **state)
{
    (void)state;
    run(EAGAIN, false, ids_of_forks_are_distinct);
    run(ENOSYS, false, ids_of_forks_are_distinct);
}

static void forks_without_random_bytes_any_more(void **state)
{
    (void)state;
    run(EAGAIN, true, ids_of_forks_are_distinct);
    run(ENOSYS, true, ids_of_forks_are_distinct);
}

static void threads_without_random_bytes(void **state)
{
    (void)state;
    run(EAGAIN, false, ids_of_threads_are_distinct);
    run(ENOSYS, false, ids_of_threads_are_distinct);
    run(EAGAIN, true, ids_of_threads_are_distinct);
    run(ENOSYS, true, ids_of_threads_are_distinct);
}

static void threads(void **state)
{
    (void)state;
    run(0, false, ids_of_threads_are_distinct);
    run(0, true, ids_of_threads_are_distinct);
}

static void forks(void **state)
{
    (void)state;
    run(0, false, ids_of_forks_are_distinct);
    char text[PROBLEM_OCCURRENCE_SIZE];
    problem_occurrence(NULL, text); /* from here on this process has made one */
    assert_true(ids_of_forks_are_distinct());
}

static void the_check_finds_what_is_not_distinct(void **state)
{
    (void)state;
    memset(all, 0, PLACES * sizeof *all);
    draw(&all[0]);
    assert_false(are_distinct(all, 2)); /* all[1] is empty */
    draw(&all[0]);
    draw(&all[1]);
    assert_true(are_distinct(all, 2));
    memcpy(all[1].bytes[EACH - 1], all[0].bytes[0], 16);
    assert_false(are_distinct(all, 2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forks_without_random_bytes_ever),
        cmocka_unit_test(forks_without_random_bytes_any_more),
        cmocka_unit_test(threads_without_random_bytes),
        cmocka_unit_test(threads),
        cmocka_unit_test(forks),
        cmocka_unit_test(the_check_finds_what_is_not_distinct),
    };
    void *memory =
        mmap(NULL, PLACES * sizeof *all, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return 1;
    all = memory;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
