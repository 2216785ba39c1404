#include "options.h"

#include "base/buffer.h"
#include "base/date.h"
#include "base/escape.h"

/* ---------------------------------------------------------------- the tables */

enum option_kind {
    OPTION_FLAG,   /* bool */
    OPTION_VALUE,  /* const char * */
    OPTION_VALUES, /* struct arguments */
    OPTION_CHOICE, /* int-sized enum: position in `choices` */
};

struct option {
    const char *name; /* long, without dashes */
    char letter;      /* short; 0: none */
    enum option_kind kind;
    size_t offset;
    const char *argument; /* what --help calls its value */
    const char *const *choices;
    unsigned commands; /* bit by enum command */
    const char *doc;
};

static const char *const format_names[] = {"text", "json", "sarif", "github", NULL};
static const char *const audience_choices[] = {"public", "operator", NULL};
static const char *const verify_format_names[] = {"text", "json", "tap", NULL};
static const char *const colour_names[] = {"auto", "always", "never", NULL};

#define ON(command)  (1u << (command))
#define FIELD(field) offsetof(struct options, field)

enum {
    READING = ON(COMMAND_COMPILE) | ON(COMMAND_DOCS) | ON(COMMAND_CHECK) | ON(COMMAND_RENDER) |
              ON(COMMAND_OPENAPI) | ON(COMMAND_EXPLAIN) | ON(COMMAND_VIEW) | ON(COMMAND_TEMPLATE) |
              ON(COMMAND_VERIFY),
};

