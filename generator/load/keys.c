/*
 * The keys, table by table. Every `doc` is read by people in the reference and in their editor.
 */
#include "load/keys.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define TABLE(name, required_rows, rows)                                                           \
    {                                                                                              \
        .what = (name), .keys = (rows), .count = COUNT(rows), .required = (required_rows)          \
    }
#define NAMED_TABLE(name, text, required_rows, rows)                                               \
    {                                                                                              \
        .what = (name), .doc = (text), .keys = (rows), .count = COUNT(rows),                       \
        .required = (required_rows)                                                                \
    }
#define WORDS(...)                                                                                 \
    .choice_docs = (const char *const[])                                                           \
    {                                                                                              \
        __VA_ARGS__, NULL                                                                          \
    }

/* ---------------------------------------------------------------- members and their shapes */

enum {
    OF_INTEGER = 1u << MEMBER_INTEGER,
    OF_NUMBERS = OF_INTEGER | 1u << MEMBER_DECIMAL,
    OF_SIZED = 1u << MEMBER_IDENTIFIER | 1u << MEMBER_TEXT | 1u << MEMBER_URI |
               1u << MEMBER_POINTER | 1u << MEMBER_LIST,
};

#define FIELD(field) offsetof(struct shape_definition, field)
static const struct key shape_rows[] = {
    {"type", KEY_TYPE, KEY_REQUIRED, 0,
     .doc = "What the value is: a type of the format, or a name from `types`."},
    {"min", KEY_INTEGER, 0, FIELD(limits.minimum), .types = OF_INTEGER,
     .doc = "The least value that fits."},
    {"max", KEY_INTEGER, 0, FIELD(limits.maximum), .types = OF_INTEGER,
     .doc = "The greatest value that fits."},
    {"max", KEY_INTEGER, 0, FIELD(shape.max), .types = OF_SIZED,
     .doc = "The most bytes of a string, or items of a list, that fit."},
    {"as", KEY_AS, 0, 0, .types = OF_NUMBERS,
     .doc = "`string` sends the number as a JSON string, for values that a double can't hold."},
    {"scale", KEY_SCALE, 0, 0, .types = 1u << MEMBER_DECIMAL,
     .doc = "Digits after the point: a number, or the least and the most as `[0, 3]`."},
    {"precision", KEY_CHOICE, 0, FIELD(limits.precision), precision_names,
     .types = 1u << MEMBER_TIMESTAMP, .doc = "The finest unit of a timestamp that is sent.",
     WORDS("Seconds.", "Milliseconds.", "Microseconds.")},
    {"pattern", KEY_TEXT, 0, FIELD(limits.pattern), .limit = 512, .types = 1u << MEMBER_IDENTIFIER,
     .doc =
         "An anchored regular expression (^...$) over printable ASCII that the whole value matches."},
    {"safe", KEY_TEXT, 0, FIELD(limits.safe), .types = 1u << MEMBER_TEXT,
     .doc = "Why free text may be shown to callers here. Reviewed, and never sent."},
    {"values", KEY_VALUES, 0, 0, .types = 1u << MEMBER_ENUM,
     .doc = "The closed set of values: a list, or each value with a description."},
    {"of", KEY_OF, 0, 0, .types = 1u << MEMBER_LIST,
     .doc = "What each item is: a type's name, or a definition with `type`."},
    {"value", KEY_SCALAR, 0, 0, .limit = 4096, .types = 1u << MEMBER_CONSTANT,
     .doc = "The value that every response carries; `{code}` stands for the problem's code."},
};
#undef FIELD
const struct key_table shape_keys = NAMED_TABLE("a type", "What values look like.", 1, shape_rows);

