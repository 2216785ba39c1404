/*
 * What `problemc render` must print, from the linked program: for each case of cases.h a file
 * N.arguments, one argument a line, and a file N.response.
 *
 *     render_cases VIEW DIRECTORY
 */
#include "answer.h"
#include "cases.h"

#include <problem_tables.h>
#include <stdio.h>
#include <string.h>

struct writer {
    const char *directory;
    size_t count;
};

/* Each case is asked for in another way. */
static const struct way {
    const char *id, *accept;
    bool head;
} ways[] = {
    {"7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b12", NULL, false},
    {NULL, "application/problem+json;q=0", false},
    {NULL, NULL, true},
    {"FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF", "application/problem+json;q=0", true},
    {NULL, "text/html, application/json;q=0, application/problem+json;q=0", false},
};

static FILE *create(const struct writer *writer, const char *suffix)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%zu.%s", writer->directory, writer->count, suffix);
    FILE *file = fopen(path, "wb");
    if (file == NULL)
        answer_wrong("can't write %s", path);
    return file;
}

static void write_arguments(FILE *file, const struct every_case *the_case, const struct way *way)
{
    fprintf(file, "%s\n", the_case->problem->code);
    for (size_t i = 0; i < the_case->values.count; i++)
        fprintf(file, "%s\n", the_case->values.items[i]);
    for (size_t i = 0; i < the_case->left_out.count; i++)
        fprintf(file, "%s\n", the_case->left_out.items[i]);
    if (way->id != NULL)
        fprintf(file, "--id\n%s\n", way->id);
    if (way->accept != NULL)
        fprintf(file, "--accept\n%s\n", way->accept);
    if (way->head)
        fprintf(file, "--head\n");
    for (size_t i = 0; i < the_case->violation_count; i++) {
        const struct case_violation *violation = &the_case->violations[i];
        fprintf(file, "--violation\n%s %s", violation->place, violation->rule->name);
        for (size_t j = 0; j < violation->values.count; j++)
            fprintf(file, " %s", violation->values.items[j]);
        fputc('\n', file);
    }
    fclose(file);
}

static void fix_occurrence(struct problem *problem, const char *id)
{
    unsigned char bytes[16] = {[6] = 0x40, [8] = 0x80};
    for (size_t at = 0, i = 0; id != NULL && i < 16; i++) {
        at += id[at] == '-';
        sscanf(id + at, "%2hhx", &bytes[i]);
        at += 2;
    }
    problem_fix_occurrence(problem, bytes);
}

static void write_response(FILE *file, struct problem *problem, const struct way *way)
{
    static char buffer[1 << 20], head[1 << 16];
    const struct every_registry *every = every_linked();
    struct problem_sink no_log = PROBLEM_SINK_NONE;
    struct problem_request request = {
        .method = way->head ? "HEAD" : "GET", .accept = way->accept, .sink = &no_log};
    struct problem_response response;
    problem_respond(every->registry, problem, &request, buffer, every->response_max, &response);
    size_t length = problem_write_head(&response, head, sizeof head);
    ANSWER_CHECK(length <= sizeof head);
    fwrite(head, 1, length, file);
    fwrite(response.body, 1, response.body_length, file);
    if (response.body_length)
        fputc('\n', file);
    fclose(file);
}

/* An enum's value may have blanks, which separate the arguments of a field error. */
static bool can_be_asked_for(const struct every_case *the_case)
{
    for (size_t i = 0; i < the_case->violation_count; i++)
        for (size_t j = 0; j < the_case->violations[i].values.count; j++)
            if (strchr(the_case->violations[i].values.items[j], ' ') != NULL)
                return false;
    return true;
}

static void write_case(const struct every_case *the_case, void *context)
{
    struct writer *writer = context;
    const struct way *way = &ways[writer->count % (sizeof ways / sizeof *ways)];
    struct problem problem = PROBLEM_INIT;
    answer_about("%s, %s", the_case->problem->code, the_case->name);
    if (!can_be_asked_for(the_case))
        return;
    write_arguments(create(writer, "arguments"), the_case, way);
    case_raise(the_case, &problem);
    fix_occurrence(&problem, way->id);
    write_response(create(writer, "response"), &problem, way);
    writer->count++;
}

int main(int argc, char **argv)
{
    struct writer writer = {argc == 3 ? argv[2] : NULL, 0};
    if (argc != 3)
        return 2;
    cases_each(argv[1], write_case, &writer);
    printf("%zu\n", writer.count);
    return 0;
}
