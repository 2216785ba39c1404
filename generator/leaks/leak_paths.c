/*
 * Shapes of files: /etc/shadow, C:\inetpub\web.config, file:///srv/app, charge.c:212.
 *
 * Public texts are full of slashes that are no files: /v1/payments, #/items/3/amount, and/or. What
 * makes a path is its first directory, and where an API may well have a resource of that name, the
 * ending of a kind of file that APIs don't serve.
 */
#include "leaks/leak_internal.h"

/* Directories that tell by themselves, and those that need a file below them to tell. */
static const char *const system_roots[] = {"etc", "proc", "tmp", "usr", NULL};
static const char *const roots_above[] = {
    "etc",  "proc", "tmp",   "usr",   "var", "srv",   "opt", "home",    "root", "dev", "mnt",
    "boot", "sbin", "lib32", "lib64", "sys", "rustc", "nix", "Volumes", "snap", NULL,
};
/* Names that APIs use for resources as well. */
static const char *const maybe_roots[] = {
    "app",        "apps", "base", "bin", "build",   "builds",       "bundle",
    "code",       "data", "go",   "lib", "Library", "media",        "private",
    "repo",       "run",  "site", "src", "Users",   "vagrant",      "workspace",
    "workspaces", "work", "www",  "web", "wwwroot", "Applications", NULL,
};

const char *const leak_source_endings[] = {
    "asm", "bas", "c",   "cc",  "cfm", "clj",  "cpp",   "cs",  "cxx",  "erl",   "ex",  "exs",
    "f90", "fs",  "go",  "h",   "hh",  "hpp",  "hs",    "inc", "java", "jl",    "js",  "jsp",
    "jsx", "kt",  "lua", "m",   "mjs", "cjs",  "ml",    "mm",  "php",  "phtml", "pl",  "pm",
    "py",  "pyx", "r",   "rb",  "rs",  "s",    "scala", "sh",  "sql",  "swift", "tcl", "ts",
    "tsx", "vb",  "zig", "cgi", "asp", "aspx", "y",     "l",   "erb",  "ipp",   NULL,
};
static const char *const file_endings[] = {
    "a",      "bak",     "cfg", "class", "cnf", "conf",  "config", "crt",     "db", "dll",
    "dump",   "dylib",   "env", "exe",   "ini", "jar",   "jks",    "key",     "ko", "lock",
    "log",    "p12",     "pem", "pfx",   "pid", "plist", "pyc",    "service", "so", "sock",
    "sqlite", "sqlite3", "swp", "toml",  "war", "yaml",  "yml",    NULL,
};

static const char *const http_methods[] = {
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", NULL,
};

static bool in_path(char byte)
{
    return leak_word(byte) || byte == '.' || byte == '-' || byte == '+' || byte == '/' ||
           byte == '~' || byte == '@' || byte == '%' || byte == '{' || byte == '}' || byte == '$';
}

static bool in_file_name(char byte)
{
    return leak_word(byte) || byte == '-';
}

/* Without the full stop or dash of the sentence that a path may end. */
static size_t without_stop(struct text text, size_t start, size_t end)
{
    while (end > start && (leak_before(text, end) == '.' || leak_before(text, end) == '-'))
        end--;
    return end;
}

/* Past ":12" or ":12:5". */
static size_t with_line(struct text text, size_t end)
{
    for (int i = 0; i < 2 && leak_byte(text, end) == ':' && leak_digit(leak_byte(text, end + 1));
         i++)
        end = leak_run(text, end + 1, leak_digit);
    return end;
}

/* The part after the last dot of [start, end). Empty without one. */
static struct text ending(struct text text, size_t start, size_t end)
{
    for (size_t at = end; at > start && text.bytes[at - 1] != '/'; at--)
        if (text.bytes[at - 1] == '.')
            return text_slice(text, at, end - at);
    return TEXT("");
}

/* Is the part after some dot of the last name an ending of this list? libc.so.6 has two. */
static bool has_ending(struct text text, size_t start, size_t end, const char *const *list)
{
    struct text last = ending(text, start, end);
    while (last.length > 0 && leak_digit(last.bytes[0])) {
        end -= last.length + 1;
        last = ending(text, start, end);
    }
    return last.length > 0 && leak_listed_exactly(last, list);
}

