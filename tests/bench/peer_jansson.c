#include <jansson.h>
#include <stdint.h>

typedef json_t *node;

static inline node begin(void)
{
    return json_object();
}

static inline void put_text(node to, const char *name, const char *text)
{
    json_object_set_new(to, name, json_string(text));
}

static inline void put_integer(node to, const char *name, int value)
{
    json_object_set_new(to, name, json_integer(value));
}

static inline void put_amount(node to, const char *name, int64_t hundredths, const char *text)
{
    (void)text;
    json_object_set_new(to, name, json_real((double)hundredths / 100));
}

static inline node open_array(node to, const char *name)
{
    json_t *array = json_array();
    json_object_set_new(to, name, array);
    return array;
}

static inline void close_array(node array)
{
    (void)array;
}

static inline node open_element(node array)
{
    json_t *element = json_object();
    json_array_append_new(array, element);
    return element;
}

static inline void close_element(node element)
{
    (void)element;
}

static inline size_t end(node document, char *buffer, size_t size)
{
    size_t used = json_dumpb(document, buffer, size, JSON_COMPACT);
    json_decref(document);
    return used;
}

#include "peer_walk.h"

PEER_WALKS("jansson", "it has doubles alone: 30.0 for 30.00");
