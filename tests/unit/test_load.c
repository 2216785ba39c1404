/*
 * The loader: every key lands where the model says, with the place it was written at; defaults;
 * types by name. Findings about wrong input are tests/diagnostics' concern.
 */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "registry_files.h"

/* ---------------------------------------------------------------- every key */

static void top_level_keys(void **state)
{
    (void)state;
    load_clean("problemc: 1\nregistry: hotel-desk\ntitle: Hotel API\nbase: https://example.com/e#\n"
               "fallback: b\ninstance: urn:x:{occurrence}\nid-header: X-Id\nlanguage: en-GB\n"
               "discriminator: cause\n"
               "docs: {intro: What it says., contact: a@example.com, license: CC0}\n"
               "members:\n  cause: {type: constant, value: '{code}'}\n  hint: {type: boolean}\n"
               "reserved:\n  - {code: old, id: 9, since: '1.4', replaced-by: a, note: Gone.}\n"
               "  - {code: older}\n"
               "checks:\n  code-style: {level: error, because: We want it.}\n"
               "  leak-sql: {level: 'off', because: It is a database.}\n"
               "problems:\n  a: {status: 400, title: A}\n  b: {status: 500, title: B}\n");
    assert_integer(registry->version, 1);
    assert_string(registry->name, "hotel-desk");
    assert_string(registry->title, "Hotel API");
    assert_string(registry->base, "https://example.com/e#");
    assert_string(registry->fallback, "b");
    assert_ptr_equal(registry->fallback_problem, problem_named("b"));
    assert_string(registry->instance, "urn:x:{occurrence}");
    assert_string(registry->id_header, "X-Id");
    assert_string(registry->language, "en-GB");
    assert_string(registry->discriminator, "cause");
    assert_string(registry->docs.intro, "What it says.");
    assert_string(registry->docs.contact, "a@example.com");
    assert_string(registry->docs.license, "CC0");
    assert_int_equal(registry->members.count, 2);
    assert_string(registry->members.items[1].name, "hint");
    assert_int_equal(registry->reserved_count, 2);
    assert_string(registry->reserved[0].code, "old");
    assert_integer(registry->reserved[0].id, 9);
    assert_text(registry->reserved[0].since.text, "1.4");
    assert_string(registry->reserved[0].replaced_by, "a");
    assert_string(registry->reserved[0].note, "Gone.");
    assert_text(written_at(registry->reserved[1].span), "{code: older}");
    assert_false(span_is_set(registry->reserved[1].id.span));
    assert_int_equal(registry->check_count, 2);
    assert_string(registry->checks[0].check, "code-style");
    assert_choice(registry->checks[0].level, LEVEL_ERROR, "error");
    assert_choice(registry->checks[1].level, LEVEL_OFF, "'off'");
    assert_string(registry->checks[0].because, "We want it.");
    assert_true(registry->complete);
    assert_text(registry->source->name, path_to("main.yaml"));
}

