/*
 * Shapes of names from the inside: environment variables and versions of software.
 *
 * Error codes are often SCREAMING_CASE (INVALID_QUERY_PARAM, EXPIRED_TOKEN), and API versions have
 * dots (TLS 1.2), so a variable tells by its ending, its maker or an assignment, and a version by
 * the product before it.
 */
#include "leaks/leak_internal.h"

static const char *const variables[] = {
    "APP_DEBUG",
    "APP_ENV",
    "DB_HOST",
    "DB_NAME",
    "DB_PORT",
    "DB_USER",
    "DJANGO_SETTINGS_MODULE",
    "DOCKER_HOST",
    "FLASK_APP",
    "FLASK_ENV",
    "GOOGLE_APPLICATION_CREDENTIALS",
    "HTTPS_PROXY",
    "HTTP_PROXY",
    "JAVA_HOME",
    "JAVA_OPTS",
    "JAVA_TOOL_OPTIONS",
    "KUBERNETES_SERVICE_HOST",
    "LD_LIBRARY_PATH",
    "LD_PRELOAD",
    "MYSQL_PWD",
    "NODE_ENV",
    "NODE_OPTIONS",
    "NODE_PATH",
    "NO_PROXY",
    "RACK_ENV",
    "RAILS_ENV",
    "REDIS_HOST",
    "RUST_BACKTRACE",
    "RUST_LOG",
    "SSH_AUTH_SOCK",
    NULL,
};

static const char *const variable_endings[] = {
    "_CONNECTION_STRING", "_CREDENTIALS", "_DSN",    "_KEY",   "_KEY_ID", "_PASSPHRASE", "_PASSWD",
    "_PASSWORD",          "_PWD",         "_SECRET", "_TOKEN", "_URI",    "_URL",        NULL,
};

/* First words of error codes and of API fields, after which an ending tells nothing. */
static const char *const code_words[] = {
    "ACCESS",    "API",         "BAD",         "BLOCKED",  "BROKEN",   "CALLBACK",
    "CANCEL",    "CARD",        "CONFLICTING", "CSRF",     "DEVICE",   "DISABLED",
    "DUPLICATE", "EMPTY",       "EXPIRED",     "FOREIGN",  "ID",       "IDEMPOTENCY",
    "ILLEGAL",   "IMAGE",       "INCORRECT",   "INVALID",  "LOCKED",   "LOGIN",
    "MALFORMED", "MISMATCHED",  "MISSING",     "NEXT",     "NO",       "NOTIFICATION",
    "PAGE",      "OLD",         "ONE",         "PAYMENT",  "PRIMARY",  "PROHIBITED",
    "PUBLIC",    "REDIRECT",    "REFRESH",     "REJECTED", "RESOURCE", "RETURN",
    "REVOKED",   "REUSED",      "SHORT",       "STALE",    "SUCCESS",  "TOO",
    "UNKNOWN",   "UNSUPPORTED", "UNTRUSTED",   "USED",     "WEAK",     "WEBHOOK",
    "WRONG",     "YOUR",        "MY",          NULL,
};

static bool in_variable(char byte)
{
    return leak_upper(byte) || leak_digit(byte) || byte == '_';
}

static bool ends_as_variable(struct text name)
{
    for (const char *const *ending = variable_endings; *ending; ending++)
        if (text_ends_with(name, text_of(*ending)))
            return true;
    return false;
}

static struct text first_word(struct text name)
{
    size_t end = 0;
    while (end < name.length && name.bytes[end] != '_')
        end++;
    return text_slice(name, 0, end);
}

/* "NAME=value", "${NAME}", "NAME env": whatever the name, it is a variable's. */
static bool used_as_variable(struct text text, size_t at, size_t end)
{
    char value = leak_byte(text, end + 1);
    bool assigned = leak_byte(text, end) == '=' && (leak_word(value) || value == '/');
    bool expanded = at >= 2 && leak_here(text, at - 2, "${") && leak_byte(text, end) == '}';
    return assigned || expanded ||
           (leak_here(text, end, " env") && !leak_word(leak_byte(text, end + 4)));
}

