#include "options_table.h"

static const char *const format_names[] = {"text", "json", "sarif", "github", NULL};
static const char *const audience_choices[] = {"public", "operator", NULL};
static const char *const verify_format_names[] = {"text", "json", "tap", NULL};
static const char *const colour_names[] = {"auto", "always", "never", NULL};

#define ON(command)  (1u << (command))
#define FIELD(field) offsetof(struct options, field)

enum {
    READING = ON(COMMAND_COMPILE) | ON(COMMAND_DOCS) | ON(COMMAND_CHECK) | ON(COMMAND_DIFF) |
              ON(COMMAND_RENDER) | ON(COMMAND_OPENAPI) | ON(COMMAND_EXPLAIN) | ON(COMMAND_VIEW) |
              ON(COMMAND_TEMPLATE) | ON(COMMAND_VERIFY),
};

enum {
    WRITING = ON(COMMAND_COMPILE) | ON(COMMAND_DOCS) | ON(COMMAND_OPENAPI),
};

const struct option options_table[] = {
    {"output", 'o', OPTION_VALUE, FIELD(output), "DIR", NULL,
     ON(COMMAND_COMPILE) | ON(COMMAND_DOCS), "where the files go; required"},
    {"output", 'o', OPTION_VALUE, FIELD(output), "FILE", NULL, ON(COMMAND_OPENAPI),
     "where it goes, as its name ends: .yaml, .yml or .json; without it: standard output, as JSON"},
    {"depfile", 0, OPTION_VALUE, FIELD(depfile), "FILE", NULL, WRITING,
     "also write what the outputs depend on, for Make and Ninja"},
    {"deptarget", 0, OPTION_VALUE, FIELD(deptarget), "FILE", NULL, WRITING,
     "what depends on it in --depfile, in place of the outputs: a stamp file, perhaps"},
    {"sources", 0, OPTION_VALUE, FIELD(sources), "A,B...", NULL, ON(COMMAND_COMPILE),
     "fail unless these are what `classify` names, in this order: what a build system expects"},
    {"audience", 0, OPTION_CHOICE, FIELD(audience), "public|operator", audience_choices,
     ON(COMMAND_DOCS) | ON(COMMAND_EXPLAIN),
     "operator: with concealed problems, log-only members, notes and causes"},
    {"include", 'I', OPTION_VALUES, FIELD(include), "DIR", NULL, READING,
     "look for included files there too; may be repeated"},
    {"format", 0, OPTION_CHOICE, FIELD(format), "text|json|sarif|github", format_names,
     ON(COMMAND_CHECK), "how findings are printed: text goes to stderr, the others to stdout"},
    {"format", 0, OPTION_CHOICE, FIELD(format), "text|json|sarif|github", format_names,
     ON(COMMAND_DIFF),
     "how changes are printed; sarif and github leave compatible and safe ones out"},
    {"against", 0, OPTION_VALUE, FIELD(against), "git:REV", NULL, ON(COMMAND_DIFF),
     "compare with the same file, and what it includes, as of this revision"},
    {"strict", 0, OPTION_FLAG, FIELD(strict), NULL, NULL, READING & ~ON(COMMAND_DIFF),
     "exit with 1 for warnings too"},
    {"strict", 0, OPTION_FLAG, FIELD(strict), NULL, NULL, ON(COMMAND_DIFF),
     "exit with 1 for risky changes and those that break C source, too"},
    {"today", 0, OPTION_VALUE, FIELD(today), "DATE", NULL, ON(COMMAND_CHECK),
     "judge dates in the registry as on this day (YYYY-MM-DD)"},
    {"today", 0, OPTION_VALUE, FIELD(today), "DATE", NULL, ON(COMMAND_DIFF),
     "judge sunsets as on this day (YYYY-MM-DD); without it: the real one, in UTC"},
    {"violation", 0, OPTION_VALUES, FIELD(violations), "'PLACE RULE [m=v...]'", NULL,
     ON(COMMAND_RENDER),
     "add a field error: '/amount minimum limit=1', '?limit ...', '{id} ...', 'If-Match: ...'"},
    {"id", 0, OPTION_VALUE, FIELD(id), "UUID", NULL, ON(COMMAND_RENDER),
     "the occurrence id (00000000-0000-4000-8000-000000000000)"},
    {"head", 0, OPTION_FLAG, FIELD(head), NULL, NULL, ON(COMMAND_RENDER),
     "answer a HEAD request: no body"},
    {"head", 0, OPTION_FLAG, FIELD(head), NULL, NULL, ON(COMMAND_VERIFY),
     "the requests were HEAD: no answer has a body"},
    {"expect", 0, OPTION_VALUE, FIELD(expect), "CODE", NULL, ON(COMMAND_VERIFY),
     "the last answer must be this problem"},
    {"allow", 0, OPTION_VALUES, FIELD(allowed), "ID", NULL, ON(COMMAND_VERIFY),
     "leave findings with this id out; may be repeated"},
    {"format", 0, OPTION_CHOICE, FIELD(verify_format), "text|json|tap", verify_format_names,
     ON(COMMAND_VERIFY), "how the verdicts are printed"},
    {"accept", 0, OPTION_VALUE, FIELD(accept), "VALUE", NULL, ON(COMMAND_RENDER),
     "the request's Accept field"},
    {"color", 0, OPTION_CHOICE, FIELD(colour), "auto|always|never", colour_names, READING,
     "colour what is printed; auto: on a terminal, unless NO_COLOR is set"},
};

