#include <cJSON.h>
#include <stdint.h>
#include <string.h>

typedef cJSON *node;

static inline node begin(void)
{
    return cJSON_CreateObject();
}

static inline void put_text(node to, const char *name, const char *text)
{
    cJSON_AddStringToObject(to, name, text);
}

static inline void put_integer(node to, const char *name, int value)
{
    cJSON_AddNumberToObject(to, name, value);
}

/* As a number 30.00 would become 30. */
static inline void put_amount(node to, const char *name, int64_t hundredths, const char *text)
{
    (void)hundredths;
    cJSON_AddRawToObject(to, name, text);
}

static inline node open_array(node to, const char *name)
{
    return cJSON_AddArrayToObject(to, name);
}

static inline void close_array(node array)
{
    (void)array;
}

static inline node open_element(node array)
{
    cJSON *element = cJSON_CreateObject();
    cJSON_AddItemToArray(array, element);
    return element;
}

static inline void close_element(node element)
{
    (void)element;
}

static inline size_t end(node document, char *buffer, size_t size)
{
    cJSON_PrintPreallocated(document, buffer, (int)size, 0);
    cJSON_Delete(document);
    return strlen(buffer);
}

#include "peer_walk.h"

PEER_WALKS("cJSON", NULL);
