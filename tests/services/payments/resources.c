#include "resources.h"

#include "fields.h"
#include "ledger.h"
#include "money.h"

#include <stdio.h>
#include <string.h>

/* Amounts are texts in JSON: numbers come out of most parsers as binary fractions. */
static void add_money(cJSON *object, const char *name, int64_t cents)
{
    char text[MONEY_SIZE];
    money_print(cents, text);
    cJSON_AddStringToObject(object, name, text);
}

static cJSON *payment_json(const struct payment *payment)
{
    cJSON *json = cJSON_CreateObject();
    cJSON_AddStringToObject(json, "id", payment->id);
    cJSON_AddStringToObject(json, "from", payment->payer);
    cJSON_AddStringToObject(json, "to", payment->payee);
    add_money(json, "amount", payment->amount);
    cJSON_AddStringToObject(json, "currency", payment->currency);
    if (payment->execute_on[0] != '\0')
        cJSON_AddStringToObject(json, "execute_on", payment->execute_on);
    return json;
}

/* ---------------------------------------------------------------- accounts */

enum payments_problem resource_account(struct problem *problem, struct call *call)
{
    struct account account;
    enum payments_problem failed =
        ledger_account(problem, call->store, call->id, call->key.owner, &account);
    if (failed != 0)
        return failed;
    cJSON *json = call->reply->json = cJSON_CreateObject();
    cJSON_AddStringToObject(json, "id", account.id);
    add_money(json, "balance", account.balance);
    cJSON_AddStringToObject(json, "currency", account.currency);
    cJSON_AddBoolToObject(json, "suspended", account.suspended);
    return failed;
}

static void add_to_list(void *context, const struct payment *payment)
{
    cJSON *list = context;
    cJSON_AddItemToArray(list, payment_json(payment));
}

enum payments_problem resource_account_payments(struct problem *problem, struct call *call)
{
    struct account account;
    int64_t limit;
    fields_limit(problem, call->request, &limit);
    enum payments_problem failed = fields_check(problem);
    if (failed == 0)
        failed = ledger_account(problem, call->store, call->id, call->key.owner, &account);
    if (failed != 0)
        return failed;
    call->reply->json = cJSON_CreateObject();
    cJSON *list = cJSON_AddArrayToObject(call->reply->json, "payments");
    return store_payments(problem, call->store, account.id, limit, add_to_list, list);
}

/* ---------------------------------------------------------------- payments */

static enum payments_problem read_payment(struct problem *problem, const struct request *request,
                                          struct payment *payment)
{
    cJSON *body;
    enum payments_problem failed = fields_body(problem, request, &body);
    if (failed != 0)
        return failed;
    fields_idempotency_key(problem, request, payment->id);
    fields_account(problem, body, "from", payment->payer);
    fields_account(problem, body, "to", payment->payee);
    fields_amount(problem, body, "amount", &payment->amount);
    fields_currency(problem, body, "currency", payment->currency);
    fields_optional_date(problem, body, "execute_on", payment->execute_on);
    cJSON_Delete(body);
    return fields_check(problem);
}

enum payments_problem resource_new_payment(struct problem *problem, struct call *call)
{
    struct payment payment = {.execute_on = ""};
    enum payments_problem failed = read_payment(problem, call->request, &payment);
    if (failed == 0)
        failed = ledger_pay(problem, call->store, call->key.owner, &payment);
    if (failed != 0)
        return failed;
    call->reply->status = 201;
    call->reply->json = payment_json(&payment);
    snprintf(call->reply->location, sizeof call->reply->location, "/payments/%s", payment.id);
    return failed;
}

/* Those who pay and those who are paid may see it. */
static enum payments_problem check_party(struct problem *problem, struct call *call,
                                         const struct payment *payment)
{
    struct account account;
    bool found;
    enum payments_problem failed =
        store_account(problem, call->store, payment->payee, &account, &found);
    if (failed != 0 || (found && strcmp(account.owner, call->key.owner) == 0))
        return failed;
    return ledger_account(problem, call->store, payment->payer, call->key.owner, &account);
}

enum payments_problem resource_payment(struct problem *problem, struct call *call)
{
    struct payment payment;
    bool found = false;
    fields_payment_id(problem, call->id);
    enum payments_problem failed = fields_check(problem);
    if (failed == 0)
        failed = store_payment(problem, call->store, call->id, &payment, &found);
    if (failed == 0 && !found)
        failed = payments_raise_not_found(problem);
    if (failed == 0)
        failed = check_party(problem, call, &payment);
    if (failed == 0)
        call->reply->json = payment_json(&payment);
    return failed;
}
