/*
 * For the tests of records: every line is held against what any line must be, and then parsed. One
 * record at a time is looked into: that of the last record_of() or record_of_line().
 */
#ifndef TESTS_RECORDS_H
#define TESTS_RECORDS_H

#include <cjson/cJSON.h>

#include "problem.h"

/* Answers the problem (a NULL one, too) and takes its record, which must be the only one. */
void record_of(const struct problem_registry *registry, struct problem *problem,
               const struct problem_request *request);

/* The line must be one line of JSON, whole and harmless. */
void record_of_line(const char *line, size_t length);

/* The line of record_of(). */
extern char record_line[PROBLEM_RECORD_SIZE];
extern size_t record_length;

/* The response of record_of(); its body and headers are in record_response_bytes. */
extern struct problem_response record_response;
extern char record_response_bytes[1 << 15];

bool has_field(const char *key);

/* The field of this key must be there, and of this type. */
const char *field_text(const char *key);
double field_number(const char *key);
bool field_is_true(const char *key);
const cJSON *field_array(const char *key, int count);
const cJSON *field(const char *key);

/* Item `index` of an array of texts. */
const char *field_item(const char *key, int index);

/* The text under a key of an object. */
const char *text_in(const cJSON *object, const char *key);

/* To be called at the end. */
void forget_record(void);

#endif
