#include "options_table.h"

static void help_options(struct buffer *out, enum command command)
{
    for (size_t i = 0; i < options_count; i++) {
        const struct option *option = &options_table[i];
        if (!option_is_of(option, command))
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

void options_help(struct buffer *out, enum command command)
{
    const struct command_row *row = &commands_table[command];
    buffer_format(out, "usage: problemc %s%s%s [options]\n\n%s\n\n", row->name,
                  row->operands[0] ? " " : "", row->operands, row->doc);
    help_options(out, command);
    buffer_format(
        out,
        "\nExit status: 0 %s; 1 %s;\n2 wrong usage, or a file that can't be read or written.\n",
        row->done, row->found);
}

void options_help_all(struct buffer *out)
{
    buffer_string(
        out, "problemc compiles an error registry (YAML) to C and RFC 9457 problem details.\n\n");
    for (size_t i = 0; i < commands_count; i++) {
        size_t begin = out->length;
        buffer_format(out, "  problemc %s %s", commands_table[i].name, commands_table[i].operands);
        size_t width = out->length - begin;
        if (width >= 50)
            buffer_byte(out, '\n');
        buffer_repeat(out, ' ', width < 50 ? 50 - width : 50);
        buffer_format(out, "%s\n", commands_table[i].doc);
    }
    buffer_string(out, "\n  problemc COMMAND --help    a command's options\n"
                       "  problemc --version\n");
}
