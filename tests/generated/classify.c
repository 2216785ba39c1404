/*
 * Codes of every kind of source, and the problems that they become (classify.yaml). What is raised
 * keeps its cause for the log, and shows none of it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "answer.h"
#include "classify_shelves.h"
#include "stock_from_anything.h"
#include "stock_from_crates.h"
#include "stock_from_drawers.h"
#include "stock_from_http.h"
#include "stock_from_tills.h"
#include "stock_from_undefined.h"
#include <problem_tables.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

#define NO_PROBLEM ((enum stock_problem)0)

/* A code that is an int, and what it becomes. */
struct row_of_int {
    int number;
    const char *said;
    enum stock_problem becomes;
};

typedef enum stock_problem from_int(int number, const char *said);
typedef enum stock_problem raise_from_int(struct problem *occurrence, int number, const char *said);

/* from gives what the row says; raise the same, and internal-error for what is no error. */
static void check_rows(const struct row_of_int *rows, size_t count, from_int *from,
                       raise_from_int *raise, enum stock_problem otherwise)
{
    for (size_t i = 0; i < count; i++) {
        struct problem occurrence = PROBLEM_INIT;
        enum stock_problem becomes = rows[i].becomes;
        enum stock_problem raised = raise(&occurrence, rows[i].number, rows[i].said);
        if (from(rows[i].number, rows[i].said) != becomes)
            print_message("%d, %s\n", rows[i].number, rows[i].said ? rows[i].said : "-");
        assert_int_equal(from(rows[i].number, rows[i].said), becomes);
        assert_int_equal(raised, becomes ? becomes : otherwise);
        assert_int_equal(problem_raised(&occurrence), raised);
    }
}

/* ---------------------------------------------------------------- enums */

static enum stock_problem crate_problem(int number, const char *said)
{
    return stock_from_crates((enum crate_error)number, said);
}

static enum stock_problem raise_crate_problem(struct problem *occurrence, int number,
                                              const char *said)
{
    return stock_raise_from_crates(occurrence, (enum crate_error)number, said);
}

static void enumerators(void **state)
{
    (void)state;
    static const struct row_of_int crates[] = {
        {Fine, NULL, NO_PROBLEM},        {Lost, NULL, STOCK_GONE},
        {Full, "", STOCK_FULL},          {code, NULL, STOCK_ODD},
        {function, NULL, STOCK_ODD},     {row, NULL, STOCK_ODD},
        {-3, NULL, STOCK_ODD},           {99, NULL, STOCK_GONE},
        {5, NULL, STOCK_INTERNAL_ERROR}, {98, "x", STOCK_INTERNAL_ERROR},
    };
    static const struct row_of_int shelves[] = {
        {0, NULL, STOCK_FULL},     {1, NULL, STOCK_GONE}, {2, NULL, STOCK_INTERNAL_ERROR},
        {3, "message", STOCK_ODD}, {4, NULL, STOCK_BUSY},
    };
    check_rows(crates, COUNT(crates), crate_problem, raise_crate_problem, STOCK_INTERNAL_ERROR);
    check_rows(shelves, COUNT(shelves), shelf_problem, raise_shelf_problem, STOCK_BUSY);
}

/* ---------------------------------------------------------------- macros */

static enum stock_problem raise_drawer(struct problem *occurrence, int number, const char *said)
{
    return stock_raise_from_drawers(occurrence, number, said);
}

static enum stock_problem raise_undefined(struct problem *occurrence, int number, const char *said)
{
    return stock_raise_from_undefined(occurrence, number, said);
}

static void macros(void **state)
{
    (void)state;
    static const struct row_of_int rows[] = {
        {0, NULL, NO_PROBLEM},
        {2, NULL, STOCK_GONE},
        {11, NULL, STOCK_BUSY}, /* AGAIN and WAIT, by LATER's row */
        {12, NULL, STOCK_BUSY}, /* LATER */
        {9, NULL, STOCK_GONE},  /* GONE, which stands for LEFT */
        {20, NULL, STOCK_FULL},
        {21, NULL, STOCK_ODD}, /* by number */
        {-5, NULL, STOCK_FULL},
        {77, NULL, STOCK_BUSY},
        {2 | 1 << 8, NULL, STOCK_ODD},  /* MISSING_KEY by itself */
        {2 | 7 << 8, NULL, STOCK_GONE}, /* others by MISSING */
        {20 | 2 << 8, NULL, STOCK_FULL},
        {7 << 8, NULL, NO_PROBLEM}, /* OK's further codes are no errors, too */
        {77 | 1 << 8, NULL, STOCK_BUSY},
        {5, NULL, STOCK_INTERNAL_ERROR},
        {5 | 1 << 8, NULL, STOCK_INTERNAL_ERROR},
        {INT32_MAX, NULL, STOCK_INTERNAL_ERROR},
        {INT32_MIN, NULL, NO_PROBLEM},
    };
    static const struct row_of_int nobody[] = {{0, NULL, STOCK_INTERNAL_ERROR},
                                               {3, "x", STOCK_INTERNAL_ERROR}};
    check_rows(rows, COUNT(rows), stock_from_drawers, raise_drawer, STOCK_INTERNAL_ERROR);
    check_rows(nobody, COUNT(nobody), stock_from_undefined, raise_undefined, STOCK_INTERNAL_ERROR);
}

