#include "peer_text.h"

#include <json-c/json.h>
#include <string.h>

static struct json_object *head(const char *type, const char *title, int status, const char *detail,
                                const char *instance)
{
    struct json_object *problem = json_object_new_object();
    json_object_object_add(problem, "type", json_object_new_string(type));
    json_object_object_add(problem, "title", json_object_new_string(title));
    json_object_object_add(problem, "status", json_object_new_int(status));
    json_object_object_add(problem, "detail", json_object_new_string(detail));
    json_object_object_add(problem, "instance", json_object_new_string(instance));
    return problem;
}

static size_t print(struct json_object *problem, char *buffer, size_t size)
{
    size_t length;
    const char *text = json_object_to_json_string_length(
        problem, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE, &length);
    memcpy(buffer, text, length < size ? length : size);
    json_object_put(problem);
    return length;
}

static size_t body(const struct peer_values *values, char *buffer, size_t size)
{
    struct peer_text_set texts;
    peer_texts(&texts, values);
    struct json_object *problem =
        head(PEER_FUNDS, PEER_FUNDS_TITLE, 403, texts.detail, texts.instance);
    json_object_object_add(problem, "balance",
                           json_object_new_double_s((double)values->balance / 100, texts.balance));
    json_object_object_add(problem, "cost",
                           json_object_new_double_s((double)values->cost / 100, texts.cost));
    json_object_object_add(problem, "account", json_object_new_string(values->account));
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
    struct json_object *problem =
        head(PEER_INVALID, PEER_INVALID_TITLE, 422, PEER_INVALID_DETAIL, instance);
    struct json_object *errors = json_object_new_array();
    for (size_t i = 0; i < count; i++) {
        struct json_object *error = json_object_new_object();
        peer_pointer(text, sizeof text, &places[i]);
        json_object_object_add(error, "pointer", json_object_new_string(text));
        peer_rule(text, sizeof text, &places[i]);
        json_object_object_add(error, "detail", json_object_new_string(text));
        json_object_object_add(error, "rule", json_object_new_string("minimum"));
        json_object_array_add(errors, error);
    }
    json_object_object_add(problem, "errors", errors);
    return print(problem, buffer, size);
}

const struct peer bench_peer = {"json-c", NULL, body, constant, violations};
