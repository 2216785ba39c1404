/*
 * resources.h - what each route of service.c does.
 */
#ifndef RESOURCES_H
#define RESOURCES_H

#include "http.h"
#include "store.h"

enum { CALL_ID_SIZE = 65 };

struct call {
    struct store *store;
    const struct request *request;
    struct reply *reply;
    struct key key;        /* who is asking */
    char id[CALL_ID_SIZE]; /* the id in the path, whatever it looks like */
};

/* Fills the reply, or raises a problem and returns it. */
typedef enum payments_problem resource(struct problem *problem, struct call *call);

resource resource_account;
resource resource_account_payments;
resource resource_new_payment;
resource resource_payment;

#endif
