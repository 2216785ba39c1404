#define _GNU_SOURCE /* sched_getaffinity */

#include "yaml/pieces.h"

#include "yaml/cut.h"
#include "yaml/events.h"
#include "yaml/memory.h"
#include "yaml/reader.h"
#include "yaml/tree.h"
#include "yaml/written.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <string.h>

enum {
    LARGE = 32 * 1024,   /* bytes of a source for which threads are worth their start */
    PIECES = 16,         /* that a source has at least, except where they would be too small: */
    SMALLEST = 8 * 1024, /* bytes of one, and on to the next entry */
    LARGEST = 32 * 1024,
    EVENTS = 8192,       /* of a piece at most */
    TEXTS = 2 * LARGEST, /* bytes of those values that are no slices of the source; of a piece */
    THREADS_MAX = 3,     /* beside the caller's, which could not use the events of more */
    AHEAD = 3,           /* pieces that are waiting, beside those that are being parsed */
    CLOSING_EVENTS = 4,  /* of two mappings, the document and the stream */
};

/* A piece, and room for what it is made of. */
struct slot {
    struct piece piece;
    bool parsed;
    size_t used; /* of `texts` */
    struct event events[EVENTS];
    char texts[TEXTS];
};

struct pieces {
    struct arena *arena;
    struct source source; /* as it was: the caller may bring back what it has let go of */
    struct pieces_plan plan;
    size_t indentation; /* of the entries at which pieces begin */
    pthread_t threads[THREADS_MAX];
    size_t thread_count;

    pthread_mutex_t mutex; /* for what follows */
    pthread_cond_t parsed, room;
    bool given;         /* the caller has the piece `done` */
    bool stopped;       /* no more are wanted */
    size_t begun, done; /* pieces so far, which take their slots in turns */
    size_t next;        /* where the next one begins */
    size_t slot_count;
    struct slot slots[];
};

/* ---------------------------------------------------------------- parsing a piece */

/* False: there is no room. */
static bool add_event(struct slot *slot, const struct event *event)
{
    size_t length = event->written ? 0 : event->value.length;
    if (slot->piece.count == EVENTS || length > TEXTS - slot->used)
        return false;
    struct event *added = &slot->events[slot->piece.count++];
    *added = *event;
    if (length > 0) {
        added->value.bytes = memcpy(slot->texts + slot->used, event->value.bytes, length);
        slot->used += length;
    }
    return true;
}

/* Whether a collection's entries are indented so far. */
static bool is_indented(const struct source *source, const struct event *start, size_t indentation)
{
    return !start->properties && start->begin - line_begin(source, start->begin) == indentation;
}

/* All events of the piece, unless there are some that only one parser should see: directives, which
 * also hold for what follows, and more depth than a tree has. `*open`: the last value of the
 * outermost mapping is one that pieces may go on with. */
static bool parse_events(struct reader *reader, struct slot *slot, size_t indentation, bool *open)
{
    enum { OUTER = 2 }; /* collections around an entry */
    const size_t indentations[OUTER] = {0, indentation};
    bool fits[OUTER] = {true, true};
    size_t depth = slot->piece.begin > 0 ? OUTER : 0;
    struct event event;
    do {
        if (!reader_next(reader, &event) || !add_event(slot, &event) || event.directives ||
            depth > TREE_DEPTH_MAX)
            return false;
        switch (event.type) {
        case YAML_MAPPING_START_EVENT:
        case YAML_SEQUENCE_START_EVENT:
            if (depth < OUTER)
                fits[depth] = is_indented(reader->source, &event, indentations[depth]);
            depth++;
            break;
        case YAML_MAPPING_END_EVENT:
        case YAML_SEQUENCE_END_EVENT:
            depth--;
            break;
        default:
            break;
        }
    } while (event.type != YAML_STREAM_END_EVENT);
    *open = fits[0] && fits[1];
    return true;
}

/*
 * Whether nothing but the end of the piece closes the outermost mapping and its last one; takes
 * these events away. What is written to end something is as long as it is. A value that is not
 * there may stand where the piece ends: where that is, what follows would say.
 */
static bool open_again(struct piece *piece)
{
    static const yaml_event_type_t closing[CLOSING_EVENTS] = {
        YAML_MAPPING_END_EVENT, YAML_MAPPING_END_EVENT, YAML_DOCUMENT_END_EVENT,
        YAML_STREAM_END_EVENT};
    if (piece->count < CLOSING_EVENTS)
        return false;
    piece->count -= CLOSING_EVENTS;
    for (size_t i = 0; i < CLOSING_EVENTS; i++) {
        const struct event *event = &piece->events[piece->count + i];
        if (event->type != closing[i] || event->begin != event->end)
            return false;
    }
    for (size_t i = piece->count; i > 0 && piece->events[i - 1].begin == piece->end; i--)
        if (piece->events[i - 1].type == YAML_SCALAR_EVENT)
            return false;
    return true;
}

static void parse(const struct pieces *pieces, struct slot *slot)
{
    struct piece *piece = &slot->piece;
    bool last = piece->end == pieces->source.bytes.length, open;
    struct reader reader;
    if (piece->end - piece->begin > TEXTS ||
        !reader_begin(&reader, &pieces->source, piece->begin, piece->end))
        return;
    piece->good = parse_events(&reader, slot, pieces->indentation, &open) &&
                  (last || (open && open_again(piece)));
    reader_end(&reader);
}

/* ---------------------------------------------------------------- one after the other */

