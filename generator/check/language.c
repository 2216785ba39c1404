/*
 * Language tags: BCP 47 (RFC 5646 2.1).
 */
#include "check/checks.h"

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The subtags of a tag, one after the other. */
struct subtags {
    struct text rest; /* begins with the current one */
    struct text now;  /* the current one; empty at the end */
};

static struct subtags subtags_of(struct text tag)
{
    struct subtags subtags = {tag, {tag.bytes, 0}};
    while (subtags.now.length < tag.length && tag.bytes[subtags.now.length] != '-')
        subtags.now.length++;
    return subtags;
}

static bool is_last(const struct subtags *subtags)
{
    return subtags->now.length == subtags->rest.length;
}

/* To the next one, where there is one. */
static void advance(struct subtags *subtags)
{
    size_t taken = subtags->now.length + !is_last(subtags);
    *subtags = subtags_of(text_slice(subtags->rest, taken, subtags->rest.length));
}

static bool all(struct text text, bool (*is)(char c))
{
    for (size_t i = 0; i < text.length; i++)
        if (!is(text.bytes[i]))
            return false;
    return true;
}

static bool is_alphanumeric(char c)
{
    return is_letter(c) || is_digit(c);
}

static bool is_variant(struct text subtag)
{
    return subtag.length >= 5 || (subtag.length == 4 && is_digit(subtag.bytes[0]));
}

static bool is_region(struct text subtag)
{
    return (subtag.length == 2 && all(subtag, is_letter)) ||
           (subtag.length == 3 && all(subtag, is_digit));
}

/* Subtags are 1 to 8 letters and digits, and the tag does not end in a hyphen. */
static bool has_subtags(struct text tag)
{
    size_t run = 0;
    for (size_t i = 0; i < tag.length; i++) {
        if (tag.bytes[i] != '-' && !is_alphanumeric(tag.bytes[i]))
            return false;
        run = tag.bytes[i] == '-' ? 0 : run + 1;
        if (run > 8 || (run == 0 && (i == 0 || tag.bytes[i - 1] == '-')))
            return false;
    }
    return run != 0;
}

/* Singletons are followed by something: extensions by two characters or more, x by anything. */
static bool has_extensions(struct subtags *subtags)
{
    while (subtags->now.length == 1) {
        bool private_use = subtags->now.bytes[0] == 'x' || subtags->now.bytes[0] == 'X';
        if (is_last(subtags))
            return false;
        if (private_use)
            return true;
        advance(subtags);
        if (subtags->now.length < 2)
            return false;
        while (subtags->now.length >= 2)
            advance(subtags);
    }
    return subtags->now.length == 0;
}

static bool is_language_tag(struct text tag)
{
    struct subtags subtags = subtags_of(tag);
    if (!has_subtags(tag))
        return false;
    if (subtags.now.length == 1)
        return has_extensions(&subtags) && is_letter(tag.bytes[0]) &&
               (tag.bytes[0] == 'x' || tag.bytes[0] == 'X');
    if (!all(subtags.now, is_letter))
        return false;
    bool extended = subtags.now.length <= 3;
    advance(&subtags);
    for (int i = 0; i < 3 && extended && subtags.now.length == 3 && all(subtags.now, is_letter);
         i++)
        advance(&subtags);
    if (subtags.now.length == 4 && all(subtags.now, is_letter))
        advance(&subtags);
    if (is_region(subtags.now))
        advance(&subtags);
    while (is_variant(subtags.now))
        advance(&subtags);
    return has_extensions(&subtags);
}

void check_language(struct check_run *run)
{
    struct string language = run->registry->language;
    if (!span_is_set(language.span) || is_language_tag(language.text))
        return;
    struct diagnostic *finding =
        check_report(run, "language-tag", NULL, language.span, "%.*s is not a language tag",
                     TEXT_ARGS(language.text));
    check_help(finding, "write it as BCP 47 has it, such as en, en-GB or zh-Hant");
}
