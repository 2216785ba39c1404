/*
 * A pattern's automaton, read the way the runtime reads it, with every access checked.
 */
#ifndef PROBLEMC_TESTS_PATTERN_IMAGE_H
#define PROBLEMC_TESTS_PATTERN_IMAGE_H

#include "base/text.h"
#include "problem_tables.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static inline size_t byte_at(struct text image, size_t offset)
{
    assert_true(offset < image.length);
    return (unsigned char)image.bytes[offset];
}

static inline size_t states_of(struct text image)
{
    return byte_at(image, PROBLEM_PATTERN_STATES);
}

static inline size_t classes_of(struct text image)
{
    return byte_at(image, PROBLEM_PATTERN_CLASSES);
}

static inline size_t next_state(struct text image, size_t state, unsigned char byte)
{
    if (byte >= 0x80)
        return 0;
    size_t row = PROBLEM_PATTERN_ACCEPTS + states_of(image) + state * classes_of(image);
    return byte_at(image, row + byte_at(image, PROBLEM_PATTERN_MAP + byte));
}

static inline bool matches(struct text image, struct text text)
{
    size_t state = 1;
    for (size_t i = 0; i < text.length; i++)
        state = next_state(image, state, (unsigned char)text.bytes[i]);
    return byte_at(image, PROBLEM_PATTERN_ACCEPTS + state) == 1;
}

/* Everything the runtime relies on. */
static inline void check_image(struct text image)
{
    size_t states = states_of(image), classes = classes_of(image);
    assert_true(states >= 3 && states <= 255 && classes >= 2 && classes <= 96);
    assert_int_equal(image.length, PROBLEM_PATTERN_ACCEPTS + states + states * classes);
    for (size_t byte = 0; byte < 128; byte++)
        assert_true(byte_at(image, PROBLEM_PATTERN_MAP + byte) < classes);
    for (size_t state = 0; state < states; state++) {
        assert_true(byte_at(image, PROBLEM_PATTERN_ACCEPTS + state) <= 1);
        for (unsigned char byte = 0; byte < 128; byte++) {
            size_t next = next_state(image, state, byte);
            assert_true(next < states);
            if (state == 0 || byte < ' ' || byte > '~')
                assert_int_equal(next, 0);
        }
    }
    assert_false(matches(image, TEXT("")));
}

#endif
