/*
 * The command line as values: what its manual and the shells' completions are printed from.
 */
#include "commands.h"

#include "options_table.h"

/* Options that more commands than this have are told once. */
enum {
    FEW = 4,
};

static bool is_common(const struct option *option)
{
    size_t count = 0;
    for (size_t i = 0; i < commands_count; i++)
        count += option_is_of(option, (enum command)i);
    return count > FEW;
}

static struct value *word(struct arena *arena, const char *text)
{
    return value_identifier(arena, text_of(text));
}

static struct value *word_or_absent(struct arena *arena, const char *text)
{
    return text && text[0] ? word(arena, text) : value_absent(arena);
}

/* With a backslash before what zsh's _arguments has a use for. */
static struct value *zsh_text(struct arena *arena, const char *text)
{
    struct buffer out = buffer_create(arena);
    for (; *text; text++) {
        if (*text == '[' || *text == ']' || *text == ':' || *text == '\\')
            buffer_byte(&out, '\\');
        buffer_byte(&out, *text);
    }
    return value_text(arena, arena_copy(arena, buffer_contents(&out)));
}

static struct value *view_option(struct arena *arena, const struct option *option, int command)
{
    char letter[] = {option->letter, '\0'};
    struct value *map = value_map(arena), *choices = value_list(arena);
    bool is_directory = option->argument && text_is(text_of(option->argument), "DIR");
    bool is_file = option->argument && text_is(text_of(option->argument), "FILE");
    for (size_t i = 0; option->choices && option->choices[i]; i++)
        value_add(arena, choices, word(arena, option->choices[i]));
    value_set(arena, map, "command",
              command < 0 ? value_absent(arena) : word(arena, commands_table[command].name));
    value_set(arena, map, "name", word(arena, option->name));
    value_set(arena, map, "letter",
              option->letter ? value_identifier(arena, arena_copy(arena, text_of(letter)))
                             : value_absent(arena));
    value_set(arena, map, "argument", word_or_absent(arena, option->argument));
    value_set(arena, map, "is_directory", value_boolean(arena, is_directory));
    value_set(arena, map, "is_file", value_boolean(arena, is_file));
    value_set(arena, map, "repeats", value_boolean(arena, option->kind == OPTION_VALUES));
    value_set(arena, map, "choices", choices);
    value_set(arena, map, "chosen", value_boolean(arena, choices->as.list.count > 0));
    value_set(arena, map, "doc", value_text(arena, text_of(option->doc)));
    value_set(arena, map, "zsh_doc", zsh_text(arena, option->doc));
    return map;
}

/* `command` -1: the common options. Each name once: what it means may differ by command. */
static struct value *view_options(struct arena *arena, int command, bool common)
{
    struct value *list = value_list(arena);
    for (size_t i = 0; i < options_count; i++) {
        const struct option *option = &options_table[i];
        if (command < 0
                ? is_common(option)
                : option_is_of(option, (enum command)command) && (common || !is_common(option)))
            value_add(arena, list, view_option(arena, option, command));
    }
    return list;
}

struct value *view_commands(struct arena *arena)
{
    struct value *list = value_list(arena);
    for (size_t i = 0; i < commands_count; i++) {
        const struct command_row *row = &commands_table[i];
        struct value *map = value_map(arena);
        struct text operands = text_of(row->operands);
        value_set(arena, map, "name", word(arena, row->name));
        value_set(arena, map, "operands", word_or_absent(arena, row->operands));
        value_set(arena, map, "doc", value_text(arena, text_of(row->doc)));
        value_set(arena, map, "zsh_doc", zsh_text(arena, row->doc));
        value_set(arena, map, "done", value_text(arena, text_of(row->done)));
        value_set(arena, map, "found", value_text(arena, text_of(row->found)));
        value_set(arena, map, "takes_files", value_boolean(arena, operands.length > 0));
        value_set(arena, map, "takes_code",
                  value_boolean(arena, text_starts_with(operands, TEXT("REGISTRY CODE"))));
        value_set(arena, map, "options", view_options(arena, (int)i, false));
        value_set(arena, map, "all_options", view_options(arena, (int)i, true));
        value_add(arena, list, map);
    }
    return list;
}

struct value *view_common_options(struct arena *arena)
{
    return view_options(arena, -1, true);
}
