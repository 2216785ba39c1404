/*
 * serving.h - how a server of these tests is run, whatever its library:
 *
 *     SERVER LOGFILE
 *
 * It listens at 127.0.0.1, prints its port and a newline, and serves until standard input ends or
 * SIGTERM comes; five minutes at most. Records go to the end of LOGFILE.
 *
 *     const struct problem_edge *edge = serving_begin(argc, argv);
 *     ... start the library with port 0 ...
 *     serving_wait(port);
 *     ... stop it ...
 */
#ifndef SERVING_H
#define SERVING_H

#include <problem_edge.h>

/*
 * Opens the log and gives the edge to answer with: payments, that log, and catalogue_raise_status.
 * Before any thread is started: SIGTERM is blocked in all of them, so that it meets serving_wait.
 * Ends the program, with a message, when it was called otherwise than above.
 */
const struct problem_edge *serving_begin(int argc, char **argv);

/* Says the port, and returns when it is time to stop. */
void serving_wait(unsigned port);

#endif
