#include "store.h"

#include "payments_from_sqlite.h"
#include "schema.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATIENCE = 250 /* milliseconds to wait for a lock of somebody else */ };

struct store {
    sqlite3 *database;
};

/* Ask at once: the database remembers its last failure only. */
static enum payments_problem fail(struct problem *problem, struct store *store, const char *doing)
{
    problem_because(problem, "%s", doing);
    return payments_raise_from_sqlite(problem, sqlite3_extended_errcode(store->database),
                                      sqlite3_errmsg(store->database));
}

/* ---------------------------------------------------------------- statements */

/* NULL where it can't be prepared; the functions of sqlite3 take that, and finish tells. */
static sqlite3_stmt *prepare(struct store *store, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    sqlite3_prepare_v2(store->database, sql, -1, &statement, NULL);
    return statement;
}

static void bind_text(sqlite3_stmt *statement, int place, const char *text)
{
    sqlite3_bind_text(statement, place, text, -1, SQLITE_TRANSIENT);
}

/* Ends a statement, whose last step gave `result`. */
static enum payments_problem finish(struct problem *problem, struct store *store,
                                    sqlite3_stmt *statement, int result, const char *doing)
{
    enum payments_problem failed = 0;
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        failed = fail(problem, store, doing);
    sqlite3_finalize(statement);
    return failed;
}

/* For statements that give no rows. */
static enum payments_problem execute(struct problem *problem, struct store *store, const char *sql,
                                     const char *doing)
{
    if (sqlite3_exec(store->database, sql, NULL, NULL, NULL) == SQLITE_OK)
        return 0;
    return fail(problem, store, doing);
}

static void read_text(sqlite3_stmt *row, int column, char *text, size_t size)
{
    const char *value = (const char *)sqlite3_column_text(row, column);
    snprintf(text, size, "%s", value != NULL ? value : "");
}

/* ---------------------------------------------------------------- opening */

enum payments_problem store_open(struct problem *problem, struct store **store,
                                 const char *directory)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/payments.db", directory);
    *store = calloc(1, sizeof **store);
    if (*store == NULL) {
        problem_because(problem, "no memory for the store");
        return payments_raise_service_unavailable(problem);
    }
    if (sqlite3_open(path, &(*store)->database) != SQLITE_OK)
        return fail(problem, *store, "opening the database");
    sqlite3_busy_timeout((*store)->database, PATIENCE);
    return execute(problem, *store, schema, "creating the tables");
}

void store_close(struct store *store)
{
    if (store != NULL)
        sqlite3_close(store->database);
    free(store);
}

/* ---------------------------------------------------------------- reading */

enum payments_problem store_key(struct problem *problem, struct store *store, const char *secret,
                                struct key *key, bool *found)
{
    sqlite3_stmt *row =
        prepare(store, "SELECT number, owner, per_minute FROM key WHERE secret = ?1");
    bind_text(row, 1, secret);
    int result = sqlite3_step(row);
    *found = result == SQLITE_ROW;
    if (*found) {
        key->number = sqlite3_column_int64(row, 0);
        read_text(row, 1, key->owner, sizeof key->owner);
        key->per_minute = sqlite3_column_int64(row, 2);
    }
    return finish(problem, store, row, result, "looking up a key");
}

static enum payments_account_suspended_reason read_reason(sqlite3_stmt *row, int column)
{
    char reason[32];
    read_text(row, column, reason, sizeof reason);
    if (strcmp(reason, "owner-request") == 0)
        return PAYMENTS_ACCOUNT_SUSPENDED_REASON_OWNER_REQUEST;
    if (strcmp(reason, "unpaid-fees") == 0)
        return PAYMENTS_ACCOUNT_SUSPENDED_REASON_UNPAID_FEES;
    return PAYMENTS_ACCOUNT_SUSPENDED_REASON_FRAUD_REVIEW;
}

