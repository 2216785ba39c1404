#include "template/escapers.h"
#include "base/escape.h"

static void c_comment(struct buffer *out, struct text text, size_t column)
{
    (void)column;
    escape_c_comment(out, text);
}

static void html(struct buffer *out, struct text text, size_t column)
{
    (void)column;
    escape_html(out, text);
}

static void json(struct buffer *out, struct text text, size_t column)
{
    (void)column;
    escape_json(out, text);
}

static void man(struct buffer *out, struct text text, size_t column)
{
    (void)column;
    escape_man(out, text);
}

static void markdown(struct buffer *out, struct text text, size_t column)
{
    (void)column;
    escape_markdown(out, text);
}

static void shell(struct buffer *out, struct text text, size_t column)
{
    (void)column;
    escape_shell(out, text);
}

static void terminal(struct buffer *out, struct text text, size_t column)
{
    (void)column;
    escape_terminal(out, text);
}

static const struct escaper escapers[] = {
    {"c_comment", c_comment, false, false},
    {"c_prose", escape_c_prose, false, false},
    {"c_string", escape_c_string, true, true},
    {"html", html, false, false},
    {"json", json, false, false},
    {"man", man, false, false},
    {"markdown", markdown, false, false},
    {"shell", shell, false, false},
    {"terminal", terminal, false, false},
};

enum {
    ESCAPERS = sizeof escapers / sizeof *escapers,
};

const struct escaper *escaper_find(struct text name)
{
    for (size_t i = 0; i < ESCAPERS; i++)
        if (text_is(name, escapers[i].name))
            return &escapers[i];
    return NULL;
}

static struct text name_of(const void *context, size_t i)
{
    (void)context;
    return text_of(escapers[i].name);
}

struct text escaper_nearest(struct text name)
{
    return text_nearest(name, name_of, NULL, ESCAPERS);
}
