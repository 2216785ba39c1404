#define _POSIX_C_SOURCE 200809L /* scandir */

#include "two_layers_samples.h"

#include "answer.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { POOL = 1 << 19, SAMPLES_MAX = 2048, TOKENS_MAX = 1 << 15, TOKEN_MIN = 6 };

static char pool[POOL];
static size_t pool_used;
static struct sample items[SAMPLES_MAX];
static struct token tokens[TOKENS_MAX];
static struct samples all;
static const char *known_text;

static const char *keep(const char *bytes, size_t length)
{
    char *kept = pool + pool_used;
    if (length >= POOL - pool_used)
        answer_wrong("the corpora are larger than expected");
    memcpy(kept, bytes, length);
    kept[length] = '\0';
    pool_used += length + 1;
    return kept;
}

/* ---------------------------------------------------------------- tokens */

static bool is_new_token(const struct sample *sample, const char *bytes, size_t length)
{
    for (size_t i = 0; i < sample->token_count; i++)
        if (sample->tokens[i].length == length &&
            memcmp(sample->tokens[i].bytes, bytes, length) == 0)
            return false;
    return true;
}

static bool is_known(const char *bytes, size_t length)
{
    char text[4096];
    if (length >= sizeof text)
        return false;
    memcpy(text, bytes, length);
    text[length] = '\0';
    return strstr(known_text, text) != NULL;
}

/* The sample's tokens are the last ones in `tokens`. */
static void add_token(struct sample *sample, const char *bytes, size_t length)
{
    if (length < TOKEN_MIN || !is_new_token(sample, bytes, length))
        return;
    if (is_known(bytes, length)) {
        all.known_tokens++;
        return;
    }
    if (all.token_count == TOKENS_MAX)
        answer_wrong("more tokens than expected");
    tokens[all.token_count++] = (struct token){bytes, length};
    sample->token_count++;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A word of plain language would be found everywhere. */
static bool is_telling(const char *word, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!is_letter(word[i]) || (i > 0 && word[i] < 'a'))
            return true;
    return false;
}

static void add_words(struct sample *sample, const char *line, size_t length)
{
    static const char around[] = " \t\r\"'`()<>[]{}|,;=\\";
    for (size_t at = 0; at < length;) {
        size_t word = at;
        while (at < length && strchr(around, line[at]) == NULL)
            at++;
        size_t end = at++;
        while (end > word && (line[end - 1] == '.' || line[end - 1] == ':'))
            end--;
        if (is_telling(line + word, end - word))
            add_token(sample, line + word, end - word);
    }
}

static void add_tokens_of_line(struct sample *sample, const char *line, size_t length)
{
    while (length > 0 && (line[0] == ' ' || line[0] == '\t')) {
        line++;
        length--;
    }
    add_token(sample, line, length);
    add_words(sample, line, length);
}

/* ---------------------------------------------------------------- samples */

static struct sample *add_sample(const char *file, size_t number, const char *text, size_t length)
{
    if (all.count == SAMPLES_MAX)
        answer_wrong("more samples than expected");
    struct sample *sample = &items[all.count++];
    snprintf(sample->name, sizeof sample->name, number ? "%s:%zu" : "%s", file, number);
    sample->text = keep(text, length);
    sample->length = length;
    sample->whole = number == 0;
    sample->tokens = tokens + all.token_count;
    sample->token_count = 0;
    return sample;
}

static bool is_new_line(const char *line, size_t length)
{
    for (size_t i = 0; i < all.count; i++)
        if (!items[i].whole && items[i].length == length &&
            memcmp(items[i].text, line, length) == 0)
            return false;
    return true;
}

/* Each line: a sample of its own where `alone`, else tokens of `sample`. */
static void each_line(struct sample *sample, const char *file, const char *text, bool alone)
{
    size_t number = 1;
    for (const char *line = text; *line != '\0'; number++) {
        size_t length = strcspn(line, "\n");
        if (!alone)
            add_tokens_of_line(sample, line, length);
        else if (length >= TOKEN_MIN && is_new_line(line, length))
            add_tokens_of_line(add_sample(file, number, line, length), line, length);
        line += length + (line[length] == '\n');
    }
}

static size_t read_file(const char *directory, const char *name, char *text, size_t size)
{
    char path[4096];
    if (snprintf(path, sizeof path, "%s/%s", directory, name) >= (int)sizeof path)
        answer_wrong("a path of more than %zu bytes", sizeof path);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        answer_wrong("can't read %s", path);
    size_t length = fread(text, 1, size - 1, file);
    fclose(file);
    text[length] = '\0';
    if (length == size - 1 || strlen(text) != length)
        answer_wrong("%s is no text of the expected size", path);
    return length;
}

static void add_file(const char *directory, const char *name, const cJSON *named_tokens)
{
    char text[8192];
    size_t length = read_file(directory, name, text, sizeof text);
    const char *file = strrchr(name, '/') ? strrchr(name, '/') + 1 : name;
    struct sample *sample = add_sample(file, 0, text, length);
    all.whole_count++;
    const cJSON *token;
    cJSON_ArrayForEach(token, named_tokens)
    {
        const char *bytes = cJSON_GetObjectItemCaseSensitive(token, "text")->valuestring;
        add_token(sample, keep(bytes, strlen(bytes)), strlen(bytes));
    }
    each_line(sample, file, sample->text, false);
    each_line(sample, file, sample->text, true);
}

/* ---------------------------------------------------------------- the corpora */

static void add_leak_samples(const char *directory)
{
    static char manifest[1 << 17];
    read_file(directory, "MANIFEST.jsonl", manifest, sizeof manifest);
    for (const char *line = manifest; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        cJSON *row = cJSON_ParseWithLength(line, length);
        line += length + (line[length] == '\n');
        const cJSON *file = cJSON_GetObjectItemCaseSensitive(row, "file");
        if (!cJSON_IsString(file))
            answer_wrong("%s/MANIFEST.jsonl has a line without a file", directory);
        add_file(directory, file->valuestring, cJSON_GetObjectItemCaseSensitive(row, "tokens"));
        cJSON_Delete(row);
    }
}

static int is_trace(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);
    return length > 4 && strcmp(entry->d_name + length - 4, ".txt") == 0;
}

static void add_leak_traces(const char *directory)
{
    struct dirent **entries;
    int count = scandir(directory, &entries, is_trace, alphasort);
    if (count <= 0)
        answer_wrong("no traces in %s", directory);
    for (int i = 0; i < count; i++) {
        add_file(directory, entries[i]->d_name, NULL);
        free(entries[i]);
    }
    free(entries);
}

struct samples samples_read(const char *corpora, const char *known)
{
    char directory[4096];
    known_text = known;
    all.items = items;
    snprintf(directory, sizeof directory, "%s/leak-samples", corpora);
    add_leak_samples(directory);
    snprintf(directory, sizeof directory, "%s/leak-traces", corpora);
    add_leak_traces(directory);
    return all;
}
