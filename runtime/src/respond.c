/*
 * The response: body first in the caller's buffer, then the values of headers, each with a NUL.
 * Those that are constant stay where they are, in the image: values, and bodies too.
 */
#include <errno.h>

#include "accept.h"
#include "inline.h"
#include "number.h"
#include "program.h"
#include "record.h"
#include "sink.h"

/* Writes a header's value and its NUL; false, and nothing written, where the header is dropped. */
static bool write_header_value(struct writer *writer, const struct scope *scope,
                               struct program program, bool duty, const char *occurrence)
{
    struct steps steps = program_steps(program);
    struct step step;
    size_t begin = writer->used;
    while (steps_next(&steps, &step)) {
        if (!problem_write_step(writer, scope, &step, FORM_HEADER, occurrence) && !duty) {
            writer->used = begin;
            return false;
        }
    }
    write_byte(writer, '\0');
    return true;
}

static void add_header(struct problem_response *response, const char *name, const char *value)
{
    struct problem_header header = {name, value};
    response->headers[response->header_count++] = header;
}

OUTLINE void add_headers(struct problem_response *response, struct writer *writer,
                         const struct sent *sent, const char *occurrence)
{
    const unsigned char *image = sent->scope.image;
    const unsigned char *header = image + image_u32(sent->profile + PROBLEM_PROFILE_HEADERS);
    unsigned count = sent->profile[PROBLEM_PROFILE_HEADER_COUNT];
    for (; count > 0 && response->header_count < PROBLEM_HEADERS_MAX; count--) {
        struct program program = program_at(image, image_u32(header + PROBLEM_HEADER_VALUE));
        const char *value = program_pieces(program).literal;
        bool sends = true;
        if (!program_is_constant(program)) {
            size_t begin = writer->used;
            sends = write_header_value(writer, &sent->scope, program,
                                       header[PROBLEM_HEADER_DUTY] != 0, occurrence);
            /* One that found no room is never looked at: the whole response is given up. */
            value = begin < writer->size ? writer->buffer + begin : "";
        }
        if (sends)
            add_header(response, image_text(image, header + PROBLEM_HEADER_NAME).bytes, value);
        header += PROBLEM_HEADER_LENGTH;
    }
}

static void set_body(struct problem_response *response, struct image_text body, bool head)
{
    response->body = body.bytes;
    response->body_length = head ? 0 : body.length;
    response->content_length = body.length;
}

/* ------------------------------------------------------------------ the record */

/* A callback that responds to a problem of its own would come back to itself. */
static _Thread_local bool handing_on;

static void hand_on(const struct answered *answered)
{
    struct problem_sink *sink = answered->request != NULL ? answered->request->sink : NULL;
    struct line line;
    if (!sink_listens(sink))
        return;
    if (handing_on) {
        problem_sink_drop(sink);
        return;
    }
    int saved = errno;
    line.length = problem_write_record(answered, line.text + 1);
    handing_on = true;
    sink_take(sink, &line);
    handing_on = false;
    errno = saved;
}

size_t problem_record(const struct problem_registry *registry, struct problem *problem,
                      const struct problem_request *request, char *buffer, size_t size)
{
    char occurrence[OCCURRENCE_ROOM] = {0};
    struct sent sent;
    problem_sent_by(registry, problem, &sent);
    struct answered answered = {registry, problem, request, &sent, occurrence};
    if (size < PROBLEM_RECORD_SIZE)
        return 0;
    problem_occurrence(problem, occurrence);
    return problem_write_record(&answered, buffer);
}

/* ------------------------------------------------------------------ the response */

static bool is_head(const char *method)
{
    return method != NULL && method[0] == 'H' && strcmp(method, "HEAD") == 0;
}

size_t problem_respond(const struct problem_registry *registry, struct problem *problem,
                       const struct problem_request *request, char *buffer, size_t size,
                       struct problem_response *response)
{
    struct sent sent;
    problem_sent_by(registry, problem, &sent);
    struct writer writer = {buffer, size, 0};
    char occurrence[OCCURRENCE_ROOM];
    const struct image_text none = {"", 0};
    bool json = request != NULL && problem_accept_wants_json(request->accept);
    bool head = request != NULL && is_head(request->method);

    memset(occurrence + ID_LENGTH, 0, WRITER_OVERRUN);
    problem_occurrence(problem, occurrence);
    struct image_text body = problem_constant_body(&sent);
    if (body.bytes == NULL) {
        problem_write_body(&writer, &sent, occurrence);
        body.bytes = buffer;
        body.length = writer.used;
    }
    response->status = image_u16(sent.profile + PROBLEM_PROFILE_STATUS);
    response->reason = problem_reason(response->status);
    response->header_count = 0;
    set_body(response, body, head);
    add_header(response, "Content-Type", json ? "application/json" : "application/problem+json");
    add_header(response, "Cache-Control", "no-store");
    if (sent.profile[PROBLEM_PROFILE_HEADER_COUNT] > 0)
        add_headers(response, &writer, &sent, occurrence);
    if (writer.used > size) {
        response->header_count = 0;
        add_header(response, "Cache-Control", "no-store");
        set_body(response, none, head);
    }
    struct answered answered = {registry, problem, request, &sent, occurrence};
    if (problem == NULL || !problem->recorded) {
        hand_on(&answered);
        if (problem != NULL)
            problem->recorded = 1;
    }
    return writer.used;
}

/* ------------------------------------------------------------------ HTTP/1.1 */

static void write_field(struct writer *writer, const char *name, const char *value)
{
    write_bytes(writer, name, strlen(name));
    write_literal(writer, ": ");
    write_bytes(writer, value, strlen(value));
    write_literal(writer, "\r\n");
}

static void write_content_length(struct writer *writer, size_t length)
{
    write_literal(writer, "Content-Length: ");
    problem_write_unsigned(writer, length);
    write_literal(writer, "\r\n");
}

static void write_head(struct writer *writer, const struct problem_response *response)
{
    const size_t leading = 2; /* Content-Type and Cache-Control */
    write_literal(writer, "HTTP/1.1 ");
    problem_write_integer(writer, response->status);
    write_byte(writer, ' ');
    write_bytes(writer, response->reason, strlen(response->reason));
    write_literal(writer, "\r\n");
    size_t i = 0;
    for (; i < response->header_count && i < leading; i++)
        write_field(writer, response->headers[i].name, response->headers[i].value);
    write_content_length(writer, response->content_length);
    for (; i < response->header_count; i++)
        write_field(writer, response->headers[i].name, response->headers[i].value);
    write_literal(writer, "\r\n");
}

size_t problem_write_head(const struct problem_response *response, char *buffer, size_t size)
{
    struct writer counted = {NULL, 0, 0};
    write_head(&counted, response);
    if (counted.used <= size) {
        struct writer writer = {buffer, size, 0};
        write_head(&writer, response);
    }
    return counted.used;
}
