/*
 * What a record says about the request. All of it comes from strangers.
 */
#include "record.h"
#include "scan.h"
#include "trace.h"

enum { METHOD_MAX = 32, PATH_MAXIMUM = 1024, REFUSED_MAX = 128 };

/* Methods are an open set on the wire and a closed one in a log (semantic conventions, HTTP). */
#define METHOD_FIELD(name) ",\"http.request.method\":\"" name "\""
#define METHOD(name)                                                                               \
    {                                                                                              \
        name, METHOD_FIELD(name), sizeof METHOD_FIELD(name) - 1                                    \
    }
static const struct method {
    char name[8];
    char field[32]; /* copied with what is behind it, FIELD_SLACK at most */
    size_t length;
} known_methods[] = {
    METHOD("GET"),  METHOD("POST"),    METHOD("PUT"),     METHOD("PATCH"), METHOD("DELETE"),
    METHOD("HEAD"), METHOD("OPTIONS"), METHOD("CONNECT"), METHOD("TRACE"), METHOD("QUERY"),
};

static bool is_same(const char *text, const char *other)
{
    while (*text == *other && *text != '\0') {
        text++;
        other++;
    }
    return *text == *other;
}

/* NULL: none of these. They have three letters or more, so that four bytes can be compared at once,
 * and few are left then. */
static const struct method *known_method(const char *method)
{
    if (method[0] == '\0' || method[1] == '\0' || method[2] == '\0')
        return NULL;
    for (size_t i = 0; i < sizeof known_methods / sizeof known_methods[0]; i++) {
        const char *name = known_methods[i].name;
        if (memcmp(method, name, 4) == 0 && (name[3] == '\0' || is_same(method + 4, name + 4)))
            return &known_methods[i];
    }
    return NULL;
}

OUTLINE void add_other_method(struct fields *fields, const char *method)
{
    field_plain(fields, TEXT_FIELD("http.request.method"), "_OTHER", 6);
    field_cut(fields, TEXT_FIELD("http.request.method_original"), method, METHOD_MAX);
}

static void add_method(struct fields *fields, const char *method)
{
    const struct method *known = known_method(method);
    if (known == NULL) {
        add_other_method(fields, method);
    } else if (field_fits(fields, known->length)) {
        memcpy(fields->to, known->field, sizeof known->field);
        fields->to += known->length;
    }
}

/* Where the path begins: an absolute target (RFC 9112 3.2.2) may hold a name and a password. */
OUTLINE const char *after_authority(const char *target)
{
    size_t scheme = strcspn(target, "/?#");
    if (scheme == 0 || target[scheme - 1] != ':' || strncmp(target + scheme, "//", 2) != 0)
        return target;
    const char *authority = target + scheme + 2;
    return authority + strcspn(authority, "/?#");
}

/* The usual path needs no escape, and there is room even for its query. Returns where it ends, or
 * NULL: it is another. */
INLINE char *put_plain_path(const struct fields *fields, const char *path, size_t length)
{
    static const char key[] = ",\"url.path\":\"";
    if (sizeof key + length > (size_t)(fields->end - fields->to))
        return NULL;
    char *to = put_bytes(fields->to, key, sizeof key - 1);
    size_t plain = scan_copy(SCAN_PATH, to, path, length);
    bool ends = plain < length ? path[plain] == '?' || path[plain] == '#' : length <= PATH_MAXIMUM;
    if (!ends)
        return NULL;
    to[plain] = '"';
    return to + plain + 1;
}

OUTLINE void add_other_path(struct fields *fields, const char *path, size_t most)
{
    size_t length = 0;
    while (length < most && path[length] != '?' && path[length] != '#')
        length++;
    if (length <= PATH_MAXIMUM)
        field_bytes(fields, TEXT_FIELD("url.path"), path, length);
    else
        field_part(fields, TEXT_FIELD("url.path"), path, problem_cut_at(path, PATH_MAXIMUM), true);
}

/* Queries hold what people search for and sign in with. */
static void add_path(struct fields *fields, const char *target)
{
    const char *path = target[0] == '/' ? target : after_authority(target);
    size_t most = text_length(path, PATH_MAXIMUM);
    char *end = put_plain_path(fields, path, most);
    if (end != NULL)
        fields->to = end;
    else
        add_other_path(fields, path, most);
}

OUTLINE void add_trace(struct fields *fields, const char *traceparent)
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

OUTLINE void add_request_id(struct fields *fields, const char *id)
{
    if (problem_is_request_id(id))
        field_plain(fields, TEXT_FIELD("problem.request.id"), id, strlen(id));
    else
        field_cut(fields, TEXT_FIELD("problem.request.id_refused"), id, REFUSED_MAX);
}

OUTLINE void add_language(struct fields *fields, const char *language)
{
    struct fields field = field_open(fields, FIELD("http.request.header.accept-language"));
    field_cut(&field, FIRST_ITEM, language, REFUSED_MAX);
    field_byte(&field, ']');
    field_close(fields, &field);
}

void problem_record_request(struct fields *fields, const struct problem_request *request)
{
    if (request->method != NULL)
        add_method(fields, request->method);
    if (request->path != NULL)
        add_path(fields, request->path);
    if (request->traceparent != NULL)
        add_trace(fields, request->traceparent);
    if (request->request_id != NULL)
        add_request_id(fields, request->request_id);
    if (request->accept_language != NULL)
        add_language(fields, request->accept_language);
}
