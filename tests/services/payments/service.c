#include "service.h"

#include "resources.h"

#include <string.h>
#include <strings.h>
#include <time.h>

struct route {
    const char *pattern; /* "*" is an id */
    resource *get, *post;
};

static const struct route routes[] = {
    {"/accounts/*", resource_account, NULL},
    {"/accounts/*/payments", resource_account_payments, NULL},
    {"/payments", NULL, resource_new_payment},
    {"/payments/*", resource_payment, NULL},
};

/* Copies an id from the path, and returns what follows it; NULL: no id. */
static const char *take_id(const char *path, char id[CALL_ID_SIZE])
{
    size_t length = strcspn(path, "/");
    if (length == 0 || length >= CALL_ID_SIZE)
        return NULL;
    memcpy(id, path, length);
    id[length] = '\0';
    return path + length;
}

static bool matches(const char *pattern, const char *path, char id[CALL_ID_SIZE])
{
    while (*pattern != '\0') {
        if (*pattern == '*') {
            path = take_id(path, id);
            if (path == NULL)
                return false;
            pattern++;
        } else if (*pattern++ != *path++) {
            return false;
        }
    }
    return *path == '\0';
}

static const struct route *find_route(const char *path, char id[CALL_ID_SIZE])
{
    for (size_t i = 0; i < sizeof routes / sizeof routes[0]; i++)
        if (matches(routes[i].pattern, path, id))
            return &routes[i];
    return NULL;
}

static resource *find_method(const struct route *route, const char *method)
{
    if (strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0)
        return route->get;
    return strcmp(method, "POST") == 0 ? route->post : NULL;
}

static enum payments_problem refuse_method(struct problem *problem, const struct route *route)
{
    enum payments_method_not_allowed_allow allow[3];
    size_t count = 0;
    if (route->get != NULL) {
        allow[count++] = PAYMENTS_METHOD_NOT_ALLOWED_ALLOW_GET;
        allow[count++] = PAYMENTS_METHOD_NOT_ALLOWED_ALLOW_HEAD;
    }
    if (route->post != NULL)
        allow[count++] = PAYMENTS_METHOD_NOT_ALLOWED_ALLOW_POST;
    return payments_raise_method_not_allowed(problem, allow, count);
}

/* ---------------------------------------------------------------- who is asking */

/* Authorization: Bearer KEY */
static enum payments_problem authenticate(struct problem *problem, struct store *store,
                                          const struct request *request, struct key *key)
{
    const char *credentials = http_field(request, "Authorization");
    bool found = false;
    enum payments_problem failed = 0;
    if (credentials != NULL && strncasecmp(credentials, "Bearer ", 7) == 0)
        failed = store_key(problem, store, credentials + 7, key, &found);
    if (failed == 0 && !found)
        return payments_raise_authentication_required(problem);
    return failed;
}

static enum payments_problem limit(struct problem *problem, struct limiter *limiter,
                                   const struct key *key)
{
    int64_t now = (int64_t)time(NULL);
    int64_t sent = limiter_count(limiter, key->number, now);
    if (sent <= key->per_minute)
        return 0;
    return payments_raise_rate_limited(problem, sent, key->per_minute, limiter_wait(now));
}

enum payments_problem service_answer(void *context, struct problem *problem,
                                     const struct request *request, struct reply *reply)
{
    struct service *service = context;
    struct call call = {.store = service->store, .request = request, .reply = reply};
    const struct route *route = find_route(request->path, call.id);
    if (route == NULL)
        return payments_raise_not_found(problem);
    resource *answer = find_method(route, request->method);
    if (answer == NULL)
        return refuse_method(problem, route);
    enum payments_problem failed = authenticate(problem, service->store, request, &call.key);
    if (failed == 0)
        failed = limit(problem, &service->limiter, &call.key);
    return failed != 0 ? failed : answer(problem, &call);
}
