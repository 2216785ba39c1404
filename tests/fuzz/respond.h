/*
 * What every response must be, whatever was put into the problem: no longer than the compiler said,
 * the same where the buffer is just large enough, a head that can be sent, and a body that is JSON.
 */
#ifndef PROBLEMC_TESTS_FUZZ_RESPOND_H
#define PROBLEMC_TESTS_FUZZ_RESPOND_H

#include "compiled.h"
#include "problem.h"

void respond_check(const struct compiled *compiled, struct problem *problem,
                   const struct problem_request *request);

/* For a problem whose values all fit: the response is also what answer.h says of one. */
void respond_check_whole(const struct compiled *compiled, struct problem *problem);

#endif
