/*
 * Programs: the steps that texts and bodies become, decoded again and printed one a line.
 */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "registry_files.h"
#include "tables/program.h"

/* ---------------------------------------------------------------- decoding */

static unsigned byte_at(struct text bytes, size_t at)
{
    assert_true(at < bytes.length);
    return (unsigned char)bytes.bytes[at];
}

static size_t number_at(struct text bytes, size_t at)
{
    return byte_at(bytes, at) | (size_t)byte_at(bytes, at + 1) << 8;
}

/* "LITERAL 0 [text]" a line for each step, or each piece; every byte of the literals must belong to
 * one. */
static const char *listed(struct text bytes, size_t begin, size_t count)
{
    static const char *const kinds[] = {
        [PROBLEM_STEP_LITERAL] = "LITERAL",
        [PROBLEM_STEP_MEMBER] = "MEMBER",
        [PROBLEM_STEP_TEXT] = "TEXT",
        [PROBLEM_STEP_ABSENT] = "ABSENT",
        [PROBLEM_STEP_DETAIL] = "DETAIL",
        [PROBLEM_STEP_OCCURRENCE] = "OCCURRENCE",
        [PROBLEM_STEP_VIOLATIONS] = "VIOLATIONS",
        [7] = NULL,
        [PROBLEM_PIECE_NUMBER] = "number",
        [PROBLEM_PIECE_STRING] = "string",
        [PROBLEM_PIECE_ESCAPED] = "escaped",
        [PROBLEM_PIECE_QUOTED] = "quoted",
        [PROBLEM_PIECE_QUOTED_ESCAPED] = "quoted-escaped",
        [PROBLEM_PIECE_TEXT] = "text",
        [PROBLEM_PIECE_JSON] = "json",
    };
    struct buffer out = buffer_create(arena);
    size_t literal = PROBLEM_PROGRAM_LENGTH + (number_at(bytes, PROBLEM_PROGRAM_STEPS) +
                                               number_at(bytes, PROBLEM_PROGRAM_PIECES)) *
                                                  PROBLEM_STEP_LENGTH;
    for (size_t i = 0; i < count; i++) {
        size_t step = begin + i * PROBLEM_STEP_LENGTH;
        size_t length = number_at(bytes, step);
        unsigned kind = byte_at(bytes, step + PROBLEM_STEP_KIND);
        assert_true(kind < sizeof kinds / sizeof *kinds && kinds[kind] != NULL);
        assert_true(literal + length <= bytes.length);
        buffer_format(&out, "%s %u [", kinds[kind], byte_at(bytes, step + PROBLEM_STEP_ARGUMENT));
        buffer_text(&out, text_slice(bytes, literal, length));
        buffer_string(&out, "]\n");
        literal += length;
    }
    assert_true(count == 0 || literal == bytes.length);
    return arena_copy(arena, buffer_contents(&out)).bytes;
}

static const char *decoded(struct text bytes)
{
    return listed(bytes, PROBLEM_PROGRAM_LENGTH, number_at(bytes, PROBLEM_PROGRAM_STEPS));
}

static const char *decoded_pieces(struct text bytes)
{
    size_t steps = number_at(bytes, PROBLEM_PROGRAM_STEPS);
    return listed(bytes, PROBLEM_PROGRAM_LENGTH + steps * PROBLEM_STEP_LENGTH,
                  number_at(bytes, PROBLEM_PROGRAM_PIECES));
}

/* The body of problem p in the registry with these top-level keys and these of p. */
static struct text body_bytes(const char *top, const char *problem)
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
    return body_program(&emitter, p, &ordinals);
}

static const char *body_of(const char *top, const char *problem)
{
    return decoded(body_bytes(top, problem));
}

#define NO_ID "00000000-0000-4000-8000-000000000000"

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
    assert_string_equal(
        body_of("base: about:blank\n", ""),
        "OCCURRENCE 1 [{\"title\":\"t\",\"status\":400,\"instance\":\"urn:uuid:" NO_ID
        "\"]\nLITERAL 0 [}]\n");
    assert_string_equal(
        body_of("base: about:blank\ninstance: 'https://e.org/{occurrence}/x?a=\"'\n", ""),
        "OCCURRENCE 8 [{\"title\":\"t\",\"status\":400,\"instance\":\"https://e.org/" NO_ID
        "/x?a=\\\"\"]\nLITERAL 0 [}]\n");
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

/* ---------------------------------------------------------------- what comes of steps */

static size_t needs_of(struct text bytes)
{
    return number_at(bytes, PROBLEM_PROGRAM_NEEDS);
}

