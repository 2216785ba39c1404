#include "ledger.h"

#include <string.h>

enum payments_problem ledger_account(struct problem *problem, struct store *store, const char *id,
                                     const char *owner, struct account *account)
{
    bool found;
    enum payments_problem failed = store_account(problem, store, id, account, &found);
    if (failed != 0)
        return failed;
    if (!found)
        return payments_raise_not_found(problem);
    if (strcmp(account->owner, owner) != 0) {
        problem_because(problem, "account %s asked for by %s", id, owner);
        return payments_raise_access_denied(problem, account->owner);
    }
    return failed;
}

static enum payments_problem payee_of(struct problem *problem, struct store *store,
                                      const struct payment *payment, struct account *payee)
{
    bool found;
    enum payments_problem failed = store_account(problem, store, payment->payee, payee, &found);
    if (failed == 0 && !found)
        return payments_raise_unknown_payee(problem);
    return failed;
}

static enum payments_problem check_open(struct problem *problem, const struct account *account)
{
    if (!account->suspended)
        return 0;
    payments_raise_account_suspended(problem, account->reason, account->case_number);
    payments_set_account_suspended_since(problem, account->since);
    return PAYMENTS_ACCOUNT_SUSPENDED;
}

static enum payments_problem check(struct problem *problem, const struct payment *payment,
                                   const struct account *payer, const struct account *payee)
{
    enum payments_problem failed = check_open(problem, payer);
    if (failed == 0)
        failed = check_open(problem, payee);
    if (failed != 0)
        return failed;
    if (strcmp(payment->currency, payer->currency) != 0)
        return payments_raise_currency_mismatch(problem, payer->currency);
    if (strcmp(payment->currency, payee->currency) != 0)
        return payments_raise_currency_mismatch(problem, payee->currency);
    if (payer->balance < payment->amount)
        return payments_raise_insufficient_funds(problem, problem_decimal(payer->balance, 2),
                                                 problem_decimal(payment->amount, 2), payer->shard);
    return failed;
}

/* The payment goes in first: one that was made before is told so, whatever it would meet now. */
static enum payments_problem move(struct problem *problem, struct store *store, const char *owner,
                                  const struct payment *payment)
{
    struct account payer, payee;
    enum payments_problem failed = ledger_account(problem, store, payment->payer, owner, &payer);
    if (failed == 0)
        failed = payee_of(problem, store, payment, &payee);
    if (failed == 0)
        failed = store_add_payment(problem, store, payment);
    if (failed == 0)
        failed = check(problem, payment, &payer, &payee);
    if (failed == 0)
        failed = store_add_to_balance(problem, store, payer.id, -payment->amount);
    if (failed == 0)
        failed = store_add_to_balance(problem, store, payee.id, payment->amount);
    return failed;
}

enum payments_problem ledger_pay(struct problem *problem, struct store *store, const char *owner,
                                 const struct payment *payment)
{
    problem_because(problem, "payment %s", payment->id);
    enum payments_problem failed = store_begin(problem, store);
    return failed != 0 ? failed : store_end(problem, store, move(problem, store, owner, payment));
}
