/*
 * The leak scanner: what each shape finds and where it stops, which of overlapping leaks it
 * reports, and that no bytes whatever upset it.
 */
#include "leaks/leak_internal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "leak_findings.h"

/* ---------------------------------------------------------------- what is found */

static void the_example_of_the_design(void **state)
{
    (void)state;
    struct findings findings = scan(TEXT("Could not reach db-7.internal:5432."));
    assert_int_equal(findings.count, 1);
    assert_string_equal(findings.leaks[0].id, "leak-hostname");
    assert_string_equal(findings.leaks[0].what, "a host name");
    assert_int_equal(findings.leaks[0].offset, 16);
    assert_int_equal(findings.leaks[0].length, strlen("db-7.internal:5432"));
}

/* Each text has exactly one leak, these bytes. */
static const struct {
    const char *text, *id, *bytes;
} single[] = {
    {"open /var/lib/billing/wal.0.", "leak-path", "/var/lib/billing/wal.0"},
    {"(/etc/passwd)", "leak-path", "/etc/passwd"},
    {"Written to /tmp, then lost", "leak-path", "/tmp"},
    {"error:/opt/app/config/prod.env", "leak-path", "/opt/app/config/prod.env"},
    {"/app/node/router.js:256:14", "leak-path", "/app/node/router.js:256:14"},
    {"/lib/x/libc.so.6 is old", "leak-path", "/lib/x/libc.so.6"},
    {"Read ~/.ssh/id_rsa first", "leak-path", "~/.ssh/id_rsa"},
    {"in C:\\inetpub\\wwwroot\\web.config", "leak-path", "C:\\inetpub\\wwwroot\\web.config"},
    {"in c:/App/Program.vb", "leak-path", "c:/App/Program.vb"},
    {"on \\\\files\\share\\x", "leak-path", "\\\\files\\share\\x"},
    {"see file:///srv/app/x.yaml.", "leak-path", "file:///srv/app/x.yaml"},
    {"charge.c:212: bad shard", "leak-path", "charge.c:212"},
    {"failed in src/billing/main.go:5", "leak-path", "src/billing/main.go:5"},
    {"from 10.4.2.19:6379 came nothing", "leak-address", "10.4.2.19:6379"},
    {"host=172.16.0.1", "leak-address", "172.16.0.1"},
    {"upstream 8.8.8.8:53 is slow", "leak-address", "8.8.8.8:53"},
    {"via [fd12:3456::17]:443", "leak-address", "[fd12:3456::17]:443"},
    {"via ::1 or so", "leak-address", "::1"},
    {"fe80::1%eth0", "leak-address", "fe80::1"},
    {"call localhost:3000", "leak-hostname", "localhost:3000"},
    {"ledger.default.svc is gone", "leak-hostname", "ledger.default.svc"},
    {"10.20.30.40.invalid", "leak-hostname", "10.20.30.40.invalid"},
    {"db-{n}.internal answered", "leak-hostname", ".internal"},
    {"http://pay.corp/x", "leak-hostname", "pay.corp"},
    {"redis:6379 is full", "leak-hostname", "redis:6379"},
    {"redis://cache/0", "leak-hostname", "redis://cache/0"},
    {"SELECT id FROM accounts", "leak-sql", "SELECT id FROM accounts"},
    {"select id, name from users_v2", "leak-sql", "select id, name from users_v2"},
    {"select id from users where", "leak-sql", "select id from users"},
    {"SELEC * FROM orders_v3", "leak-sql", "* FROM orders_v3"},
    {"UPDATE orders SET x", "leak-sql", "UPDATE orders SET"},
    {"update orders set paid = 1", "leak-sql", "update orders set paid ="},
    {"ORA-00942 again", "leak-sql", "ORA-00942"},
    {"ERROR 1064 (42000)", "leak-sql", "ERROR 1064 (42000)"},
    {"You have an error in\n  your SQL syntax", "leak-sql",
     "You have an error in\n  your SQL syntax"},
    {"at A.main(A.java:4)", "leak-trace", "at A.main(A.java:4)"},
    {"at foo (file:1:2)", "leak-trace", "at foo (file:1:2)"},
    {"at X.Y.Run(String[] a) in /z", "leak-trace", "at X.Y.Run(String[] a)"},
    {"at Layer.handle [as x] (/app/r.js:9:5) {", "leak-trace",
     "at Layer.handle [as x] (/app/r.js:9:5)"},
    {"java.lang.NumberFormatException", "leak-trace", "java.lang.NumberFormatException"},
    {"KeyError: 'x'", "leak-trace", "KeyError"},
    {"core::option::unwrap_failed", "leak-trace", "core::option::unwrap_failed"},
    {"goroutine 1 [running]", "leak-trace", "goroutine 1 ["},
    {"==21534==ABORTING", "leak-trace", "==21534=="},
    {"STRIPE_SECRET_KEY is unset", "leak-environment", "STRIPE_SECRET_KEY"},
    {"TENANT_LIMIT env", "leak-environment", "TENANT_LIMIT"},
    {"LOG_LEVEL=debug", "leak-environment", "LOG_LEVEL"},
    {"${LOG_LEVEL}", "leak-environment", "LOG_LEVEL"},
    {"AWS_REGION", "leak-environment", "AWS_REGION"},
    {"nginx/1.22.1", "leak-version", "nginx/1.22.1"},
    {"Apache/2.4.", "leak-version", "Apache/2.4"},
    {"Node.js v20.20.2", "leak-version", "Node.js v20.20.2"},
    {"openjdk version \"17.0.15\"", "leak-version", "openjdk version \"17.0.15\""},
    {"build 17-Debian-1deb12u1", "leak-version", "Debian-1deb12u1"},
    {"password=hunter2 was wrong", "leak-token", "password=hunter2"},
    {"https://app:hunter2@api.example.com/x", "leak-token",
     "https://app:hunter2@api.example.com/x"},
    {"pc=0x4c74e0", "leak-system", "0x4c74e0"},
    {"55edfa28c000-55edfa28e000 r-xp 0", "leak-system", "55edfa28c000-55edfa28e000 r-xp"},
    {"ENOENT: x", "leak-system", "ENOENT"},
    {"connection refused", "leak-system", "connection refused"},
    {"killed, status=9/KILL", "leak-system", "status=9/KILL"},
};

