#include "git/git.h"
#include "base/buffer.h"
#include "git/process.h"

#include <errno.h>
#include <string.h>

/* A file that git has been asked about. */
struct answered {
    struct text path;   /* in the repository */
    bool missing;       /* the revision has no such file */
    const char *reason; /* why it can't be read; NULL: it can */
    struct text bytes;
    struct source_identity identity;
};

struct repository {
    struct arena *arena;
    const char *directory; /* of the registry; "." for here */
    struct text beside;    /* the same as paths begin with it: empty, or with a slash at its end */
    struct text within;    /* the same in the repository */
    struct text commit;    /* in hexadecimal */
    struct answered **answers;
    size_t answer_count;
};

enum {
    ANSWER_MAX = SOURCE_SIZE_MAX + 4096, /* a file, and what git says about it */
};

/* What a hook's environment would have git take for the repository. */
static const char *const of_hooks[] = {"GIT_DIR",    "GIT_WORK_TREE",  "GIT_INDEX_FILE",
                                       "GIT_PREFIX", "GIT_COMMON_DIR", NULL};

/* ---------------------------------------------------------------- asking */

static const char *ask(const struct repository *repository, const char *const *question,
                       struct text input, struct process_answer *answer)
{
    const char *arguments[8] = {"git", "-C", repository->directory};
    for (size_t i = 0; question[i]; i++)
        arguments[i + 3] = question[i];
    int error = process_run(repository->arena, arguments, of_hooks, input, ANSWER_MAX, answer);
    if (error == ENOENT)
        return "git is not installed";
    if (error)
        return arena_format(repository->arena, "git can't be started: %s", strerror(error)).bytes;
    return NULL;
}

static struct text line_of(struct text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] == '\n')
            return text_slice(text, 0, i);
    return text;
}

static struct text without_line_feed(struct text text)
{
    if (text_ends_with(text, TEXT("\n")))
        text.length--;
    return text;
}

static bool is_object_name(struct text text)
{
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))
            return false;
    }
    return text.length == 40 || text.length == 64;
}

/* ---------------------------------------------------------------- opening */

/* Where the registry lies in its repository. */
static bool find_repository(struct repository *repository, struct text *why, struct text *help)
{
    static const char *const question[] = {"rev-parse", "--show-prefix", NULL};
    struct process_answer answer;
    const char *failure = ask(repository, question, TEXT(""), &answer);
    if (failure) {
        *why = text_of(failure);
        return false;
    }
    if (answer.status != 0) {
        *why = arena_format(repository->arena, "%s is in no repository that git can read",
                            repository->directory);
        *help = arena_format(repository->arena, "git says: %.*s", TEXT_ARGS(line_of(answer.error)));
        return false;
    }
    repository->within = without_line_feed(answer.out);
    return true;
}

/* The object that git knows by this name. It would take one that begins with a dash for an option;
 * there are none such. False: there is none, or `failure` says what hinders. */
static bool find_object(const struct repository *repository, const char *name, struct text *object,
                        const char **failure)
{
    const char *const question[] = {"rev-parse", "--quiet", "--verify", name, NULL};
    struct process_answer answer;
    *failure = NULL;
    if (name[0] == '-' || name[0] == '\0')
        return false;
    *failure = ask(repository, question, TEXT(""), &answer);
    if (*failure)
        return false;
    *object = without_line_feed(answer.out);
    return answer.status == 0 && is_object_name(*object);
}

/* First what the name means, then its commit: some names take all that follows for a part of them.
 */
static bool find_commit(struct repository *repository, const char *revision, struct text *why,
                        struct text *help)
{
    const char *failure;
    struct text object;
    if (find_object(repository, revision, &object, &failure) &&
        find_object(repository,
                    arena_format(repository->arena, "%.*s^{commit}", TEXT_ARGS(object)).bytes,
                    &repository->commit, &failure))
        return true;
    if (failure) {
        *why = text_of(failure);
        return false;
    }
    *why = arena_format(repository->arena, "the repository has no revision \"%s\"", revision);
    *help = TEXT("a clone may lack it: fetch it first (git fetch origin main; in GitHub Actions,\n"
                 "fetch-depth: 0 for actions/checkout)");
    return false;
}

/* ---------------------------------------------------------------- paths */

/* One more part of a path: `.` stays, `..` goes up. False: up from the top. */
static bool step(struct buffer *path, struct text part)
{
    if (part.length == 0 || text_is(part, "."))
        return true;
    if (!text_is(part, "..")) {
        if (path->length)
            buffer_byte(path, '/');
        buffer_text(path, part);
        return true;
    }
    if (path->length == 0)
        return false;
    while (path->length && path->bytes[path->length - 1] != '/')
        path->length--;
    if (path->length)
        path->length--;
    return true;
}