static void messages(void **state)
{
    (void)state;
    static const struct row_of_int rows[] = {
        {11, "come back tomorrow", STOCK_GONE},
        {12, "tomorrow", STOCK_GONE},          /* an alias of another number */
        {11 | 3 << 8, "tomorrow", STOCK_GONE}, /* and a further code */
        {11, "tomorro", STOCK_BUSY},
        {11, "Tomorrow", STOCK_BUSY},
        {11, "", STOCK_BUSY},
        {2, "tomorrow", STOCK_GONE},
        {20, "%n%s", STOCK_ODD},
        {20, "%s%n%s%n", STOCK_ODD},
        {20, "%n %s", STOCK_FULL},
        {77,
         "first \"half\", second?"
         "?/half, back\\slash",
         STOCK_FULL},
        {77,
         "back\\slash second?"
         "?/half first \"half\"",
         STOCK_FULL},
        {77, "first \"half\", back\\slash", STOCK_BUSY},
        {0, "tomorrow %n%s", NO_PROBLEM},
    };
    check_rows(rows, COUNT(rows), stock_from_drawers, raise_drawer, STOCK_INTERNAL_ERROR);
}

/* ---------------------------------------------------------------- numbers */

static enum stock_problem raise_http(struct problem *occurrence, int number, const char *said)
{
    return stock_raise_from_http(occurrence, number, said);
}

static enum stock_problem raise_anything(struct problem *occurrence, int number, const char *said)
{
    return stock_raise_from_anything(occurrence, number, said);
}

static void numbers(void **state)
{
    (void)state;
    static const struct row_of_int rows[] = {
        {404, NULL, STOCK_GONE},
        {410, NULL, STOCK_GONE},
        {418, NULL, STOCK_ODD},
        {429, NULL, STOCK_BUSY},
        {-1, NULL, STOCK_ODD},
        {200, NULL, NO_PROBLEM},
        {404, "a b", STOCK_ODD},
        {404, "a", STOCK_GONE},
        {410, "a b", STOCK_GONE},
        {0, NULL, STOCK_INTERNAL_ERROR},
        {500, "%s", STOCK_INTERNAL_ERROR},
    };
    static const struct row_of_int any[] = {{0, NULL, STOCK_INTERNAL_ERROR},
                                            {-7, "x", STOCK_INTERNAL_ERROR}};
    check_rows(rows, COUNT(rows), stock_from_http, raise_http, STOCK_INTERNAL_ERROR);
    check_rows(any, COUNT(any), stock_from_anything, raise_anything, STOCK_INTERNAL_ERROR);
}

/* ---------------------------------------------------------------- SQLSTATEs */

