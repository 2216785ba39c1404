/*
 * Who else may have written the body of an error: servers' and frameworks' own pages, and what
 * languages print when nobody caught an exception. A row is recognised by texts that all of its
 * pages have; the first that fits wins.
 */
#include "verify/answer.h"

#include <string.h>

struct row {
    const char *has, *and; /* `and` NULL: one is enough */
    struct foreign foreign;
};

#define PAGE(has, and, who, help)                                                                  \
    {                                                                                              \
        has, and,                                                                                  \
        {                                                                                          \
            who, help, false                                                                       \
        }                                                                                          \
    }
#define TRACE(has, and, who)                                                                       \
    {                                                                                              \
        has, and,                                                                                  \
        {                                                                                          \
            who, catching, true                                                                    \
        }                                                                                          \
    }

static const char catching[] =
    "catch it where requests are answered, and raise the registry's fallback there";
static const char in_front[] =
    "what stands in front of the service answers, too: let its error pages be problems "
    "(nginx: error_page with a location of default_type application/problem+json)";
static const char framework[] =
    "register an error handler with the framework that answers with problems";

static const struct row rows[] = {
    TRACE("Traceback (most recent call last)", NULL, "a Python traceback"),
    TRACE("goroutine ", "[running]", "a Go panic"),
    TRACE("panicked at ", NULL, "a Rust panic"),
    TRACE("Fatal error", " on line ", "a PHP error"),
    TRACE("Stack trace:", "#0 ", "a PHP stack trace"),
    TRACE("\tat ", "Exception", "a Java stack trace"),
    TRACE("\tat ", "Error", "a Java stack trace"),
    TRACE("   at ", "Exception", "a .NET stack trace"),
    TRACE("    at ", "Error", "a JavaScript stack trace"),
    TRACE(".rb:", ":in `", "a Ruby backtrace"),
    TRACE("AddressSanitizer", NULL, "a sanitizer's report"),
    PAGE("Werkzeug Debugger", NULL, "Werkzeug's debugger", "switch the debug mode off"),
    PAGE("DEBUG = True", "Django", "Django's debug page", "set DEBUG = False"),
    PAGE("Whitelabel Error Page", NULL, "Spring Boot's own error page", framework),
    PAGE("Action Controller: Exception caught", NULL, "Rails' debug page",
         "set consider_all_requests_local = false"),
    PAGE("<center>openresty", NULL, "openresty's own error page", in_front),
    PAGE("<center>awselb", NULL, "the AWS load balancer's own error page", in_front),
    PAGE("<center>cloudflare", NULL, "Cloudflare's own error page", in_front),
    PAGE("<center>nginx", NULL, "nginx's own error page",
         "let nginx answer with problems: error_page with a location of default_type "
         "application/problem+json, or an nginx module (problem_nginx.h)"),
    PAGE("<address>Apache", NULL, "Apache's own error page",
         "let the service answer, through FastCGI (problem_fastcgi.h), or give ErrorDocument a "
         "file that is labelled application/problem+json"),
    PAGE("-//IETF//DTD HTML 2.0//EN", NULL, "Apache's own error page",
         "let the service answer, through FastCGI (problem_fastcgi.h), or give ErrorDocument a "
         "file that is labelled application/problem+json"),
    PAGE("No server is available to handle this request", NULL, "HAProxy's own error page",
         "give HAProxy an http-error with content-type application/problem+json"),
    PAGE("Guru Meditation", NULL, "Varnish's own error page", in_front),
    PAGE("upstream connect error or disconnect", NULL, "Envoy's own error text", in_front),
    PAGE("no healthy upstream", NULL, "Envoy's own error text", in_front),
    PAGE("HTTP Status ", "Tomcat", "Tomcat's own error page", framework),
    PAGE("HTTP Status ", "<h1>HTTP Status", "Tomcat's own error page", framework),
    PAGE("Powered by Jetty", NULL, "Jetty's own error page", framework),
    PAGE("Server Error in '", "Application", "ASP.NET's own error page", framework),
    PAGE("Microsoft-HTTPAPI", NULL, "HTTP.sys' own error page", framework),
    PAGE("<title>Error</title>", "<pre>Error", "Express' own error page", framework),
    PAGE("<pre>Cannot ", "</pre>", "Express' own error page", framework),
    PAGE("<title>Error response</title>", "Error code", "Python's http.server's own error page",
         framework),
    PAGE("404 page not found", NULL, "Go's net/http's own 404", framework),
    PAGE("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>", "<h1>", "lighttpd's own error page",
         in_front),
};

