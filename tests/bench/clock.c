/*
 * Runs a command on one processor and prints how many microseconds it took, how many KiB it had at
 * most, and how many microseconds the processor worked for it.
 *
 *     clock COMMAND [ARGUMENT...]
 */
#define _DEFAULT_SOURCE /* wait4 */

#include "race.h"

#include <fcntl.h>
#include <stdio.h>
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
    if (argc < 2)
        return 2;
    race_pin();
    double begun = microseconds();
    pid_t child = fork();
    if (child == 0) {
        dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
        execvp(argv[1], argv + 1);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &usage) != child)
        return 2;
    printf("%.0f %ld %.0f\n", microseconds() - begun, usage.ru_maxrss,
           microseconds_of(usage.ru_utime) + microseconds_of(usage.ru_stime));
    return WIFEXITED(status) ? WEXITSTATUS(status) : 2;
}
