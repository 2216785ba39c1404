#define _POSIX_C_SOURCE 200809L

#include "git/process.h"
#include "base/buffer.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum {
    SIGNALLED = 128, /* as shells say it */
    AT_ONCE = 64 * 1024,
};

/* The three streams of the other program: [0] is read from, [1] written to. */
struct pipes {
    int input[2], out[2], error[2];
};

/* ---------------------------------------------------------------- starting it */

static bool names(const char *variable, const char *name)
{
    return text_starts_with(text_of(variable), text_of(name)) &&
           variable[text_of(name).length] == '=';
}

static char **environment(struct arena *arena, const char *const *without)
{
    size_t count = 0, kept = 0;
    while (environ[count])
        count++;
    char **variables = arena_array(arena, count + 1, sizeof *variables);
    for (size_t i = 0; i < count; i++) {
        bool left_out = false;
        for (size_t k = 0; without[k]; k++)
            left_out = left_out || names(environ[i], without[k]);
        if (!left_out)
            variables[kept++] = environ[i];
    }
    return variables;
}

static void close_pipe(int ends[2])
{
    for (int i = 0; i < 2; i++) {
        if (ends[i] >= 0)
            close(ends[i]);
        ends[i] = -1;
    }
}

static void close_end(int ends[2], int end)
{
    close(ends[end]);
    ends[end] = -1;
}

static void close_pipes(struct pipes *pipes)
{
    close_pipe(pipes->input);
    close_pipe(pipes->out);
    close_pipe(pipes->error);
}

/* Ends that are not meant for the other program must not stay open in it. */
static bool open_pipe(int ends[2])
{
    return pipe(ends) == 0 && fcntl(ends[0], F_SETFD, FD_CLOEXEC) == 0 &&
           fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0;
}

/* Its SIGPIPE is the system's own again: this program ignores it. */
static int spawn(struct arena *arena, const char *const *arguments, const char *const *without,
                 const struct pipes *pipes, pid_t *child)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t defaults;
    int error = posix_spawn_file_actions_init(&actions);
    if (error)
        return error;
    error = posix_spawnattr_init(&attributes);
    if (error) {
        posix_spawn_file_actions_destroy(&actions);
        return error;
    }
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    if ((error = posix_spawnattr_setsigdefault(&attributes, &defaults)) == 0 &&
        (error = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF)) == 0 &&
        (error = posix_spawn_file_actions_adddup2(&actions, pipes->input[0], STDIN_FILENO)) == 0 &&
        (error = posix_spawn_file_actions_adddup2(&actions, pipes->out[1], STDOUT_FILENO)) == 0 &&
        (error = posix_spawn_file_actions_adddup2(&actions, pipes->error[1], STDERR_FILENO)) == 0)
        error = posix_spawnp(child, arguments[0], &actions, &attributes,
                             (char *const *)(uintptr_t)arguments, environment(arena, without));
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

/* ---------------------------------------------------------------- talking to it */

static void write_input(int descriptor, struct text text)
{
    while (text.length) {
        ssize_t length = write(descriptor, text.bytes, text.length);
        if (length < 0 && errno == EINTR)
            continue;
        if (length <= 0)
            return;
        text = text_slice(text, (size_t)length, text.length);
    }
}

/* False at the stream's end. */
static bool read_some(int descriptor, struct buffer *buffer)
{
    char *room = buffer_reserve(buffer, AT_ONCE);
    ssize_t length;
    do {
        length = read(descriptor, room, AT_ONCE);
    } while (length < 0 && errno == EINTR);
    if (length <= 0)
        return false;
    buffer->length += (size_t)length;
    return true;
}

/* Both streams side by side, since the program may fill either first. */
static void read_streams(struct pipes *pipes, size_t most, struct buffer *out, struct buffer *error)
{
    while (pipes->out[0] >= 0 || pipes->error[0] >= 0) {
        struct pollfd waited[] = {{pipes->out[0], POLLIN, 0}, {pipes->error[0], POLLIN, 0}};
        if (poll(waited, 2, -1) < 0) {
            if (errno == EINTR)
                continue;
            return;
        }
        if (waited[0].revents && (!read_some(pipes->out[0], out) || out->length > most))
            close_end(pipes->out, 0);
        if (waited[1].revents && (!read_some(pipes->error[0], error) || error->length > most))
            close_end(pipes->error, 0);
    }
}

static int wait_for(pid_t child)
{
    int status;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return SIGNALLED;
    return WIFEXITED(status) ? WEXITSTATUS(status) : SIGNALLED + WTERMSIG(status);
}

int process_run(struct arena *arena, const char *const *arguments, const char *const *without,
                struct text input, size_t most, struct process_answer *answer)
{
    struct pipes pipes = {{-1, -1}, {-1, -1}, {-1, -1}};
    struct buffer out = buffer_create(arena), error = buffer_create(arena);
    pid_t child;
    int failure = 0;
    if (!open_pipe(pipes.input) || !open_pipe(pipes.out) || !open_pipe(pipes.error))
        failure = errno;
    else
        failure = spawn(arena, arguments, without, &pipes, &child);
    if (failure) {
        close_pipes(&pipes);
        return failure;
    }
    close_end(pipes.input, 0);
    close_end(pipes.out, 1);
    close_end(pipes.error, 1);
    write_input(pipes.input[1], input);
    close_end(pipes.input, 1);
    read_streams(&pipes, most, &out, &error);
    close_pipes(&pipes);
    *answer =
        (struct process_answer){wait_for(child), buffer_contents(&out), buffer_contents(&error)};
    return 0;
}
