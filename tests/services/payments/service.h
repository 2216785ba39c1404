/*
 * service.h - which request is answered by what. It knows neither libmicrohttpd nor SQL.
 *
 *     GET  /accounts/ID                  an account
 *     GET  /accounts/ID/payments?limit=  its latest payments
 *     POST /payments                     pays
 *     GET  /payments/ID                  a payment
 *
 * A GET's route answers HEAD too.
 */
#ifndef SERVICE_H
#define SERVICE_H

#include "http.h"
#include "limiter.h"
#include "store.h"

struct service {
    struct store *store;
    struct limiter limiter;
};

/* An http_answer; its context is a struct service. */
enum payments_problem service_answer(void *context, struct problem *problem,
                                     const struct request *request, struct reply *reply);

#endif