#undef PAGE
#undef TRACE

static bool holds(struct text text, const char *needle)
{
    size_t length = strlen(needle);
    const char *at = text.bytes, *end = text.bytes + text.length;
    while ((size_t)(end - at) >= length &&
           (at = memchr(at, needle[0], (size_t)(end - at) - length + 1)) != NULL) {
        if (memcmp(at, needle, length) == 0)
            return true;
        at++;
    }
    return false;
}

/* "Error 404: Not Found", which other words may follow in another line. */
static bool is_civetweb(struct text body)
{
    if (!text_starts_with(body, TEXT("Error ")) || body.length < 11)
        return false;
    for (size_t i = 6; i < 9; i++)
        if (body.bytes[i] < '0' || body.bytes[i] > '9')
            return false;
    return body.bytes[9] == ':' && body.bytes[10] == ' ';
}

const struct foreign *foreign_find(struct text body)
{
    static const struct foreign civetweb = {
        "civetweb's own error text",
        "set callbacks.http_error to a function that calls problem_civetweb_http_error "
        "(problem_civetweb.h)",
        false};
    enum { LOOKED_AT = 1024 * 1024 };
    body = text_slice(body, 0, LOOKED_AT);
    if (is_civetweb(body))
        return &civetweb;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (holds(body, rows[i].has) && (rows[i].and == NULL || holds(body, rows[i].and)))
            return &rows[i].foreign;
    return NULL;
}

/* ---------------------------------------------------------------- JSON of others */

/* By the names that all of an object's have. */
static const struct {
    const char *names[4];
    const char *who;
} objects[] = {
    {{"timestamp", "status", "error", "path"}, "Spring Boot's own error"},
    {{"type", "title", "status", "traceId"}, "ASP.NET's own problem"},
    {{"statusCode", "message", "error", NULL}, "NestJS' own error"},
    {{"statusCode", "message", NULL, NULL}, "NestJS' own error"},
    {{"success", "message", NULL, NULL}, "an error of an API's own form"},
    {{"error", NULL, NULL, NULL}, "an error of an API's own form"},
};

const char *foreign_object(const struct body *body)
{
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++) {
        bool all = true;
        for (size_t j = 0; j < 4 && objects[i].names[j]; j++)
            all = all && body_member(body, body->root, text_of(objects[i].names[j]));
        if (all)
            return objects[i].who;
    }
    const char *at = body->root, *name, *value;
    bool alone = problem_json_next_member(&at, &name, &value) &&
                 text_is(body_text(body, name), "detail") &&
                 !problem_json_next_member(&at, &name, &value);
    return alone ? "FastAPI's or Django REST framework's own error" : NULL;
}

/* ---------------------------------------------------------------- */

static bool is_html(struct text body)
{
    size_t at = 0;
    while (at < body.length && problem_json_is_space(body.bytes[at]))
        at++;
    return at < body.length && body.bytes[at] == '<';
}

void verify_foreign(struct answer *answer)
{
    struct text body = answer->message->body;
    const struct foreign *foreign = foreign_find(body);
    const char *what = is_html(body) ? "HTML or XML" : "text";
    struct text at = text_slice(body, 0, 1);
    struct diagnostic *finding =
        foreign
            ? answer_report(answer, "foreign-body", at, "this is %s, and no problem", foreign->who)
            : answer_report(answer, "foreign-body", at,
                            "the body is %s that somebody else has written, and no problem", what);
    answer_help(finding, "%s",
                foreign
                    ? foreign->help
                    : "find who answers here, and let it answer with a problem: an adapter does "
                      "that for its server (runtime/README.md)");
}