static void pieces_join_literals(void **state)
{
    (void)state;
    struct text bytes = body_bytes(
        "base: about:blank\n",
        "detail: '{a} of {b}.', members: {a: {type: integer}, b: {type: decimal, scale: 2}}");
    assert_string_equal(decoded_pieces(bytes),
                        "number 0 [{\"title\":\"t\",\"status\":400,\"detail\":\"]\n"
                        "number 1 [ of ]\n"
                        "OCCURRENCE 1 [.\",\"instance\":\"urn:uuid:" NO_ID "\"]\n"
                        "number 0 [,\"a\":]\n"
                        "number 1 [,\"b\":]\n"
                        "LITERAL 0 [}]\n");
    assert_int_equal(needs_of(bytes), 3);
    assert_int_equal(number_at(bytes, PROBLEM_PROGRAM_FIXED), PROBLEM_PROGRAM_NONE);
}

static void pieces_know_how_values_are_written(void **state)
{
    (void)state;
    struct text bytes =
        body_bytes(BLANK, "detail: '{i}{q}{t}{p}{d}', members: {i: {type: identifier},"
                          " q: {type: integer, as: string}, t: {type: text, safe: s},"
                          " p: {type: identifier, pattern: '^[a-z]+$'}, d: {type: date}}");
    assert_string_equal(decoded_pieces(bytes),
                        "string 0 [{\"title\":\"t\",\"status\":400,\"detail\":\"]\n"
                        "number 1 []\nescaped 2 []\nescaped 3 []\ntext 4 []\n"
                        "quoted 0 [\",\"i\":]\n"
                        "json 1 [,\"q\":]\n"
                        "quoted-escaped 2 [,\"t\":]\n"
                        "quoted-escaped 3 [,\"p\":]\n"
                        "json 4 [,\"d\":]\n"
                        "LITERAL 0 [}]\n");
}

/* A text for an absent member, and field errors, are decided upon step by step. */
static void some_programs_have_no_pieces(void **state)
{
    (void)state;
    struct text bytes = body_bytes(
        BLANK, "detail: '{a}', members: {a: {type: integer, optional: true, absent: x}}");
    assert_string_equal(decoded_pieces(bytes), "");
    bytes = body_bytes(BLANK "rules: {r: {detail: D.}}\n", "violations: {member: errors}");
    assert_string_equal(decoded_pieces(bytes), "");
}

static void a_body_without_members_is_fixed(void **state)
{
    (void)state;
    struct text bytes = body_bytes("base: about:blank\n", "detail: Always.");
    const char *literals = "{\"title\":\"t\",\"status\":400,\"detail\":\"Always.\","
                           "\"instance\":\"urn:uuid:" NO_ID "\"}";
    size_t length = strlen(literals);
    assert_int_equal(number_at(bytes, PROBLEM_PROGRAM_FIXED), length);
    assert_int_equal(number_at(bytes, PROBLEM_PROGRAM_ID), strstr(literals, NO_ID) - literals);
    assert_int_equal(number_at(bytes, PROBLEM_PROGRAM_PIECES), 0);
    assert_memory_equal(bytes.bytes + bytes.length - length, literals, length);
    bytes = body_bytes(BLANK, "");
    assert_int_equal(number_at(bytes, PROBLEM_PROGRAM_ID), PROBLEM_PROGRAM_NONE);
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
        const struct shape shape = {.type = MEMBER_BOOLEAN};
        program_member(&program, PROBLEM_STEP_MEMBER, 7, &shape);
        assert_int_equal(program.count, counts[i]);
        struct text bytes = program_bytes(&program);
        decoded(bytes);
        size_t steps = PROBLEM_PROGRAM_LENGTH + counts[i] * PROBLEM_STEP_LENGTH;
        size_t begin = bytes.length - lengths[i];
        for (size_t k = 0; k < lengths[i]; k++)
            assert_int_equal(bytes.bytes[begin + k], 'a' + k % 23);
        assert_int_equal(byte_at(bytes, steps - PROBLEM_STEP_LENGTH + PROBLEM_STEP_KIND),
                         PROBLEM_STEP_MEMBER);
        assert_int_equal(byte_at(bytes, steps - PROBLEM_STEP_LENGTH + PROBLEM_STEP_ARGUMENT), 7);
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
        TEST(pieces_join_literals),
        TEST(pieces_know_how_values_are_written),
        TEST(some_programs_have_no_pieces),
        TEST(a_body_without_members_is_fixed),
        TEST(texts_are_escaped_for_json_alone),
        TEST(an_empty_program_has_no_steps),
        TEST(long_literals_are_split),
        TEST(masks_name_members_by_ordinal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
