#include "verify/rebuild.h"

#include "moment.h"
#include "problem_tables.h"
#include "tables/value_text.h"
#include "verify/match.h"

#include <string.h>

/* ---------------------------------------------------------------- from the body */

/* A value as put_texts takes it. False for what no text stands for: another NUL, an object. */
static bool text_of_value(const struct body *body, const char *at, struct text *text)
{
    *text = *at == '"' ? body_text(body, at) : body_written(at);
    return *at != '{' && *at != '[' && (text->length == 0 || !memchr(text->bytes, 0, text->length));
}

/* What would fit, with how it is written. */
static struct text expected_of(const struct shape *shape, struct text expected, struct arena *arena)
{
    static const char *const times[] = {
        [PRECISION_SECONDS] = "2026-11-21T10:00:00Z",
        [PRECISION_MILLISECONDS] = "2026-11-21T10:00:00.250Z",
        [PRECISION_MICROSECONDS] = "2026-11-21T10:00:00.250000Z",
    };
    if (shape->type == MEMBER_TIMESTAMP)
        return arena_format(arena, "a time such as %s", times[shape->limits->precision.value]);
    if (shape->limits->as_string.value)
        return arena_format(arena, "%.*s, as a string", TEXT_ARGS(expected));
    return expected;
}

bool rebuild_put(struct problem *problem, unsigned ordinal, const struct shape *shape,
                 const struct body *body, const char *at, struct arena *arena,
                 struct text *expected)
{
    bool list = shape->type == MEMBER_LIST, readable = !list || *at == '[';
    size_t count = 0, most = list ? (size_t)shape->max.value + 1 : 1;
    struct text *texts = arena_array(arena, most, sizeof *texts);
    const char *item = at, *next = at;
    if (!list)
        readable = text_of_value(body, at, &texts[count++]);
    while (list && readable && count < most && problem_json_next_item(&next, &item))
        readable = text_of_value(body, item, &texts[count++]);
    /* What can't be read is put, too, as something that can't fit: then it is known what would. */
    if (!readable) {
        count = list ? most : 0;
        for (size_t i = 0; i < count; i++)
            texts[i] = TEXT("");
    }
    bool fits = put_texts(problem, ordinal, shape, texts, count, arena, expected);
    *expected = expected_of(shape, *expected, arena);
    return fits;
}

static void put_public(struct answer *answer, struct rebuilt *rebuilt)
{
    struct arena *arena = answer->verifier->arena;
    for (unsigned i = 0; i < rebuilt->ordinals.count; i++) {
        const struct member *member = rebuilt->ordinals.members[i];
        struct rebuilt_member *state = &rebuilt->members[i];
        if (member->audience.value != AUDIENCE_PUBLIC)
            continue;
        state->value = body_member(&answer->body, answer->body.root, member->name.text);
        if (state->value == NULL)
            continue;
        bool fits = rebuild_put(&rebuilt->problem, i, member->shape, &answer->body, state->value,
                                arena, &state->expected);
        state->state = fits ? REBUILT_PUT : REBUILT_MISFIT;
    }
}

/* ---------------------------------------------------------------- from header fields */

static const struct text separator = {", ", 2};

static bool ends_item(struct text shown, size_t at)
{
    return at == shown.length || text_starts_with(text_slice(shown, at, shown.length), separator);
}

/* How long the first item is. Texts and an enum's values may hold the separator themselves: as it
 * is of no consequence where such texts are cut, each gets as much as it can hold. */
static size_t item_length(const struct shape *of, struct text shown)
{
    size_t length = 0, longest = 0, most = (size_t)of->max.value;
    for (size_t i = 0; of->type == MEMBER_ENUM && i < of->value_count; i++) {
        struct text value = of->values[i].name.text;
        if (value.length > longest && text_starts_with(shown, value) &&
            ends_item(shown, value.length))
            longest = value.length;
    }
    for (size_t at = 0; of->type == MEMBER_TEXT && at <= most && at <= shown.length; at++)
        if (ends_item(shown, at))
            longest = at;
    while (longest == 0 && !ends_item(shown, length))
        length++;
    return longest ? longest : length;
}

static struct text *split(const struct shape *list, struct text shown, struct arena *arena,
                          size_t *count)
{
    struct text *items = NULL;
    bool more = shown.length > 0;
    *count = 0;
    while (more && *count <= (size_t)list->max.value) {
        size_t length = item_length(list->of, shown);
        struct text *item = arena_push(arena, &items, (*count)++, sizeof *items);
        *item = text_slice(shown, 0, length);
        more = length < shown.length; /* behind a separator at the end there is an empty item */
        shown = text_slice(shown, length + separator.length, shown.length);
    }
    return items;
}

bool rebuild_put_shown(struct problem *problem, unsigned ordinal, const struct shape *shape,
                       struct text shown, struct arena *arena, struct text *expected)
{
    size_t count = 1;
    struct text *items = &shown;
    if (shape->type == MEMBER_LIST)
        items = split(shape, shown, arena, &count);
    return put_texts(problem, ordinal, shape, items, count, arena, expected);
}

