/*
 * curl.yaml against libcurl: transfers from 127.0.0.1 that fail, each in its own way.
 */
#define _GNU_SOURCE

#include "groups_from_curl.h"
#include "real.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* What the other side does with a connection. */
struct peer {
    int port;
    pid_t process; /* 0: none, nobody accepts */
    int listening;
};

static int listening_socket(int backlog, int *port)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *generic = (struct sockaddr *)&address;
    socklen_t length = sizeof address;
    int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0 || bind(descriptor, generic, length) ||
        (backlog && listen(descriptor, backlog)) || getsockname(descriptor, generic, &length))
        real_give_up("socket");
    *port = ntohs(address.sin_port);
    return descriptor;
}

/* Takes one connection, reads what comes first, answers, closes. */
static void answer_once(int listening, const char *answer)
{
    char request[4096];
    alarm(20);
    int connection = accept(listening, NULL, NULL);
    if (connection < 0 || read(connection, request, sizeof request) < 0 ||
        write(connection, answer, strlen(answer)) < 0)
        _exit(1);
    shutdown(connection, SHUT_WR);
    while (read(connection, request, sizeof request) > 0)
        ;
    _exit(0);
}

static struct peer peer_that_answers(const char *answer)
{
    struct peer peer = {0, 0, -1};
    peer.listening = listening_socket(1, &peer.port);
    peer.process = fork();
    if (peer.process < 0)
        real_give_up("fork");
    if (peer.process == 0)
        answer_once(peer.listening, answer);
    return peer;
}

static void peer_end(struct peer peer)
{
    close(peer.listening);
    if (peer.process)
        waitpid(peer.process, NULL, 0);
}

static size_t discard(char *data, size_t size, size_t count, void *context)
{
    (void)data, (void)context;
    return size * count;
}

static size_t refuse(char *data, size_t size, size_t count, void *context)
{
    (void)data, (void)size, (void)count, (void)context;
    return 0;
}

static CURL *transfer(const char *scheme, int port)
{
    char url[64];
    snprintf(url, sizeof url, "%s://127.0.0.1:%d/", scheme, port);
    CURL *easy = curl_easy_init();
    curl_easy_setopt(easy, CURLOPT_URL, url);
    curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, 10000L);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, discard);
    return easy;
}

static void expect(const char *what, CURL *easy, int wanted)
{
    CURLcode code = curl_easy_perform(easy);
    real_expect_number(what, (long)code, (int)groups_from_curl((int)code, curl_easy_strerror(code)),
                       wanted);
    curl_easy_cleanup(easy);
}

static void expect_url(const char *url, int wanted)
{
    CURL *easy = transfer("http", 1);
    curl_easy_setopt(easy, CURLOPT_URL, url);
    expect(url, easy, wanted);
}

static void expect_answer(const char *scheme, const char *answer, int wanted)
{
    struct peer peer = peer_that_answers(answer);
    expect(answer, transfer(scheme, peer.port), wanted);
    peer_end(peer);
}

static void urls(void)
{
    /* Longer than a name's parts may be, so that no server of names is asked. */
    static const char no_name[] =
        "http://1234567890123456789012345678901234567890123456789012345678901234567890.test/";
    expect_url("http://[", GROUPS_INVALID);
    expect_url("nonsense://127.0.0.1/", GROUPS_UNSUPPORTED);
    expect_url(no_name, GROUPS_UNREACHABLE);
    expect_url("file:///no/such/file", GROUPS_MISSING);
}

static void connections(void)
{
    struct peer silent = {0, 0, -1};
    silent.listening = listening_socket(0, &silent.port);
    expect("nobody listens", transfer("http", silent.port), GROUPS_UNREACHABLE);
    peer_end(silent);

    silent.listening = listening_socket(1, &silent.port);
    CURL *easy = transfer("http", silent.port);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, 200L);
    expect("nobody answers", easy, GROUPS_TIMEOUT);
    peer_end(silent);
}

static void answers(void)
{
    static const char answer[] = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ntext";
    static const char elsewhere[] =
        "HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n";
    static const char error[] = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
    expect_answer("http", answer, 0);
    expect_answer("http", "", GROUPS_CLOSED);
    expect_answer("http", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ntext", GROUPS_CLOSED);
    expect_answer("http", "HTTP/9.9 200 OK\r\n\r\n", GROUPS_UNSUPPORTED);
    expect_answer("https", "this is no TLS\r\n", GROUPS_TLS);
    expect_answer("http", error, 0);

    struct peer peer = peer_that_answers(elsewhere);
    CURL *easy = transfer("http", peer.port);
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(easy, CURLOPT_MAXREDIRS, 0L);
    expect("one redirect too many", easy, GROUPS_PROTOCOL);
    peer_end(peer);

    peer = peer_that_answers(error);
    easy = transfer("http", peer.port);
    curl_easy_setopt(easy, CURLOPT_FAILONERROR, 1L);
    expect("a status from 400 on", easy, GROUPS_REJECTED);
    peer_end(peer);

    peer = peer_that_answers(answer);
    easy = transfer("http", peer.port);
    curl_easy_setopt(easy, CURLOPT_MAXFILESIZE, 2L);
    expect("more than is allowed", easy, GROUPS_TOO_LARGE);
    peer_end(peer);

    peer = peer_that_answers(answer);
    easy = transfer("http", peer.port);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, refuse);
    expect("nobody takes the data", easy, GROUPS_IO);
    peer_end(peer);
}

int main(void)
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
    urls();
    connections();
    answers();
    curl_global_cleanup();
    return real_result();
}
