/*
 * Changes as findings: what GitHub and SARIF are told.
 */
#include "diff/diff.h"

static void add_finding(const struct change *change, struct span top, struct arena *arena,
                        struct diagnostics *diagnostics)
{
    bool there = span_is_set(change->new);
    struct text subject = change_subject(change, arena);
    struct diagnostic *finding = diagnose(
        diagnostics, change->verdict == VERDICT_BREAKING ? SEVERITY_ERROR : SEVERITY_WARNING,
        change->rule->id, there ? change->new : top, "%.*s%.*s", TEXT_ARGS(subject),
        TEXT_ARGS(change->message));
    if (span_is_set(change->old))
        diagnostic_note(finding, change->old, "it was here");
    if (change->help.length)
        diagnostic_help(finding, "%.*s", TEXT_ARGS(change->help));
}

void diff_findings(const struct diff *diff, struct span top, struct arena *arena,
                   struct diagnostics *diagnostics)
{
    for (size_t i = 0; i < diff->count; i++)
        if (diff->changes[i].verdict <= VERDICT_SOURCE)
            add_finding(&diff->changes[i], top, arena, diagnostics);
}
