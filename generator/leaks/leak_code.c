/*
 * Shapes of running programs: exceptions, symbols, frames of a stack trace, queries, addresses in
 * memory, names of errno values.
 */
#include "leaks/leak_internal.h"

/* ---------------------------------------------------------------- exceptions and symbols */

static bool in_class_name(char byte)
{
    return leak_word(byte) || byte == '.' || byte == '$' || byte == '\\';
}

/* Past the last dot, $ or backslash. */
static struct text simple_name(struct text name)
{
    size_t start = name.length;
    while (start > 0 && leak_word(name.bytes[start - 1]))
        start--;
    return text_slice(name, start, name.length - start);
}

/* "java.lang.NumberFormatException", "KeyError: ...", "(RuntimeError)", "ParseIntError {" */
size_t leak_exception_class(struct text text, size_t at)
{
    if (!leak_starts(text, at, in_class_name) || !leak_letter(leak_byte(text, at)))
        return 0;
    size_t end = leak_run(text, at, in_class_name);
    struct text name = text_slice(text, at, end - at), simple = simple_name(name);
    bool exception = text_ends_with(simple, TEXT("Exception")) && simple.length > 9;
    bool error = text_ends_with(simple, TEXT("Error")) && simple.length > 5;
    if ((!exception && !error) || !leak_upper(simple.bytes[0]))
        return 0;
    bool thrown = leak_byte(text, end) == ':' || leak_here(text, end, " {") ||
                  (leak_before(text, at) == '(' && leak_byte(text, end) == ')');
    return thrown || (exception && simple.length < name.length) ? end : 0;
}

static bool in_symbol(char byte)
{
    return leak_word(byte) || byte == ':' || byte == '<' || byte == '>';
}

/* "core::option::unwrap_failed", "PDO::query"; not "2001:db8::1" */
size_t leak_symbol(struct text text, size_t at)
{
    if (!leak_starts(text, at, in_symbol) || leak_digit(leak_byte(text, at)))
        return 0;
    size_t end = leak_run(text, at, in_symbol);
    bool other_than_hex = false;
    for (size_t i = at; i < end; i++) {
        char next = leak_byte(text, i + 2);
        other_than_hex = other_than_hex || leak_letter(text.bytes[i]) != leak_hex(text.bytes[i]);
        if (other_than_hex && leak_here(text, i, "::") && i > at &&
            (leak_word(leak_before(text, i)) || leak_before(text, i) == '>') &&
            (leak_letter(next) || next == '_' || next == '<'))
            return end;
    }
    return 0;
}

/* ---------------------------------------------------------------- frames */

/* What stands before the parenthesis of a frame: a function's name, or all of the frame. */
static bool in_frame_name(char byte)
{
    return leak_visible(byte) && byte != '(';
}

static bool in_parentheses(char byte)
{
    return byte != ')' && byte != '\n' && byte != '\0';
}

static bool in_brackets(char byte)
{
    return in_parentheses(byte) && byte != ']';
}

/* Past ":12" or ":12:5", and how many numbers these are. */
static size_t line_and_column(struct text text, size_t at, int *count)
{
    for (*count = 0; *count < 2 && leak_byte(text, at) == ':'; ++*count) {
        size_t end = leak_run_ahead(text, at + 1, leak_digit);
        if (end == at + 1)
            break;
        at = end;
    }
    return at;
}

/* Past the line number of a place in [start, end): "A.java:3", "node:fs:573:18". At least `least`
 * numbers; 0 without. What starts with a digit is a time. */
static size_t located(struct text text, size_t start, size_t end, int least)
{
    if (leak_digit(leak_byte(text, start)))
        return 0;
    for (size_t i = start + 1; i < end; i++) {
        int count;
        size_t past = line_and_column(text, i, &count);
        if (count >= least && !leak_word(leak_byte(text, past)))
            return past;
    }
    return 0;
}

static bool has_byte(struct text text, char wanted)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] == wanted)
            return true;
    return false;
}

/* "Layer.handle [as handle_request] (": past the alias and the blanks around it. */
static size_t parenthesis(struct text text, size_t at)
{
    if (leak_here(text, at, " [as ")) {
        at = leak_run_ahead(text, at + 2, in_brackets);
        at += leak_byte(text, at) == ']';
    }
    return leak_byte(text, at) == ' ' ? at + 1 : at;
}

/* ") in c:/App/Program.cs", ") in /src/Program.cs" */
static bool in_file(struct text text, size_t close)
{
    return leak_here(text, close, ") in ") &&
           (leak_byte(text, close + 5) == '/' || leak_byte(text, close + 6) == ':');
}

/*
 * "at A.main(A.java:4)", "at next (/app/router.js:256:14)", "at [eval]:1:27",
 * "at Program.Main(String[] args) in c:/App/Program.cs:line 11";
 * not "at 10:30" or "at checkout (step 2)"
 */
size_t leak_frame(struct text text, size_t at)
{
    if (!leak_here(text, at, "at ") || leak_word(leak_before(text, at)))
        return 0;
    size_t start = at + 3, name_end = leak_run_ahead(text, start, in_frame_name);
    size_t open = parenthesis(text, name_end);
    if (leak_byte(text, open) != '(')
        return located(text, start, name_end, 2);
    size_t close = leak_run_ahead(text, open + 1, in_parentheses);
    if (leak_byte(text, close) != ')')
        return 0;
    return in_file(text, close) || located(text, open + 1, close, 1) ? close + 1 : 0;
}

/* ---------------------------------------------------------------- queries */

static size_t skip_blanks(struct text text, size_t at)
{
    return leak_run_ahead(text, at, leak_blank);
}

