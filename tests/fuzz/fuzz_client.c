/*
 * The input is a response that a client of the fixed registry gets: a body and, each behind a NUL,
 * the type URL's base, the content type, Retry-After, the id and the status; what is missing is as
 * usual. Whatever it is, all of it can be looked at, and what is taken for a member's value is one
 * that a service could have sent.
 */
#include "compiled.h"
#include "fuzz.h"
#include "strict_json.h"

#include <stdlib.h>
#include <string.h>

#include "../../runtime/client/json.h"
#include "../../runtime/src/image.h"

struct parts {
    struct text body, url, content_type, retry_after, error_id, status;
};

/* Up to the next NUL, or `usual` where nothing is left. */
static struct text take_part(struct fuzz_input *input, struct arena *arena, struct text usual)
{
    if (input->length == 0)
        return usual;
    const uint8_t *end = memchr(input->bytes, 0, input->length);
    size_t length = end ? (size_t)(end - input->bytes) : input->length,
           taken = length + (end != NULL);
    struct text part = arena_copy(arena, (struct text){(const char *)input->bytes, length});
    input->bytes += taken;
    input->length -= taken;
    return part;
}

static struct parts take_apart(struct fuzz_input input, struct arena *arena)
{
    struct parts parts;
    parts.body = take_part(&input, arena, TEXT(""));
    parts.url = take_part(&input, arena, TEXT("https://api.example.com/orders/7"));
    parts.content_type = take_part(&input, arena, TEXT("application/problem+json"));
    parts.retry_after = take_part(&input, arena, TEXT("30"));
    parts.error_id = take_part(&input, arena, TEXT("7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b12"));
    parts.status = take_part(&input, arena, TEXT("\1\364")); /* 500 */
    return parts;
}

/* ------------------------------------------------------------------ what can be looked at */

/* Valid UTF-8: nothing else is taken by an escape-less JSON string of it. */
static void expect_utf8(struct problem_text text)
{
    for (size_t at = 0; at < text.length;) {
        unsigned char byte = (unsigned char)text.bytes[at];
        size_t length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
        FUZZ_EXPECT(byte < 0x80 || (byte >= 0xc2 && byte <= 0xf4));
        FUZZ_EXPECT(length <= text.length - at);
        for (size_t i = 1; i < length; i++)
            FUZZ_EXPECT(((unsigned char)text.bytes[at + i] & 0xc0) == 0x80);
        at += length;
    }
}

static void look_at_list(const struct problem_received *received,
                         const struct problem_received_value *list)
{
    struct problem_received_value item;
    size_t position = 0, count = 0;
    while (problem_received_next_item(received, list, &position, &item)) {
        count++;
        FUZZ_EXPECT(item.type != PROBLEM_LIST && item.type != PROBLEM_JSON);
        if (item.type == PROBLEM_STRING || item.type == PROBLEM_ENUM)
            expect_utf8(item.as.string);
    }
    FUZZ_EXPECT(count == list->as.list.count);
}

static void look(const struct problem_received *received)
{
    struct problem_received_member member;
    struct problem_received_value found;
    struct problem_received_violation violation;
    struct problem_raw_member raw;
    size_t error, position = 0;
    const struct problem_text texts[] = {received->type, received->title, received->detail,
                                         received->instance};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        expect_utf8(texts[i]);
    while (problem_received_next_member(received, &position, &member)) {
        FUZZ_EXPECT(problem_received_find(received, member.name, &found));
        FUZZ_EXPECT(found.type == member.value.type);
        if (found.type == PROBLEM_LIST)
            look_at_list(received, &found);
    }
    for (position = 0; problem_received_next_violation(received, &position, &violation);) {
        expect_utf8(violation.place);
        expect_utf8(violation.detail);
        expect_utf8(violation.rule);
    }
    for (position = 0; problem_received_next_raw(received, &position, &raw);) {
        expect_utf8(raw.name);
        FUZZ_EXPECT(raw.json.length > 0 && position <= received->length);
        if (raw.json.bytes[0] != '{' && raw.json.bytes[0] != '[')
            FUZZ_EXPECT(strict_json(raw.json.bytes, raw.json.length, &error));
    }
    problem_received_violations_omitted(received);
    problem_is_transient(received);
}

/* ------------------------------------------------------------------ what is believed */

/* The problem with this number: its index, and in *member the ordinal of a member by name. */
static uint32_t index_of(const unsigned char *image, uint32_t number)
{
    uint32_t index = 0;
    while (image_number(image, index) != number)
        index++;
    return index;
}

static unsigned ordinal_of(const unsigned char *image, uint32_t index, const char *name)
{
    const unsigned char *record = image_record(image, index);
    unsigned ordinal = 0;
    while (strcmp(member_name(image, record, ordinal).bytes, name) != 0)
        ordinal++;
    return ordinal;
}

