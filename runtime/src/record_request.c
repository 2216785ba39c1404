/*
 * What a record says about the request. All of it comes from strangers.
 */
#include "record_usual.h"
#include "trace.h"

enum { METHOD_MAX = 32, REFUSED_MAX = 128 };

struct fields problem_record_method(struct fields fields, const char *method)
{
    const struct method *known = known_method(method);
    if (known != NULL) {
        fields.cut = true; /* there was no room for it */
        return fields;
    }
    field_plain(&fields, TEXT_FIELD("http.request.method"), "_OTHER", 6);
    field_cut(&fields, TEXT_FIELD("http.request.method_original"), method, METHOD_MAX);
    return fields;
}

/* Where the path begins: an absolute target (RFC 9112 3.2.2) may hold a name and a password. */
static const char *after_authority(const char *target)
{
    size_t scheme = strcspn(target, "/?#");
    if (scheme == 0 || target[scheme - 1] != ':' || strncmp(target + scheme, "//", 2) != 0)
        return target;
    const char *authority = target + scheme + 2;
    return authority + strcspn(authority, "/?#");
}

/* Queries hold what people search for and sign in with. */
struct fields problem_record_path(struct fields fields, const char *target)
{
    const char *path = target[0] == '/' ? target : after_authority(target);
    size_t most = text_length(path, PATH_MAXIMUM), length = 0;
    while (length < most && path[length] != '?' && path[length] != '#')
        length++;
    if (length <= PATH_MAXIMUM)
        field_bytes(&fields, TEXT_FIELD("url.path"), path, length);
    else
        field_part(&fields, TEXT_FIELD("url.path"), path, problem_cut_at(path, PATH_MAXIMUM), true);
    return fields;
}

static void add_trace(struct fields *fields, const char *traceparent)
{
    if (!problem_is_traceparent(traceparent)) {
        field_cut(fields, TEXT_FIELD("problem.request.traceparent_refused"), traceparent,
                  REFUSED_MAX);
        return;
    }
    field_plain(fields, TEXT_FIELD("trace_id"), traceparent + TRACE_ID, TRACE_ID_LENGTH);
    field_plain(fields, TEXT_FIELD("span_id"), traceparent + TRACE_SPAN, TRACE_SPAN_LENGTH);
    field_plain(fields, TEXT_FIELD("trace_flags"), traceparent + TRACE_FLAGS, TRACE_FLAGS_LENGTH);
}

static void add_request_id(struct fields *fields, const char *id)
{
    if (problem_is_request_id(id))
        field_plain(fields, TEXT_FIELD("problem.request.id"), id, strlen(id));
    else
        field_cut(fields, TEXT_FIELD("problem.request.id_refused"), id, REFUSED_MAX);
}

static void add_language(struct fields *fields, const char *language)
{
    struct fields field = field_open(fields, FIELD("http.request.header.accept-language"));
    field_cut(&field, FIRST_ITEM, language, REFUSED_MAX);
    field_byte(&field, ']');
    field_close(fields, &field);
}

struct fields problem_record_context(struct fields fields, const struct problem_request *request)
{
    if (request->traceparent != NULL)
        add_trace(&fields, request->traceparent);
    if (request->request_id != NULL)
        add_request_id(&fields, request->request_id);
    if (request->accept_language != NULL)
        add_language(&fields, request->accept_language);
    return fields;
}
