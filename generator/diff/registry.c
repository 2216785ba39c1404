/*
 * What the registry says of all its responses.
 */
#include "diff/compare.h"
#include "names/names.h"

/* ---------------------------------------------------------------- single values */

/* An optional text of the top level, by what it is to have one, another, or none. */
struct setting {
    const char *what;
    const char *added, *changed, *removed; /* rules */
};

static void compare_setting(struct comparison *comparison, const struct setting *setting,
                            struct string old, struct string new)
{
    struct subject subject = subject_of_registry(comparison);
    struct places places = {span_or(old.span, subject.places.old),
                            span_or(new.span, subject.places.new)};
    if (text_equal(old.text, new.text))
        return;
    if (old.text.length == 0)
        change_add(comparison, setting->added, &subject, places, "%s is %.*s now; there was none",
                   setting->what, TEXT_ARGS(new.text));
    else if (new.text.length == 0)
        change_add(comparison, setting->removed, &subject, places,
                   "there is no %s any more; it was %.*s", setting->what, TEXT_ARGS(old.text));
    else
        change_add(comparison, setting->changed, &subject, places, "%s is %.*s, was %.*s",
                   setting->what, TEXT_ARGS(new.text), TEXT_ARGS(old.text));
}

static struct string or_none(struct string instance)
{
    if (text_is(instance.text, "none"))
        instance.text = TEXT("");
    return instance;
}

static void compare_settings(struct comparison *comparison)
{
    static const struct setting instance = {"instance", "instance-added", "instance-changed",
                                            "instance-removed"};
    static const struct setting language = {"language", "language-changed", "language-changed",
                                            "language-changed"};
    static const struct setting discriminator = {"discriminator", "discriminator-changed",
                                                 "discriminator-changed", "discriminator-changed"};
    const struct registry *old = comparison->old, *new = comparison->new;
    compare_setting(comparison, &instance, or_none(old->instance), or_none(new->instance));
    compare_setting(comparison, &language, old->language, new->language);
    compare_setting(comparison, &discriminator, old->discriminator, new->discriminator);
}

/* A header by another name is one that is dropped and one that is new. */
static void compare_id_header(struct comparison *comparison)
{
    struct string old = comparison->old->id_header, new = comparison->new->id_header;
    struct subject subject = subject_of_registry(comparison);
    if (text_equal_ignoring_case(old.text, new.text))
        return;
    if (old.text.length)
        change_add(comparison, "header-removed", &subject,
                   (struct places){old.span, span_or(new.span, subject.places.new)},
                   "responses no longer repeat the occurrence id in %.*s", TEXT_ARGS(old.text));
    if (new.text.length)
        change_add(comparison, "header-added", &subject, (struct places){{0, 0}, new.span},
                   "responses repeat the occurrence id in %.*s", TEXT_ARGS(new.text));
}

static void compare_fallback(struct comparison *comparison)
{
    const struct registry *old = comparison->old, *new = comparison->new;
    struct subject subject = subject_of_registry(comparison);
    const struct pair *pair =
        new->fallback_problem ? comparison->pair_of[new->fallback_problem->index] : NULL;
    if (old->fallback_problem == NULL || (pair && pair->old == old->fallback_problem))
        return;
    change_add(comparison, "fallback-changed", &subject,
               (struct places){old->fallback.span, new->fallback.span},
               "what nobody mapped becomes %.*s, became %.*s", TEXT_ARGS(new->fallback.text),
               TEXT_ARGS(old->fallback.text));
}

static void compare_name(struct comparison *comparison)
{
    const struct registry *old = comparison->old, *new = comparison->new;
    struct subject subject = subject_of_registry(comparison);
    if (text_equal(old->name.text, new->name.text))
        return;
    struct c_names before = c_names_of(comparison->arena, old);
    struct c_names after = c_names_of(comparison->arena, new);
    struct change *change = change_add(
        comparison, "registry-renamed", &subject, subject.places,
        "the registry is %.*s, was %.*s: C names begin with %.*s_ and %.*s_, files and log "
        "records follow",
        TEXT_ARGS(new->name.text), TEXT_ARGS(old->name.text), TEXT_ARGS(after.lower),
        TEXT_ARGS(after.upper));
    change_help(comparison, change, "replace %.*s_ and %.*s_ where services use them",
                TEXT_ARGS(before.lower), TEXT_ARGS(before.upper));
}

/* ---------------------------------------------------------------- for people */

static void compare_docs(struct comparison *comparison)
{
    const struct registry *old = comparison->old, *new = comparison->new;
    struct subject subject = subject_of_registry(comparison);
    struct differing docs = differing_create(comparison);
    differing_key(&docs, "title", old->title, new->title);
    differing_key(&docs, "intro", old->docs.intro, new->docs.intro);
    differing_key(&docs, "contact", old->docs.contact, new->docs.contact);
    differing_key(&docs, "license", old->docs.license, new->docs.license);
    differing_report(comparison, "docs-changed", &subject, &docs);
}

static const struct check_setting *find_setting(const struct registry *registry, struct text check)
{
    for (size_t i = 0; i < registry->check_count; i++)
        if (text_equal(registry->checks[i].check.text, check))
            return &registry->checks[i];
    return NULL;
}

/* Either way round: a setting that has come or gone counts as one that is different. */
static void compare_checks(struct comparison *comparison)
{
    const struct registry *old = comparison->old, *new = comparison->new;
    struct subject subject = subject_of_registry(comparison);
    for (size_t i = 0; i < new->check_count; i++) {
        const struct check_setting *setting = &new->checks[i];
        const struct check_setting *before = find_setting(old, setting->check.text);
        if (before && before->level.value == setting->level.value)
            continue;
        change_add(
            comparison, "review-changed", &subject,
            (struct places){before ? before->check.span : (struct span){0, 0}, setting->check.span},
            "check %.*s is set to %s", TEXT_ARGS(setting->check.text),
            level_names[setting->level.value]);
    }
    for (size_t i = 0; i < old->check_count; i++) {
        const struct check_setting *setting = &old->checks[i];
        if (find_setting(new, setting->check.text) == NULL)
            change_add(comparison, "review-changed", &subject,
                       (struct places){setting->check.span, {0, 0}},
                       "check %.*s is no longer set to %s", TEXT_ARGS(setting->check.text),
                       level_names[setting->level.value]);
    }
}

/* ---------------------------------------------------------------- the whole */

static void compare_common_members(struct comparison *comparison)
{
    struct subject subject = subject_of_registry(comparison);
    struct member_owner owner = {
        .subject = &subject,
        .old = &comparison->old->members,
        .new = &comparison->new->members,
    };
    compare_members(comparison, &owner);
    compare_setters(comparison, &owner);
}

void compare_registry(struct comparison *comparison)
{
    compare_name(comparison);
    compare_settings(comparison);
    compare_id_header(comparison);
    compare_fallback(comparison);
    compare_common_members(comparison);
    compare_docs(comparison);
    compare_checks(comparison);
}
