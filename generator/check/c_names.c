/*
 * The C identifiers that a registry becomes: no two alike, and none that C, its headers or the
 * runtime have a use for.
 */
#include "check/checks.h"
#include "names/names.h"

/* A name that was found, and where. */
struct taken {
    const char *what;
    struct span origin;
};

struct collisions {
    struct check_run *run;
    struct map names; /* name -> index in `taken` */
    struct taken *taken;
    size_t count;
    bool may_be_standard; /* names that begin as these do are in standard headers */
    bool enum_collides;   /* the last enum did: its values collide along with it */
};

static bool is(const char *a, const char *b)
{
    return text_is(text_of(a), b);
}

/* The problem in whose text the place is, or NULL. Problems stand in the order of their offsets. */
static const struct problem_type *problem_at(const struct check_run *run, struct span place)
{
    const struct registry *registry = run->registry;
    size_t low = 0, high = registry->problem_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (registry->problems[middle].code.span.begin <= place.begin)
            low = middle + 1;
        else
            high = middle;
    }
    const struct problem_type *problem = low ? &registry->problems[low - 1] : NULL;
    return problem && place.begin < check_problem_end(run, problem) ? problem : NULL;
}

/* Whether the places are in two problems whose codes collide: what they declare does so as well,
 * which needs no saying. */
static bool is_in_colliding(const struct check_run *run, struct span a, struct span b)
{
    const struct problem_type *first = problem_at(run, a), *second = problem_at(run, b);
    return first && second && first != second &&
           text_equal(lower_name(run->arena, first->code.text),
                      lower_name(run->arena, second->code.text));
}

/* The same value twice in one enum is another check's to report. */
static bool is_same_value(const struct collisions *collisions, const char *what, struct span origin,
                          const struct taken *first)
{
    const struct source *source = source_of(collisions->run->sources, origin);
    if (source == NULL || source != source_of(collisions->run->sources, first->origin) ||
        !is(what, "a value of an enum") || !is(first->what, what))
        return false;
    /* Where it can't be compared any more, the finding leads to saying so. */
    return source_bring_back(source, origin) && source_bring_back(source, first->origin) &&
           text_equal(
               text_slice(source->bytes, origin.begin - source->base, origin.end - origin.begin),
               text_slice(source->bytes, first->origin.begin - source->base,
                          first->origin.end - first->origin.begin));
}

static void report_collision(const struct collisions *collisions, struct text name,
                             struct span origin, const struct taken *first)
{
    struct span span = span_is_set(origin) ? origin : first->origin;
    struct diagnostic *finding =
        check_report(collisions->run, "c-name-collision", NULL, span,
                     "in C this is %.*s, and that name is taken", TEXT_ARGS(name));
    if (span_is_set(origin) && span_is_set(first->origin))
        check_note(finding, first->origin, "by %s here", first->what);
    else
        check_help(finding, "every generated header has a %.*s: choose another name",
                   TEXT_ARGS(name));
}

static bool is_part(struct collisions *collisions, const char *what, struct span origin,
                    const struct taken *first)
{
    if (is(what, "an enum"))
        collisions->enum_collides = true;
    if (is(what, "a value of an enum") &&
        (collisions->enum_collides || is_same_value(collisions, what, origin, first)))
        return true;
    if (is(what, "a source's name") && is(first->what, what))
        return true;
    return !is(what, "a problem") && is_in_colliding(collisions->run, origin, first->origin);
}

static void check_standard(struct check_run *run, struct text name, struct span origin)
{
    struct span span = span_is_set(origin) ? origin : run->registry->name.span;
    if (!check_is_standard_name(name))
        return;
    struct diagnostic *finding =
        check_report(run, "c-name-reserved", NULL, span,
                     "in C this is %.*s, which C or POSIX have a use for", TEXT_ARGS(name));
    check_help(finding, "choose another name, or another name for the registry");
}

static void found(void *context, struct text name, const char *what, struct span origin)
{
    struct collisions *collisions = context;
    struct check_run *run = collisions->run;
    size_t first;
    if (is(what, "an enum"))
        collisions->enum_collides = false;
    if (!map_get(&collisions->names, name, &first)) {
        map_add(run->arena, &collisions->names, arena_copy(run->arena, name), collisions->count);
        struct taken *taken = arena_push(run->arena, &collisions->taken, collisions->count++,
                                         sizeof *collisions->taken);
        *taken = (struct taken){what, origin};
        if (collisions->may_be_standard)
            check_standard(run, name, origin);
    } else if (!is_part(collisions, what, origin, &collisions->taken[first])) {
        report_collision(collisions, name, origin, &collisions->taken[first]);
    }
}