/* "STRIPE_SECRET_KEY", "DATABASE_URL=postgres://...", "AWS_REGION", "LD_PRELOAD" */
size_t leak_environment_name(struct text text, size_t at)
{
    if (!leak_starts(text, at, leak_word) || !leak_upper(leak_byte(text, at)))
        return 0;
    size_t end = leak_run(text, at, in_variable);
    struct text name = text_slice(text, at, end - at);
    struct text first = first_word(name);
    if (leak_word(leak_byte(text, end)) || first.length == name.length)
        return 0;
    bool tells = leak_listed_exactly(name, variables) || text_is(first, "AWS") ||
                 used_as_variable(text, at, end) ||
                 (ends_as_variable(name) && !leak_listed_exactly(first, code_words));
    return tells ? end : 0;
}

/* ---------------------------------------------------------------- versions */

static const char *const products[] = {
    "alpine",   "apache",     "asp.net",       "busybox",   "caddy",     "cassandra",
    "coyote",   "curl",       "debian",        "django",    "docker",    "elasticsearch",
    "envoy",    "fastapi",    "flask",         "gcc",       "glibc",     "go",
    "gunicorn", "haproxy",    "hibernate",     "hypercorn", "iis",       "java",
    "jboss",    "jetty",      "kafka",         "kernel",    "kestrel",   "kubernetes",
    "laravel",  "libcurl",    "libpq",         "libssl",    "lighttpd",  "linux",
    "log4j",    "mariadb",    "microsoft-iis", "mod_ssl",   "mongodb",   "mysql",
    "nginx",    "node",       "node.js",       "opcache",   "openjdk",   "openresty",
    "openssh",  "openssl",    "oracle",        "perl",      "phantomjs", "php",
    "phusion",  "postgresql", "puma",          "python",    "rabbitmq",  "rails",
    "redis",    "ruby",       "rustc",         "sqlite",    "symfony",   "tomcat",
    "ubuntu",   "undertow",   "unicorn",       "uvicorn",   "uwsgi",     "valgrind",
    "varnish",  "weblogic",   "websphere",     "werkzeug",  "wildfly",   "wordpress",
    "zend",     NULL,
};

static bool in_product(char byte)
{
    return leak_word(byte) || byte == '.' || byte == '-';
}

static size_t skip_word(struct text text, size_t at, struct text word)
{
    return leak_any_case(text_slice(text, at, word.length), word) ? at + word.length : at;
}

/* From the product's name to its number: "/", "-", " v", " version ", " Version:" and quotes. Not
 * ":", which is for tags of container images. */
static size_t number_after(struct text text, size_t at)
{
    if (leak_byte(text, at) == '/' || leak_byte(text, at) == '-')
        return skip_word(text, at + 1, TEXT("v"));
    at = skip_word(text, at, TEXT(" engine"));
    at = skip_word(text, at, TEXT(" version:"));
    at = skip_word(text, at, TEXT(" version"));
    at = skip_word(text, at, TEXT(" ver"));
    at = skip_word(text, at, TEXT(" "));
    at = skip_word(text, at, TEXT("\""));
    return skip_word(text, at, TEXT("v"));
}

/* Of "MariaDB-10.6" and "Microsoft-IIS" only the second has a dash in its name. */
static size_t product_end(struct text text, size_t at, size_t end)
{
    for (size_t i = at; i + 1 < end; i++)
        if ((text.bytes[i] == '-' || text.bytes[i] == '.') && leak_digit(text.bytes[i + 1]))
            return i;
    return end;
}

/* "nginx/1.22.1", "PHP 8.2.35", "Node.js v20.20.2", "openjdk version "17.0.15"", "go1.19" */
size_t leak_software_version(struct text text, size_t at)
{
    if (!leak_starts(text, at, leak_name) || !leak_letter(leak_byte(text, at)))
        return 0;
    size_t name_end = product_end(text, at, leak_run(text, at, in_product));
    while (name_end > at && leak_digit(leak_before(text, name_end)))
        name_end--;
    size_t number = leak_digit(leak_byte(text, name_end)) ? name_end : number_after(text, name_end);
    size_t end = leak_run(text, number, leak_name);
    size_t dot = leak_run(text, number, leak_digit);
    bool slash = leak_byte(text, name_end) == '/' || leak_byte(text, dot) == '.';
    if (dot == number || !slash || (dot < end && !leak_digit(leak_byte(text, dot + 1))) ||
        !leak_listed(text_slice(text, at, name_end - at), products))
        return 0;
    end -= leak_before(text, end) == '.';
    return leak_byte(text, end) == '"' && leak_before(text, number) == '"' ? end + 1 : end;
}
