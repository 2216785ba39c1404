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

/* Nothing of this is there for most problems. */
OUTLINE void add_why(struct fields *fields, const struct problem *problem)
{
    int error = problem->error_number;
    if (problem->causes_used > 0)
        add_causes(fields, problem);
    if (problem->causes_omitted > 0)
        field_number(fields, FIELD("problem.causes_omitted"), problem->causes_omitted);
    if (problem->source != NULL) {
        field_text(fields, TEXT_FIELD("problem.source.name"), problem->source);
        field_text(fields, TEXT_FIELD("problem.source.code"), problem->source_code);
    }
    if (error != 0) {
        field_number(fields, FIELD("problem.errno.number"), error);
        field_text(fields, TEXT_FIELD("problem.errno.name"), problem_errno_name(error));
    }
}

OUTLINE void add_place_fields(struct fields *fields, const char *file, int line,
                              const char *function)
{
    field_text(fields, TEXT_FIELD("code.file.path"), file);
    field_number(fields, FIELD("code.line.number"), line);
    field_text(fields, TEXT_FIELD("code.function.name"), function);
}

/* Room for the keys of a place, and for any line. */
enum { PLACE_ROOM = 80 + PROBLEM_DECIMAL_MAX };

/* Most places need no escape and find room as a whole. NULL: this one is another. */
INLINE char *put_plain_place(char *to, const char *end, const char *file, int line,
                             const char *function)
{
    if (file == NULL || function == NULL || line < 0)
        return NULL;
    size_t length = strlen(file), function_length = strlen(function);
    if (length + function_length + PLACE_ROOM > (size_t)(end - to))
        return NULL;
    to = put_literal(to, ",\"code.file.path\":\"");
    to = problem_end_plain(to, file, length);
    if (to == NULL)
        return NULL;
    to = put_literal(to, ",\"code.line.number\":");
    to = put_digits(to, (uint64_t)line);
    to = put_literal(to, ",\"code.function.name\":\"");
    return problem_end_plain(to, function, function_length);
}

INLINE void add_place(struct fields *fields, const char *file, int line, const char *function)
{
    char *end = put_plain_place(fields->to, fields->end, file, line, function);
    if (end != NULL)
        fields->to = end;
    else
        add_place_fields(fields, file, line, function);
}

static void put_earlier(struct fields *fields, const struct problem_earlier *earlier)
{
    const unsigned char *image = image_of(earlier->registry);
    const unsigned char *raised = image_record(image, earlier->index);
    char *begin = fields->to;
    record_image(fields, TEXT_FIELD("error.type"), record_code(raised));
    add_place_fields(fields, earlier->file, earlier->line, earlier->function);
    field_end_object(fields, begin);
}

OUTLINE void add_earlier(struct fields *fields, const struct problem *problem)
{
    struct fields field = field_open(fields, FIELD("problem.earlier"));
    for (unsigned i = 0; i < problem->earlier_count && !field.cut; i++) {
        field_byte(&field, i == 0 ? '[' : ',');
        put_earlier(&field, &problem->earlier[i]);
    }
    field_byte(&field, ']');
    field_close(fields, &field);
    if (problem->earlier_omitted > 0)
        field_number(fields, FIELD("problem.earlier_omitted"), problem->earlier_omitted);
}

void problem_record_causes(struct fields *fields, const struct problem *problem)
{
    if (problem->causes_used > 0 || problem->causes_omitted > 0 || problem->source != NULL ||
        problem->error_number != 0)
        add_why(fields, problem);
    if (problem->raised != 0)
        add_place(fields, problem->file, problem->line, problem->function);
    if (problem->earlier_count > 0)
        add_earlier(fields, problem);
}
