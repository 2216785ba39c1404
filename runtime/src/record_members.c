/*
 * What a record says about members and field errors: all of them, whoever may see them.
 */
#include "program.h"
#include "record.h"
#include "violation.h"

static void put_value(struct fields *fields, const unsigned char *image,
                      const unsigned char *member, const struct problem_value *value)
{
    if (value->type == PROBLEM_JSON)
        write_bytes(fields->writer, value->as.string.bytes, value->as.string.length);
    else
        problem_write_json(fields->writer, image, image_shape(member), value, FORM_LOG);
}

static void add_member(struct fields *fields, const struct scope *scope, unsigned entry,
                       const char *prefix)
{
    const unsigned char *member = scope_member(scope, entry);
    struct problem_value value;
    bool constant = entry >= scope->count;
    if (constant)
        problem_read_value(scope->image, image_shape(member), NULL, &value);
    else if (scope_has(scope, entry))
        scope_read(scope, entry, &value);
    else
        return;
    const char *name = image_text(scope->image, member + PROBLEM_MEMBER_NAME).bytes;
    size_t begin = problem_field_open_under(fields, prefix, name);
    put_value(fields, scope->image, member, &value);
    problem_field_close(fields, begin);
}

/* The names of members whose values did not fit. */
static void add_misfits(struct fields *fields, const char *key, const struct scope *scope)
{
    if (scope->misfit == 0)
        return;
    size_t begin = problem_field_open(fields, key);
    char before = '[';
    for (unsigned i = 0; i < scope->count; i++) {
        if ((scope->misfit >> i & 1) == 0)
            continue;
        struct image_text name =
            image_text(scope->image, scope_member(scope, i) + PROBLEM_MEMBER_NAME);
        write_byte(fields->writer, before);
        problem_write_quoted(fields->writer, name.bytes, name.length);
        before = ',';
    }
    write_byte(fields->writer, ']');
    problem_field_close(fields, begin);
}

/* ------------------------------------------------------------------ field errors */

static const char *const where_keys[] = {[PROBLEM_WHERE_BODY] = "pointer",
                                         [PROBLEM_WHERE_QUERY] = "query",
                                         [PROBLEM_WHERE_PATH] = "path",
                                         [PROBLEM_WHERE_HEADER] = "header"};

static void put_violation(const struct fields *fields, const struct problem *problem,
                          const struct problem_violation *violation)
{
    uint16_t offsets[PROBLEM_MEMBERS_MAX];
    struct scope scope = problem_violation_scope(problem, violation, offsets);
    struct fields inner = problem_fields_inside(fields);
    problem_field_bytes(&inner, where_keys[violation->kind], violation->place,
                        violation->place_length);
    problem_field_text(&inner, "rule", violation->rule);
    for (unsigned i = 0; i < scope.count; i++)
        add_member(&inner, &scope, i, "member.");
    add_misfits(&inner, "misfits", &scope);
    problem_fields_end(&inner);
}

static void add_violations(struct fields *fields, const struct problem *problem)
{
    struct problem_violation violation;
    size_t position = 0;
    if (problem->violation_count > 0) {
        size_t begin = problem_field_open(fields, "problem.violations");
        char before = '[';
        while (problem_walk_violations(problem, &position, &violation)) {
            write_byte(fields->writer, before);
            put_violation(fields, problem, &violation);
            before = ',';
        }
        write_byte(fields->writer, ']');
        problem_field_close(fields, begin);
    }
    if (problem->violations_omitted > 0)
        problem_field_number(fields, "problem.violations_omitted", problem->violations_omitted);
}

void problem_record_members(struct fields *fields, const struct problem *problem)
{
    if (problem->registry == NULL)
        return;
    const unsigned char *record = problem_record_of(problem);
    struct scope scope = problem_scope(problem, record, UINT64_MAX);
    unsigned constants = problem->raised != 0 ? record[PROBLEM_RECORD_CONSTANT_COUNT] : 0;
    for (unsigned i = 0; i < scope.count + constants; i++)
        add_member(fields, &scope, i, "problem.member.");
    add_misfits(fields, "problem.misfits", &scope);
    add_violations(fields, problem);
}
