#define _GNU_SOURCE /* sched_getaffinity */

#include "yaml/pieces.h"

#include "yaml/cut.h"
#include "yaml/memory.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>

enum {
    LARGE = 32 * 1024,   /* bytes of a source for which threads are worth their start */
    PIECES = 16,         /* that a source has at least, except where they would be too small: */
    SMALLEST = 8 * 1024, /* bytes of one, and on to the next entry */
    LARGEST = PIECE_TEXTS / 2,
    THREADS_MAX = 3, /* beside the caller's, which could not use the events of more */
    AHEAD = 3,       /* pieces that are waiting, beside those that are being parsed */
};

struct slot {
    struct piece piece;
    bool parsed;
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
    slot->piece.begin = begin;
    slot->piece.end = pieces->next;
    return slot;
}

/* With the mutex, which is given back in between. */
static void parse_aside(struct pieces *pieces, struct slot *slot)
{
    pthread_mutex_unlock(&pieces->mutex);
    piece_parse(&slot->piece, &pieces->source, pieces->indentation);
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
