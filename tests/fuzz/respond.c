#include "respond.h"

#include "answer.h"
#include "fuzz.h"

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