static bool steps(struct buffer *path, struct text parts)
{
    for (size_t begin = 0, i = 0; i <= parts.length; i++)
        if (i == parts.length || parts.bytes[i] == '/') {
            if (!step(path, text_slice(parts, begin, i - begin)))
                return false;
            begin = i + 1;
        }
    return true;
}

/* The path from the top of the repository of one that begins where the registry lies. NULL, or why
 * there is none. */
static const char *find_within(const struct repository *repository, struct text path,
                               struct text *within)
{
    struct buffer whole = buffer_create(repository->arena);
    if (!text_starts_with(path, repository->beside) || !steps(&whole, repository->within) ||
        !steps(&whole, text_slice(path, repository->beside.length, path.length)))
        return "it lies outside the repository";
    *within = buffer_contents(&whole);
    if (within->length && memchr(within->bytes, '\n', within->length))
        return "git can't be asked for a name with a line break";
    return NULL;
}

/* ---------------------------------------------------------------- files */

/* Two numbers of an object's name: the same bytes are the same file, under whatever path. */
static uint64_t hexadecimal(struct text digits)
{
    uint64_t number = 0;
    for (size_t i = 0; i < digits.length; i++) {
        char c = digits.bytes[i];
        number = number << 4 | (uint64_t)(c <= '9' ? c - '0' : c - 'a' + 10);
    }
    return number;
}

/* "NAME blob SIZE", and the bytes on the next lines; or what else it is. */
static void take_answer(struct text out, struct answered *answered)
{
    struct text head = line_of(out);
    struct text bytes = text_slice(out, head.length + 1, out.length);
    size_t name = 0;
    while (name < head.length && head.bytes[name] != ' ')
        name++;
    struct text rest = text_slice(head, name, head.length);
    bool object = is_object_name(text_slice(head, 0, name));
    if (object && text_starts_with(rest, TEXT(" blob ")) && bytes.length) {
        answered->bytes = without_line_feed(bytes);
        answered->identity = (struct source_identity){hexadecimal(text_slice(head, 0, 16)),
                                                      hexadecimal(text_slice(head, 16, 16))};
    } else if (object) {
        answered->reason = "it is not a file";
    } else if (text_starts_with(head, TEXT("symlink "))) {
        answered->reason = "it is a link that leads out of the repository";
    } else {
        answered->missing = true;
        answered->reason = "the revision has no such file";
    }
}

static void ask_for_file(const struct repository *repository, struct answered *answered)
{
    static const char *const question[] = {"cat-file", "--batch", "--follow-symlinks", NULL};
    struct process_answer answer;
    struct text input = arena_format(repository->arena, "%.*s:%.*s\n",
                                     TEXT_ARGS(repository->commit), TEXT_ARGS(answered->path));
    answered->reason = ask(repository, question, input, &answer);
    if (answered->reason == NULL && answer.out.length > SOURCE_SIZE_MAX)
        answered->reason = "it is too large";
    else if (answered->reason == NULL && answer.status != 0)
        answered->reason =
            arena_format(repository->arena, "git says: %.*s", TEXT_ARGS(line_of(answer.error)))
                .bytes;
    else if (answered->reason == NULL)
        take_answer(answer.out, answered);
}

/* Every file once. */
static const struct answered *answer_of(struct repository *repository, struct text path)
{
    struct answered *answered = arena_allocate(repository->arena, sizeof *answered);
    answered->reason = find_within(repository, path, &answered->path);
    answered->missing = answered->reason != NULL;
    if (answered->missing)
        return answered;
    for (size_t i = 0; i < repository->answer_count; i++)
        if (text_equal(repository->answers[i]->path, answered->path))
            return repository->answers[i];
    ask_for_file(repository, answered);
    *(struct answered **)arena_push(repository->arena, &repository->answers,
                                    repository->answer_count++, sizeof answered) = answered;
    return answered;
}

static bool find(void *context, struct text path, struct source_identity *identity)
{
    const struct answered *answered = answer_of(context, path);
    *identity = answered->identity;
    return !answered->missing;
}

static const char *read_bytes(void *context, struct text path, struct text *bytes)
{
    const struct answered *answered = answer_of(context, path);
    *bytes = answered->bytes;
    return answered->reason;
}

/* ---------------------------------------------------------------- the store */

bool git_open(const char *revision, const char *path, struct arena *arena,
              struct source_store *store, struct text *why, struct text *help)
{
    struct repository *repository = arena_allocate(arena, sizeof *repository);
    struct text beside = text_of(path);
    while (beside.length && beside.bytes[beside.length - 1] != '/')
        beside.length--;
    repository->arena = arena;
    repository->beside = arena_copy(arena, beside);
    repository->directory = beside.length ? repository->beside.bytes : ".";
    *help = TEXT("");
    if (!find_repository(repository, why, help) || !find_commit(repository, revision, why, help))
        return false;
    *store = (struct source_store){
        .prefix = arena_format(arena, "git:%s:", revision),
        .context = repository,
        .find = find,
        .read = read_bytes,
    };
    return true;
}
