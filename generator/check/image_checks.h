/*
 * Checks that need the tables: how large things get, and whether examples fit. They run once the
 * other checks found no error.
 */
#ifndef PROBLEMC_CHECK_IMAGE_CHECKS_H
#define PROBLEMC_CHECK_IMAGE_CHECKS_H

#include "check/check.h"
#include "tables/image.h"

void check_image(const struct registry *registry, const struct image *image, struct arena *arena,
                 const struct sources *sources, struct diagnostics *diagnostics);

#endif
