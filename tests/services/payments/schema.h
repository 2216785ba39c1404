/*
 * schema.h - the tables of a new database, and a few rows to try the service with.
 */
#ifndef SCHEMA_H
#define SCHEMA_H

extern const char schema[];

#endif
