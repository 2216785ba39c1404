#include "answer.h"

#include "strict_json.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static char about[256];

void answer_about(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(about, sizeof about, format, arguments);
    va_end(arguments);
}

void answer_wrong(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "%s: ", about);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(1);
}

/* ---------------------------------------------------------------- the head */

const char *answer_header(const struct problem_response *response, const char *name)
{
    const char *value = NULL;
    for (size_t i = 0; i < response->header_count; i++)
        if (strcasecmp(response->headers[i].name, name) == 0) {
            ANSWER_CHECK(value == NULL);
            value = response->headers[i].value;
        }
    return value;
}

/* RFC 9110 5.6.2. */
static bool is_token(const char *text)
{
    size_t length = strspn(text, "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz"
                                 "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    return length > 0 && text[length] == '\0';
}

/* Printable ASCII, with no blanks around it. */
static bool is_value(const char *text)
{
    size_t length = strlen(text);
    for (size_t i = 0; i < length; i++)
        if (text[i] < 0x20 || text[i] > 0x7E)
            return false;
    return length > 0 && text[0] != ' ' && text[length - 1] != ' ';
}

static void check_head(const struct problem_response *response)
{
    ANSWER_CHECK(response->status >= 400 && response->status <= 599);
    ANSWER_CHECK(strcmp(response->reason, problem_reason(response->status)) == 0);
    ANSWER_CHECK(response->header_count >= 2 && response->header_count <= PROBLEM_HEADERS_MAX);
    ANSWER_CHECK(strcmp(response->headers[0].name, "Content-Type") == 0);
    for (size_t i = 0; i < response->header_count; i++) {
        ANSWER_CHECK(is_token(response->headers[i].name));
        ANSWER_CHECK(is_value(response->headers[i].value));
        answer_header(response, response->headers[i].name);
    }
    ANSWER_CHECK(strcmp(answer_header(response, "Cache-Control"), "no-store") == 0);
    ANSWER_CHECK(answer_header(response, "Content-Length") == NULL);
    ANSWER_CHECK(response->status != 401 || answer_header(response, "WWW-Authenticate") != NULL);
    ANSWER_CHECK(response->status != 405 || answer_header(response, "Allow") != NULL);
}

/* ---------------------------------------------------------------- the body */

static bool is_uri_reference(const char *text)
{
    for (; *text != '\0'; text++)
        if (*text <= 0x20 || *text >= 0x7F || strchr("\"<>\\^`{|}", *text) != NULL)
            return false;
    return true;
}

static void check_text(const cJSON *body, const char *name, bool is_uri)
{
    const cJSON *member = cJSON_GetObjectItemCaseSensitive(body, name);
    if (member == NULL)
        return;
    if (!cJSON_IsString(member) || (is_uri && !is_uri_reference(member->valuestring)))
        answer_wrong("%s is not of its type (RFC 9457 3.1)", name);
}

/* What corpora/problem-schema says, and the order in which the five members come. */
static void check_members(const cJSON *body, int status)
{
    static const char *const order[] = {"type", "title", "status", "detail", "instance"};
    size_t next = 0;
    check_text(body, "type", true);
    check_text(body, "title", false);
    check_text(body, "detail", false);
    check_text(body, "instance", true);
    const cJSON *sent = cJSON_GetObjectItemCaseSensitive(body, "status");
    ANSWER_CHECK(cJSON_IsNumber(sent) && sent->valuedouble == (double)status);
    const cJSON *member;
    cJSON_ArrayForEach(member, body)
    {
        bool is_own = true;
        for (size_t i = 0; i < 5; i++)
            if (strcmp(member->string, order[i]) == 0) {
                ANSWER_CHECK(i >= next);
                next = i + 1;
                is_own = false;
            }
        next = is_own ? 5 : next;
    }
}

cJSON *answer_check(const struct problem_response *response)
{
    size_t error;
    check_head(response);
    ANSWER_CHECK(response->body_length == response->content_length);
    if (!strict_json(response->body, response->body_length, &error))
        answer_wrong("no JSON at byte %zu: %.*s", error, (int)response->body_length,
                     response->body);
    const char *end;
    cJSON *body = cJSON_ParseWithLengthOpts(response->body, response->body_length, &end, false);
    ANSWER_CHECK(cJSON_IsObject(body) && end == response->body + response->body_length);
    check_members(body, response->status);
    return body;
}

/* ---------------------------------------------------------------- every size */

enum { GUARD = 32, GUARD_BYTE = 0xA5 };

static bool is_guard(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)bytes[i] != GUARD_BYTE)
            return false;
    return true;
}

/* What can be sent as it is although there was no room for a body. */
static void check_without_room(const struct problem_response *response, int status)
{
    ANSWER_CHECK(response->status == status);
    ANSWER_CHECK(strcmp(response->reason, problem_reason(status)) == 0);
    ANSWER_CHECK(response->header_count == 1);
    ANSWER_CHECK(strcmp(answer_header(response, "Cache-Control"), "no-store") == 0);
    ANSWER_CHECK(response->body_length == 0 && response->content_length == 0);
}

static void check_same(const struct problem_response *response, const struct problem_response *full)
{
    ANSWER_CHECK(response->status == full->status);
    ANSWER_CHECK(response->content_length == full->content_length);
    ANSWER_CHECK(response->body_length == full->body_length);
    ANSWER_CHECK(memcmp(response->body, full->body, full->body_length) == 0);
    ANSWER_CHECK(response->header_count == full->header_count);
    for (size_t i = 0; i < full->header_count; i++)
        ANSWER_CHECK(strcmp(response->headers[i].value, full->headers[i].value) == 0);
}

size_t answer_every_size(const struct problem_registry *registry, struct problem *problem,
                         const struct problem_request *request, size_t room)
{
    char *roomy = malloc(room), *tight = malloc(room + 2 * GUARD + 1);
    struct problem_response full, response;
    ANSWER_CHECK(roomy != NULL && tight != NULL);
    size_t needed = problem_respond(registry, problem, request, roomy, room, &full);
    ANSWER_CHECK(needed <= room);
    ANSWER_CHECK(problem_respond(registry, problem, request, NULL, 0, &response) == needed);
    for (size_t size = 0; size <= needed + 1; size++) {
        memset(tight, GUARD_BYTE, size + 2 * GUARD);
        ANSWER_CHECK(problem_respond(registry, problem, request, tight + GUARD, size, &response) ==
                     needed);
        ANSWER_CHECK(is_guard(tight, GUARD) && is_guard(tight + GUARD + size, GUARD));
        if (size < needed)
            check_without_room(&response, full.status);
        else
            check_same(&response, &full);
    }
    free(tight);
    free(roomy);
    return needed;
}
