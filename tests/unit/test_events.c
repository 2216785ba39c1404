/*
 * libyaml's events as they are handed out: by one parser as libyaml gives them, and in pieces, by
 * one thread or several, the same.
 */
#define _GNU_SOURCE /* pthread_setattr_default_np */

#include "base/buffer.h"
#include "source/diagnostic.h"
#include "yaml/events.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>
#include <pthread.h>

static struct arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = arena_create(abort);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static const struct source *source_of_text(struct text yaml)
{
    struct sources *sources = sources_create(arena);
    const struct source *source;
    assert_int_equal(
        source_add(sources, "x.yaml", yaml, diagnostics_create(arena, sources), &source),
        SOURCE_OK);
    return source;
}

/* A registry of so many problems, some 130 bytes each. */
static struct text registry_text(size_t count, const char *end)
{
    struct buffer yaml = buffer_create(arena);
    buffer_string(&yaml, "problemc: 1\n\n# all of them\nproblems:\n\n");
    for (size_t i = 0; i < count; i++)
        buffer_format(
            &yaml,
            "  # no. %zu\n  problem-%zu:\n    status: 400\n    title: \"caf\xc3\xa9 \\u00e9\"\n"
            "    members: {a: {type: integer}, b: [1, two]}\n    notes: |\n      x\n\n",
            i, i);
    buffer_string(&yaml, end);
    return buffer_contents(&yaml);
}

/* ---------------------------------------------------------------- one parser */

static size_t characters(struct text yaml, size_t bytes)
{
    size_t count = 0;
    for (size_t i = 0; i < bytes; i++)
        count += ((unsigned char)yaml.bytes[i] & 0xc0) != 0x80;
    return count;
}

static void assert_as_libyaml(struct text yaml, const struct event *event,
                              const yaml_event_t *wanted)
{
    assert_int_equal(event->type, wanted->type);
    assert_int_equal(characters(yaml, event->begin), wanted->start_mark.index);
    if (event->type == YAML_MAPPING_START_EVENT)
        assert_int_equal(event->flow, wanted->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
    if (event->type == YAML_SEQUENCE_START_EVENT)
        assert_int_equal(event->flow,
                         wanted->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
    if (event->type != YAML_SCALAR_EVENT)
        return;
    assert_int_equal(event->style, wanted->data.scalar.style);
    assert_int_equal(event->properties, wanted->data.scalar.anchor || wanted->data.scalar.tag);
    assert_int_equal(event->value.length, wanted->data.scalar.length);
    assert_memory_equal(event->value.bytes, wanted->data.scalar.value, wanted->data.scalar.length);
}

/* As libyaml gives them, with its error. */
static void check_one_parser(struct text yaml)
{
    yaml_parser_t parser;
    yaml_event_t wanted;
    bool at_end = false;
    assert_true(yaml_parser_initialize(&parser));
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)yaml.bytes, yaml.length);
    struct events *events = events_begin(source_of_text(yaml), PIECES_NONE, arena);
    while (!at_end && yaml_parser_parse(&parser, &wanted)) {
        const struct event *event = events_next(events);
        assert_non_null(event);
        assert_as_libyaml(yaml, event, &wanted);
        at_end = wanted.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&wanted);
    }
    if (!at_end) {
        assert_null(events_next(events));
        struct events_failure failure = events_failure(events);
        assert_string_equal(failure.problem, parser.problem);
        assert_int_equal(characters(yaml, failure.at), parser.problem_mark.index);
    }
    events_end(events);
    yaml_parser_delete(&parser);
}

static void events_are_those_of_libyaml(void **state)
{
    (void)state;
    const size_t counts[] = {0, 1, 10, 200};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        check_one_parser(registry_text(counts[i], "rules: {}\n"));
        check_one_parser(registry_text(counts[i], "last: [1, 2\n"));
        check_one_parser(registry_text(counts[i], "\"key"));
        check_one_parser(registry_text(counts[i], "a: &b !!str \"c\"\n"));
    }
}

/* ---------------------------------------------------------------- pieces */

static void assert_same(const struct event *a, const struct event *b)
{
    assert_int_equal(a->type, b->type);
    assert_int_equal(a->style, b->style);
    assert_int_equal(a->flow, b->flow);
    assert_int_equal(a->properties, b->properties);
    assert_int_equal(a->written, b->written);
    assert_int_equal(a->value.length, b->value.length);
    if (a->value.length > 0)
        assert_memory_equal(a->value.bytes, b->value.bytes, a->value.length);
    bool ends = a->type == YAML_MAPPING_END_EVENT || a->type == YAML_SEQUENCE_END_EVENT;
    if (ends && a->begin == a->end)
        return; /* that of a block is where what follows it begins */
    assert_int_equal(a->begin, b->begin);
    assert_int_equal(a->end, b->end);
}

