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
#include "tables/body.h"

/* ---------------------------------------------------------------- decoding */

static struct emitter emitter;

static unsigned byte_at(struct text bytes, size_t at)
{
    assert_true(at < bytes.length);
    return (unsigned char)bytes.bytes[at];
}

static size_t number_at(struct text bytes, size_t at)
{
    return byte_at(bytes, at) | (size_t)byte_at(bytes, at + 1) << 8;
}

/* A program's two parts. */
struct parts {
    struct text form, text;
};

static struct parts parts_of(uint32_t form, struct text text)
{
    struct text out = buffer_contents(&emitter.out);
    return (struct parts){text_slice(out, form, out.length - form), text};
}

/* Of one that stands by itself. */
static struct parts parts_at(struct text bytes)
{
    size_t form = number_at(bytes, 0) | number_at(bytes, 2) << 16;
    return parts_of((uint32_t)form,
                    text_slice(bytes, PROBLEM_PROGRAM_TEXT, bytes.length - PROBLEM_PROGRAM_TEXT));
}

static size_t steps_of(struct parts parts)
{
    return number_at(parts.form, PROBLEM_FORM_STEPS);
}

static size_t pieces_of(struct parts parts)
{
    return number_at(parts.form, PROBLEM_FORM_PIECES);
}

/* Where the literals begin in the text. */
static size_t literals_of(struct parts parts)
{
    return PROBLEM_TEXT_LENGTHS + 2 * (steps_of(parts) + pieces_of(parts));
}

/* "LITERAL 0 [text]" a line for each step, or each piece, from the `first` one on; every byte of
 * the literals must belong to one. */
static const char *listed(struct parts parts, size_t first, size_t count)
{
    static const char *const kinds[] = {
        [PROBLEM_STEP_LITERAL] = "LITERAL",
        [PROBLEM_STEP_MEMBER] = "MEMBER",
        [PROBLEM_STEP_TEXT] = "TEXT",
        [PROBLEM_STEP_ABSENT] = "ABSENT",
        [PROBLEM_STEP_DETAIL] = "DETAIL",
        [PROBLEM_STEP_OCCURRENCE] = "OCCURRENCE",
        [PROBLEM_STEP_VIOLATIONS] = "VIOLATIONS",
        [PROBLEM_STEP_INSTANCE] = "INSTANCE",
        [PROBLEM_PIECE_NUMBER] = "number",
        [PROBLEM_PIECE_STRING] = "string",
        [PROBLEM_PIECE_ESCAPED] = "escaped",
        [PROBLEM_PIECE_QUOTED] = "quoted",
        [PROBLEM_PIECE_QUOTED_ESCAPED] = "quoted-escaped",
        [PROBLEM_PIECE_TEXT] = "text",
        [PROBLEM_PIECE_JSON] = "json",
    };
    struct buffer out = buffer_create(arena);
    size_t literal = literals_of(parts);
    for (size_t i = first; i < first + count; i++) {
        size_t step = PROBLEM_FORM_LENGTH + i * PROBLEM_STEP_LENGTH;
        size_t length = number_at(parts.text, PROBLEM_TEXT_LENGTHS + 2 * i);
        unsigned kind = byte_at(parts.form, step + PROBLEM_STEP_KIND);
        assert_true(kind < sizeof kinds / sizeof *kinds && kinds[kind] != NULL);
        assert_true(literal + length <= parts.text.length);
        buffer_format(&out, "%s %u [", kinds[kind],
                      byte_at(parts.form, step + PROBLEM_STEP_ARGUMENT));
        buffer_text(&out, text_slice(parts.text, literal, length));
        buffer_string(&out, "]\n");
        literal += length;
    }
    assert_true(count == 0 || literal == parts.text.length);
    return arena_copy(arena, buffer_contents(&out)).bytes;
}

static const char *decoded(struct parts parts)
{
    return listed(parts, 0, steps_of(parts));
}

static const char *decoded_pieces(struct parts parts)
{
    return listed(parts, steps_of(parts), pieces_of(parts));
}

static struct parts ended(struct program *program)
{
    return parts_at(program_bytes(&emitter, program));
}

static void start_emitter(void)
{
    emitter = (struct emitter){
        .arena = arena, .tables = arena, .registry = registry, .out = buffer_create(arena)};
    buffer_byte(&emitter.out, '\0'); /* nothing stands where an image has its head */
}

/* The body of problem p in the registry with these top-level keys and these of p; `common`: with
 * what its registry's bodies have in common said in the head. */
static struct parts body_with(const char *top, const char *problem, bool common)
{
    load_clean(arena_format(arena,
                            "problemc: 1\nregistry: r\ntitle: T\nfallback: p\n%sproblems:\n"
                            "  p: {status: 400, title: t, %s}\n",
                            top, problem)
                   .bytes);
    start_emitter();
    if (common)
        emitter.common = common_of(arena, registry);
    const struct problem_type *p = problem_named("p");
    struct ordinals ordinals;
    struct program body;
    assert_true(ordinals_of(registry, p, &ordinals));
    uint32_t form = emit_body(&emitter, p, &ordinals, &body);
    return parts_of(form, program_text(&body));
}

