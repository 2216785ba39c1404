/*
 * Causes: what the log learns and callers never do. Texts lie one after the other in `causes`, a
 * NUL behind each.
 */
#define _GNU_SOURCE 1 /* strerrorname_np */

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "cause.h"
#include "number.h"
#include "syntax.h"

static const char mark[] = "\xe2\x80\xa6"; /* an ellipsis, where a text was cut */
enum { MARK_LENGTH = sizeof mark - 1, WORTHWHILE = 16 };

/* Symbols rather than numbers, texts in no language but the C library's own: both are constants. */
static const char *name_of(int error)
{
#if defined(__GLIBC__) && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 32)
    return strerrorname_np(error);
#else
    (void)error;
    return NULL;
#endif
}

static const char *description_of(int error)
{
#if defined(__GLIBC__) && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 32)
    return strerrordesc_np(error);
#else
    (void)error;
    return NULL;
#endif
}

const char *problem_errno_name(int error)
{
    return name_of(error);
}

/* ------------------------------------------------------------------ one cause being written */

struct cause {
    struct problem *problem;
    struct writer writer; /* may run past its end: then the cause is cut */
};

/* False, and the cause counted as omitted, where there is hardly any room left. */
static bool begin_cause(struct problem *problem, struct cause *cause)
{
    if (problem == NULL)
        return false;
    size_t room = sizeof problem->causes - problem->causes_used;
    if (room < WORTHWHILE) {
        if (problem->causes_omitted < UINT16_MAX)
            problem->causes_omitted++;
        return false;
    }
    cause->problem = problem;
    cause->writer = (struct writer){problem->causes + problem->causes_used, room - 1, 0};
    return true;
}

/* Ends a text, behind whose writer there is room for a NUL; returns its length. */
static size_t end_text(const struct writer *writer)
{
    size_t length = writer->used;
    if (length > writer->size) {
        length = problem_cut_at(writer->buffer, writer->size - MARK_LENGTH);
        memcpy(writer->buffer + length, mark, MARK_LENGTH);
        length += MARK_LENGTH;
    }
    writer->buffer[length] = '\0';
    return length;
}

static void end_cause(const struct cause *cause)
{
    struct problem *problem = cause->problem;
    size_t length = end_text(&cause->writer);
    problem->causes_used = (uint16_t)(problem->causes_used + length + 1);
}

/* As write_bytes, but takes as much as fits. */
static void write_part(struct writer *writer, const char *bytes, size_t length)
{
    size_t room = writer->used < writer->size ? writer->size - writer->used : 0;
    if (room > 0)
        memcpy(writer->buffer + writer->used, bytes, length < room ? length : room);
    writer->used += length;
}

static void write_text(struct writer *writer, const char *text)
{
    write_part(writer, text, strlen(text));
}

static void write_format(struct writer *writer, const char *format, va_list arguments)
{
    int length = vsnprintf(writer->buffer, writer->size + 1, format, arguments);
    if (length < 0)
        write_text(writer, "(a cause that could not be formatted)");
    else
        writer->used = (size_t)length;
    /* %c may have written a NUL, which would end the text for its readers. */
    for (size_t i = 0; i < writer->used && i < writer->size; i++)
        writer->buffer[i] = writer->buffer[i] != '\0' ? writer->buffer[i] : ' ';
}

/* ------------------------------------------------------------------ what callers call */

void problem_because(struct problem *problem, const char *format, ...)
{
    int saved = errno;
    struct cause cause;
    if (begin_cause(problem, &cause)) {
        va_list arguments;
        va_start(arguments, format);
        write_format(&cause.writer, format, arguments);
        va_end(arguments);
        end_cause(&cause);
    }
    errno = saved;
}

static void write_error(struct writer *writer, int error)
{
    const char *name = name_of(error), *description = description_of(error);
    write_text(writer, ": ");
    if (name == NULL) { /* then there is no description either */
        write_text(writer, "errno ");
        char digits[PROBLEM_DIGITS_MAX + 1];
        struct writer number = {digits, sizeof digits, 0};
        problem_write_integer(&number, error);
        write_part(writer, digits, number.used);
        return;
    }
    write_text(writer, name);
    write_text(writer, " (");
    write_text(writer, description);
    write_text(writer, ")");
}

void problem_because_errno(struct problem *problem, int error, const char *format, ...)
{
    int saved = errno;
    struct cause cause;
    if (problem != NULL)
        problem->error_number = error;
    if (begin_cause(problem, &cause)) {
        va_list arguments;
        va_start(arguments, format);
        write_format(&cause.writer, format, arguments);
        va_end(arguments);
        write_error(&cause.writer, error);
        end_cause(&cause);
    }
    errno = saved;
}

void problem_note_misfit(struct problem *problem, const char *member, const char *text,
                         size_t length)
{
    struct cause cause;
    if (problem->causes_used > sizeof problem->causes / 2 || !begin_cause(problem, &cause))
        return;
    write_text(&cause.writer, member);
    write_text(&cause.writer, " does not fit: ");
    bool whole = length <= PROBLEM_MISFIT_SHOWN;
    write_part(&cause.writer, text, whole ? length : problem_cut_at(text, PROBLEM_MISFIT_SHOWN));
    if (!whole)
        write_text(&cause.writer, mark);
    end_cause(&cause);
}

void problem_because_state(struct problem *problem, const char *source, const char *code,
                           const char *message)
{
    struct cause cause;
    if (problem == NULL)
        return;
    struct writer kept = {problem->source_code, sizeof problem->source_code - 1, 0};
    write_text(&kept, code != NULL ? code : "");
    end_text(&kept);
    problem->source = source;
    if (!begin_cause(problem, &cause))
        return;
    write_text(&cause.writer, source != NULL ? source : "another's error");
    write_text(&cause.writer, " ");
    write_text(&cause.writer, problem->source_code);
    if (message != NULL) {
        write_text(&cause.writer, ": ");
        write_text(&cause.writer, message);
    }
    end_cause(&cause);
}

void problem_because_code(struct problem *problem, const char *source, int64_t code,
                          const char *message)
{
    char digits[PROBLEM_DIGITS_MAX + 2];
    struct writer number = {digits, sizeof digits - 1, 0};
    problem_write_integer(&number, code);
    digits[number.used] = '\0';
    problem_because_state(problem, source, digits, message);
}