#define FIELD(field) offsetof(struct member_definition, member.field)
static const struct key member_rows[] = {
    {"audience", KEY_CHOICE, 0, FIELD(audience), audience_names, .doc = "Who gets the value.",
     WORDS("Callers, in the body.", "Callers, in a response header alone.",
           "The log alone: it is never sent.")},
    {"optional", KEY_BOOLEAN, 0, FIELD(optional),
     .doc = "true: it may be missing. It is no argument of the raise, but set afterwards."},
    {"absent", KEY_TEXT, 0, offsetof(struct member_definition, absent), .limit = 256,
     .doc = "What the detail says in place of an optional member that was not set."},
    {"example", KEY_EXAMPLE, 0, FIELD(example),
     .doc = "A value for the reference, written as in the body."},
    {"description", KEY_TEXT, 0, FIELD(description), .doc = "What the value means to callers."},
};
#undef FIELD
const struct key_table member_keys = {
    .what = "a member",
    .doc = "A typed value that an occurrence carries, by its name in the body.",
    .keys = member_rows,
    .count = COUNT(member_rows),
    .also = &shape_keys,
    .also_offset = offsetof(struct member_definition, shape),
};

/* ---------------------------------------------------------------- problems */

#define FIELD(field) offsetof(struct violation_names, field)
static const struct key names_rows[] = {
    {"pointer", KEY_TEXT, 0, FIELD(pointer), .limit = 64,
     .doc = "Name for the place in the request's body."},
    {"parameter", KEY_TEXT, 0, FIELD(parameter), .limit = 64,
     .doc = "Name for a query or path parameter."},
    {"header", KEY_TEXT, 0, FIELD(header), .limit = 64, .doc = "Name for a request header."},
    {"detail", KEY_TEXT, 0, FIELD(detail), .limit = 64, .doc = "Name for what is wrong there."},
    {"rule", KEY_TEXT, 0, FIELD(rule), .limit = 64, .doc = "Name for the rule that was broken."},
    {"omitted", KEY_TEXT, 0, FIELD(omitted), .limit = 64,
     .doc = "Name for how many more there were than were sent."},
};
#undef FIELD
static const struct key_table names_keys = TABLE("names", 0, names_rows);

#define FIELD(field) offsetof(struct violations, field)
static const struct key violations_rows[] = {
    {"member", KEY_TEXT, KEY_REQUIRED, FIELD(member), .limit = 64,
     .doc = "The array's name in the body."},
    {"max", KEY_INTEGER, 0, FIELD(max),
     .doc = "The most field errors that one response carries (32)."},
    {"rules", KEY_TEXTS, 0, FIELD(rule_names),
     .doc = "The rules that may be broken here; all of them by default."},
    {"names", KEY_GROUP, 0, FIELD(names), .keys = &names_keys,
     .doc = "Other names for a field error's members; `omit` leaves one out."},
    {"pointer-style", KEY_CHOICE, 0, FIELD(pointer_style), pointer_style_names,
     .doc = "How a place in the body is written.",
     WORDS("`#/items/3`, a URI fragment (RFC 6901 6).", "`/items/3`.", "As 3GPP TS 29.571 does.")},
};
#undef FIELD
static const struct key_table violations_keys = TABLE("violations", 1, violations_rows);

#define FIELD(field) offsetof(struct operator_notes, field)
static const struct key operator_rows[] = {
    {"runbook", KEY_TEXT, 0, FIELD(runbook), .limit = 2048,
     .doc = "Where operators find what to do."},
    {"owner", KEY_TEXT, 0, FIELD(owner), .limit = 1024, .doc = "Who is to be told."},
    {"notes", KEY_TEXT, 0, FIELD(notes), .doc = "What operators should know (Markdown)."},
};
#undef FIELD
static const struct key_table operator_keys = TABLE("operator", 0, operator_rows);

#define FIELD(field) offsetof(struct deprecated, field)
static const struct key deprecated_rows[] = {
    {"since", KEY_TEXT, 0, FIELD(since),
     .doc = "The version or date from which it should not be relied on."},
    {"replaced-by", KEY_TEXT, 0, FIELD(replaced_by), .limit = 64,
     .doc = "The code of the problem that is sent instead."},
    {"sunset", KEY_TEXT, 0, FIELD(sunset),
     .doc = "The date (YYYY-MM-DD) after which it may be gone."},
};
#undef FIELD
static const struct key_table deprecated_keys = TABLE("deprecated", 0, deprecated_rows);

