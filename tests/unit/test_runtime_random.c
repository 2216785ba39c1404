/*
 * The generator where the system lets it down: no random bytes, no page that fork wipes. The source
 * is included, so that its system calls can be replaced.
 */
#define _DEFAULT_SOURCE 1

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/wait.h>
#include <unistd.h>

static int failures, failure; /* how many calls of getrandom fail, and with what; -1: all */
static int random_calls;
static bool map_fails, advice_fails, lose_race;
static int unmapped;

static void race(void);

static ssize_t fake_getrandom(void *bytes, size_t length, unsigned flags)
{
    random_calls++;
    if (failures != 0) {
        failures -= failures > 0;
        errno = failure;
        return -1;
    }
    return getrandom(bytes, length, flags);
}

static void *fake_mmap(void *at, size_t length, int protection, int flags, int file, off_t offset)
{
    if (map_fails) {
        errno = ENOMEM;
        return MAP_FAILED;
    }
    void *page = mmap(at, length, protection, flags, file, offset);
    if (lose_race)
        race();
    return page;
}

static int fake_madvise(void *at, size_t length, int advice)
{
    if (advice_fails) {
        errno = EINVAL;
        return -1;
    }
    return madvise(at, length, advice);
}

static int fake_munmap(void *at, size_t length)
{
    unmapped++;
    return munmap(at, length);
}

#define getrandom fake_getrandom
#define mmap      fake_mmap
#define madvise   fake_madvise
#define munmap    fake_munmap
#include "../../runtime/src/random.c"
#undef getrandom
#undef mmap
#undef madvise
#undef munmap

/* Another thread installs its page between our making one and installing it. */
static void race(void)
{
    static struct fork_page theirs;
    lose_race = false;
    atomic_store(&fork_page, &theirs);
}

/* As in a fresh process. */
static int set_up(void **state)
{
    (void)state;
    memset(&generator, 0, sizeof generator);
    atomic_store(&fork_page, NULL);
    failures = 0;
    random_calls = 0;
    unmapped = 0;
    map_fails = advice_fails = lose_race = false;
    return 0;
}

static void assert_draws_differ(void)
{
    unsigned char drawn[100][PROBLEM_RANDOM_BYTES];
    errno = EDOM;
    for (int i = 0; i < 100; i++) {
        problem_random(drawn[i]);
        for (int j = 0; j < i; j++)
            assert_memory_not_equal(drawn[i], drawn[j], sizeof drawn[i]);
    }
    assert_int_equal(errno, EDOM);
}

static void assert_child_differs(void)
{
    unsigned char ours[PROBLEM_RANDOM_BYTES], theirs[PROBLEM_RANDOM_BYTES];
    int ends[2];
    problem_random(ours);
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        problem_random(theirs);
        _exit(write(ends[1], theirs, sizeof theirs) != (ssize_t)sizeof theirs);
    }
    assert_int_equal(read(ends[0], theirs, sizeof theirs), sizeof theirs);
    close(ends[0]);
    close(ends[1]);
    assert_int_equal(waitpid(child, NULL, 0), child);
    problem_random(ours);
    assert_memory_not_equal(ours, theirs, sizeof ours);
}

static void chacha_is_chacha(void **state)
{
    (void)state;
    /* ChaCha8, key and nonce 0, block 0: the first bytes of draft-strombergson-chacha-test-vectors
     * TC1, 256-bit key */
    static const unsigned char expected[16] = {0x3e, 0x00, 0xef, 0x2f, 0x89, 0x5f, 0x40, 0xd6,
                                               0x7f, 0x5b, 0xb8, 0xe8, 0x1f, 0x09, 0xa5, 0xa1};
    const uint32_t key[KEY_WORDS] = {0};
    unsigned char blocks[2 * BLOCK], later[2 * BLOCK];
    chacha_pair(key, 0, blocks);
    assert_memory_equal(blocks, expected, sizeof expected);
    chacha_pair(key, 1, later);
    assert_memory_equal(blocks + BLOCK, later, BLOCK);
    assert_memory_not_equal(later + BLOCK, later, BLOCK);
}

