/*
 * The leak scanner against real texts: outputs that databases, languages and tools really produced
 * and error phrases of products, from PROBLEMC_CORPORA, must be found line by line; texts of honest
 * error references must be left alone.
 */
#define _POSIX_C_SOURCE 200809L
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "honest_texts.h"
#include "leak_findings.h"

static bool among(const char *text, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(text, list[i]) == 0)
            return true;
    return false;
}

static const char *corpora(void)
{
    const char *path = getenv("PROBLEMC_CORPORA");
    if (path == NULL || path[0] == '\0') {
        print_message("PROBLEMC_CORPORA is unset\n");
        skip();
    }
    return path;
}

static FILE *open_in(const char *folder, const char *name)
{
    char path[1024];
    int length = snprintf(path, sizeof path, "%s/%s/%s", corpora(), folder, name);
    assert_true(length > 0 && (size_t)length < sizeof path);
    return fopen(path, "r");
}

/* ---------------------------------------------------------------- real outputs */

/* Lines that say nothing by themselves: plain words, a statement cut to its verb, and calls that
 * could as well be a client library's. The lines around them are found. */
static const char *const plain_lines[] = {
    "v20.20.2",
    "  SELEC 1",
    "Error: charge failed for tenant acme-prod",
    "    h.request(req.get_method(), req.selector, req.data, headers,",
    "main88989.memoryAccessException()",
    "panics.nilPtrDereference()",
    "panics.Wait()",
};

struct tally {
    size_t lines, found, plain, punctuation;
};

static void check_lines(const char *folder, const char *name, struct tally *tally)
{
    static char line[1 << 16];
    FILE *file = open_in(folder, name);
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        if (strspn(line, " \t") == strlen(line))
            continue;
        tally->lines++;
        if (leaks(line)) {
            tally->found++;
        } else if (strspn(line, " \t^-=}") == strlen(line)) {
            tally->punctuation++;
        } else {
            if (!among(line, plain_lines, COUNT(plain_lines)))
                fail_msg("%s/%s: missed: %s", folder, name, line);
            tally->plain++;
        }
    }
    assert_int_equal(fclose(file), 0);
}

static void check_folder(const char *folder, struct tally *tally)
{
    char path[1024];
    int length = snprintf(path, sizeof path, "%s/%s", corpora(), folder);
    assert_true(length > 0 && (size_t)length < sizeof path);
    DIR *directory = opendir(path);
    if (directory == NULL) {
        print_message("no %s\n", path);
        skip();
    }
    for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        struct text name = text_of(entry->d_name);
        if (text_ends_with(name, TEXT(".txt")))
            check_lines(folder, entry->d_name, tally);
    }
    closedir(directory);
}

static void lines_of_real_outputs_are_found(void **state)
{
    (void)state;
    struct tally tally = {0};
    check_folder("leak-samples/samples", &tally);
    check_folder("leak-traces", &tally);
    print_message("%zu lines: %zu found, %zu bare punctuation, %zu allowed\n", tally.lines,
                  tally.found, tally.punctuation, tally.plain);
    assert_true(tally.found > 600);
    assert_true(tally.plain <= COUNT(plain_lines));
}

/* The JSON string that starts after `from`; returns what follows it. */
static const char *read_string(const char *from, char *out, size_t size)
{
    size_t length = 0;
    for (; *from && *from != '"'; from++) {
        if (*from == '\\')
            from++;
        assert_true(length + 1 < size);
        out[length++] = *from;
    }
    out[length] = '\0';
    return from;
}

static void no_allowed_line_has_a_telling_token(void **state)
{
    (void)state;
    static const char *const telling[] = {"host",   "path",    "ipv4", "sql", "sqlstate",
                                          "envvar", "srcline", "url",  "ptr", "goframe",
                                          "frame",  "pyframe", "exc"};
    static char line[1 << 16];
    size_t tokens = 0;
    FILE *file = open_in("leak-samples", "MANIFEST.jsonl");
    if (file == NULL) {
        print_message("no leak-samples\n");
        skip();
    }
    while (fgets(line, sizeof line, file)) {
        const char *at = line;
        while ((at = strstr(at, "{\"kind\": \"")) != NULL) {
            char kind[64], token[1024];
            at = read_string(at + strlen("{\"kind\": \""), kind, sizeof kind);
            at = read_string(at + strlen("\", \"text\": \""), token, sizeof token);
            if (!among(kind, telling, COUNT(telling)))
                continue;
            tokens++;
            for (size_t i = 0; i < COUNT(plain_lines); i++)
                assert_null(strstr(plain_lines[i], token));
        }
    }
    assert_int_equal(fclose(file), 0);
    assert_true(tokens > 200);
}

/* What the list of error phrases has that a public text may say just as well. */
static const char *const generic_phrases[] = {
    "Invalid parameter type", "Incorrect column name",
    "Can't find record in",   "Unknown table",
    "internal error",         "A syntax error has occurred",
    "Custom Error Message",   "Error Report",
    "Internal Server Error",  "Invalid Path Character",
    "Parent Directory",       "Type mismatch",
    "invalid query",          "is not allowed to access",
};

static void product_error_phrases_are_found_unless_generic(void **state)
{
    (void)state;
    static const char start[] = "<Pattern type=\"string\">";
    char line[1024];
    size_t specific = 0, generic = 0;
    FILE *file = open_in("leak-patterns", "zap_application_errors.xml");
    if (file == NULL) {
        print_message("no leak-patterns\n");
        skip();
    }
    while (fgets(line, sizeof line, file)) {
        char *phrase = strstr(line, start), *end = strstr(line, "</Pattern>");
        if (phrase == NULL || end == NULL)
            continue;
        phrase += sizeof start - 1;
        *end = '\0';
        bool is_generic = among(phrase, generic_phrases, COUNT(generic_phrases));
        if (leaks(phrase) == is_generic)
            fail_msg("%s: %s", is_generic ? "flagged" : "missed", phrase);
        *(is_generic ? &generic : &specific) += 1;
    }
    assert_int_equal(fclose(file), 0);
    print_message("%zu phrases found, %zu generic\n", specific, generic);
    assert_int_equal(generic, COUNT(generic_phrases));
    assert_true(specific > 70);
}

/* ---------------------------------------------------------------- honest texts */

static void honest_texts_are_left_alone(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(honest_texts); i++) {
        struct findings findings = scan(text_of(honest_texts[i]));
        if (findings.count > 0) {
            print_message("%s\n", honest_texts[i]);
            print_findings(&findings);
        }
        assert_int_equal(findings.count, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_of_real_outputs_are_found),
        cmocka_unit_test(no_allowed_line_has_a_telling_token),
        cmocka_unit_test(product_error_phrases_are_found_unless_generic),
        cmocka_unit_test(honest_texts_are_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