static void problem_keys_of_every_kind(void **state)
{
    (void)state;
    load_clean(REGISTRY_HEAD
               "rules: {r: {detail: Bad., description: What it asks.}, s: {detail: Worse.}}\n"
               "problems:\n" FALLBACK_PROBLEM "  p:\n"
               "    id: 12\n    status: 404\n    type: https://example.org/t\n    title: A title\n"
               "    detail: Some {m}.\n    members: {m: {type: integer}}\n"
               "    headers: {X-A: '{m}', X-B: fixed}\n    description: Described.\n"
               "    help: Helped.\n    retry: same-request\n    log: debug\n"
               "    conceal: internal-error\n"
               "    violations: {member: errors, max: 7, rules: [s], names: {pointer: param,"
               " parameter: q, header: h, detail: reason, rule: omit, omitted: more},"
               " pointer-style: 3gpp}\n"
               "    operator: {runbook: https://example.com/r, owner: team, notes: Note.}\n"
               "    since: '2'\n    deprecated: {since: '3', replaced-by: q, sunset: 2027-01-02}\n"
               "    tags: [one, two]\n    links: [{title: Here, url: ../x}]\n"
               "    allow: {code-style: Because.}\n");
    const struct problem_type *p = problem_named("p");
    assert_string(p->code, "p");
    assert_int_equal(p->index, 1);
    assert_integer(p->id, 12);
    assert_int_equal(p->number, 12);
    assert_integer(p->status, 404);
    assert_string(p->extras->type, "https://example.org/t");
    assert_text(problem_type_uri(p, arena), "https://example.org/t");
    assert_string(p->title, "A title");
    assert_string(p->detail.raw, "Some {m}.");
    assert_string(p->members.items[0].name, "m");
    assert_int_equal(p->extras->headers.count, 2);
    assert_string(p->extras->headers.items[0].name, "X-A");
    assert_ptr_equal(p->extras->headers.items[0].value.pieces[0].member, &p->members.items[0]);
    assert_text(p->extras->headers.items[1].value.raw.text, "fixed");
    assert_string(p->description, "Described.");
    assert_string(p->help, "Helped.");
    assert_choice(p->retry, RETRY_SAME_REQUEST, "same-request");
    assert_choice(p->log, LOG_DEBUG, "debug");
    assert_string(p->extras->conceal, "internal-error");
    assert_ptr_equal(p->extras->concealed_as, problem_named("internal-error"));
    assert_text(written_at(p->extras->violations->span), "violations");
    assert_string(p->extras->violations->member, "errors");
    assert_integer(p->extras->violations->max, 7);
    assert_int_equal(p->extras->violations->rule_count, 1);
    assert_ptr_equal(p->extras->violations->rules[0], &registry->rules[1]);
    assert_string(p->extras->violations->rule_names.items[0], "s");
    assert_string(p->extras->violations->names.pointer, "param");
    assert_string(p->extras->violations->names.parameter, "q");
    assert_string(p->extras->violations->names.header, "h");
    assert_string(p->extras->violations->names.detail, "reason");
    assert_string(p->extras->violations->names.rule, "omit");
    assert_string(p->extras->violations->names.omitted, "more");
    assert_choice(p->extras->violations->pointer_style, POINTER_3GPP, "3gpp");
    assert_string(p->extras->operator_notes->runbook, "https://example.com/r");
    assert_string(p->extras->operator_notes->owner, "team");
    assert_string(p->extras->operator_notes->notes, "Note.");
    assert_text(p->extras->since.text, "2");
    assert_text(p->extras->deprecated->since.text, "3");
    assert_string(p->extras->deprecated->replaced_by, "q");
    assert_string(p->extras->deprecated->sunset, "2027-01-02");
    assert_int_equal(p->tags.count, 2);
    assert_string(p->tags.items[1], "two");
    assert_string(p->extras->links.items[0].title, "Here");
    assert_string(p->extras->links.items[0].url, "../x");
    assert_string(p->extras->allow.items[0].check, "code-style");
    assert_string(p->extras->allow.items[0].reason, "Because.");
    assert_string(registry->rules[0].name, "r");
    assert_string(registry->rules[0].detail.raw, "Bad.");
    assert_string(registry->rules[0].description, "What it asks.");
    assert_int_equal(registry->rules[1].index, 1);
}

static const struct members *members_of(const char *members)
{
    load_clean(arena_format(arena,
                            "%sproblems:\n%s  p:\n    status: 400\n    title: T\n"
                            "    members:\n%s",
                            REGISTRY_HEAD, FALLBACK_PROBLEM, members)
                   .bytes);
    return &problem_named("p")->members;
}

