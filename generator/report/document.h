/*
 * JSON documents of the report, built with cJSON: running out of memory ends the run as it does
 * everywhere, and what is printed holds no character that a terminal would obey.
 */
#ifndef PROBLEMC_REPORT_DOCUMENT_H
#define PROBLEMC_REPORT_DOCUMENT_H

#include "base/buffer.h"
#include "source/diagnostic.h"

#include <cjson/cJSON.h>

/* Each adds to an object under `key`, or to an array when `key` is NULL. */
cJSON *document_object(struct arena *arena, cJSON *parent, const char *key);
cJSON *document_array(struct arena *arena, cJSON *parent, const char *key);
void document_boolean(struct arena *arena, cJSON *parent, const char *key, bool boolean);
void document_number(struct arena *arena, cJSON *parent, const char *key, size_t number);

/* Invalid UTF-8, and NUL, which cJSON cannot hold, become U+FFFD. */
void document_text(struct arena *arena, cJSON *parent, const char *key, struct text text);

/* Adds "file", "line", "column", "endLine" and "endColumn" to an object; nothing for nowhere. */
void document_place(struct arena *arena, cJSON *object, const struct sources *sources,
                    struct span span);
/* What report_json says of findings, as members of `parent` (json.c). */
void report_json_findings(struct diagnostics *diagnostics, struct arena *arena, cJSON *parent);

/* A new root object. */
cJSON *document_create(struct arena *arena);

/* Prints the document and a line feed, and deletes it. Control, bidirectional and other invisible
 * characters are written as \u escapes. */
void document_print(cJSON *root, struct buffer *out);

#endif
