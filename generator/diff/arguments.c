/*
 * What the functions that raise, add and set take. C goes by places and types, so that two
 * arguments of one type that change places are no error anywhere, and wrong in every response.
 */
#include "diff/compare.h"
#include "names/names.h"

struct argument {
    struct text name, c_type;
    struct span span;
};

struct arguments {
    struct argument *items;
    size_t count;
};

/* ---------------------------------------------------------------- C types */

static struct text scalar_type(struct comparison *comparison, struct text owner,
                               const struct member *member, const struct shape *shape)
{
    switch (shape->type) {
    case MEMBER_DECIMAL:
        return TEXT("struct problem_decimal");
    case MEMBER_NUMBER:
        return TEXT("double");
    case MEMBER_BOOLEAN:
        return TEXT("bool");
    case MEMBER_ENUM:
        return arena_format(comparison->arena, "enum %.*s_%.*s",
                            TEXT_ARGS(lower_name(comparison->arena, comparison->old->name.text)),
                            TEXT_ARGS(enum_name(comparison->arena, owner, member)));
    case MEMBER_IDENTIFIER:
    case MEMBER_TEXT:
    case MEMBER_URI:
    case MEMBER_UUID:
    case MEMBER_POINTER:
        return TEXT("const char *");
    case MEMBER_TIMESTAMP:
        return TEXT("struct problem_time");
    default:
        return TEXT("int64_t");
    }
}

struct text c_type_of(struct comparison *comparison, struct text owner, const struct member *member)
{
    const struct shape *items = member->shape->of;
    if (items == NULL)
        return scalar_type(comparison, owner, member, member->shape);
    return arena_format(comparison->arena, "array of %.*s",
                        TEXT_ARGS(scalar_type(comparison, owner, member, items)));
}

/* C converts one to another without being asked to: numbers and enums. */
static bool is_arithmetic(struct text c_type)
{
    return text_is(c_type, "int64_t") || text_is(c_type, "double") || text_is(c_type, "bool") ||
           text_starts_with(c_type, TEXT("enum "));
}

static bool passes_for(struct text given, struct text taken)
{
    return text_equal(given, taken) || (is_arithmetic(given) && is_arithmetic(taken));
}

/* ---------------------------------------------------------------- lists */

static struct arguments arguments_of(struct comparison *comparison, struct text owner,
                                     const struct members *members)
{
    struct arguments list = {NULL, 0};
    for (size_t i = 0; i < members->count; i++) {
        const struct member *member = &members->items[i];
        if (member->shape->type == MEMBER_CONSTANT || member->optional.value)
            continue;
        struct argument *argument =
            arena_push(comparison->arena, &list.items, list.count++, sizeof *argument);
        *argument = (struct argument){member->name.text, c_type_of(comparison, owner, member),
                                      member->name.span};
    }
    return list;
}

static const struct argument *find_argument(const struct arguments *list, struct text name)
{
    for (size_t i = 0; i < list->count; i++)
        if (text_equal(list->items[i].name, name))
            return &list->items[i];
    return NULL;
}

static struct text listed(struct comparison *comparison, const struct arguments *list, bool typed)
{
    struct buffer out = buffer_create(comparison->arena);
    for (size_t i = 0; i < list->count; i++) {
        struct text type = list->items[i].c_type;
        bool pointer = text_ends_with(type, TEXT("*"));
        buffer_string(&out, i ? ", " : "");
        if (typed)
            buffer_format(&out, "%.*s%s", TEXT_ARGS(type), pointer ? "" : " ");
        buffer_text(&out, list->items[i].name);
    }
    return buffer_contents(&out);
}

/* ---------------------------------------------------------------- comparing */

/* How a list is another than before. */
struct difference {
    bool retyped;  /* some place has another C type, or there are more or fewer places */
    bool refused;  /* a call that was right is a mistake to the compiler */
    bool moved;    /* some argument has another place */
    bool same_set; /* the same arguments, in whatever order */
    size_t first;  /* place that differs */
};

static struct difference difference_of(const struct arguments *old, const struct arguments *new)
{
    size_t shared = old->count < new->count ? old->count : new->count;
    struct difference difference = {
        .retyped = old->count != new->count,
        .refused = old->count != new->count,
        .same_set = old->count == new->count,
        .first = shared,
    };
    for (size_t i = shared; i-- > 0;) {
        const struct argument *before = &old->items[i], *after = &new->items[i];
        bool renamed = !text_equal(before->name, after->name);
        bool retyped = !text_equal(before->c_type, after->c_type);
        difference.retyped = difference.retyped || retyped;
        difference.refused = difference.refused || !passes_for(before->c_type, after->c_type);
        difference.moved =
            difference.moved ||
            (renamed && (find_argument(new, before->name) || find_argument(old, after->name)));
        if (renamed || retyped)
            difference.first = i;
    }
    for (size_t i = 0; i < old->count; i++) {
        const struct argument *after = find_argument(new, old->items[i].name);
        difference.same_set =
            difference.same_set && after && text_equal(old->items[i].c_type, after->c_type);
    }
    return difference;
}

