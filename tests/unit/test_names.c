/*
 * C names: the words of a name in every style, and that names_each knows every name that the
 * generated headers declare - the golden headers are scanned for that.
 *
 *     test_names REGISTRY/DIRECTORY GOLDEN/DIRECTORY
 */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "names/names.h"
#include "registry_files.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *registry_directory, *golden_directory;

/* ---------------------------------------------------------------- words */

static void every_style_has_the_same_words(void **state)
{
    (void)state;
    static const struct {
        const char *name, *lower;
    } cases[] = {
        {"payment-failed", "payment_failed"},
        {"payment_failed", "payment_failed"},
        {"paymentFailed", "payment_failed"},
        {"PaymentFailed", "payment_failed"},
        {"PAYMENT_FAILED", "payment_failed"},
        {"PAYMENT-FAILED", "payment_failed"},
        {"a", "a"},
        {"A", "a"},
        {"aB", "a_b"},
        {"AB", "ab"},
        {"http2Only", "http2_only"},
        {"HTTP2Only", "http2_only"},
        {"parseURL", "parse_url"},
        {"a--b", "a_b"},
        {"a-", "a"},
        {"3gpp", "3gpp"},
        {"other room", "other_room"},
        {"a.b/c", "a_b_c"},
        {"\xc3\xa4", "xc3a4"},
        {"", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text lower = lower_name(arena, text_of(cases[i].name));
        struct text upper = upper_name(arena, text_of(cases[i].name));
        assert_text(lower, cases[i].lower);
        assert_string_equal(lower.bytes, cases[i].lower);
        assert_int_equal(upper.length, lower.length);
        for (size_t k = 0; k < upper.length; k++) {
            char c = cases[i].lower[k];
            assert_int_equal(upper.bytes[k], c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
        }
    }
}

/* ---------------------------------------------------------------- constants and enums */

static const char sample[] =
    "problemc: 1\nregistry: hotel-desk\ntitle: T\nbase: https://e.org/\nfallback: roomTaken\n"
    "types:\n  bedSize: {type: enum, values: [king-size, twin]}\n"
    "  bedSizes: {type: list, of: bedSize}\n"
    "  colours: {type: list, of: {type: enum, values: [red]}}\n"
    "  plain: {type: date}\n"
    "members:\n  mood: {type: enum, values: [good], optional: true}\n"
    "rules:\n  one-of: {detail: X., members: {kind: {type: enum, values: [a]}}}\n"
    "classify:\n  lockSmith: {values: {1: roomTaken}}\n"
    "problems:\n"
    "  roomTaken:\n    status: 409\n    title: T\n    members:\n"
    "      bed: {type: bedSize}\n      beds: {type: bedSizes}\n"
    "      list: {type: list, of: bedSize}\n      hue: {type: colours}\n"
    "      why: {type: enum, values: [lost key, other]}\n"
    "      whys: {type: list, of: {type: enum, values: [x]}, optional: true}\n"
    "      fixed: {type: constant, value: 3}\n";

static void constants_of_problems_and_values(void **state)
{
    (void)state;
    load_clean(sample);
    const struct problem_type *taken = problem_named("roomTaken");
    struct c_names names = c_names_of(arena, registry);
    assert_text(names.lower, "hotel_desk");
    assert_text(names.upper, "HOTEL_DESK");
    assert_text(problem_constant(arena, registry, taken), "HOTEL_DESK_ROOM_TAKEN");
    const struct member *why = member_named(&taken->members, "why");
    struct text name = enum_name(arena, taken->code.text, why);
    assert_text(enum_constant(arena, registry, name, &why->shape->values[0]),
                "HOTEL_DESK_ROOM_TAKEN_WHY_LOST_KEY");
}

static void enums_are_named_by_their_type_or_their_member(void **state)
{
    (void)state;
    load_clean(sample);
    const struct problem_type *taken = problem_named("roomTaken");
    static const struct {
        const char *member, *name;
    } cases[] = {{"bed", "bed_size"}, {"beds", "bed_size"},      {"list", "bed_size"},
                 {"hue", "colours"},  {"why", "room_taken_why"}, {"whys", "room_taken_whys"}};
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_text(
            enum_name(arena, taken->code.text, member_named(&taken->members, cases[i].member)),
            cases[i].name);
    assert_text(enum_name(arena, TEXT(""), &registry->members.items[0]), "mood");
    assert_text(enum_name(arena, TEXT("one-of"), &registry->rules[0].members.items[0]),
                "one_of_kind");
}

static void add_line(void *context, struct text name, const struct shape *shape)
{
    buffer_format(context, "%.*s %zu\n", TEXT_ARGS(name), shape->value_count);
}

static void each_enum_comes_once(void **state)
{
    (void)state;
    struct buffer out = buffer_create(arena);
    load_clean(sample);
    names_each_enum(arena, registry, add_line, &out);
    assert_text(buffer_contents(&out), "bed_size 2\ncolours 1\nmood 1\none_of_kind 1\n"
                                       "room_taken_why 2\nroom_taken_whys 1\n");
}

/* ---------------------------------------------------------------- every name */

static void add_name(void *context, struct text name, const char *what, struct span origin)
{
    (void)origin;
    assert_true(what[0] != '\0');
    assert_true(map_add(arena, context, arena_copy(arena, name), 0)); /* none twice */
}

static void names_point_to_what_they_stand_for(void **state)
{
    (void)state;
    static const char *const wanted[] = {
        "hotel_desk_problem",
        "hotel_desk_problem_tables",
        "hotel_desk_find_code",
        "hotel_desk_find_type",
        "HOTEL_DESK_REGISTRY",
        "HOTEL_DESK_RESPONSE_MAX",
        "HOTEL_DESK_BODY_MAX",
        "HOTEL_DESK_DIGEST",
        "HOTEL_DESK_DIGEST_ALONE",
        "HOTEL_DESK_PROBLEMS_H",
        "hotel_desk_bed_size",
        "HOTEL_DESK_BED_SIZE_KING_SIZE",
        "hotel_desk_set_mood",
        "hotel_desk_add_one_of",
        "HOTEL_DESK_ROOM_TAKEN",
        "hotel_desk_raise_room_taken",
        "hotel_desk_set_room_taken_whys",
        "hotel_desk_from_lock_smith",
        "hotel_desk_raise_from_lock_smith",
        "hotel_desk_raise_from_lock_smith_",
        "HOTEL_DESK_FROM_LOCK_SMITH_H",
        "HOTEL_DESK_FROM_LOCK_SMITH_DIGEST",
    };
    struct map names = {0};
    size_t value;
    load_clean(sample);
    names_each(arena, registry, add_name, &names);
    for (size_t i = 0; i < COUNT(wanted); i++)
        assert_true(map_get(&names, text_of(wanted[i]), &value));
    assert_false(map_get(&names, TEXT("hotel_desk_set_room_taken_why"), &value));
    assert_false(map_get(&names, TEXT("hotel_desk_set_room_taken_fixed"), &value));
}

static bool in_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static bool starts_with_either(struct text word, struct c_names names)
{
    return (text_starts_with(word, names.lower) && text_slice(word, names.lower.length, 1).length &&
            word.bytes[names.lower.length] == '_') ||
           (text_starts_with(word, names.upper) && text_slice(word, names.upper.length, 1).length &&
            word.bytes[names.upper.length] == '_');
}

/* Past the comment that starts at `at`; `at` where none does. */
static size_t past_comment(struct text text, size_t at)
{
    if (!text_starts_with(text_slice(text, at, 2), TEXT("/*")))
        return at;
    for (at += 2; at < text.length; at++)
        if (text_starts_with(text_slice(text, at, 2), TEXT("*/")))
            return at + 2;
    return at;
}

/* payments_raise_7_ and payments_set_7_, one for each signature: no code starts with a digit. */
static bool is_signature(struct text word, struct c_names names)
{
    struct text rest = text_slice(word, names.lower.length, word.length);
    size_t digit = text_starts_with(rest, TEXT("_raise_")) ? 7
                   : text_starts_with(rest, TEXT("_set_")) ? 5
                                                           : rest.length;
    return digit < rest.length && rest.bytes[digit] >= '0' && rest.bytes[digit] <= '9';
}

/* Every word of the header with the registry's prefix is a name that names_each gave. */
static size_t check_header(struct text header, struct c_names names, const struct map *known)
{
    size_t count = 0;
    for (size_t at = 0; at < header.length;) {
        size_t past = past_comment(header, at), end = at, value;
        if (past > at || !in_word(header.bytes[at])) {
            at = past > at ? past : at + 1;
            continue;
        }
        while (end < header.length && in_word(header.bytes[end]))
            end++;
        struct text word = text_slice(header, at, end - at);
        bool include = header.bytes[end] == '.'; /* "payments_problems.h" */
        at = end;
        if (!starts_with_either(word, names) || include || is_signature(word, names))
            continue;
        if (!map_get(known, word, &value))
            print_message("%.*s is not among the names\n", TEXT_ARGS(word));
        assert_true(map_get(known, word, &value));
        count++;
    }
    return count;
}

/* The registry's names, and how often the golden header uses one. */
static size_t check_golden(const char *directory_name, const char *file, struct map *names)
{
    const struct source *header;
    const char *path =
        arena_format(arena, "%s/%s/%s", golden_directory, directory_name, file).bytes;
    assert_int_equal(source_read(sources, path, (struct span){0, 0}, diagnostics, &header),
                     SOURCE_OK);
    return check_header(header->bytes, c_names_of(arena, registry), names);
}

static void golden_headers_declare_no_other_names(void **state)
{
    (void)state;
    static const struct {
        const char *name, *header, *from;
    } goldens[] = {
        {"payments", "payments_problems.h", NULL},
        {"boxlite", "boxlite_problems.h", "boxlite_from_boxlite.h"},
        {"sandbox", "sandbox_problems.h", NULL},
        {"3gpp", "sbi_problems.h", NULL},
    };
    if (registry_directory == NULL) {
        print_message("usage: test_names REGISTRIES GOLDENS\n");
        skip();
    }
    for (size_t i = 0; i < COUNT(goldens); i++) {
        struct map names = {0};
        assert_int_equal(
            load_file_at(
                arena_format(arena, "%s/%s.yaml", registry_directory, goldens[i].name).bytes),
            LOAD_OK);
        names_each(arena, registry, add_name, &names);
        size_t found = check_golden(goldens[i].name, goldens[i].header, &names);
        if (goldens[i].from)
            found += check_golden(goldens[i].name, goldens[i].from, &names);
        assert_true(found > names.count); /* all are declared, and some used as well */
    }
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, files_set_up, files_tear_down)

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(every_style_has_the_same_words),
        TEST(constants_of_problems_and_values),
        TEST(enums_are_named_by_their_type_or_their_member),
        TEST(each_enum_comes_once),
        TEST(names_point_to_what_they_stand_for),
        TEST(golden_headers_declare_no_other_names),
    };
    if (argc == 3) {
        registry_directory = argv[1];
        golden_directory = argv[2];
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
