#include "records.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

char record_line[PROBLEM_RECORD_SIZE];
size_t record_length;
struct problem_response record_response;
char record_response_bytes[1 << 15];

static cJSON *record;

/* ------------------------------------------------------------------ what any line must be */

/* Decodes one character of UTF-8 (RFC 3629 4) and returns its length; 0: it is not UTF-8. */
static size_t decode(const unsigned char *bytes, size_t length, uint32_t *point)
{
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t count = bytes[0] < 0x80   ? 1
                   : bytes[0] < 0xc0 ? 0
                   : bytes[0] < 0xe0 ? 2
                   : bytes[0] < 0xf0 ? 3
                   : bytes[0] < 0xf8 ? 4
                                     : 0;
    if (count == 0 || count > length)
        return 0;
    *point = count == 1 ? bytes[0] : bytes[0] & (0x7fu >> count);
    for (size_t i = 1; i < count; i++) {
        if ((bytes[i] & 0xc0) != 0x80)
            return 0;
        *point = *point << 6 | (bytes[i] & 0x3f);
    }
    bool surrogate = *point >= 0xd800 && *point <= 0xdfff;
    return *point < smallest[count] || surrogate || *point > 0x10ffff ? 0 : count;
}

/* Whether a terminal or an editor does more with it than show it. */
static bool is_harmful(uint32_t point)
{
    static const uint32_t ranges[][2] = {{0x00, 0x1f},     {0x7f, 0x9f},     {0x61c, 0x61c},
                                         {0x200e, 0x200f}, {0x2028, 0x202e}, {0x2066, 0x2069},
                                         {0xfeff, 0xfeff}};
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++) {
        if (point >= ranges[i][0] && point <= ranges[i][1])
            return true;
    }
    return false;
}

static void check_bytes(const char *line, size_t length)
{
    assert_in_range(length, 3, PROBLEM_RECORD_SIZE);
    assert_int_equal(line[length - 1], '\n');
    const unsigned char *bytes = (const unsigned char *)line;
    for (size_t i = 0; i < length - 1;) {
        uint32_t point = 0;
        size_t taken = decode(bytes + i, length - 1 - i, &point);
        assert_int_not_equal(taken, 0);
        assert_false(is_harmful(point));
        i += taken;
    }
}

static void check_keys(const cJSON *object)
{
    for (const cJSON *one = object->child; one != NULL; one = one->next) {
        for (const cJSON *later = one->next; later != NULL; later = later->next)
            assert_string_not_equal(one->string, later->string);
    }
}

void forget_record(void)
{
    cJSON_Delete(record);
    record = NULL;
}

void record_of_line(const char *line, size_t length)
{
    const char *end = NULL;
    check_bytes(line, length);
    forget_record();
    record = cJSON_ParseWithLengthOpts(line, length, &end, false);
    assert_non_null(record);
    assert_ptr_equal(end, line + length - 1);
    assert_true(cJSON_IsObject(record));
    check_keys(record);
}

/* ------------------------------------------------------------------ taking one */

static unsigned lines;

static bool keep(void *context, const char *line, size_t length)
{
    (void)context;
    lines++;
    assert_in_range(length, 1, sizeof record_line);
    memcpy(record_line, line, length);
    record_length = length;
    return true;
}

/* What problem_record() writes is the same line, but for its time. */
static void check_that_it_can_be_had(const struct problem_registry *registry,
                                     struct problem *problem, const struct problem_request *request)
{
    static char again[PROBLEM_RECORD_SIZE];
    const size_t time = sizeof "{\"timestamp\":\"2026-01-01T00:00:00.000000Z\"" - 1;
    assert_int_equal(problem_record(registry, problem, request, again, sizeof again),
                     record_length);
    assert_memory_equal(again + time, record_line + time, record_length - time);
}

void record_of(const struct problem_registry *registry, struct problem *problem,
               const struct problem_request *request)
{
    static struct problem_sink sink = PROBLEM_SINK_CALL(keep, NULL);
    struct problem_request with = {0};
    if (request != NULL)
        with = *request;
    with.sink = &sink;
    lines = 0;
    size_t needed = problem_respond(registry, problem, &with, record_response_bytes,
                                    sizeof record_response_bytes, &record_response);
    assert_true(needed <= problem_response_max(registry));
    assert_int_equal(lines, 1);
    assert_int_equal(problem_sink_dropped(&sink), 0);
    record_of_line(record_line, record_length);
    if (problem != NULL)
        check_that_it_can_be_had(registry, problem, &with);
}

/* ------------------------------------------------------------------ looking into it */

bool has_field(const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(record, key) != NULL;
}

const cJSON *field(const char *key)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(record, key);
    if (value == NULL)
        print_error("no field \"%s\" in %.*s", key, (int)record_length, record_line);
    assert_non_null(value);
    return value;
}

const char *field_text(const char *key)
{
    const char *text = cJSON_GetStringValue(field(key));
    assert_non_null(text);
    return text;
}

double field_number(const char *key)
{
    const cJSON *value = field(key);
    assert_true(cJSON_IsNumber(value));
    return cJSON_GetNumberValue(value);
}

bool field_is_true(const char *key)
{
    return cJSON_IsTrue(field(key));
}

const cJSON *field_array(const char *key, int count)
{
    const cJSON *array = field(key);
    assert_true(cJSON_IsArray(array));
    assert_int_equal(cJSON_GetArraySize(array), count);
    return array;
}

const char *field_item(const char *key, int index)
{
    const char *text = cJSON_GetStringValue(cJSON_GetArrayItem(field(key), index));
    assert_non_null(text);
    return text;
}

const char *text_in(const cJSON *object, const char *key)
{
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));
    assert_non_null(text);
    return text;
}
