/*
 * fields.h - reads what clients send, and collects what is wrong with it. Nothing stops at the
 * first mistake: read all fields, then ask fields_check.
 */
#ifndef FIELDS_H
#define FIELDS_H

#include "http.h"
#include "store.h"

/* Reads the body as JSON, an object; the caller deletes it. */
enum payments_problem fields_body(struct problem *problem, const struct request *request,
                                  cJSON **body);

/* Raises validation-failed where any of the functions below has found something. */
enum payments_problem fields_check(struct problem *problem);

/* Each of these reads one thing. Where it is missing or malformed it adds a field error. */
void fields_account(struct problem *problem, const cJSON *body, const char *name, char id[33]);
void fields_amount(struct problem *problem, const cJSON *body, const char *name, int64_t *cents);
void fields_currency(struct problem *problem, const cJSON *body, const char *name,
                     char currency[4]);
void fields_optional_date(struct problem *problem, const cJSON *body, const char *name,
                          char date[11]);

/* The Idempotency-Key, a UUID. */
void fields_idempotency_key(struct problem *problem, const struct request *request, char id[37]);

/* The query's `limit`, from 1 to 100; 20 without. */
void fields_limit(struct problem *problem, const struct request *request, int64_t *limit);

/* The payment's id in the path, a UUID. */
void fields_payment_id(struct problem *problem, const char *id);

#endif
