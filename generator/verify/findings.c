/*
 * The table of findings. Each has a case in tests/verify.
 *
 * An error is what no service of the registry sends. A warning is what one may have a reason for:
 * --strict counts these, too, and --allow ID leaves either out.
 */
#include "verify/verify.h"

#define ERROR(id, doc)                                                                             \
    {                                                                                              \
        id, SEVERITY_ERROR, doc                                                                    \
    }
#define WARNING(id, doc)                                                                           \
    {                                                                                              \
        id, SEVERITY_WARNING, doc                                                                  \
    }

const struct verify_finding verify_findings[] = {
    ERROR("body-encoding",
          "The body is as curl can decode it, and did not: in chunks, compressed."),
    ERROR("body-length", "Content-Length is one number, and the body has as many bytes."),
    ERROR("body-missing", "An error has a body, unless it answers a HEAD request."),
    ERROR("body-unexpected", "An answer to HEAD, or with status 1xx, 204 or 304, has no body."),
    ERROR("cache-control", "An error is not stored: Cache-Control has no-store."),
    ERROR("concealed-problem",
          "A concealed problem never shows: callers get the one it hides behind."),
    ERROR("content-type-count", "An answer has one Content-Type field."),
    ERROR("detail-mismatch",
          "detail is what the registry says, with the members' own values in it."),
    ERROR("expected-problem", "With --expect: the last answer is that problem."),
    ERROR("field-error-detail", "A field error's text is what its rule says."),
    ERROR("field-error-place",
          "A field error's place is a pointer or name without anything that was submitted."),
    ERROR("field-error-rule", "A field error names a rule that the problem takes."),
    ERROR("field-error-shape", "Field errors are a list of objects, with declared members alone."),
    ERROR("field-error-value", "A field error never repeats the value that was submitted."),
    ERROR("foreign-body", "The body is a problem, and not a server's own page, a trace or a text."),
    ERROR("head-end", "An empty line ends the head."),
    ERROR("head-field", "A header field is a name, a colon and a value in one line."),
    ERROR("header-missing", "A declared header is there."),
    ERROR("header-value", "A declared header stands once and has its declared value."),
    ERROR("hidden-member", "What is for the log or for headers alone is not in the body."),
    ERROR("instance", "instance has the registry's form, with the occurrence's UUID."),
    ERROR("instance-repeated", "No two answers have the same occurrence id."),
    ERROR("json-duplicate", "No object has a name twice: readers differ in which they take."),
    ERROR("json-syntax", "A body that is labelled as JSON is one JSON object (RFC 8259)."),
    ERROR("leak-address", "No text shows a network address."),
    ERROR("leak-environment", "No text shows an environment name."),
    ERROR("leak-hostname", "No text shows a host name."),
    ERROR("leak-path", "No text shows a file path."),
    ERROR("leak-sql", "No text shows SQL."),
    ERROR("leak-system", "No text shows a system error message."),
    ERROR("leak-token", "No text shows a secret."),
    ERROR("leak-trace", "No text shows a stack trace."),
    ERROR("leak-version", "No text shows a software version."),
    ERROR("media-type", "An error is labelled application/problem+json."),
    WARNING("media-type-json",
            "application/json is for those whose Accept refuses application/problem+json."),
    WARNING("media-type-parameter", "application/problem+json has no parameters."),
    ERROR("member-shape",
          "A member's value is of its type, within its limits, and written as such."),
    WARNING("missing-member",
            "A member that is not optional is there; services leave out what does not fit."),
    WARNING("server-version", "No field tells the version of the server's software."),
    ERROR("standard-member",
          "title and status are there; type, title, detail, instance are texts."),
    ERROR("status-line", "A message begins with a status line."),
    ERROR("status-mismatch", "The status in the body is that of the status line."),
    ERROR("status-range", "The status is 100 to 599."),
    ERROR("success-error", "A 2xx or 3xx does not report a failure."),
    ERROR("success-problem", "A problem has a status of 4xx or 5xx."),
    ERROR("title-mismatch", "title is what the registry says."),
    WARNING("type-form", "type is written as in the registry."),
    ERROR("unknown-member", "A member is one that the registry declares for the problem."),
    ERROR("unknown-problem", "The problem is one of the registry's."),
    ERROR("wrong-status", "The status is the one that the registry gives the problem."),
};

const size_t verify_finding_count = sizeof verify_findings / sizeof *verify_findings;

const struct verify_finding *verify_find(struct text id)
{
    size_t low = 0, high = verify_finding_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = text_compare(id, text_of(verify_findings[middle].id));
        if (order == 0)
            return &verify_findings[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}
