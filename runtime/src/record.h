/*
 * The log record of an occurrence: one line of JSON. runtime/README.md lists its fields.
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

/* Parts of it, each in a file of its own. */
void problem_record_request(struct fields *fields, const struct problem_request *request);
void problem_record_causes(struct fields *fields, const struct problem *problem);
void problem_record_members(struct fields *fields, const struct problem *problem,
                            const struct scope *scope); /* of the problem's own record */

/* A field of a text in an image: such have no byte that needs an escape. */
INLINE void record_image(struct fields *fields, const char *key, size_t key_length,
                         struct image_text text)
{
    field_plain(fields, key, key_length, text.bytes, text.length);
}

#endif
