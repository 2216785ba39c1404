/*
 * Strings with and without bytes that JSON escapes, and what it costs to look whether they are
 * UTF-8.
 */
#include "bench.h"
#include "race.h"
#include "syntax.h"
#include "work.h"

#include <string.h>

enum { LENGTH = 104, TEXTS = 3 };

static char texts[TEXTS][LENGTH + 1];
static size_t length; /* of each: not known to who compiles a copy of them */
static struct problem raised[TEXTS];
static WORK_ALIGNED char buffer[WORK_BUFFER];

/* Clean; an escape every 13 characters; Cyrillic. */
static void prepare(void)
{
    for (size_t i = 0; i < LENGTH; i++) {
        texts[0][i] = (char)('a' + i % 26);
        texts[1][i] = i % 13 == 12 ? '"' : texts[0][i];
        texts[2][i] = i % 2 == 0 ? '\xd0' : (char)(0xb0 + i % 16);
    }
    length = strlen(texts[0]);
    for (size_t i = 0; i < TEXTS; i++) {
        char id[PROBLEM_OCCURRENCE_SIZE];
        work_raise(&raised[i], &(struct work_values){3000, 5000, texts[i]});
        problem_occurrence(&raised[i], id);
    }
}

static void body(void *context, size_t operations)
{
    for (size_t i = 0; i < operations; i++)
        race_sink += work_body(context, buffer);
}

static void valid_text(void *context, size_t operations)
{
    const char *text = context;
    for (size_t i = 0; i < operations; i++) {
        struct writer writer = {buffer, sizeof buffer, 0};
        race_sink += problem_write_valid_text(&writer, text, length);
    }
}

static void plain_text(void *context, size_t operations)
{
    const char *text = context;
    for (size_t i = 0; i < operations; i++) {
        struct writer writer = {buffer, sizeof buffer, 0};
        write_bytes(&writer, text, length);
        __asm__ volatile("" : : "r"(buffer) : "memory");
        race_sink += writer.used;
    }
}

static void occurrence(void *context, size_t operations)
{
    const struct work_values values = {3000, 5000, context};
    for (size_t i = 0; i < operations; i++)
        race_sink += work_occurrence(&values, buffer);
}

bool bench_texts(FILE *figures)
{
    prepare();
    struct race dirty = {.name = "body with a text of 104 bytes", .operations = 256};
    race_add(&dirty, "clean", body, &raised[0]);
    race_add(&dirty, "an escape every 13 bytes", body, &raised[1]);
    race_add(&dirty, "Cyrillic", body, &raised[2]);
    race_run(&dirty, 0, figures);

    struct race valid = {.name = "taking a text of 104 bytes", .operations = 256};
    race_add(&valid, "whole occurrence", occurrence, texts[0]);
    race_add(&valid, "copied", plain_text, texts[0]);
    race_add(&valid, "validated and copied", valid_text, texts[0]);
    race_add(&valid, "validated and copied, Cyrillic", valid_text, texts[2]);
    race_run(&valid, 0, figures);
    return true;
}
