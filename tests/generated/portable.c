/*
 * What the runtime's vector code and its portable code must both make of the same input, printed
 * for comparison: scans and copies of texts with each byte in each place, texts taken and written,
 * ids, and the generator's blocks.
 *
 *     portable [FILE]      the lines of FILE are taken as texts, too
 */
#include <stdio.h>
#include <stdlib.h>

#include "chacha.h"
#include "scan.h"
#include "syntax.h"
#include "uuid_text.h"

enum { LENGTHS = 40, ROOM = 4096 };

static void print(const char *name, const char *bytes, size_t length)
{
    printf("%s ", name);
    for (size_t i = 0; i < length; i++)
        printf("%02x", (unsigned)(unsigned char)bytes[i]);
    puts("");
}

/* Blocks of exactly the length, for a sanitizer to see a read past either end. */
static void try_text(const char *bytes, size_t length)
{
    char out[ROOM], *text = malloc(length + (length == 0));
    struct writer valid = {out, sizeof out, 0}, logged = valid;
    if (text == NULL)
        abort();
    memcpy(text, bytes, length);
    printf("%zu %zu %zu %zu\n", scan_for(SCAN_CONTROLS, text, length),
           scan_for(SCAN_ESCAPES, text, length), scan_for(SCAN_GUARDED, text, length),
           scan_for(SCAN_PATH, text, length));
    if (problem_write_valid_text(&valid, text, length)) {
        char copy[ROOM], escaped[ROOM]; /* as in a problem, more can be read behind it */
        struct writer writer = {escaped, sizeof escaped, 0};
        print("valid", out, valid.used);
        memcpy(copy, out, sizeof copy);
        problem_write_escaped(&writer, copy, valid.used);
        print("escaped", escaped, writer.used);
    }
    print("copied", out, scan_copy(SCAN_GUARDED, out, text, length));
    problem_write_logged(&logged, text, length);
    print("logged", out, logged.used);
    free(text);
}

static void try_each_byte(void)
{
    for (size_t length = 0; length <= LENGTHS; length++)
        for (size_t at = 0; at < length; at++)
            for (unsigned byte = 0; byte <= 0xff; byte += length < 20 ? 1 : 13) {
                char text[LENGTHS];
                memset(text, 'a', sizeof text);
                text[at] = (char)byte;
                text[length - 1 - at / 2] = "\"\\\xe2?"[byte % 4];
                try_text(text, length);
            }
}

static void try_lines(const char *path)
{
    static char line[ROOM / 6];
    FILE *file = fopen(path, "rb");
    size_t length = 0;
    int byte;
    if (file == NULL) {
        perror(path);
        exit(EXIT_FAILURE);
    }
    while ((byte = getc(file)) != EOF) {
        if (byte != '\n' && length < sizeof line) {
            line[length++] = (char)byte;
            continue;
        }
        try_text(line, length);
        length = 0;
    }
    fclose(file);
}

static void try_ids(void)
{
    uint32_t key[CHACHA_KEY_WORDS] = {1, 2, 3, 4, 5, 6, 7, 0xffffffff};
    unsigned char blocks[2 * CHACHA_BLOCK];
    for (uint32_t counter = 0; counter < 64; counter++) {
        char text[UUID_LENGTH];
        chacha_pair(key, counter, blocks);
        print("blocks", (const char *)blocks, sizeof blocks);
        put_uuid(text, blocks);
        print("id", text, sizeof text);
        memcpy(key, blocks, sizeof key);
    }
}

int main(int count, char **arguments)
{
    try_each_byte();
    try_ids();
    if (count > 1)
        try_lines(arguments[1]);
    return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
