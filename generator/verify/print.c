#include "verify/verify.h"

#include "base/escape.h"
#include "report/document.h"
#include "report/report.h"

/* What a message is, in a word: the problem's code, or why it has none. */
static struct text label_of(const struct verdict *verdict)
{
    if (verdict->problem)
        return verdict->problem->code.text;
    if (verdict->several)
        return TEXT("one of several problems");
    if (verdict->status >= 400)
        return TEXT("no problem of the registry");
    return verdict->status >= 200   ? TEXT("no error")
           : verdict->status >= 100 ? TEXT("interim")
                                    : TEXT("no status");
}

/* "403 insufficient-funds urn:uuid:..." */
static void put_label(const struct verdict *verdict, struct buffer *out)
{
    if (verdict->status)
        buffer_format(out, "%d ", verdict->status);
    escape_terminal(out, label_of(verdict));
    if (verdict->instance.length) {
        buffer_byte(out, ' ');
        escape_terminal(out, text_slice(verdict->instance, 0, 256));
    }
}

void verify_print_text(const struct verdicts *verdicts, bool strict, bool colour,
                       struct buffer *out)
{
    for (size_t i = 0; i < verdicts->count; i++) {
        const struct verdict *verdict = &verdicts->items[i];
        bool ok = verdict_ok(verdict, strict);
        const char *begin = ok ? "\x1b[1;32m" : "\x1b[1;31m";
        buffer_format(out, "%s%s%s ", colour ? begin : "", ok ? "ok" : "not ok",
                      colour ? "\x1b[0m" : "");
        put_label(verdict, out);
        buffer_byte(out, '\n');
        report_text(verdict->findings, colour, out);
    }
}

/* TAP 14: what is found is a comment, which every reader of it shows. */
void verify_print_tap(const struct verdicts *verdicts, bool strict, struct buffer *out)
{
    buffer_format(out, "TAP version 14\n1..%zu\n", verdicts->count);
    for (size_t i = 0; i < verdicts->count; i++) {
        const struct verdict *verdict = &verdicts->items[i];
        struct buffer label = buffer_create(out->arena), findings = buffer_create(out->arena);
        put_label(verdict, &label);
        buffer_format(out, "%s %zu - ", verdict_ok(verdict, strict) ? "ok" : "not ok", i + 1);
        for (size_t at = 0; at < label.length; at++) { /* what would begin a directive */
            if (label.bytes[at] == '#' || label.bytes[at] == '\\')
                buffer_byte(out, '\\');
            buffer_byte(out, label.bytes[at]);
        }
        buffer_byte(out, '\n');
        report_text(verdict->findings, false, &findings);
        for (size_t at = 0, begin = 0; at < findings.length; at++)
            if (findings.bytes[at] == '\n') {
                buffer_string(out, at > begin ? "# " : "#");
                buffer_text(out, (struct text){findings.bytes + begin, at + 1 - begin});
                begin = at + 1;
            }
    }
}

static void put_message(struct arena *arena, cJSON *list, const struct verdict *verdict,
                        bool strict, const struct sources *sources)
{
    struct position position = position_of(sources, verdict->span.begin);
    cJSON *message = document_object(arena, list, NULL);
    document_boolean(arena, message, "ok", verdict_ok(verdict, strict));
    document_text(arena, message, "file", position.source->name);
    document_number(arena, message, "line", position.line);
    if (verdict->status)
        document_number(arena, message, "status", (size_t)verdict->status);
    if (verdict->problem)
        document_text(arena, message, "problem", verdict->problem->code.text);
    if (verdict->instance.length)
        document_text(arena, message, "instance", verdict->instance);
    report_json_findings(verdict->findings, arena, message);
}

/*
 * {"ok": false, "messages": [{"ok": false, "file": "<stdin>", "line": 1, "status": 403,
 *                             "problem": code, "instance": ..., "diagnostics": [...],
 *                             "errors": n, "warnings": n, "omitted": n}]}
 *
 * `status`, `problem` and `instance` are missing where a message does not tell; diagnostics are as
 * `problemc check --format json` prints them.
 */
void verify_print_json(const struct verdicts *verdicts, bool strict, const struct sources *sources,
                       struct buffer *out)
{
    cJSON *root = document_create(out->arena);
    bool all = true;
    for (size_t i = 0; i < verdicts->count; i++)
        all = all && verdict_ok(&verdicts->items[i], strict);
    document_boolean(out->arena, root, "ok", all);
    cJSON *list = document_array(out->arena, root, "messages");
    for (size_t i = 0; i < verdicts->count; i++)
        put_message(out->arena, list, &verdicts->items[i], strict, sources);
    document_print(root, out);
}