#define FIELD(field) offsetof(struct link, field)
static const struct key link_rows[] = {
    {"title", KEY_TEXT, KEY_REQUIRED, FIELD(title), .limit = 1024,
     .doc = "What the link leads to."},
    {"url", KEY_TEXT, KEY_REQUIRED, FIELD(url), .limit = 2048,
     .doc = "An https URL, or a path relative to the page."},
};
#undef FIELD
const struct key_table link_keys = TABLE("a link", 2, link_rows);

#define FIELD(field) offsetof(struct problem_definition, field)
static const struct key problem_rows[] = {
    {"id", KEY_INTEGER, 0, FIELD(problem.id),
     .doc = "A stable number, never used again. All problems have one, or none."},
    {"status", KEY_INTEGER, KEY_REQUIRED, FIELD(problem.status),
     .doc = "The HTTP status code, 400 to 599; also sent in the body."},
    {"type", KEY_TEXT, 0, FIELD(extras.type), .limit = 1024,
     .doc = "Another type URI than base + code: an absolute URI, or about:blank."},
    {"title", KEY_TEXT, 0, FIELD(problem.title), .limit = 1024,
     .doc =
         "A short summary, the same in every occurrence (RFC 9457 3.1.3). Defaults to the status phrase for about:blank."},
    {"detail", KEY_MESSAGE, 0, FIELD(problem.detail), .limit = 8192,
     .doc = "What happened this time and how to get past it; `{name}` puts in a member's value."},
    {"members", KEY_MEMBERS, 0, FIELD(problem.members),
     .doc = "The typed values that an occurrence carries."},
    {"headers", KEY_HEADERS, 0, FIELD(extras.headers),
     .doc = "Response headers; `{name}` puts in a member's value."},
    {"description", KEY_TEXT, 0, FIELD(problem.description),
     .doc = "What the problem means (Markdown), for the reference."},
    {"help", KEY_TEXT, 0, FIELD(problem.help),
     .doc = "What the caller can do about it (Markdown), for the reference."},
    {"retry", KEY_CHOICE, 0, FIELD(problem.retry), retry_names + 1, RETRY_NEVER,
     .doc =
         "Whether trying again helps. By default after-delay for 408, 425, 429, 502, 503 and 504, never for others.",
     WORDS("Sending the request again will not help.",
           "The same request may be sent again at once.",
           "The same request may be sent again after a while: as long as Retry-After says.",
           "Not as it is: something has to be changed first, then it may be sent again.")},
    {"log", KEY_CHOICE, 0, FIELD(problem.log), log_names + 1, LOG_DEBUG,
     .doc = "The level of its log records. Defaults to info for 4xx, error for 5xx."},
    {"conceal", KEY_TEXT, 0, FIELD(extras.conceal), .limit = 64,
     .doc =
         "The code of the problem that callers get instead, byte for byte; the log keeps this one."},
    {"violations", KEY_GROUP_NEW, 0, FIELD(extras.violations), .keys = &violations_keys,
     .size = sizeof(struct violations),
     .doc = "Field errors: which rules, and how they are written."},
    {"operator", KEY_GROUP_NEW, 0, FIELD(extras.operator_notes), .keys = &operator_keys,
     .size = sizeof(struct operator_notes), .doc = "For those who run the service; never public."},
    {"since", KEY_TEXT, 0, FIELD(extras.since), .doc = "The version or date from which it exists."},
    {"deprecated", KEY_GROUP_NEW, 0, FIELD(extras.deprecated), .keys = &deprecated_keys,
     .size = sizeof(struct deprecated),
     .doc = "Says that it should not be relied on any more, and what is sent instead."},
    {"tags", KEY_TEXTS, 0, FIELD(problem.tags), .doc = "Words to find it by in the reference."},
    {"links", KEY_LINKS, 0, FIELD(extras.links),
     .doc = "Further reading, each with `title` and `url`."},
    {"allow", KEY_WAIVERS, 0, FIELD(extras.allow),
     .doc = "Checks that are waived here, each with the reason."},
};
#undef FIELD
const struct key_table problem_keys = NAMED_TABLE(
    "a problem",
    "An error that the API answers with, by its code: the last part of the type URI, which is never used again for another.",
    1, problem_rows);

