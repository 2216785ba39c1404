/*
 * The program: arguments in, exit status out. The only file that touches standard streams and ends
 * the process.
 */
#define _POSIX_C_SOURCE 200809L
#define _DEFAULT_SOURCE /* struct winsize */

#include "driver.h"
#include "pager.h"
#include "progress.h"
#include "source/file.h"
#include "verify/verify.h"

#include <errno.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

static bool write_all(int descriptor, struct text text)
{
    while (text.length) {
        ssize_t length = write(descriptor, text.bytes, text.length);
        if (length < 0 && errno == EINTR)
            continue;
        if (length <= 0)
            return false;
        text = text_slice(text, (size_t)length, text.length);
    }
    return true;
}

/* Where there is a line of progress to be cleared. */
static struct progress progress;

/* The one way out when there is no memory: nothing has been renamed yet, so old outputs stay. */
static void out_of_memory(void)
{
    progress_clear(&progress);
    write_all(STDERR_FILENO, TEXT("problemc: out of memory\n"));
    _exit(STATUS_UNUSABLE);
}

/* ---------------------------------------------------------------- progress */

static uint64_t milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

static void show_message(struct text text)
{
    write_all(STDERR_FILENO, text);
}

/* What the line says is done, by command; NULL: never long enough to say. */
static const char *doing(enum command command)
{
    switch (command) {
    case COMMAND_COMPILE:
        return "compiling";
    case COMMAND_DOCS:
        return "documenting";
    case COMMAND_OPENAPI:
        return "describing";
    case COMMAND_CHECK:
        return "checking";
    case COMMAND_DIFF:
        return "comparing";
    case COMMAND_INIT:
    case COMMAND_SCHEMA:
        return NULL;
    default:
        return "reading";
    }
}

/* ---------------------------------------------------------------- terminals */

static bool is_set(const char *variable)
{
    const char *value = getenv(variable);
    return value && value[0];
}

static bool is_terminal(int descriptor)
{
    const char *terminal = getenv("TERM");
    return isatty(descriptor) && !(terminal && strcmp(terminal, "dumb") == 0);
}

static bool shows_colour(const struct options *options, int descriptor)
{
    if (options->colour != COLOUR_AUTO)
        return options->colour == COLOUR_ALWAYS;
    return !is_set("NO_COLOR") && is_terminal(descriptor);
}

/* Of the terminal; what does not say goes by 80. */
static unsigned columns_of(int descriptor)
{
    enum {
        USUAL = 80,
        NARROWEST = 40,
        WIDEST = 100, /* that reads well */
    };
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return USUAL;
    return size.ws_col < NARROWEST ? NARROWEST : size.ws_col > WIDEST ? WIDEST : size.ws_col;
}

/* `status`, if all of it could be printed. */
static enum exit_status print(struct text text, enum exit_status status, struct arena *arena)
{
    if (write_all(STDOUT_FILENO, text))
        return status;
    struct text why =
        arena_format(arena, "problemc: cannot write the output: %s\n", strerror(errno));
    write_all(STDERR_FILENO, why);
    return STATUS_UNUSABLE;
}

/* The directory that the last component of a path is in. */
static struct text parent(struct text path)
{
    while (path.length && path.bytes[path.length - 1] != '/')
        path.length--;
    return text_slice(path, 0, path.length ? path.length - 1 : 0);
}

/* `way` begins at the directory; NULL where it leads to nothing. */
static const char *reach(struct arena *arena, struct text directory, const char *way)
{
    for (; strncmp(way, "../", 3) == 0; way += 3)
        directory = parent(directory);
    const char *path = arena_format(arena, "%.*s/%s", TEXT_ARGS(directory), way).bytes;
    return access(path, R_OK) == 0 ? path : NULL;
}

/*
 * Where the program's own registries are: as they were installed, seen from the directory that it
 * is in, so that a tree may be moved; or as in its build tree. Where the system does not say where
 * it is (/proc is not there in every chroot), where they were to be installed.
 */
static const char *installed_registries(struct arena *arena)
{
    static const char *const ways[] = {PROBLEMC_WAY_TO_REGISTRIES, "../share/problemc/registry"};
    char path[4096];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path);
    if (length > 0 && (size_t)length < sizeof path)
        for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
            const char *found = reach(arena, parent((struct text){path, (size_t)length}), ways[i]);
            if (found)
                return found;
        }
    return PROBLEMC_REGISTRIES;
}

/* The day in UTC as YYYY-MM-DD: what diff goes by unless it is told another one. Builds must not.
 */
static const char *today(struct arena *arena)
{
    char *day = arena_allocate(arena, sizeof "YYYY-MM-DD");
    time_t now = time(NULL);
    struct tm parts;
    return gmtime_r(&now, &parts) && strftime(day, sizeof "YYYY-MM-DD", "%Y-%m-%d", &parts) ? day
                                                                                            : NULL;
}

static enum exit_status run(const struct options *options, struct arena *arena)
{
    struct display display = {shows_colour(options, STDERR_FILENO),
                              shows_colour(options, STDOUT_FILENO), columns_of(STDOUT_FILENO), NULL,
                              NULL};
    const char *verb = doing(options->command);
    if (verb && options->operands.count && is_set("TERM") && is_terminal(STDERR_FILENO)) {
        progress = (struct progress){.doing = verb,
                                     .file = text_of(options->operands.items[0]),
                                     .columns = columns_of(STDERR_FILENO),
                                     .now = milliseconds,
                                     .show = show_message};
        progress_begin(&progress);
        display.told = progress_tell;
        display.context = &progress;
    }
    struct outcome outcome = drive(options, &display, arena);
    progress_clear(&progress);
    write_all(STDERR_FILENO, outcome.messages);
    if (options->command == COMMAND_EXPLAIN && outcome.out.length && isatty(STDOUT_FILENO) &&
        pager_show(outcome.out))
        return outcome.status;
    return print(outcome.out, outcome.status, arena);
}

/* Blocks of an arena are the system's again as soon as they are given back. By itself glibc soon
 * keeps even the largest for later, with those that live on between them. */
static void give_back_memory(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 256 * 1024);
#endif
}

int main(int argc, char **argv)
{
    give_back_memory();
    struct arena *arena = arena_create(out_of_memory);
    struct options options;
    struct text text;
    enum exit_status status = STATUS_DONE;
    signal(SIGPIPE, SIG_IGN); /* a reader that has gone is an error like any other */
    switch (options_parse(argc, argv, arena, &options, &text)) {
    case PARSE_RUN:
        options.installed = installed_registries(arena);
        if (options.command == COMMAND_DIFF && options.today == NULL)
            options.today = today(arena);
        const size_t usual = 4095; /* bytes of a response */
        if (options_read_input(&options) &&
            !file_read_all(arena, STDIN_FILENO, usual, VERIFY_SIZE_MAX, &options.input)) {
            text =
                arena_format(arena, "problemc: cannot read standard input: %s\n", strerror(errno));
            write_all(STDERR_FILENO, text);
            status = STATUS_UNUSABLE;
            break;
        }
        status = run(&options, arena);
        break;
    case PARSE_DONE:
        status = print(text, STATUS_DONE, arena);
        break;
    case PARSE_WRONG:
        write_all(STDERR_FILENO, text);
        status = STATUS_UNUSABLE;
        break;
    }
    arena_destroy(arena);
    return (int)status;
}
