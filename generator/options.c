#include "options.h"

#include "base/date.h"
#include "base/escape.h"
#include "options_table.h"

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
                  commands_table[parser->options->command].name);
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
        options_help(parser->out, parser->options->command);
        return PARSE_DONE;
    }
    for (size_t i = 0; i < options_count; i++)
        if (text_is(name, options_table[i].name) &&
            option_is_of(&options_table[i], parser->options->command))
            return take_option(parser, &options_table[i], attached);
    return wrong(parser, "there is no option %s", argument);
}

static enum parse_result parse_short(struct parser *parser, const char *argument)
{
    if (text_is(text_of(argument), "-h")) {
        options_help(parser->out, parser->options->command);
        return PARSE_DONE;
    }
    for (size_t i = 0; i < options_count; i++)
        if (options_table[i].letter == argument[1] &&
            option_is_of(&options_table[i], parser->options->command))
            return take_option(parser, &options_table[i], argument[2] ? argument + 2 : NULL);
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

/* What to compare: two registries, or one with a revision. */
static enum parse_result check_against(struct parser *parser)
{
    struct options *options = parser->options;
    struct text against = text_of(options->against), git = TEXT("git:");
    if (options->command != COMMAND_DIFF)
        return PARSE_RUN;
    if (options->against == NULL)
        return options->operands.count == 2
                   ? PARSE_RUN
                   : wrong(parser, "diff takes %s", commands_table[COMMAND_DIFF].operands);
    if (!text_starts_with(against, git) || against.length == git.length)
        return wrong(parser, "--against is git:REV, not %s", options->against);
    if (options->operands.count == 2)
        return wrong(parser, "one operand too many: %s", options->operands.items[1]);
    options->against += git.length;
    return PARSE_RUN;
}

static enum parse_result check_operands(struct parser *parser)
{
    const struct command_row *row = &commands_table[parser->options->command];
    size_t count = parser->options->operands.count;
    if (count < row->least)
        return wrong(parser, arena_format(parser->arena, "%s takes %%s", row->name).bytes,
                     row->operands);
    if (count > row->most)
        return wrong(parser, "one operand too many: %s",
                     parser->options->operands.items[row->most]);
    bool writes =
        parser->options->command == COMMAND_COMPILE || parser->options->command == COMMAND_DOCS;
    if (writes && parser->options->output == NULL)
        return wrong(parser, "%s needs -o DIR", row->name);
    if (parser->options->depfile && parser->options->output == NULL)
        return wrong(parser, "%s needs -o FILE with --depfile", row->name);
    return check_today(parser) == PARSE_RUN ? check_against(parser) : PARSE_WRONG;
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
    return text_of(commands_table[i].name);
}

static enum parse_result parse_command(struct parser *parser)
{
    struct text name = text_of(*parser->argv);
    if (*parser->argv == NULL || text_is(name, "--help") || text_is(name, "-h") ||
        text_is(name, "help")) {
        options_help_all(parser->out);
        return *parser->argv ? PARSE_DONE : PARSE_WRONG;
    }
    if (text_is(name, "--version")) {
        buffer_string(parser->out, "problemc " PROBLEMC_VERSION "\n");
        return PARSE_DONE;
    }
    for (size_t i = 0; i < commands_count; i++)
        if (text_is(name, commands_table[i].name)) {
            parser->options->command = (enum command)i;
            parser->argv++;
            return parse_arguments(parser);
        }
    struct text nearest = text_nearest(name, command_name, NULL, commands_count);
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