static void single_leaks_have_their_bytes(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(single); i++) {
        struct findings findings = scan(text_of(single[i].text));
        const struct leak *leak = &findings.leaks[0];
        bool right =
            findings.count == 1 && strcmp(leak->id, single[i].id) == 0 &&
            text_is(text_slice(findings.text, leak->offset, leak->length), single[i].bytes);
        if (!right) {
            print_message("%s\n", single[i].text);
            print_findings(&findings);
        }
        assert_true(right);
    }
}

/* Pairs on either side of a limit: the first leaks, the second doesn't. */
static const struct {
    const char *leak, *clean;
} limits[] = {
    {"0x123456", "0x12345"},
    {"0x1234567890abcdef", "0x1234567890abcdef0"},
    {"172.16.0.1", "172.15.255.255"},
    {"172.31.255.255", "172.32.0.1"},
    {"10.0.0.255", "10.0.0.256"},
    {"100.64.0.1", "100.63.0.1"},
    {"10.0.0.1", "10.0.0.1.2"},
    {"10.0.0.1", "a10.0.0.1"},
    {"8.8.8.8:53", "8.8.8.8"},
    {"fd00::1", "fb00::1"},
    {"fe80::1", "fec0::1"},
    {"fd00:1:2:3:4:5:6:7", "fd00:1:2:3:4:5:6"},
    {"/etc/x", "/etcetera/x"},
    {"/opt/x", "/opt"},
    {"/data/x.sqlite", "/data/x"},
    {"a.c:1", "a.c"},
    {"a.c:1", "a.com:1"},
    {"C:\\x", "C:\\"},
    {"db:5432", "db:5433"},
    {"db.internal", "db.international"},
    {"password=abcde1", "password=abcd1"},
    {"unknown column 'a b'", "unknown column 'a b"},
    {"unknown column `a b'", "unknown column \"a b'"},
    {"unknown column \"\"", "unknown column x"},
    {"unknown column 'a'", "unknown column 'a\n'"},
    {"KeyError: x", "Error: x"},
    {"PHP 8.2", "PHP 8"},
    {"LOG_LEVEL=x", "LOG_LEVEL= x"},
    {"ENOENT", "ENOENTS"},
    {"ECONNREFUSED", "XECONNREFUSED"},
    {"ORA-1", "ORA-"},
};

static void limits_hold_on_both_sides(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(limits); i++) {
        if (!leaks(limits[i].leak) || leaks(limits[i].clean))
            print_message("%s | %s\n", limits[i].leak, limits[i].clean);
        assert_true(leaks(limits[i].leak));
        assert_false(leaks(limits[i].clean));
    }
}

static void the_longest_of_overlapping_leaks_is_reported_once(void **state)
{
    (void)state;
    /* the host, its port and the password are all inside of the URL */
    struct findings findings =
        scan(TEXT("DATABASE_URL=postgres://app:hunter2@db.prod.internal:5432/l"
                  " and /etc/x"));
    assert_int_equal(findings.count, 3);
    assert_string_equal(findings.leaks[0].id, "leak-environment");
    assert_string_equal(findings.leaks[1].id, "leak-token");
    assert_int_equal(findings.leaks[1].offset, 13);
    assert_string_equal(findings.leaks[2].id, "leak-path");
}

