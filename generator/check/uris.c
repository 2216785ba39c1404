/*
 * URIs: of types, of occurrences, of links. RFC 3986 is liburiparser's to know.
 */
#include "check/checks.h"

#include <uriparser/Uri.h>

/* What a text is as a URI reference. */
struct uri {
    bool valid;
    struct text scheme, host; /* empty: none; slices of the text */
    bool authority;           /* it has a host, be it empty */
};

static struct text range_text(const UriTextRangeA *range)
{
    if (range->first == NULL)
        return (struct text){NULL, 0};
    return (struct text){range->first, (size_t)(range->afterLast - range->first)};
}

static struct uri parse_uri(struct arena *arena, struct text text)
{
    UriUriA parsed;
    const char *error;
    struct uri uri = {0};
    if (text.length == 0)
        return uri;
    int result = uriParseSingleUriExA(&parsed, text.bytes, text.bytes + text.length, &error);
    if (result == URI_ERROR_MALLOC)
        arena_exhausted(arena);
    if (result != URI_SUCCESS)
        return uri;
    uri.valid = true;
    uri.scheme = range_text(&parsed.scheme);
    uri.host = range_text(&parsed.hostText);
    uri.authority = parsed.hostText.first != NULL;
    uriFreeUriMembersA(&parsed);
    return uri;
}

static bool scheme_is(const struct uri *uri, const char *scheme)
{
    return text_equal_ignoring_case(uri->scheme, text_of(scheme));
}

/* ---------------------------------------------------------------- base */

static void check_base(struct check_run *run, struct text base, struct span span)
{
    struct uri uri = parse_uri(run->arena, base);
    if (text_is(base, "about:blank"))
        return;
    if (!uri.valid || uri.scheme.length == 0) {
        struct diagnostic *finding =
            check_report(run, "base-uri", NULL, span, "base must be an absolute URI");
        check_help(finding,
                   "write one such as https://api.example.com/errors/, or about:blank where bodies "
                   "carry no type");
        return;
    }
    char last = base.bytes[base.length - 1];
    if (last == '/' || last == '#' || last == '=')
        return;
    struct diagnostic *finding = check_report(
        run, "base-uri", NULL, span, "base must end in /, # or =, since codes are appended to it");
    check_help(finding, "write  base: %.*s/", TEXT_ARGS(base));
}

/* The registry's base, and those that fragments bring for their own problems. */
void check_base_uris(struct check_run *run)
{
    const struct registry *registry = run->registry;
    uint32_t last = registry->base.span.begin;
    if (span_is_set(registry->base.span))
        check_base(run, registry->base.text, registry->base.span);
    for (size_t i = 0; i < registry->problem_count; i++) {
        const struct problem_type *problem = &registry->problems[i];
        if (!span_is_set(problem->base->span) || problem->base->span.begin == last ||
            problem->base->span.begin == registry->base.span.begin)
            continue;
        last = problem->base->span.begin;
        check_base(run, problem->base->text, problem->base->span);
    }
}

/* ---------------------------------------------------------------- type */

static bool is_registered_type(struct text type)
{
    return text_starts_with(type, TEXT("https://iana.org/assignments/http-problem-types#")) ||
           text_starts_with(type, TEXT("https://www.iana.org/assignments/http-problem-types#"));
}

/* A type URI should be under the control of who defines it (RFC 9457 4). */
static void check_owner(struct check_run *run, const struct problem_type *problem,
                        const struct uri *type)
{
    struct uri base = parse_uri(run->arena, problem->base->text);
    if (type->host.length == 0 || base.host.length == 0 ||
        text_equal_ignoring_case(type->host, base.host) ||
        is_registered_type(problem->extras->type.text))
        return;
    struct diagnostic *finding = check_report(
        run, "third-party-type", problem, problem->extras->type.span,
        "this type is on %.*s, while base is on %.*s", TEXT_ARGS(type->host), TEXT_ARGS(base.host));
    check_help(finding, "a type URI should be under your control (RFC 9457 4);\nregistered ones "
                        "begin with https://iana.org/assignments/http-problem-types#");
}

void check_type_uris(struct check_run *run, const struct problem_type *problem)
{
    if (!span_is_set(problem->extras->type.span) ||
        text_is(problem->extras->type.text, "about:blank"))
        return;
    struct uri type = parse_uri(run->arena, problem->extras->type.text);
    if (type.valid && type.scheme.length) {
        check_owner(run, problem, &type);
        return;
    }
    struct diagnostic *finding = check_report(run, "type-uri", problem, problem->extras->type.span,
                                              "type must be an absolute URI or about:blank");
    check_help(finding, "leave it out for base + code");
}

/* ---------------------------------------------------------------- instance */

/* How often the slot is in the text, and the text with something in its place that a URI may hold.
 */
static size_t fill_slot(struct arena *arena, struct text text, struct text slot,
                        struct text *filled)
{
    struct buffer out = buffer_create(arena);
    size_t count = 0;
    for (size_t at = 0; at < text.length;) {
        if (text_starts_with(text_slice(text, at, slot.length), slot)) {
            buffer_byte(&out, '0');
            at += slot.length;
            count++;
        } else {
            buffer_byte(&out, text.bytes[at++]);
        }
    }
    *filled = buffer_contents(&out);
    return count;
}

void check_instance_uri(struct check_run *run)
{
    struct string instance = run->registry->instance;
    struct text filled;
    if (!span_is_set(instance.span) || text_is(instance.text, "none"))
        return;
    size_t slots = fill_slot(run->arena, instance.text, TEXT("{occurrence}"), &filled);
    if (slots != 1) {
        struct diagnostic *finding =
            check_report(run, "instance-uri", NULL, instance.span, "instance %s {occurrence}",
                         slots ? "must name no more than one" : "does not name");
        check_help(finding,
                   "write one such as urn:uuid:{occurrence}, or none to leave the instance out");
        return;
    }
    struct uri uri = parse_uri(run->arena, filled);
    if (uri.valid && uri.scheme.length)
        return;
    struct diagnostic *finding =
        check_report(run, "instance-uri", NULL, instance.span, "instance must be an absolute URI");
    check_help(finding,
               "write one such as urn:uuid:{occurrence}, or none to leave the instance out");
}

/* ---------------------------------------------------------------- links */

/* Why a page should not link there, or NULL. */
static const char *link_fault(struct arena *arena, struct text url)
{
    struct uri uri = parse_uri(arena, url);
    if (!uri.valid)
        return "is no URL";
    if (uri.scheme.length == 0)
        return uri.authority ? "does not say https:" : NULL;
    if (scheme_is(&uri, "https") || scheme_is(&uri, "mailto"))
        return NULL;
    return "is neither https nor mailto";
}

void check_links(struct check_run *run, const struct problem_type *problem)
{
    for (size_t i = 0; i < problem->extras->links.count; i++) {
        struct string url = problem->extras->links.items[i].url;
        const char *fault = span_is_set(url.span) ? link_fault(run->arena, url.text) : NULL;
        if (span_is_set(url.span) && fault == NULL &&
            parse_uri(run->arena, url.text).scheme.length == 0)
            check_link_target(run, problem, url.text, url.span);
        if (fault == NULL)
            continue;
        struct diagnostic *finding =
            check_report(run, "link-url", problem, url.span, "this link %s", fault);
        check_help(finding,
                   "write an https or mailto URL, or a path relative to the problem's page");
    }
}