/* The next one to parse, with the mutex; NULL: all have been begun, or there is no room now. */
static struct slot *begin_piece(struct pieces *pieces)
{
    size_t begin = pieces->next, length = pieces->source.bytes.length;
    if (begin == length || pieces->begun == pieces->done + pieces->slot_count)
        return NULL;
    struct slot *slot = &pieces->slots[pieces->begun++ % pieces->slot_count];
    if (length - begin > pieces->plan.piece)
        pieces->next = cut_next(&pieces->source, begin + pieces->plan.piece, pieces->indentation);
    else
        pieces->next = length;
    slot->parsed = false;
    slot->used = 0;
    slot->piece = (struct piece){.begin = begin, .end = pieces->next, .events = slot->events};
    return slot;
}

/* With the mutex, which is given back in between. */
static void parse_aside(struct pieces *pieces, struct slot *slot)
{
    pthread_mutex_unlock(&pieces->mutex);
    parse(pieces, slot);
    pthread_mutex_lock(&pieces->mutex);
    slot->parsed = true;
    pthread_cond_signal(&pieces->parsed);
}

static void *help(void *context)
{
    struct pieces *pieces = context;
    pthread_mutex_lock(&pieces->mutex);
    while (!pieces->stopped && pieces->next < pieces->source.bytes.length) {
        struct slot *slot = begin_piece(pieces);
        if (slot != NULL)
            parse_aside(pieces, slot);
        else
            pthread_cond_wait(&pieces->room, &pieces->mutex);
    }
    pthread_mutex_unlock(&pieces->mutex);
    memory_release();
    return NULL;
}

const struct piece *pieces_next(struct pieces *pieces)
{
    pthread_mutex_lock(&pieces->mutex);
    if (pieces->given) {
        pieces->done++;
        pthread_cond_signal(&pieces->room);
    }
    struct slot *slot, *wanted = &pieces->slots[pieces->done % pieces->slot_count];
    while (pieces->done == pieces->begun || !wanted->parsed) {
        slot = begin_piece(pieces);
        if (slot != NULL)
            parse_aside(pieces, slot);
        else if (pieces->done == pieces->begun)
            break;
        else
            pthread_cond_wait(&pieces->parsed, &pieces->mutex);
    }
    pieces->given = pieces->done < pieces->begun;
    pthread_mutex_unlock(&pieces->mutex);
    return pieces->given ? &wanted->piece : NULL;
}

/* ---------------------------------------------------------------- threads */

/* To another processor than the caller's, where the system would leave it for a while; then it runs
 * where the system likes. */
static void send_away(pthread_t thread)
{
    cpu_set_t all, others;
    int here = sched_getcpu();
    if (here < 0 || sched_getaffinity(0, sizeof all, &all) != 0)
        return;
    others = all;
    CPU_CLR((size_t)here, &others);
    if (CPU_COUNT(&others) > 0 && pthread_setaffinity_np(thread, sizeof others, &others) == 0)
        pthread_setaffinity_np(thread, sizeof all, &all);
}

/* As many as the system gives. */
static void start_threads(struct pieces *pieces)
{
    while (pieces->thread_count < pieces->plan.threads &&
           pthread_create(&pieces->threads[pieces->thread_count], NULL, help, pieces) == 0)
        send_away(pieces->threads[pieces->thread_count++]);
}

/* Signals stay the caller's to take. */
static void start_threads_without_signals(struct pieces *pieces)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    start_threads(pieces);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static size_t piece_size(size_t length)
{
    size_t size = length / PIECES;
    if (size < SMALLEST)
        return SMALLEST;
    return size < LARGEST ? size : LARGEST;
}

struct pieces_plan pieces_plan(const struct source *source)
{
    cpu_set_t set;
    if (source->bytes.length < LARGE || sched_getaffinity(0, sizeof set, &set) != 0 ||
        CPU_COUNT(&set) == 1)
        return PIECES_NONE;
    size_t others = (size_t)CPU_COUNT(&set) - 1;
    return (struct pieces_plan){
        .piece = piece_size(source->bytes.length),
        .threads = others < THREADS_MAX ? others : THREADS_MAX,
    };
}

struct pieces *pieces_begin(const struct source *source, struct pieces_plan plan,
                            struct arena *arena)
{
    size_t indentation = plan.piece > 0 ? cut_indentation(source) : 0;
    if (indentation == 0)
        return NULL;
    size_t slots = plan.threads + AHEAD;
    struct pieces *pieces =
        arena_resize(arena, NULL, sizeof *pieces + slots * sizeof *pieces->slots);
    *pieces = (struct pieces){.arena = arena,
                              .source = *source,
                              .plan = plan,
                              .indentation = indentation,
                              .slot_count = slots};
    pthread_mutex_init(&pieces->mutex, NULL);
    pthread_cond_init(&pieces->parsed, NULL);
    pthread_cond_init(&pieces->room, NULL);
    start_threads_without_signals(pieces);
    return pieces;
}

void pieces_end(struct pieces *pieces)
{
    pthread_mutex_lock(&pieces->mutex);
    pieces->stopped = true;
    pthread_cond_broadcast(&pieces->room);
    pthread_mutex_unlock(&pieces->mutex);
    for (size_t i = 0; i < pieces->thread_count; i++)
        pthread_join(pieces->threads[i], NULL);
    pthread_mutex_destroy(&pieces->mutex);
    pthread_cond_destroy(&pieces->parsed);
    pthread_cond_destroy(&pieces->room);
    arena_drop(pieces->arena, pieces);
}
