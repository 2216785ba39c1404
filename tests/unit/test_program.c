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
#include "tables/record.h"

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

/* A program's parts. */
struct parts {
    struct text form, literals, lengths;
};

static struct parts parts_of(uint32_t form, struct text text, size_t literals)
{
    struct text out = buffer_contents(&emitter.out);
    assert_int_equal(byte_at(text, literals), 0);
    return (struct parts){text_slice(out, form, out.length - form), text_slice(text, 0, literals),
                          text_slice(text, literals + 1, text.length - literals - 1)};
}

static size_t long_number_at(struct text bytes, size_t at)
{
    return number_at(bytes, at) | number_at(bytes, at + 2) << 16;
}

/* Of one that stands by itself. */
static struct parts parts_at(struct text bytes)
{
    size_t form = long_number_at(bytes, PROBLEM_PROGRAM_FORM);
    return parts_of((uint32_t)form,
                    text_slice(bytes, PROBLEM_PROGRAM_TEXT, bytes.length - PROBLEM_PROGRAM_TEXT),
                    long_number_at(bytes, PROBLEM_PROGRAM_TEXT_LENGTH));
}

static size_t steps_of(struct parts parts)
{
    return number_at(parts.form, PROBLEM_FORM_STEPS);
}

static size_t pieces_of(struct parts parts)
{
    return number_at(parts.form, PROBLEM_FORM_PIECES);
}

static size_t length_at(struct parts parts, size_t i)
{
    unsigned bytes = byte_at(parts.form, PROBLEM_FORM_LENGTHS);
    assert_in_range(bytes, 1, 2);
    return bytes == 1 ? byte_at(parts.lengths, i) : number_at(parts.lengths, 2 * i);
}

/* How long each step's literal is, or each piece's. */
static void read_lengths(struct parts parts, bool pieces, size_t *lengths)
{
    size_t piece = 0, other = pieces_of(parts), taken = 0;
    for (size_t i = 0; i < (pieces ? pieces_of(parts) : 0); i++)
        lengths[i] = length_at(parts, i);
    for (size_t i = 0; i < (pieces ? 0 : steps_of(parts)); i++) {
        size_t step = PROBLEM_FORM_LENGTH + (pieces_of(parts) + i) * PROBLEM_STEP_LENGTH;
        bool last = (byte_at(parts.form, step + PROBLEM_STEP_KIND) & PROBLEM_STEP_LAST) != 0;
        lengths[i] = length_at(parts, last ? piece++ : other++);
        lengths[i] -= last ? taken : 0;
        taken = last ? 0 : taken + lengths[i];
    }
    if (!pieces)
        assert_int_equal(byte_at(parts.form, PROBLEM_FORM_LENGTHS) * other, parts.lengths.length);
}

/* "LITERAL 0 [text]" a line for each step, or each piece; every byte of the literals must belong to
 * one. A NUL is shown as a dot. */
static const char *listed(struct parts parts, bool pieces)
{
    static const char *const kinds[] = {
        [PROBLEM_STEP_LITERAL] = "LITERAL",
        [PROBLEM_STEP_MEMBER] = "MEMBER",
        [PROBLEM_STEP_TEXT] = "TEXT",
        [PROBLEM_STEP_ABSENT] = "ABSENT",
        [PROBLEM_STEP_DETAIL] = "DETAIL",
        [PROBLEM_STEP_ID] = "ID",
        [PROBLEM_STEP_VIOLATIONS] = "VIOLATIONS",
        [PROBLEM_PIECE_PLAIN] = "plain",
        [PROBLEM_PIECE_ESCAPED] = "escaped",
        [PROBLEM_PIECE_QUOTED] = "quoted",
        [PROBLEM_PIECE_TEXT] = "text",
        [PROBLEM_PIECE_JSON] = "json",
    };
    struct buffer out = buffer_create(arena);
    size_t count = pieces ? pieces_of(parts) : steps_of(parts), literal = 0;
    size_t *lengths = arena_array(arena, count + 1, sizeof *lengths);
    read_lengths(parts, pieces, lengths);
    for (size_t i = 0; i < count; i++) {
        size_t step =
            PROBLEM_FORM_LENGTH + (i + (pieces ? 0 : pieces_of(parts))) * PROBLEM_STEP_LENGTH;
        unsigned kind =
            byte_at(parts.form, step + PROBLEM_STEP_KIND) & ~(unsigned)PROBLEM_STEP_LAST;
        assert_true(kind < sizeof kinds / sizeof *kinds && kinds[kind] != NULL);
        assert_true(literal + lengths[i] <= parts.literals.length);
        buffer_format(&out, "%s %u [", kinds[kind],
                      byte_at(parts.form, step + PROBLEM_STEP_ARGUMENT));
        for (size_t k = literal; k < literal + lengths[i]; k++)
            buffer_byte(&out, parts.literals.bytes[k] != '\0' ? parts.literals.bytes[k] : '.');
        buffer_string(&out, "]\n");
        literal += lengths[i];
    }
    assert_true(count == 0 || literal == parts.literals.length);
    return arena_copy(arena, buffer_contents(&out)).bytes;
}

