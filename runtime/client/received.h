/*
 * What the parts of problem_receive share.
 */
#ifndef PROBLEM_RECEIVED_H
#define PROBLEM_RECEIVED_H

#include <string.h>

#include "../src/image.h"
#include "json.h"

/* The document that was received; its object begins at `bytes`, perhaps behind blanks. */
static inline struct json received_json(const struct problem_received *received)
{
    struct json json = {received->body, received->length, received->scratch};
    return json;
}

/* What the known problem has in common with others. */
static inline const unsigned char *received_profile(const struct problem_received *received)
{
    return record_profile(image_of(received->registry), received->record);
}

static inline bool text_equals(struct problem_text text, const char *bytes, size_t length)
{
    return text.bytes != NULL && text.length == length && memcmp(text.bytes, bytes, length) == 0;
}

/* ------------------------------------------------------------------ labels: media.c */

enum media { MEDIA_OTHER, MEDIA_JSON, MEDIA_PROBLEM };

/* The media type of a Content-Type field's value, which may be NULL (RFC 9110 8.3.1). */
enum media problem_media(const char *content_type);

/* ------------------------------------------------------------------ which problem: identify.c */

struct identity {
    const unsigned char *record; /* NULL: none of the registry */
    bool named;                  /* by its type or the discriminator, not by the status alone */
};

/* `type` has been settled. */
struct identity problem_identify(const struct problem_received *received);

/* ------------------------------------------------------------------ values: received_value.c */

/* Reads the value at `at`; false where it does not fit the shape at this offset of the image. */
bool problem_receive_value(const struct problem_received *received, uint32_t shape, const char *at,
                           struct problem_received_value *value);

/* ------------------------------------------------------------------ where it is: locate.c */

/* Whether a text of the image that holds a key - `"pointer":` or `,"errors":`, escaped - is this
 * name. */
bool problem_key_is(const char *key, size_t length, struct problem_text name);

/* Notes where the members of the known problem are. */
void problem_locate_members(struct problem_received *received);

/* The UUID of an instance; `bytes` NULL: it has none. `record` may be NULL. */
struct problem_text problem_occurrence_of(const unsigned char *image, const unsigned char *record,
                                          struct problem_text instance);

#endif
