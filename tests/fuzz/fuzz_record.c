/*
 * The input is a service with two occurrences that differ in nothing but what only the log may see:
 * causes, members for the log, and what came with the request. Whatever these hold, the response is
 * the same, and the record is one line of JSON that gives them back.
 */
#include "compiled.h"
#include "fuzz.h"
#include "problem_tables.h"
#include "tables/ordinals.h"
#include "two_layers_text.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

enum { CAUSES_MAX = 32, MARK = 3, SHOWN = 128, PATH_SHOWN = 1024, METHOD_SHOWN = 32 };

/* A cause that was told: its number in the record, and how many bytes there were for it. */
struct told {
    int nth;
    size_t room;
    const char *text;
};

struct service {
    const struct problem_registry *registry;
    const struct registry *model;
    struct problem told, untold; /* with what the log may see, and without */
    uint32_t index;              /* of the problem that was raised last */
    struct problem_request request;
    struct told causes[CAUSES_MAX];
    size_t cause_count;
    struct fuzz_input input;
    struct arena *arena;
};

static const struct compiled *compiled_layers(void)
{
    static struct compiled layers;
    if (layers.arena == NULL)
        FUZZ_EXPECT(compiled_create(&layers, FUZZ_SOURCE "/tests/generated/two_layers.yaml"));
    return &layers;
}

/* Up to 2 KiB of any bytes; a NUL ends them sooner. */
static const char *take_string(struct service *service)
{
    size_t length = fuzz_byte(&service->input);
    length |= (size_t)(fuzz_byte(&service->input) & 7) << 8;
    if (length > service->input.length)
        length = service->input.length;
    struct text text = {(const char *)service->input.bytes, length};
    const char *copy = arena_copy(service->arena, text).bytes;
    service->input.bytes += length;
    service->input.length -= length;
    return copy;
}

static void clear(struct service *service)
{
    static const unsigned char id[16] = {1, 2, 3, 4, 5, 6, 0x47, 8, 0x89, 10, 11, 12, 13, 14, 15};
    problem_clear(&service->told);
    problem_clear(&service->untold);
    problem_fix_occurrence(&service->told, id);
    problem_fix_occurrence(&service->untold, id);
    service->cause_count = 0;
}

/* ---------------------------------------------------------------- what is raised */

static void raise_problem(struct service *service)
{
    uint32_t index = fuzz_byte(&service->input) % 16u;
    service->index = index;
    problem_begin(&service->told, service->registry, index, __FILE__, __LINE__, __func__);
    problem_begin(&service->untold, service->registry, index, __FILE__, __LINE__, __func__);
}

static bool is_for_the_log(const struct service *service, unsigned ordinal)
{
    struct ordinals ordinals;
    const struct registry *model = service->model;
    const struct problem_type *problem = model->fallback_problem;
    if (service->told.raised != 0)
        problem = &model->problems[service->index];
    FUZZ_EXPECT(ordinals_of(model, problem, &ordinals));
    return ordinal < ordinals.count && ordinals.members[ordinal]->audience.value == AUDIENCE_LOG;
}

static void put_member(struct service *service)
{
    unsigned kind = fuzz_byte(&service->input) % 4, ordinal = fuzz_byte(&service->input) % 24;
    int64_t number = fuzz_integer(&service->input);
    const char *texts[] = {take_string(service), kind == 3 ? take_string(service) : ""};
    struct problem *problems[] = {&service->told, &service->untold};
    size_t count = is_for_the_log(service, ordinal) ? 1 : 2;
    for (size_t i = 0; i < count; i++) {
        /* What a generated header asks before an optional member is set. */
        if (problems[i]->raised == 0)
            problem_accepts(problems[i], service->registry, PROBLEM_ANY);
        if (kind == 0)
            problem_put_integer(problems[i], ordinal, number);
        else if (kind == 1)
            problem_put_enum(problems[i], ordinal, (int)(number & 3));
        else if (kind == 2)
            problem_put_string(problems[i], ordinal, texts[0]);
        else
            problem_put_strings(problems[i], ordinal, texts, (size_t)(number & 1) + 1);
    }
}

