/*
 * postgresql.yaml against PostgreSQL: statements that fail, and the state that the server logs for
 * each.
 *
 *     real_postgresql sql            prints the statements, a line each
 *     real_postgresql check < LOG    holds the log (log_error_verbosity=verbose) against the groups
 */
#include "groups_from_postgresql.h"
#include "real.h"

#include <stdbool.h>
#include <string.h>

enum { SUCCEEDS = -1 };

static const struct statement {
    const char *sql;
    int group;
} statements[] = {
    {"CREATE TABLE host (name text PRIMARY KEY)", SUCCEEDS},
    {"CREATE TABLE guest (id int PRIMARY KEY, host text NOT NULL REFERENCES host, nick varchar(3), "
     "age int CHECK (age >= 0), stay int4range, EXCLUDE USING gist (stay WITH &&))",
     SUCCEEDS},
    {"CREATE VIEW adult AS SELECT * FROM guest WHERE age > 17 WITH CHECK OPTION", SUCCEEDS},
    {"CREATE ROLE anybody", SUCCEEDS},
    {"INSERT INTO host VALUES ('a')", SUCCEEDS},
    {"INSERT INTO guest VALUES (1, 'a', 'x', 1, '[1,3)')", SUCCEEDS},

    {"INSERT INTO host VALUES ('a')", GROUPS_UNIQUE},
    {"INSERT INTO guest VALUES (2, 'a', 'x', 1, '[2,4)')", GROUPS_UNIQUE},
    {"INSERT INTO guest VALUES (2, 'z', 'x', 1, NULL)", GROUPS_FOREIGN_KEY},
    {"DELETE FROM host", GROUPS_FOREIGN_KEY},
    {"INSERT INTO guest VALUES (2, NULL, 'x', 1, NULL)", GROUPS_NOT_NULL},
    {"INSERT INTO guest VALUES (2, 'a', 'x', -1, NULL)", GROUPS_CHECK},
    {"INSERT INTO adult VALUES (2, 'a', 'x', 1, NULL)", GROUPS_CHECK},
    {"DO $$ BEGIN RAISE integrity_constraint_violation; END $$", GROUPS_CONSTRAINT},
    {"INSERT INTO guest VALUES (2, 'a', 'xxxx', 1, NULL)", GROUPS_TOO_LARGE},
    {"SELECT 'x'::int", GROUPS_INVALID},
    {"SELECT 1 / 0", GROUPS_INVALID},
    {"SELECT '2026-02-30'::date", GROUPS_INVALID},
    {"DO $$ DECLARE s text; BEGIN SELECT name INTO STRICT s FROM host WHERE name = 'z'; END $$",
     GROUPS_MISSING},
    {"CREATE TABLE host (name text)", GROUPS_EXISTS},
    {"SELECT * FROM nowhere", GROUPS_UNDEFINED},
    {"SELECT nothing FROM host", GROUPS_UNDEFINED},
    {"SELECT unknown_function(1)", GROUPS_UNDEFINED},
    {"SELEC 1", GROUPS_MISUSE},
    {"EXECUTE unprepared", GROUPS_MISUSE},
    {"SAVEPOINT outside_of_a_transaction", GROUPS_MISUSE},
    {"DO $$ BEGIN RAISE serialization_failure; END $$", GROUPS_CONFLICT},
    {"DO $$ BEGIN RAISE SQLSTATE '40ZZZ'; END $$", GROUPS_CONFLICT},
    {"DO $$ BEGIN RAISE statement_completion_unknown; END $$", GROUPS_UNCERTAIN},
    {"DO $$ BEGIN RAISE too_many_connections; END $$", GROUPS_EXHAUSTED},
    {"DO $$ BEGIN RAISE 'the shop is closed'; END $$", GROUPS_OTHERWISE},
    {"COPY host FROM '/no/such/file'", GROUPS_IO},
    {"SET ROLE anybody", SUCCEEDS},
    {"SELECT * FROM host", GROUPS_DENIED},
    {"RESET ROLE", SUCCEEDS},
    {"SET default_transaction_read_only = on", SUCCEEDS},
    {"INSERT INTO host VALUES ('b')", GROUPS_READ_ONLY},
    {"SET statement_timeout = '50ms'", SUCCEEDS},
    {"SELECT pg_sleep(60)", GROUPS_INTERRUPTED},
};

enum { COUNT = sizeof statements / sizeof *statements };

static int print_sql(void)
{
    for (size_t i = 0; i < COUNT; i++)
        printf("%s;\n", statements[i].sql);
    return 0;
}

/* The state of the next error in the log; false: there is no further one. */
static bool next_state(char state[6])
{
    static const char mark[] = "ERROR:  ";
    char line[4096];
    while (fgets(line, sizeof line, stdin)) {
        const char *error = strstr(line, mark);
        if (error == NULL || strlen(error) < sizeof mark + 5)
            continue;
        memcpy(state, error + sizeof mark - 1, 5);
        state[5] = '\0';
        return true;
    }
    return false;
}

static int check_log(void)
{
    char state[6];
    for (size_t i = 0; i < COUNT; i++) {
        if (statements[i].group == SUCCEEDS)
            continue;
        if (!next_state(state)) {
            fprintf(stderr, "no error in the log for: %s\n", statements[i].sql);
            return 1;
        }
        real_expect(statements[i].sql, state, (int)groups_from_postgresql(state, NULL),
                    statements[i].group);
    }
    if (next_state(state)) {
        fprintf(stderr, "one error too many: %s\n", state);
        return 1;
    }
    return real_result();
}

int main(int argc, char **argv)
{
    return argc > 1 && strcmp(argv[1], "sql") == 0 ? print_sql() : check_log();
}
