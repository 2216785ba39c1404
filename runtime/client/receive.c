/*
 * A response, step by step: its label, its JSON, the members that RFC 9457 defines, the problem of
 * the registry, and where that one's members are.
 */
#include "received.h"

#include "../src/syntax.h"
#include "numbers.h"
#include "resolve.h"

/* What is known of any response. */
static void begin(struct problem_received *received, const struct problem_registry *registry,
                  const struct problem_reply *reply)
{
    memset(received, 0, sizeof *received);
    received->registry = registry;
    received->status = reply->status;
    received->retry_after = reply->retry_after;
}

static struct problem_text text_of(const char *string)
{
    struct problem_text text = {string, string != NULL ? strlen(string) : 0};
    return text;
}

static bool has_room(size_t length, size_t size)
{
    return size >= PROBLEM_TYPE_MAX && size - PROBLEM_TYPE_MAX >= length;
}

/* Whether the body is one JSON object, decoded in the scratch from now on. */
static bool take_body(struct problem_received *received, const struct problem_reply *reply,
                      char *scratch)
{
    struct json json = {reply->body, reply->length, scratch};
    if (json.length == 0 || !problem_json_check(&json))
        return false;
    const char *at = json.bytes + strspn(json.bytes, " \t\n\r");
    if (*at != '{')
        return false;
    received->body = json.bytes;
    received->length = json.length;
    received->scratch = scratch;
    return true;
}

/* ------------------------------------------------------------------ the members of RFC 9457 */

enum { TYPE, TITLE, STATUS, DETAIL, INSTANCE };

/* The last member of each name. */
static void find_standard(const struct json *json, const char *values[PROBLEM_STANDARD_MEMBERS])
{
    static const char *const names[PROBLEM_STANDARD_MEMBERS] = {"type", "title", "status", "detail",
                                                                "instance"};
    const char *at = json->bytes, *name, *value;
    while (problem_json_next_member(&at, &name, &value)) {
        struct problem_text text = problem_json_text(json, name);
        for (unsigned i = 0; i < PROBLEM_STANDARD_MEMBERS; i++) {
            if (text_equals(text, names[i], strlen(names[i])))
                values[i] = value;
        }
    }
}

/* 0: it is no integer from 100 to 599 (RFC 9457 3.1.2). */
static int read_status(const char *at)
{
    struct problem_decimal status;
    if (at == NULL || *at < '0' || *at > '9' ||
        !problem_read_decimal(problem_json_span(at), 0, 0, &status) || status.units < 100 ||
        status.units > 599)
        return 0;
    return (int)status.units;
}

/* As it came, where the registry knows it so; else resolved, into what the scratch has behind the
 * body's bytes. */
static void settle_type(struct problem_received *received, struct problem_text type,
                        const char *url)
{
    received->type = type.bytes != NULL ? type : text_of("about:blank");
    if (type.bytes == NULL || problem_find_type(received->registry, type.bytes, type.length) != 0)
        return;
    char *resolved = received->scratch + received->length;
    size_t length = problem_resolve(text_of(url), type, resolved, PROBLEM_TYPE_MAX);
    if (length != 0) {
        received->type.bytes = resolved;
        received->type.length = length;
    } else {
        received->type_relative = !problem_has_scheme(type);
    }
}

static void read_standard(struct problem_received *received, const char *url)
{
    struct json json = received_json(received);
    const char *values[PROBLEM_STANDARD_MEMBERS] = {NULL, NULL, NULL, NULL, NULL};
    find_standard(&json, values);
    settle_type(received, problem_json_text(&json, values[TYPE]), url);
    received->title = problem_json_text(&json, values[TITLE]);
    received->detail = problem_json_text(&json, values[DETAIL]);
    received->instance = problem_json_text(&json, values[INSTANCE]);
    received->status_body = read_status(values[STATUS]);
    received->status_differs =
        received->status_body != 0 && received->status_body != received->status;
}

/* ------------------------------------------------------------------ the whole */

static void settle_occurrence(struct problem_received *received, const char *error_id)
{
    struct problem_text id = text_of(error_id);
    received->occurrence =
        problem_occurrence_of(image_of(received->registry), received->record, received->instance);
    if (received->occurrence.bytes == NULL && problem_is_uuid(id.bytes, id.length))
        received->occurrence = id;
}

enum problem_receive_result problem_receive(const struct problem_registry *registry,
                                            const struct problem_reply *reply, char *scratch,
                                            size_t size, struct problem_received *received)
{
    enum media media = problem_media(reply->content_type);
    begin(received, registry, reply);
    if (media == MEDIA_OTHER)
        return PROBLEM_RECEIVED_OTHER;
    if (!has_room(reply->length, size))
        return PROBLEM_RECEIVED_NO_ROOM;
    if (!take_body(received, reply, scratch))
        return media == MEDIA_PROBLEM ? PROBLEM_RECEIVED_BROKEN : PROBLEM_RECEIVED_OTHER;

    read_standard(received, reply->url);
    struct identity identity = problem_identify(received);
    if (media == MEDIA_JSON && !identity.named) {
        begin(received, registry, reply);
        return PROBLEM_RECEIVED_OTHER;
    }
    received->record = identity.record;
    if (identity.record != NULL) {
        received->number = record_number(identity.record);
        problem_locate_members(received);
    }
    settle_occurrence(received, reply->error_id);
    return identity.record != NULL ? PROBLEM_RECEIVED_KNOWN : PROBLEM_RECEIVED_UNKNOWN;
}
