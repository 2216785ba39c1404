/*
 * The table of rules: every kind of change, sorted by id, with whom it breaks.
 *
 * A registry describes values that services send. So a wider limit is what callers may not be
 * prepared for, and a narrower one is no harm to them in itself; but what a service gives and no
 * longer fits is left out of the response, with the detail that names it, and callers miss it. That
 * is why narrowing breaks and widening is risky.
 */
#include "diff/diff.h"

const char *const verdict_names[] = {"breaking", "risky", "source", "compatible", "safe"};
const char *const excuse_names[] = {"", "sunset", "reserved"};
const char *const subject_names[] = {"registry", "problem", "type", "rule", "source"};

#define BREAKING(id, doc)                                                                          \
    {                                                                                              \
        id, VERDICT_BREAKING, doc                                                                  \
    }
#define RISKY(id, doc)                                                                             \
    {                                                                                              \
        id, VERDICT_RISKY, doc                                                                     \
    }
#define SOURCE(id, doc)                                                                            \
    {                                                                                              \
        id, VERDICT_SOURCE, doc                                                                    \
    }
#define COMPATIBLE(id, doc)                                                                        \
    {                                                                                              \
        id, VERDICT_COMPATIBLE, doc                                                                \
    }
#define SAFE(id, doc)                                                                              \
    {                                                                                              \
        id, VERDICT_SAFE, doc                                                                      \
    }

const struct diff_rule diff_rules[] = {
    SAFE("audience-changed",
         "A member that is not in the body goes to headers, or no longer does."),
    BREAKING("base-changed", "The type URIs of the registry begin with another base."),
    SOURCE("c-names-changed",
           "C names become others: of a raise, or of an enum and its constants."),
    SOURCE("c-names-removed", "C names are no longer declared."),
    BREAKING("code-renamed", "A problem has another code: the same id, or the same name in C."),
    BREAKING("conceal-added", "Callers get another problem instead of this one."),
    BREAKING("conceal-changed", "Callers get a different other problem instead of this one."),
    BREAKING("conceal-removed", "Callers get this problem, where they got another one."),
    BREAKING("constant-changed", "A constant member has another value."),
    SOURCE("constants-renumbered",
           "Constants of an enum have other numbers: those that were stored mean other values."),
    COMPATIBLE("deprecation-added", "A problem is deprecated."),
    SAFE("deprecation-changed", "A deprecation says another date, version or replacement."),
    SAFE("deprecation-removed", "A problem is no longer deprecated."),
    BREAKING("discriminator-changed", "Another member, or none, identifies a problem in its body."),
    SAFE("docs-changed", "Descriptions, help, examples or other parts of the reference differ."),
    RISKY("enum-value-added", "An enum has one more value, which callers may not expect."),
    BREAKING("enum-value-removed", "An enum lacks a value that callers may wait for."),
    RISKY("fallback-changed", "What nobody mapped becomes another problem."),
    COMPATIBLE("field-errors-added", "A problem carries field errors, or they say more."),
    BREAKING(
        "field-errors-changed",
        "Field errors, or what they say, are called otherwise, left out, or written in another "
        "style."),
    COMPATIBLE("field-errors-fewer", "A response carries fewer field errors at most."),
    RISKY("field-errors-more", "A response carries more field errors at most."),
    BREAKING("field-errors-removed", "A problem carries no field errors any more."),
    COMPATIBLE("header-added", "A response has one more header."),
    RISKY("header-changed", "A header has another value, or takes it from another member."),
    BREAKING("header-removed", "A header is dropped."),
    COMPATIBLE("id-added", "A problem has an id."),
    BREAKING("id-changed", "A problem has another id."),
    BREAKING("id-removed", "A problem has no id any more."),
    BREAKING("id-reused", "A new problem has an id that was another problem's."),
    COMPATIBLE("instance-added", "Responses have an instance."),
    RISKY("instance-changed", "The instance is another URI, from which callers may take the id."),
    BREAKING("instance-removed", "Responses have no instance any more."),
    COMPATIBLE("language-changed", "Titles and details are in another language."),
    SAFE("log-changed",
         "What callers don't see is another: a member for the log alone, or anything of a "
         "concealed problem."),
    SAFE("log-level-changed", "A problem is logged at another level."),
    COMPATIBLE(
        "mapping-changed",
        "A foreign error becomes another problem of the same status, or a source of them is new."),
    RISKY("mapping-status-changed", "A foreign error becomes a problem of another status."),
    COMPATIBLE("member-added",
               "A body has one more member: callers ignore what they don't know (RFC "
               "9457 3.2)."),
    COMPATIBLE("member-form-changed",
               "A decimal has at least as many digits after the point as before."),
    BREAKING("member-hidden", "A member is for headers or the log alone, and was in the body."),
    BREAKING(
        "member-narrowed",
        "Fewer values fit a member: those that a service still gives are left out, and callers "
        "miss them."),
    BREAKING("member-optional", "A member may be absent, and was always there."),
    BREAKING("member-removed", "A body lacks a member."),
    COMPATIBLE("member-required", "A member is always there, and was optional."),
    BREAKING("member-retyped", "A member is of another type, or written as another type of JSON."),
    COMPATIBLE("member-shown", "A member is in the body, and was for headers or the log alone."),
    RISKY("member-widened", "More values fit a member: callers may have relied on the limit."),
    COMPATIBLE("problem-added",
               "There is one more problem: callers go by the status of types they don't know."),
    BREAKING("problem-removed", "A problem is gone."),
    SOURCE("problems-renumbered",
           "Problems without ids are numbered by their place, and have other numbers in C now."),
    SOURCE("raise-changed", "A C function takes other arguments."),
    SOURCE("raise-reordered", "A C function takes the same arguments in another order."),
    BREAKING(
        "raise-swapped",
        "A C function takes arguments in another order and the compiler can't tell: values go out "
        "under each other's names."),
    SOURCE("registry-renamed",
           "Every C name begins with another prefix, and files are called otherwise."),
    SAFE("reserved-added", "A code or id is retired."),
    RISKY("reserved-removed",
          "A retired code or id is not reserved any more: its page goes, and it could be used "
          "again."),
    BREAKING("reserved-reused", "A problem has a code or id that was retired."),
    COMPATIBLE("response-size",
               "The largest response has another size: <REGISTRY>_RESPONSE_MAX follows."),
    BREAKING("retry-changed", "A problem says otherwise whether trying again helps."),
    SAFE("review-changed",
         "Reasons given to reviewers differ: of free text, waivers or check levels."),
    COMPATIBLE("rule-added", "A field error can break one more rule."),
    BREAKING("rule-removed",
             "A field error never breaks a rule any more that callers may wait for."),
    SOURCE("source-changed", "The codes of a source of foreign errors are of another type in C."),
    BREAKING("status-changed", "A problem has another status."),
    SAFE("text-changed",
         "A title or detail differs: for people, not to be parsed (RFC 9457 3.1.4)."),
    BREAKING("type-changed", "A problem has another type URI."),
};
const size_t diff_rule_count = sizeof diff_rules / sizeof *diff_rules;