static void states(void **state)
{
    (void)state;
    static const struct {
        const char *state, *said;
        enum stock_problem becomes;
    } rows[] = {
        {"23505", NULL, STOCK_ODD},  /* by name */
        {"23P01", NULL, STOCK_GONE}, /* by state */
        {"23502", NULL, STOCK_FULL}, /* by its class */
        {"23000", "column", STOCK_FULL},
        {"23502", "null in column x", STOCK_ODD},
        {"53200", NULL, STOCK_BUSY}, /* by its group */
        {"53400", NULL, STOCK_BUSY},
        {"53000", NULL, STOCK_INTERNAL_ERROR},
        {"08006", NULL, STOCK_INTERNAL_ERROR}, /* a row for what happens anyway */
        {"00000", NULL, NO_PROBLEM},
        {"02001", NULL, NO_PROBLEM},
        {"02000", NULL, STOCK_INTERNAL_ERROR},
        {"22012", "division by zero", STOCK_GONE},
        {"22012", "division by nothing", STOCK_INTERNAL_ERROR},
        {"22012", NULL, STOCK_INTERNAL_ERROR},
        {"23", NULL, STOCK_INTERNAL_ERROR}, /* a class is no state */
        {"2350", NULL, STOCK_INTERNAL_ERROR},
        {"235050", NULL, STOCK_INTERNAL_ERROR},
        {"22", "zero", STOCK_INTERNAL_ERROR},
        {"23p01", NULL, STOCK_FULL},
        {"", "zero", STOCK_INTERNAL_ERROR},
        {NULL, "zero", STOCK_INTERNAL_ERROR},
        {NULL, NULL, STOCK_INTERNAL_ERROR},
        {"ZZZZZ", NULL, STOCK_INTERNAL_ERROR},
        {"\xff\xff\xff\xff\xff", NULL, STOCK_INTERNAL_ERROR},
        {"%n%n%", "%n", STOCK_INTERNAL_ERROR},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct problem occurrence = PROBLEM_INIT;
        enum stock_problem becomes = rows[i].becomes;
        enum stock_problem raised =
            stock_raise_from_tills(&occurrence, rows[i].state, rows[i].said);
        if (stock_from_tills(rows[i].state, rows[i].said) != becomes)
            print_message("%s\n", rows[i].state ? rows[i].state : "NULL");
        assert_int_equal(stock_from_tills(rows[i].state, rows[i].said), becomes);
        assert_int_equal(raised, becomes ? becomes : STOCK_INTERNAL_ERROR);
        assert_int_equal(problem_raised(&occurrence), raised);
    }
}

/* ---------------------------------------------------------------- causes */

/* The record, NUL-terminated; overwritten by the next call. */
static const char *record_of(struct problem *occurrence)
{
    static char record[PROBLEM_RECORD_SIZE + 1];
    record[problem_record(STOCK_REGISTRY, occurrence, NULL, record, PROBLEM_RECORD_SIZE)] = '\0';
    return record;
}

static void assert_recorded(const char *record, const char *text)
{
    if (strstr(record, text) == NULL)
        print_message("%s\nhas no %s\n", record, text);
    assert_non_null(strstr(record, text));
}

static void causes_are_for_the_log_alone(void **state)
{
    (void)state;
    struct problem occurrence = PROBLEM_INIT;
    struct problem_response response;
    char body[STOCK_RESPONSE_MAX];
    static const unsigned char id[16] = {[6] = 0x40, [8] = 0x80}; /* no code by chance */
    problem_fix_occurrence(&occurrence, id);
    problem_because(&occurrence, "opening drawer %d", 7);
    stock_raise_from_drawers(&occurrence, 20 | 2 << 8, "jammed at 10%n of db-7.internal");
    const char *record = record_of(&occurrence);
    assert_recorded(record, "opening drawer 7");
    assert_recorded(record, "jammed at 10%n of db-7.internal");
    assert_recorded(record, "\"problem.source.name\":\"drawers\"");
    assert_recorded(record, "\"problem.source.code\":\"532\"");
    assert_recorded(record, "classify.c");
    assert_recorded(record, __func__);

    static struct problem_sink nowhere = PROBLEM_SINK_NONE;
    const struct problem_request request = {.sink = &nowhere};
    problem_respond(STOCK_REGISTRY, &occurrence, &request, body, sizeof body, &response);
    cJSON *json = answer_check(&response);
    char *shown = cJSON_PrintUnformatted(json);
    assert_int_equal(response.status, 507);
    assert_null(strstr(shown, "db-7"));
    assert_null(strstr(shown, "532"));
    assert_null(strstr(shown, "drawer"));
    cJSON_free(shown);
    cJSON_Delete(json);
}

static void causes_of_every_kind(void **state)
{
    (void)state;
    struct problem occurrence = PROBLEM_INIT;
    stock_raise_from_tills(&occurrence, "23505", "duplicate key");
    assert_recorded(record_of(&occurrence), "\"problem.source.name\":\"tills\"");
    assert_recorded(record_of(&occurrence), "\"problem.source.code\":\"23505\"");
    stock_raise_from_tills(&occurrence, NULL, NULL);
    assert_recorded(record_of(&occurrence), "\"problem.source.name\":\"tills\"");
    problem_clear(&occurrence);
    stock_raise_from_crates(&occurrence, Underflow, NULL);
    assert_recorded(record_of(&occurrence), "\"problem.source.name\":\"crates\"");
    assert_recorded(record_of(&occurrence), "\"problem.source.code\":\"-3\"");
    assert_int_equal(stock_raise_from_http(NULL, 404, "nobody to tell"), STOCK_GONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(enumerators),
        cmocka_unit_test(macros),
        cmocka_unit_test(messages),
        cmocka_unit_test(numbers),
        cmocka_unit_test(states),
        cmocka_unit_test(causes_are_for_the_log_alone),
        cmocka_unit_test(causes_of_every_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
