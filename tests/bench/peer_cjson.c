#include "peer_text.h"

#include <cJSON.h>
#include <string.h>

static cJSON *head(const char *type, const char *title, int status, const char *detail,
                   const char *instance)
{
    cJSON *problem = cJSON_CreateObject();
    cJSON_AddStringToObject(problem, "type", type);
    cJSON_AddStringToObject(problem, "title", title);
    cJSON_AddNumberToObject(problem, "status", status);
    cJSON_AddStringToObject(problem, "detail", detail);
    cJSON_AddStringToObject(problem, "instance", instance);
    return problem;
}

static size_t print(cJSON *problem, char *buffer, size_t size)
{
    cJSON_PrintPreallocated(problem, buffer, (int)size, 0);
    cJSON_Delete(problem);
    return strlen(buffer);
}

/* Amounts are raw text: as numbers 30.00 would become 30. */
static size_t body(const struct peer_values *values, char *buffer, size_t size)
{
    struct peer_text_set texts;
    peer_texts(&texts, values);
    cJSON *problem = head(PEER_FUNDS, PEER_FUNDS_TITLE, 403, texts.detail, texts.instance);
    cJSON_AddRawToObject(problem, "balance", texts.balance);
    cJSON_AddRawToObject(problem, "cost", texts.cost);
    cJSON_AddStringToObject(problem, "account", values->account);
    return print(problem, buffer, size);
}

static size_t constant(const char *id, char *buffer, size_t size)
{
    char instance[64];
    peer_instance(instance, sizeof instance, id);
    return print(
        head(PEER_UNAVAILABLE, PEER_UNAVAILABLE_TITLE, 503, PEER_UNAVAILABLE_DETAIL, instance),
        buffer, size);
}

static size_t violations(const char *id, const struct peer_place *places, size_t count,
                         char *buffer, size_t size)
{
    char instance[64], text[160];
    peer_instance(instance, sizeof instance, id);
    cJSON *problem = head(PEER_INVALID, PEER_INVALID_TITLE, 422, PEER_INVALID_DETAIL, instance);
    cJSON *errors = cJSON_AddArrayToObject(problem, "errors");
    for (size_t i = 0; i < count; i++) {
        cJSON *error = cJSON_CreateObject();
        peer_pointer(text, sizeof text, &places[i]);
        cJSON_AddStringToObject(error, "pointer", text);
        peer_rule(text, sizeof text, &places[i]);
        cJSON_AddStringToObject(error, "detail", text);
        cJSON_AddStringToObject(error, "rule", "minimum");
        cJSON_AddItemToArray(errors, error);
    }
    return print(problem, buffer, size);
}

const struct peer bench_peer = {"cJSON", NULL, body, constant, violations};
