#include "fields.h"

#include "money.h"
#include "payments_from_http.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { AMOUNT_MIN = 1, AMOUNT_MAX = 100000, LIMIT_MIN = 1, LIMIT_MAX = 100, LIMIT_DEFAULT = 20 };

/* ---------------------------------------------------------------- the body as a whole */

static bool is_json(const char *type)
{
    static const char json[] = "application/json";
    const size_t length = sizeof json - 1;
    return type != NULL && strncasecmp(type, json, length) == 0 &&
           (type[length] == '\0' || type[length] == ';' || type[length] == ' ');
}

/* A text with a NUL in it would seem to end there to everything that is written in C. */
static bool has_escaped_nul(const struct request *request)
{
    static const char nul[] = "\\u0000";
    for (size_t i = 0; i + sizeof nul - 1 <= request->body_length; i++)
        if (memcmp(request->body + i, nul, sizeof nul - 1) == 0)
            return true;
    return false;
}

enum payments_problem fields_body(struct problem *problem, const struct request *request,
                                  cJSON **body)
{
    const char *type = http_field(request, "Content-Type"), *end = NULL;
    *body = NULL;
    if (!is_json(type))
        return payments_raise_from_http(problem, 415, type); /* what it was is for the log alone */
    if (request->body_length > 0 && !has_escaped_nul(request))
        *body = cJSON_ParseWithLengthOpts(request->body, request->body_length, &end, false);
    while (end != NULL && end < request->body + request->body_length && strchr(" \t\r\n", *end))
        end++;
    if (cJSON_IsObject(*body) && end == request->body + request->body_length)
        return 0;
    cJSON_Delete(*body);
    *body = NULL;
    problem_because(problem, "a body of %zu bytes that is no JSON object", request->body_length);
    return payments_raise_malformed_request(problem);
}

enum payments_problem fields_check(struct problem *problem)
{
    size_t position = 0;
    struct problem_violation violation;
    if (problem_next_violation(problem, &position, &violation))
        return payments_raise_validation_failed(problem);
    return 0;
}

/* ---------------------------------------------------------------- shapes */

/* Whether the text looks like this: "0" stands for a digit, "x" for a hexadecimal one, "A" for a
 * capital letter, all else for itself. */
static bool looks_like(const char *text, const char *shape)
{
    static const struct {
        char sign;
        const char *bytes;
    } classes[] = {
        {'0', "0123456789"}, {'x', "0123456789abcdefABCDEF"}, {'A', "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}};
    for (; *shape != '\0' && *text != '\0'; shape++, text++) {
        const char own[2] = {*shape, '\0'}, *bytes = own;
        for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++)
            if (classes[i].sign == *shape)
                bytes = classes[i].bytes;
        if (strchr(bytes, *text) == NULL)
            return false;
    }
    return *shape == *text;
}

static bool is_uuid(const char *text)
{
    return looks_like(text, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx");
}

/* ---------------------------------------------------------------- members of the body */

/* The text; "", which has no format, where it is something else; NULL, and a field error, where
 * there is nothing. */
static const char *required(struct problem *problem, const cJSON *body, const char *name)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(body, name);
    if (item != NULL)
        return cJSON_IsString(item) ? item->valuestring : "";
    payments_add_required(problem, PROBLEM_BODY("/%s", name));
    return NULL;
}

void fields_account(struct problem *problem, const cJSON *body, const char *name, char id[33])
{
    const char *text = required(problem, body, name);
    if (text == NULL)
        return;
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-");
    if (length == 0 || length > 32 || text[length] != '\0')
        payments_add_format(problem, PROBLEM_BODY("/%s", name),
                            PAYMENTS_FORMAT_EXPECTED_AN_ACCOUNT_NUMBER);
    else
        memcpy(id, text, length + 1);
}

void fields_amount(struct problem *problem, const cJSON *body, const char *name, int64_t *cents)
{
    const char *text = required(problem, body, name);
    if (text == NULL)
        return;
    bool negative = *text == '-';
    if (!money_parse(text + negative, cents))
        payments_add_format(problem, PROBLEM_BODY("/%s", name),
                            PAYMENTS_FORMAT_EXPECTED_A_DECIMAL_NUMBER);
    else if (negative || *cents < AMOUNT_MIN * 100)
        payments_add_minimum(problem, PROBLEM_BODY("/%s", name), AMOUNT_MIN);
    else if (*cents > (int64_t)AMOUNT_MAX * 100)
        payments_add_maximum(problem, PROBLEM_BODY("/%s", name), AMOUNT_MAX);
}

void fields_currency(struct problem *problem, const cJSON *body, const char *name, char currency[4])
{
    const char *text = required(problem, body, name);
    if (text != NULL && looks_like(text, "AAA"))
        memcpy(currency, text, 4);
    else if (text != NULL)
        payments_add_format(problem, PROBLEM_BODY("/%s", name),
                            PAYMENTS_FORMAT_EXPECTED_A_CURRENCY_CODE);
}

void fields_optional_date(struct problem *problem, const cJSON *body, const char *name,
                          char date[11])
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(body, name);
    const char *text = cJSON_GetStringValue(item);
    if (item == NULL)
        return;
    if (text != NULL && looks_like(text, "0000-00-00"))
        memcpy(date, text, 11);
    else
        payments_add_format(problem, PROBLEM_BODY("/%s", name), PAYMENTS_FORMAT_EXPECTED_A_DATE);
}

/* ---------------------------------------------------------------- what stands elsewhere */

void fields_idempotency_key(struct problem *problem, const struct request *request, char id[37])
{
    const char *text = http_field(request, "Idempotency-Key");
    if (text == NULL)
        payments_add_required(problem, PROBLEM_HEADER("Idempotency-Key"));
    else if (!is_uuid(text))
        payments_add_format(problem, PROBLEM_HEADER("Idempotency-Key"),
                            PAYMENTS_FORMAT_EXPECTED_A_UUID);
    else
        for (size_t i = 0; i < 37; i++) /* one key in capitals and in small letters (RFC 9562 4) */
            id[i] = (char)tolower((unsigned char)text[i]);
}

void fields_limit(struct problem *problem, const struct request *request, int64_t *limit)
{
    const char *text = http_query(request, "limit");
    int64_t hundredths = LIMIT_DEFAULT * 100;
    if (text != NULL && !money_parse(text, &hundredths))
        payments_add_format(problem, PROBLEM_QUERY("limit"),
                            PAYMENTS_FORMAT_EXPECTED_A_DECIMAL_NUMBER);
    else if (hundredths < LIMIT_MIN * 100)
        payments_add_minimum(problem, PROBLEM_QUERY("limit"), LIMIT_MIN);
    else if (hundredths > LIMIT_MAX * 100)
        payments_add_maximum(problem, PROBLEM_QUERY("limit"), LIMIT_MAX);
    *limit = hundredths / 100;
}

void fields_payment_id(struct problem *problem, const char *id)
{
    if (!is_uuid(id))
        payments_add_format(problem, PROBLEM_PATH("id"), PAYMENTS_FORMAT_EXPECTED_A_UUID);
}
