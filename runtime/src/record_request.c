/*
 * What a record says about the request. All of it comes from strangers.
 */
#include "record.h"
#include "syntax.h"
#include "trace.h"

enum { METHOD_MAX = 32, PATH_MAXIMUM = 1024, REFUSED_MAX = 128 };

/* Methods are an open set on the wire and a closed one in a log (semantic conventions, HTTP). */
static bool is_known_method(const char *method)
{
    static const char known[][8] = {"GET",     "HEAD",    "POST",  "PUT",   "DELETE",
                                    "CONNECT", "OPTIONS", "TRACE", "PATCH", "QUERY"};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (method[0] == known[i][0] && strcmp(method, known[i]) == 0)
            return true;
    }
    return false;
}

static void add_method(struct fields *fields, const char *method)
{
    bool known = is_known_method(method);
    field_text(fields, FIELD("http.request.method"), known ? method : "_OTHER");
    if (!known)
        field_cut(fields, FIELD("http.request.method_original"), method, METHOD_MAX);
}

static bool ends_path(char byte)
{
    return byte == '\0' || byte == '?' || byte == '#';
}

/* Where the path begins: an absolute target (RFC 9112 3.2.2) may hold a name and a password. */
static const char *after_authority(const char *target)
{
    if (target[0] == '/')
        return target;
    size_t scheme = strcspn(target, "/?#");
    if (scheme == 0 || target[scheme - 1] != ':' || strncmp(target + scheme, "//", 2) != 0)
        return target;
    const char *authority = target + scheme + 2;
    return authority + strcspn(authority, "/?#");
}

/* Queries hold what people search for and sign in with. */
static void add_path(struct fields *fields, const char *target)
{
    const char *path = after_authority(target);
    size_t length = 0;
    while (length <= PATH_MAXIMUM && !ends_path(path[length]))
        length++;
    size_t begin = field_open(fields, FIELD("url.path"));
    if (length <= PATH_MAXIMUM)
        problem_write_quoted(fields->writer, path, length);
    else
        problem_write_quoted_part(fields->writer, path, problem_cut_at(path, PATH_MAXIMUM));
    field_close(fields, begin);
}

static void add_trace(struct fields *fields, const char *traceparent)
{
    if (!problem_is_traceparent(traceparent)) {
        field_cut(fields, FIELD("problem.request.traceparent_refused"), traceparent, REFUSED_MAX);
        return;
    }
    field_bytes(fields, FIELD("trace_id"), traceparent + TRACE_ID, TRACE_ID_LENGTH);
    field_bytes(fields, FIELD("span_id"), traceparent + TRACE_SPAN, TRACE_SPAN_LENGTH);
    field_bytes(fields, FIELD("trace_flags"), traceparent + TRACE_FLAGS, TRACE_FLAGS_LENGTH);
}

static void add_language(struct fields *fields, const char *language)
{
    size_t begin = field_open(fields, FIELD("http.request.header.accept-language"));
    write_byte(fields->writer, '[');
    problem_write_quoted_cut(fields->writer, language, REFUSED_MAX);
    write_byte(fields->writer, ']');
    field_close(fields, begin);
}

void problem_record_request(struct fields *fields, const struct problem_request *request)
{
    if (request->method != NULL)
        add_method(fields, request->method);
    if (request->path != NULL)
        add_path(fields, request->path);
    if (request->traceparent != NULL)
        add_trace(fields, request->traceparent);
    if (request->request_id != NULL && problem_is_request_id(request->request_id))
        field_text(fields, FIELD("problem.request.id"), request->request_id);
    else if (request->request_id != NULL)
        field_cut(fields, FIELD("problem.request.id_refused"), request->request_id, REFUSED_MAX);
    if (request->accept_language != NULL)
        add_language(fields, request->accept_language);
}