/* ---------------------------------------------------------------- whether any two are alike */

/* Hashes of all names: few registries have two of one, and need be looked at name by name. */
struct hashes {
    struct arena *arena;
    uint64_t *slots; /* 0: free */
    size_t capacity; /* a power of two, or 0 */
    size_t count;
    bool repeat;
};

static uint64_t *slot_for(const struct hashes *hashes, uint64_t hash)
{
    size_t at = hash & (hashes->capacity - 1);
    while (hashes->slots[at] && hashes->slots[at] != hash)
        at = (at + 1) & (hashes->capacity - 1);
    return &hashes->slots[at];
}

static void grow(struct hashes *hashes)
{
    struct hashes old = *hashes;
    hashes->capacity = old.capacity ? old.capacity * 2 : 1024;
    size_t size = hashes->capacity * sizeof *hashes->slots;
    hashes->slots = memset(arena_resize(hashes->arena, NULL, size), 0, size);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.slots[i])
            *slot_for(hashes, old.slots[i]) = old.slots[i];
    arena_drop(hashes->arena, old.slots);
}

static void hash_name(void *context, struct text name, const char *what, struct span origin)
{
    struct hashes *hashes = context;
    uint64_t hash = text_hash(name) | 1;
    (void)what, (void)origin;
    if (hashes->count >= hashes->capacity - hashes->capacity / 8)
        grow(hashes);
    uint64_t *slot = slot_for(hashes, hash);
    hashes->repeat = hashes->repeat || *slot;
    hashes->count += *slot == 0;
    *slot = hash;
}

static bool may_collide(struct check_run *run)
{
    struct hashes hashes = {.arena = run->arena};
    names_each(run->arena, run->registry, hash_name, &hashes);
    arena_drop(run->arena, hashes.slots);
    return hashes.repeat;
}

/* The first word of a prefix: C and POSIX have names of several words. */
static bool begins_standard_names(struct text prefix)
{
    size_t end = 0;
    while (end < prefix.length && prefix.bytes[end] != '_')
        end++;
    return check_has_standard_names(text_slice(prefix, 0, end));
}

/* ---------------------------------------------------------------- the registry's own name */

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* False, with a report, when no names can be made with it. */
static bool check_prefix(struct check_run *run)
{
    struct string name = run->registry->name;
    if (!span_is_set(name.span))
        return false;
    bool fine = is_letter(name.text.bytes[0]);
    for (size_t i = 0; i < name.text.length; i++) {
        char c = name.text.bytes[i];
        fine = fine && (is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-');
    }
    struct diagnostic *finding;
    if (!fine) {
        finding = check_report(run, "bad-name", NULL, name.span, "%.*s can't name a registry",
                               TEXT_ARGS(name.text));
        check_help(finding, "a name starts with a letter and has only letters, digits, _ and -");
        return false;
    }
    struct text prefix = lower_name(run->arena, name.text);
    if (text_is(prefix, "problem") || text_starts_with(prefix, TEXT("problem_"))) {
        finding = check_report(run, "c-name-reserved", NULL, name.span,
                               "names that begin with problem_ are the runtime's");
        check_help(finding, "name the registry after the API or the service");
        return false;
    }
    return true;
}

/* payments_raise_from_sqlite raises what `classify` makes of SQLite's codes. */
void check_reserved_codes(struct check_run *run, const struct problem_type *problem)
{
    struct text code = problem->code.text;
    if (code.length < 5 || (code.bytes[0] | 32) != 'f' ||
        !text_starts_with(lower_name(run->arena, code), TEXT("from_")))
        return;
    struct diagnostic *finding =
        check_report(run, "c-name-reserved", NULL, problem->code.span,
                     "a code can't begin with from: raise_from_... raises what classify maps");
    check_help(finding, "choose another code");
}

void check_c_names(struct check_run *run)
{
    if (!check_prefix(run))
        return;
    struct c_names prefixes = c_names_of(run->arena, run->registry);
    struct collisions collisions = {
        .run = run,
        .may_be_standard =
            begins_standard_names(prefixes.upper) || begins_standard_names(prefixes.lower),
    };
    if (collisions.may_be_standard || may_collide(run))
        names_each(run->arena, run->registry, found, &collisions);
}
