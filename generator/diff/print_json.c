/*
 * For programs:
 *
 *   {"changes": [{"id": "status-changed", "verdict": "breaking", "excused": "sunset",
 *                 "problem": "insufficient-funds", "member": "balance",
 *                 "message": ..., "help": ...,
 *                 "old": {"file": ..., "line": n, "column": n, "endLine": n, "endColumn": n},
 *                 "new": {...}}],
 *    "breaking": n, "risky": n, "source": n, "compatible": n, "safe": n}
 *
 * Changes are sorted by verdict, breaking ones first. In place of "problem" there may be "type",
 * "rule" (of field errors) or "source" (of `classify`); a change of the registry as a whole has
 * none of them. Of "member", "excused", "help", "old" and "new" those are there that apply. Lines
 * and columns are as those of `problemc check`.
 */
#include "diff/diff.h"
#include "report/document.h"

static void put_change(struct arena *arena, const struct sources *sources, cJSON *changes,
                       const struct change *change)
{
    static const char *const keys[] = {"", "problem", "type", "rule", "source"};
    cJSON *object = document_object(arena, changes, NULL);
    document_text(arena, object, "id", text_of(change->rule->id));
    document_text(arena, object, "verdict", text_of(verdict_names[change->verdict]));
    if (change->excuse != EXCUSE_NONE)
        document_text(arena, object, "excused", text_of(excuse_names[change->excuse]));
    if (change->kind != SUBJECT_REGISTRY)
        document_text(arena, object, keys[change->kind], change->name);
    if (change->member.length)
        document_text(arena, object, "member", change->member);
    document_text(arena, object, "message", change->message);
    if (change->help.length)
        document_text(arena, object, "help", change->help);
    if (span_is_set(change->old))
        document_place(arena, document_object(arena, object, "old"), sources, change->old);
    if (span_is_set(change->new))
        document_place(arena, document_object(arena, object, "new"), sources, change->new);
}

void diff_print_json(const struct diff *diff, const struct sources *sources, struct buffer *out)
{
    cJSON *root = document_create(out->arena);
    cJSON *changes = document_array(out->arena, root, "changes");
    for (size_t i = 0; i < diff->count; i++)
        put_change(out->arena, sources, changes, &diff->changes[i]);
    for (int verdict = 0; verdict < VERDICTS; verdict++)
        document_number(out->arena, root, verdict_names[verdict], diff->by_verdict[verdict]);
    document_print(root, out);
}