/* Where "from" stands after the columns of a query; 0 when it is not in sight. `list` says whether
 * the columns read "a" or "a, b", which prose after "select" seldom does. */
static size_t find_from(struct text text, size_t columns, bool *list)
{
    size_t at = columns;
    char last = ',';
    *list = true;
    while (at < columns + LEAK_AHEAD) {
        size_t end = leak_run_ahead(text, at, leak_visible);
        if (end == at)
            return 0;
        if (leak_any_case(text_slice(text, at, end - at), TEXT("from")))
            return at;
        *list = *list && last == ',';
        last = leak_before(text, end);
        at = skip_blanks(text, end);
    }
    return 0;
}

static const char *const clauses[] = {
    "group", "having", "inner", "join", "left", "limit", "order", "where", NULL,
};

static bool clause_follows(struct text text, size_t at)
{
    size_t start = skip_blanks(text, at), end = leak_run_ahead(text, start, leak_letter);
    return leak_byte(text, at) == ';' || leak_listed(text_slice(text, start, end - start), clauses);
}

/* "SELECT id FROM accounts", "select nope from accounts_internal"; not "Select a card from the
 * list" */
size_t leak_select(struct text text, size_t at)
{
    bool list;
    if (leak_word(leak_before(text, at)) ||
        !leak_any_case(text_slice(text, at, 6), TEXT("select")) ||
        leak_word(leak_byte(text, at + 6)))
        return 0;
    size_t from = find_from(text, skip_blanks(text, at + 6), &list);
    size_t table = skip_blanks(text, from + 4), end = leak_run_ahead(text, table, leak_name);
    if (from == 0 || end == table)
        return 0;
    bool capitals = leak_here(text, at, "SELECT") && leak_here(text, from, "FROM");
    bool query =
        list && (has_byte(text_slice(text, table, end - table), '_') || clause_follows(text, end));
    return capitals || query ? end : 0;
}

/* ---------------------------------------------------------------- memory */

enum { ADDRESS_LEAST = 6, ADDRESS_MOST = 16 }; /* digits: fewer are codes, more are hashes */

/* "0x7ffea77609b0", "0x00007f663181a000" */
size_t leak_memory_address(struct text text, size_t at)
{
    if (!leak_here(text, at, "0x") || leak_word(leak_before(text, at)))
        return 0;
    size_t end = leak_run_ahead(text, at + 2, leak_hex), digits = end - at - 2;
    return digits >= ADDRESS_LEAST && digits <= ADDRESS_MOST && !leak_word(leak_byte(text, end))
               ? end
               : 0;
}

/* "55edfa28c000-55edfa28e000 r--p": a line of /proc/self/maps */
size_t leak_map(struct text text, size_t at)
{
    static const char granted[] = "rwxp";
    if (!leak_starts(text, at, leak_word))
        return 0;
    size_t middle = leak_run_ahead(text, at, leak_hex);
    size_t end = leak_run_ahead(text, middle + 1, leak_hex);
    if (leak_byte(text, middle) != '-' || leak_byte(text, end) != ' ' ||
        middle - at < ADDRESS_LEAST || end - middle - 1 < ADDRESS_LEAST)
        return 0;
    for (size_t i = 0; i < 4; i++) {
        char flag = leak_byte(text, end + 1 + i);
        if (flag != granted[i] && flag != (i == 3 ? 's' : '-'))
            return 0;
    }
    return end + 5;
}

/* ---------------------------------------------------------------- errno */

static const char *const errno_names[] = {
    "E2BIG",       "EACCES",    "EADDRINUSE",   "EADDRNOTAVAIL", "EAFNOSUPPORT",
    "EAGAIN",      "EAI_AGAIN", "EALREADY",     "EBADF",         "EBADMSG",
    "EBUSY",       "ECANCELED", "ECHILD",       "ECONNABORTED",  "ECONNREFUSED",
    "ECONNRESET",  "EDEADLK",   "EDESTADDRREQ", "EDOM",          "EDQUOT",
    "EEXIST",      "EFAULT",    "EFBIG",        "EHOSTDOWN",     "EHOSTUNREACH",
    "EIDRM",       "EILSEQ",    "EINPROGRESS",  "EINTR",         "EINVAL",
    "EIO",         "EISCONN",   "EISDIR",       "ELOOP",         "EMFILE",
    "EMLINK",      "EMSGSIZE",  "ENAMETOOLONG", "ENETDOWN",      "ENETRESET",
    "ENETUNREACH", "ENFILE",    "ENOBUFS",      "ENODATA",       "ENODEV",
    "ENOENT",      "ENOEXEC",   "ENOLCK",       "ENOMEM",        "ENOSPC",
    "ENOSYS",      "ENOTCONN",  "ENOTDIR",      "ENOTEMPTY",     "ENOTFOUND",
    "ENOTSOCK",    "ENOTSUP",   "ENOTTY",       "ENXIO",         "EOPNOTSUPP",
    "EOVERFLOW",   "EPERM",     "EPIPE",        "EPROTO",        "EPROTONOSUPPORT",
    "ERANGE",      "EROFS",     "ESHUTDOWN",    "ESPIPE",        "ESRCH",
    "ESTALE",      "ETIMEDOUT", "ETXTBSY",      "EWOULDBLOCK",   "EXDEV",
    NULL,
};

/* "ENOENT", "connect ECONNREFUSED" */
size_t leak_errno(struct text text, size_t at)
{
    if (leak_byte(text, at) != 'E' || leak_word(leak_before(text, at)))
        return 0;
    size_t end = leak_run_ahead(text, at, leak_word);
    return leak_listed_exactly(text_slice(text, at, end - at), errno_names) ? end : 0;
}
