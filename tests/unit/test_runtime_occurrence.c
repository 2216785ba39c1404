/*
 * Occurrence ids: their form, and that no two calls, threads or processes get the same one.
 */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "problem_tables.h"

enum { IDS = 500, THREADS = 8, CHILDREN = 4 };

struct ids {
    char text[IDS][PROBLEM_OCCURRENCE_SIZE];
};

static void draw(struct ids *ids)
{
    for (int i = 0; i < IDS; i++) {
        struct problem problem = PROBLEM_INIT;
        problem_occurrence(&problem, ids->text[i]);
    }
}

static void *draw_in_thread(void *ids)
{
    draw(ids);
    return NULL;
}

static int compare(const void *a, const void *b)
{
    return memcmp(a, b, PROBLEM_OCCURRENCE_SIZE);
}

static void assert_distinct(struct ids *ids, size_t count)
{
    char(*all)[PROBLEM_OCCURRENCE_SIZE] = ids->text;
    qsort(all, count * IDS, sizeof *all, compare);
    for (size_t i = 1; i < count * IDS; i++)
        assert_string_not_equal(all[i - 1], all[i]);
}

static void ids_are_version_4(void **state)
{
    (void)state;
    static struct ids ids;
    unsigned ones[36] = {0};
    draw(&ids);
    for (int i = 0; i < IDS; i++) {
        const char *text = ids.text[i];
        assert_int_equal(strlen(text), 36);
        for (int j = 0; j < 36; j++) {
            bool dash = j == 8 || j == 13 || j == 18 || j == 23;
            if (dash)
                assert_int_equal(text[j], '-');
            else
                assert_non_null(strchr("0123456789abcdef", text[j]));
            ones[j] += text[j] >= '8';
        }
        assert_int_equal(text[14], '4');
        assert_non_null(strchr("89ab", text[19]));
    }
    for (int j = 0; j < 36; j++) { /* every digit is high about half of the time */
        bool fixed = j == 8 || j == 13 || j == 14 || j == 18 || j == 19 || j == 23;
        if (!fixed)
            assert_in_range(ones[j], IDS / 4, 3 * IDS / 4);
    }
    assert_distinct(&ids, 1);
}

static void an_occurrence_keeps_its_id(void **state)
{
    (void)state;
    const unsigned char id[16] = {0x7f, 0x3d, 0x2a, 0x1c, 0x9e, 0x4b, 0x4f, 0x8d,
                                  0xb1, 0xc2, 0x0a, 0x3e, 0x5f, 0x7d, 0x9b, 0x12};
    char first[PROBLEM_OCCURRENCE_SIZE], second[PROBLEM_OCCURRENCE_SIZE];
    struct problem problem = PROBLEM_INIT;
    problem_occurrence(&problem, first);
    problem_occurrence(&problem, second);
    assert_string_equal(first, second);
    struct problem copy = problem;
    problem_occurrence(&copy, second);
    assert_string_equal(first, second);
    problem_clear(&problem);
    problem_occurrence(&problem, second);
    assert_string_not_equal(first, second);
    problem_fix_occurrence(&problem, id);
    problem_occurrence(&problem, first);
    assert_string_equal(first, "7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b12");

    problem_occurrence(NULL, first);
    problem_occurrence(NULL, second);
    assert_string_not_equal(first, second);
    assert_int_equal(first[14], '4');
}

static void threads_draw_different_ids(void **state)
{
    (void)state;
    static struct ids ids[THREADS];
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, draw_in_thread, &ids[i]), 0);
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    assert_distinct(ids, THREADS);
}

static void write_all(int file, const void *bytes, size_t length)
{
    const char *at = bytes;
    while (length > 0) {
        ssize_t written = write(file, at, length);
        if (written <= 0)
            _exit(1);
        at += written;
        length -= (size_t)written;
    }
}

static void read_all(int file, void *bytes, size_t length)
{
    char *at = bytes;
    while (length > 0) {
        ssize_t got = read(file, at, length);
        assert_true(got > 0);
        at += got;
        length -= (size_t)got;
    }
}

/* Draws in a child and in a child of that, which share the inherited state with us. */
static void draw_in_children(struct ids *child_ids, struct ids *grandchild_ids)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        draw(child_ids);
        write_all(ends[1], child_ids, sizeof *child_ids);
        pid_t grandchild = fork();
        if (grandchild == 0) {
            draw(grandchild_ids);
            write_all(ends[1], grandchild_ids, sizeof *grandchild_ids);
        } else {
            waitpid(grandchild, NULL, 0);
        }
        _exit(0);
    }
    close(ends[1]);
    read_all(ends[0], child_ids, sizeof *child_ids);
    read_all(ends[0], grandchild_ids, sizeof *grandchild_ids);
    close(ends[0]);
    assert_int_equal(waitpid(child, NULL, 0), child);
}

static void forks_draw_different_ids(void **state)
{
    (void)state;
    static struct ids ids[2 * CHILDREN + 1];
    char text[PROBLEM_OCCURRENCE_SIZE];
    problem_occurrence(NULL, text); /* so that there is a state to inherit */
    for (size_t i = 0; i < CHILDREN; i++)
        draw_in_children(&ids[2 * i], &ids[2 * i + 1]);
    draw(&ids[(size_t)2 * CHILDREN]);
    assert_distinct(ids, 2 * CHILDREN + 1);
}

static void errno_stays(void **state)
{
    (void)state;
    char text[PROBLEM_OCCURRENCE_SIZE];
    errno = EDOM;
    for (int i = 0; i < 100; i++)
        problem_occurrence(NULL, text);
    assert_int_equal(errno, EDOM);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_are_version_4),
        cmocka_unit_test(an_occurrence_keeps_its_id),
        cmocka_unit_test(threads_draw_different_ids),
        cmocka_unit_test(forks_draw_different_ids),
        cmocka_unit_test(errno_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
