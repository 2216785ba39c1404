/*
 * The floor: libyaml's bare event loop over a file.
 *
 *     events FILE
 */
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

static unsigned char *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    unsigned char *bytes = NULL;
    long size;
    if (file && fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) > 0 &&
        fseek(file, 0, SEEK_SET) == 0 && (bytes = malloc((size_t)size)))
        *length = fread(bytes, 1, (size_t)size, file);
    if (file)
        fclose(file);
    return bytes;
}

int main(int argc, char **argv)
{
    yaml_parser_t parser;
    yaml_event_t event;
    size_t length = 0, count = 0;
    int done = 0;
    unsigned char *bytes = argc == 2 ? read_file(argv[1], &length) : NULL;
    if (bytes == NULL || !yaml_parser_initialize(&parser))
        return 2;
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, bytes, length);
    while (!done) {
        if (!yaml_parser_parse(&parser, &event))
            return 1;
        done = event.type == YAML_STREAM_END_EVENT;
        count++;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    free(bytes);
    printf("%zu\n", count);
}