/* ---------------------------------------------------------------- the top level */

#define FIELD(field) offsetof(struct rule, field)
static const struct key rule_rows[] = {
    {"detail", KEY_MESSAGE, KEY_REQUIRED, FIELD(detail), .limit = 8192,
     .doc = "What is wrong there; `{name}` puts in a member's value."},
    {"members", KEY_MEMBERS, 0, FIELD(members), .doc = "The values that the detail names."},
    {"description", KEY_TEXT, 0, FIELD(description),
     .doc = "What the rule asks, for the reference."},
};
#undef FIELD
const struct key_table rule_keys = NAMED_TABLE(
    "a rule", "What fields of a request can break, by the name that field errors carry.", 1,
    rule_rows);

#define FIELD(field) offsetof(struct reserved, field)
static const struct key reserved_rows[] = {
    {"code", KEY_TEXT, KEY_REQUIRED, FIELD(code), .limit = 64, .doc = "The retired code."},
    {"id", KEY_INTEGER, 0, FIELD(id), .doc = "The retired number."},
    {"since", KEY_TEXT, 0, FIELD(since), .doc = "The version or date from which it was gone."},
    {"replaced-by", KEY_TEXT, 0, FIELD(replaced_by), .limit = 64,
     .doc = "The code that took its place."},
    {"note", KEY_TEXT, 0, FIELD(note), .doc = "What its page says."},
};
#undef FIELD
const struct key_table reserved_keys = TABLE("a reserved code", 1, reserved_rows);

#define FIELD(field) offsetof(struct check_setting, field)
static const struct key check_rows[] = {
    {"level", KEY_CHOICE, KEY_REQUIRED, FIELD(level), level_names,
     .doc = "The level that findings have here; off: there are none."},
    {"because", KEY_TEXT, KEY_REQUIRED, FIELD(because), .doc = "Why this registry differs."},
};
#undef FIELD
const struct key_table check_keys = TABLE("a check's setting", 2, check_rows);

#define FIELD(field) offsetof(struct documentation, field)
static const struct key docs_rows[] = {
    {"intro", KEY_TEXT, 0, FIELD(intro),
     .doc = "What stands above the list of problems (Markdown)."},
    {"contact", KEY_TEXT, 0, FIELD(contact), .doc = "Whom to ask: a URL or a mail address."},
    {"license", KEY_TEXT, 0, FIELD(license),
     .doc = "The terms of the reference, or a URL to them."},
};
#undef FIELD
static const struct key_table docs_keys = TABLE("docs", 0, docs_rows);

#define FIELD(field) offsetof(struct message_rule, field)
static const struct key message_rows[] = {
    {"code", KEY_TEXT, KEY_REQUIRED, FIELD(code), .limit = 128,
     .doc = "The code that the message comes with: a name or number; a state or its class."},
    {"contains", KEY_TEXT_OR_TEXTS, KEY_REQUIRED, FIELD(contains),
     .doc = "What the message must hold: a text, or several, all of them; case matters."},
    {"problem", KEY_TEXT, KEY_REQUIRED, FIELD(problem), .limit = 64,
     .doc = "The code of the problem that it becomes."},
    {"because", KEY_TEXT, KEY_REQUIRED, FIELD(because), .limit = 1024,
     .doc = "Why the code alone does not say it."},
    {"remove-by", KEY_TEXT, KEY_REQUIRED, FIELD(remove_by),
     .doc = "The date (YYYY-MM-DD) by which the source should tell it apart by a code."},
};
#undef FIELD
const struct key_table message_keys = TABLE("a message rule", 5, message_rows);

