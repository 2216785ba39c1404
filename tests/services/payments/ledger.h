/*
 * ledger.h - the rules by which money moves. It knows neither HTTP nor SQL.
 */
#ifndef LEDGER_H
#define LEDGER_H

#include "store.h"

/* An account that belongs to `owner`. */
enum payments_problem ledger_account(struct problem *problem, struct store *store, const char *id,
                                     const char *owner, struct account *account);

/* Moves the money, all of it or none, when `owner` may and can do that. */
enum payments_problem ledger_pay(struct problem *problem, struct store *store, const char *owner,
                                 const struct payment *payment);

#endif