static const char *decoded(struct parts parts)
{
    return listed(parts, false);
}

static const char *decoded_pieces(struct parts parts)
{
    return listed(parts, true);
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

/* The body of the registry's problem p. */
static struct parts body_of_p(void)
{
    start_emitter();
    emitter.common = common_of(arena, registry);
    struct ordinals ordinals;
    struct program body;
    struct buffer text = buffer_create(arena);
    assert_true(ordinals_of(registry, problem_named("p"), &ordinals));
    uint32_t form = emit_body(&emitter, problem_named("p"), &ordinals, &body);
    add_program_text(&text, &body);
    return parts_of(form, buffer_contents(&text), body.literals.length);
}

/* The same in the registry with these top-level keys and these of p. */
static struct parts body_bytes(const char *top, const char *problem)
{
    load_clean(arena_format(arena,
                            "problemc: 1\nregistry: r\ntitle: T\nfallback: p\n%sproblems:\n"
                            "  p: {status: 400, title: t, %s}\n",
                            top, problem)
                   .bytes);
    return body_of_p();
}

static const char *body_of(const char *top, const char *problem)
{
    return decoded(body_bytes(top, problem));
}

#define BLANK "base: about:blank\ninstance: none\n"

/* ---------------------------------------------------------------- bodies */

static void the_opening(void **state)
{
    (void)state;
    assert_string_equal(body_of(BLANK, ""),
                        "LITERAL 0 [{\"title\":\"t\",\"status\":400]\nLITERAL 0 [}]\n");
    assert_string_equal(body_of("base: https://e.org/\ninstance: none\n", ""),
                        "LITERAL 0 [{\"type\":\"https://e.org/p\",\"title\":\"t\",\"status\":400]\n"
                        "LITERAL 0 [}]\n");
}

static void the_instance(void **state)
{
    (void)state;
    assert_string_equal(body_of("base: about:blank\n", ""),
                        "LITERAL 0 [{\"title\":\"t\",\"status\":400]\n"
                        "ID 0 [,\"instance\":\"urn:uuid:]\nLITERAL 0 [\"}]\n");
    assert_string_equal(
        body_of("base: about:blank\ninstance: 'https://e.org/{occurrence}/x?a=\"'\n", ""),
        "LITERAL 0 [{\"title\":\"t\",\"status\":400]\n"
        "ID 0 [,\"instance\":\"https://e.org/]\nLITERAL 0 [/x?a=\\\"\"}]\n");
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
        "LITERAL 0 [t.,\"status\":400]\n"
        "DETAIL 4 [,\"detail\":\"]\n"
        "TEXT 0 [a ]\n"
        "TEXT 1 []\n"
        "ABSENT 1 [no \\\"y\\\"]\n"
        "LITERAL 0 [ b\"]\n");
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
        "LITERAL 0 [t.,\"status\":400]\n"
        "MEMBER 5 [,\"o\":]\n"
        "MEMBER 1 [,\"r\":]\n"
        "LITERAL 0 [,\"c\":\"x\\\"p\",\"t\":true]\n"
        "MEMBER 4 [,\"z\":]\n"
        "MEMBER 0 [,\"all\":]\n"
        "LITERAL 0 [,\"api\":3]\n");
}

