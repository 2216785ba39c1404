#define _POSIX_C_SOURCE 200809L

#include "pager.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    NOT_FOUND = 127, /* as shells say it */
};

static _Noreturn void become_pager(int input)
{
    const char *pager = getenv("PAGER");
    signal(SIGPIPE, SIG_DFL);
    if (dup2(input, STDIN_FILENO) >= 0 && setenv("LESS", "FRX", 0) == 0) {
        if (pager && pager[0])
            execl("/bin/sh", "sh", "-c", pager, (char *)NULL);
        else
            execlp("less", "less", (char *)NULL);
    }
    _exit(NOT_FOUND);
}

static void feed(int output, struct text text)
{
    while (text.length) {
        ssize_t length = write(output, text.bytes, text.length);
        if (length < 0 && errno == EINTR)
            continue;
        if (length <= 0)
            return;
        text = text_slice(text, (size_t)length, text.length);
    }
}

bool pager_show(struct text text)
{
    int ends[2], status;
    if (pipe(ends) != 0)
        return false;
    pid_t child = fork();
    if (child == 0) {
        close(ends[1]);
        become_pager(ends[0]);
    }
    close(ends[0]);
    if (child > 0)
        feed(ends[1], text);
    close(ends[1]);
    if (child < 0)
        return false;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        continue;
    return !(WIFEXITED(status) && WEXITSTATUS(status) == NOT_FOUND);
}