/* A look ahead takes in 160 bytes, so what is quoted may have 158. */
static void quotes_close_in_sight_or_not_at_all(void **state)
{
    (void)state;
    char text[256] = "unknown column '";
    size_t begin = strlen(text);
    for (size_t length = 157; length <= 160; length++) {
        memset(text + begin, 'x', length);
        text[begin + length] = '\'';
        text[begin + length + 1] = '\0';
        assert_int_equal(leaks(text), length <= 158);
    }
}

/* ---------------------------------------------------------------- any bytes */

static void empty_texts_have_no_leaks(void **state)
{
    (void)state;
    struct findings findings = {.text = TEXT("")};
    leaks_find(scanner(), (struct text){NULL, 0}, collect, &findings);
    leaks_find(scanner(), TEXT(""), collect, &findings);
    assert_int_equal(findings.count, 0);
}

static void a_nul_ends_nothing(void **state)
{
    (void)state;
    struct findings findings = scan(TEXT("a\0/etc/x\0db-7.internal\0"));
    assert_int_equal(findings.count, 2);
    assert_int_equal(findings.leaks[0].offset, 2);
    assert_int_equal(findings.leaks[0].length, 6);
}

static void texts_cut_anywhere_are_survived(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(single); i++) {
        struct text text = text_of(single[i].text);
        for (size_t from = 0; from <= text.length; from++) {
            scan(text_slice(text, 0, from));
            scan(text_slice(text, from, text.length - from));
        }
    }
}

static void repeat(const char *piece, size_t length, size_t size)
{
    char *bytes = malloc(size);
    struct findings findings = {.text = {bytes, size}};
    assert_non_null(bytes);
    for (size_t i = 0; i < size; i++)
        bytes[i] = piece[i % length];
    leaks_find(scanner(), findings.text, collect, &findings);
    free(bytes);
}

static void repeated_pieces_are_survived(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "http://", "/",    "a.",    "0x",  "::", "eyJ",   "a://", "SG.",  "select a, ",
        "at a(b:", "C:\\", "\\\\a", "10.", "f:", "/etc/", "`a",   "a@b:", "55edfa28c000-",
    };
    for (size_t i = 0; i < COUNT(pieces); i++)
        repeat(pieces[i], strlen(pieces[i]), (size_t)1 << 16);
    for (int byte = 0; byte < 256; byte++)
        repeat(&(char){(char)byte}, 1, 2048);
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Random bytes, and random pieces of leaks glued together. */
static void random_texts_are_survived(void **state)
{
    (void)state;
    uint32_t seed = 9457;
    for (size_t run = 0; run < 4000; run++) {
        char bytes[256];
        size_t length = next_random(&seed) % sizeof bytes, at = 0;
        while (at < length) {
            struct text piece = text_of(single[next_random(&seed) % COUNT(single)].text);
            piece =
                text_slice(piece, next_random(&seed) % (piece.length + 1), next_random(&seed) % 12);
            for (size_t i = 0; i < piece.length && at < length; i++)
                bytes[at++] = piece.bytes[i];
            if (at < length && next_random(&seed) % 4 == 0)
                bytes[at++] = (char)next_random(&seed);
        }
        scan((struct text){bytes, length});
    }
}

/* ---------------------------------------------------------------- phrases */

static void check_phrases(const struct leak_phrases *table)
{
    for (size_t i = 0; i < table->count; i++) {
        const char *pattern = table->rows[i].pattern;
        assert_true(pattern[0] > ' ' && pattern[0] != '%');
        for (const char *p = strchr(pattern, '%'); p; p = strchr(p + 2, '%'))
            assert_non_null(memchr("dxnq%", p[1], 5));
        if (strchr(pattern, '%') != NULL || pattern[strlen(pattern) - 1] == ' ')
            continue;
        if (!leaks(pattern))
            print_message("%s\n", pattern);
        assert_true(leaks(pattern));
    }
}

static void phrases_are_well_formed_and_found(void **state)
{
    (void)state;
    check_phrases(&leak_database_phrases);
    check_phrases(&leak_program_phrases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_example_of_the_design),
        cmocka_unit_test(single_leaks_have_their_bytes),
        cmocka_unit_test(limits_hold_on_both_sides),
        cmocka_unit_test(the_longest_of_overlapping_leaks_is_reported_once),
        cmocka_unit_test(quotes_close_in_sight_or_not_at_all),
        cmocka_unit_test(empty_texts_have_no_leaks),
        cmocka_unit_test(a_nul_ends_nothing),
        cmocka_unit_test(texts_cut_anywhere_are_survived),
        cmocka_unit_test(repeated_pieces_are_survived),
        cmocka_unit_test(random_texts_are_survived),
        cmocka_unit_test(phrases_are_well_formed_and_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
