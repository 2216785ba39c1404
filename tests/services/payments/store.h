/*
 * store.h - what the service remembers: accounts, payments and keys, in a SQLite database. All SQL
 * is in store.c; what a database's error means to callers is in the registry (classify: sqlite).
 *
 * Functions that can fail return 0 or the problem they raised. A store belongs to one thread.
 */
#ifndef STORE_H
#define STORE_H

#include "payments_problems.h"

struct store;

struct key {
    int64_t number;
    int64_t per_minute; /* requests that its plan allows */
    char owner[65];
};

struct account {
    char id[33];
    char owner[65];
    char shard[33];
    char currency[4];
    int64_t balance; /* cents */

    bool suspended;
    enum payments_account_suspended_reason reason;
    int64_t since; /* seconds since 1970 */
    char case_number[33];
};

struct payment {
    char id[37]; /* a UUID of the client's choice */
    char payer[33], payee[33];
    int64_t amount; /* cents */
    char currency[4];
    char execute_on[11]; /* a date, or empty: at once */
};

/* Opens the database in `directory`; a new one gets its tables and a few accounts to try. Close it
 * with store_close, also when this fails. */
enum payments_problem store_open(struct problem *problem, struct store **store,
                                 const char *directory);
void store_close(struct store *store);

/* `*found` says whether there is one. */
enum payments_problem store_key(struct problem *problem, struct store *store, const char *secret,
                                struct key *key, bool *found);
enum payments_problem store_account(struct problem *problem, struct store *store, const char *id,
                                    struct account *account, bool *found);
enum payments_problem store_payment(struct problem *problem, struct store *store, const char *id,
                                    struct payment *payment, bool *found);

/* Calls `take` with the latest payments from or to an account, `limit` at most. */
enum payments_problem store_payments(struct problem *problem, struct store *store,
                                     const char *account, int64_t limit,
                                     void (*take)(void *context, const struct payment *payment),
                                     void *context);

/* Between these all or nothing happens: store_end keeps it when nothing failed, and undoes it
 * otherwise. Returns what failed first. */
enum payments_problem store_begin(struct problem *problem, struct store *store);
enum payments_problem store_end(struct problem *problem, struct store *store,
                                enum payments_problem failed);

enum payments_problem store_add_payment(struct problem *problem, struct store *store,
                                        const struct payment *payment);
enum payments_problem store_add_to_balance(struct problem *problem, struct store *store,
                                           const char *account, int64_t amount);

#endif
