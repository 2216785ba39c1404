/*
 * libyaml's memory (memory.c).
 */
#ifndef PROBLEMC_YAML_MEMORY_H
#define PROBLEMC_YAML_MEMORY_H

/* Blocks that parsers have given back in this thread go back to the system. */
void memory_release(void);

#endif
