/*
 * SARIF 2.1.0 (OASIS Standard, 2020-03-27). Section numbers are of that document.
 */
#include "report/document.h"
#include "report/report.h"

#include <string.h>

struct sarif {
    struct arena *arena;
    const struct sources *sources;
    const struct report_rules *rules;
};

static struct text level_of(enum severity severity)
{
    return severity == SEVERITY_ERROR ? TEXT("error") : TEXT("warning");
}

/* ---------------------------------------------------------------- places */

/* RFC 3986: unreserved characters and the slash stay. */
static bool stays(unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || (byte && strchr("-._~/", byte) != NULL);
}

/* A relative reference for a relative file name, a file URI for an absolute one. */
static struct text uri_of(struct arena *arena, struct text name)
{
    struct buffer uri = buffer_create(arena);
    if (text_starts_with(name, TEXT("/")))
        buffer_string(&uri, "file://");
    for (size_t i = 0; i < name.length; i++) {
        unsigned char byte = (unsigned char)name.bytes[i];
        if (stays(byte))
            buffer_byte(&uri, (char)byte);
        else
            buffer_format(&uri, "%%%02X", byte);
    }
    return buffer_contents(&uri);
}

static void put_message(const struct sarif *sarif, cJSON *parent, const char *key,
                        struct text message)
{
    cJSON *object = document_object(sarif->arena, parent, key);
    document_text(sarif->arena, object, "text", message);
}

/* A physicalLocation (3.29); nothing for a span that is nowhere. */
static cJSON *put_location(const struct sarif *sarif, cJSON *locations, struct span span)
{
    struct position begin = position_of(sarif->sources, span.begin);
    struct position end = position_of(sarif->sources, span.end);
    if (begin.source == NULL)
        return NULL;
    struct arena *arena = sarif->arena;
    cJSON *location = document_object(arena, locations, NULL);
    cJSON *physical = document_object(arena, location, "physicalLocation");
    cJSON *artifact = document_object(arena, physical, "artifactLocation");
    document_text(arena, artifact, "uri", uri_of(arena, begin.source->name));
    cJSON *region = document_object(arena, physical, "region");
    document_number(arena, region, "startLine", begin.line);
    document_number(arena, region, "startColumn", begin.column);
    document_number(arena, region, "endLine", end.line);
    document_number(arena, region, "endColumn", end.column);
    return location;
}

/* ---------------------------------------------------------------- results */

static void put_rules(const struct sarif *sarif, cJSON *driver)
{
    cJSON *rules = document_array(sarif->arena, driver, "rules");
    for (size_t i = 0; i < sarif->rules->count; i++) {
        const struct report_rule *rule = &sarif->rules->rules[i];
        cJSON *object = document_object(sarif->arena, rules, NULL);
        document_text(sarif->arena, object, "id", text_of(rule->id));
        put_message(sarif, object, "shortDescription", text_of(rule->doc));
        cJSON *defaults = document_object(sarif->arena, object, "defaultConfiguration");
        document_text(sarif->arena, defaults, "level", level_of(rule->severity));
    }
}

static void put_rule_index(const struct sarif *sarif, cJSON *result, const char *id)
{
    size_t low = 0, high = sarif->rules->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(sarif->rules->rules[middle].id, id);
        if (order == 0) {
            document_number(sarif->arena, result, "ruleIndex", middle);
            return;
        }
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
}

/* Viewers show the message, so the help is part of it. */
static void put_result(const struct sarif *sarif, cJSON *results, const struct diagnostic *finding)
{
    struct arena *arena = sarif->arena;
    cJSON *result = document_object(arena, results, NULL);
    document_text(arena, result, "ruleId", text_of(finding->id));
    put_rule_index(sarif, result, finding->id);
    document_text(arena, result, "level", level_of(finding->severity));

    struct buffer message = buffer_create(arena);
    buffer_text(&message, finding->message);
    if (finding->help.length) {
        buffer_string(&message, "\nhelp: ");
        buffer_text(&message, finding->help);
    }
    put_message(sarif, result, "message", buffer_contents(&message));

    cJSON *locations = document_array(arena, result, "locations");
    put_location(sarif, locations, finding->span);
    if (finding->notes == NULL)
        return;
    cJSON *related = document_array(arena, result, "relatedLocations");
    for (const struct diagnostic_note *note = finding->notes; note != NULL; note = note->next) {
        cJSON *location = put_location(sarif, related, note->span);
        if (location != NULL)
            put_message(sarif, location, "message", note->message);
    }
}

void report_sarif(struct diagnostics *diagnostics, const struct report_rules *rules,
                  struct buffer *out)
{
    struct sarif sarif = {out->arena, diagnostics_sources(diagnostics), rules};
    struct arena *arena = out->arena;
    cJSON *root = document_create(arena);
    document_text(arena, root, "$schema",
                  TEXT("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                       "sarif-schema-2.1.0.json"));
    document_text(arena, root, "version", TEXT("2.1.0"));
    cJSON *run = document_object(arena, document_array(arena, root, "runs"), NULL);
    cJSON *driver = document_object(arena, document_object(arena, run, "tool"), "driver");
    document_text(arena, driver, "name", TEXT("problemc"));
    put_rules(&sarif, driver);
    document_text(arena, run, "columnKind", TEXT("unicodeCodePoints"));

    size_t count;
    struct diagnostic *const *findings = diagnostics_sorted(diagnostics, &count);
    cJSON *results = document_array(arena, run, "results");
    for (size_t i = 0; i < count && i < REPORT_MAX; i++)
        put_result(&sarif, results, findings[i]);
    cJSON *properties = document_object(arena, run, "properties");
    document_number(arena, properties, "omitted", count > REPORT_MAX ? count - REPORT_MAX : 0);
    document_print(root, out);
}
