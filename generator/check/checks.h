/*
 * The checks' functions, as checks.c lists them, and what they share. Each goes through the whole
 * registry by itself and takes time linear in it; none says anything about what an earlier stage
 * could not read.
 */
#ifndef PROBLEMC_CHECK_CHECKS_H
#define PROBLEMC_CHECK_CHECKS_H

#include "base/buffer.h"
#include "check/check.h"

/* statuses.c */
check_function check_status_range, check_retry_status, check_about_blank_title;
bool check_status_known(const struct problem_type *problem); /* 400 to 599 */

/* identity.c */
check_function check_identity, check_duplicate_types;

/* uris.c */
check_function check_base_uris, check_type_uris, check_instance_uri, check_links;

/* pages.c */
check_function check_pages;

/*
 * That a relative link leads somewhere: from the page of the problem, or from the index (NULL).
 */
void check_link_target(struct check_run *run, const struct problem_type *problem, struct text url,
                       struct span span);

/* markdown_links.c */
check_function check_markdown_links;

/* targets.c */
check_function check_unknown_problems, check_conceal_chains, check_target_members,
    check_deprecated_replacements;

/* placeholders.c */
check_function check_placeholders, check_unused_members;

/* headers.c, header_values.c */
check_function check_header_names, check_duties, check_retry_headers, check_header_values;

/* classify.c, code_rows.c */
check_function check_classify, check_code_rows;

/* That `written` stands for a code; reports otherwise. */
void check_code(struct check_run *run, const struct classifier *classifier, struct string written);

/* Reports that it is no name of the classifier's, `groups`: nor of a group. */
void check_unknown_code(struct check_run *run, const struct classifier *classifier,
                        struct string written, bool groups);

/* shapes.c, members.c, discriminator.c, violations.c */
check_function check_shapes, check_members, check_discriminator, check_violations;

/* prose.c, language.c, dates.c, style.c */
check_function check_titles, check_prose, check_language, check_dates, check_code_style,
    check_unused_types;

/* leak_check.c */
check_function check_leaks;

/* c_names.c, standard_names.c */
check_function check_c_names;
bool check_has_standard_names(struct text first_word);
bool check_is_standard_name(struct text name);

/* waivers.c */
check_function check_waivers;
check_function check_unused_waivers; /* last of all: not in the table */

#endif
