/*
 * What the fuzz targets share. Each target is a file with LLVMFuzzerTestOneInput; libFuzzer calls
 * it (preset fuzz), or replay.c does where there is none. A target ends the program where something
 * is not as it must be: that is the finding.
 */
#ifndef PROBLEMC_TESTS_FUZZ_H
#define PROBLEMC_TESTS_FUZZ_H

#include "base/buffer.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* Ends the program where the condition does not hold; also where assert() is off. */
#define FUZZ_EXPECT(condition) fuzz_expect((condition), __FILE__, __LINE__, #condition)
void fuzz_expect(bool holds, const char *file, int line, const char *condition);

/* ---------------------------------------------------------------- what outputs must be */

void fuzz_expect_ascii(struct text text); /* printable, and line breaks */
void fuzz_expect_text(struct text text);  /* UTF-8 without control characters but line breaks */
void fuzz_expect_json(struct text text);

/* ---------------------------------------------------------------- taking the input apart */

/* What is left of an input. */
struct fuzz_input {
    const uint8_t *bytes;
    size_t length;
};

/* 0 past the end. */
uint8_t fuzz_byte(struct fuzz_input *input);
int64_t fuzz_integer(struct fuzz_input *input); /* any; small ones take few bytes */

/* The bytes up to the next line break or the end, which are taken, too. NUL-terminated; may hold
 * any other byte. */
struct text fuzz_line(struct fuzz_input *input, struct arena *arena);

#endif
