/*
 * A generator for each thread: ChaCha8 keyed by the kernel, 512 bytes ahead, of which the first 32
 * become the next key at once (fast key erasure), so that memory read later gives away no earlier
 * id.
 *
 * After fork, parent and child must part ways. A page that the kernel wipes in the child
 * (MADV_WIPEONFORK) holds the process's generation, a random word; a thread whose own copy differs
 * seeds itself anew. Where there is no such page, the process id serves as the generation.
 *
 * Where the kernel gives no random bytes (a sandbox, the first moments after boot), clocks, process
 * id, the thread's address and a counter are mixed into the key instead, and every refill asks the
 * kernel again. Ids made meanwhile are distinct but not secret.
 */
#define _DEFAULT_SOURCE 1

#include "random.h"

#include "chacha.h"
#include "inline.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/mman.h>
#include <sys/random.h>
#endif
#ifdef __APPLE__
#include <sys/random.h>
#endif

enum { KEY_WORDS = CHACHA_KEY_WORDS, BLOCK = CHACHA_BLOCK, BLOCKS = 8 };

struct generator {
    unsigned long generation; /* of the process, when seeded; 0: never was */
    bool weak;                /* the kernel did not contribute to the key */
    size_t used;              /* bytes of `ahead` given out, the key's among them */
    uint32_t key[KEY_WORDS];
    unsigned char ahead[BLOCK * BLOCKS];
};

static _Thread_local struct generator generator;

/* ------------------------------------------------------------------ seeding */

/* True when the kernel filled all of it. Keeps errno. */
static bool kernel_bytes(void *bytes, size_t length)
{
    int saved = errno;
#ifdef __linux__
    ssize_t got;
    do {
        got = getrandom(bytes, length, GRND_NONBLOCK);
    } while (got < 0 && errno == EINTR);
    bool all = got == (ssize_t)length;
#else
    bool all = getentropy(bytes, length) == 0;
#endif
    errno = saved;
    return all;
}

/* What differs between calls, threads and processes, for want of better. Not to be mixed in twice
 * without stretch_key() between: what did not change meanwhile would be gone. */
static void mix_circumstances(uint32_t key[KEY_WORDS])
{
    static atomic_uint calls;
    struct timespec wall = {0, 0}, uptime = {0, 0};
    uintptr_t thread = (uintptr_t)&generator;
    clock_gettime(CLOCK_REALTIME, &wall);
    clock_gettime(CLOCK_MONOTONIC, &uptime);
    key[0] ^= (uint32_t)wall.tv_sec;
    key[1] ^= (uint32_t)wall.tv_nsec;
    key[2] ^= (uint32_t)uptime.tv_sec;
    key[3] ^= (uint32_t)uptime.tv_nsec;
    key[4] ^= (uint32_t)getpid();
    key[5] ^= (uint32_t)thread;
    key[6] ^= (uint32_t)((uint64_t)thread >> 32);
    key[7] ^= atomic_fetch_add(&calls, 1) + 1;
}

static void refresh_key(void)
{
    uint32_t fresh[KEY_WORDS];
    generator.weak = !kernel_bytes(fresh, sizeof fresh);
    if (generator.weak)
        mix_circumstances(generator.key);
    else
        memcpy(generator.key, fresh, sizeof generator.key);
}

/* Fills `ahead` from the key, which is another one afterwards. */
static void stretch_key(void)
{
    for (uint32_t i = 0; i < BLOCKS; i += 2)
        chacha_pair(generator.key, i, generator.ahead + BLOCK * i);
    memcpy(generator.key, generator.ahead, sizeof generator.key);
    memset(generator.ahead, 0, sizeof generator.key);
    generator.used = sizeof generator.key;
}

OUTLINE void refill(void)
{
    if (generator.weak)
        refresh_key();
    stretch_key();
}

/* Gives out `length` bytes, at most what a refill yields. Inlined, since a length that is known
 * makes one load and two stores of it. */
INLINE void take(void *bytes, size_t length)
{
    size_t used = generator.used;
    if (sizeof generator.ahead - used < length) {
        refill();
        used = generator.used;
    }
    generator.used = used + length;
    memcpy(bytes, generator.ahead + used, length);
    memset(generator.ahead + used, 0, length);
}

/* ------------------------------------------------------------------ fork */

struct fork_page {
    atomic_ulong generation; /* 0: not yet drawn in this process */
};

static _Atomic(struct fork_page *) fork_page; /* NULL: not yet tried */
static struct fork_page no_page;              /* fork_page's value where there can be none */

static struct fork_page *make_page(void)
{
#if defined(__linux__) && defined(MADV_WIPEONFORK)
    size_t size = sizeof(struct fork_page);
    void *page = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED)
        return &no_page;
    if (madvise(page, size, MADV_WIPEONFORK) == 0)
        return page;
    munmap(page, size);
#endif
    return &no_page;
}

/* Threads that come at the same time agree on one page. */
static struct fork_page *agree_on_page(struct fork_page *page)
{
    struct fork_page *installed = NULL;
    if (atomic_compare_exchange_strong(&fork_page, &installed, page))
        return page;
#ifdef __linux__
    if (page != &no_page)
        munmap(page, sizeof *page);
#endif
    return installed;
}

/* Keeps errno. */
OUTLINE struct fork_page *install_page(void)
{
    int saved = errno;
    struct fork_page *page = agree_on_page(make_page());
    errno = saved;
    return page;
}

/* The process's generation; `drawn` becomes it where it has none. */
static unsigned long agree(struct fork_page *page, unsigned long drawn)
{
    unsigned long current = 0;
    if (page == &no_page)
        return (unsigned long)getpid();
    return atomic_compare_exchange_strong(&page->generation, &current, drawn) ? drawn : current;
}

OUTLINE void seed(struct fork_page *page)
{
    unsigned long drawn;
    refresh_key();
    stretch_key();
    take(&drawn, sizeof drawn);
    generator.generation = agree(page, drawn | 1);
}

static bool is_seeded(const struct fork_page *page)
{
    if (page == &no_page)
        return generator.generation == (unsigned long)getpid();
    unsigned long current = atomic_load_explicit(&page->generation, memory_order_relaxed);
    return current != 0 && current == generator.generation;
}

OUTLINE void seed_and_take(struct fork_page *page, unsigned char bytes[PROBLEM_RANDOM_BYTES])
{
    if (page == NULL)
        page = install_page();
    if (!is_seeded(page))
        seed(page);
    take(bytes, PROBLEM_RANDOM_BYTES);
}

/* Mostly there is a page, by which nobody has forked, and enough ahead: then nothing is called. */
void problem_random(unsigned char bytes[PROBLEM_RANDOM_BYTES])
{
    struct fork_page *page = atomic_load_explicit(&fork_page, memory_order_acquire);
    if (page != NULL && page != &no_page && is_seeded(page) &&
        generator.used <= sizeof generator.ahead - PROBLEM_RANDOM_BYTES)
        take(bytes, PROBLEM_RANDOM_BYTES);
    else
        seed_and_take(page, bytes);
}
