/*
 * What the answer is labelled as, and whether its body is that.
 */
#include "verify/answer.h"

static struct text label_of(struct text value)
{
    size_t end = 0;
    while (end < value.length && value.bytes[end] != ';')
        end++;
    while (end && (value.bytes[end - 1] == ' ' || value.bytes[end - 1] == '\t'))
        end--;
    return text_slice(value, 0, end);
}

static bool ends_in_json(struct text label)
{
    struct text last = text_slice(label, label.length < 5 ? 0 : label.length - 5, 5);
    return text_equal_ignoring_case(label, TEXT("application/json")) ||
           text_equal_ignoring_case(last, TEXT("+json"));
}

/* The first Content-Type; `bytes` NULL: there is none. */
static struct text one_content_type(struct answer *answer)
{
    size_t at = 0;
    const struct http_field *first = http_find(answer->message, TEXT("Content-Type"), &at);
    const struct http_field *second = http_find(answer->message, TEXT("Content-Type"), &at);
    if (second)
        answer_report(answer, "content-type-count", second->name,
                      "a second Content-Type: which one counts differs from client to client");
    return first ? first->value : (struct text){NULL, 0};
}

static void check_label(struct answer *answer, struct text value)
{
    struct text label = label_of(value);
    if (value.bytes == NULL) {
        answer_report(answer, "media-type", value,
                      "there is no Content-Type: a problem is application/problem+json");
    } else if (text_equal_ignoring_case(label, TEXT("application/json"))) {
        struct diagnostic *finding =
            answer_report(answer, "media-type-json", value,
                          "an error labelled application/json is no problem to most clients");
        answer_help(finding, "fine where the request's Accept refuses application/problem+json "
                             "(q=0)");
    } else if (!text_equal_ignoring_case(label, TEXT("application/problem+json"))) {
        answer_report(answer, "media-type", value,
                      "an error is application/problem+json, and this is %.*s%s", SHOWN(label));
    } else if (label.length < value.length) {
        answer_report(answer, "media-type-parameter", text_slice(value, label.length, value.length),
                      "application/problem+json has no parameters: JSON is UTF-8");
    }
}

/* The body of an error that is no JSON object. */
static void check_broken(struct answer *answer, bool labelled)
{
    struct text bytes = answer->message->body;
    const char *fault;
    struct body body;
    bool is_json = body_read(&answer->verifier->room, bytes, &body, &fault);
    if (is_json) {
        answer_report(answer, "json-syntax", text_slice(bytes, 0, 1),
                      "a problem is a JSON object, and this is another value");
        return;
    }
    size_t at = (size_t)(fault - bytes.bytes);
    bool begins = bytes.bytes[0] == '{' || bytes.bytes[0] == '[';
    if (!begins && (foreign_find(bytes) || !labelled))
        verify_foreign(answer);
    else if (at == bytes.length)
        answer_report(answer, "json-syntax", text_slice(bytes, at - 1, 1),
                      "the body ends in the middle of its JSON");
    else
        answer_report(answer, "json-syntax", text_slice(bytes, at, 1),
                      "the body is no JSON from here on");
}

static bool has_fault(const struct answer *answer, const char *id)
{
    for (size_t i = 0; i < answer->message->fault_count; i++)
        if (text_is(text_of(answer->message->faults[i].id), id))
            return true;
    return false;
}

void verify_media_type(struct answer *answer)
{
    struct text value = one_content_type(answer);
    check_label(answer, value);
    if (answer->body.root || answer->verifier->request->head || has_fault(answer, "body-encoding"))
        return;
    if (answer->message->body.length == 0 && has_fault(answer, "body-length"))
        return; /* that is what is missing */
    if (answer->message->body.length == 0)
        answer_help(answer_report(answer, "body-missing", answer->message->line,
                                  "an error without a body tells nobody what to do"),
                    "where the request was HEAD, say --head");
    else
        check_broken(answer, ends_in_json(label_of(value)));
}