static void add_field_error(struct service *service)
{
    uint32_t rule = fuzz_byte(&service->input) % 3u;
    enum problem_where_kind kind = (enum problem_where_kind)(fuzz_byte(&service->input) % 5);
    struct problem_where where = problem_at(kind, "%s", take_string(service));
    const char *name = take_string(service), *hint = take_string(service);
    struct problem *problems[] = {&service->told, &service->untold};
    for (size_t i = 0; i < 2; i++) {
        problem_violation_begin(problems[i], service->registry, rule, &where);
        problem_put_string(problems[i], 0, name);
        problem_put_string(problems[i], 1, hint);
        problem_violation_end(problems[i]);
    }
}

/* ---------------------------------------------------------------- what only the log may see */

static int causes_in(const struct problem *problem)
{
    int count = 0;
    for (size_t i = 0; i < problem->causes_used; i++)
        count += problem->causes[i] == '\0';
    return count;
}

static void explain(struct service *service)
{
    struct problem *problem = &service->told;
    unsigned kind = fuzz_byte(&service->input) % 4;
    size_t used = problem->causes_used;
    int nth = causes_in(problem);
    const char *text = take_string(service);
    if (kind == 0)
        problem_because(problem, "%s", text);
    else if (kind == 1)
        problem_because_errno(problem, (int)(fuzz_integer(&service->input) & 0xff), "%s", text);
    else if (kind == 2)
        problem_because_code(problem, "source", fuzz_integer(&service->input), text);
    else
        problem_because_state(problem, "source", text, take_string(service));
    if (kind == 0 && problem->causes_used > used && service->cause_count < CAUSES_MAX)
        service->causes[service->cause_count++] =
            (struct told){nth, PROBLEM_CAUSES_SIZE - used - 1, text};
}

static void ask(struct service *service)
{
    unsigned sent = fuzz_byte(&service->input);
    struct problem_request *request = &service->request;
    const char *text = take_string(service);
    request->path = sent & 1 ? text : request->path;
    request->request_id = sent & 2 ? text : request->request_id;
    request->traceparent = sent & 4 ? text : request->traceparent;
    request->accept_language = sent & 8 ? text : request->accept_language;
    request->accept = sent & 16 ? text : request->accept;
    request->method = sent & 32 ? text : request->method;
    request->method = sent & 64 ? "HEAD" : request->method;
}

/* ---------------------------------------------------------------- what is sent */

static char *block(size_t size)
{
    char *bytes = malloc(size);
    FUZZ_EXPECT(bytes != NULL);
    return bytes;
}

static void check_same(const struct problem_response *told, const struct problem_response *untold)
{
    FUZZ_EXPECT(told->status == untold->status && told->reason == untold->reason);
    FUZZ_EXPECT(told->header_count == untold->header_count);
    for (size_t i = 0; i < told->header_count; i++) {
        FUZZ_EXPECT(strcmp(told->headers[i].name, untold->headers[i].name) == 0);
        FUZZ_EXPECT(strcmp(told->headers[i].value, untold->headers[i].value) == 0);
    }
    FUZZ_EXPECT(told->content_length == untold->content_length);
    FUZZ_EXPECT(told->body_length == untold->body_length);
    FUZZ_EXPECT(memcmp(told->body, untold->body, told->body_length) == 0);
}

static void check_responses(struct service *service)
{
    struct problem_sink no_log = PROBLEM_SINK_NONE;
    struct problem_request plain = {
        .method = service->request.method, .accept = service->request.accept, .sink = &no_log};
    struct problem_response told, untold;
    size_t size = problem_response_max(service->registry);
    char *one = block(size), *other = block(size);
    service->request.sink = &no_log;
    size_t needed =
        problem_respond(service->registry, &service->told, &service->request, one, size, &told);
    FUZZ_EXPECT(needed <= size);
    problem_respond(service->registry, &service->untold, &plain, other, size, &untold);
    check_same(&told, &untold);
    free(one);
    free(other);
}

/* ---------------------------------------------------------------- the record */

static const cJSON *field(const cJSON *record, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(record, key);
}

/* A field may be missing from a record that says so. */
static void check_field(const cJSON *record, const char *key, const char *text, size_t limit)
{
    const cJSON *item = field(record, key);
    if (item == NULL && field(record, "problem.record.cut") != NULL)
        return;
    item = cJSON_IsArray(item) ? item->child : item;
    FUZZ_EXPECT(cJSON_IsString(item));
    FUZZ_EXPECT(text_is_shown(item->valuestring, text, strlen(text), limit, limit));
}

