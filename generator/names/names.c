#include "names/names.h"

#include "base/buffer.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_large(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Nothing of the name can be in an identifier: its bytes in hexadecimal. */
static struct text spelled_out(struct arena *arena, struct text name, bool upper)
{
    struct buffer bytes = buffer_create(arena);
    buffer_byte(&bytes, upper ? 'X' : 'x');
    for (size_t i = 0; i < name.length; i++)
        buffer_format(&bytes, upper ? "%02X" : "%02x", (unsigned)(unsigned char)name.bytes[i]);
    return arena_copy(arena, buffer_contents(&bytes));
}

/*
 * A name's words joined by one underscore each, none at the edges: C++ reserves names with two in a
 * row. camelCase is split before each capital that follows a small letter or digit.
 */
static size_t join_words(struct text name, bool upper, char *bytes)
{
    const unsigned char kept = upper ? 0xdf : 0xff; /* of small letters */
    size_t length = 0;
    bool after_capital = false;
    for (size_t i = 0; i < name.length; i++) {
        char c = name.bytes[i];
        if (is_small(c)) { /* most are */
            bytes[length++] = (char)((unsigned char)c & kept);
            after_capital = false;
            continue;
        }
        bool capital = is_large(c), in_word = capital || is_digit(c);
        if (length && bytes[length - 1] != '_' && (!in_word || (capital && !after_capital)))
            bytes[length++] = '_';
        if (!in_word)
            continue;
        bytes[length++] = capital && !upper ? (char)(c - 'A' + 'a') : c;
        after_capital = capital;
    }
    return length && bytes[length - 1] == '_' ? length - 1 : length;
}

static struct text joined(struct arena *arena, struct text name, bool upper)
{
    char usual[256];
    char *bytes = name.length * 2 <= sizeof usual ? usual : arena_allocate(arena, name.length * 2);
    size_t length = join_words(name, upper, bytes);
    if (length == 0 && name.length)
        return spelled_out(arena, name, upper);
    return arena_copy(arena, (struct text){bytes, length});
}

struct text lower_name(struct arena *arena, struct text name)
{
    return joined(arena, name, false);
}

struct text upper_name(struct arena *arena, struct text name)
{
    return joined(arena, name, true);
}

struct c_names c_names_of(struct arena *arena, const struct registry *registry)
{
    return (struct c_names){lower_name(arena, registry->name.text),
                            upper_name(arena, registry->name.text)};
}

/* "first_second" */
static struct text pair(struct arena *arena, struct text first, struct text second)
{
    const struct text parts[] = {first, TEXT("_"), second};
    return arena_join(arena, parts, 3);
}

struct text problem_constant(struct arena *arena, const struct registry *registry,
                             const struct problem_type *problem)
{
    return pair(arena, upper_name(arena, registry->name.text),
                upper_name(arena, problem->code.text));
}

/* The enum that a shape is, or whose values its items are; NULL: neither. */
static const struct shape *enum_within(const struct shape *shape)
{
    if (shape->of)
        shape = shape->of;
    return shape->type == MEMBER_ENUM ? shape : NULL;
}

/* The named type that the member's enum belongs to, or NULL where it is the member's own. */
static const struct named_type *enum_owner(const struct member *member)
{
    const struct named_type *of = member->shape->of ? member->shape->of->named : NULL;
    return of ? of : member->shape->named;
}

struct text enum_name(struct arena *arena, struct text owner, const struct member *member)
{
    const struct named_type *named = enum_owner(member);
    if (named)
        return lower_name(arena, named->name.text);
    struct text name = lower_name(arena, member->name.text);
    if (owner.length == 0)
        return name;
    return pair(arena, lower_name(arena, owner), name);
}

struct text enum_constant(struct arena *arena, const struct registry *registry,
                          struct text enum_name, const struct enum_value *value)
{
    return arena_format(arena, "%.*s_%.*s_%.*s", TEXT_ARGS(upper_name(arena, registry->name.text)),
                        TEXT_ARGS(upper_name(arena, enum_name)),
                        TEXT_ARGS(upper_name(arena, value->name.text)));
}

/* ---------------------------------------------------------------- every enum */

/* The enums of members that don't use a named type. */
static void members_enums(struct arena *arena, struct text owner, const struct members *members,
                          enum_found *found, void *context)
{
    for (size_t i = 0; i < members->count; i++) {
        const struct member *member = &members->items[i];
        const struct shape *shape = enum_within(member->shape);
        if (shape && enum_owner(member) == NULL)
            found(context, enum_name(arena, owner, member), shape);
    }
}