/* The same events, or an error in both. */
static void check_plan(struct text yaml, struct pieces_plan plan)
{
    const struct source *source = source_of_text(yaml);
    struct events *whole = events_begin(source, PIECES_NONE, arena);
    struct events *pieces = events_begin(source, plan, arena);
    const struct event *wanted, *event;
    do {
        wanted = events_next(whole);
        event = events_next(pieces);
        assert_int_equal(event == NULL, wanted == NULL);
        if (wanted != NULL)
            assert_same(event, wanted);
    } while (wanted != NULL && wanted->type != YAML_STREAM_END_EVENT);
    events_end(whole);
    events_end(pieces);
}

static void check_pieces(struct text yaml)
{
    const size_t sizes[] = {1, 100, 1000, 16 * 1024};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        for (size_t threads = 0; threads <= 3; threads++)
            check_plan(yaml, (struct pieces_plan){sizes[i], threads});
}

static void pieces_have_the_same_events(void **state)
{
    (void)state;
    const size_t counts[] = {0, 1, 2, 30, 1000};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        check_pieces(registry_text(counts[i], ""));
        check_pieces(registry_text(counts[i], "rules:\n  a:\n    pointer: /a\n  b: {}\n"));
        check_pieces(registry_text(counts[i], "include:\n- a\n- b\nrules:\n    a: 1\n    b: 2\n"));
    }
}

/* Lines that look like entries and are none; entries that look like none. */
static void pieces_are_what_they_look_like_or_not_at_all(void **state)
{
    (void)state;
    static const char *const ends[] = {
        "  last: |\n    a:\n  b: c\n",
        "docs: |\n  a:\n  b:\n  c:\n",
        "docs: \"x\n  a:\n  b:\n  c: y\"\n",
        "docs: 'x\n\n  a:\n  b:\n  c: y'\nrules:\n  d: 1\n",
        "docs: {x: [\n  a,\n  b:\n  c\n  ]}\n",
        "docs:\n- x:\n  a: 1\n  b: 2\n  c: 3\n- y:\n  d: 4\n",
        "docs:\n  - x\n  - y\n",
        "docs:\n  - x\n  - y\n  a: 1\n  b: 2\n",
        "docs:\n x:\n  a: 1\n  b: 2\n y:\n  c: 3\n  d: 4\n",
        "docs: &x\n  a: 1\n  b: 2\n  c: 3\n",
        "docs:\n  &x a: 1\n  b: 2\n  c: *x\n  d: 4\n",
        "docs:\n  \"a\": 1\n  b: 2\n  ? c\n  : 3\n  d:\n  e: 5\n",
        "docs:\n  a:\n  - 1\n  - 2\n  b:\n  c:\n  # d:\n  e: 6\n# f\n  g: 7\n",
        "docs:\n  a: b\n   c\n  d: >+\n    e\n\n\n  f: |2\n     g\n  h: i\n",
        "docs:\n  a: 1\n  b: 2\n...\n",
        "docs:\n  a: 1\n  b: 2\n...\n  c: 3\n  d: 4\n",
        "docs:\n    a: 1\n  b: 2\n  c: 3\n",
        "docs:\n  &x\n    a: 1\n  b: 2\n  c: 3\n",
        "docs:\n  {a: 1,\n  b: 2}\n  c: 3\n  d: 4\n",
        "docs:\n  {a: 1, b: 2}\n  c: 3\n  d: 4\n",
        "docs:\n  -a: 1\n  -: 2\n  c: 3\n  d: 4\n",
        "  a: 1\n  - b\n  c: 2\n  : d\n  e: 3\n",
        "docs:\n  a: 1\n  b: 2\n---\n  c: 3\n  d: 4\n",
        "docs:\r\n  a: 1\r\n  b: 2\r\n\r\n  c: 3\r\n",
        "docs:\n  a: 1\n  b: 2\n...\n%TAG !e! tag:e,1:\n---\nc:\n  d: 1\n  e: !e!f 2\n  g: 3\n",
        "docs:\n  ? a\n  b: 1\n  c: 2\n  d:\n    ? e\n  f: 3\n  g: 4\n",
        "  a: b: c\n  d: 1\n",
        "  a\n  d: 1\n",
        "  a: [1,\n  b: 2\n  c: 3\n",
        "  a: \"1\n  b: 2\n  c: 3\n",
        " a: 1\n  b: 2\n",
        "\n  a: 1\n   b: 2\n  c: 3\n",
    };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        check_pieces(registry_text(0, ends[i]));
        check_pieces(registry_text(3, ends[i]));
        check_pieces(registry_text(40, ends[i]));
    }
}

