/*
 * What a record says about why and where.
 */
#include "cause.h"
#include "record.h"

static void add_causes(struct fields *fields, const struct problem *problem)
{
    if (problem->causes_used > 0) {
        size_t begin = field_open(fields, FIELD("problem.causes"));
        for (size_t at = 0; at < problem->causes_used;) {
            size_t length = strlen(problem->causes + at);
            write_byte(fields->writer, at == 0 ? '[' : ',');
            problem_write_quoted(fields->writer, problem->causes + at, length);
            at += length + 1;
        }
        write_byte(fields->writer, ']');
        field_close(fields, begin);
    }
    if (problem->causes_omitted > 0)
        field_number(fields, FIELD("problem.causes_omitted"), problem->causes_omitted);
    if (problem->source != NULL) {
        field_text(fields, FIELD("problem.source.name"), problem->source);
        field_text(fields, FIELD("problem.source.code"), problem->source_code);
    }
    if (problem->error_number != 0) {
        field_number(fields, FIELD("problem.errno.number"), problem->error_number);
        field_text(fields, FIELD("problem.errno.name"), problem_errno_name(problem->error_number));
    }
}

static void add_place(struct fields *fields, const char *file, int line, const char *function)
{
    field_text(fields, FIELD("code.file.path"), file);
    field_number(fields, FIELD("code.line.number"), line);
    field_text(fields, FIELD("code.function.name"), function);
}

static void write_earlier(const struct fields *fields, const struct problem_earlier *earlier)
{
    const unsigned char *image = image_of(earlier->registry);
    const unsigned char *raised = image_record(image, earlier->index);
    struct fields inner = problem_fields_inside(fields);
    record_image(&inner, FIELD("error.type"), record_code(raised));
    add_place(&inner, earlier->file, earlier->line, earlier->function);
    problem_fields_end(&inner);
}

static void add_earlier(struct fields *fields, const struct problem *problem)
{
    if (problem->earlier_count > 0) {
        size_t begin = field_open(fields, FIELD("problem.earlier"));
        for (unsigned i = 0; i < problem->earlier_count; i++) {
            write_byte(fields->writer, i == 0 ? '[' : ',');
            write_earlier(fields, &problem->earlier[i]);
        }
        write_byte(fields->writer, ']');
        field_close(fields, begin);
    }
    if (problem->earlier_omitted > 0)
        field_number(fields, FIELD("problem.earlier_omitted"), problem->earlier_omitted);
}

void problem_record_causes(struct fields *fields, const struct problem *problem)
{
    add_causes(fields, problem);
    if (problem->raised != 0)
        add_place(fields, problem->file, problem->line, problem->function);
    add_earlier(fields, problem);
}
