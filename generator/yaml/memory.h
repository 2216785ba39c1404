/*
 * libyaml's memory (memory.c). One parser at a time.
 */
#ifndef PROBLEMC_YAML_MEMORY_H
#define PROBLEMC_YAML_MEMORY_H

/* Blocks that parsers have given back go back to the system. Called when there is no parser. */
void memory_release(void);

#endif