static void member_keys_of_every_type(void **state)
{
    (void)state;
    const struct members *members = members_of(
        "      i: {type: integer, min: -1, max: 7, as: string, audience: log, optional: true,"
        " absent: nothing, example: 3, description: About i.}\n"
        "      d: {type: decimal, scale: 2}\n"
        "      e: {type: decimal, scale: [0, 3]}\n"
        "      t: {type: timestamp, precision: us}\n"
        "      x: {type: identifier, max: 9, pattern: '^[a-c]+$'}\n"
        "      s: {type: text, max: 10, safe: Reviewed.}\n"
        "      v: {type: enum, values: [one, two]}\n"
        "      w: {type: enum, values: {one: The first., two: }}\n"
        "      l: {type: list, of: {type: integer, min: 1}, max: 4, example: [1, 2]}\n"
        "      m: {type: list, of: uuid}\n"
        "      c: {type: constant, value: x}\n      f: {type: constant, value: 7}\n"
        "      b: {type: constant, value: true}\n      q: {type: constant, value: '7'}\n");
    const struct member *i = member_named(members, "i");
    assert_int_equal(i->shape->type, MEMBER_INTEGER);
    assert_text(written_at(i->type_span), "integer");
    assert_integer(i->shape->limits->minimum, -1);
    assert_integer(i->shape->limits->maximum, 7);
    assert_true(i->shape->limits->as_string.value);
    assert_text(written_at(i->shape->limits->as_string.span), "string");
    assert_choice(i->audience, AUDIENCE_LOG, "log");
    assert_true(i->optional.value);
    assert_text(written_at(i->optional.span), "true");
    assert_string(*i->absent, "nothing");
    assert_string(i->example.items[0], "3");
    assert_string(i->description, "About i.");
    assert_integer(member_named(members, "d")->shape->limits->scale_min, 2);
    assert_integer(member_named(members, "d")->shape->limits->scale_max, 2);
    assert_integer(member_named(members, "e")->shape->limits->scale_min, 0);
    assert_integer(member_named(members, "e")->shape->limits->scale_max, 3);
    assert_choice(member_named(members, "t")->shape->limits->precision, PRECISION_MICROSECONDS,
                  "us");
    const struct member *x = member_named(members, "x");
    assert_integer(x->shape->max, 9);
    assert_text(x->shape->limits->pattern.text, "^[a-c]+$");
    assert_true(x->shape->limits->automaton.length > 0);
    assert_string(member_named(members, "s")->shape->limits->safe, "Reviewed.");
    const struct shape *v = member_named(members, "v")->shape;
    assert_int_equal(v->value_count, 2);
    assert_string(v->values[1].name, "two");
    assert_text(written_at(v->limits->values_span), "values");
    const struct shape *w = member_named(members, "w")->shape;
    assert_string(w->values[0].description, "The first.");
    assert_false(span_is_set(w->values[1].description.span));
    const struct member *l = member_named(members, "l");
    assert_int_equal(l->shape->of->type, MEMBER_INTEGER);
    assert_integer(l->shape->of->limits->minimum, 1);
    assert_integer(l->shape->max, 4);
    assert_int_equal(l->example.count, 2);
    assert_int_equal(member_named(members, "m")->shape->of->type, MEMBER_UUID);
    assert_int_equal(member_named(members, "c")->shape->limits->constant, CONSTANT_STRING);
    assert_int_equal(member_named(members, "f")->shape->limits->constant, CONSTANT_INTEGER);
    assert_int_equal(member_named(members, "b")->shape->limits->constant, CONSTANT_BOOLEAN);
    assert_int_equal(member_named(members, "q")->shape->limits->constant, CONSTANT_STRING);
}

/* ---------------------------------------------------------------- defaults */

