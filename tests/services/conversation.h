/*
 * conversation.h - the conversations that every server must hold; conversation.c lists them.
 */
#ifndef CONVERSATION_H
#define CONVERSATION_H

/* usual.c: what clients do every day */
void every_problem(void **state);
void every_problem_by_head(void **state);
void empty_field(void **state);
void success(void **state);
void kept_connection(void **state);
void pipelined(void **state);
void wrong_methods(void **state);
void unknown_paths(void **state);
void accept_lists(void **state);
void trace_contexts(void **state);
void a_byte_at_a_time(void **state);
void by_curl(void **state);
void as_rendered(void **state);

/* bodies.c: requests that bring something */
void bodies_that_fit(void **state);
void bodies_too_large(void **state);
void bodies_nobody_wants(void **state);
void body_announced_too_large(void **state);
void body_that_never_ends(void **state);

/* strangers.c: what no client does by accident */
void malformed_requests(void **state);
void hostile_request_ids(void **state);
void hostile_paths(void **state);
void hostile_traceparents(void **state);
void clients_that_leave(void **state);

/* How conversation.c was called. */
extern const char *conversation_problemc, *conversation_registry;

#endif
