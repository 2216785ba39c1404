/*
 * For what is small only where it is inlined, with what its caller knows. Compilers that count the
 * lines of the source would rather call it.
 */
#ifndef PROBLEM_INLINE_H
#define PROBLEM_INLINE_H

#ifdef __GNUC__
#define INLINE __attribute__((always_inline)) static inline
#else
#define INLINE static inline
#endif

#endif
