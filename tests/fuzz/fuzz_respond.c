/*
 * The input is a service that does what it likes with one occurrence of the fixed registry: raises,
 * sets members of any type to anything, adds field errors anywhere, and answers any request.
 */
#include "fuzz.h"
#include "respond.h"

#include <stdlib.h>
#include <string.h>

struct service {
    const struct compiled *compiled;
    struct problem problem;
    struct fuzz_input input;
    struct arena *arena;
};

static const struct problem_registry *registry_of(const struct service *service)
{
    return image_registry(&service->compiled->image);
}

static const char *take_string(struct service *service)
{
    return fuzz_line(&service->input, service->arena).bytes;
}

static void raise_problem(struct service *service)
{
    problem_begin(&service->problem, registry_of(service), fuzz_byte(&service->input) % 16u,
                  __FILE__, __LINE__, __func__);
}

/* A value of any type for any ordinal: what does not fit must stay out. */
static void put_value(struct service *service)
{
    struct problem *problem = &service->problem;
    unsigned kind = fuzz_byte(&service->input) % 7, ordinal = fuzz_byte(&service->input) % 65;
    int64_t number = kind < 5 ? fuzz_integer(&service->input) : 0;
    double real;
    memcpy(&real, &number, sizeof real);
    switch (kind) {
    case 0:
        problem_put_integer(problem, ordinal, number);
        return;
    case 1:
        problem_put_decimal(problem, ordinal, problem_decimal(number, fuzz_byte(&service->input)));
        return;
    case 2:
        problem_put_number(problem, ordinal, real);
        return;
    case 3:
        problem_put_enum(problem, ordinal, (int)(number & 0xff));
        return;
    case 4:
        problem_put_time(problem, ordinal,
                         problem_time(number, (int32_t)fuzz_integer(&service->input)));
        return;
    case 5:
        problem_put_boolean(problem, ordinal, fuzz_byte(&service->input) & 1);
        return;
    default:
        problem_put_string(problem, ordinal, take_string(service));
        return;
    }
}

static void put_list(struct service *service)
{
    struct problem *problem = &service->problem;
    unsigned kind = fuzz_byte(&service->input) % 3, ordinal = fuzz_byte(&service->input) % 65;
    size_t count = fuzz_byte(&service->input) % 16u;
    const char *strings[16] = {NULL};
    int64_t integers[16] = {0};
    unsigned char enums[16] = {0};
    for (size_t i = 0; i < count; i++) {
        if (kind == 0)
            strings[i] = take_string(service);
        else
            integers[i] = fuzz_integer(&service->input);
        enums[i] = (unsigned char)(integers[i] & 0xff);
    }
    if (kind == 0)
        problem_put_strings(problem, ordinal, strings, count);
    else if (kind == 1)
        problem_put_integers(problem, ordinal, integers, count);
    else
        problem_put_enums(problem, ordinal, enums, sizeof *enums, count);
}

static void begin_field_error(struct service *service)
{
    enum problem_where_kind kind = (enum problem_where_kind)(fuzz_byte(&service->input) % 6);
    uint32_t rule = fuzz_byte(&service->input) % 8u;
    struct problem_where where = problem_at(kind, "%s", take_string(service));
    problem_violation_begin(&service->problem, registry_of(service), rule, &where);
}

static void respond(struct service *service)
{
    struct problem_sink no_log = PROBLEM_SINK_NONE;
    struct problem_request request = {.method = fuzz_byte(&service->input) & 1 ? "HEAD" : NULL,
                                      .accept = take_string(service),
                                      .sink = &no_log};
    respond_check(service->compiled, &service->problem, &request);
}

/* All that can be asked about an occurrence. */
static void look(struct service *service)
{
    const struct problem *problem = &service->problem;
    struct problem_member member;
    struct problem_violation violation;
    struct problem_value item;
    size_t position = 0, items = 0;
    enum problem_audience audience = (enum problem_audience)(fuzz_byte(&service->input) % 3);
    while (problem_next_member(problem, audience, &position, &member))
        if (member.value.type == PROBLEM_LIST)
            while (problem_item(&member.value, items, &item))
                items++;
    for (position = 0; problem_next_violation(problem, &position, &violation);) {
        size_t length = problem_violation_detail(problem, &violation, NULL, 0);
        char *text = arena_allocate(service->arena, length + 1);
        FUZZ_EXPECT(problem_violation_detail(problem, &violation, text, length + 1) == length);
        fuzz_expect_text((struct text){text, length});
    }
}

static void find(struct service *service)
{
    struct text key = fuzz_line(&service->input, service->arena);
    uint32_t code = problem_find_code(registry_of(service), key.bytes, key.length);
    uint32_t type = problem_find_type(registry_of(service), key.bytes, key.length);
    struct problem_info info;
    if (code)
        FUZZ_EXPECT(problem_describe(registry_of(service), code, &info) && text_is(key, info.code));
    if (type)
        FUZZ_EXPECT(problem_describe(registry_of(service), type, &info));
}

/* Members and field errors must never lie over each other. */
static void check_invariants(const struct problem *problem)
{
    unsigned used = (unsigned)problem->values_used + problem->open + problem->violations_used;
    FUZZ_EXPECT(used <= PROBLEM_VALUES_SIZE);
    FUZZ_EXPECT((problem->present & problem->misfit) == 0);
}

static void step(struct service *service)
{
    switch (fuzz_byte(&service->input) % 9) {
    case 0:
        raise_problem(service);
        return;
    case 1:
    case 2:
        put_value(service);
        return;
    case 3:
        put_list(service);
        return;
    case 4:
        begin_field_error(service);
        return;
    case 5:
        problem_violation_end(&service->problem);
        return;
    case 6:
        respond(service);
        return;
    case 7:
        look(service);
        return;
    default:
        find(service);
        return;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct service service = {.compiled = compiled_fixed(),
                              .problem = PROBLEM_INIT,
                              .input = {bytes, length},
                              .arena = arena_create(abort)};
    while (service.input.length) {
        step(&service);
        check_invariants(&service.problem);
    }
    respond_check(service.compiled, &service.problem, NULL);
    arena_destroy(service.arena);
    return 0;
}
