/*
 * Hands every text that callers may come to see to the scan for leaks: what responses carry and
 * what the reference shows. Of concealed problems as well: the day that conceal is dropped nobody
 * reads them again.
 */
#include "check/checks.h"
#include "leaks/leaks.h"

enum {
    LEAK_IDS = 9,
    PER_TEXT = 8, /* findings of one id in one text; whoever leaks more knows by then */
};

/* A text being scanned. */
struct exhibit {
    struct check_run *run;
    const struct problem_type *problem; /* NULL: of no single problem */
    struct string text;
    const char *what; /* "detail" */
    struct text of;   /* "", or what it belongs to: a member, a header, a rule */
    bool sent;        /* in responses; else it is in the reference alone */
    struct {
        const char *id;
        unsigned count;
    } found[LEAK_IDS]; /* in this text so far */
};

/* Counts the leak; false when there were enough of its id. */
static bool is_news(struct exhibit *exhibit, const char *id)
{
    size_t i = 0;
    while (i + 1 < LEAK_IDS && exhibit->found[i].id && !text_is(text_of(id), exhibit->found[i].id))
        i++;
    exhibit->found[i].id = id;
    return exhibit->found[i].count++ < PER_TEXT;
}

static void report_leak(void *context, const struct leak *leak)
{
    struct exhibit *exhibit = context;
    struct string text = exhibit->text;
    if (!is_news(exhibit, leak->id))
        return;
    struct diagnostic *finding = check_report(
        exhibit->run, leak->id, exhibit->problem,
        source_within(exhibit->run->sources, text.span, text.text, leak->offset, leak->length),
        "%s%s%.*s shows %s to callers", exhibit->what, exhibit->of.length ? " of " : "",
        TEXT_ARGS(exhibit->of), leak->what);
    if (exhibit->problem == NULL)
        check_help(finding, "leave it out, or turn %s off under checks with a reason", leak->id);
    else if (exhibit->sent)
        check_help(finding, "put it into the cause (problem_because), or allow %s with a reason",
                   leak->id);
    else
        check_help(finding, "leave it out or move it to operator, or allow %s with a reason",
                   leak->id);
}

/* `exhibit` says all but which text. */
static void scan(struct exhibit exhibit, const char *what, struct string text)
{
    exhibit.what = what;
    exhibit.text = text;
    if (span_is_set(text.span))
        leaks_find(exhibit.run->leaks, text.text, report_leak, &exhibit);
}

static void scan_shape(struct exhibit exhibit, const struct shape *shape)
{
    exhibit.sent = true;
    if (shape->type == MEMBER_CONSTANT)
        scan(exhibit, "the constant", shape->limits->value);
    for (size_t i = 0; i < shape->value_count; i++) {
        exhibit.sent = true;
        scan(exhibit, "a value", shape->values[i].name);
        exhibit.sent = false;
        scan(exhibit, "the description of a value", shape->values[i].description);
    }
    if (shape->of && shape->of->named == NULL)
        scan_shape(exhibit, shape->of);
}

static void scan_members(struct exhibit exhibit, const struct members *members)
{
    for (size_t i = 0; i < members->count; i++) {
        const struct member *member = &members->items[i];
        if (member->audience.value == AUDIENCE_LOG)
            continue;
        exhibit.of = member->name.text;
        exhibit.sent = true;
        if (member->absent)
            scan(exhibit, "the absent text", *member->absent);
        if (member->shape->named == NULL)
            scan_shape(exhibit, member->shape);
        exhibit.sent = false;
        scan(exhibit, "the description", member->description);
        for (size_t j = 0; j < member->example.count; j++)
            scan(exhibit, "the example", member->example.items[j]);
    }
}

/* A waiver may still come to be used where they are off. */
void check_leaks(struct check_run *run, const struct problem_type *problem)
{
    if (run->leaks_off && problem->extras->allow.count == 0)
        return;
    struct exhibit exhibit = {.run = run, .problem = problem, .sent = true};
    scan(exhibit, "title", problem->title);
    scan(exhibit, "detail", problem->detail.raw);
    for (size_t i = 0; i < problem->extras->headers.count; i++) {
        exhibit.of = problem->extras->headers.items[i].name.text;
        scan(exhibit, "the value", problem->extras->headers.items[i].value.raw);
    }
    exhibit.of = TEXT("");
    exhibit.sent = false;
    scan(exhibit, "description", problem->description);
    scan(exhibit, "help", problem->help);
    for (size_t i = 0; i < problem->tags.count; i++)
        scan(exhibit, "a tag", problem->tags.items[i]);
    for (size_t i = 0; i < problem->extras->links.count; i++)
        scan(exhibit, "a link's title", problem->extras->links.items[i].title);
    scan_members(exhibit, &problem->members);
}

bool check_leaks_are_off(const struct registry *registry)
{
    for (size_t i = 0; i < check_count; i++)
        if (text_starts_with(text_of(checks[i].id), TEXT("leak-")) &&
            check_level_of(registry, &checks[i]) != LEVEL_OFF)
            return false;
    return true;
}

void check_shared_leaks(struct check_run *run)
{
    const struct registry *registry = run->registry;
    if (run->leaks_off)
        return;
    struct exhibit exhibit = {.run = run, .sent = true};
    scan(exhibit, "title", registry->title);
    scan(exhibit, "the intro", registry->docs.intro);
    for (size_t i = 0; i < registry->type_count; i++) {
        exhibit.of = registry->types[i].name.text;
        scan_shape(exhibit, &registry->types[i].shape);
    }
    scan_members(exhibit, &registry->members);
    for (size_t i = 0; i < registry->rule_count; i++) {
        const struct rule *rule = &registry->rules[i];
        exhibit.of = rule->name.text;
        scan(exhibit, "detail", rule->detail.raw);
        scan(exhibit, "the description", rule->description);
        scan_members(exhibit, &rule->members);
    }
    for (size_t i = 0; i < registry->reserved_count; i++) {
        exhibit.of = registry->reserved[i].code.text;
        scan(exhibit, "the note", registry->reserved[i].note);
    }
}
