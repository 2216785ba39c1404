/*
 * What a record says about members and field errors: all of them, whoever may see them.
 */
#include "pieces.h"
#include "program.h"
#include "record.h"
#include "violation.h"

/* Room for a key without the name, and for any number behind it. */
enum { MEMBER_ROOM = 48 + PROBLEM_DECIMAL_MAX };

/* Whose members they are: the log tells those of the problem from those of a field error. */
enum owner { OF_PROBLEM, OF_VIOLATION };

/* The key: a prefix and the member's name, which has no byte that needs an escape. */
INLINE char *put_key(char *to, struct image_text name, enum owner owner)
{
    if (owner == OF_PROBLEM)
        to = put_literal(to, ",\"problem.member.");
    else
        to = put_literal(to, ",\"member.");
    to = put_image_text(to, name.bytes, name.length);
    return put_literal(to, "\":");
}

/* Returns where the value goes, NULL where there is not room enough for any number. */
INLINE char *open_member(struct fields *fields, const struct scope *scope, unsigned entry,
                         enum owner owner)
{
    struct image_text name = scope_name(scope, entry);
    bool fits = field_fits(fields, name.length + MEMBER_ROOM);
    return fits ? put_key(fields->to, name, owner) : NULL;
}

INLINE void add_string(struct fields *fields, char *to, const unsigned char *at)
{
    struct image_text text = read_stored_text(at);
    *to++ = '"';
    if (text.length >= (size_t)(fields->end - to)) {
        fields->cut = true;
    } else if (stored_is_plain(at)) {
        to = put_run(to, text.bytes, text.length);
        *to = '"';
        fields->to = to + 1;
    } else {
        problem_end_text(fields, to, text.bytes, text.length, false);
    }
}

/* Values that have functions of their own. */
OUTLINE void add_other_value(struct fields *fields, char *to, const struct scope *scope,
                             unsigned ordinal)
{
    struct writer writer = {to, (size_t)(fields->end - to), 0};
    problem_write_json(&writer, scope->image, scope_shape(scope, ordinal),
                       scope_value(scope, ordinal), FORM_LOG);
    field_take_written(fields, &writer);
}

INLINE void add_member(struct fields *fields, const struct scope *scope, unsigned ordinal,
                       enum owner owner)
{
    const unsigned char *shape = scope_shape(scope, ordinal);
    char *to = open_member(fields, scope, ordinal, owner);
    if (to == NULL)
        return;
    if (!is_stored_text(shape))
        add_other_value(fields, to, scope, ordinal);
    else if (is_json_string(shape))
        add_string(fields, to, scope_value(scope, ordinal));
    else
        fields->to = put_stored_text(to, scope_value(scope, ordinal));
}

INLINE void add_members(struct fields *fields, const struct scope *scope, enum owner owner)
{
    for (unsigned i = 0; i < scope->count; i++) {
        if (scope_has(scope, i))
            add_member(fields, scope, i, owner);
    }
}

/* `entry` is behind the members. */
OUTLINE void add_constant(struct fields *fields, const struct scope *scope, unsigned entry)
{
    struct image_text json =
        image_text(scope->image, scope_shape(scope, entry) + PROBLEM_SHAPE_JSON);
    char *to = open_member(fields, scope, entry, OF_PROBLEM);
    if (to == NULL)
        return;
    struct writer writer = {to, (size_t)(fields->end - to), 0};
    write_run(&writer, json.bytes, json.length);
    field_take_written(fields, &writer);
}

static void add_constants(struct fields *fields, const struct scope *scope)
{
    const unsigned char *profile = record_profile(scope->image, scope->record);
    for (unsigned i = 0; i < profile[PROBLEM_PROFILE_CONSTANT_COUNT]; i++)
        add_constant(fields, scope, scope->count + i);
}

/* The names of members whose values did not fit, in a field that has been opened. */
static void put_misfits(struct fields *field, const struct scope *scope)
{
    char before[] = "[\"";
    for (unsigned i = 0; i < scope->count; i++) {
        if ((scope->misfit >> i & 1) == 0)
            continue;
        record_image(field, before, sizeof before - 1, scope_name(scope, i));
        before[0] = ',';
    }
    field_byte(field, ']');
}

/* ------------------------------------------------------------------ field errors */

static void put_where(struct fields *fields, const struct problem_violation *violation)
{
    const char *place = violation->place;
    size_t length = violation->place_length;
    if (violation->kind == PROBLEM_WHERE_BODY)
        field_bytes(fields, TEXT_FIELD("pointer"), place, length);
    else if (violation->kind == PROBLEM_WHERE_QUERY)
        field_bytes(fields, TEXT_FIELD("query"), place, length);
    else if (violation->kind == PROBLEM_WHERE_PATH)
        field_bytes(fields, TEXT_FIELD("path"), place, length);
    else
        field_bytes(fields, TEXT_FIELD("header"), place, length);
}

static void put_violation(struct fields *fields, const struct problem *problem,
                          const struct problem_violation *violation)
{
    uint16_t offsets[PROBLEM_MEMBERS_MAX];
    struct scope scope = problem_violation_scope(problem, violation, offsets);
    char *begin = fields->to;
    put_where(fields, violation);
    field_text(fields, TEXT_FIELD("rule"), violation->rule);
    add_members(fields, &scope, OF_VIOLATION);
    if (scope.misfit != 0) {
        struct fields field = field_open(fields, FIELD("misfits"));
        put_misfits(&field, &scope);
        field_close(fields, &field);
    }
    field_end_object(fields, begin);
}

OUTLINE void add_violations(struct fields *fields, const struct problem *problem)
{
    struct fields field = field_open(fields, FIELD("problem.violations"));
    struct problem_violation violation;
    size_t position = 0;
    char before = '[';
    while (!field.cut && problem_walk_violations(problem, &position, &violation)) {
        field_byte(&field, before);
        put_violation(&field, problem, &violation);
        before = ',';
    }
    field_byte(&field, ']');
    field_close(fields, &field);
}

OUTLINE void add_misfits(struct fields *fields, const struct scope *scope)
{
    struct fields field = field_open(fields, FIELD("problem.misfits"));
    put_misfits(&field, scope);
    field_close(fields, &field);
}

void problem_record_members(struct fields *fields, const struct problem *problem,
                            const struct scope *scope)
{
    add_members(fields, scope, OF_PROBLEM);
    if (problem->raised != 0)
        add_constants(fields, scope);
    if (scope->misfit != 0)
        add_misfits(fields, scope);
    if (problem->violation_count > 0)
        add_violations(fields, problem);
    if (problem->violations_omitted > 0)
        field_number(fields, FIELD("problem.violations_omitted"), problem->violations_omitted);
}
