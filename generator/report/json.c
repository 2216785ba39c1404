/*
 * For programs:
 *
 *   {"diagnostics": [{"severity": "error", "id": ..., "message": ...,
 *                     "file": ..., "line": n, "column": n, "endLine": n, "endColumn": n,
 *                     "help": ...,
 *                     "notes": [{"message": ..., "file": ..., ...}]}],
 *    "errors": n, "warnings": n, "omitted": n}
 *
 * Lines and columns count from 1, columns in code points; the end is the place after the last
 * character. A finding without a place lacks the five members of it; one without help or notes
 * lacks these.
 */
#include "report/document.h"
#include "report/report.h"

static void put_finding(struct arena *arena, const struct sources *sources, cJSON *findings,
                        const struct diagnostic *finding)
{
    cJSON *object = document_object(arena, findings, NULL);
    bool is_error = finding->severity == SEVERITY_ERROR;
    document_text(arena, object, "severity", is_error ? TEXT("error") : TEXT("warning"));
    document_text(arena, object, "id", text_of(finding->id));
    document_text(arena, object, "message", finding->message);
    document_place(arena, object, sources, finding->span);
    if (finding->help.length)
        document_text(arena, object, "help", finding->help);
    if (finding->notes == NULL)
        return;
    cJSON *notes = document_array(arena, object, "notes");
    for (const struct diagnostic_note *note = finding->notes; note != NULL; note = note->next) {
        cJSON *entry = document_object(arena, notes, NULL);
        document_text(arena, entry, "message", note->message);
        document_place(arena, entry, sources, note->span);
    }
}

void report_json_findings(struct diagnostics *diagnostics, struct arena *arena, cJSON *parent)
{
    size_t count;
    struct diagnostic *const *findings = diagnostics_sorted(diagnostics, &count);
    cJSON *list = document_array(arena, parent, "diagnostics");
    for (size_t i = 0; i < count && i < REPORT_MAX; i++)
        put_finding(arena, diagnostics_sources(diagnostics), list, findings[i]);
    document_number(arena, parent, "errors", diagnostics_count(diagnostics, SEVERITY_ERROR));
    document_number(arena, parent, "warnings", diagnostics_count(diagnostics, SEVERITY_WARNING));
    document_number(arena, parent, "omitted", count > REPORT_MAX ? count - REPORT_MAX : 0);
}

void report_json(struct diagnostics *diagnostics, struct buffer *out)
{
    cJSON *root = document_create(out->arena);
    report_json_findings(diagnostics, out->arena, root);
    document_print(root, out);
}
