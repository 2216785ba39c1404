/*
 * The records of problems and rules in an image (problem_tables.h, enum problem_record and enum
 * problem_rule), with all they refer to.
 */
#ifndef PROBLEMC_TABLES_RECORD_H
#define PROBLEMC_TABLES_RECORD_H

#include "tables/emit.h"

/* Each gives the record's offset. */
uint32_t emit_problem(struct emitter *emitter, const struct problem_type *problem);
uint32_t emit_rule(struct emitter *emitter, const struct rule *rule);

/* Whether its type URI is another than base + code, or about:blank where the base is that. */
bool has_own_type(const struct registry *registry, const struct problem_type *problem);

#endif
