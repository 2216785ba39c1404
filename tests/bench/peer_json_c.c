#include <json-c/json.h>
#include <stdint.h>
#include <string.h>

typedef struct json_object *node;

static inline node begin(void)
{
    return json_object_new_object();
}

static inline void put_text(node to, const char *name, const char *text)
{
    json_object_object_add(to, name, json_object_new_string(text));
}

static inline void put_integer(node to, const char *name, int value)
{
    json_object_object_add(to, name, json_object_new_int(value));
}

static inline void put_amount(node to, const char *name, int64_t hundredths, const char *text)
{
    json_object_object_add(to, name, json_object_new_double_s((double)hundredths / 100, text));
}

static inline node open_array(node to, const char *name)
{
    struct json_object *array = json_object_new_array();
    json_object_object_add(to, name, array);
    return array;
}

static inline void close_array(node array)
{
    (void)array;
}

static inline node open_element(node array)
{
    struct json_object *element = json_object_new_object();
    json_object_array_add(array, element);
    return element;
}

static inline void close_element(node element)
{
    (void)element;
}

static inline size_t end(node document, char *buffer, size_t size)
{
    size_t length;
    const char *text = json_object_to_json_string_length(
        document, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE, &length);
    memcpy(buffer, text, length < size ? length : size);
    json_object_put(document);
    return length;
}

#include "peer_walk.h"

PEER_WALKS("json-c", NULL);
