/*
 * A registry of any size, always the same: 14 lines and about 600 bytes for each problem.
 *
 *     bench_registry COUNT >FILE      the registry b<COUNT>
 *     bench_registry COUNT codes      its codes, one a line
 *
 * Codes are two to four words and a number where that is needed to tell them apart, 8 to 40 bytes;
 * ids have gaps of up to 7.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const words[] = {
    "access",   "account",  "address",  "agent",    "amount",  "archive",  "article",  "asset",
    "balance",  "bank",     "basket",   "batch",    "billing", "booking",  "branch",   "budget",
    "cache",    "calendar", "campaign", "card",     "carrier", "catalog",  "category", "channel",
    "charge",   "claim",    "client",   "cluster",  "comment", "company",  "contact",  "contract",
    "coupon",   "credit",   "currency", "customer", "dataset", "deal",     "delivery", "deposit",
    "device",   "discount", "document", "domain",   "draft",   "endpoint", "entry",    "event",
    "export",   "feature",  "field",    "file",     "filter",  "folder",   "format",   "gateway",
    "grant",    "group",    "header",   "history",  "host",    "image",    "import",   "index",
    "invoice",  "item",     "journal",  "key",      "label",   "language", "lease",    "ledger",
    "licence",  "limit",    "link",     "listing",  "loan",    "location", "lock",     "margin",
    "market",   "member",   "message",  "meter",    "model",   "module",   "mount",    "network",
    "note",     "object",   "offer",    "option",   "order",   "owner",    "package",  "page",
    "parcel",   "partner",  "payment",  "payout",   "period",  "permit",   "pipeline", "plan",
    "policy",   "pool",     "price",    "printer",  "product", "profile",  "project",  "queue",
    "quota",    "quote",    "range",    "receipt",  "record",  "refund",   "region",   "release",
    "report",   "request",  "reserve",  "resource", "review",  "role",     "route",    "rule",
    "sample",   "schedule", "schema",   "seat",     "section", "sensor",   "service",  "session",
    "share",    "shipment", "site",     "snapshot", "source",  "stage",    "stock",    "storage",
    "store",    "stream",   "supplier", "survey",   "table",   "tariff",   "task",     "team",
    "template", "tenant",   "ticket",   "token",    "topic",   "transfer", "trial",    "unit",
    "upload",   "user",     "vendor",   "version",  "volume",  "voucher",  "wallet",   "zone"};
static const char *const endings[] = {"blocked",   "closed",    "conflict", "denied",   "disabled",
                                      "duplicate", "exceeded",  "expired",  "failed",   "frozen",
                                      "invalid",   "locked",    "mismatch", "missing",  "not-found",
                                      "rejected",  "suspended", "unknown",  "withdrawn"};
static const int statuses[] = {400, 403, 404, 409, 410, 422};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Knuth's MMIX generator, its high half. */
static uint64_t state = 2026;

static size_t random_below(size_t limit)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (size_t)((state >> 33) % limit);
}

struct problem_text {
    char code[64];
    const char *thing, *of, *ending;
    unsigned long id;
};

/* The same words come again sooner or later: the number of the problem tells them apart from
 * there on. */
static void next_problem(struct problem_text *text, size_t index)
{
    static unsigned char seen[COUNT(words)][COUNT(words)][COUNT(endings)];
    size_t thing = random_below(COUNT(words)), of = random_below(COUNT(words));
    size_t ending = random_below(COUNT(endings));
    text->thing = words[thing];
    text->of = words[of];
    text->ending = endings[ending];
    if (seen[thing][of][ending]++ == 0)
        snprintf(text->code, sizeof text->code, "%s-%s-%s", text->thing, text->of, text->ending);
    else
        snprintf(text->code, sizeof text->code, "%s-%s-%s-%zu", text->thing, text->of, text->ending,
                 index);
    text->id += 1 + random_below(8);
}

static void print_problem(const struct problem_text *text)
{
    printf("\n  %s:\n    id: %lu\n    status: %d\n", text->code, text->id,
           statuses[random_below(COUNT(statuses))]);
    printf("    title: The %s of this %s is %s\n", text->thing, text->of, text->ending);
    printf("    detail: The %s {name} has {count} of this %s and is %s now.\n", text->thing,
           text->of, text->ending);
    printf("    members:\n");
    printf("      name: {type: identifier, max: 40, example: %s-%lu, description: Which %s.}\n",
           text->thing, text->id, text->thing);
    printf("      count: {type: integer, min: 0, example: %zu, description: How many it has.}\n",
           random_below(100000));
    printf("    description: The request needs a %s whose %s is in order, and this one is %s.\n",
           text->of, text->thing, text->ending);
    printf(
        "    help: Choose another %s, or see to the %s of this one, then send the request again.\n",
        text->of, text->thing);
    printf("    retry: after-fix\n    log: info\n    tags: [%s, %s]\n", text->thing, text->of);
}

int main(int count, char **arguments)
{
    long problems = count > 1 ? strtol(arguments[1], NULL, 10) : 0;
    bool codes = count > 2 && strcmp(arguments[2], "codes") == 0;
    struct problem_text text = {.id = 1};
    if (problems < 1 || count > 3 || (count == 3 && !codes)) {
        fputs("usage: bench_registry COUNT [codes]\n", stderr);
        return 2;
    }
    if (!codes)
        printf("# Made by bench_registry.\nproblemc: 1\nregistry: b%ld\ntitle: %ld problems\n"
               "base: https://api.example.com/errors/\nfallback: internal-error\n\nproblems:\n"
               "  internal-error:\n    id: 1\n    status: 500\n"
               "    title: Internal server error\n"
               "    description: Something failed on our side.\n    help: Try again later.\n",
               problems, problems);
    for (size_t i = 1; i < (size_t)problems; i++) {
        next_problem(&text, i);
        if (codes)
            puts(text.code);
        else
            print_problem(&text);
        if (codes)
            for (int skip = 0; skip < 2; skip++) /* what print_problem draws */
                random_below(1);
    }
    if (codes)
        puts("internal-error");
    return fflush(stdout) != 0 || ferror(stdout);
}
