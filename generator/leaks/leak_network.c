/*
 * Shapes of the network: addresses, host names, URLs of services.
 *
 * A public API has public names, so https://api.example.com and 203.0.113.7 may stand anywhere.
 * What tells is an address or a name that only means something inside, or the port of a service
 * that callers never talk to.
 */
#include "leaks/leak_internal.h"

static size_t decimal(struct text text, size_t at, size_t digits_max, unsigned *value)
{
    size_t end = at;
    *value = 0;
    while (end < at + digits_max && leak_digit(leak_byte(text, end)))
        *value = *value * 10 + (unsigned)(text.bytes[end++] - '0');
    return leak_digit(leak_byte(text, end)) ? at : end;
}

/* Past ":5432"; `at` when no port follows. */
static size_t port(struct text text, size_t at, unsigned *number)
{
    if (leak_byte(text, at) != ':')
        return at;
    size_t end = decimal(text, at + 1, 5, number);
    return end == at + 1 || leak_word(leak_byte(text, end)) ? at : end;
}

/* ---------------------------------------------------------------- addresses */

static bool private_ipv4(const unsigned octet[4])
{
    return octet[0] == 10 || octet[0] == 127 || (octet[0] == 172 && octet[1] / 16 == 1) ||
           (octet[0] == 192 && octet[1] == 168) || (octet[0] == 169 && octet[1] == 254) ||
           (octet[0] == 100 && octet[1] / 64 == 1);
}

/* The three networks that RFC 5737 reserves for examples. */
static bool documentation_ipv4(const unsigned octet[4])
{
    unsigned network = octet[0] << 16 | octet[1] << 8 | octet[2];
    return network == 0xc00002 || network == 0xc63364 || network == 0xcb0071;
}

static bool in_number_word(char byte)
{
    return leak_word(byte) || byte == '.' || byte == '-';
}

/* "version 10.2.3.4" is no address. */
static bool follows_version(struct text text, size_t at)
{
    struct text word = TEXT("version ");
    return at >= word.length &&
           leak_any_case(text_slice(text, at - word.length, word.length), word);
}

/* "10.4.2.19", "10.4.2.19:6379", "127.0.0.1"; of public addresses only those with a port */
size_t leak_ipv4(struct text text, size_t at)
{
    unsigned octet[4], number;
    if (!leak_digit(leak_byte(text, at)) || in_number_word(leak_before(text, at)))
        return 0;
    size_t end = at;
    for (int i = 0; i < 4; i++) {
        size_t start = end;
        if (i > 0 && leak_byte(text, start++) != '.')
            return 0;
        end = decimal(text, start, 3, &octet[i]);
        if (end == start || octet[i] > 255)
            return 0;
    }
    char after = leak_byte(text, end);
    if (leak_word(after) || (after == '.' && leak_alnum(leak_byte(text, end + 1))))
        return 0;
    size_t port_end = port(text, end, &number);
    bool tells = private_ipv4(octet) || (port_end > end && !documentation_ipv4(octet));
    return tells && !follows_version(text, at) ? port_end : 0;
}

static bool in_ipv6(char byte)
{
    return leak_hex(byte) || byte == ':';
}

/* Groups of at most four hexadecimal digits, eight of them or fewer with "::". */
static bool is_ipv6(struct text word)
{
    size_t groups = 0, digits = 0, colons = 0, gaps = 0;
    for (size_t i = 0; i < word.length; i++) {
        bool colon = word.bytes[i] == ':';
        colons = colon ? colons + 1 : 0;
        digits = colon ? 0 : digits + 1;
        gaps += colons == 2;
        groups += digits == 1;
        if (colons > 2 || digits > 4 || gaps > 1 || groups > 8)
            return false;
    }
    return gaps == 1 || (groups == 8 && colons == 0);
}

