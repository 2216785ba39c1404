/*
 * Putting a value, whatever is there already.
 */
#ifndef PROBLEM_PUT_H
#define PROBLEM_PUT_H

#include "value.h"

/* Sets a member to the value at `value`, of `size` bytes and of the type that the encoder takes;
 * one of the field error that is being added, where there is one. */
void problem_put_item(struct problem *problem, unsigned ordinal, problem_encoder *encoder,
                      const void *value, size_t size);

#endif
