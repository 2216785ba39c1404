/*
 * Programs: the steps that texts and bodies become, decoded again and printed one a line.
 */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "registry_files.h"
#include "tables/program.h"

/* ---------------------------------------------------------------- decoding */

static unsigned byte_at(struct text bytes, size_t at)
{
    assert_true(at < bytes.length);
    return (unsigned char)bytes.bytes[at];
}

/* "LITERAL 0 [text]" a line for each step; every byte must belong to one. */
static const char *decoded(struct text bytes)
{
    static const char *const kinds[] = {
        [PROBLEM_STEP_LITERAL] = "LITERAL",
        [PROBLEM_STEP_MEMBER] = "MEMBER",
        [PROBLEM_STEP_TEXT] = "TEXT",
        [PROBLEM_STEP_ABSENT] = "ABSENT",
        [PROBLEM_STEP_DETAIL] = "DETAIL",
        [PROBLEM_STEP_OCCURRENCE] = "OCCURRENCE",
        [PROBLEM_STEP_VIOLATIONS] = "VIOLATIONS",
    };
    struct buffer out = buffer_create(arena);
    size_t count = byte_at(bytes, 0) | byte_at(bytes, 1) << 8;
    size_t literal = 2 + count * PROBLEM_STEP_LENGTH;
    for (size_t i = 0; i < count; i++) {
        size_t step = 2 + i * PROBLEM_STEP_LENGTH;
        size_t length = byte_at(bytes, step) | byte_at(bytes, step + 1) << 8;
        unsigned kind = byte_at(bytes, step + PROBLEM_STEP_KIND);
        assert_true(kind < sizeof kinds / sizeof *kinds);
        assert_true(literal + length <= bytes.length);
        buffer_format(&out, "%s %u [", kinds[kind], byte_at(bytes, step + PROBLEM_STEP_ARGUMENT));
        buffer_text(&out, text_slice(bytes, literal, length));
        buffer_string(&out, "]\n");
        literal += length;
    }
    assert_int_equal(literal, bytes.length);
    return arena_copy(arena, buffer_contents(&out)).bytes;
}

/* The body of problem p in the registry with these top-level keys and these of p. */
static const char *body_of(const char *top, const char *problem)
{
    load_clean(arena_format(arena,
                            "problemc: 1\nregistry: r\ntitle: T\nfallback: p\n%sproblems:\n"
                            "  p: {status: 400, title: t, %s}\n",
                            top, problem)
                   .bytes);
    struct emitter emitter = {.arena = arena, .registry = registry, .out = buffer_create(arena)};
    const struct problem_type *p = problem_named("p");
    struct ordinals ordinals;
    assert_true(ordinals_of(registry, p, &ordinals));
    return decoded(body_program(&emitter, p, &ordinals));
}

#define BLANK "base: about:blank\ninstance: none\n"

/* ---------------------------------------------------------------- bodies */

static void the_opening(void **state)
{
    (void)state;
    assert_string_equal(body_of(BLANK, ""), "LITERAL 0 [{\"title\":\"t\",\"status\":400}]\n");
    assert_string_equal(
        body_of("base: https://e.org/\ninstance: none\n", ""),
        "LITERAL 0 [{\"type\":\"https://e.org/p\",\"title\":\"t\",\"status\":400}]\n");
}

static void the_instance(void **state)
{
    (void)state;
    assert_string_equal(body_of("base: about:blank\n", ""),
                        "OCCURRENCE 0 [{\"title\":\"t\",\"status\":400,\"instance\":\"urn:uuid:]\n"
                        "LITERAL 0 [\"}]\n");
    assert_string_equal(
        body_of("base: about:blank\ninstance: 'https://e.org/{occurrence}/x?a=\"'\n", ""),
        "OCCURRENCE 0 [{\"title\":\"t\",\"status\":400,\"instance\":\"https://e.org/]\n"
        "LITERAL 0 [/x?a=\\\"\"}]\n");
}

/* The step says how many steps the detail has, so that all of them can be skipped. */
static void the_detail(void **state)
{
    (void)state;
    assert_string_equal(body_of(BLANK, "detail: 'Just \"so\".'"),
                        "LITERAL 0 [{\"title\":\"t\",\"status\":400]\n"
                        "DETAIL 1 [,\"detail\":\"]\n"
                        "LITERAL 0 [Just \\\"so\\\".\"]\n"
                        "LITERAL 0 [}]\n");
    assert_string_equal(
        body_of(BLANK,
                "detail: 'a {x}{y} b', members: {x: {type: integer, audience: header},"
                " y: {type: integer, optional: true, absent: 'no \"y\"', audience: header}}"),
        "LITERAL 0 [{\"title\":\"t\",\"status\":400]\n"
        "DETAIL 4 [,\"detail\":\"]\n"
        "TEXT 0 [a ]\n"
        "TEXT 1 []\n"
        "ABSENT 1 [no \\\"y\\\"]\n"
        "LITERAL 0 [ b\"]\n"
        "LITERAL 0 [}]\n");
}