static void limits_have_defaults(void **state)
{
    (void)state;
    const int64_t safe = ((int64_t)1 << 53) - 1;
    const struct members *members = members_of(
        "      integer: {type: integer}\n      wide: {type: integer, as: string}\n"
        "      duration: {type: duration}\n      identifier: {type: identifier}\n"
        "      text: {type: text, safe: Fine.}\n      uri: {type: uri}\n      uuid: {type: uuid}\n"
        "      pointer: {type: pointer}\n      timestamp: {type: timestamp}\n"
        "      list: {type: list, of: identifier}\n      half: {type: integer, min: 3}\n");
    static const struct {
        const char *name;
        int64_t max;
    } sizes[] = {{"identifier", 64}, {"text", 256}, {"uri", 256},  {"uuid", 36},
                 {"pointer", 128},   {"list", 16},  {"integer", 0}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        assert_int_equal(member_named(members, sizes[i].name)->shape->max.value, sizes[i].max);
    assert_int_equal(member_named(members, "list")->shape->of->max.value, 64);
    assert_int_equal(member_named(members, "integer")->shape->limits->minimum.value, -safe);
    assert_int_equal(member_named(members, "integer")->shape->limits->maximum.value, safe);
    assert_true(member_named(members, "wide")->shape->limits->minimum.value == INT64_MIN);
    assert_true(member_named(members, "wide")->shape->limits->maximum.value == INT64_MAX);
    assert_int_equal(member_named(members, "duration")->shape->limits->minimum.value, 0);
    assert_int_equal(member_named(members, "duration")->shape->limits->maximum.value, safe);
    assert_integer(member_named(members, "half")->shape->limits->minimum, 3);
    assert_int_equal(member_named(members, "half")->shape->limits->maximum.value, safe);
    const struct member *timestamp = member_named(members, "timestamp");
    assert_int_equal(timestamp->shape->limits->precision.value, PRECISION_SECONDS);
    assert_int_equal(timestamp->audience.value, AUDIENCE_PUBLIC);
    assert_false(timestamp->optional.value);
    assert_false(span_is_set(timestamp->shape->limits->maximum.span));
}

static void problems_have_defaults(void **state)
{
    (void)state;
    load_clean(REGISTRY_HEAD "rules: {a: {detail: A.}, b: {detail: B.}}\nproblems:\n"
                             "  internal-error: {status: 500, title: T}\n"
                             "  p: {status: 429, title: P, violations: {member: errors}}\n"
                             "  q: {status: 404, type: about:blank}\n");
    const struct problem_type *p = problem_named("p"), *q = problem_named("q");
    assert_text(registry->instance.text, "urn:uuid:{occurrence}");
    assert_false(span_is_set(registry->instance.span));
    assert_int_equal(p->number, 2);
    assert_int_equal(q->number, 3);
    assert_text(problem_type_uri(p, arena), "https://example.com/errors/p");
    assert_text(written_at(p->base->span), "https://example.com/errors/");
    assert_int_equal(p->retry.value, RETRY_UNSET);
    assert_int_equal(p->detail.count, 0);
    assert_int_equal(p->extras->violations->max.value, 32);
    assert_int_equal(p->extras->violations->rule_count, 2); /* all of them */
    assert_int_equal(p->extras->violations->pointer_style.value, POINTER_FRAGMENT);
    assert_text(problem_type_uri(q, arena), "about:blank");
    assert_text(q->title.text, "Not Found");
    assert_false(span_is_set(q->title.span));
    assert_null(p->extras->concealed_as);
    assert_null(p->extras->operator_notes);
    assert_null(p->extras->deprecated);
    assert_null(q->extras->violations);
}

static void about_blank_as_base(void **state)
{
    (void)state;
    load_clean("problemc: 1\nregistry: r\ntitle: T\nbase: about:blank\nfallback: p\n"
               "problems:\n  p: {status: 503}\n  q: {status: 400, type: 'https://e.org/q',"
               " title: Q}\n");
    assert_text(problem_type_uri(problem_named("p"), arena), "about:blank");
    assert_text(problem_named("p")->title.text, "Service Unavailable");
    assert_text(problem_type_uri(problem_named("q"), arena), "https://e.org/q");
}

/* ---------------------------------------------------------------- named types */

static void named_types_in_any_order(void **state)
{
    (void)state;
    load_clean(REGISTRY_HEAD
               "members: {all: {type: kinds}}\n"
               "types:\n  kinds: {type: list, of: kind, max: 3}\n"
               "  kind: {type: enum, values: [a, b]}\n  unused: {type: date}\n"
               "problems:\n" FALLBACK_PROBLEM
               "  p: {status: 400, title: T, members: {k: {type: kind, audience: header},"
               " l: {type: list, of: kind}}}\n");
    const struct named_type *kinds = &registry->types[0], *kind = &registry->types[1];
    const struct problem_type *p = problem_named("p");
    assert_int_equal(registry->type_count, 3);
    assert_string(kind->name, "kind");
    assert_ptr_equal(kind->shape.named, kind);
    assert_ptr_equal(kinds->shape.of->named, kind);
    const struct member *all = member_named(&registry->members, "all");
    assert_ptr_equal(all->shape->named, kinds);
    assert_int_equal(all->shape->type, MEMBER_LIST);
    assert_integer(all->shape->max, 3);
    assert_text(written_at(all->type_span), "kinds"); /* where it is used */
    const struct member *k = member_named(&p->members, "k");
    assert_ptr_equal(k->shape->named, kind);
    assert_int_equal(k->shape->value_count, 2);
    assert_choice(k->audience, AUDIENCE_HEADER, "header");
    assert_null(member_named(&p->members, "l")->shape->named);
    assert_ptr_equal(member_named(&p->members, "l")->shape->of->named, kind);
    assert_true(kind->used && kinds->used);
    assert_false(registry->types[2].used);
}

static void types_made_of_themselves_end(void **state)
{
    (void)state;
    assert_int_equal(load_text(REGISTRY_HEAD
                               "types:\n  a: {type: list, of: b}\n  b: {type: list, of: a}\n"
                               "  c: {type: list, of: c}\n  d: {type: e}\n  e: {type: d}\n"
                               "problems:\n" FALLBACK_PROBLEM),
                     LOAD_OK);
    assert_true(found("type-cycle"));
    assert_int_equal(registry->type_count, 5);
}

/* ---------------------------------------------------------------- numbers */

static void numbers_up_to_64_bits(void **state)
{
    (void)state;
    const struct members *members =
        members_of("      m: {type: integer, as: string, min: -9223372036854775808,"
                   " max: 9223372036854775807}\n      z: {type: integer, min: 0, max: -0}\n");
    assert_true(member_named(members, "m")->shape->limits->minimum.value == INT64_MIN);
    assert_true(member_named(members, "m")->shape->limits->maximum.value == INT64_MAX);
    assert_int_equal(member_named(members, "z")->shape->limits->maximum.value, 0);
}

static void other_numbers_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *written, *id;
    } cases[] = {
        {"9223372036854775808", "integer-range"},
        {"-9223372036854775809", "integer-range"},
        {"99999999999999999999", "integer-range"},
        {"010", "wrong-type"},
        {"+1", "wrong-type"},
        {"1_000", "wrong-type"},
        {"0x10", "wrong-type"},
        {"1.0", "wrong-type"},
        {"1e3", "wrong-type"},
        {"'1'", "wrong-type"},
        {"-", "wrong-type"},
        {"--1", "wrong-type"},
        {"", "wrong-type"},
        {"~", "wrong-type"},
        {"[1]", "wrong-type"},
        {"-00", "wrong-type"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        diagnostics = diagnostics_create(arena, sources);
        load_text(arena_format(arena, "%sproblems:\n%s  p: {status: 400, title: T, id: %s}\n",
                               REGISTRY_HEAD, FALLBACK_PROBLEM, cases[i].written)
                      .bytes);
        if (!found(cases[i].id))
            print_message("%s\n", cases[i].written);
        assert_true(found(cases[i].id));
        assert_false(span_is_set(problem_named("p")->id.span));
    }
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, files_set_up, files_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(top_level_keys),
        TEST(problem_keys_of_every_kind),
        TEST(member_keys_of_every_type),
        TEST(limits_have_defaults),
        TEST(problems_have_defaults),
        TEST(about_blank_as_base),
        TEST(named_types_in_any_order),
        TEST(types_made_of_themselves_end),
        TEST(numbers_up_to_64_bits),
        TEST(other_numbers_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