static size_t before_blank(struct text text, size_t at)
{
    while (at > 0 && (leak_before(text, at) == '`' || leak_before(text, at) == '"'))
        at--;
    return leak_before(text, at) == ' ' ? at - 1 : at;
}

/* "GET /home/devices" names a resource. */
static bool follows_http_method(struct text text, size_t at)
{
    size_t end = before_blank(text, at), start = end;
    while (end - start < 8 && leak_upper(leak_before(text, start)))
        start--;
    return end < at && leak_listed_exactly(text_slice(text, start, end - start), http_methods);
}

static bool can_start_path(struct text text, size_t at)
{
    char before = leak_before(text, at), next = leak_byte(text, at + 1);
    if (leak_word(before) || (before != '\0' && (before & 0x80)))
        return false;
    switch (before) {
    case '/': /* // of a URL, or past the first directory */
    case '.': /* ../sysdeps: its source line is found */
    case '#': /* a JSON pointer as a URI fragment */
    case '<': /* </data> */
    case '{':
    case '}':
    case '~':
    case '-':
    case '+':
    case '@':
    case '%':
    case '$':
        return false;
    default:
        return next != '/';
    }
}

/* "~/.ssh/id_rsa" */
static size_t home_path(struct text text, size_t at)
{
    if (leak_byte(text, at) != '~' || leak_byte(text, at + 1) != '/' ||
        in_path(leak_before(text, at)) || !leak_name(leak_byte(text, at + 2)))
        return 0;
    return without_stop(text, at, leak_run(text, at, in_path));
}

/* "/etc/ssl/private/prod-api.key", "/app/node_modules/express/index.js:256:14" */
size_t leak_posix_path(struct text text, size_t at)
{
    if (leak_byte(text, at) != '/' || !can_start_path(text, at))
        return home_path(text, at);
    size_t root_end = leak_run(text, at + 1, in_file_name);
    struct text root = text_slice(text, at + 1, root_end - at - 1);
    bool below = leak_byte(text, root_end) == '/' && in_path(leak_byte(text, root_end + 1)) &&
                 leak_byte(text, root_end + 1) != '/';
    size_t end = without_stop(text, at, leak_run(text, at, in_path));
    bool maybe =
        leak_listed_exactly(root, maybe_roots) &&
        (has_ending(text, at, end, leak_source_endings) || has_ending(text, at, end, file_endings));
    if (!leak_listed_exactly(root, below ? roots_above : system_roots) && !(below && maybe))
        return 0;
    return follows_http_method(text, at) ? 0 : with_line(text, end);
}

static bool in_windows_path(char byte)
{
    return in_path(byte) || byte == '\\';
}

static bool is_slash(char byte)
{
    return byte == '\\' || byte == '/';
}

/* "C:\inetpub\wwwroot\web.config", "c:/ExampleApp/Program.cs", "\\fileserver\share" */
size_t leak_windows_path(struct text text, size_t at)
{
    size_t name = 0;
    if (leak_letter(leak_byte(text, at)) && !leak_word(leak_before(text, at)) &&
        leak_byte(text, at + 1) == ':' && is_slash(leak_byte(text, at + 2)))
        name = at + 3;
    else if (leak_here(text, at, "\\\\") && !in_windows_path(leak_before(text, at)))
        name = at + 2;
    else
        return 0;
    size_t name_end = leak_run(text, name, leak_word);
    bool share = leak_byte(text, at) == '\\';
    if (name_end == name || (share && leak_byte(text, name_end) != '\\'))
        return 0;
    return with_line(text, without_stop(text, at, leak_run(text, name, in_windows_path)));
}

/* "charge.c:212", "src/billing/main.go:5", "(Account.java:67)" */
size_t leak_source_line(struct text text, size_t at)
{
    if (!leak_starts(text, at, in_path))
        return 0;
    size_t end = leak_run(text, at, in_path);
    if (leak_byte(text, end) != ':' || !leak_digit(leak_byte(text, end + 1)) ||
        !has_ending(text, at, end, leak_source_endings))
        return 0;
    return with_line(text, end);
}
