/*
 * Nothing of the inner layer reaches a response, and nothing of it is missing from the log. Every
 * problem of a registry is given what databases, languages and tools really said, whole and line by
 * line: as cause, foreign error, member for the log, everything that a request brings, in an
 * earlier raise, and in members whose shape refuses it. The response must not change in a byte, and
 * must hold no token of it; the record must hold it.
 *
 *     two_layers VIEW CORPORA
 */
#include "answer.h"
#include "two_layers_feed.h"
#include "two_layers_record.h"
#include "two_layers_samples.h"

#include <stdio.h>
#include <string.h>

/* What no shape takes. */
#define UNFIT "\x01"

/* What every head says. */
static const char head_text[] = "HTTP/1.1 Content-Type Content-Length Cache-Control: no-store "
                                "application/problem+json application/json";

struct proof {
    const cJSON *view;
    struct samples samples;
    size_t cases, responses, searched, refused, records;
};

/* The response of a case without any of it, to GET and to HEAD; and the registry's detail, NULL
 * where there is none or another problem's is sent. */
struct expected {
    struct wire clean[2];
    const char *detail;
};

static bool wire_has(const struct wire *wire, const struct token *token)
{
    const char *at = wire->bytes, *end = wire->bytes + wire->length;
    while ((size_t)(end - at) >= token->length) {
        at = memchr(at, token->bytes[0], (size_t)(end - at) - token->length + 1);
        if (at == NULL)
            return false;
        if (memcmp(at, token->bytes, token->length) == 0)
            return true;
        at++;
    }
    return false;
}

static void check_tokens(struct proof *proof, const struct wire *wire, const struct sample *sample)
{
    for (size_t i = 0; i < sample->token_count; i++)
        if (wire_has(wire, &sample->tokens[i]))
            answer_wrong("\"%.*s\" got out:\n%s", (int)sample->tokens[i].length,
                         sample->tokens[i].bytes, wire->bytes);
    proof->searched++;
}

static bool names(const char *detail, const char *member)
{
    char placeholder[80];
    snprintf(placeholder, sizeof placeholder, "{%s}", member);
    return detail != NULL && strstr(detail, placeholder) != NULL;
}

/* Members that refused the sample are not in the body, nor is a detail that names them. */
static void check_refused(struct proof *proof, const struct feeding *feeding,
                          const struct expected *expected, const struct wire *wire)
{
    cJSON *body = cJSON_Parse(strstr(wire->bytes, "\r\n\r\n") + 4);
    ANSWER_CHECK(cJSON_IsObject(body));
    for (size_t i = 0; i < feeding->members.count; i++) {
        const struct string_member *member = &feeding->members.items[i];
        if (member->value == NULL || member->audience == PROBLEM_LOG_ONLY)
            continue;
        ANSWER_CHECK(!cJSON_HasObjectItem(body, member->name));
        ANSWER_CHECK(
            !(names(expected->detail, member->name) && cJSON_HasObjectItem(body, "detail")));
        proof->refused++;
    }
    cJSON_Delete(body);
}

/* What is sent where the members that refuse this sample have another value that they refuse. */
static const struct wire *without_refused(struct feeding *feeding, bool head, const char *text)
{
    static struct wire wire;
    feed_raise(feeding, FEED_REFUSED, head, text, UNFIT);
    feed_respond(feeding, every_linked()->registry, &wire);
    return &wire;
}

static void feed(struct proof *proof, struct feeding *feeding, const struct expected *expected,
                 const struct sample *sample, unsigned feeds, bool logs)
{
    static struct wire wire;
    for (int head = 0; head < 2; head++) {
        const struct wire *same = feeds & FEED_REFUSED
                                      ? without_refused(feeding, head, sample->text)
                                      : &expected->clean[head];
        feed_raise(feeding, feeds, head, sample->text, sample->text);
        feed_respond(feeding, every_linked()->registry, &wire);
        wire_check_same(&wire, same, sample->name);
        proof->responses++;
        if (head)
            continue;
        check_tokens(proof, &wire, sample);
        if (feeds == FEED_REFUSED)
            check_refused(proof, feeding, expected, &wire);
        if (logs) {
            record_check(feeding, feeds);
            proof->records++;
        }
    }
}

/* Records are read of every whole sample with every case, of each line with every fourth. */
static void feed_all(struct proof *proof, struct feeding *feeding, const struct expected *expected)
{
    for (size_t i = 0; i < proof->samples.count; i++) {
        const struct sample *sample = &proof->samples.items[i];
        bool logs = sample->whole || (i + proof->cases) % 4 == 0;
        for (unsigned feeds = 1; feeds <= FEED_LAST; feeds *= 2)
            feed(proof, feeding, expected, sample, feeds, logs);
        feed(proof, feeding, expected, sample, FEED_EVERYTHING, logs);
    }
}

static const char *detail_of(const cJSON *view, const struct every_problem *problem)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(view, "problems"))
    {
        const cJSON *concealed = cJSON_GetObjectItemCaseSensitive(item, "concealed_as");
        if (strcmp(cJSON_GetObjectItemCaseSensitive(item, "code")->valuestring, problem->code) == 0)
            return cJSON_IsNull(concealed)
                       ? cJSON_GetObjectItemCaseSensitive(item, "detail")->valuestring
                       : NULL;
    }
    answer_wrong("the view has no %s", problem->code);
}

/* The other cases differ in nothing that matters here. */
static bool is_wanted(const struct every_case *the_case)
{
    const char *name = the_case->name;
    return strcmp(name, "examples") == 0 || strcmp(name, "five violations") == 0 ||
           (strcmp(name, "required") == 0 && the_case->left_out.count > 0);
}

static void try_case(const struct every_case *the_case, void *context)
{
    static struct feeding feeding;
    static struct expected expected;
    struct proof *proof = context;
    if (!is_wanted(the_case))
        return;
    answer_about("%s, %s", the_case->problem->code, the_case->name);
    feed_begin(&feeding, proof->view, the_case);
    expected.detail = detail_of(proof->view, the_case->problem);
    for (int head = 0; head < 2; head++) {
        feed_raise(&feeding, 0, head, "", "");
        ANSWER_CHECK(feeding.problem.misfit == 0);
        feed_respond(&feeding, every_linked()->registry, &expected.clean[head]);
    }
    feed_all(proof, &feeding, &expected);
    proof->cases++;
}

int main(int argc, char **argv)
{
    static struct proof proof;
    static char known[(1 << 20) + sizeof head_text];
    const char *view_text;
    if (argc != 3)
        return 2;
    answer_about("%s", argv[1]);
    cJSON *view = view_read(argv[1], &view_text);
    snprintf(known, sizeof known, "%s%s", head_text, view_text);
    proof.view = view;
    proof.samples = samples_read(argv[2], known);
    cases_each(argv[1], try_case, &proof);
    printf(
        "%zu samples (%zu whole) with %zu tokens, but for %zu that are the registry's own words\n",
        proof.samples.count, proof.samples.whole_count, proof.samples.token_count,
        proof.samples.known_tokens);
    printf("%zu cases, %zu responses compared, %zu searched for tokens, %zu values refused, "
           "%zu records read\n",
           proof.cases, proof.responses, proof.searched, proof.refused, proof.records);
    cJSON_Delete(view);
    return proof.cases == 0 || proof.samples.token_count == 0;
}
