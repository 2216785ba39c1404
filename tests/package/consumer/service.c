/* Answers one request, and checks that the answer is what the registry says; prints it. */
#include "shop_from_errno.h"
#include "shop_problems.h"

#include <errno.h>
#include <problem_client.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    struct problem problem = PROBLEM_INIT;
    struct problem_sink no_log = PROBLEM_SINK_NONE;
    struct problem_request request = {.method = "GET", .path = "/orders", .sink = &no_log};
    struct problem_response response;
    struct problem_received received;
    struct problem_reply reply = {0};
    char buffer[SHOP_RESPONSE_MAX], scratch[PROBLEM_SCRATCH_SIZE(SHOP_RESPONSE_MAX)];
    shop_raise_sold_out(&problem, 3);
    problem_respond(SHOP_REGISTRY, &problem, &request, buffer, sizeof buffer, &response);
    printf("%d %.*s\n", response.status, (int)response.body_length, response.body);

    reply.status = response.status;
    reply.content_type = "application/problem+json";
    reply.body = response.body;
    reply.length = response.body_length;
    problem_receive(SHOP_REGISTRY, &reply, scratch, sizeof scratch, &received);
    return received.number == SHOP_SOLD_OUT && shop_from_errno(ENOENT, NULL) == SHOP_NOT_FOUND ? 0
                                                                                               : 1;
}
