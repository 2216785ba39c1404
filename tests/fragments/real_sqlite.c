/*
 * sqlite.yaml against SQLite: statements that fail, and the extended code of each.
 */
#include "groups_from_sqlite.h"
#include "real.h"

#include <sqlite3.h>

#define EXPECT(group, sqlite, sql) expect(GROUPS_##group, sqlite, sql)

static void expect(int wanted, sqlite3 *sqlite, const char *sql)
{
    sqlite3_exec(sqlite, sql, NULL, NULL, NULL);
    int code = sqlite3_extended_errcode(sqlite);
    real_expect_number(sql, code, (int)groups_from_sqlite(code, sqlite3_errmsg(sqlite)), wanted);
}

static void run(sqlite3 *sqlite, const char *sql)
{
    if (sqlite3_exec(sqlite, sql, NULL, NULL, NULL)) {
        fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(sqlite));
        exit(1);
    }
}

static sqlite3 *open_database(const char *path, int flags)
{
    sqlite3 *sqlite;
    if (sqlite3_open_v2(path, &sqlite, flags, NULL)) {
        fprintf(stderr, "%s: %s\n", path, sqlite3_errmsg(sqlite));
        exit(1);
    }
    return sqlite;
}

static void constraints(void)
{
    sqlite3 *sqlite = open_database(":memory:", SQLITE_OPEN_READWRITE);
    run(sqlite, "PRAGMA foreign_keys = on;"
                "CREATE TABLE host (name TEXT PRIMARY KEY, number INTEGER UNIQUE);"
                "CREATE TABLE guest (id INTEGER PRIMARY KEY, host TEXT NOT NULL REFERENCES host,"
                "                    age INTEGER CHECK (age >= 0));"
                "CREATE TABLE strict (number INTEGER) STRICT;"
                "CREATE TRIGGER never BEFORE DELETE ON strict BEGIN SELECT RAISE(ABORT, 'no'); END;"
                "INSERT INTO host VALUES ('a', 1); INSERT INTO guest VALUES (1, 'a', 1);"
                "INSERT INTO strict VALUES (1)");
    EXPECT(UNIQUE, sqlite, "INSERT INTO host VALUES ('a', 2)");
    EXPECT(UNIQUE, sqlite, "INSERT INTO host VALUES ('b', 1)");
    EXPECT(UNIQUE, sqlite, "INSERT INTO strict (rowid, number) VALUES (1, 1)");
    EXPECT(UNIQUE, sqlite, "INSERT INTO guest VALUES (1, 'a', 1)");
    EXPECT(FOREIGN_KEY, sqlite, "INSERT INTO guest VALUES (2, 'z', 1)");
    EXPECT(FOREIGN_KEY, sqlite, "DELETE FROM host");
    EXPECT(NOT_NULL, sqlite, "INSERT INTO guest VALUES (2, NULL, 1)");
    EXPECT(CHECK, sqlite, "INSERT INTO guest VALUES (2, 'a', -1)");
    EXPECT(CONSTRAINT, sqlite, "DELETE FROM strict");
    EXPECT(INVALID, sqlite, "INSERT INTO strict VALUES ('text')");
    EXPECT(INVALID, sqlite, "INSERT INTO guest VALUES ('text', 'a', 1)");
    EXPECT(TOO_LARGE, sqlite, "SELECT zeroblob(2000000000)");
    EXPECT(OTHERWISE, sqlite, "SELEC 1");
    EXPECT(OTHERWISE, sqlite, "SELECT * FROM nowhere");
    sqlite3_close(sqlite);
}

static void other_connections(void)
{
    const int create = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3 *one = open_database("shared.db", create), *two = open_database("shared.db", create);
    run(one, "PRAGMA journal_mode = wal; CREATE TABLE t (x)");
    run(one, "BEGIN IMMEDIATE");
    EXPECT(BUSY, two, "BEGIN IMMEDIATE");
    run(one, "COMMIT; BEGIN; SELECT * FROM t");
    run(two, "INSERT INTO t VALUES (1)");
    EXPECT(CONFLICT, one, "INSERT INTO t VALUES (2)");
    sqlite3_close(one);
    sqlite3_close(two);
}

static void unusable_files(void)
{
    sqlite3 *sqlite = open_database("shared.db", SQLITE_OPEN_READONLY);
    EXPECT(READ_ONLY, sqlite, "INSERT INTO t VALUES (1)");
    sqlite3_close(sqlite);

    sqlite3_open_v2("no/such/directory/x.db", &sqlite, SQLITE_OPEN_READWRITE, NULL);
    EXPECT(UNREACHABLE, sqlite, "");
    sqlite3_close(sqlite);

    FILE *file = fopen("text.db", "w");
    if (file == NULL || fputs("This is no database, but long enough to be one.", file) < 0 ||
        fclose(file))
        real_give_up("text.db");
    sqlite = open_database("text.db", SQLITE_OPEN_READWRITE);
    EXPECT(CORRUPT, sqlite, "SELECT * FROM sqlite_schema");
    sqlite3_close(sqlite);
}

static int deny(void *context, int action, const char *one, const char *two, const char *database,
                const char *trigger)
{
    (void)context, (void)action, (void)one, (void)two, (void)database, (void)trigger;
    return SQLITE_DENY;
}

static int stop(void *context)
{
    (void)context;
    return 1;
}

static void refusals(void)
{
    static const char endless[] =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
    sqlite3 *sqlite = open_database(":memory:", SQLITE_OPEN_READWRITE);
    sqlite3_progress_handler(sqlite, 100, stop, NULL);
    EXPECT(INTERRUPTED, sqlite, endless);
    sqlite3_progress_handler(sqlite, 0, NULL, NULL);

    run(sqlite, "PRAGMA max_page_count = 2; CREATE TABLE t (x)");
    EXPECT(FULL, sqlite, "INSERT INTO t VALUES (zeroblob(100000))");

    sqlite3_set_authorizer(sqlite, deny, NULL);
    EXPECT(DENIED, sqlite, "SELECT * FROM t");
    sqlite3_set_authorizer(sqlite, NULL, NULL);

    sqlite3_hard_heap_limit64(sqlite3_memory_used() + 1000);
    EXPECT(MEMORY, sqlite, "SELECT length(hex(randomblob(1000000)))");
    sqlite3_hard_heap_limit64(0);
    sqlite3_close(sqlite);
}

/* Codes that the functions return, not the connection. */
static void returned(void)
{
    sqlite3 *sqlite = open_database(":memory:", SQLITE_OPEN_READWRITE);
    sqlite3_stmt *statement;
    sqlite3_prepare_v2(sqlite, "SELECT 1", -1, &statement, NULL);
    int code = sqlite3_bind_int(statement, 5, 1);
    real_expect_number("bind to a fifth parameter", code, (int)groups_from_sqlite(code, NULL),
                       GROUPS_MISUSE);
    code = sqlite3_step(statement);
    real_expect_number("a row", code, (int)groups_from_sqlite(code, NULL), 0);
    code = sqlite3_step(statement);
    real_expect_number("no further row", code, (int)groups_from_sqlite(code, NULL), 0);
    sqlite3_finalize(statement);
    sqlite3_close(sqlite);
}

int main(void)
{
    constraints();
    other_connections();
    unusable_files();
    refusals();
    returned();
    return real_result();
}
