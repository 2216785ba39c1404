#include "record.h"

#include <assert.h>

#include "clock.h"
#include "program.h"
#include "record_usual.h"

/* Of a record that fields were left out of. There is room for it behind theirs, which they may
 * write over. */
#define TAIL ",\"problem.record.cut\":true}\n"
enum { FIELDS_ROOM = PROBLEM_RECORD_SIZE - (int)sizeof TAIL };
static_assert(sizeof TAIL >= FIELD_SLACK, "fields write over no more than that");

/* ------------------------------------------------------------------ severity */

/* OpenTelemetry's logs data model, SeverityNumber: the first of each range. All of the text is the
 * same for a severity, up to the id. */
#define SEVERITY_TEXT(name, number)                                                                \
    "\",\"severity_text\":\"" name "\",\"severity_number\":" number                                \
    ",\"event_name\":\"problem\",\"problem.occurrence\":\""
#define SEVERITY(name, number)                                                                     \
    {                                                                                              \
        SEVERITY_TEXT(name, number), sizeof SEVERITY_TEXT(name, number) - 1                        \
    }
static const struct severity {
    char text[95];
    unsigned char length;
} severities[] = {
    SEVERITY("DEBUG", "5"),
    SEVERITY("INFO", "9"),
    SEVERITY("WARN", "13"),
    SEVERITY("ERROR", "17"),
};

/* ------------------------------------------------------------------ the problem, and what was sent
 */

/* Whose record it is: the problem that was raised, or else the one that was sent. */
struct subject {
    const unsigned char *image, *record;
    bool raised;
};

static struct subject subject_of(const struct answered *answered)
{
    const struct problem *problem = answered->problem;
    struct subject subject = {image_of(answered->registry), answered->sent->record, false};
    if (problem == NULL || problem->raised == 0)
        return subject;
    subject.raised = true;
    if (!sent_is_own(answered)) {
        subject.image = image_of(problem->registry);
        subject.record = problem_record_of(problem);
    }
    return subject;
}

enum { HEAD_MAX = 512 }; /* without the two names, of which each is far shorter than a record */

/* 400 to 599. */
INLINE char *put_status(char *to, unsigned status)
{
    bool server = status >= 500;
    *to = server ? '5' : '4';
    return put_pair(to + 1, status - (server ? 500 : 400));
}

/* What follows the time. Most of it is constant. */
INLINE void add_head(struct fields *fields, const struct answered *answered,
                     const struct subject *subject, const unsigned char *profile)
{
    const struct severity *severity = &severities[profile[PROBLEM_PROFILE_LOG]];
    struct image_text code = record_code(subject->record);
    struct image_text registry = image_text(subject->image, subject->image + PROBLEM_HEAD_NAME);
    if (!field_fits(fields, code.length + registry.length + HEAD_MAX))
        return;
    size_t length = severity->length;
    char *to = fields->to;
    memcpy(to, severity->text, sizeof severity->text);
    to = put_bytes(to + length, answered->occurrence, ID_LENGTH);
    to = put_literal(to, "\",\"error.type\":\"");
    to = put_image_text(to, code.bytes, code.length);
    to = put_literal(to, "\",\"problem.registry\":\"");
    to = put_image_text(to, registry.bytes, registry.length);
    to = put_literal(to, "\",\"http.response.status_code\":");
    fields->to = put_status(to, image_u16(answered->sent->profile + PROBLEM_PROFILE_STATUS));
}

OUTLINE struct fields add_sent(struct fields fields, const struct answered *answered,
                               const struct subject *subject)
{
    const unsigned char *sent = answered->sent->record, *image = image_of(answered->registry);
    field_number(
        &fields, FIELD("problem.status"),
        image_u16(record_profile(subject->image, subject->record) + PROBLEM_PROFILE_STATUS));
    record_image(&fields, TEXT_FIELD("problem.sent.code"), record_code(sent));
    record_image(&fields, TEXT_FIELD("problem.sent.registry"),
                 image_text(image, image + PROBLEM_HEAD_NAME));
    return fields;
}

