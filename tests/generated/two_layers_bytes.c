/*
 * Bytes that want to be more than bytes: in texts that callers see they stay inside their JSON
 * string, in all that only the log sees they stay inside theirs, and in a header they never are.
 *
 *     two_layers_bytes VIEW
 */
#include "answer.h"
#include "two_layers_feed.h"
#include "two_layers_record.h"
#include "two_layers_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TEN(text)     text text text text text text text text text text
#define HUNDRED(text) TEN(TEN(text))

static const char *const texts[] = {
    "",
    /* the ends of lines and heads */
    "a\r\nX-Injected: yes\r\n\r\n<html>",
    "\n",
    "\r",
    "a\tb",
    "\x01\x02\x1f\x7f",
    "\x1b[2J\x1b]0;title\x07",
    "\xc2\x85 next line",
    "\xc2\x9b"
    "31m",
    "\xe2\x80\xa8 and \xe2\x80\xa9",
    "\xe2\x80\xae txt.exe \xe2\x81\xa6 \xd8\x9c \xe2\x80\x8f",
    "\xef\xbb\xbf mark",
    /* JSON */
    "\",\"status\":200,\"x\":\"",
    "\\",
    "\\\"",
    "\\u0022 \\ud83d \\",
    "}]},{[",
    "null",
    "/ \\/ //",
    /* what reads it afterwards */
    "</script><script>alert(1)</script><!--",
    "&quot;&#x22;' onload='x",
    "'; DROP TABLE accounts; --",
    "$(id) `id` ${jndi:ldap://x} ; rm -rf",
    "%s%n%d%1$s%999999d",
    "{balance} {{x}} {detail} {",
    /* no UTF-8 */
    "\xff\xfe",
    "\x80",
    "caf\xe9",
    "cut \xc3",
    "cut \xe2\x82",
    "cut \xf0\x9f\x94",
    "\xe2\x82\"",
    "\xc0\x80 \xc1\xbf \xe0\x80\x80 \xf0\x80\x80\x80",
    "\xed\xa0\x80\xed\xb0\x80",
    "\xf4\x90\x80\x80 \xf5\x80\x80\x80 \xf8\x88\x80\x80\x80",
    /* UTF-8 */
    "\xc3\xa9 \xe4\xb8\xad \xf0\x9f\x94\xa5 \xf4\x8f\xbf\xbf \xee\x80\x80 \xef\xbf\xbf",
    /* lengths */
    TEN("\"") "\"\"\"\"",
    TEN("\xe2\x80\xa8") TEN("\xe2\x80\xa8") TEN("\xe2\x80\xa8") TEN("\xe2\x80\xa8"),
    HUNDRED("x") TEN("x") TEN("x"),
    HUNDRED("x") TEN("x") TEN("x") "x",
    TEN("\xff") TEN("\xff") TEN("\xff") TEN("\xff"),
    HUNDRED("\xff"),
    HUNDRED("x") TEN("\xc3\xa9") TEN("\xc3\xa9"),
    HUNDRED("\x80") HUNDRED("\x80") TEN(HUNDRED("\x80")),
    TEN(HUNDRED("\xf0\x9f\x94\xa5")),
    "a" TEN(HUNDRED("\xf0\x9f\x94\xa5")),
    "ab" TEN(HUNDRED("\xf0\x9f\x94\xa5")),
    "abc" TEN(HUNDRED("\xf0\x9f\x94\xa5")),
    TEN(HUNDRED("\x1b")) HUNDRED("\x1b"),
};

enum { TEXTS = sizeof texts / sizeof *texts };

struct totals {
    const cJSON *view;
    size_t cases, responses, shown, records;
};

/* The response to a case without any of them. */
struct clean {
    struct wire wire;
    cJSON *body;
};

/* ---------------------------------------------------------------- what is sent */

static cJSON *body_of(const struct wire *wire)
{
    const char *body = strstr(wire->bytes, "\r\n\r\n");
    size_t length = body ? wire->length - (size_t)(body + 4 - wire->bytes) : 0;
    const char *end;
    cJSON *parsed = body ? cJSON_ParseWithLengthOpts(body + 4, length, &end, false) : NULL;
    ANSWER_CHECK(cJSON_IsObject(parsed) && end == wire->bytes + wire->length);
    return parsed;
}

/* The head but for its Content-Length. */
static void check_same_head(const struct wire *wire, const struct wire *expected)
{
    const char *line = wire->bytes, *other = expected->bytes;
    while (strncmp(line, "\r\n", 2) != 0) {
        size_t length = strcspn(line, "\n") + 1;
        if (strncmp(line, "Content-Length: ", 16) != 0)
            ANSWER_CHECK(strncmp(line, other, length) == 0);
        line += length;
        other += strcspn(other, "\n") + 1;
    }
    ANSWER_CHECK(strncmp(other, "\r\n", 2) == 0);
}

/* Text members that callers see; NULL: `name` is none. */
static const struct string_member *text_member(const struct feeding *feeding, const char *name)
{
    for (size_t i = 0; i < feeding->members.count; i++) {
        const struct string_member *member = &feeding->members.items[i];
        if (strcmp(member->name, name) == 0 && member->audience == PROBLEM_PUBLIC &&
            strcmp(member->type, "text") == 0)
            return member;
    }
    return NULL;
}