static void all_is_well(void **state)
{
    (void)state;
    assert_draws_differ();
    assert_child_differs();
    assert_int_equal(random_calls, 1); /* refills need no system call */
}

static void what_was_given_out_is_erased(void **state)
{
    (void)state;
    unsigned char bytes[PROBLEM_RANDOM_BYTES];
    for (int i = 0; i < 40; i++) {
        problem_random(bytes);
        for (size_t j = 0; j < generator.used; j++)
            assert_int_equal(generator.ahead[j], 0);
    }
}

static void interruptions_are_retried(void **state)
{
    (void)state;
    failures = 3;
    failure = EINTR;
    assert_draws_differ();
    assert_int_equal(random_calls, 4);
    assert_false(generator.weak);
}

static void without_kernel_randomness(void **state)
{
    (void)state;
    failures = -1;
    failure = ENOSYS;
    assert_draws_differ();
    assert_true(generator.weak);
    assert_child_differs();

    failure = EAGAIN; /* and once there is some, it is used */
    failures = 1;
    assert_draws_differ();
    assert_false(generator.weak);
}

static void *draw(void *bytes)
{
    problem_random(bytes);
    return NULL;
}

static void weak_threads_differ(void **state)
{
    (void)state;
    unsigned char drawn[4][PROBLEM_RANDOM_BYTES];
    failures = -1;
    failure = ENOSYS;
    for (int i = 0; i < 4; i++) { /* one after the other: they may get the same address */
        pthread_t thread;
        assert_int_equal(pthread_create(&thread, NULL, draw, drawn[i]), 0);
        assert_int_equal(pthread_join(thread, NULL), 0);
        for (int j = 0; j < i; j++)
            assert_memory_not_equal(drawn[i], drawn[j], sizeof drawn[i]);
    }
}

static void without_a_page(void **state)
{
    (void)state;
    map_fails = true;
    assert_draws_differ();
    assert_child_differs();
    assert_ptr_equal(atomic_load(&fork_page), &no_page);
}

static void without_the_advice(void **state)
{
    (void)state;
    advice_fails = true;
    assert_draws_differ();
    assert_child_differs();
    assert_ptr_equal(atomic_load(&fork_page), &no_page);
    assert_int_equal(unmapped, 1);
}

static void losing_the_race_for_the_page(void **state)
{
    (void)state;
    lose_race = true;
    assert_draws_differ();
    assert_int_equal(unmapped, 1);

    set_up(NULL);
    lose_race = true;
    advice_fails = true;
    assert_draws_differ();
    assert_int_equal(unmapped, 1); /* our own, when the advice failed */
}

static void losing_the_race_for_the_generation(void **state)
{
    (void)state;
    unsigned char bytes[PROBLEM_RANDOM_BYTES];
    problem_random(bytes);
    unsigned long generation = generator.generation;
    struct fork_page *page = atomic_load(&fork_page);
    memset(&generator, 0, sizeof generator); /* a new thread */
    seed(page);
    assert_int_equal(generator.generation, generation);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chacha_is_chacha),
        cmocka_unit_test_setup(all_is_well, set_up),
        cmocka_unit_test_setup(what_was_given_out_is_erased, set_up),
        cmocka_unit_test_setup(interruptions_are_retried, set_up),
        cmocka_unit_test_setup(without_kernel_randomness, set_up),
        cmocka_unit_test_setup(weak_threads_differ, set_up),
        cmocka_unit_test_setup(without_a_page, set_up),
        cmocka_unit_test_setup(without_the_advice, set_up),
        cmocka_unit_test_setup(losing_the_race_for_the_page, set_up),
        cmocka_unit_test_setup(losing_the_race_for_the_generation, set_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
