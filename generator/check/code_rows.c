/*
 * Rows of others' errors: each names a code that there is, once, and a group's row contradicts no
 * other's; rows for messages are narrow, and needed.
 */
#include "check/checks.h"

/* ---------------------------------------------------------------- names that are unknown */

struct candidates {
    const struct classifier *classifier;
    bool groups;
};

/* Constants, aliases and groups, of the definition too. */
static struct text candidate(const void *context, size_t i)
{
    const struct candidates *candidates = context;
    for (const struct classifier *at = candidates->classifier; at; at = at->base) {
        if (i < at->constants.count)
            return at->constants.items[i].name.text;
        i -= at->constants.count;
        if (i < at->aliases.count)
            return at->aliases.items[i].name.text;
        i -= at->aliases.count;
        if (candidates->groups && i < at->groups.count)
            return at->groups.items[i].name.text;
        i -= candidates->groups ? at->groups.count : 0;
    }
    return (struct text){NULL, 0};
}

static size_t candidate_count(const struct candidates *candidates)
{
    size_t count = 0;
    for (const struct classifier *at = candidates->classifier; at; at = at->base)
        count +=
            at->constants.count + at->aliases.count + (candidates->groups ? at->groups.count : 0);
    return count;
}

/* The definition is missing, or could be read in part only. */
static bool is_incomplete(const struct check_run *run, const struct classifier *classifier)
{
    return !run->registry->complete ||
           (span_is_set(classifier->use.span) && classifier->base == NULL);
}

void check_unknown_code(struct check_run *run, const struct classifier *classifier,
                        struct string written, bool groups)
{
    bool states = classifier->codes.value == CODES_SQLSTATE;
    const struct candidates candidates = {classifier, groups};
    size_t count = candidate_count(&candidates);
    if (is_incomplete(run, classifier))
        return;
    struct diagnostic *finding =
        check_report(run, "unknown-constant", NULL, written.span, "%.*s is no constant%s%s of %.*s",
                     TEXT_ARGS(written.text), groups ? " or group" : "",
                     states ? ", state or class" : "", TEXT_ARGS(classifier->name.text));
    struct text nearest = {NULL, 0};
    if (finding)
        nearest = check_nearest(run, written.text, candidate, &candidates, count);
    if (nearest.length && !text_equal(nearest, written.text))
        check_help(finding, "did you mean %.*s?", TEXT_ARGS(nearest));
    else if (states)
        check_help(finding, "a state has five of 0-9 and A-Z, its class two");
    else if (count == 0)
        check_help(finding, "it has no names: rows by number go under values");
}

static bool looks_like_number(struct text text)
{
    char first = text.length ? text.bytes[0] : '\0';
    return first == '-' || (first >= '0' && first <= '9');
}

void check_code(struct check_run *run, const struct classifier *classifier, struct string written)
{
    struct code code;
    if (classifier_code(classifier, run->arena, written.text, &code))
        return;
    if (looks_like_number(written.text) && classifier->codes.value == CODES_INTEGER) {
        check_report(run, "bad-code", NULL, written.span, "%.*s is no number that fits in an int",
                     TEXT_ARGS(written.text));
    } else if (span_is_set(classifier->enum_type.span)) {
        struct diagnostic *finding =
            check_report(run, "bad-c-name", NULL, written.span, "%.*s can't name a code in C",
                         TEXT_ARGS(written.text));
        check_help(finding, "write it as the header does: letters, digits and _, and no word of C");
    } else {
        check_unknown_code(run, classifier, written, false);
    }
}

/* ---------------------------------------------------------------- rows */

static void check_key(struct check_run *run, const struct classifier *classifier,
                      const struct code_row *row)
{
    bool by_number = looks_like_number(row->key.text) && classifier->codes.value == CODES_INTEGER;
    struct code code;
    if (row->group)
        return;
    if (by_number) {
        struct diagnostic *finding =
            check_report(run, "unknown-constant", NULL, row->key.span,
                         "map takes names, and %.*s is a number", TEXT_ARGS(row->key.text));
        check_help(finding, "rows by number go under values");
    } else if (span_is_set(classifier->enum_type.span)) {
        check_code(run, classifier, row->key);
    } else if (!classifier_code(classifier, run->arena, row->key.text, &code)) {
        check_unknown_code(run, classifier, row->key, true);
    }
}

static void check_earlier(struct check_run *run, const struct code_row *row)
{
    if (!span_is_set(row->earlier))
        return;
    struct diagnostic *finding =
        check_report(run, "duplicate-row", NULL, row->key.span,
                     "%.*s has a row already, or is ignored", TEXT_ARGS(row->key.text));
    check_note(finding, row->earlier, "here");
    check_help(finding, "keep one of the two");
}

static void check_rivals(struct check_run *run, const struct classifier *classifier)
{
    for (size_t i = 0; i < classifier->mapped_count; i++) {
        const struct mapped_code *mapped = &classifier->mapped[i];
        if (mapped->rival == NULL)
            continue;
        struct text name = mapped->code.name.length ? mapped->code.name : mapped->code.key;
        struct diagnostic *finding = check_report(
            run, "ambiguous-group", NULL, mapped->rival->key.span,
            "%.*s is in %.*s and in %.*s, which become different problems", TEXT_ARGS(name),
            TEXT_ARGS(mapped->row->key.text), TEXT_ARGS(mapped->rival->key.text));
        check_note(finding, mapped->row->key.span, "%.*s is mapped here",
                   TEXT_ARGS(mapped->row->key.text));
        check_note(finding, mapped->span, "and has it here");
        check_note(finding, mapped->rival_span, "as %.*s does here",
                   TEXT_ARGS(mapped->rival->key.text));
        check_help(finding, "say what it becomes by a row of its own:  %.*s: ...", TEXT_ARGS(name));
    }
}

