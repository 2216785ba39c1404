/*
 * The memory that libyaml is given: blocks of all sizes, kept and taken again, grown, and refused.
 * memory.c is compiled in here with a malloc that fails when a test says so.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static bool memory_is_gone;
static size_t allocations;

static void *allocate(size_t size)
{
    allocations++;
    return memory_is_gone || size > SIZE_MAX / 2 ? NULL : malloc(size);
}

#define malloc allocate
#include "../../generator/yaml/memory.c"

static void *filled(size_t size)
{
    unsigned char *bytes = yaml_malloc(size);
    assert_non_null(bytes);
    assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
    memset(bytes, (int)(size % 251), size);
    return bytes;
}

static void assert_filled(const unsigned char *bytes, size_t size, size_t as)
{
    for (size_t i = 0; i < size; i++)
        assert_int_equal(bytes[i], as % 251);
}

static void blocks_do_not_meet(void **state)
{
    (void)state;
    enum { SIZES = 300 };
    unsigned char *blocks[SIZES];
    for (size_t round = 0; round < 2; round++) { /* new ones, then those that were kept */
        for (size_t i = 0; i < SIZES; i++)
            blocks[i] = filled(i * 17);
        for (size_t i = 0; i < SIZES; i++)
            assert_filled(blocks[i], i * 17, i * 17);
        for (size_t i = 0; i < SIZES; i++)
            yaml_free(blocks[i]);
    }
    memory_release();
}

static void what_is_given_back_is_taken_again(void **state)
{
    (void)state;
    void *small = filled(17), *largest = filled(4096), *large = filled(4097);
    yaml_free(small);
    yaml_free(large);
    yaml_free(largest);
    allocations = 0;
    assert_ptr_equal(filled(32), small);
    assert_ptr_equal(filled(2049), largest);
    assert_int_equal(allocations, 0);
    large = filled(4097);
    assert_int_equal(allocations, 1);
    yaml_free(small);
    yaml_free(largest);
    yaml_free(large);
    yaml_free(NULL);
    memory_release();
}

static void released_memory_is_allocated_anew(void **state)
{
    (void)state;
    yaml_free(filled(100));
    memory_release();
    allocations = 0;
    yaml_free(filled(100));
    assert_int_equal(allocations, 1);
    memory_release();
}

static void blocks_grow(void **state)
{
    (void)state;
    for (size_t size = 0; size <= 5000; size += 7)
        for (size_t grown = size; grown <= 10000; grown += 1999) {
            unsigned char *bytes = yaml_realloc(filled(size), grown);
            assert_filled(bytes, size, size);
            memset(bytes, 1, grown);
            yaml_free(bytes);
        }
    void *bytes = filled(20);
    assert_ptr_equal(yaml_realloc(bytes, 32), bytes);
    assert_ptr_equal(yaml_realloc(bytes, 1), bytes);
    yaml_free(bytes);
    yaml_free(yaml_realloc(NULL, 20));
    memory_release();
}

/* A libyaml that was compiled in another way calls some of the functions, and malloc's own. */
static void blocks_are_those_of_malloc(void **state)
{
    (void)state;
    for (size_t size = 1; size <= 5000; size++) {
        free(filled(size));
        unsigned char *bytes = realloc(filled(size), size + 100);
        assert_filled(bytes, size, size);
        yaml_free(bytes);
        bytes = malloc(size);
        memset(bytes, 1, size);
        yaml_free(bytes);
        bytes = filled(size / 2);
        assert_filled(bytes, size / 2, size / 2);
        yaml_free(bytes);
        bytes = yaml_realloc(malloc(size), size * 2);
        memset(bytes, 2, size * 2);
        free(bytes);
    }
    memory_release();
}

static void strings_are_copied(void **state)
{
    (void)state;
    unsigned char *copy = yaml_strdup((const unsigned char *)"sixteen bytes...");
    assert_string_equal(copy, "sixteen bytes...");
    yaml_free(copy);
    assert_null(yaml_strdup(NULL));
    memory_release();
}

static void the_end_of_memory_is_told(void **state)
{
    (void)state;
    unsigned char *bytes = filled(64);
    memory_is_gone = true;
    assert_null(yaml_malloc(1));
    assert_null(yaml_malloc(5000));
    assert_null(yaml_realloc(NULL, 5));
    assert_null(yaml_realloc(bytes, 200));
    assert_null(yaml_strdup((const unsigned char *)"a"));
    memory_is_gone = false;
    assert_filled(bytes, 64, 64);
    assert_null(yaml_malloc(SIZE_MAX));
    yaml_free(bytes);
    memory_release();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_do_not_meet),
        cmocka_unit_test(what_is_given_back_is_taken_again),
        cmocka_unit_test(released_memory_is_allocated_anew),
        cmocka_unit_test(blocks_grow),
        cmocka_unit_test(blocks_are_those_of_malloc),
        cmocka_unit_test(strings_are_copied),
        cmocka_unit_test(the_end_of_memory_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
