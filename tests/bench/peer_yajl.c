#include "peer_text.h"

#include <string.h>
#include <yajl/yajl_gen.h>

/* One generator for all, cleared after each body. */
static yajl_gen generator;

static void put_string(const char *text)
{
    yajl_gen_string(generator, (const unsigned char *)text, strlen(text));
}

static void put_member(const char *name, const char *text)
{
    put_string(name);
    put_string(text);
}

static void put_number(const char *name, const char *digits)
{
    put_string(name);
    yajl_gen_number(generator, digits, strlen(digits));
}

static void begin(const char *type, const char *title, int status, const char *detail,
                  const char *id)
{
    char instance[64];
    peer_instance(instance, sizeof instance, id);
    if (generator == NULL)
        generator = yajl_gen_alloc(NULL);
    yajl_gen_map_open(generator);
    put_member("type", type);
    put_member("title", title);
    put_string("status");
    yajl_gen_integer(generator, status);
    put_member("detail", detail);
    put_member("instance", instance);
}

static size_t end(char *buffer, size_t size)
{
    const unsigned char *text;
    size_t length;
    yajl_gen_map_close(generator);
    yajl_gen_get_buf(generator, &text, &length);
    memcpy(buffer, text, length < size ? length : size);
    yajl_gen_clear(generator);
    yajl_gen_reset(generator, NULL);
    return length;
}

static size_t body(const struct peer_values *values, char *buffer, size_t size)
{
    struct peer_text_set texts;
    peer_texts(&texts, values);
    begin(PEER_FUNDS, PEER_FUNDS_TITLE, 403, texts.detail, values->id);
    put_number("balance", texts.balance);
    put_number("cost", texts.cost);
    put_member("account", values->account);
    return end(buffer, size);
}

static size_t constant(const char *id, char *buffer, size_t size)
{
    begin(PEER_UNAVAILABLE, PEER_UNAVAILABLE_TITLE, 503, PEER_UNAVAILABLE_DETAIL, id);
    return end(buffer, size);
}

static size_t violations(const char *id, const struct peer_place *places, size_t count,
                         char *buffer, size_t size)
{
    char text[160];
    begin(PEER_INVALID, PEER_INVALID_TITLE, 422, PEER_INVALID_DETAIL, id);
    put_string("errors");
    yajl_gen_array_open(generator);
    for (size_t i = 0; i < count; i++) {
        yajl_gen_map_open(generator);
        peer_pointer(text, sizeof text, &places[i]);
        put_member("pointer", text);
        peer_rule(text, sizeof text, &places[i]);
        put_member("detail", text);
        put_member("rule", "minimum");
        yajl_gen_map_close(generator);
    }
    yajl_gen_array_close(generator);
    return end(buffer, size);
}

const struct peer bench_peer = {"yajl", NULL, body, constant, violations};
