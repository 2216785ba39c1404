#include "respond.h"

#include "answer.h"
#include "fuzz.h"
#include "verify/verify.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The problem that is rendered: nothing raised gives the fallback. */
static size_t index_of(const struct compiled *compiled, const struct problem *problem)
{
    uint32_t number = problem_raised(problem);
    for (size_t i = 0; i < compiled->registry->problem_count; i++)
        if (compiled->registry->problems[i].number == number)
            return i;
    FUZZ_EXPECT(number == 0);
    return compiled->registry->fallback_problem->index;
}

/* A block of its own, so that the sanitizer sees a byte too much; never of no bytes. */
static char *block(size_t size)
{
    char *bytes = malloc(size ? size : 1);
    FUZZ_EXPECT(bytes != NULL);
    return bytes;
}

static void check_tight(const struct problem_registry *registry, struct problem *problem,
                        const struct problem_request *request, size_t needed,
                        const struct problem_response *full)
{
    struct problem_response response;
    char *buffer = block(needed);
    FUZZ_EXPECT(problem_respond(registry, problem, request, buffer, needed, &response) == needed);
    FUZZ_EXPECT(response.content_length == full->content_length);
    FUZZ_EXPECT(response.body_length == full->body_length);
    if (full->body_length)
        FUZZ_EXPECT(memcmp(response.body, full->body, full->body_length) == 0);
    free(buffer);
    if (needed == 0)
        return;
    buffer = block(needed - 1);
    FUZZ_EXPECT(problem_respond(registry, problem, request, buffer, needed - 1, &response) ==
                needed);
    FUZZ_EXPECT(response.status == full->status && response.body_length == 0);
    free(buffer);
}

static void check_detail(const struct problem *problem)
{
    size_t length = problem_detail(problem, NULL, 0);
    char *buffer = block(length + 1);
    FUZZ_EXPECT(problem_detail(problem, buffer, length + 1) == length);
    if (length)
        FUZZ_EXPECT(strlen(buffer) == length);
    free(buffer);
}

/* What is printable can't end its line. */
static void check_head(const struct problem_response *response)
{
    size_t length = problem_write_head(response, NULL, 0);
    char *head = block(length);
    FUZZ_EXPECT(problem_write_head(response, head, length) == length);
    free(head);
    for (size_t i = 0; i < response->header_count; i++)
        for (const char *byte = response->headers[i].value; *byte; byte++)
            FUZZ_EXPECT(*byte >= ' ' && *byte <= '~');
}

/* Whatever a service raises, the verifier has nothing against the response: but for leaks, as texts
 * hold anything here, and for a header that is dropped because its value does not fit. */
static void check_verified(const struct compiled *compiled, const struct problem_response *response,
                           bool head)
{
    static const char *const allowed[] = {
        "header-missing", "leak-address", "leak-environment", "leak-hostname", "leak-path",
        "leak-sql",       "leak-system",  "leak-token",       "leak-trace",    "leak-version",
    };
    struct arena *arena = arena_create(abort);
    struct sources *sources = sources_create(arena);
    struct diagnostics *diagnostics = diagnostics_create(arena, sources);
    struct buffer message = buffer_create(arena), out = buffer_create(arena);
    const struct source *source;
    struct verify_request request = {.registry = compiled->registry,
                                     .image = &compiled->image,
                                     .head = head,
                                     .allowed = allowed,
                                     .allowed_count = sizeof allowed / sizeof *allowed};
    struct verdicts verdicts = {NULL, 0};
    struct text why;
    size_t length = problem_write_head(response, NULL, 0);
    problem_write_head(response, buffer_reserve(&message, length), length);
    message.length += length;
    buffer_text(&message, (struct text){response->body, response->body_length});
    source_add_bytes(sources, "answer", buffer_contents(&message), diagnostics, &source);
    FUZZ_EXPECT(verify_source(verifier_create(&request, sources, arena), source, &verdicts, &why));
    verify_print_text(&verdicts, false, false, &out);
    if (verdicts.count != 1 || !verdict_ok(&verdicts.items[0], false))
        fprintf(stderr, "%.*s\n%.*s", TEXT_ARGS(buffer_contents(&message)),
                TEXT_ARGS(buffer_contents(&out)));
    FUZZ_EXPECT(verdicts.count == 1 && verdict_ok(&verdicts.items[0], false));
    arena_destroy(arena);
}

void respond_check(const struct compiled *compiled, struct problem *problem,
                   const struct problem_request *request)
{
    const struct image *image = &compiled->image;
    const struct problem_registry *registry = image_registry(image);
    struct problem_response response;
    char *buffer = block(image->response_max);
    size_t needed =
        problem_respond(registry, problem, request, buffer, image->response_max, &response);
    FUZZ_EXPECT(needed <= image->response_max);
    FUZZ_EXPECT(response.content_length <= image->body_max[index_of(compiled, problem)]);
    if (response.body_length)
        fuzz_expect_json((struct text){response.body, response.body_length});
    check_head(&response);
    check_tight(registry, problem, request, needed, &response);
    check_detail(problem);
    check_verified(compiled, &response,
                   request && request->method && strcmp(request->method, "HEAD") == 0);
    free(buffer);
}

void respond_check_whole(const struct compiled *compiled, struct problem *problem)
{
    size_t size = compiled->image.response_max;
    struct problem_response response;
    char *buffer = block(size);
    respond_check(compiled, problem, NULL);
    problem_respond(image_registry(&compiled->image), problem, NULL, buffer, size, &response);
    cJSON_Delete(answer_check(&response));
    free(buffer);
}
