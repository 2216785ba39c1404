// rapidjson's writer, with its buffer used again: its best case.
#include <cstdint>
#include <cstring>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace
{

rapidjson::StringBuffer output;
rapidjson::Writer<rapidjson::StringBuffer> writer(output);

struct node {
};

inline node begin()
{
    output.Clear();
    writer.Reset(output);
    writer.StartObject();
    return {};
}

inline void put_text(node, const char *name, const char *text)
{
    writer.Key(name);
    writer.String(text);
}

inline void put_integer(node, const char *name, int value)
{
    writer.Key(name);
    writer.Int(value);
}

inline void put_amount(node, const char *name, std::int64_t, const char *text)
{
    writer.Key(name);
    writer.RawValue(text, std::strlen(text), rapidjson::kNumberType);
}

inline node open_array(node, const char *name)
{
    writer.Key(name);
    writer.StartArray();
    return {};
}

inline void close_array(node)
{
    writer.EndArray();
}

inline node open_element(node)
{
    writer.StartObject();
    return {};
}

inline void close_element(node)
{
    writer.EndObject();
}

inline std::size_t end(node, char *buffer, std::size_t size)
{
    writer.EndObject();
    std::size_t length = output.GetSize();
    std::memcpy(buffer, output.GetString(), length < size ? length : size);
    return length;
}

} // namespace

#include "peer_walk.h"

PEER_WALKS("rapidjson", nullptr);
