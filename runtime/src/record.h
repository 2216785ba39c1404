/*
 * The log record of an occurrence: one line of JSON. runtime/README.md lists its fields.
 *
 * Most records are made of what record_usual.h puts, all of it in one function, so that the place
 * where the next field goes stays in a register. Whatever is not usual is left to functions of its
 * own, which get the fields by value and give them back: nothing else can change them then.
 */
#ifndef PROBLEM_RECORD_H
#define PROBLEM_RECORD_H

#include "field.h"
#include "scope.h"

/* What a record is about. `problem` and `request` may be NULL. */
struct answered {
    const struct problem_registry *registry; /* whose problem was sent */
    const struct problem *problem;
    const struct problem_request *request;
    const struct sent *sent;
    const char *occurrence; /* the id, as text, in OCCURRENCE_ROOM bytes */
};

/* Whether callers got the very problem that was raised: what they see and what the log sees are of
 * one record then, with the same members. */
static inline bool sent_is_own(const struct answered *answered)
{
    return answered->problem != NULL && answered->sent->violations == answered->problem;
}

/* Writes the line, the newline included, into PROBLEM_RECORD_SIZE bytes; returns its length. */
size_t problem_write_record(const struct answered *answered, char *buffer);

/* ------------------------------------------------------------------ parts in files of their own
 *
 * All return the fields with theirs. */

/* Of a request: any method, any path, and what there is beside them. */
struct fields problem_record_method(struct fields fields, const char *method);
struct fields problem_record_path(struct fields fields, const char *target);
struct fields problem_record_context(struct fields fields, const struct problem_request *request);

/* Why: causes and whose error it was. Where, anywhere. Where earlier ones were raised. */
struct fields problem_record_why(struct fields fields, const struct problem *problem);
struct fields problem_record_place(struct fields fields, const struct problem *problem);
struct fields problem_record_earlier(struct fields fields, const struct problem *problem);

/* Of the problem's own members, which `scope` has: one of any type, the constants, and those whose
 * values did not fit. */
struct fields problem_record_value(struct fields fields, char *to, const struct scope *scope,
                                   unsigned ordinal);
struct fields problem_record_constants(struct fields fields, const struct scope *scope);
struct fields problem_record_misfits(struct fields fields, const struct scope *scope);

/* All of the members of a problem that callers got another one for, or not all of. */
struct fields problem_record_hidden(struct fields fields, const struct problem *problem);

/* Field errors, and how many were left out. */
struct fields problem_record_violations(struct fields fields, const struct problem *problem);

/* A field of a text in an image: such have no byte that needs an escape. */
INLINE void record_image(struct fields *fields, const char *key, size_t key_length,
                         struct image_text text)
{
    field_plain(fields, key, key_length, text.bytes, text.length);
}

#endif
