#include "two_layers_record.h"

#include "answer.h"
#include "strict_json.h"
#include "two_layers_text.h"

#include <stdio.h>
#include <string.h>

enum {
    CAUSE_MAX = PROBLEM_CAUSES_SIZE - 1,
    MARK = 3,            /* bytes of the mark behind what was cut */
    MISFIT_SHOWN = 64,   /* of a value that did not fit */
    MISFIT_ROOM = 512,   /* of the causes, for such values */
    REFUSED_SHOWN = 128, /* of what came with a request */
    PATH_SHOWN = 1024,
    METHOD_SHOWN = 32,
    SOURCE_CODE_MAX = 23
};

/* ---------------------------------------------------------------- fields */

static const cJSON *value(const cJSON *record, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(record, key);
}

static const char *string(const cJSON *record, const char *key)
{
    const cJSON *item = value(record, key);
    if (!cJSON_IsString(item))
        answer_wrong("the record has no text %s", key);
    return item->valuestring;
}

static void check_number(const cJSON *record, const char *key, double expected)
{
    const cJSON *item = value(record, key);
    if (!cJSON_IsNumber(item) || item->valuedouble != expected)
        answer_wrong("%s is not %.0f", key, expected);
}

/* `limit` and `cut`: as text_is_shown takes them. */
static void check_shown(const char *logged, const char *what, const char *text, size_t length,
                        size_t limit, size_t cut)
{
    if (!text_is_shown(logged, text, length, limit, cut))
        answer_wrong("%s is not what was given: %s", what, logged);
}

static void check_field(const cJSON *record, const char *key, const char *text, size_t limit)
{
    check_shown(string(record, key), key, text, strlen(text), limit, limit);
}

/* The nth cause is these texts, one after the other, as far as there is room. */
static void check_cause(const cJSON *record, int nth, const char *before, const char *text,
                        const char *after)
{
    static char whole[1 << 14];
    const cJSON *cause = cJSON_GetArrayItem(value(record, "problem.causes"), nth);
    int length = snprintf(whole, sizeof whole, "%s%s%s", before, text, after);
    ANSWER_CHECK(length >= 0 && (size_t)length < sizeof whole);
    ANSWER_CHECK(cJSON_IsString(cause));
    check_shown(cause->valuestring, "a cause", whole, (size_t)length, CAUSE_MAX, CAUSE_MAX - MARK);
}

/* ---------------------------------------------------------------- causes */

static void check_because(const struct feeding *feeding, const cJSON *record)
{
    check_cause(record, 0, "", feeding->text, "");
}

static void check_errno(const struct feeding *feeding, const cJSON *record)
{
    check_cause(record, 0, "", feeding->text, ": ENOSPC (No space left on device)");
    ANSWER_CHECK(strcmp(string(record, "problem.errno.name"), "ENOSPC") == 0);
}

static void check_code(const struct feeding *feeding, const cJSON *record)
{
    check_cause(record, 0, FEED_SOURCE " 2067: ", feeding->text, "");
    ANSWER_CHECK(strcmp(string(record, "problem.source.name"), FEED_SOURCE) == 0);
    ANSWER_CHECK(strcmp(string(record, "problem.source.code"), "2067") == 0);
}

/* The code as it is kept: at most this many bytes, the mark included. */
static void cut_code(char code[SOURCE_CODE_MAX + 1], const char *text)
{
    int end = SOURCE_CODE_MAX - MARK;
    if (strlen(text) <= SOURCE_CODE_MAX) {
        snprintf(code, SOURCE_CODE_MAX + 1, "%s", text);
        return;
    }
    for (int back = 0; back < 3 && ((unsigned char)text[end] & 0xc0) == 0x80; back++)
        end--;
    snprintf(code, SOURCE_CODE_MAX + 1, "%.*s\xe2\x80\xa6", end, text);
}

static void check_state(const struct feeding *feeding, const cJSON *record)
{
    static char before[1 << 13];
    char code[SOURCE_CODE_MAX + 1];
    cut_code(code, feeding->text);
    snprintf(before, sizeof before, "%s %s: ", feeding->text, code);
    check_cause(record, 0, before, feeding->text, "");
    check_field(record, "problem.source.name", feeding->text, feeding->length);
    check_field(record, "problem.source.code", code, sizeof code);
}

/* ---------------------------------------------------------------- the request */

static void check_request(const struct feeding *feeding, const cJSON *record)
{
    static char path[1 << 13];
    const char *text = feeding->text;
    const char *begin = text_target_path(text);
    snprintf(path, sizeof path, "%.*s", (int)strcspn(begin, "?#"), begin);
    check_field(record, "url.path", path, PATH_SHOWN);
    ANSWER_CHECK(strcmp(string(record, "http.request.method"), "_OTHER") == 0);
    check_field(record, "http.request.method_original", text, METHOD_SHOWN);
    check_field(record, "problem.request.traceparent_refused", text, REFUSED_SHOWN);
    const char *id =
        value(record, "problem.request.id") ? "problem.request.id" : "problem.request.id_refused";
    check_field(record, id, text, REFUSED_SHOWN);
    const cJSON *languages = value(record, "http.request.header.accept-language");
    ANSWER_CHECK(cJSON_GetArraySize(languages) == 1);
    check_shown(cJSON_GetArrayItem(languages, 0)->valuestring, "accept-language", text,
                strlen(text), REFUSED_SHOWN, REFUSED_SHOWN);
}

