#define _DEFAULT_SOURCE /* madvise */

#include "base/pages.h"

#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

void pages_give_back(void *memory, size_t size)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE), before = (uintptr_t)memory % page;
    size_t skipped = before > 0 ? page - before : 0;
    if (size >= skipped + page)
        madvise((char *)memory + skipped, (size - skipped) / page * page, MADV_DONTNEED);
}