enum payments_problem store_account(struct problem *problem, struct store *store, const char *id,
                                    struct account *account, bool *found)
{
    sqlite3_stmt *row = prepare(store, "SELECT id, owner, shard, currency, balance, suspended,"
                                       " since, case_number FROM account WHERE id = ?1");
    bind_text(row, 1, id);
    int result = sqlite3_step(row);
    *found = result == SQLITE_ROW;
    if (*found) {
        read_text(row, 0, account->id, sizeof account->id);
        read_text(row, 1, account->owner, sizeof account->owner);
        read_text(row, 2, account->shard, sizeof account->shard);
        read_text(row, 3, account->currency, sizeof account->currency);
        account->balance = sqlite3_column_int64(row, 4);
        account->suspended = sqlite3_column_type(row, 5) != SQLITE_NULL;
        account->reason = read_reason(row, 5);
        account->since = sqlite3_column_int64(row, 6);
        read_text(row, 7, account->case_number, sizeof account->case_number);
    }
    return finish(problem, store, row, result, "reading an account");
}

#define PAYMENT_COLUMNS "id, payer, payee, amount, currency, execute_on"

static void read_payment(sqlite3_stmt *row, struct payment *payment)
{
    read_text(row, 0, payment->id, sizeof payment->id);
    read_text(row, 1, payment->payer, sizeof payment->payer);
    read_text(row, 2, payment->payee, sizeof payment->payee);
    payment->amount = sqlite3_column_int64(row, 3);
    read_text(row, 4, payment->currency, sizeof payment->currency);
    read_text(row, 5, payment->execute_on, sizeof payment->execute_on);
}

enum payments_problem store_payment(struct problem *problem, struct store *store, const char *id,
                                    struct payment *payment, bool *found)
{
    sqlite3_stmt *row = prepare(store, "SELECT " PAYMENT_COLUMNS " FROM payment WHERE id = ?1");
    bind_text(row, 1, id);
    int result = sqlite3_step(row);
    *found = result == SQLITE_ROW;
    if (*found)
        read_payment(row, payment);
    return finish(problem, store, row, result, "reading a payment");
}

enum payments_problem store_payments(struct problem *problem, struct store *store,
                                     const char *account, int64_t limit,
                                     void (*take)(void *context, const struct payment *payment),
                                     void *context)
{
    sqlite3_stmt *row = prepare(store, "SELECT " PAYMENT_COLUMNS " FROM payment"
                                       " WHERE payer = ?1 OR payee = ?1"
                                       " ORDER BY rowid DESC LIMIT ?2");
    bind_text(row, 1, account);
    sqlite3_bind_int64(row, 2, limit);
    int result;
    while ((result = sqlite3_step(row)) == SQLITE_ROW) {
        struct payment payment;
        read_payment(row, &payment);
        take(context, &payment);
    }
    return finish(problem, store, row, result, "listing payments");
}

/* ---------------------------------------------------------------- writing */

enum payments_problem store_begin(struct problem *problem, struct store *store)
{
    return execute(problem, store, "BEGIN IMMEDIATE", "beginning a transaction");
}

enum payments_problem store_end(struct problem *problem, struct store *store,
                                enum payments_problem failed)
{
    if (failed == 0)
        failed = execute(problem, store, "COMMIT", "committing a transaction");
    if (failed != 0)
        sqlite3_exec(store->database, "ROLLBACK", NULL, NULL, NULL);
    return failed;
}

enum payments_problem store_add_payment(struct problem *problem, struct store *store,
                                        const struct payment *payment)
{
    sqlite3_stmt *insert = prepare(store, "INSERT INTO payment (" PAYMENT_COLUMNS ")"
                                          " VALUES (?1, ?2, ?3, ?4, ?5, nullif(?6, ''))");
    bind_text(insert, 1, payment->id);
    bind_text(insert, 2, payment->payer);
    bind_text(insert, 3, payment->payee);
    sqlite3_bind_int64(insert, 4, payment->amount);
    bind_text(insert, 5, payment->currency);
    bind_text(insert, 6, payment->execute_on);
    return finish(problem, store, insert, sqlite3_step(insert), "adding a payment");
}

enum payments_problem store_add_to_balance(struct problem *problem, struct store *store,
                                           const char *account, int64_t amount)
{
    sqlite3_stmt *update =
        prepare(store, "UPDATE account SET balance = balance + ?2 WHERE id = ?1");
    bind_text(update, 1, account);
    sqlite3_bind_int64(update, 2, amount);
    return finish(problem, store, update, sqlite3_step(update), "booking an amount");
}