/* fc00::/7, fe80::/10 and the loopback address. */
static bool private_ipv6(struct text word)
{
    char first = leak_fold(leak_byte(word, 0)), second = leak_fold(leak_byte(word, 1));
    char third = leak_fold(leak_byte(word, 2));
    bool four_digits = leak_byte(word, 4) == ':';
    return text_is(word, "::1") ||
           (four_digits && first == 'f' &&
            (second == 'c' || second == 'd' ||
             (second == 'e' && (third == '8' || third == '9' || third == 'a' || third == 'b'))));
}

/* "fd12:3456::17", "fe80::1", "::1", "[::1]:54143" */
size_t leak_ipv6(struct text text, size_t at)
{
    unsigned number;
    size_t start = leak_byte(text, at) == '[' ? at + 1 : at;
    char before = leak_before(text, start);
    if (leak_word(before) || !leak_starts(text, start, in_ipv6))
        return 0;
    size_t end = leak_run(text, start, in_ipv6);
    struct text word = text_slice(text, start, end - start);
    if (leak_word(leak_byte(text, end)) || !is_ipv6(word) || !private_ipv6(word))
        return 0;
    return start > at && leak_byte(text, end) == ']' ? port(text, end + 1, &number) : end;
}

/* ---------------------------------------------------------------- host names */

static const char *const internal_domains[] = {
    "arpa",    "cluster", "consul", "corp",        "internal", "intra", "intranet",
    "invalid", "lan",     "local",  "localdomain", "svc",      NULL,
};
/* First labels of dotted codes such as error.internal, which are no hosts. */
static const char *const code_labels[] = {
    "code",     "error",  "errors",  "exception", "failure", "field",      "problem",
    "problems", "reason", "request", "status",    "type",    "validation", NULL,
};
static const char *const documentation_domains[] = {"example", "test", NULL};
static const char *const documentation_names[] = {"example.com", "example.org", "example.net",
                                                  NULL};
static const char *const schemes_in_public[] = {"http", "https", NULL};

static bool in_host(char byte)
{
    return leak_word(byte) || byte == '-' || byte == '.';
}

static bool service_port(unsigned number)
{
    static const unsigned ports[] = {
        1433, 1521, 2181, 2375, 2376,  2379,  3306,  5432,  5601,  5672, 6379,
        6432, 6443, 7474, 7687, 8080,  8086,  8200,  8443,  8500,  9000, 9042,
        9090, 9092, 9200, 9300, 11211, 15672, 26257, 27017, 50051,
    };
    for (size_t i = 0; i < sizeof ports / sizeof *ports; i++)
        if (ports[i] == number)
            return true;
    return false;
}

static bool has_letter(struct text word)
{
    for (size_t i = 0; i < word.length; i++)
        if (leak_letter(word.bytes[i]))
            return true;
    return false;
}

static bool has_digit_or_dash(struct text word)
{
    for (size_t i = 0; i < word.length; i++)
        if (leak_digit(word.bytes[i]) || word.bytes[i] == '-')
            return true;
    return false;
}

static bool follows_public_scheme(struct text text, size_t at)
{
    if (at < 3 || !leak_here(text, at - 3, "://"))
        return false;
    size_t start = at - 3;
    while (at - start < 12 && leak_letter(leak_before(text, start)))
        start--;
    return leak_listed(text_slice(text, start, at - 3 - start), schemes_in_public);
}

/* From the last dot on, or all of it. */
static struct text last_label(struct text host)
{
    size_t start = host.length;
    while (start > 0 && host.bytes[start - 1] != '.')
        start--;
    return text_slice(host, start, host.length - start);
}

static struct text first_label(struct text host)
{
    size_t end = 0;
    while (end < host.length && host.bytes[end] != '.')
        end++;
    return text_slice(host, 0, end);
}

static bool for_documentation(struct text host)
{
    struct text top = last_label(host);
    struct text above = text_slice(host, 0, host.length - top.length - (host.length > top.length));
    struct text second = last_label(above);
    struct text name = text_slice(host, above.length - second.length, host.length);
    return leak_listed(top, documentation_domains) || leak_listed(name, documentation_names);
}

