/*
 * Runs a command, on one processor after -1, and prints how many microseconds it took, how many KiB
 * it had at most, and how many microseconds processors worked for it.
 *
 *     clock [-1] COMMAND [ARGUMENT...]
 */
#define _DEFAULT_SOURCE /* wait4 */

#include "race.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double microseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static double microseconds_of(struct timeval time)
{
    return (double)time.tv_sec * 1e6 + (double)time.tv_usec;
}

int main(int argc, char **argv)
{
    struct rusage usage;
    int status;
    bool one = argc > 1 && strcmp(argv[1], "-1") == 0;
    char **command = argv + 1 + one;
    if (*command == NULL)
        return 2;
    if (one)
        race_pin();
    double begun = microseconds();
    pid_t child = fork();
    if (child == 0) {
        dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
        execvp(command[0], command);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &usage) != child)
        return 2;
    printf("%.0f %ld %.0f\n", microseconds() - begun, usage.ru_maxrss,
           microseconds_of(usage.ru_utime) + microseconds_of(usage.ru_stime));
    return WIFEXITED(status) ? WEXITSTATUS(status) : 2;
}