#define DONE "done, warnings included", "the input has errors"

const struct command_row commands_table[] = {
    [COMMAND_COMPILE] =
        {"compile", "REGISTRY", 1, 1,
         "write C: DIR/<registry>_problems.h and .c, and <registry>_from_<source>.h "
         "and .c",
         DONE},
    [COMMAND_DOCS] = {"docs", "REGISTRY...", 1, SIZE_MAX,
                      "write the reference: a site whose DIR/<code>/ answers the type URI", DONE},
    [COMMAND_CHECK] = {"check", "REGISTRY...", 1, SIZE_MAX, "look for mistakes and write nothing",
                       DONE},
    [COMMAND_DIFF] = {"diff", "OLD NEW | REGISTRY --against git:REV", 1, 2,
                      "show what has changed, and what of it breaks whom", "nothing breaks callers",
                      "something does"},
    [COMMAND_RENDER] = {"render", "REGISTRY CODE [member=value...]", 2, SIZE_MAX,
                        "print the response a service would send", DONE},
    [COMMAND_OPENAPI] = {"openapi", "REGISTRY", 1, 1,
                         "write OpenAPI 3.1 components: schemas, responses, headers, examples",
                         DONE},
    [COMMAND_EXPLAIN] = {"explain", "REGISTRY CODE", 2, 2,
                         "show a problem's page of the reference in the terminal", DONE},
    [COMMAND_VIEW] = {"view", "REGISTRY", 1, 1, "print the model as JSON: what templates see",
                      DONE},
    [COMMAND_TEMPLATE] = {"template", "REGISTRY FILE", 2, 2,
                          "render a template of your own (experimental: the view may grow)", DONE},
    [COMMAND_INIT] = {"init", "", 0, 0, "print a commented starter registry", DONE},
    [COMMAND_SCHEMA] = {"schema", "", 0, 0,
                        "print the JSON Schema of registries, for editors: registry.schema.json",
                        DONE},
    [COMMAND_VERIFY] =
        {"verify", "REGISTRY [FILE...]", 1, SIZE_MAX,
         "say of responses, as curl -i prints them, whether each is right (stdin or files)",
         "all are right", "one is not"},
};

const size_t options_count = sizeof options_table / sizeof *options_table;
const size_t commands_count = sizeof commands_table / sizeof *commands_table;
