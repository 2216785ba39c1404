/*
 * Holds all conversations with one server:
 *
 *     conversation PROBLEMC REGISTRY LOGFILE SERVER [ARGUMENT...]
 *
 * PROBLEMC renders what REGISTRY says, SERVER is run as serving.h says, and LOGFILE is made anew.
 */
#include "conversation.h"

#include "talk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

const char *conversation_problemc, *conversation_registry;

static const char *log_path;
static char *const *command;

static int start(void **state)
{
    (void)state;
    if (!journal_open(&talk_journal, log_path)) {
        perror(log_path);
        return -1;
    }
    peer_start(&talk_peer, command, log_path);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    peer_stop(&talk_peer, PEER_INPUT_ENDS);
    journal_close(&talk_journal);
    return 0;
}

/* Nothing may be in the log that no conversation has accounted for. What is there is taken, so that
 * the next conversation begins afresh. */
static int no_more_records(void **state)
{
    const char *wrong;
    cJSON *record;
    int result = 0;
    (void)state;
    while ((record = journal_take(&talk_journal, &wrong)) != NULL || wrong != NULL) {
        print_error("a record too many: %s\n", wrong ? wrong : journal_text(record, "error.type"));
        cJSON_Delete(record);
        result = -1;
    }
    return result;
}

/* A server ends as well when it is told to. */
static void stops_when_told(void **state)
{
    (void)state;
    struct peer another;
    peer_start(&another, command, log_path);
    peer_stop(&another, PEER_TERMINATES);
}

int main(int argc, char **argv)
{
#define HOLD(conversation) cmocka_unit_test_teardown(conversation, no_more_records)
    const struct CMUnitTest conversations[] = {
        HOLD(every_problem),
        HOLD(every_problem_by_head),
        HOLD(empty_field),
        HOLD(success),
        HOLD(kept_connection),
        HOLD(pipelined),
        HOLD(wrong_methods),
        HOLD(unknown_paths),
        HOLD(accept_lists),
        HOLD(trace_contexts),
        HOLD(a_byte_at_a_time),
        HOLD(by_curl),
        HOLD(as_rendered),
        HOLD(bodies_that_fit),
        HOLD(bodies_too_large),
        HOLD(bodies_nobody_wants),
        HOLD(body_announced_too_large),
        HOLD(body_that_never_ends),
        HOLD(malformed_requests),
        HOLD(hostile_request_ids),
        HOLD(hostile_paths),
        HOLD(hostile_traceparents),
        HOLD(clients_that_leave),
        HOLD(success),
        HOLD(stops_when_told),
    };
#undef HOLD
    if (argc < 5) {
        fprintf(stderr, "usage: %s PROBLEMC REGISTRY LOGFILE SERVER [ARGUMENT...]\n", argv[0]);
        return 2;
    }
    conversation_problemc = argv[1];
    conversation_registry = argv[2];
    log_path = argv[3];
    command = argv + 4;
    return cmocka_run_group_tests(conversations, start, stop);
}