/* The text is there as it is to be shown, or where it does not fit nothing is. */
static void check_text(struct totals *totals, const struct feeding *feeding, const cJSON *sent,
                       const struct string_member *member)
{
    bool fits = text_may_be_sent(feeding->text, feeding->length, member->max);
    ANSWER_CHECK(fits == (sent != NULL));
    if (!fits)
        return;
    sent = member->list ? cJSON_GetArrayItem(sent, 0) : sent;
    ANSWER_CHECK(text_is_shown(sent->valuestring, feeding->text, feeding->length, feeding->length,
                               feeding->length));
    totals->shown++;
}

/* A text that may have the hostile one in it, or may be left out because of it. */
static void check_sentence(const struct feeding *feeding, const cJSON *sent, const cJSON *clean)
{
    char *shown = malloc(3 * feeding->length + 1);
    ANSWER_CHECK(shown != NULL);
    text_shown(shown, feeding->text, feeding->length);
    ANSWER_CHECK(sent == NULL || cJSON_Compare(sent, clean, true) ||
                 strstr(sent->valuestring, shown) != NULL);
    free(shown);
}

static void check_field_errors(const struct feeding *feeding, const cJSON *sent, const cJSON *clean)
{
    ANSWER_CHECK(cJSON_GetArraySize(sent) == cJSON_GetArraySize(clean));
    const cJSON *item, *member;
    int nth = 0;
    cJSON_ArrayForEach(item, clean)
    {
        const cJSON *other = cJSON_GetArrayItem(sent, nth++);
        ANSWER_CHECK(cJSON_GetArraySize(other) <= cJSON_GetArraySize(item));
        cJSON_ArrayForEach(member, item)
        {
            check_sentence(feeding, cJSON_GetObjectItemCaseSensitive(other, member->string),
                           member);
        }
    }
}

/* Whether callers see this member's text: the problem behind another has no say. */
static bool is_sent(const struct feeding *feeding, const struct string_member *member)
{
    return member->shared || problem_sent(&feeding->problem) == problem_raised(&feeding->problem);
}

static void check_body(struct totals *totals, const struct feeding *feeding, const cJSON *body,
                       const cJSON *clean)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, clean)
    {
        const cJSON *sent = cJSON_GetObjectItemCaseSensitive(body, item->string);
        const struct string_member *member = text_member(feeding, item->string);
        if (member != NULL && is_sent(feeding, member))
            check_text(totals, feeding, sent, member);
        else if (strcmp(item->string, "detail") == 0)
            check_sentence(feeding, sent, item);
        else if (cJSON_IsArray(item) && cJSON_IsObject(item->child))
            check_field_errors(feeding, sent, item);
        else
            ANSWER_CHECK(cJSON_Compare(sent, item, true));
    }
    cJSON_ArrayForEach(item, body)
    {
        ANSWER_CHECK(cJSON_GetObjectItemCaseSensitive(clean, item->string) != NULL ||
                     text_member(feeding, item->string) != NULL);
    }
}

/* ---------------------------------------------------------------- all of them */

static void try_texts(struct totals *totals, struct feeding *feeding, const struct clean *clean,
                      const char *text)
{
    static struct wire wire;
    static char buffer[1 << 16];
    struct problem_response response;
    feed_raise(feeding, FEED_TEXTS, false, text, text);
    feed_respond(feeding, every_linked()->registry, &wire);
    problem_respond(every_linked()->registry, &feeding->problem, &feeding->request, buffer,
                    sizeof buffer, &response);
    cJSON_Delete(answer_check(&response));
    check_same_head(&wire, &clean->wire);
    cJSON *body = body_of(&wire);
    check_body(totals, feeding, body, clean->body);
    cJSON_Delete(body);
    record_check(feeding, FEED_TEXTS);
    totals->responses++;
}

static void try_log(struct totals *totals, struct feeding *feeding, const struct clean *clean,
                    const char *text)
{
    static struct wire wire;
    for (unsigned feeds = 1; feeds < FEED_REFUSED; feeds *= 2) {
        feed_raise(feeding, feeds, false, text, text);
        feed_respond(feeding, every_linked()->registry, &wire);
        wire_check_same(&wire, &clean->wire, "what only the log may see");
        record_check(feeding, feeds);
        totals->records++;
    }
}

static void try_case(const struct every_case *the_case, void *context)
{
    static struct feeding feeding;
    static struct clean clean;
    struct totals *totals = context;
    if (the_case->violation_count > FEED_VIOLATIONS_MAX || strstr(the_case->name, "widest"))
        return;
    feed_begin(&feeding, totals->view, the_case);
    feed_raise(&feeding, 0, false, "", "");
    feed_respond(&feeding, every_linked()->registry, &clean.wire);
    clean.body = body_of(&clean.wire);
    for (size_t i = 0; i < TEXTS; i++) {
        answer_about("%s, %s, text %zu", the_case->problem->code, the_case->name, i);
        size_t size = strlen(texts[i]) + 1;
        char *text = malloc(size);
        ANSWER_CHECK(text != NULL);
        memcpy(text, texts[i], size);
        try_texts(totals, &feeding, &clean, text);
        try_log(totals, &feeding, &clean, text);
        free(text);
    }
    cJSON_Delete(clean.body);
    totals->cases++;
}

int main(int argc, char **argv)
{
    struct totals totals = {0};
    const char *text;
    if (argc != 2)
        return 2;
    answer_about("%s", argv[1]);
    cJSON *view = view_read(argv[1], &text);
    totals.view = view;
    cases_each(argv[1], try_case, &totals);
    printf("%d texts, %zu cases, %zu responses, %zu texts shown, %zu records\n", TEXTS,
           totals.cases, totals.responses, totals.shown, totals.records);
    cJSON_Delete(view);
    return totals.cases == 0;
}