#define FIELD(field) offsetof(struct classifier, field)
static const struct key classifier_rows[] = {
    {"use", KEY_NAME, 0, FIELD(use),
     .doc =
         "A definition whose codes and groups are this source's, too; that of `errno` is looked for in errno.yaml like an included file."},
    {"enum", KEY_TEXT, 0, FIELD(enum_type), .limit = 128,
     .doc =
         "The C type of the codes, such as `SomeError` or `enum some_error`. C refuses an enumerator without a row."},
    {"header", KEY_TEXT, 0, FIELD(header), .limit = 256,
     .doc = "The header that declares the enum or the constants, as in #include <...>."},
    {"codes", KEY_CHOICE, 0, FIELD(codes), code_type_names, .doc = "What a code is.",
     WORDS("An int.", "Five characters, of which the first two are a class.")},
    {"constants", KEY_CONSTANTS, 0, FIELD(constants),
     .doc =
         "Names of codes: a list of the header's macros, where any may be missing; or each name with its number or state."},
    {"aliases", KEY_ALIASES, 0, FIELD(aliases),
     .doc =
         "Names that may be the same code as a constant: `EWOULDBLOCK: EAGAIN`. A row for either is one for both."},
    {"groups", KEY_CODE_GROUPS, 0, FIELD(groups),
     .doc = "Codes that one row can map, by a name for them all."},
    {"primary", KEY_INTEGER, 0, FIELD(primary),
     .doc =
         "A mask: a code without a row is looked up again with the bits that are in it, as SQLite's extended codes (255)."},
    {"ignore", KEY_TEXTS, 0, FIELD(ignore),
     .doc = "Codes that are no errors. They give 0; raising one raises `otherwise` all the same."},
    {"map", KEY_CODE_ROWS, 0, FIELD(map),
     .doc =
         "What codes become: a name, a group, a state or a class, and the code of a problem. A single code's row comes before its group's, and that before its class's."},
    {"values", KEY_NUMBER_ROWS, 0, FIELD(values),
     .doc = "The same by number, whether or not the header has a name for it."},
    {"messages", KEY_MESSAGES, 0, FIELD(messages),
     .doc = "Last resort: rows that hold only for some messages. They are tried first, in order."},
    {"otherwise", KEY_TEXT, 0, FIELD(otherwise), .limit = 64,
     .doc =
         "The code of the problem that all other codes become; the registry's fallback by default."},
};
#undef FIELD
const struct key_table classifier_keys = NAMED_TABLE(
    "classify",
    "A source of others' errors, by a name for it. One that maps nothing, in an included file, is a definition to `use`.",
    0, classifier_rows);

