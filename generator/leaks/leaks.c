/*
 * The scan: asks at every byte where a leak may start the shapes and phrases that begin with it,
 * and of leaks that overlap keeps the longest. Leaks come in the order of their first byte, so one
 * pending leak is all there is to remember.
 */
#include "leaks/leaks.h"
#include "leaks/leak_internal.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct {
    const char *id, *what;
} kinds[] = {
    [LEAK_PATH] = {"leak-path", "a file path"},
    [LEAK_ADDRESS] = {"leak-address", "a network address"},
    [LEAK_HOSTNAME] = {"leak-hostname", "a host name"},
    [LEAK_SQL] = {"leak-sql", "SQL"},
    [LEAK_TRACE] = {"leak-trace", "a stack trace"},
    [LEAK_DEBUGGER] = {"leak-trace", "a debugger's or sanitizer's output"},
    [LEAK_ENVIRONMENT] = {"leak-environment", "an environment name"},
    [LEAK_VERSION] = {"leak-version", "a software version"},
    [LEAK_TOKEN] = {"leak-token", "a secret"},
    [LEAK_SYSTEM] = {"leak-system", "a system error message"},
    [LEAK_MEMORY] = {"leak-system", "a memory address"},
};

#define UPPER   "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define LETTERS UPPER "abcdefghijklmnopqrstuvwxyz"
#define DIGITS  "0123456789"
#define WORD    LETTERS DIGITS "_"
#define HEX     DIGITS "abcdefABCDEF"

/* Of two that give the same bytes away the earlier row wins. */
static const struct {
    enum leak_kind kind;
    leak_shape *shape;
    const char *first; /* the bytes that it can start with; others are not put to it */
} shapes[] = {
    {LEAK_TOKEN, leak_credentials_url, WORD},
    {LEAK_TOKEN, leak_secret_token, LETTERS},
    {LEAK_TOKEN, leak_jwt, "e"},
    {LEAK_TOKEN, leak_secret_assignment, LETTERS},
    {LEAK_TRACE, leak_frame, "a"},
    {LEAK_TRACE, leak_exception_class, LETTERS},
    {LEAK_TRACE, leak_symbol, LETTERS "_:<>"},
    {LEAK_SQL, leak_select, "sS"},
    {LEAK_PATH, leak_posix_path, "/~"},
    {LEAK_PATH, leak_windows_path, LETTERS "\\"},
    {LEAK_PATH, leak_source_line, WORD ".-+/~@%{}$"},
    {LEAK_PATH, leak_file_url, "fF"},
    {LEAK_HOSTNAME, leak_service_url, LETTERS},
    {LEAK_ADDRESS, leak_ipv4, DIGITS},
    {LEAK_ADDRESS, leak_ipv6, HEX ":["},
    {LEAK_HOSTNAME, leak_host, WORD "-."},
    {LEAK_ENVIRONMENT, leak_environment_name, UPPER},
    {LEAK_VERSION, leak_software_version, LETTERS},
    {LEAK_MEMORY, leak_map, HEX},
    {LEAK_MEMORY, leak_memory_address, "0"},
    {LEAK_SYSTEM, leak_errno, "E"},
};

struct leak_scanner {
    struct leak_index phrases;
    struct leak_words words;
    /* By byte: 1 + row of each shape that can start with it, then 0. */
    unsigned char starting[256][COUNT(shapes) + 1];
};

struct leak_scanner *leak_scanner_create(struct arena *arena)
{
    struct leak_scanner *scanner = arena_allocate(arena, sizeof *scanner);
    leak_index_build(arena, &scanner->phrases);
    leak_words_build(&scanner->words);
    for (size_t i = 0; i < COUNT(shapes); i++)
        for (const char *first = shapes[i].first; *first; first++) {
            unsigned char *rows = scanner->starting[(unsigned char)*first];
            while (*rows)
                rows++;
            *rows = (unsigned char)(i + 1);
        }
    return scanner;
}

struct found {
    enum leak_kind kind;
    size_t start, end; /* no leak when they are equal */
};

static void keep_longer(struct found *best, enum leak_kind kind, size_t start, size_t end)
{
    if (end > start && end - start > best->end - best->start)
        *best = (struct found){kind, start, end};
}

/* `plain`: no shape starts here, as none does with a NUL. */
static struct found leak_at(const struct leak_scanner *scanner, struct text text, size_t at,
                            bool plain)
{
    struct found best = {LEAK_SYSTEM, at, at};
    const struct leak_phrase *row = NULL;
    const unsigned char *rows = scanner->starting[plain ? 0 : (unsigned char)text.bytes[at]];
    for (; *rows; rows++)
        keep_longer(&best, shapes[*rows - 1].kind, at, shapes[*rows - 1].shape(text, at));
    size_t end = leak_phrase_at(&scanner->phrases, text, at, &row);
    if (row)
        keep_longer(&best, row->kind, at, end);
    return best;
}

static void report(const struct found *leak, leak_found *found, void *context)
{
    if (leak->end == leak->start)
        return;
    found(context, &(struct leak){kinds[leak->kind].id, kinds[leak->kind].what, leak->start,
                                  leak->end - leak->start});
}

void leaks_find(const struct leak_scanner *scanner, struct text text, leak_found *found,
                void *context)
{
    struct found pending = {LEAK_SYSTEM, 0, 0};
    for (size_t at = 0; at < text.length; at++) {
        if (!leak_may_start(text, at))
            continue;
        size_t word_end =
            leak_letter(text.bytes[at]) ? leak_plain_word(&scanner->words, text, at) : 0;
        struct found leak = leak_at(scanner, text, at, word_end != 0);
        if (word_end)
            at = word_end - 1; /* nothing starts inside of a word */
        if (leak.end == leak.start)
            continue;
        if (leak.start >= pending.end) {
            report(&pending, found, context);
            pending = leak;
        } else {
            keep_longer(&pending, leak.kind, leak.start, leak.end);
        }
    }
    report(&pending, found, context);
}