static void field_errors_come_last(void **state)
{
    (void)state;
    assert_string_equal(
        body_of(BLANK "rules: {r: {detail: D.}}\n",
                "members: {m: {type: integer}}, violations: {member: invalid-params}"),
        "LITERAL 0 [t.,\"status\":400]\n"
        "MEMBER 0 [,\"m\":]\n"
        "VIOLATIONS 0 [,\"invalid-params\":]\n");
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
    assert_string_equal(decoded_pieces(parts), "plain 0 [t.,\"status\":400,\"detail\":\"]\n"
                                               "plain 1 [ of ]\n"
                                               "ID 0 [.\",\"instance\":\"urn:uuid:]\n"
                                               "plain 0 [\",\"a\":]\n"
                                               "plain 1 [,\"b\":]\n");
    assert_int_equal(needs_of(parts), 3);
    /* -9007199254740991 twice and -90071992547409.91 twice, and quotes that neither gets; the id;
     * {"title":" and the brace */
    assert_int_equal(number_at(parts.form, PROBLEM_FORM_WIDTH),
                     2 * 17 + 2 + 2 * 18 + 2 + 36 + 10 + 1);
}

static void pieces_know_how_values_are_written(void **state)
{
    (void)state;
    struct parts parts =
        body_bytes(BLANK, "detail: '{i}{q}{t}{p}{d}', members: {i: {type: identifier},"
                          " q: {type: integer, as: string}, t: {type: text, safe: s},"
                          " p: {type: identifier, pattern: '^[a-z]+$'}, d: {type: date}}");
    assert_string_equal(decoded_pieces(parts), "plain 0 [t.,\"status\":400,\"detail\":\"]\n"
                                               "plain 1 []\nescaped 2 []\nescaped 3 []\ntext 4 []\n"
                                               "quoted 0 [\",\"i\":]\n"
                                               "quoted 1 [,\"q\":]\n"
                                               "quoted 2 [,\"t\":]\n"
                                               "quoted 3 [,\"p\":]\n"
                                               "json 4 [,\"d\":]\n");
}

/* The literal of field errors goes where there are none. */
static void pieces_of_field_errors_stand_alone(void **state)
{
    (void)state;
    struct parts parts = body_bytes(BLANK "rules: {r: {detail: D.}}\n",
                                    "detail: Some., violations: {member: errors}");
    assert_string_equal(decoded_pieces(parts),
                        "LITERAL 0 [t.,\"status\":400,\"detail\":\"Some.\"]\n"
                        "VIOLATIONS 0 [,\"errors\":]\n");
}

/* A text for an absent member is decided upon step by step. */
static void some_programs_have_no_pieces(void **state)
{
    (void)state;
    struct parts parts = body_bytes(
        BLANK, "detail: '{a}', members: {a: {type: integer, optional: true, absent: x}}");
    assert_string_equal(decoded_pieces(parts), "");
}

static void a_body_without_members_has_all_its_text(void **state)
{
    (void)state;
    assert_string_equal(decoded_pieces(body_bytes("base: https://e.org/\n", "detail: Always.")),
                        "ID 0 [{\"type\":\"https://e.org/p\",\"title\":\"t\",\"status\":400,"
                        "\"detail\":\"Always.\",\"instance\":\"urn:uuid:]\nLITERAL 0 [\"}]\n");
    assert_string_equal(decoded_pieces(body_bytes(BLANK, "")),
                        "LITERAL 0 [{\"title\":\"t\",\"status\":400}]\n");
}

