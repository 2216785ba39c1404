#include <stdint.h>
#include <string.h>
#include <yajl/yajl_gen.h>

/* One generator for all, cleared after each body. */
static yajl_gen generator;

typedef yajl_gen node;

static inline void put_string(const char *text)
{
    yajl_gen_string(generator, (const unsigned char *)text, strlen(text));
}

static inline node begin(void)
{
    if (generator == NULL)
        generator = yajl_gen_alloc(NULL);
    yajl_gen_map_open(generator);
    return generator;
}

static inline void put_text(node to, const char *name, const char *text)
{
    (void)to;
    put_string(name);
    put_string(text);
}

static inline void put_integer(node to, const char *name, int value)
{
    put_string(name);
    yajl_gen_integer(to, value);
}

static inline void put_amount(node to, const char *name, int64_t hundredths, const char *text)
{
    (void)hundredths;
    put_string(name);
    yajl_gen_number(to, text, strlen(text));
}

static inline node open_array(node to, const char *name)
{
    put_string(name);
    yajl_gen_array_open(to);
    return to;
}

static inline void close_array(node array)
{
    yajl_gen_array_close(array);
}

static inline node open_element(node array)
{
    yajl_gen_map_open(array);
    return array;
}

static inline void close_element(node element)
{
    yajl_gen_map_close(element);
}

static inline size_t end(node document, char *buffer, size_t size)
{
    const unsigned char *text;
    size_t length;
    yajl_gen_map_close(document);
    yajl_gen_get_buf(document, &text, &length);
    memcpy(buffer, text, length < size ? length : size);
    yajl_gen_clear(document);
    yajl_gen_reset(document, NULL);
    return length;
}

#include "peer_walk.h"

PEER_WALKS("yajl", NULL);
