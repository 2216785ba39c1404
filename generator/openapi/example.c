/*
 * Examples are responses: what the renderer gives, taken apart.
 */
#include "openapi/parts.h"

#include "render/example.h"

void example_read(const struct registry *registry, const struct image *image,
                  const struct problem_type *problem, struct arena *arena,
                  struct example_response *example)
{
    struct example rendered;
    example_render(registry, image, problem, arena, &rendered);
    example->head = rendered.head;
    example->body = rendered.body.bytes ? json_read(rendered.body, arena) : NULL;
}

struct text example_header(const struct example_response *example, struct text name)
{
    struct text rest = example->head;
    while (rest.length) {
        size_t end = 0;
        while (end < rest.length && rest.bytes[end] != '\r')
            end++;
        bool named =
            text_starts_with(rest, name) && end > name.length + 1 && rest.bytes[name.length] == ':';
        if (named)
            return text_slice(rest, name.length + 2, end - name.length - 2);
        rest = text_slice(rest, end + 2, rest.length);
    }
    return (struct text){NULL, 0};
}

struct value *example_member(const struct example_response *example, struct text name)
{
    if (example->body == NULL)
        return NULL;
    for (size_t i = 0; i < example->body->as.map.count; i++)
        if (text_is(name, example->body->as.map.fields[i].name))
            return example->body->as.map.fields[i].value;
    return NULL;
}