void names_each_enum(struct arena *arena, const struct registry *registry, enum_found *found,
                     void *context)
{
    for (size_t i = 0; i < registry->type_count; i++) {
        const struct named_type *type = &registry->types[i];
        const struct shape *shape = enum_within(&type->shape);
        if (shape && (shape->named == NULL || shape->named == type))
            found(context, lower_name(arena, type->name.text), shape);
    }
    members_enums(arena, TEXT(""), &registry->members, found, context);
    for (size_t i = 0; i < registry->rule_count; i++)
        members_enums(arena, registry->rules[i].name.text, &registry->rules[i].members, found,
                      context);
    for (size_t i = 0; i < registry->problem_count; i++)
        members_enums(arena, registry->problems[i].code.text, &registry->problems[i].members, found,
                      context);
}

/* ---------------------------------------------------------------- every name */

struct walk {
    struct arena *arena;
    const struct registry *registry;
    struct c_names names;
    name_found *found;
    void *context;
};

static void found_lower(const struct walk *walk, const char *infix, struct text name,
                        const char *what, struct span origin)
{
    const struct text parts[] = {walk->names.lower, TEXT("_"), text_of(infix), name};
    walk->found(walk->context, arena_join(walk->arena, parts, 4), what, origin);
}

static void walk_enum(void *context, struct text name, const struct shape *shape)
{
    const struct walk *walk = context;
    found_lower(walk, "", name, "an enum", shape->limits->values_span);
    for (size_t i = 0; i < shape->value_count; i++)
        walk->found(walk->context,
                    enum_constant(walk->arena, walk->registry, name, &shape->values[i]),
                    "a value of an enum", shape->values[i].name.span);
}

static void walk_setters(const struct walk *walk, struct text owner, const struct members *members)
{
    for (size_t i = 0; i < members->count; i++) {
        const struct member *member = &members->items[i];
        if (member->shape->type == MEMBER_CONSTANT || !member->optional.value)
            continue;
        struct text name = lower_name(walk->arena, member->name.text);
        if (owner.length)
            name = pair(walk->arena, lower_name(walk->arena, owner), name);
        found_lower(walk, "set_", name, "a setter", member->name.span);
    }
}

static void walk_fixed(const struct walk *walk)
{
    static const char *const lower[] = {"problem", "problem_tables", "find_code", "find_type"};
    static const char *const upper[] = {"REGISTRY", "RESPONSE_MAX", "BODY_MAX",
                                        "DIGEST",   "DIGEST_ALONE", "PROBLEMS_H"};
    const struct span nowhere = {0, 0};
    for (size_t i = 0; i < sizeof lower / sizeof *lower; i++)
        found_lower(walk, lower[i], TEXT(""), "a name that every header has", nowhere);
    for (size_t i = 0; i < sizeof upper / sizeof *upper; i++)
        walk->found(walk->context,
                    arena_format(walk->arena, "%.*s_%s", TEXT_ARGS(walk->names.upper), upper[i]),
                    "a name that every header has", nowhere);
}

static void found_upper(const struct walk *walk, struct text name, const char *suffix,
                        const char *what, struct span origin)
{
    walk->found(walk->context,
                arena_format(walk->arena, "%.*s_FROM_%.*s_%s", TEXT_ARGS(walk->names.upper),
                             TEXT_ARGS(name), suffix),
                what, origin);
}

static void walk_classifier(const struct walk *walk, struct string name)
{
    struct text lower = lower_name(walk->arena, name.text);
    struct text upper = upper_name(walk->arena, name.text);
    found_lower(walk, "from_", lower, "a source", name.span);
    found_lower(walk, "raise_from_", lower, "a source's name", name.span);
    found_lower(walk, "raise_from_", arena_format(walk->arena, "%.*s_", TEXT_ARGS(lower)),
                "a source's name", name.span);
    found_upper(walk, upper, "H", "a source's name", name.span);
    found_upper(walk, upper, "DIGEST", "a source's name", name.span);
}

void names_each(struct arena *arena, const struct registry *registry, name_found *found,
                void *context)
{
    struct arena *scratch = arena_create_within(arena);
    struct walk walk = {scratch, registry, c_names_of(scratch, registry), found, context};
    walk_fixed(&walk);
    names_each_enum(scratch, registry, walk_enum, &walk);
    walk_setters(&walk, TEXT(""), &registry->members);
    for (size_t i = 0; i < registry->rule_count; i++) {
        const struct rule *rule = &registry->rules[i];
        found_lower(&walk, "add_", lower_name(scratch, rule->name.text), "a rule", rule->name.span);
    }
    for (size_t i = 0; i < registry->classifier_count; i++)
        if (!registry->classifiers[i].definition)
            walk_classifier(&walk, registry->classifiers[i].name);
    struct arena_mark mark = arena_mark(scratch);
    for (size_t i = 0; i < registry->problem_count; i++) {
        const struct problem_type *problem = &registry->problems[i];
        struct text code = problem->code.text;
        found(context, pair(scratch, walk.names.upper, upper_name(scratch, code)), "a problem",
              problem->code.span);
        found_lower(&walk, "raise_", lower_name(scratch, code), "a raise", problem->code.span);
        walk_setters(&walk, code, &problem->members);
        arena_release(scratch, mark);
    }
    arena_clear(scratch);
}
