/* The other one that has Fine, Lost and Full, and makes macros of common words. */
#ifndef SHELVES_H
#define SHELVES_H

typedef enum { Full, Lost, Fine, Dusty } ShelfError;

#define Underflow "not an enumerator here"
#define contains  (-1)
#define EITHER    3

#endif