static const struct option option_table[] = {
    {"output", 'o', OPTION_VALUE, FIELD(output), "DIR", NULL,
     ON(COMMAND_COMPILE) | ON(COMMAND_DOCS), "where the files go; required"},
    {"output", 'o', OPTION_VALUE, FIELD(output), "FILE", NULL, ON(COMMAND_OPENAPI),
     "where it goes, as its name ends: .yaml, .yml or .json; without it: standard output, as JSON"},
    {"depfile", 0, OPTION_VALUE, FIELD(depfile), "FILE", NULL, ON(COMMAND_COMPILE),
     "also write what the outputs depend on, for Make and Ninja"},
    {"sources", 0, OPTION_VALUE, FIELD(sources), "A,B...", NULL, ON(COMMAND_COMPILE),
     "fail unless these are what `classify` names, in this order: what a build system expects"},
    {"audience", 0, OPTION_CHOICE, FIELD(audience), "public|operator", audience_choices,
     ON(COMMAND_DOCS) | ON(COMMAND_EXPLAIN),
     "operator: with concealed problems, log-only members, notes and causes"},
    {"include", 'I', OPTION_VALUES, FIELD(include), "DIR", NULL, READING,
     "look for included files there too; may be repeated"},
    {"format", 0, OPTION_CHOICE, FIELD(format), "text|json|sarif|github", format_names,
     ON(COMMAND_CHECK), "how findings are printed: text goes to stderr, the others to stdout"},
    {"strict", 0, OPTION_FLAG, FIELD(strict), NULL, NULL, READING, "exit with 1 for warnings too"},
    {"today", 0, OPTION_VALUE, FIELD(today), "DATE", NULL, ON(COMMAND_CHECK),
     "judge dates in the registry as on this day (YYYY-MM-DD)"},
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

struct command_row {
    const char *name;
    const char *operands;
    size_t least, most; /* operands */
    const char *doc;
};

static const struct command_row commands[] = {
    [COMMAND_COMPILE] =
        {"compile", "REGISTRY", 1, 1,
         "write C: DIR/<registry>_problems.h and .c, and <registry>_from_<source>.h and .c"},
    [COMMAND_DOCS] = {"docs", "REGISTRY...", 1, SIZE_MAX,
                      "write the reference: a site whose DIR/<code>/ answers the type URI"},
    [COMMAND_CHECK] = {"check", "REGISTRY...", 1, SIZE_MAX, "look for mistakes and write nothing"},
    [COMMAND_RENDER] = {"render", "REGISTRY CODE [member=value...]", 2, SIZE_MAX,
                        "print the response a service would send"},
    [COMMAND_OPENAPI] = {"openapi", "REGISTRY", 1, 1,
                         "write OpenAPI 3.1 components: schemas, responses, headers, examples"},
    [COMMAND_EXPLAIN] = {"explain", "REGISTRY CODE", 2, 2,
                         "show a problem's page of the reference in the terminal"},
    [COMMAND_VIEW] = {"view", "REGISTRY", 1, 1, "print the model as JSON: what templates see"},
    [COMMAND_TEMPLATE] = {"template", "REGISTRY FILE", 2, 2,
                          "render a template of your own (experimental: the view may grow)"},
    [COMMAND_INIT] = {"init", "", 0, 0, "print a commented starter registry"},
    [COMMAND_SCHEMA] = {"schema", "", 0, 0,
                        "print the JSON Schema of registries, for editors: registry.schema.json"},
    [COMMAND_VERIFY] =
        {"verify", "REGISTRY [FILE...]", 1, SIZE_MAX,
         "say of responses, as curl -i prints them, whether each is right (stdin or files)"},
};

enum {
    COMMANDS = sizeof commands / sizeof *commands,
    OPTIONS = sizeof option_table / sizeof *option_table,
};

/* ---------------------------------------------------------------- help */

static void help_options(struct buffer *out, enum command command)
{
    for (size_t i = 0; i < OPTIONS; i++) {
        const struct option *option = &option_table[i];
        if (!(option->commands & ON(command)))
            continue;
        size_t begin = out->length;
        buffer_string(out, "  ");
        if (option->letter)
            buffer_format(out, "-%c, ", option->letter);
        buffer_format(out, "--%s", option->name);
        if (option->argument)
            buffer_format(out, " %s", option->argument);
        size_t width = out->length - begin;
        if (width > 28)
            buffer_byte(out, '\n');
        buffer_repeat(out, ' ', width > 28 ? 30 : 30 - width);
        buffer_format(out, "%s\n", option->doc);
    }
}

static void help_command(struct buffer *out, enum command command)
{
    const struct command_row *row = &commands[command];
    buffer_format(out, "usage: problemc %s%s%s [options]\n\n%s\n\n", row->name,
                  row->operands[0] ? " " : "", row->operands, row->doc);
    help_options(out, command);
    buffer_string(
        out,
        "\nExit status: 0 done, warnings included; 1 the input has errors; 2 wrong usage, or a file that "
        "can't be\nread or written.\n");
}

static void help_all(struct buffer *out)
{
    buffer_string(
        out, "problemc compiles an error registry (YAML) to C and RFC 9457 problem details.\n\n");
    for (size_t i = 0; i < COMMANDS; i++) {
        size_t begin = out->length;
        buffer_format(out, "  problemc %s %s", commands[i].name, commands[i].operands);
        size_t width = out->length - begin;
        buffer_repeat(out, ' ', width < 50 ? 50 - width : 1);
        buffer_format(out, "%s\n", commands[i].doc);
    }
    buffer_string(out, "\n  problemc COMMAND --help    a command's options\n"
                       "  problemc --version\n");
}

/* ---------------------------------------------------------------- parsing */

struct parser {
    struct arena *arena;
    struct options *options;
    struct buffer *out;
    char **argv; /* the next argument; NULL at the end */
};

static void push(struct parser *parser, struct arguments *list, const char *item)
{
    *(const char **)arena_push(parser->arena, &list->items, list->count, sizeof item) = item;
    list->count++;
}

static enum parse_result wrong(struct parser *parser, const char *format, const char *argument)
{
    buffer_string(parser->out, "problemc: ");
    escape_terminal(parser->out, arena_format(parser->arena, format, argument));
    buffer_format(parser->out, "\nproblemc %s --help tells what there is\n",
                  commands[parser->options->command].name);
    return PARSE_WRONG;
}

static enum parse_result take_choice(struct parser *parser, const struct option *option,
                                     const char *value)
{
    int *field = (int *)(void *)((char *)parser->options + option->offset);
    for (int i = 0; option->choices[i]; i++)
        if (text_is(text_of(value), option->choices[i])) {
            *field = i;
            return PARSE_RUN;
        }
    return wrong(
        parser,
        arena_format(parser->arena, "--%s is %s, not %%s", option->name, option->argument).bytes,
        value);
}

/* `attached` is the value in --name=value or -ovalue; NULL: the next argument has it. */
static enum parse_result take_option(struct parser *parser, const struct option *option,
                                     const char *attached)
{
    char *field = (char *)parser->options + option->offset;
    if (option->kind == OPTION_FLAG) {
        if (attached)
            return wrong(parser, "--%s takes no value", option->name);
        *(bool *)field = true;
        return PARSE_RUN;
    }
    const char *value = attached ? attached : *parser->argv ? *parser->argv++ : NULL;
    if (value == NULL)
        return wrong(parser, "--%s needs a value", option->name);
    switch (option->kind) {
    case OPTION_CHOICE:
        return take_choice(parser, option, value);
    case OPTION_VALUES:
        push(parser, (struct arguments *)(void *)field, value);
        return PARSE_RUN;
    default:
        *(const char **)(void *)field = value;
        return PARSE_RUN;
    }
}

static enum parse_result parse_long(struct parser *parser, const char *argument)
{
    struct text name = text_of(argument + 2);
    const char *attached = NULL;
    for (size_t i = 0; i < name.length; i++)
        if (name.bytes[i] == '=') {
            attached = name.bytes + i + 1;
            name.length = i;
        }
    if (text_is(name, "help")) {
        help_command(parser->out, parser->options->command);
        return PARSE_DONE;
    }
    for (size_t i = 0; i < OPTIONS; i++)
        if (text_is(name, option_table[i].name) &&
            option_table[i].commands & ON(parser->options->command))
            return take_option(parser, &option_table[i], attached);
    return wrong(parser, "there is no option %s", argument);
}

static enum parse_result parse_short(struct parser *parser, const char *argument)
{
    if (text_is(text_of(argument), "-h")) {
        help_command(parser->out, parser->options->command);
        return PARSE_DONE;
    }
    for (size_t i = 0; i < OPTIONS; i++)
        if (option_table[i].letter == argument[1] &&
            option_table[i].commands & ON(parser->options->command))
            return take_option(parser, &option_table[i], argument[2] ? argument + 2 : NULL);
    return wrong(parser, "there is no option %s", argument);
}

static enum parse_result check_today(struct parser *parser)
{
    const char *today = parser->options->today;
    int64_t days;
    if (today && (text_of(today).length != 10 || !date_read(text_of(today), &days)))
        return wrong(parser, "%s is not a date such as 2026-11-21", today);
    return PARSE_RUN;
}

static enum parse_result check_operands(struct parser *parser)
{
    const struct command_row *row = &commands[parser->options->command];
    size_t count = parser->options->operands.count;
    if (count < row->least)
        return wrong(parser, arena_format(parser->arena, "%s takes %%s", row->name).bytes,
                     row->operands);
    if (count > row->most)
        return wrong(parser, "one operand too many: %s",
                     parser->options->operands.items[row->most]);
    bool writes = ON(parser->options->command) & (ON(COMMAND_COMPILE) | ON(COMMAND_DOCS));
    if (writes && parser->options->output == NULL)
        return wrong(parser, "%s needs -o DIR", row->name);
    return check_today(parser);
}

bool options_read_input(const struct options *options)
{
    return options->command == COMMAND_VERIFY && options->operands.count == 1;
}

static enum parse_result parse_arguments(struct parser *parser)
{
    bool options_end = false;
    while (*parser->argv) {
        const char *argument = *parser->argv++;
        enum parse_result result = PARSE_RUN;
        if (options_end || argument[0] != '-' || argument[1] == '\0')
            push(parser, &parser->options->operands, argument);
        else if (argument[1] != '-')
            result = parse_short(parser, argument);
        else if (argument[2] == '\0')
            options_end = true;
        else
            result = parse_long(parser, argument);
        if (result != PARSE_RUN)
            return result;
    }
    return check_operands(parser);
}

static struct text command_name(const void *context, size_t i)
{
    (void)context;
    return text_of(commands[i].name);
}

static enum parse_result parse_command(struct parser *parser)
{
    struct text name = text_of(*parser->argv);
    if (*parser->argv == NULL || text_is(name, "--help") || text_is(name, "-h") ||
        text_is(name, "help")) {
        help_all(parser->out);
        return *parser->argv ? PARSE_DONE : PARSE_WRONG;
    }
    if (text_is(name, "--version")) {
        buffer_string(parser->out, "problemc " PROBLEMC_VERSION "\n");
        return PARSE_DONE;
    }
    for (size_t i = 0; i < COMMANDS; i++)
        if (text_is(name, commands[i].name)) {
            parser->options->command = (enum command)i;
            parser->argv++;
            return parse_arguments(parser);
        }
    struct text nearest = text_nearest(name, command_name, NULL, COMMANDS);
    buffer_string(parser->out, "problemc: there is no command ");
    escape_terminal(parser->out, name);
    buffer_byte(parser->out, '\n');
    if (nearest.length)
        buffer_format(parser->out, "did you mean %.*s?\n", TEXT_ARGS(nearest));
    buffer_string(parser->out, "problemc --help tells what there is\n");
    return PARSE_WRONG;
}

enum parse_result options_parse(int argc, char **argv, struct arena *arena, struct options *options,
                                struct text *out)
{
    struct buffer buffer = buffer_create(arena);
    struct parser parser = {arena, options, &buffer, argv + (argc > 0)};
    *options = (struct options){0};
    enum parse_result result = parse_command(&parser);
    *out = buffer_contents(&buffer);
    return result;
}