static void members_as_they_were_declared(void **state)
{
    (void)state;
    assert_string_equal(
        body_of(BLANK "members: {all: {type: boolean}, api: {type: constant, value: 3}}\n",
                "members: {o: {type: integer, optional: true}, r: {type: integer},"
                " c: {type: constant, value: 'x\"{code}'}, l: {type: integer, audience: log},"
                " h: {type: integer, audience: header}, t: {type: constant, value: true},"
                " z: {type: integer}}"),
        "LITERAL 0 [{\"title\":\"t\",\"status\":400]\n"
        "MEMBER 5 [,\"o\":]\n"
        "MEMBER 1 [,\"r\":]\n"
        "LITERAL 0 [,\"c\":\"x\\\"p\",\"t\":true]\n"
        "MEMBER 4 [,\"z\":]\n"
        "MEMBER 0 [,\"all\":]\n"
        "LITERAL 0 [,\"api\":3}]\n");
}

static void field_errors_come_last(void **state)
{
    (void)state;
    assert_string_equal(
        body_of(BLANK "rules: {r: {detail: D.}}\n",
                "members: {m: {type: integer}}, violations: {member: invalid-params}"),
        "LITERAL 0 [{\"title\":\"t\",\"status\":400]\n"
        "MEMBER 0 [,\"m\":]\n"
        "VIOLATIONS 0 [,\"invalid-params\":]\n"
        "LITERAL 0 [}]\n");
}

/* ---------------------------------------------------------------- texts */

static void texts_are_escaped_for_json_alone(void **state)
{
    (void)state;
    load_clean(REGISTRY_HEAD
               "rules: {r: {detail: 'say \"{a}\" {c} {b}', members: {a: {type: integer},"
               " c: {type: constant, value: 'it''s \"{code}\"'}, b: {type: integer}}}}\n"
               "problems:\n" FALLBACK_PROBLEM);
    const struct rule *rule = &registry->rules[0];
    struct program json = program_create(arena), plain = program_create(arena);
    program_message(&json, arena, &rule->detail, true, NULL, &rule->members, TEXT("r"));
    program_message(&plain, arena, &rule->detail, false, NULL, &rule->members, TEXT("r"));
    assert_string_equal(decoded(program_bytes(&json)),
                        "TEXT 0 [say \\\"]\nTEXT 2 [\\\" it's \\\"r\\\" ]\n");
    assert_string_equal(decoded(program_bytes(&plain)),
                        "TEXT 0 [say \"]\nTEXT 2 [\" it's \"r\" ]\n");
}

static void an_empty_program_has_no_steps(void **state)
{
    (void)state;
    struct program program = program_create(arena);
    program_flush(&program);
    assert_string_equal(decoded(program_bytes(&program)), "");
}

/* A step's literal has at most 65,535 bytes; what is more goes into steps before it. */
static void long_literals_are_split(void **state)
{
    (void)state;
    static const size_t lengths[] = {65534, 65535, 65536, 131070, 131071};
    static const unsigned counts[] = {1, 1, 2, 2, 3};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        struct program program = program_create(arena);
        for (size_t k = 0; k < lengths[i]; k++)
            buffer_byte(&program.pending, (char)('a' + k % 23));
        program_step(&program, PROBLEM_STEP_MEMBER, 7);
        assert_int_equal(program.count, counts[i]);
        struct text bytes = program_bytes(&program);
        decoded(bytes);
        size_t begin = 2 + counts[i] * PROBLEM_STEP_LENGTH;
        assert_int_equal(bytes.length - begin, lengths[i]);
        for (size_t k = 0; k < lengths[i]; k++)
            assert_int_equal(bytes.bytes[begin + k], 'a' + k % 23);
        assert_int_equal(byte_at(bytes, begin - PROBLEM_STEP_LENGTH + PROBLEM_STEP_KIND),
                         PROBLEM_STEP_MEMBER);
        assert_int_equal(byte_at(bytes, begin - PROBLEM_STEP_LENGTH + PROBLEM_STEP_ARGUMENT), 7);
    }
}

static void masks_name_members_by_ordinal(void **state)
{
    (void)state;
    body_of(BLANK "members: {all: {type: integer, optional: true}}\n",
            "detail: '{b} {all} {c} {b} {k}', members: {o: {type: integer, optional: true},"
            " c: {type: integer, optional: true, absent: none}, a: {type: integer},"
            " b: {type: integer}, k: {type: constant, value: 1}}");
    const struct problem_type *p = problem_named("p");
    struct ordinals ordinals; /* all, a, b, o, c */
    uint64_t names, needs;
    ordinals_of(registry, p, &ordinals);
    message_masks(&p->detail, &ordinals, &names, &needs);
    assert_int_equal(names, 1u << 0 | 1u << 2 | 1u << 4);
    assert_int_equal(needs, 1u << 0 | 1u << 2);
    const struct message nothing = {0};
    message_masks(&nothing, &ordinals, &names, &needs);
    assert_int_equal(names | needs, 0);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, files_set_up, files_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_opening),
        TEST(the_instance),
        TEST(the_detail),
        TEST(members_as_they_were_declared),
        TEST(field_errors_come_last),
        TEST(texts_are_escaped_for_json_alone),
        TEST(an_empty_program_has_no_steps),
        TEST(long_literals_are_split),
        TEST(masks_name_members_by_ordinal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
