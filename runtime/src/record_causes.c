/*
 * What a record says about why and where.
 */
#include "cause.h"
#include "record.h"

static void add_causes(struct fields *fields, const struct problem *problem)
{
    struct fields field = field_open(fields, FIELD("problem.causes"));
    for (size_t at = 0; at < problem->causes_used && !field.cut;) {
        const char *cause = problem->causes + at;
        size_t length = strlen(cause);
        if (at == 0)
            field_bytes(&field, FIRST_ITEM, cause, length);
        else
            field_bytes(&field, NEXT_ITEM, cause, length);
        at += length + 1;
    }
    field_byte(&field, ']');
    field_close(fields, &field);
}

struct fields problem_record_why(struct fields fields, const struct problem *problem)
{
    int error = problem->error_number;
    if (problem->causes_used > 0)
        add_causes(&fields, problem);
    if (problem->causes_omitted > 0)
        field_number(&fields, FIELD("problem.causes_omitted"), problem->causes_omitted);
    if (problem->source != NULL) {
        field_text(&fields, TEXT_FIELD("problem.source.name"), problem->source);
        field_text(&fields, TEXT_FIELD("problem.source.code"), problem->source_code);
    }
    if (error != 0) {
        field_number(&fields, FIELD("problem.errno.number"), error);
        field_text(&fields, TEXT_FIELD("problem.errno.name"), problem_errno_name(error));
    }
    return fields;
}

static void add_place_fields(struct fields *fields, const char *file, int line,
                             const char *function)
{
    field_text(fields, TEXT_FIELD("code.file.path"), file);
    field_number(fields, FIELD("code.line.number"), line);
    field_text(fields, TEXT_FIELD("code.function.name"), function);
}

struct fields problem_record_place(struct fields fields, const struct problem *problem)
{
    add_place_fields(&fields, problem->file, problem->line, problem->function);
    return fields;
}

static void put_earlier(struct fields *fields, const struct problem_earlier *earlier)
{
    const unsigned char *image = image_of(earlier->registry);
    const unsigned char *raised = image + earlier->record;
    char *begin = fields->to;
    record_image(fields, TEXT_FIELD("error.type"), record_code(raised));
    add_place_fields(fields, earlier->file, earlier->line, earlier->function);
    field_end_object(fields, begin);
}

struct fields problem_record_earlier(struct fields fields, const struct problem *problem)
{
    struct fields field = field_open(&fields, FIELD("problem.earlier"));
    for (unsigned i = 0; i < problem->earlier_count && !field.cut; i++) {
        field_byte(&field, i == 0 ? '[' : ',');
        put_earlier(&field, &problem->earlier[i]);
    }
    field_byte(&field, ']');
    field_close(&fields, &field);
    if (problem->earlier_omitted > 0)
        field_number(&fields, FIELD("problem.earlier_omitted"), problem->earlier_omitted);
    return fields;
}
