#include "source/diagnostic.h"

#include <stdlib.h>

/* A diagnostic and when it was added: sorting keeps that order where places are equal. */
struct finding {
    struct diagnostic diagnostic;
    size_t order;
};

struct diagnostics {
    struct arena *arena;
    const struct sources *sources;
    struct finding **findings;
    size_t count;
    size_t by_severity[2];
    progress_told *told;
    void *context;
};

struct diagnostics *diagnostics_create(struct arena *arena, const struct sources *sources)
{
    struct diagnostics *diagnostics = arena_allocate(arena, sizeof *diagnostics);
    diagnostics->arena = arena;
    diagnostics->sources = sources;
    return diagnostics;
}

struct diagnostics *diagnostics_create_beside(const struct diagnostics *diagnostics)
{
    struct diagnostics *others = diagnostics_create(diagnostics->arena, diagnostics->sources);
    others->told = diagnostics->told;
    others->context = diagnostics->context;
    return others;
}

static void add(struct diagnostics *diagnostics, struct finding *finding)
{
    finding->diagnostic.owner = diagnostics;
    finding->order = diagnostics->count;
    struct finding **place = arena_push(diagnostics->arena, &diagnostics->findings,
                                        diagnostics->count, sizeof *diagnostics->findings);
    *place = finding;
    diagnostics->count++;
    diagnostics->by_severity[finding->diagnostic.severity]++;
}

void diagnostics_append(struct diagnostics *diagnostics, struct diagnostics *others)
{
    for (size_t i = 0; i < others->count; i++)
        add(diagnostics, others->findings[i]);
    others->count = others->by_severity[0] = others->by_severity[1] = 0;
}

static struct text formatted(struct diagnostics *diagnostics, const char *format, va_list arguments)
{
    return arena_vformat(diagnostics->arena, format, arguments);
}

struct diagnostic *diagnose(struct diagnostics *diagnostics, enum severity severity, const char *id,
                            struct span span, const char *format, ...)
{
    struct finding *finding = arena_allocate(diagnostics->arena, sizeof *finding);
    va_list arguments;
    va_start(arguments, format);
    finding->diagnostic = (struct diagnostic){
        .severity = severity,
        .id = id,
        .span = span,
        .message = formatted(diagnostics, format, arguments),
    };
    va_end(arguments);
    add(diagnostics, finding);
    return &finding->diagnostic;
}

void diagnostic_note(struct diagnostic *diagnostic, struct span span, const char *format, ...)
{
    struct diagnostic_note *note = arena_allocate(diagnostic->owner->arena, sizeof *note);
    va_list arguments;
    va_start(arguments, format);
    note->span = span;
    note->message = formatted(diagnostic->owner, format, arguments);
    va_end(arguments);

    struct diagnostic_note **end = &diagnostic->notes;
    while (*end != NULL)
        end = &(*end)->next;
    *end = note;
}

void diagnostic_help(struct diagnostic *diagnostic, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    diagnostic->help = formatted(diagnostic->owner, format, arguments);
    va_end(arguments);
}

size_t diagnostics_count(const struct diagnostics *diagnostics, enum severity severity)
{
    return diagnostics->by_severity[severity];
}

/* Files stand one after the other in the offset space, so offsets alone sort by file. */
static int compare(const void *a, const void *b)
{
    const struct finding *first = *(const struct finding *const *)a;
    const struct finding *second = *(const struct finding *const *)b;
    uint32_t at = first->diagnostic.span.begin, other = second->diagnostic.span.begin;
    if (at != other)
        return at < other ? -1 : 1;
    return first->order < second->order ? -1 : 1;
}

struct diagnostic *const *diagnostics_sorted(struct diagnostics *diagnostics, size_t *count)
{
    size_t found = diagnostics->count;
    struct finding **findings = arena_array(diagnostics->arena, found, sizeof *findings);
    struct diagnostic **sorted = arena_array(diagnostics->arena, found, sizeof *sorted);
    for (size_t i = 0; i < found; i++)
        findings[i] = diagnostics->findings[i];
    if (found)
        qsort(findings, found, sizeof *findings, compare);
    for (size_t i = 0; i < found; i++)
        sorted[i] = &findings[i]->diagnostic;
    *count = found;
    return sorted;
}

void diagnostics_ask_progress(struct diagnostics *diagnostics, progress_told *told, void *context)
{
    diagnostics->told = told;
    diagnostics->context = context;
}

void diagnostics_progress(struct diagnostics *diagnostics, const char *stage, size_t done,
                          size_t total)
{
    if (diagnostics->told)
        diagnostics->told(diagnostics->context, stage, done, total);
}

const struct sources *diagnostics_sources(const struct diagnostics *diagnostics)
{
    return diagnostics->sources;
}