/* ---------------------------------------------------------------- messages */

enum {
    CONTAINS_MAX = 16, /* texts of one rule */
    CONTAINS_BYTES_MAX = 256,
};

static void check_contains(struct check_run *run, const struct message_rule *rule)
{
    const struct strings *contains = &rule->contains;
    if (contains->count == 0 && !check_faulty(run, rule->span.begin, rule->span.end))
        check_report(run, "bad-contains", NULL, rule->span,
                     "a message rule must say what the message contains");
    if (contains->count > CONTAINS_MAX)
        check_report(run, "bad-contains", NULL, contains->items[CONTAINS_MAX].span,
                     "a message rule has at most %d texts", CONTAINS_MAX);
    for (size_t i = 0; i < contains->count; i++) {
        struct string text = contains->items[i];
        if (text.text.length == 0)
            check_report(run, "bad-contains", NULL, text.span,
                         "every message contains the empty text");
        else if (text.text.length > CONTAINS_BYTES_MAX)
            check_report(run, "bad-contains", NULL, text.span,
                         "a text of a message has at most %d bytes", CONTAINS_BYTES_MAX);
    }
}

/* What the code becomes without any message, as far as that is known before C sees the header. */
static const struct problem_type *outcome_of(const struct classifier *classifier,
                                             const struct code *code, struct span *row)
{
    const struct mapped_code *mapped = classifier_mapped(classifier, code);
    bool certain = code->kind != CODE_NAMED || classifier->values.count == 0;
    if (mapped == NULL && code->kind == CODE_STATE) {
        const struct code class = {.kind = CODE_CLASS, .key = text_slice(code->key, 0, 2)};
        mapped = classifier_mapped(classifier, &class);
    }
    if (mapped) {
        *row = mapped->row ? mapped->row->key.span : mapped->span;
        return mapped->row ? mapped->row->target : NULL;
    }
    if (code->kind == CODE_NUMBERED)
        certain = !classifier_has_macros(classifier) && !span_is_set(classifier->enum_type.span);
    *row = classifier->otherwise.span;
    return certain && !span_is_set(classifier->primary.span) ? classifier->otherwise_problem : NULL;
}

/* Whether two rules may be about one code, as far as that is known before C sees the header: a name
 * may be a number's, a class holds its states. */
static bool may_meet(struct text a, struct text b)
{
    size_t length = a.length < b.length ? a.length : b.length;
    return looks_like_number(a) != looks_like_number(b) || text_equal(a, b) ||
           (length == 2 && text_equal(text_slice(a, 0, 2), text_slice(b, 0, 2)));
}

/* Whether a rule further down sends a message with this code elsewhere: then this one may be an
 * exception to it. */
static bool has_rival_below(const struct classifier *classifier, const struct message_rule *rule)
{
    const struct message_rule *end = classifier->messages.items + classifier->messages.count;
    for (const struct message_rule *other = rule + 1; other < end; other++)
        if (other->target != rule->target && may_meet(other->code.text, rule->code.text))
            return true;
    return false;
}

static void check_redundant(struct check_run *run, const struct classifier *classifier,
                            const struct message_rule *rule)
{
    struct code code;
    struct span row = {0, 0};
    if (rule->target == NULL || has_rival_below(classifier, rule) ||
        !classifier_code(classifier, run->arena, rule->code.text, &code) ||
        outcome_of(classifier, &code, &row) != rule->target)
        return;
    struct diagnostic *finding =
        check_report(run, "redundant-message", NULL, rule->problem.span,
                     "%.*s becomes %.*s whatever the message says", TEXT_ARGS(rule->code.text),
                     TEXT_ARGS(rule->problem.text));
    if (span_is_set(row))
        check_note(finding, row, "by this");
    check_help(finding, "drop the rule");
}

static void check_message(struct check_run *run, const struct classifier *classifier,
                          const struct message_rule *rule)
{
    check_contains(run, rule);
    if (!span_is_set(rule->code.span))
        return;
    check_code(run, classifier, rule->code);
    check_redundant(run, classifier, rule);
}

void check_code_rows(struct check_run *run)
{
    const struct registry *registry = run->registry;
    for (size_t i = 0; i < registry->classifier_count; i++) {
        const struct classifier *classifier = &registry->classifiers[i];
        for (size_t k = 0; k < classifier->map.count; k++) {
            check_key(run, classifier, &classifier->map.items[k]);
            check_earlier(run, &classifier->map.items[k]);
        }
        for (size_t k = 0; k < classifier->values.count; k++) {
            check_code(run, classifier, classifier->values.items[k].key);
            check_earlier(run, &classifier->values.items[k]);
        }
        check_rivals(run, classifier);
        for (size_t k = 0; k < classifier->messages.count; k++)
            check_message(run, classifier, &classifier->messages.items[k]);
    }
}
