/*
 * The line of progress: when it is there, what it says, and that it goes. progress.c is compiled in
 * here, with a clock that the tests set.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../../generator/progress.c"

static uint64_t clock_says;
static char shown[4096];
static size_t shown_length;

static uint64_t now(void)
{
    return clock_says;
}

static void show(struct text text)
{
    assert_true(shown_length + text.length < sizeof shown);
    memcpy(shown + shown_length, text.bytes, text.length);
    shown_length += text.length;
    shown[shown_length] = '\0';
}

/* A run that began at 5,000 ms. */
static struct progress a_run(const char *file)
{
    struct progress progress = {"compiling", text_of(file), 80, now, show, 0, 0};
    shown_length = 0;
    shown[0] = '\0';
    clock_says = 5000;
    progress_begin(&progress);
    return progress;
}

static void nothing_for_a_second(void **state)
{
    (void)state;
    struct progress progress = a_run("payments.yaml");
    clock_says = 5999;
    progress_tell(&progress, "reading", 1, 2);
    progress_clear(&progress);
    assert_string_equal(shown, "");
}

static void a_line_in_place_and_gone_in_the_end(void **state)
{
    (void)state;
    struct progress progress = a_run("api/payments.yaml");
    clock_says = 6000;
    progress_tell(&progress, "reading", 3, 10);
    clock_says = 6099; /* too soon for another */
    progress_tell(&progress, "reading", 4, 10);
    clock_says = 6100;
    progress_tell(&progress, "making tables", 0, 0);
    progress_clear(&progress);
    progress_clear(&progress);
    assert_string_equal(shown, "\r\033[Kproblemc: compiling payments.yaml: reading, 30 %"
                               "\r\033[Kproblemc: compiling payments.yaml: making tables"
                               "\r\033[K");
}

static void a_line_never_fills_the_terminal(void **state)
{
    (void)state;
    struct progress progress =
        a_run("a-registry-whose-name-is-so-long-that-it-has-no-room-on-any-terminal-of-80-columns");
    clock_says = 9000;
    for (progress.columns = 0; progress.columns < 120; progress.columns++) {
        shown_length = 0;
        progress.shown = 0;
        progress_tell(&progress, "checking", 99, 100);
        assert_true(shown_length == 0 || shown_length < progress.columns + 4);
    }
}

static void a_name_can_not_move_the_cursor(void **state)
{
    (void)state;
    struct progress progress = a_run("x\033[2J\n\xc3\xa9.yaml");
    clock_says = 9000;
    progress_tell(&progress, "reading", 0, 0);
    assert_string_equal(shown, "\r\033[Kproblemc: compiling x?[2J???.yaml: reading");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_for_a_second),
        cmocka_unit_test(a_line_in_place_and_gone_in_the_end),
        cmocka_unit_test(a_line_never_fills_the_terminal),
        cmocka_unit_test(a_name_can_not_move_the_cursor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