static void report_swapped(struct comparison *comparison, const struct subject *subject,
                           struct places places, struct text function, struct text lists)
{
    struct subject unexcused = *subject;
    unexcused.excuse = EXCUSE_NONE; /* what a sunset excuses is no wrong value */
    unexcused.unseen = false;
    struct change *change =
        change_add(comparison, "raise-swapped", &unexcused, places,
                   "%.*s takes %.*s: calls compile as they are, and send values under each other's "
                   "names",
                   TEXT_ARGS(function), TEXT_ARGS(lists));
    change_help(
        comparison, change,
        "this breaks the C source, and no compiler says so: keep the order, and declare new "
        "members last");
}

void compare_arguments(struct comparison *comparison, const struct member_owner *owner,
                       const char *verb)
{
    struct arena *arena = comparison->arena;
    struct arguments old = arguments_of(comparison, owner->old_name, owner->old);
    struct arguments new = arguments_of(comparison, owner->new_name, owner->new);
    struct difference difference = difference_of(&old, &new);
    struct places places = owner->subject->places;
    struct text function = c_function(comparison, verb, lower_name(arena, owner->new_name));
    if (!difference.retyped && !difference.moved)
        return; /* an argument that has another name at its place is given as before */
    if (difference.first < old.count)
        places.old = old.items[difference.first].span;
    if (difference.first < new.count)
        places.new = new.items[difference.first].span;
    bool typed = !difference.same_set;
    struct text lists =
        arena_format(arena, "(%.*s), took (%.*s)", TEXT_ARGS(listed(comparison, &new, typed)),
                     TEXT_ARGS(listed(comparison, &old, typed)));
    if (difference.moved && !difference.refused)
        report_swapped(comparison, owner->subject, places, function, lists);
    else if (difference.same_set)
        change_add(comparison, "raise-reordered", owner->subject, places,
                   "%.*s takes its arguments in another order: %.*s", TEXT_ARGS(function),
                   TEXT_ARGS(lists));
    else
        change_add(comparison, "raise-changed", owner->subject, places, "%.*s takes %.*s",
                   TEXT_ARGS(function), TEXT_ARGS(lists));
}

/* ---------------------------------------------------------------- setters */

static bool has_setter(const struct member *member)
{
    return member && member->optional.value && member->shape->type != MEMBER_CONSTANT;
}

static struct text setter(struct comparison *comparison, struct text owner, struct text member)
{
    struct arena *arena = comparison->arena;
    struct text name = lower_name(arena, member);
    if (owner.length)
        name =
            arena_format(arena, "%.*s_%.*s", TEXT_ARGS(lower_name(arena, owner)), TEXT_ARGS(name));
    return c_function(comparison, "set", name);
}

void compare_setters(struct comparison *comparison, const struct member_owner *owner)
{
    for (size_t i = 0; i < owner->old->count; i++) {
        const struct member *old = &owner->old->items[i];
        const struct member *new = members_find(owner->new, old->name.text);
        struct subject subject = *owner->subject;
        struct places places = {old->name.span, new ? new->name.span : subject.places.new};
        struct text before = setter(comparison, owner->old_name, old->name.text);
        struct text after = setter(comparison, owner->new_name, old->name.text);
        subject.member = old->name.text;
        if (!has_setter(old))
            continue;
        struct text took = c_type_of(comparison, owner->old_name, old);
        if (!has_setter(new))
            change_add(comparison, "c-names-removed", &subject, places, "%.*s is gone",
                       TEXT_ARGS(before));
        else if (!text_equal(before, after))
            change_add(comparison, "c-names-changed", &subject, places, "%.*s was %.*s",
                       TEXT_ARGS(after), TEXT_ARGS(before));
        else if (!text_equal(took, c_type_of(comparison, owner->new_name, new)))
            change_add(comparison, "raise-changed", &subject, places, "%.*s takes %.*s, took %.*s",
                       TEXT_ARGS(after), TEXT_ARGS(c_type_of(comparison, owner->new_name, new)),
                       TEXT_ARGS(took));
    }
}