static void check_request(const struct service *service, const cJSON *record)
{
    const struct problem_request *request = &service->request;
    if (request->path != NULL) {
        const char *begin = text_target_path(request->path);
        struct text path = {begin, strcspn(begin, "?#")};
        check_field(record, "url.path", arena_copy(service->arena, path).bytes, PATH_SHOWN);
    }
    if (field(record, "http.request.method_original") != NULL)
        check_field(record, "http.request.method_original", request->method, METHOD_SHOWN);
    if (request->request_id != NULL && field(record, "problem.request.id") == NULL)
        check_field(record, "problem.request.id_refused", request->request_id, SHOWN);
    if (field(record, "problem.request.id") != NULL)
        check_field(record, "problem.request.id", request->request_id, SHOWN);
    if (request->traceparent != NULL && field(record, "trace_id") == NULL)
        check_field(record, "problem.request.traceparent_refused", request->traceparent, SHOWN);
    if (request->accept_language != NULL)
        check_field(record, "http.request.header.accept-language", request->accept_language, SHOWN);
}

static void check_causes(const struct service *service, const cJSON *record)
{
    const cJSON *causes = field(record, "problem.causes");
    if (causes == NULL && field(record, "problem.record.cut") != NULL)
        return;
    FUZZ_EXPECT(cJSON_GetArraySize(causes) == causes_in(&service->told));
    for (size_t i = 0; i < service->cause_count; i++) {
        const struct told *told = &service->causes[i];
        const cJSON *cause = cJSON_GetArrayItem(causes, told->nth);
        FUZZ_EXPECT(cJSON_IsString(cause));
        FUZZ_EXPECT(text_is_shown(cause->valuestring, told->text, strlen(told->text), told->room,
                                  told->room - MARK));
    }
}

/* Each string for the log that fits, as the accessor has it. */
static void check_members(const struct service *service, const cJSON *record)
{
    struct problem_member member;
    for (size_t at = 0; problem_next_member(&service->told, PROBLEM_LOG_ONLY, &at, &member);) {
        if (member.value.type != PROBLEM_STRING)
            continue;
        struct text text = {member.value.as.string.bytes, member.value.as.string.length};
        struct text name = arena_format(service->arena, "problem.member.%s", member.name);
        check_field(record, name.bytes, arena_copy(service->arena, text).bytes, text.length);
    }
}

static void check_record(struct service *service)
{
    char *line = block(PROBLEM_RECORD_SIZE);
    size_t length = problem_record(service->registry, &service->told, &service->request, line,
                                   PROBLEM_RECORD_SIZE);
    FUZZ_EXPECT(length > 0 && length <= PROBLEM_RECORD_SIZE);
    FUZZ_EXPECT(text_is_record_line(line, length));
    fuzz_expect_json((struct text){line, length - 1});
    cJSON *record = cJSON_ParseWithLength(line, length - 1);
    FUZZ_EXPECT(cJSON_IsObject(record));
    FUZZ_EXPECT(cJSON_IsString(field(record, "problem.occurrence")));
    check_request(service, record);
    check_causes(service, record);
    check_members(service, record);
    cJSON_Delete(record);
    free(line);
}

/* ---------------------------------------------------------------- one input */

static void step(struct service *service)
{
    switch (fuzz_byte(&service->input) % 8) {
    case 0:
        raise_problem(service);
        break;
    case 1:
    case 2:
        put_member(service);
        break;
    case 3:
        add_field_error(service);
        break;
    case 4:
    case 5:
        explain(service);
        break;
    case 6:
        ask(service);
        break;
    default:
        if (fuzz_byte(&service->input) == 0)
            clear(service);
        check_responses(service);
        check_record(service);
        break;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    const struct compiled *compiled = compiled_layers();
    struct service service = {.registry = image_registry(&compiled->image),
                              .model = compiled->registry,
                              .input = {bytes, length},
                              .arena = arena_create(abort)};
    clear(&service);
    while (service.input.length)
        step(&service);
    check_responses(&service);
    check_record(&service);
    arena_destroy(service.arena);
    return 0;
}
