/*
 * Builds images of registries by hand, so that the runtime's tests stand on problem_tables.h alone
 * and not on the compiler.
 *
 * Offsets are given out as things are added; image_finish() writes the head and the lookups and
 * copies everything to a heap block of its exact size, where sanitizers see a read past the end.
 */
#ifndef TESTS_IMAGE_BUILDER_H
#define TESTS_IMAGE_BUILDER_H

#include "problem_tables.h"

enum { IMAGE_CAPACITY = 1 << 17, IMAGE_PROBLEMS = 64, IMAGE_RULES = 32 };

struct image_builder {
    unsigned char bytes[IMAGE_CAPACITY];
    size_t used;
    uint32_t problems[IMAGE_PROBLEMS], problem_count;
    uint32_t rules[IMAGE_RULES], rule_count;
    uint32_t fallback; /* index */
    unsigned own_members;
    bool numbers_by_lookup;
    const char *name, *base;
};

struct built_member {
    const char *name;
    uint32_t shape;
    enum problem_audience audience;
    bool optional;
};

struct built_step {
    enum problem_step_kind kind;
    const char *literal;
    unsigned argument;
};

struct built_header {
    const char *name;
    bool duty;
    const struct built_step *steps;
    size_t step_count;
};

struct built_violations {
    unsigned max;
    enum problem_pointer_style style;
    const char *pointer, *parameter, *header, *detail, *rule, *omitted; /* keys; NULL: left out */
    unsigned char rules[4];                                             /* bitmap */
    unsigned rule_bytes;
};

struct built_problem {
    uint32_t number;
    int status;
    const char *code;
    const char *title;
    const char *type;
    enum problem_retry retry;
    enum problem_log log;
    uint32_t conceal; /* index + 1 */
    uint64_t needs, names;
    const struct built_member *members; /* constants after members */
    size_t member_count, constant_count;
    const unsigned char *order; /* NULL: as they come */
    const struct built_step *body;
    size_t body_count;
    const struct built_header *headers;
    size_t header_count;
    const struct built_violations *violations;
    const char *owner, *runbook; /* NULL: none */
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

void image_start(struct image_builder *builder, const char *name, const char *base);

uint32_t shape_integer(struct image_builder *builder, int64_t minimum, int64_t maximum,
                       bool string);
uint32_t shape_decimal(struct image_builder *builder, unsigned minimum, unsigned maximum,
                       bool string);
uint32_t shape_plain(struct image_builder *builder, enum problem_value_type type);
uint32_t shape_enum(struct image_builder *builder, const char *const *values, unsigned count);
uint32_t shape_string(struct image_builder *builder, enum problem_string kind, unsigned max);
uint32_t shape_pattern(struct image_builder *builder, unsigned max, const unsigned char *automaton,
                       size_t length);
uint32_t shape_time(struct image_builder *builder, unsigned digits);
uint32_t shape_list(struct image_builder *builder, uint32_t of, unsigned max);
uint32_t shape_json(struct image_builder *builder, const char *json);

/* Return the index. */
uint32_t image_problem(struct image_builder *builder, const struct built_problem *problem);
uint32_t image_rule_add(struct image_builder *builder, const char *name,
                        const struct built_member *members, size_t member_count,
                        const struct built_step *detail, size_t detail_count);

/* The finished registry, to be given to image_free(). */
const struct problem_registry *image_finish(struct image_builder *builder);
void image_free(const struct problem_registry *registry);

#endif
