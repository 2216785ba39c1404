#include "peer_text.h"

#include <jansson.h>

static json_t *head(const char *type, const char *title, int status, const char *detail,
                    const char *instance)
{
    json_t *problem = json_object();
    json_object_set_new(problem, "type", json_string(type));
    json_object_set_new(problem, "title", json_string(title));
    json_object_set_new(problem, "status", json_integer(status));
    json_object_set_new(problem, "detail", json_string(detail));
    json_object_set_new(problem, "instance", json_string(instance));
    return problem;
}

static size_t print(json_t *problem, char *buffer, size_t size)
{
    size_t used = json_dumpb(problem, buffer, size, JSON_COMPACT);
    json_decref(problem);
    return used;
}

static size_t body(const struct peer_values *values, char *buffer, size_t size)
{
    struct peer_text_set texts;
    peer_texts(&texts, values);
    json_t *problem = head(PEER_FUNDS, PEER_FUNDS_TITLE, 403, texts.detail, texts.instance);
    json_object_set_new(problem, "balance", json_real((double)values->balance / 100));
    json_object_set_new(problem, "cost", json_real((double)values->cost / 100));
    json_object_set_new(problem, "account", json_string(values->account));
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
    json_t *problem = head(PEER_INVALID, PEER_INVALID_TITLE, 422, PEER_INVALID_DETAIL, instance);
    json_t *errors = json_array();
    for (size_t i = 0; i < count; i++) {
        json_t *error = json_object();
        peer_pointer(text, sizeof text, &places[i]);
        json_object_set_new(error, "pointer", json_string(text));
        peer_rule(text, sizeof text, &places[i]);
        json_object_set_new(error, "detail", json_string(text));
        json_object_set_new(error, "rule", json_string("minimum"));
        json_array_append_new(errors, error);
    }
    json_object_set_new(problem, "errors", errors);
    return print(problem, buffer, size);
}

const struct peer bench_peer = {"jansson", "it has doubles alone: 30.0 for 30.00", body, constant,
                                violations};
