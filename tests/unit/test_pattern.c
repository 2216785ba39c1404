/*
 * Patterns: what they accept, what is refused and where, and how small their automata are.
 */
#include "pattern_image.h"

#include "base/buffer.h"
#include "own_arena.h"
#include "pattern/pattern.h"

static struct text compile(struct arena *arena, struct text pattern)
{
    struct text image = {NULL, 0};
    struct pattern_error error;
    if (!pattern_compile(arena, pattern, &image, &error))
        fail_msg("%.*s: %.*s", TEXT_ARGS(pattern), TEXT_ARGS(error.message));
    check_image(image);
    return image;
}

/* ------------------------------------------------------------------ what is matched */

/* Texts are separated by a tab. */
static void check_texts(struct text image, const char *pattern, const char *texts, bool accepted)
{
    while (*texts != '\0') {
        size_t length = strcspn(texts, "\t");
        if (matches(image, (struct text){texts, length}) != accepted)
            fail_msg("%s %s \"%.*s\"", pattern, accepted ? "refuses" : "accepts", (int)length,
                     texts);
        texts += length + (texts[length] == '\t');
    }
}

static void test_matches(void **state)
{
    static const struct {
        const char *pattern, *accepted, *refused;
    } cases[] = {
        {"^a$", "a", "b\taa\tA\t^a$"},
        {"^abc$", "abc", "ab\tabcd\tabd\tbc"},
        {"^a b$", "a b", "ab\ta  b"},
        {"^.$", "a\t \t~\t.", "aa\t\x1f\t\x7f\t\x80\t\xc3\xa9\t\n"},
        {"^\\.\\\\\\-\\/\\^\\$\\|\\(\\)\\[\\]\\{\\}\\*\\+\\?\\@\\~$", ".\\-/^$|()[]{}*+?@~",
         "a\\-/^$|()[]{}*+?@~"},
        {"^\\d$", "0\t5\t9", "/\t:\ta\tdd"},
        {"^\\w$", "0\t9\tA\tZ\ta\tz\t_", "-\t@\t[\t`\t{\t/\t:"},
        {"^[a-c]$", "a\tb\tc", "`\td\t-"},
        {"^[-a]$", "-\ta", "b"},
        {"^[a-]$", "-\ta", "b"},
        {"^[a\\-c]$", "a\t-\tc", "b"},
        {"^[+--]$", "+\t,\t-", "*\t."},
        {"^[a-c-e]$", "a\tb\tc\t-\te", "d"},
        {"^[\\w-]$", "a\t-\t_", "."},
        {"^[\\d.]$", "7\t.", "a"},
        {"^[.*+?(){}|$/]$", ".\t*\t+\t?\t(\t)\t{\t}\t|\t$\t/", "a\t\\"},
        {"^[a^]$", "a\t^", "b"},
        {"^[\\]\\[\\\\\\^]$", "]\t[\t\\\t^", "a"},
        {"^[^a-y]$", "z\tA\t \t~", "a\ty\t\x1f\t\x7f\t\x80"},
        {"^[^\\d]$", "a\t-", "0\t9"},
        {"^[^^]$", "a", "^"},
        {"^[!-~]$", "!\t~\ta", " \t\x7f"},
        {"^a*b$", "b\tab\taaaab", "a\tba\tabb"},
        {"^a+$", "a\taa\taaaa", "b\tab"},
        {"^ab?$", "a\tab", "b\tabb"},
        {"^a{3}$", "aaa", "aa\taaaa"},
        {"^a{2,}$", "aa\taaa\taaaaaa", "a\taab"},
        {"^a{2,4}$", "aa\taaa\taaaa", "a\taaaaa"},
        {"^a{0,2}b$", "b\tab\taab", "aaab\ta"},
        {"^a{0}b$", "b", "ab"},
        {"^a{1}b{01}$", "ab", "aab\tabb"},
        {"^(ab){2}$", "abab", "ab\tababab\taabb"},
        {"^(ab){2,3}$", "abab\tababab", "ab\tabababab"},
        {"^(ab){2,}$", "abab\tabababab", "ab\tababa"},
        {"^(a|bc|def)$", "a\tbc\tdef", "b\tab\tabc\tdefa"},
        {"^(?:a|b)c$", "ac\tbc", "c\tab\tabc"},
        {"^(a|)b$", "ab\tb", "a\taab"},
        {"^(|a|)b()$", "ab\tb", "a\taab"},
        {"^((a|b)+|c{2})d$", "ad\tabbad\tccd", "d\tcd\tcccd\tacd"},
        {"^(a*)*b$", "b\taaab", "a\tba"},
        {"^(a*|b)+c$", "c\tabac", "ab\tca"},
        {"^(a?){3}b$", "b\tab\taab\taaab", "aaaab"},
        {"^(a?b?){2,}c$", "c\tabc\tbac\tbbbabac", "cc\tab"},
        {"^(x(y(z)?)*)+$", "x\txy\txyzyxx", "y\txz\t"},
        {"^(a|ab)(c|bcd)(d*)$", "ac\tabc\tabcd\tabcdd\tabbcd\tacddd", "ab\tabbc\tabdd"},
        {"^[A-Z]{3}-\\d{4,6}$", "ABC-1234\tXYZ-123456", "AB-1234\tABC-123\tABC-1234567"},
        {"^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$", "a\ta-b\tab\ta--0", "-\ta-\t-a\tA"},
        {"^sk_(test|live)_[A-Za-z0-9]{8}$", "sk_test_abcdEF12", "sk_prod_abcdEF12\tsk_test_abc"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text image = compile(*state, text_of(cases[i].pattern));
        check_texts(image, cases[i].pattern, cases[i].accepted, true);
        check_texts(image, cases[i].pattern, cases[i].refused, false);
    }
    assert_false(matches(compile(*state, TEXT("^a[^b]?$")), (struct text){"a\0", 2}));
}

/* ------------------------------------------------------------------ what is refused */

static void test_errors(void **state)
{
    static const struct {
        const char *pattern;
        size_t offset, length;
        const char *message, *help;
    } cases[] = {
        {"", 0, 0, "a pattern starts with ^", "for example  ^[a-z]{2,8}$"},
        {"a", 0, 1, "a pattern starts with ^", "write  ^a$"},
        {"a$", 0, 1, "a pattern starts with ^", "write  ^a$"},
        {"a|b", 0, 1, "a pattern starts with ^", "write  ^(?:a|b)$"},
        {"(a|[|]|\\|)", 0, 1, "a pattern starts with ^", "write  ^(a|[|]|\\|)$"},
        {"^abc", 3, 1, "a pattern ends with $", "write  ^abc$"},
        {"^abc\\$", 5, 1, "a pattern ends with $", "write  ^abc\\$$"},
        {"^", 0, 1, "a pattern ends with $", "for example  ^[a-z]{2,8}$"},
        {"^a|b$", 2, 1, "alternatives need a group to be anchored at both ends",
         "write  ^(?:a|b)$"},
        {"^a^b$", 2, 1, "a ^ stands only at the start", "the character is written \\^"},
        {"^(^a)$", 2, 1, "a ^ stands only at the start", NULL},
        {"^a$b$", 2, 1, "a $ stands only at the end", "the character is written \\$"},
        {"^(a$|b)$", 3, 1, "a $ stands only at the end", NULL},
        {"^$", 0, 2, "this pattern accepts the empty text", NULL},
        {"^a*$", 0, 4, "this pattern accepts the empty text", NULL},
        {"^(a|b{0})$", 0, 10, "this pattern accepts the empty text", NULL},
        {"^*$", 1, 1, "a quantifier needs something to repeat", "the character is written \\*"},
        {"^(+a)$", 2, 1, "a quantifier needs something to repeat", NULL},
        {"^(a|?)$", 4, 1, "a quantifier needs something to repeat", NULL},
        {"^{2}a$", 1, 1, "a quantifier needs something to repeat", NULL},
        {"^a**$", 3, 1, "a quantifier needs something to repeat", NULL},
        {"^a{2}{3}$", 5, 1, "a quantifier needs something to repeat", NULL},
        {"^a+?$", 3, 1, "lazy quantifiers are not supported", NULL},
        {"^a{2,3}?$", 7, 1, "lazy quantifiers are not supported", NULL},
        {"^a*+$", 3, 1, "possessive quantifiers are not supported", NULL},
        {"^a{$", 2, 1, "a count is written {n}, {n,} or {n,m}", "the character is written \\{"},
        {"^a{}$", 2, 1, "a count is written {n}, {n,} or {n,m}", NULL},
        {"^a{,3}$", 2, 1, "a count is written {n}, {n,} or {n,m}", NULL},
        {"^a{2$", 2, 1, "a count is written {n}, {n,} or {n,m}", NULL},
        {"^a{2,3$", 2, 1, "a count is written {n}, {n,} or {n,m}", NULL},
        {"^a{1 }$", 2, 1, "a count is written {n}, {n,} or {n,m}", NULL},
        {"^a{256}$", 2, 5, "a count is at most 255", NULL},
        {"^a{1,99999999999999999999}$", 2, 24, "a count is at most 255", NULL},
        {"^a{256,}$", 2, 6, "a count is at most 255", NULL},
        {"^a{3,2}$", 2, 5, "these counts are out of order", NULL},
        {"^a)$", 2, 1, "this ) closes no group", "the character is written \\)"},
        {"^a(b(c)$", 2, 1, "this group is not closed", "the character is written \\("},
        {"^a(b(c$", 4, 1, "this group is not closed", NULL},
        {"^a]$", 2, 1, "this ] closes no class", NULL},
        {"^a}$", 2, 1, "this } closes no count", NULL},
        {"^[ab$", 1, 1, "this class is not closed", NULL},
        {"^x[^$", 2, 1, "this class is not closed", NULL},
        {"^[a-$", 1, 1, "this class is not closed", NULL},
        {"^x[]$", 2, 2, "this class matches nothing", NULL},
        {"^[^ -~]$", 1, 6, "this class matches nothing", NULL},
        {"^[[:alpha:]]$", 2, 1, "a [ inside a class is written \\[", NULL},
        {"^[ac-a]$", 3, 3, "this range is out of order", NULL},
        {"^[\\d-z]$", 2, 4, "a range goes from one character to another", NULL},
        {"^[a-\\w]$", 2, 4, "a range goes from one character to another", NULL},
        {"^(?=a)b$", 1, 3, "lookahead is not supported", NULL},
        {"^(?!a)b$", 1, 3, "lookahead is not supported", NULL},
        {"^b(?<=a)$", 2, 4, "lookbehind is not supported", NULL},
        {"^b(?<!a)$", 2, 4, "lookbehind is not supported", NULL},
        {"^(?<name>a)$", 1, 3, "groups have no names here", NULL},
        {"^(?P<name>a)$", 1, 2, "this kind of group is not supported", NULL},
        {"^(?i)a$", 1, 2, "this kind of group is not supported", NULL},
        {"^(?$", 1, 2, "this kind of group is not supported", NULL},
        {"^a\\sb$", 2, 2, "\\s and \\S are not supported", "a blank is written as it is"},
        {"^[\\s]$", 2, 2, "\\s and \\S are not supported", NULL},
        {"^\\ba$", 1, 2, "word boundaries are not supported", NULL},
        {"^a\\B$", 2, 2, "word boundaries are not supported", NULL},
        {"^\\D$", 1, 2, "\\D and \\W are not supported", "write [^\\d] or [^\\w]"},
        {"^(a)\\1$", 4, 2, "back references are not supported", NULL},
        {"^\\u0041$", 1, 2, "characters have no numbers here", NULL},
        {"^\\x41$", 1, 2, "characters have no numbers here", NULL},
        {"^[^\\x00]$", 3, 2, "characters have no numbers here", NULL},
        {"^a\\n$", 2, 2, "control characters are never matched", NULL},
        {"^\\p{L}$", 1, 2, "Unicode properties are not supported", NULL},
        {"^\\q$", 1, 2, "this escape has no meaning", "write the character without the backslash"},
        {"^\\ $", 1, 2, "this escape has no meaning", NULL},
        {"^a\tb$", 2, 1, "a pattern is written in printable ASCII", NULL},
        {"^a\x7f$", 2, 1, "a pattern is written in printable ASCII", NULL},
        {"^\xc3\xa9\xe2\x82\xac$", 1, 2, "a pattern is written in printable ASCII", NULL},
        {"^a[\xe2\x82\xac]$", 3, 3, "a pattern is written in printable ASCII", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text image;
        struct pattern_error error;
        if (pattern_compile(*state, text_of(cases[i].pattern), &image, &error))
            fail_msg("%s compiles", cases[i].pattern);
        if (!text_is(error.message, cases[i].message) || error.offset != cases[i].offset ||
            error.length != cases[i].length)
            fail_msg("%s: %zu+%zu %.*s", cases[i].pattern, error.offset, error.length,
                     TEXT_ARGS(error.message));
        if (cases[i].help != NULL && !text_is(error.help, cases[i].help))
            fail_msg("%s: help %.*s", cases[i].pattern, TEXT_ARGS(error.help));
    }
}

static void check_error(struct arena *arena, struct text pattern, size_t offset, size_t length,
                        const char *message)
{
    struct text image;
    struct pattern_error error;
    assert_false(pattern_compile(arena, pattern, &image, &error));
    assert_int_equal(error.offset, offset);
    assert_int_equal(error.length, length);
    assert_true(text_is(error.message, message));
}

/* ^, `open` `times` times, `middle`, `close` `times` times, $ */
static struct text nested(struct arena *arena, const char *open, size_t times, const char *middle,
                          const char *close)
{
    struct buffer buffer = buffer_create(arena);
    buffer_byte(&buffer, '^');
    for (size_t i = 0; i < times; i++)
        buffer_string(&buffer, open);
    buffer_string(&buffer, middle);
    for (size_t i = 0; i < times; i++)
        buffer_string(&buffer, close);
    buffer_byte(&buffer, '$');
    return buffer_contents(&buffer);
}

static void test_limits(void **state)
{
    /* 512 bytes, 32 groups, 255 states with the dead one and the start */
    struct text longest = nested(*state, "[a]{0}", 84, "bcdefg", "");
    assert_int_equal(longest.length, 512);
    assert_true(matches(compile(*state, longest), TEXT("bcdefg")));
    check_error(*state, nested(*state, "[a]{0}", 84, "bcdefgh", ""), 512, 1,
                "a pattern has at most 512 bytes");

    assert_true(matches(compile(*state, nested(*state, "(", 32, "a", ")")), TEXT("a")));
    check_error(*state, nested(*state, "(", 33, "a", ")"), 33, 1,
                "groups are nested deeper than 32");
    compile(*state, nested(*state, "((a)b)", 50, "c", ""));

    assert_int_equal(states_of(compile(*state, TEXT("^a{253}$"))), 255);
    check_error(*state, TEXT("^a{254}$"), 0, 8, "this pattern needs too many states");
    assert_int_equal(states_of(compile(*state, TEXT("^(a{11}){23}$"))), 255);
    assert_int_equal(states_of(compile(*state, TEXT("^[a-z]{1,253}$"))), 255);
}

/* Patterns that make other engines slow, or an automaton large. */
static void test_hostile_patterns(void **state)
{
    static const char *const harmless[] = {
        "^(a+)+$",
        "^(a|a)+$",
        "^(a|aa)+$",
        "^(a*)*(a*)*(a*)*b$",
        "^((a{0,25}){0,9}){0,1}b$",
        "^(.*.*.*.*.*.*)=.*$",
        "^([a-z]+)*[0-9]$",
        "^(((((a*)*)*)*)*)*b$",
        "^((){255}){255}a$",
    };
    static const char *const large[] = {
        "^(((a{255}){255}){255})$",  "^((a{0,255}){0,255}){0,255}$",
        "^(a|b)*a(a|b){20}$",        "^.*a.{200}$",
        "^(.?){255}a{255}$",         "^(a{1,255}b{1,255}){0,9}$",
        "^((((.*a){9}){9}){9}){9}$", "^(((){255}a?){255}|((b?){255}c?){9}){255}$",
    };
    struct text image;
    struct pattern_error error;
    for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++)
        compile(*state, text_of(harmless[i]));
    for (size_t i = 0; i < sizeof large / sizeof *large; i++) {
        assert_false(pattern_compile(*state, text_of(large[i]), &image, &error));
        assert_true(text_is(error.message, "this pattern needs too many states"));
        assert_true(error.offset + error.length <= strlen(large[i]));
        assert_true(error.help.length > 0);
    }
}

/* ------------------------------------------------------------------ the smallest automaton */

static void test_automata_are_minimal(void **state)
{
    static const struct {
        const char *pattern;
        size_t states, classes; /* the dead state included, and the class that is refused */
    } cases[] = {
        {"^a$", 3, 2},
        {"^(a|b|c)$", 3, 2},
        {"^(a|a|a)$", 3, 2},
        {"^a+$", 3, 2},
        {"^.+$", 3, 2},
        {"^(a+)+$", 3, 2},
        {"^(aa|ab|ba|bb)$", 4, 2},
        {"^(a{2}|a{4})$", 6, 2},
        {"^[a-z]([a-z0-9]|[0-9])*$", 3, 3},
        {"^[01]*1[01]{2}$", 9, 3},
        {"^(0|1(01*0)*1)+$", 5, 3},
        {"^[!-/0-9:-@A-Z\\[-`a-z{-~]$", 3, 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text image = compile(*state, text_of(cases[i].pattern));
        if (states_of(image) != cases[i].states || classes_of(image) != cases[i].classes)
            fail_msg("%s: %zu states, %zu classes", cases[i].pattern, states_of(image),
                     classes_of(image));
    }
}

/* Patterns of one language give one image, byte for byte. */
static void test_automata_are_canonical(void **state)
{
    static const char *const cases[][2] = {
        {"^(a|b)*c$", "^([ba]*|(ba?)*)c$"},
        {"^a{2,4}$", "^aaa?a?$"},
        {"^(abc|abd|xbd|xbc)$", "^[xa]b[dc]$"},
        {"^\\w+$", "^([A-Z]|[a-z]|[_0-9])([_0-9]|[a-zA-Z])*$"},
        {"^x.$", "^x([!-~]| )$"},
        {"^(x|y)+z?$", "^((y*x+)|(x*y+))+(z|)$"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text image = compile(*state, text_of(cases[i][0]));
        assert_true(text_equal(image, compile(*state, text_of(cases[i][0]))));
        if (!text_equal(image, compile(*state, text_of(cases[i][1]))))
            fail_msg("%s and %s differ", cases[i][0], cases[i][1]);
    }
}

/* By the texts, not by how the patterns are written. */
static void test_languages_within_others(void **state)
{
    static const struct {
        const char *inner, *outer;
        bool within, reverse;
    } cases[] = {
        {"^[0-9]+$", "^\\d+$", true, true},
        {"^[A-D][0-9]+$", "^[A-Z][0-9]+$", true, false},
        {"^a{2,4}$", "^a+$", true, false},
        {"^a{2,4}$", "^a{3,5}$", false, false},
        {"^(ab)+$", "^[ab]+$", true, false},
        {"^(a|b)*c$", "^[ab]*c$", true, true},
        {"^x$", "^y$", false, false},
        {"^.$", "^[ -~]$", true, true},
        {"^a(b|c)?$", "^a[a-z]*$", true, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text inner = compile(*state, text_of(cases[i].inner));
        struct text outer = compile(*state, text_of(cases[i].outer));
        if (pattern_within(inner, outer, *state) != cases[i].within ||
            pattern_within(outer, inner, *state) != cases[i].reverse)
            fail_msg("%s within %s", cases[i].inner, cases[i].outer);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_matches, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_errors, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_limits, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_hostile_patterns, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_automata_are_minimal, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_automata_are_canonical, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_languages_within_others, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