static void put(struct problem *problem, unsigned ordinal,
                const struct problem_received_value *value, struct arena *arena)
{
    struct text text = {value->as.string.bytes, value->as.string.length};
    switch (value->type) {
    case PROBLEM_INTEGER:
    case PROBLEM_DATE:
        problem_put_integer(problem, ordinal, value->as.integer);
        return;
    case PROBLEM_DECIMAL:
        problem_put_decimal(problem, ordinal, value->as.decimal);
        return;
    case PROBLEM_NUMBER:
        problem_put_number(problem, ordinal, value->as.number);
        return;
    case PROBLEM_BOOLEAN:
        problem_put_boolean(problem, ordinal, value->as.boolean);
        return;
    case PROBLEM_TIME:
        problem_put_time(problem, ordinal, value->as.time);
        return;
    case PROBLEM_ENUM:
        problem_put_enum(problem, ordinal, value->enumerator);
        return;
    case PROBLEM_STRING:
        problem_put_string(problem, ordinal, arena_copy(arena, text).bytes);
        return;
    case PROBLEM_LIST:
    case PROBLEM_JSON:
        return;
    }
}

/* A service takes each value that was taken here. */
static void put_back(const struct problem_received *received, struct arena *arena)
{
    const unsigned char *image = image_of(received->registry);
    struct problem problem = PROBLEM_INIT;
    struct problem_received_member member;
    uint32_t index = index_of(image, received->number);
    uint64_t expected = 0;
    problem_begin(&problem, received->registry, index, __FILE__, __LINE__, __func__);
    for (size_t position = 0; problem_received_next_member(received, &position, &member);) {
        unsigned ordinal = ordinal_of(image, index, member.name);
        put(&problem, ordinal, &member.value, arena);
        if (member.value.type != PROBLEM_LIST)
            expected |= (uint64_t)1 << ordinal;
    }
    FUZZ_EXPECT(problem.misfit == 0 && problem.present == expected);
}

/* ------------------------------------------------------------------ the whole */

static size_t depth_of(struct text json)
{
    size_t depth = 0, deepest = 0;
    bool quoted = false;
    for (size_t i = 0; i < json.length; i++) {
        char byte = json.bytes[i];
        if (quoted && byte == '\\')
            i++;
        else if (byte == '"')
            quoted = !quoted;
        else if (!quoted && (byte == '{' || byte == '['))
            deepest = ++depth > deepest ? depth : deepest;
        else if (!quoted && (byte == '}' || byte == ']'))
            depth--;
    }
    return deepest;
}

/* What the tests' own checker takes is taken; it refuses repeated names, which the client does not.
 */
static void check_verdict(enum problem_receive_result result, struct text body)
{
    size_t error, at = strspn(body.bytes, " \t\n\r");
    bool object = at < body.length && body.bytes[at] == '{';
    if (object && strict_json(body.bytes, body.length, &error) &&
        depth_of(body) <= PROBLEM_JSON_DEPTH)
        FUZZ_EXPECT(result != PROBLEM_RECEIVED_BROKEN);
    if (!object)
        FUZZ_EXPECT(result >= PROBLEM_RECEIVED_OTHER);
}

static void receive(const struct problem_reply *reply, struct text body, struct arena *arena)
{
    const struct problem_registry *registry = image_registry(&compiled_fixed()->image);
    size_t size = PROBLEM_SCRATCH_SIZE(reply->length);
    char *scratch = malloc(size);
    struct problem_received received;
    FUZZ_EXPECT(scratch != NULL);
    enum problem_receive_result result = problem_receive(registry, reply, scratch, size, &received);
    FUZZ_EXPECT(result != PROBLEM_RECEIVED_NO_ROOM);
    FUZZ_EXPECT((result == PROBLEM_RECEIVED_KNOWN) == (received.number != 0));
    FUZZ_EXPECT(received.occurrence.bytes == NULL ||
                received.occurrence.length == PROBLEM_OCCURRENCE_SIZE - 1);
    int64_t wait = problem_retry_after(&received, 784111777);
    FUZZ_EXPECT(wait >= -1 && wait <= PROBLEM_RETRY_AFTER_MAX);
    check_verdict(result, body);
    look(&received);
    if (received.number != 0)
        put_back(&received, arena);
    free(scratch);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_create(abort);
    struct parts parts = take_apart((struct fuzz_input){bytes, length}, arena);
    /* a block of its exact size, where sanitizers see a read past the end */
    char *body = malloc(parts.body.length ? parts.body.length : 1);
    FUZZ_EXPECT(body != NULL);
    memcpy(body, parts.body.bytes, parts.body.length);
    const unsigned char *status = (const unsigned char *)parts.status.bytes;
    struct problem_reply reply = {
        .status = parts.status.length > 1 ? status[0] << 8 | status[1] : 410,
        .content_type = parts.content_type.bytes,
        .url = parts.url.bytes,
        .retry_after = parts.retry_after.bytes,
        .error_id = parts.error_id.bytes,
        .body = body,
        .length = parts.body.length,
    };
    receive(&reply, parts.body, arena);
    free(body);
    arena_destroy(arena);
    return 0;
}
