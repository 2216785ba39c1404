#include "record.h"

#include <time.h>

#include "calendar.h"
#include "program.h"

static const char tail[] = ",\"problem.record.cut\":true}\n";

/* ------------------------------------------------------------------ what all records begin with */

/* OpenTelemetry's logs data model, SeverityNumber: the first of each range. All of the text is the
 * same for a severity, up to the id. */
static const char severities[][96] = {
#define SEVERITY(name, number)                                                                     \
    "\",\"severity_text\":\"" name "\",\"severity_number\":" number                                \
    ",\"event_name\":\"problem\",\"problem.occurrence\":\""
    SEVERITY("DEBUG", "5"),
    SEVERITY("INFO", "9"),
    SEVERITY("WARN", "13"),
    SEVERITY("ERROR", "17"),
#undef SEVERITY
};

enum { HEAD_MAX = 512 }; /* without the two names, of which each is far shorter than a record */

static char *put_time(char *to)
{
    struct timespec now = {0, 0};
    timespec_get(&now, TIME_UTC);
    return problem_timestamp_text(to, problem_time((int64_t)now.tv_sec, (int32_t)now.tv_nsec), 6);
}

/* Most of it is constant, so that it is put together by pointer. */
static void add_head(struct writer *writer, const struct answered *answered,
                     const unsigned char *image, const unsigned char *real)
{
    const char *severity = severities[record_profile(image, real)[PROBLEM_PROFILE_LOG]];
    struct image_text code = record_code(real);
    struct image_text registry = image_text(image, image + PROBLEM_HEAD_NAME);
    if (writer_room(writer) < code.length + registry.length + HEAD_MAX)
        return;
    char *to = put_literal(writer->buffer + writer->used, "\"timestamp\":\"");
    to = put_time(to);
    to = put_run(to, severity, strlen(severity));
    to = put_run(to, answered->occurrence, PROBLEM_OCCURRENCE_SIZE - 1);
    to = put_literal(to, "\",\"error.type\":\"");
    to = put_run(to, code.bytes, code.length);
    to = put_literal(to, "\",\"problem.registry\":\"");
    to = put_run(to, registry.bytes, registry.length);
    to = put_literal(to, "\",\"http.response.status_code\":");
    to = put_digits(to, image_u16(answered->sent->profile + PROBLEM_PROFILE_STATUS));
    writer->used = (size_t)(to - writer->buffer);
}

/* ------------------------------------------------------------------ the problem, and what was sent
 */

/* The record of the problem that was raised, or NULL. */
static const unsigned char *raised_record(const struct problem *problem)
{
    return problem != NULL && problem->raised != 0 ? problem_record_of(problem) : NULL;
}

static void add_problem(struct fields *fields, const struct answered *answered)
{
    const unsigned char *raised = raised_record(answered->problem);
    const unsigned char *sent = answered->sent->record, *sent_image = image_of(answered->registry);
    const unsigned char *image =
        raised != NULL ? image_of(answered->problem->registry) : sent_image;
    const unsigned char *real = raised != NULL ? raised : sent;

    add_head(fields->writer, answered, image, real);
    if (real != sent) {
        field_number(fields, FIELD("problem.status"),
                     image_u16(record_profile(image, real) + PROBLEM_PROFILE_STATUS));
        record_image(fields, FIELD("problem.sent.code"), record_code(sent));
        record_image(fields, FIELD("problem.sent.registry"),
                     image_text(sent_image, sent_image + PROBLEM_HEAD_NAME));
    }
    if (raised == NULL) {
        size_t begin = field_open(fields, FIELD("problem.unraised"));
        write_literal(fields->writer, "true");
        field_close(fields, begin);
    }
}

static void add_operator_note(struct fields *fields, const char *key, size_t key_length,
                              const unsigned char *image, const unsigned char *field)
{
    if (image_u32(field) == 0)
        return;
    struct image_text text = image_text(image, field);
    field_bytes(fields, key, key_length, text.bytes, text.length);
}

static void add_operator_notes(struct fields *fields, const struct answered *answered)
{
    const struct problem *problem = answered->problem;
    const unsigned char *raised = raised_record(problem);
    const unsigned char *real = raised != NULL ? raised : answered->sent->record;
    const unsigned char *image = image_of(raised != NULL ? problem->registry : answered->registry);
    const unsigned char *profile = record_profile(image, real);
    add_operator_note(fields, FIELD("problem.owner"), image, profile + PROBLEM_PROFILE_OWNER);
    add_operator_note(fields, FIELD("problem.runbook"), image, profile + PROBLEM_PROFILE_RUNBOOK);
}

/* ------------------------------------------------------------------ the whole */

size_t problem_write_record(const struct answered *answered, char *buffer)
{
    struct writer writer = {buffer, PROBLEM_RECORD_SIZE - sizeof tail, 0};
    struct fields fields = problem_fields_open(&writer);
    add_problem(&fields, answered);
    if (answered->request != NULL)
        problem_record_request(&fields, answered->request);
    if (answered->problem != NULL) {
        problem_record_causes(&fields, answered->problem);
        problem_record_members(&fields, answered->problem);
    }
    add_operator_notes(&fields, answered);

    const char *end = fields.cut ? tail : tail + sizeof tail - sizeof "}\n";
    size_t length = strlen(end);
    memcpy(buffer + writer.used, end, length);
    return writer.used + length;
}
