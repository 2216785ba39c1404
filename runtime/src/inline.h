/*
 * For what is small only where it is inlined, with what its caller knows: compilers that count the
 * lines of the source would rather call it. And for what is rare, whose caller would need more
 * registers and stack with it than without. Where nothing is optimised, nothing is gained by
 * either: each inlined copy would only have its own place on the stack.
 */
#ifndef PROBLEM_INLINE_H
#define PROBLEM_INLINE_H

#if defined(__GNUC__) && defined(__OPTIMIZE__)
#define INLINE  __attribute__((always_inline)) static inline
#define OUTLINE __attribute__((noinline)) static
#else
#define INLINE  static inline
#define OUTLINE static
#endif

#endif
