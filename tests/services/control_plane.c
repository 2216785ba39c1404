/*
 * control_plane.c - the other side: a program that asks a service for something, and decides by the
 * registry whether to ask again. No text is searched for "503" here, or for anything else.
 *
 *     control_plane URL...
 *
 * For each URL a line: what it got, what it makes of that, and how many seconds to wait before the
 * next try; -1 where the service does not say.
 *
 *     not-found permanent -1
 */
#include <curl/curl.h>
#include <payments_problems.h>
#include <problem_client.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { BODY_MAX = 65536 };

struct body {
    char bytes[BODY_MAX];
    size_t length;
};

/* A body that is too long ends the transfer: no problem has that much to say. */
static size_t take(char *bytes, size_t size, size_t count, void *context)
{
    struct body *body = context;
    size_t length = size * count;
    if (length > sizeof body->bytes - body->length)
        return 0;
    memcpy(body->bytes + body->length, bytes, length);
    body->length += length;
    return length;
}

static const char *field(CURL *curl, const char *name)
{
    struct curl_header *header;
    return curl_easy_header(curl, name, 0, CURLH_HEADER, -1, &header) == CURLHE_OK ? header->value
                                                                                   : NULL;
}

static void decide(CURL *curl, const char *url, const struct body *body)
{
    static char scratch[PROBLEM_SCRATCH_SIZE(BODY_MAX)];
    struct problem_received received;
    struct problem_info info;
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    struct problem_reply reply = {
        .status = (int)status,
        .content_type = field(curl, "Content-Type"),
        .url = url,
        .retry_after = field(curl, "Retry-After"),
        .body = body->bytes,
        .length = body->length,
    };
    problem_receive(PAYMENTS_REGISTRY, &reply, scratch, sizeof scratch, &received);
    bool known = problem_describe(PAYMENTS_REGISTRY, received.number, &info);
    printf("%s %s %lld\n", known ? info.code : "unknown",
           problem_is_transient(&received) ? "transient" : "permanent",
           (long long)problem_retry_after(&received, time(NULL)));
}

static bool ask(CURL *curl, const char *url)
{
    static struct body body;
    body.length = 0;
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, (void *)&body);
    CURLcode result = curl_easy_perform(curl);
    if (result == CURLE_OK)
        decide(curl, url, &body);
    else
        fprintf(stderr, "%s: %s\n", url, curl_easy_strerror(result));
    return result == CURLE_OK;
}

int main(int argc, char **argv)
{
    bool asked = argc > 1;
    curl_global_init(CURL_GLOBAL_DEFAULT);
    CURL *curl = curl_easy_init();
    for (int i = 1; i < argc && asked; i++)
        asked = ask(curl, argv[i]);
    curl_easy_cleanup(curl);
    curl_global_cleanup();
    return asked ? 0 : 1;
}
