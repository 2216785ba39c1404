#include "catalogue.h"

#include "payments_from_http.h"

#include <errno.h>
#include <string.h>

/* ---------------------------------------------------------------- one function a problem */

static void raise_insufficient_funds(struct problem *problem)
{
    payments_raise_insufficient_funds(problem, problem_decimal(3000, 2), problem_decimal(5000, 2),
                                      "shard-7");
}

static void raise_account_suspended(struct problem *problem)
{
    payments_raise_account_suspended(problem, PAYMENTS_ACCOUNT_SUSPENDED_REASON_OWNER_REQUEST,
                                     "case-17");
    payments_set_account_suspended_since(problem, 1793577600); /* 2026-11-02 */
}

static void raise_duplicate_payment(struct problem *problem)
{
    payments_raise_duplicate_payment(problem);
}

static void raise_unknown_payee(struct problem *problem)
{
    payments_raise_unknown_payee(problem);
}

static void raise_currency_mismatch(struct problem *problem)
{
    payments_raise_currency_mismatch(problem, "EUR");
}

static void raise_rate_limited(struct problem *problem)
{
    payments_raise_rate_limited(problem, 120, 100, 30);
}

/* Every rule, in every kind of place. */
static void raise_validation_failed(struct problem *problem)
{
    payments_add_required(problem, PROBLEM_BODY("/payee"));
    payments_add_minimum(problem, PROBLEM_BODY("/items/%d/amount", 3), 1);
    payments_add_maximum(problem, PROBLEM_QUERY("limit"), 100);
    payments_add_format(problem, PROBLEM_PATH("id"), PAYMENTS_FORMAT_EXPECTED_A_UUID);
    payments_add_required(problem, PROBLEM_HEADER("If-Match"));
    payments_raise_validation_failed(problem);
}

static void raise_malformed_request(struct problem *problem)
{
    payments_raise_malformed_request(problem);
}

static void raise_unsupported_media_type(struct problem *problem)
{
    payments_raise_unsupported_media_type(problem);
}

static void raise_not_found(struct problem *problem)
{
    payments_raise_not_found(problem);
}

static void raise_method_not_allowed(struct problem *problem)
{
    static const enum payments_method_not_allowed_allow allow[] = {
        PAYMENTS_METHOD_NOT_ALLOWED_ALLOW_GET,
        PAYMENTS_METHOD_NOT_ALLOWED_ALLOW_HEAD,
        PAYMENTS_METHOD_NOT_ALLOWED_ALLOW_POST,
    };
    payments_raise_method_not_allowed(problem, allow, sizeof allow / sizeof allow[0]);
}

static void raise_payload_too_large(struct problem *problem)
{
    payments_raise_payload_too_large(problem, CATALOGUE_BODY_MAX);
}

static void raise_head_too_large(struct problem *problem)
{
    payments_raise_head_too_large(problem);
}

static void raise_authentication_required(struct problem *problem)
{
    payments_raise_authentication_required(problem);
}

static void raise_access_denied(struct problem *problem)
{
    payments_raise_access_denied(problem, "acct-2");
}

static void raise_service_unavailable(struct problem *problem)
{
    payments_raise_service_unavailable(problem);
}

static void raise_internal_error(struct problem *problem)
{
    problem_because_errno(problem, EIO, "reading page %d of the ledger", 12);
    payments_raise_internal_error(problem);
}

static const struct row {
    const char *code;
    void (*raise)(struct problem *problem);
} rows[] = {
    {"insufficient-funds", raise_insufficient_funds},
    {"account-suspended", raise_account_suspended},
    {"duplicate-payment", raise_duplicate_payment},
    {"unknown-payee", raise_unknown_payee},
    {"currency-mismatch", raise_currency_mismatch},
    {"rate-limited", raise_rate_limited},
    {"validation-failed", raise_validation_failed},
    {"malformed-request", raise_malformed_request},
    {"unsupported-media-type", raise_unsupported_media_type},
    {"not-found", raise_not_found},
    {"method-not-allowed", raise_method_not_allowed},
    {"payload-too-large", raise_payload_too_large},
    {"head-too-large", raise_head_too_large},
    {"authentication-required", raise_authentication_required},
    {"access-denied", raise_access_denied},
    {"service-unavailable", raise_service_unavailable},
    {"internal-error", raise_internal_error},
};

enum { ROW_COUNT = sizeof rows / sizeof rows[0] };

/* ---------------------------------------------------------------- answering */

/* Whether the first `length` bytes of `text` are `expected`. */
static bool is(const char *text, size_t length, const char *expected)
{
    return length == strlen(expected) && memcmp(text, expected, length) == 0;
}

static enum payments_problem raised(const struct problem *problem)
{
    return (enum payments_problem)problem_raised(problem);
}

static enum payments_problem answer_ok(struct problem *problem, const char *method)
{
    if (strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0 || strcmp(method, "POST") == 0)
        return 0;
    raise_method_not_allowed(problem);
    return raised(problem);
}

enum payments_problem catalogue_answer(struct problem *problem, const char *method,
                                       const char *path)
{
    static const char prefix[] = "/problems/";
    const size_t prefix_length = sizeof prefix - 1;
    size_t length = strcspn(path, "?");
    if (is(path, length, "/ok"))
        return answer_ok(problem, method);
    problem_because(problem, "asked for by %s", method);
    if (is(path, length, "/problems/nothing-allowed"))
        return payments_raise_method_not_allowed(problem, NULL, 0);
    if (length > prefix_length && memcmp(path, prefix, prefix_length) == 0) {
        for (size_t i = 0; i < ROW_COUNT; i++) {
            if (is(path + prefix_length, length - prefix_length, rows[i].code)) {
                rows[i].raise(problem);
                return raised(problem);
            }
        }
    }
    return payments_raise_not_found(problem);
}

enum payments_problem catalogue_too_large(struct problem *problem)
{
    return payments_raise_payload_too_large(problem, CATALOGUE_BODY_MAX);
}

void catalogue_raise_status(struct problem *problem, int status)
{
    problem_because(problem, "the server's own %d", status);
    if (status == 413)
        catalogue_too_large(problem);
    else
        payments_raise_from_http(problem, status, NULL);
}

const char *catalogue_code(size_t index)
{
    return index < ROW_COUNT ? rows[index].code : NULL;
}
