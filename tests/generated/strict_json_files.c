/*
 * Says of each file whether it is strict JSON: "yes NAME" or "no NAME".
 */
#include "strict_json.h"

#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    static char bytes[1 << 20];
    for (int i = 1; i < argc; i++) {
        const char *name = strrchr(argv[i], '/');
        FILE *file = fopen(argv[i], "rb");
        if (file == NULL)
            return 1;
        size_t error, length = fread(bytes, 1, sizeof bytes, file);
        fclose(file);
        printf("%s %s\n", strict_json(bytes, length, &error) ? "yes" : "no", name ? name + 1 : "");
    }
    return 0;
}
