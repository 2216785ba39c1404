/*
 * libyaml reports most of these without a line, and takes the rest in silence: NEL, U+2028 and
 * U+2029 as line breaks that make keys of what editors show as one line, a lone CR likewise, and
 * bidirectional controls as nothing at all.
 */
#include "source/bytes.h"
#include "base/utf8.h"

#include <string.h>

struct pass {
    struct source *source;
    struct diagnostics *diagnostics;
    size_t findings;
};

static struct diagnostic *report(struct pass *pass, const char *id, size_t offset, size_t length,
                                 const char *message)
{
    uint32_t begin = pass->source->base + (uint32_t)offset;
    struct span span = {begin, begin + (uint32_t)length};
    pass->findings++;
    return diagnose(pass->diagnostics, SEVERITY_ERROR, id, span, "%s", message);
}

/* Whether the file is UTF-16 or UTF-32: a byte order mark, or a NUL beside an ASCII character where
 * a registry has none. */
static bool is_wide(struct text bytes)
{
    const unsigned char *at = (const unsigned char *)bytes.bytes;
    if (bytes.length < 2)
        return false;
    if ((at[0] == 0xff && at[1] == 0xfe) || (at[0] == 0xfe && at[1] == 0xff))
        return true;
    if (bytes.length >= 4 && at[0] == 0 && at[1] == 0 && (at[2] == 0xfe || at[2] == 0) && at[3])
        return true;
    return (at[0] == 0) != (at[1] == 0);
}

static bool is_bidi(uint32_t code_point)
{
    return code_point == 0x61c || code_point == 0x200e || code_point == 0x200f ||
           (code_point >= 0x202a && code_point <= 0x202e) ||
           (code_point >= 0x2066 && code_point <= 0x2069);
}

static bool is_noncharacter(uint32_t code_point)
{
    return (code_point >= 0xfdd0 && code_point <= 0xfdef) || (code_point & 0xfffe) == 0xfffe;
}

/* A run of bytes that are no UTF-8 is one finding. Returns its end. */
static size_t invalid_run(struct pass *pass, size_t offset)
{
    struct text bytes = pass->source->bytes;
    size_t end = offset;
    uint32_t code_point = UTF8_INVALID;
    while (end < bytes.length) {
        size_t width = utf8_decode(bytes.bytes + end, bytes.length - end, &code_point);
        if (code_point != UTF8_INVALID)
            break;
        end += width;
    }
    struct diagnostic *finding =
        report(pass, "yaml-utf8", offset, end - offset, "these bytes are not UTF-8");
    diagnostic_help(finding, "save the file as UTF-8");
    return end;
}

static void control(struct pass *pass, size_t offset, size_t width, uint32_t code_point)
{
    struct diagnostic *finding = report(pass, "yaml-control", offset, width,
                                        "a control character cannot stand in a registry");
    diagnostic_help(finding, "remove U+%04X", (unsigned)code_point);
}

static void line_separator(struct pass *pass, size_t offset, size_t width, uint32_t code_point)
{
    const char *escape = code_point == 0x85 ? "\\N" : code_point == 0x2028 ? "\\L" : "\\P";
    struct diagnostic *finding =
        report(pass, "yaml-line-separator", offset, width,
               "YAML takes this character for a line break, editors do not");
    diagnostic_help(finding, "remove U+%04X, or write %s in double quotes", (unsigned)code_point,
                    escape);
}

static void bidi(struct pass *pass, size_t offset, size_t width, uint32_t code_point)
{
    struct diagnostic *finding = report(pass, "yaml-bidi", offset, width,
                                        "a bidirectional control character makes this read "
                                        "otherwise than it compiles");
    diagnostic_help(finding, "remove U+%04X, or write \\u%04X in double quotes",
                    (unsigned)code_point, (unsigned)code_point);
}

/* A code point over U+007F. */
static void check_wide(struct pass *pass, size_t offset, size_t width, uint32_t code_point)
{
    if (code_point == 0x85 || code_point == 0x2028 || code_point == 0x2029)
        line_separator(pass, offset, width, code_point);
    else if (code_point < 0xa0)
        control(pass, offset, width, code_point);
    else if (is_bidi(code_point))
        bidi(pass, offset, width, code_point);
    else if (code_point == 0xfeff)
        diagnostic_help(report(pass, "yaml-bom", offset, width,
                               "a byte order mark can only stand at the beginning of a file"),
                        "remove U+FEFF");
    else if (is_noncharacter(code_point))
        diagnostic_help(report(pass, "yaml-utf8", offset, width, "this is not a character"),
                        "remove U+%04X", (unsigned)code_point);
}

static void check_ascii(struct pass *pass, size_t offset, unsigned char byte)
{
    struct text bytes = pass->source->bytes;
    if (byte == '\t')
        return;
    if (byte != '\r')
        control(pass, offset, 1, byte);
    else if (offset + 1 == bytes.length || bytes.bytes[offset + 1] != '\n')
        diagnostic_help(report(pass, "yaml-lone-cr", offset, 1,
                               "a carriage return without a line feed ends this line"),
                        "end lines with LF or CR LF");
}

bool bytes_check(struct source *source, struct diagnostics *diagnostics)
{
    struct pass pass = {source, diagnostics, 0};
    struct text bytes = source->bytes;
    source->ascii = true;
    if (is_wide(bytes)) {
        struct diagnostic *finding =
            report(&pass, "yaml-utf16", 0, 1, "this file is UTF-16 or UTF-32");
        diagnostic_help(finding, "save it as UTF-8");
        return false;
    }

    for (size_t i = 0; i < bytes.length && pass.findings < BYTES_FINDINGS_MAX;) {
        unsigned char byte = (unsigned char)bytes.bytes[i];
        if (byte == '\n' || (byte >= 0x20 && byte < 0x7f)) {
            i++;
            i += text_printable(bytes, i);
            continue;
        }
        uint32_t code_point;
        size_t width = utf8_decode(bytes.bytes + i, bytes.length - i, &code_point);
        source->ascii = source->ascii && code_point < 0x80;
        if (code_point < 0x80)
            check_ascii(&pass, i, byte);
        else if (code_point == UTF8_INVALID)
            width = invalid_run(&pass, i) - i;
        else
            check_wide(&pass, i, width, code_point);
        i += width;
    }
    return pass.findings == 0;
}
