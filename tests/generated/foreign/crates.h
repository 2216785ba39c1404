/*
 * A foreign header that would rather be alone: its enumerators are those of shelves.h too, and the
 * names of every parameter that generated code has.
 */
#ifndef CRATES_H
#define CRATES_H

enum crate_error {
    Fine,
    Lost,
    Full = 7,
    Underflow = -3,
    code = 20,
    message,
    problem,
    file,
    line,
    function,
    index,
    outcome,
    row
};

#endif
