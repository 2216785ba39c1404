#include "chd.h"

#include <cmph.h>
#include <stdlib.h>
#include <string.h>

static cmph_t *hash;
static char **names;
static uint32_t *places; /* by hash: which of the codes it is */

void chd_make(void)
{
    names = calloc(keys.count, sizeof *names);
    places = calloc(keys.count, sizeof *places);
    if (names == NULL || places == NULL)
        abort();
    for (size_t i = 0; i < keys.count; i++)
        names[i] = (char *)(uintptr_t)keys.codes[i].text;
    cmph_io_adapter_t *source = cmph_io_vector_adapter(names, (cmph_uint32)keys.count);
    cmph_config_t *config = cmph_config_new(source);
    cmph_config_set_algo(config, CMPH_CHD);
    hash = cmph_new(config);
    cmph_config_destroy(config);
    cmph_io_vector_adapter_destroy(source);
    if (hash == NULL)
        abort();
    for (size_t i = 0; i < keys.count; i++)
        places[cmph_search(hash, keys.codes[i].text, (cmph_uint32)keys.codes[i].length)] =
            (uint32_t)i;
}

bool chd_finds(struct key key)
{
    struct key code = keys.codes[places[cmph_search(hash, key.text, (cmph_uint32)key.length)]];
    return code.length == key.length && memcmp(code.text, key.text, key.length) == 0;
}

void chd_free(void)
{
    cmph_destroy(hash);
    free(names);
    free(places);
}