static struct parts body_bytes(const char *top, const char *problem)
{
    return body_with(top, problem, false);
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

static size_t needs_of(struct parts parts)
{
    return number_at(parts.form, PROBLEM_FORM_NEEDS);
}

static void pieces_join_literals(void **state)
{
    (void)state;
    struct parts parts = body_bytes(
        "base: about:blank\n",
        "detail: '{a} of {b}.', members: {a: {type: integer}, b: {type: decimal, scale: 2}}");
    assert_string_equal(decoded_pieces(parts),
                        "number 0 [{\"title\":\"t\",\"status\":400,\"detail\":\"]\n"
                        "number 1 [ of ]\n"
                        "OCCURRENCE 1 [.\",\"instance\":\"urn:uuid:" NO_ID "\"]\n"
                        "number 0 [,\"a\":]\n"
                        "number 1 [,\"b\":]\n"
                        "LITERAL 0 [}]\n");
    assert_int_equal(needs_of(parts), 3);
    /* -9007199254740991 twice and -90071992547409.91 twice, and quotes that neither gets */
    assert_int_equal(number_at(parts.form, PROBLEM_FORM_WIDTH), 2 * 17 + 2 + 2 * 18 + 2);
}

static void pieces_know_how_values_are_written(void **state)
{
    (void)state;
    struct parts parts =
        body_bytes(BLANK, "detail: '{i}{q}{t}{p}{d}', members: {i: {type: identifier},"
                          " q: {type: integer, as: string}, t: {type: text, safe: s},"
                          " p: {type: identifier, pattern: '^[a-z]+$'}, d: {type: date}}");
    assert_string_equal(decoded_pieces(parts),
                        "string 0 [{\"title\":\"t\",\"status\":400,\"detail\":\"]\n"
                        "number 1 []\nescaped 2 []\nescaped 3 []\ntext 4 []\n"
                        "quoted 0 [\",\"i\":]\n"
                        "json 1 [,\"q\":]\n"
                        "quoted-escaped 2 [,\"t\":]\n"
                        "quoted-escaped 3 [,\"p\":]\n"
                        "json 4 [,\"d\":]\n"
                        "LITERAL 0 [}]\n");
}

/* The literal of field errors goes where there are none. */
static void pieces_of_field_errors_stand_alone(void **state)
{
    (void)state;
    struct parts parts = body_bytes(BLANK "rules: {r: {detail: D.}}\n",
                                    "detail: Some., violations: {member: errors}");
    assert_string_equal(decoded_pieces(parts),
                        "LITERAL 0 [{\"title\":\"t\",\"status\":400,\"detail\":\"Some.\"]\n"
                        "VIOLATIONS 0 [,\"errors\":]\nLITERAL 0 [}]\n");
}

/* A text for an absent member is decided upon step by step. */
static void some_programs_have_no_pieces(void **state)
{
    (void)state;
    struct parts parts = body_bytes(
        BLANK, "detail: '{a}', members: {a: {type: integer, optional: true, absent: x}}");
    assert_string_equal(decoded_pieces(parts), "");
}

static void a_body_without_members_is_one_piece(void **state)
{
    (void)state;
    struct parts parts = body_with("base: about:blank\n", "detail: Always.", true);
    assert_string_equal(decoded_pieces(parts),
                        "OCCURRENCE 2 [{\"title\":\"t\",\"status\":400,\"detail\":\"Always.\","
                        "\"instance\":\"urn:uuid:" NO_ID "\"}]\n");
    assert_string_equal(decoded_pieces(body_with(BLANK, "", true)),
                        "LITERAL 0 [{\"title\":\"t\",\"status\":400}]\n");
    /* A piece can't say that there are more than 255 bytes behind the id. */
    parts = body_with(
        "base: about:blank\n",
        arena_format(arena, "members: {k: {type: constant, value: '%0250d'}}", 0).bytes, true);
    assert_int_equal(pieces_of(parts), 2);
}

/* What is the same in all bodies stands in the head. */
static void what_bodies_have_in_common_is_not_theirs(void **state)
{
    (void)state;
    const char *top = "base: https://e.org/\n", *problem = "members: {a: {type: integer}}";
    struct parts parts = body_with(top, problem, true);
    assert_int_equal(byte_at(parts.form, PROBLEM_FORM_OPENING), 1);
    assert_string_equal(decoded(parts), "INSTANCE 1 [\",\"status\":400]\n"
                                        "MEMBER 0 [,\"a\":]\nLITERAL 0 [}]\n");
    assert_text(emitter.common.opening, "{\"type\":\"https://e.org/");
    assert_text(emitter.common.between, "\",\"title\":\"");
    assert_text(emitter.common.instance, ",\"instance\":\"urn:uuid:" NO_ID "\"");
    parts = body_with("base: about:blank\ninstance: none\n", problem, true);
    assert_string_equal(decoded(parts),
                        "LITERAL 0 [\",\"status\":400]\nMEMBER 0 [,\"a\":]\nLITERAL 0 [}]\n");
    assert_text(emitter.common.opening, "{\"title\":\"");
    assert_int_equal(emitter.common.between.length + emitter.common.instance.length, 0);
}

static void a_body_of_its_own_begins_itself(void **state)
{
    (void)state;
    const char *top = "base: https://e.org/\ninstance: none\n";
    static const char *const problems[] = {
        "type: 'urn:x:p', members: {a: {type: integer}}",
        "type: about:blank, members: {a: {type: integer}}",
        "members: {a: {type: integer, audience: log}}",
    };
    for (size_t i = 0; i < sizeof problems / sizeof *problems; i++)
        assert_int_equal(byte_at(body_with(top, problems[i], true).form, PROBLEM_FORM_OPENING), 0);
    load_clean("problemc: 1\nregistry: r\ntitle: T\nfallback: p\nbase: https://e.org/\nproblems:\n"
               "  p: {status: 400, title: 'say \"t\"', members: {a: {type: integer}}}\n");
    start_emitter();
    emitter.common = common_of(arena, registry);
    struct ordinals ordinals;
    struct program body;
    assert_true(ordinals_of(registry, problem_named("p"), &ordinals));
    uint32_t form = emit_body(&emitter, problem_named("p"), &ordinals, &body);
    assert_int_equal(byte_at(parts_of(form, program_text(&body)).form, PROBLEM_FORM_OPENING), 0);
}

/* ---------------------------------------------------------------- texts */

static void texts_are_escaped_for_json_alone(void **state)
{
    (void)state;
    load_clean(REGISTRY_HEAD
               "rules: {r: {detail: 'say \"{a}\" {c} {b}', members: {a: {type: integer},"
               " c: {type: constant, value: 'it''s \"{code}\"'}, b: {type: integer}}}}\n"
               "problems:\n" FALLBACK_PROBLEM);
    start_emitter();
    const struct rule *rule = &registry->rules[0];
    struct program json = program_create(arena), plain = program_create(arena);
    program_message(&json, arena, &rule->detail, true, NULL, &rule->members, TEXT("r"));
    program_message(&plain, arena, &rule->detail, false, NULL, &rule->members, TEXT("r"));
    assert_string_equal(decoded(ended(&json)),
                        "TEXT 0 [say \\\"]\nTEXT 2 [\\\" it's \\\"r\\\" ]\n");
    assert_string_equal(decoded(ended(&plain)), "TEXT 0 [say \"]\nTEXT 2 [\" it's \"r\" ]\n");
}

static void an_empty_program_has_no_steps(void **state)
{
    (void)state;
    registry = NULL;
    start_emitter();
    struct program program = program_create(arena);
    program_flush(&program);
    assert_string_equal(decoded(ended(&program)), "");
}

/* A step's literal has at most 65,535 bytes; what is more goes into steps before it. */
static void long_literals_are_split(void **state)
{
    (void)state;
    static const size_t lengths[] = {65534, 65535, 65536, 131070, 131071};
    static const unsigned counts[] = {1, 1, 2, 2, 3};
    start_emitter();
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        struct program program = program_create(arena);
        for (size_t k = 0; k < lengths[i]; k++)
            buffer_byte(&program.pending, (char)('a' + k % 23));
        struct limits limits = {.values_span = {0, 0}};
        const struct shape shape = {.type = MEMBER_BOOLEAN, .limits = &limits};
        program_member(&program, PROBLEM_STEP_MEMBER, 7, &shape);
        assert_int_equal(program.steps.count, counts[i]);
        struct parts parts = ended(&program);
        decoded(parts);
        assert_int_equal(pieces_of(parts), lengths[i] < 65535 ? 1 : 0);
        size_t begin = literals_of(parts);
        for (size_t k = 0; k < lengths[i]; k++)
            assert_int_equal(parts.text.bytes[begin + k], 'a' + k % 23);
        size_t last = PROBLEM_FORM_LENGTH + (counts[i] - 1) * (size_t)PROBLEM_STEP_LENGTH;
        assert_int_equal(byte_at(parts.form, last + PROBLEM_STEP_KIND), PROBLEM_STEP_MEMBER);
        assert_int_equal(byte_at(parts.form, last + PROBLEM_STEP_ARGUMENT), 7);
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
        TEST(pieces_of_field_errors_stand_alone),
        TEST(some_programs_have_no_pieces),
        TEST(a_body_without_members_is_one_piece),
        TEST(what_bodies_have_in_common_is_not_theirs),
        TEST(a_body_of_its_own_begins_itself),
        TEST(texts_are_escaped_for_json_alone),
        TEST(an_empty_program_has_no_steps),
        TEST(long_literals_are_split),
        TEST(masks_name_members_by_ordinal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