#define FIELD(field) offsetof(struct registry, field)
static const struct key registry_rows[] = {
    {"problemc", KEY_INTEGER, KEY_REQUIRED | KEY_FRAGMENT, FIELD(version),
     .doc = "The version of the format: 1."},
    {"registry", KEY_TEXT, KEY_REQUIRED, FIELD(name), .limit = 40,
     .doc = "The registry's name: prefix of the C names and name of the output files."},
    {"title", KEY_TEXT, KEY_REQUIRED, FIELD(title), .limit = 1024,
     .doc = "The API's name, for people."},
    {"base", KEY_TEXT, KEY_REQUIRED | KEY_FRAGMENT, FIELD(base), .limit = 1024,
     .doc = "What type URIs begin with; ends in /, # or =. Or about:blank: bodies carry no type."},
    {"fallback", KEY_TEXT, KEY_REQUIRED, FIELD(fallback), .limit = 64,
     .doc = "The code of the problem that everything unmapped becomes."},
    {"instance", KEY_TEXT, 0, FIELD(instance), .limit = 256,
     .doc =
         "The instance URI, with {occurrence} in it (urn:uuid:{occurrence}); `none` leaves it out."},
    {"id-header", KEY_TEXT, 0, FIELD(id_header), .limit = 64,
     .doc = "A response header that repeats the occurrence id, such as X-Error-Id."},
    {"language", KEY_TEXT, 0, FIELD(language), .limit = 64,
     .doc = "The language of titles and details (BCP 47), sent as Content-Language."},
    {"types", KEY_TYPES, KEY_FRAGMENT, 0,
     .doc = "Definitions to use by name as a member's `type`."},
    {"members", KEY_MEMBERS, KEY_FRAGMENT, FIELD(members),
     .doc = "Members that every problem carries: constants or optional ones."},
    {"include", KEY_INCLUDE, KEY_FRAGMENT, 0,
     .doc =
         "Files whose types, members, problems, rules, sources and reserved codes belong to this registry."},
    {"rules", KEY_RULES, KEY_FRAGMENT, 0, .doc = "What fields of a request can break, by name."},
    {"classify", KEY_CLASSIFY, KEY_FRAGMENT, 0,
     .doc =
         "What somebody else's errors become, by a name for their source; each gets a header and a source of its own."},
    {"reserved", KEY_RESERVED, KEY_FRAGMENT, 0,
     .doc = "Codes and ids that are retired and never used again."},
    {"checks", KEY_CHECKS, KEY_FRAGMENT, 0, .doc = "Checks that run at another level here."},
    {"discriminator", KEY_TEXT, 0, FIELD(discriminator), .limit = 64,
     .doc = "The member that identifies a problem where bodies carry no type: a constant {code}."},
    {"docs", KEY_GROUP, 0, FIELD(docs), .keys = &docs_keys,
     .doc = "What the reference says about itself."},
    {"problems", KEY_PROBLEMS, KEY_REQUIRED | KEY_FRAGMENT, 0, .doc = "The problems, by code."},
};
#undef FIELD
const struct key_table registry_keys = TABLE("a registry", 6, registry_rows);

/* Most keys differ in their first byte. */
static bool is_named(const struct key *key, struct text name)
{
    return name.length && key->name[0] == name.bytes[0] &&
           strncmp(key->name, name.bytes, name.length) == 0 && key->name[name.length] == '\0';
}

const struct key *key_find(const struct key_table *table, struct text name, enum member_type type,
                           size_t *offset)
{
    const struct key *found = NULL;
    for (size_t i = 0; i < table->count; i++) {
        const struct key *key = &table->keys[i];
        if (!is_named(key, name))
            continue;
        if (found == NULL || key_applies(key, type)) {
            found = key;
            *offset = key->offset;
        }
    }
    if (found || table->also == NULL)
        return found;
    found = key_find(table->also, name, type, offset);
    *offset += table->also_offset;
    return found;
}

/* One of the next few rows of the table, or NULL. Several may have the name of one with types. */
static const struct key *key_ahead(const struct key_table *table, const struct key *last,
                                   struct text name)
{
    enum {
        AHEAD = 4,
    };
    const struct key *end = table->keys + table->count;
    bool here = last >= table->keys && last < end;
    const struct key *key = here ? last + 1 : table->keys;
    for (int i = 0; i < AHEAD && key < end; i++, key++)
        if (key->types == 0 && is_named(key, name))
            return key;
    return NULL;
}

const struct key *key_next(const struct key_table *table, const struct key *last, struct text name,
                           enum member_type type, size_t *offset)
{
    const struct key *key = key_ahead(table, last, name);
    if (key) {
        *offset = key->offset;
        return key;
    }
    key = table->also ? key_ahead(table->also, last, name) : NULL;
    if (key == NULL)
        return key_find(table, name, type, offset);
    *offset = key->offset + table->also_offset;
    return key;
}

bool key_applies(const struct key *key, enum member_type type)
{
    return key->types == 0 || type == 0 || key->types & 1u << type;
}