/* What is the same in all bodies stands in the head. Code and title are the record's, too. */
static void what_bodies_have_in_common_is_not_theirs(void **state)
{
    (void)state;
    const char *problem = "members: {a: {type: integer}}";
    struct parts parts = body_bytes("base: https://e.org/\n", problem);
    assert_int_equal(byte_at(parts.form, PROBLEM_FORM_OPENING), PROBLEM_OPENING_CODE);
    assert_string_equal(decoded(parts), "LITERAL 0 [p.,\"title\":\"t.,\"status\":400]\n"
                                        "ID 0 [,\"instance\":\"urn:uuid:]\nLITERAL 0 [\"]\n"
                                        "MEMBER 0 [,\"a\":]\n");
    assert_text(emitter.common.opening, "{\"type\":\"https://e.org/");
    parts = body_bytes(BLANK, problem);
    assert_int_equal(byte_at(parts.form, PROBLEM_FORM_OPENING), PROBLEM_OPENING_TITLE);
    assert_string_equal(decoded(parts), "LITERAL 0 [t.,\"status\":400]\n"
                                        "MEMBER 0 [,\"a\":]\n");
    assert_text(emitter.common.opening, "{\"title\":\"");
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
        assert_int_equal(byte_at(body_bytes(top, problems[i]).form, PROBLEM_FORM_OPENING),
                         PROBLEM_OPENING_NONE);
    load_clean("problemc: 1\nregistry: r\ntitle: T\nfallback: p\nbase: https://e.org/\nproblems:\n"
               "  p: {status: 400, title: 'say \"t\"', members: {a: {type: integer}}}\n");
    assert_int_equal(byte_at(body_of_p().form, PROBLEM_FORM_OPENING), PROBLEM_OPENING_NONE);
}

/* What a record has of a body: where code and title are, and how long its literals. */
static void a_record_finds_code_and_title(void **state)
{
    (void)state;
    static const struct {
        const char *top, *problem, *text;
    } records[] = {
        {"base: https://e.org/\ninstance: none\n", "members: {a: {type: boolean}}",
         "p.,\"title\":\"t.,\"status\":400"},
        {BLANK, "members: {a: {type: boolean}}", "p.t.,\"status\":400"},
        {BLANK, "", "p.t.{\"title\":\"t\",\"status\":400"},
    };
    for (size_t i = 0; i < sizeof records / sizeof *records; i++) {
        body_bytes(records[i].top, records[i].problem);
        uint32_t offset = emit_problem(&emitter, problem_named("p"));
        struct text out = buffer_contents(&emitter.out);
        struct text record = text_slice(out, offset, out.length - offset);
        size_t between = byte_at(record, PROBLEM_RECORD_BETWEEN);
        assert_int_equal(byte_at(record, PROBLEM_RECORD_CODE_LENGTH), 1);
        assert_int_equal(number_at(record, PROBLEM_RECORD_TITLE_LENGTH), 1);
        assert_int_equal(byte_at(record, PROBLEM_RECORD_CODE), 'p');
        assert_int_equal(byte_at(record, PROBLEM_RECORD_CODE + 1 + between), 't');
        for (size_t k = 0; records[i].text[k] != '\0'; k++)
            assert_int_equal(byte_at(record, PROBLEM_RECORD_CODE + k),
                             records[i].text[k] == '.' ? 0 : records[i].text[k]);
    }
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

/* A step's literal has at most 65,535 bytes; what is more goes into steps before it. Up to 255,
 * one byte says how long it is. */
static void long_literals_are_split(void **state)
{
    (void)state;
    static const size_t lengths[] = {255, 256, 65534, 65535, 65536, 131070, 131071};
    static const unsigned counts[] = {1, 1, 1, 1, 2, 2, 3};
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
        assert_int_equal(byte_at(parts.form, PROBLEM_FORM_LENGTHS), lengths[i] > 255 ? 2 : 1);
        assert_int_equal(pieces_of(parts), lengths[i] < 65535 ? 1 : 0);
        for (size_t k = 0; k < lengths[i]; k++)
            assert_int_equal(parts.literals.bytes[k], 'a' + k % 23);
        size_t last =
            PROBLEM_FORM_LENGTH + (pieces_of(parts) + counts[i] - 1) * (size_t)PROBLEM_STEP_LENGTH;
        unsigned kind = byte_at(parts.form, last + PROBLEM_STEP_KIND);
        assert_int_equal(kind & ~(unsigned)PROBLEM_STEP_LAST, PROBLEM_STEP_MEMBER);
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
        TEST(a_body_without_members_has_all_its_text),
        TEST(what_bodies_have_in_common_is_not_theirs),
        TEST(a_body_of_its_own_begins_itself),
        TEST(a_record_finds_code_and_title),
        TEST(texts_are_escaped_for_json_alone),
        TEST(an_empty_program_has_no_steps),
        TEST(long_literals_are_split),
        TEST(masks_name_members_by_ordinal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
