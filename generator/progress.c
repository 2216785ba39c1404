#include "progress.h"

#include <stdio.h>

enum {
    SILENT = 1000, /* milliseconds from the beginning, and between two lines */
    PAUSE = 100,
    LINE_MAX_BYTES = 256,
};

static const struct text erase = {"\r\033[K", 4};

/* The file's name without directories: printable ASCII, cut to what has room. */
static size_t put_file(char *to, size_t room, struct text file)
{
    size_t begin = file.length, length = 0;
    while (begin && file.bytes[begin - 1] != '/')
        begin--;
    for (size_t i = begin; i < file.length && length < room; i++) {
        char byte = file.bytes[i];
        to[length++] = byte >= ' ' && byte < 0x7f ? byte : '?';
    }
    return length;
}

static void show_line(struct progress *progress, const char *stage, size_t done, size_t total)
{
    char line[LINE_MAX_BYTES], rest[96];
    size_t most = progress->columns < sizeof line ? progress->columns : sizeof line;
    int length = snprintf(line, sizeof line, "problemc: %s ", progress->doing);
    int after = total ? snprintf(rest, sizeof rest, ": %s, %zu %%", stage, done * 100 / total)
                      : snprintf(rest, sizeof rest, ": %s", stage);
    size_t at = (size_t)length, tail = (size_t)after;
    if (at + tail + 1 >= most)
        return;
    at += put_file(line + at, most - at - tail - 1, progress->file);
    memcpy(line + at, rest, tail);
    progress->show(erase);
    progress->show((struct text){line, at + tail});
}

void progress_begin(struct progress *progress)
{
    progress->begun = progress->now();
    progress->shown = 0;
}

void progress_tell(void *context, const char *stage, size_t done, size_t total)
{
    struct progress *progress = context;
    uint64_t now = progress->now();
    if (now - progress->begun < SILENT || (progress->shown && now - progress->shown < PAUSE))
        return;
    progress->shown = now;
    show_line(progress, stage, done, total);
}

void progress_clear(struct progress *progress)
{
    if (progress->shown)
        progress->show(erase);
    progress->shown = 0;
}