/* The same of a header, which has times as HTTP-date. */
static bool put_in_header(struct problem *problem, unsigned ordinal, const struct shape *shape,
                          struct text shown, struct arena *arena, struct text *expected)
{
    struct problem_text date = {shown.bytes, shown.length};
    int64_t seconds;
    if (shape->type != MEMBER_TIMESTAMP)
        return rebuild_put_shown(problem, ordinal, shape, shown, arena, expected);
    *expected = TEXT("a date such as Sat, 21 Nov 2026 10:00:00 GMT");
    if (!problem_read_http_date(date, 0, &seconds))
        return false;
    problem_put_time(problem, ordinal, problem_time(seconds, 0));
    return true;
}

/* A field whose placeholders are being read. */
struct reading {
    struct answer *answer;
    struct rebuilt *rebuilt;
    const struct message *message;
    const struct member *misfit; /* of the last way that it was split */
    struct text expected;
};

/* Whether only the field tells a member's value: of one for headers, or of any without a body. */
static bool is_told_by_header(const struct reading *reading, const struct member *member)
{
    return member->audience.value == AUDIENCE_HEADER ||
           (reading->answer->body.root == NULL && member->audience.value == AUDIENCE_PUBLIC);
}

static bool put_values(void *context, const struct text *values)
{
    struct reading *reading = context;
    struct rebuilt *rebuilt = reading->rebuilt;
    for (size_t i = 0; i < reading->message->count; i++) {
        const struct member *member = reading->message->pieces[i].member;
        if (member == NULL || !is_told_by_header(reading, member))
            continue;
        unsigned ordinal = ordinal_of(&rebuilt->ordinals, member);
        bool fits = put_in_header(&rebuilt->problem, ordinal, member->shape, values[i],
                                  reading->answer->verifier->arena, &reading->expected);
        rebuilt->members[ordinal].state = fits ? REBUILT_PUT : REBUILT_MISFIT;
        reading->misfit = fits ? NULL : member;
        if (!fits)
            return false;
    }
    return true;
}

static void put_header(struct answer *answer, struct rebuilt *rebuilt, size_t index)
{
    const struct header *header = &answer->problem->extras->headers.items[index];
    struct arena *arena = answer->verifier->arena;
    struct text value = http_value(answer->message, header->name.text);
    struct text *values = arena_array(arena, header->value.count + 1, sizeof *values);
    struct reading reading = {answer, rebuilt, &header->value, NULL, TEXT("")};
    if (value.bytes == NULL || match_message(&header->value, value, values, put_values, &reading) ||
        reading.misfit == NULL)
        return; /* what can't be split is reported when it is compared */
    answer_report(answer, "header-value", value, "%.*s is %.*s%s, and it takes %.*s",
                  TEXT_ARGS(header->name.text), SHOWN(value), TEXT_ARGS(reading.expected));
    rebuilt->misread |= (uint32_t)1 << index;
}

/* ---------------------------------------------------------------- the whole */

static unsigned hexadecimal(char byte)
{
    return byte <= '9' ? (unsigned)(byte - '0') : (unsigned)((byte | 0x20) - 'a') + 10;
}

/* The answer's own id; without one, any will do: that has been said of it. */
static void fix_occurrence(const struct answer *answer, struct problem *problem)
{
    struct problem_text id = answer->received.occurrence;
    unsigned char bytes[16] = {0};
    if (id.bytes == NULL && answer->verifier->request->registry->id_header.text.length) {
        struct text value =
            http_value(answer->message, answer->verifier->request->registry->id_header.text);
        if (value.length == PROBLEM_OCCURRENCE_SIZE - 1 && answer->verifier->request->head)
            id = (struct problem_text){value.bytes, value.length};
    }
    for (size_t i = 0, nibble = 0; id.bytes && i < id.length && nibble < 32; i++)
        if (id.bytes[i] != '-') {
            bytes[nibble / 2] |=
                (unsigned char)((hexadecimal(id.bytes[i]) & 15) << (nibble % 2 ? 0 : 4));
            nibble++;
        }
    problem_fix_occurrence(problem, bytes);
}

void rebuild(struct answer *answer, struct rebuilt *rebuilt)
{
    struct verifier *verifier = answer->verifier;
    const struct image *image = verifier->request->image;
    const struct problem_type *problem = answer->problem;
    struct problem_sink no_log = PROBLEM_SINK_NONE;
    struct problem_request request = {.sink = &no_log};
    const char *fault;

    *rebuilt = (struct rebuilt){.problem = PROBLEM_INIT};
    problem_begin(&rebuilt->problem, image_registry(image), (uint32_t)problem->index, __FILE__,
                  __LINE__, __func__);
    ordinals_of(verifier->request->registry, problem, &rebuilt->ordinals);
    if (answer->body.root)
        put_public(answer, rebuilt);
    for (size_t i = 0; i < problem->extras->headers.count; i++)
        put_header(answer, rebuilt, i);
    fix_occurrence(answer, &rebuilt->problem);
    problem_respond(image_registry(image), &rebuilt->problem, &request, verifier->response,
                    image->response_max, &rebuilt->response);
    struct text body = {rebuilt->response.body, rebuilt->response.body_length};
    body_read(&verifier->rendered, body, &rebuilt->body, &fault);
}
