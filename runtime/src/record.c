#include "record.h"

#include <time.h>

#include "calendar.h"
#include "program.h"

static const char tail[] = ",\"problem.record.cut\":true}\n";

void problem_field_image(struct fields *fields, const char *key, const unsigned char *image,
                         const unsigned char *field)
{
    struct image_text text = image_text(image, field);
    problem_field_bytes(fields, key, text.bytes, text.length);
}

/* ------------------------------------------------------------------ when, and how bad */

static void add_time(struct fields *fields)
{
    struct timespec now = {0, 0};
    timespec_get(&now, TIME_UTC);
    struct problem_time time = problem_time((int64_t)now.tv_sec, (int32_t)now.tv_nsec);
    size_t begin = problem_field_open(fields, "timestamp");
    write_byte(fields->writer, '"');
    problem_write_timestamp(fields->writer, time, 6);
    write_byte(fields->writer, '"');
    problem_field_close(fields, begin);
}

/* OpenTelemetry's logs data model, SeverityNumber: the first of each range. */
static void add_severity(struct fields *fields, enum problem_log level)
{
    static const char *const names[] = {"DEBUG", "INFO", "WARN", "ERROR"};
    static const unsigned char numbers[] = {5, 9, 13, 17};
    problem_field_text(fields, "severity_text", names[level]);
    problem_field_number(fields, "severity_number", numbers[level]);
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

    add_severity(fields, (enum problem_log)real[PROBLEM_RECORD_LOG]);
    problem_field_text(fields, "event_name", "problem");
    problem_field_text(fields, "problem.occurrence", answered->occurrence);
    problem_field_image(fields, "error.type", image, real + PROBLEM_RECORD_CODE);
    problem_field_image(fields, "problem.registry", image, image + PROBLEM_HEAD_NAME);
    problem_field_number(fields, "http.response.status_code",
                         image_u16(sent + PROBLEM_RECORD_STATUS));
    if (real != sent) {
        problem_field_number(fields, "problem.status", image_u16(real + PROBLEM_RECORD_STATUS));
        problem_field_image(fields, "problem.sent.code", sent_image, sent + PROBLEM_RECORD_CODE);
        problem_field_image(fields, "problem.sent.registry", sent_image,
                            sent_image + PROBLEM_HEAD_NAME);
    }
    if (raised == NULL) {
        size_t begin = problem_field_open(fields, "problem.unraised");
        write_literal(fields->writer, "true");
        problem_field_close(fields, begin);
    }
}

static void add_operator_notes(struct fields *fields, const struct answered *answered)
{
    const struct problem *problem = answered->problem;
    const unsigned char *raised = raised_record(problem);
    const unsigned char *real = raised != NULL ? raised : answered->sent->record;
    const unsigned char *image = image_of(raised != NULL ? problem->registry : answered->registry);
    if (image_u32(real + PROBLEM_RECORD_OWNER) != 0)
        problem_field_image(fields, "problem.owner", image, real + PROBLEM_RECORD_OWNER);
    if (image_u32(real + PROBLEM_RECORD_RUNBOOK) != 0)
        problem_field_image(fields, "problem.runbook", image, real + PROBLEM_RECORD_RUNBOOK);
}

/* ------------------------------------------------------------------ the whole */

size_t problem_write_record(const struct answered *answered, char *buffer)
{
    struct writer writer = {buffer, PROBLEM_RECORD_SIZE - sizeof tail, 0};
    struct fields fields = problem_fields_open(&writer);
    add_time(&fields);
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
