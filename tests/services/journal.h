/*
 * journal.h - the log file of a server, read record by record as it grows.
 */
#ifndef JOURNAL_H
#define JOURNAL_H

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct journal {
    FILE *file;
    size_t records; /* taken so far */
};

/* Creates the file, empty. False: it can't. */
bool journal_open(struct journal *journal, const char *path);
void journal_close(struct journal *journal);

/*
 * The next record, which the caller deletes. NULL: there is none yet (`*wrong` is NULL), or the
 * next line is not what a record must be: one strict JSON object, printable, of bounded length,
 * with a newline at its end.
 */
cJSON *journal_take(struct journal *journal, const char **wrong);

/* A field's text; NULL where it is not there, or no string. */
const char *journal_text(const cJSON *record, const char *name);

#endif