INLINE void add_unraised(struct fields *fields)
{
    static const char unraised[] = ",\"problem.unraised\":true";
    if (field_fits(fields, sizeof unraised - 1))
        fields->to = put_bytes(fields->to, unraised, sizeof unraised - 1);
}

INLINE void add_request(struct fields *fields, const struct problem_request *request)
{
    char *end;
    if (request->method != NULL) {
        end = put_method(fields->to, fields->end, request->method);
        if (end != NULL)
            fields->to = end;
        else
            *fields = problem_record_method(*fields, request->method);
    }
    if (request->path != NULL) {
        end = put_path(fields->to, fields->end, request->path);
        if (end != NULL)
            fields->to = end;
        else
            *fields = problem_record_path(*fields, request->path);
    }
    if (request->traceparent != NULL || request->request_id != NULL ||
        request->accept_language != NULL)
        *fields = problem_record_context(*fields, request);
}

INLINE void add_why_and_where(struct fields *fields, const struct problem *problem)
{
    if (problem->causes_used > 0 || problem->causes_omitted > 0 || problem->source != NULL ||
        problem->error_number != 0)
        *fields = problem_record_why(*fields, problem);
    if (problem->raised != 0) {
        char *end = put_place(fields->to, fields->end, problem);
        if (end != NULL)
            fields->to = end;
        else
            *fields = problem_record_place(*fields, problem);
    }
    if (problem->earlier_count > 0)
        *fields = problem_record_earlier(*fields, problem);
}

static bool has_operator_notes(const unsigned char *profile)
{
    return image_u32(profile + PROBLEM_PROFILE_OWNER) != 0 ||
           image_u32(profile + PROBLEM_PROFILE_RUNBOOK) != 0;
}

OUTLINE struct fields add_operator_notes(struct fields fields, const unsigned char *image,
                                         const unsigned char *profile)
{
    struct image_text owner = image_text(image, profile + PROBLEM_PROFILE_OWNER);
    struct image_text runbook = image_text(image, profile + PROBLEM_PROFILE_RUNBOOK);
    if (image_u32(profile + PROBLEM_PROFILE_OWNER) != 0)
        field_bytes(&fields, TEXT_FIELD("problem.owner"), owner.bytes, owner.length);
    if (image_u32(profile + PROBLEM_PROFILE_RUNBOOK) != 0)
        field_bytes(&fields, TEXT_FIELD("problem.runbook"), runbook.bytes, runbook.length);
    return fields;
}

/* ------------------------------------------------------------------ the whole */

size_t problem_write_record(const struct answered *answered, char *buffer)
{
    struct fields fields = {buffer, buffer + FIELDS_ROOM, false};
    fields.to = problem_now_text(put_literal(buffer, "{\"timestamp\":\""));
    struct subject subject = subject_of(answered);
    const unsigned char *profile = record_profile(subject.image, subject.record);
    add_head(&fields, answered, &subject, profile);
    if (subject.record != answered->sent->record)
        fields = add_sent(fields, answered, &subject);
    if (!subject.raised)
        add_unraised(&fields);
    if (answered->request != NULL)
        add_request(&fields, answered->request);
    if (answered->problem != NULL) {
        add_why_and_where(&fields, answered->problem);
        if (sent_is_own(answered))
            add_all_members(&fields, answered->problem, &answered->sent->scope);
        else if (answered->problem->registry != NULL)
            fields = problem_record_hidden(fields, answered->problem);
        if (answered->problem->violation_count > 0 || answered->problem->violations_omitted > 0)
            fields = problem_record_violations(fields, answered->problem);
    }
    if (has_operator_notes(profile))
        fields = add_operator_notes(fields, subject.image, profile);
    char *to = fields.cut ? put_literal(fields.to, TAIL) : put_literal(fields.to, "}\n");
    return (size_t)(to - buffer);
}
