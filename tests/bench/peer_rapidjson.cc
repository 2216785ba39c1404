// rapidjson's writer, with its buffer used again: its best case.
#include "peer_text.h"

#include <cstring>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace
{

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

rapidjson::StringBuffer output;
Writer writer(output);

void member(const char *name, const char *text)
{
    writer.Key(name);
    writer.String(text);
}

void number(const char *name, const char *digits)
{
    writer.Key(name);
    writer.RawValue(digits, std::strlen(digits), rapidjson::kNumberType);
}

void begin(const char *type, const char *title, int status, const char *detail, const char *id)
{
    char instance[64];
    peer_instance(instance, sizeof instance, id);
    output.Clear();
    writer.Reset(output);
    writer.StartObject();
    member("type", type);
    member("title", title);
    writer.Key("status");
    writer.Int(status);
    member("detail", detail);
    member("instance", instance);
}

std::size_t end(char *buffer, std::size_t size)
{
    writer.EndObject();
    std::size_t length = output.GetSize();
    std::memcpy(buffer, output.GetString(), length < size ? length : size);
    return length;
}

std::size_t body(const peer_values *values, char *buffer, std::size_t size)
{
    peer_text_set texts;
    peer_texts(&texts, values);
    begin(PEER_FUNDS, PEER_FUNDS_TITLE, 403, texts.detail, values->id);
    number("balance", texts.balance);
    number("cost", texts.cost);
    member("account", values->account);
    return end(buffer, size);
}

std::size_t constant(const char *id, char *buffer, std::size_t size)
{
    begin(PEER_UNAVAILABLE, PEER_UNAVAILABLE_TITLE, 503, PEER_UNAVAILABLE_DETAIL, id);
    return end(buffer, size);
}

std::size_t violations(const char *id, const peer_place *places, std::size_t count, char *buffer,
                       std::size_t size)
{
    char text[160];
    begin(PEER_INVALID, PEER_INVALID_TITLE, 422, PEER_INVALID_DETAIL, id);
    writer.Key("errors");
    writer.StartArray();
    for (std::size_t i = 0; i < count; i++) {
        writer.StartObject();
        peer_pointer(text, sizeof text, &places[i]);
        member("pointer", text);
        peer_rule(text, sizeof text, &places[i]);
        member("detail", text);
        member("rule", "minimum");
        writer.EndObject();
    }
    writer.EndArray();
    return end(buffer, size);
}

} // namespace

extern "C" const struct peer bench_peer = {"rapidjson", nullptr, body, constant, violations};