/* Is it a name that only resolves inside? */
static bool internal_host(struct text text, size_t at, struct text host)
{
    struct text top = last_label(host);
    if (leak_any_case(host, TEXT("localhost")))
        return true;
    if (top.length == host.length || !leak_listed(top, internal_domains))
        return false;
    if (leak_any_case(top, TEXT("invalid"))) /* amount.invalid is a code, db-7.invalid a host */
        return has_digit_or_dash(host);
    return leak_before(text, at) == '@' || !leak_listed(first_label(host), code_labels);
}

/* "db-7.internal:5432", "redis:6379", "ledger.default.svc", "{host}.cluster.local" */
size_t leak_host(struct text text, size_t at)
{
    unsigned number = 0;
    if (!leak_starts(text, at, in_host))
        return 0;
    size_t end = leak_run(text, at, in_host);
    while (end > at && !leak_word(leak_before(text, end)))
        end--;
    struct text host = text_slice(text, at, end - at);
    size_t port_end = port(text, end, &number);
    if (host.length == 0)
        return 0;
    if (internal_host(text, at, host))
        return port_end;
    bool service = port_end > end && service_port(number) && leak_word(host.bytes[0]) &&
                   has_letter(host) && !for_documentation(host);
    return service && !follows_public_scheme(text, at) ? port_end : 0;
}

/* ---------------------------------------------------------------- URLs */

static const char *const service_schemes[] = {
    "amqp",    "amqps",     "bolt",  "clickhouse", "kafka",     "ldap",     "ldaps",      "mariadb",
    "mongodb", "mssql",     "mysql", "nats",       "neo4j",     "postgres", "postgresql", "redis",
    "rediss",  "sqlserver", "tcp",   "unix",       "zookeeper", NULL,
};

static bool in_url(char byte)
{
    return leak_visible(byte) && byte != '"' && byte != '\'' && byte != '`' && byte != '<' &&
           byte != '>' && byte != ')' && byte != ']' && byte != ',';
}

/* The scheme and the rest of the URL that starts at `at`; both empty when none does. */
struct url {
    struct text scheme, rest;
    size_t end;
};

static struct url url_at(struct text text, size_t at)
{
    struct url url = {TEXT(""), TEXT(""), at};
    if (!leak_starts(text, at, leak_word))
        return url;
    size_t scheme_end = leak_run_ahead(text, at, leak_word);
    if (!leak_here(text, scheme_end, "://"))
        return url;
    url.end = leak_run_ahead(text, scheme_end + 3, in_url);
    if (leak_before(text, url.end) == '.')
        url.end--;
    url.scheme = text_slice(text, at, scheme_end - at);
    url.rest = text_slice(text, scheme_end + 3, url.end - scheme_end - 3);
    return url;
}

/* "https://app:hunter2@api.example.com": a user, a password that is no placeholder, an at sign. */
size_t leak_credentials_url(struct text text, size_t at)
{
    struct url url = url_at(text, at);
    size_t colon = 0;
    for (size_t i = 0; i < url.rest.length && url.rest.bytes[i] != '/'; i++) {
        if (colon > 0 && url.rest.bytes[i] == '@')
            return url.rest.bytes[colon + 1] == '{' ? 0 : url.end;
        if (colon == 0 && url.rest.bytes[i] == ':')
            colon = i;
    }
    return 0;
}

/* "redis://cache/0", "postgres:///ledger" */
size_t leak_service_url(struct text text, size_t at)
{
    struct url url = url_at(text, at);
    return url.rest.length > 0 && leak_listed(url.scheme, service_schemes) ? url.end : 0;
}

/* "file:///srv/app/config.yaml" */
size_t leak_file_url(struct text text, size_t at)
{
    struct url url = url_at(text, at);
    return url.rest.length > 0 && leak_any_case(url.scheme, TEXT("file")) ? url.end : 0;
}