/* The outermost mapping is indented, and its mappings are as far as problems seem to be; a
 * directive holds to the end. */
static void what_stands_before_may_matter(void **state)
{
    (void)state;
    check_pieces(TEXT("%TAG !e! tag:e,1:\n---\nproblems:\n  a: 1\n  b: 2\n  c: !e!d 3\n  e: 4\n"));
    check_pieces(TEXT("  docs:\n    a: 1\n    b: 2\n    c: 3\nproblems:\n    d: 1\n    e: 2\n"));
    check_pieces(TEXT("  docs:\n    a: 1\n    b: 2\n  more: |\nproblems:\n    d: 1\n    e: 2\n"));
}

/* More values, more events and longer pieces than there is room for. */
static void what_is_too_large_for_a_piece_comes_nevertheless(void **state)
{
    (void)state;
    struct buffer yaml = buffer_create(arena);
    buffer_text(&yaml, registry_text(200, "  folded: >\n"));
    for (size_t i = 0; i < 3000; i++)
        buffer_string(&yaml, "    this line is one\n");
    buffer_string(&yaml, "  last: 1\n  very: 2\n");
    check_pieces(buffer_contents(&yaml));

    yaml = buffer_create(arena);
    buffer_text(&yaml, registry_text(200, "  dense: {a"));
    for (size_t i = 0; i < 5000; i++)
        buffer_string(&yaml, ",a");
    buffer_string(&yaml, "}\n  last: 1\n  very: 2\n");
    check_pieces(buffer_contents(&yaml));

    yaml = buffer_create(arena);
    buffer_text(&yaml, registry_text(20, "  large: [\n"));
    for (size_t i = 0; i < 1400; i++)
        buffer_string(&yaml, "\"\\L\\L\\L\\L\\L\\L\\L\\L\\L\\L\\L\\L\\L\\L\\L\\L\\L\\L\\L\\L\",");
    buffer_string(&yaml, "    ]\n  last: 1\n  very: 2\n");
    check_pieces(buffer_contents(&yaml));
}

static void nobody_has_to_take_them_all(void **state)
{
    (void)state;
    const struct source *sources[] = {source_of_text(registry_text(10, "")),
                                      source_of_text(registry_text(2000, "")),
                                      source_of_text(registry_text(2000, "a: [\n"))};
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        for (size_t taken = 0; taken < 2000; taken += 97) {
            struct events *events =
                events_begin(sources[i], (struct pieces_plan){2000, taken % 4}, arena);
            for (size_t k = 0; k < taken && k < 50 + 2000 * i; k++)
                assert_non_null(events_next(events));
            events_end(events);
        }
}

/* Where the system gives no thread, as it has no such stack, the caller's does all. */
static void threads_may_not_be_had(void **state)
{
    (void)state;
    struct text yaml = registry_text(300, "");
    const struct source *source = source_of_text(yaml);
    pthread_attr_t before, none;
    assert_int_equal(pthread_getattr_default_np(&before), 0);
    assert_int_equal(pthread_attr_init(&none), 0);
    assert_int_equal(pthread_attr_setstacksize(&none, SIZE_MAX / 4), 0);
    assert_int_equal(pthread_setattr_default_np(&none), 0);
    struct pieces *pieces = pieces_begin(source, (struct pieces_plan){1000, 3}, arena);
    assert_int_equal(pthread_setattr_default_np(&before), 0);
    assert_non_null(pieces);
    size_t end = 0;
    for (const struct piece *piece; (piece = pieces_next(pieces)) != NULL; end = piece->end) {
        assert_true(piece->good);
        assert_int_equal(piece->begin, end);
    }
    assert_int_equal(end, yaml.length);
    pieces_end(pieces);
}

static void small_sources_are_not_worth_it(void **state)
{
    (void)state;
    assert_int_equal(pieces_plan(source_of_text(registry_text(50, ""))).piece, 0);
    struct pieces_plan plan = pieces_plan(source_of_text(registry_text(2000, "")));
    assert_int_equal(plan.piece > 0, plan.threads > 0); /* neither, on one processor */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(events_are_those_of_libyaml, set_up, tear_down),
        cmocka_unit_test_setup_teardown(pieces_have_the_same_events, set_up, tear_down),
        cmocka_unit_test_setup_teardown(pieces_are_what_they_look_like_or_not_at_all, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_stands_before_may_matter, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_too_large_for_a_piece_comes_nevertheless, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(nobody_has_to_take_them_all, set_up, tear_down),
        cmocka_unit_test_setup_teardown(threads_may_not_be_had, set_up, tear_down),
        cmocka_unit_test_setup_teardown(small_sources_are_not_worth_it, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
