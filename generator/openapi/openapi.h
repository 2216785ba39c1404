/*
 * What tools read of a registry: the components of an OpenAPI 3.1 description, and JSON Schemas.
 *
 * Both are built as values and hold no more than callers may see: no concealed problem, no member
 * for the log, no operator's notes. Examples are rendered by the runtime that answers requests.
 * The same registry gives the same bytes everywhere.
 */
#ifndef PROBLEMC_OPENAPI_OPENAPI_H
#define PROBLEMC_OPENAPI_OPENAPI_H

#include "registry.h"
#include "tables/image.h"
#include "view/value.h"

/*
 * An OpenAPI 3.1 document that has nothing but components: a schema and an example for each
 * problem, `Problem` (RFC 9457's own), `KnownProblem` and `AnyProblem`, and a response for each
 * status. The registry must have passed the checks.
 */
struct value *openapi_document(const struct registry *registry, const struct image *image,
                               struct arena *arena);

/* One problem's body as a JSON Schema 2020-12 document. The problem must not be concealed. */
struct value *openapi_json_schema(const struct registry *registry, const struct image *image,
                                  const struct problem_type *problem, struct arena *arena);

/* Whether the path's suffix says how to print: as YAML or as JSON, which NULL means, too. */
bool openapi_prints(const char *path);
void openapi_print(const struct value *document, const char *path, struct buffer *out);

/*
 * The tree as a YAML document that means the same in YAML 1.1 and 1.2: whatever either could take
 * for something else than a text is quoted.
 */
void value_print_yaml(const struct value *value, struct buffer *out);

#endif