/* ---------------------------------------------------------------- members */

static bool has_item(const cJSON *array, const char *text)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, array)
    {
        if (strcmp(item->valuestring, text) == 0)
            return true;
    }
    return false;
}

/* The value that did not fit stands among the causes, unless these need their room. */
static void check_misfit(const struct feeding *feeding, const cJSON *record, const char *name)
{
    char before[128];
    size_t used = 0, length = (size_t)snprintf(before, sizeof before, "%s does not fit: ", name);
    const cJSON *cause;
    cJSON_ArrayForEach(cause, value(record, "problem.causes"))
    {
        used += strlen(cause->valuestring) + 1;
        if (strncmp(cause->valuestring, before, length) == 0) {
            check_shown(cause->valuestring + length, name, feeding->text, feeding->length,
                        MISFIT_SHOWN, MISFIT_SHOWN);
            return;
        }
    }
    if (used <= MISFIT_ROOM)
        answer_wrong("the value of %s is lost", name);
}

static void check_member(const struct feeding *feeding, const cJSON *record,
                         const struct string_member *member)
{
    char key[128];
    snprintf(key, sizeof key, "problem.member.%s", member->name);
    const cJSON *logged = value(record, key);
    if (logged == NULL) {
        ANSWER_CHECK(has_item(value(record, "problem.misfits"), member->name));
        if (!member->list)
            check_misfit(feeding, record, member->name);
        return;
    }
    ANSWER_CHECK(!has_item(value(record, "problem.misfits"), member->name));
    ANSWER_CHECK(string_may_fit(member, feeding->text, feeding->length));
    if (member->list)
        logged = cJSON_GetArrayItem(logged, 0);
    check_shown(logged->valuestring, member->name, feeding->text, feeding->length, feeding->length,
                0);
}

/* `value` says which were fed. */
static void check_members(const struct feeding *feeding, const cJSON *record)
{
    for (size_t i = 0; i < feeding->members.count; i++)
        if (feeding->members.items[i].value != NULL)
            check_member(feeding, record, &feeding->members.items[i]);
}

static void check_earlier(const struct feeding *feeding, const cJSON *record)
{
    const cJSON *earlier = value(record, "problem.earlier");
    ANSWER_CHECK(cJSON_GetArraySize(earlier) == 1);
    earlier = cJSON_GetArrayItem(earlier, 0);
    ANSWER_CHECK(strcmp(string(earlier, "error.type"), feeding->the_case->problem->code) == 0);
    ANSWER_CHECK(strncmp(string(earlier, "code.function.name"), "raise_", 6) == 0);
    ANSWER_CHECK(string(earlier, "code.file.path")[0] != '\0');
    ANSWER_CHECK(value(earlier, "code.line.number")->valuedouble > 0);
}

/* ---------------------------------------------------------------- the whole */

static void check_feeds(const struct feeding *feeding, unsigned feeds, const cJSON *record)
{
    switch (feeds) {
    case FEED_ERRNO:
        check_errno(feeding, record);
        return;
    case FEED_CODE:
        check_code(feeding, record);
        return;
    case FEED_STATE:
        check_state(feeding, record);
        return;
    case FEED_MEMBERS:
    case FEED_REFUSED:
        check_members(feeding, record);
        return;
    case FEED_REQUEST:
        check_request(feeding, record);
        return;
    case FEED_EARLIER:
        check_earlier(feeding, record);
        return;
    case FEED_TEXTS:
        return;
    default:
        check_because(feeding, record);
    }
}

static void check_outcome(const struct feeding *feeding, const cJSON *record)
{
    struct problem problem = feeding->problem;
    char id[PROBLEM_OCCURRENCE_SIZE];
    problem_occurrence(&problem, id);
    ANSWER_CHECK(strcmp(string(record, "problem.occurrence"), id) == 0);
    ANSWER_CHECK(strcmp(string(record, "error.type"), feeding->the_case->problem->code) == 0);
    check_number(record, "http.response.status_code", problem_status(&problem));
}

void record_check(struct feeding *feeding, unsigned feeds)
{
    static char line[PROBLEM_RECORD_SIZE];
    size_t error, length = problem_record(every_linked()->registry, &feeding->problem,
                                          &feeding->request, line, sizeof line);
    ANSWER_CHECK(length > 0 && length <= sizeof line);
    if (!text_is_record_line(line, length) || !strict_json(line, length - 1, &error))
        answer_wrong("the record is no line of JSON: %.*s", (int)length, line);
    const char *end;
    cJSON *record = cJSON_ParseWithLengthOpts(line, length - 1, &end, false);
    ANSWER_CHECK(record != NULL && end == line + length - 1);
    check_outcome(feeding, record);
    check_feeds(feeding, feeds, record);
    cJSON_Delete(record);
}
