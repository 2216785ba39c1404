/*
 * The checks' functions, as checks.c lists them, and what they share. Of a row with two, the
 * function looks at what the registry has beside its problems. None says anything about what an
 * earlier stage could not read.
 */
#ifndef PROBLEMC_CHECK_CHECKS_H
#define PROBLEMC_CHECK_CHECKS_H

#include "base/buffer.h"
#include "check/check.h"

/* statuses.c */
problem_check check_status_range, check_retry_status, check_about_blank_title;
bool check_status_known(const struct problem_type *problem); /* 400 to 599 */

/* identity.c */
check_function check_identity, check_duplicate_types;

/* uris.c */
check_function check_base_uris, check_instance_uri;
problem_check check_type_uris, check_links;

/* pages.c */
check_function check_reserved_pages;
problem_check check_pages;

/*
 * That a relative link leads somewhere: from the page of the problem, or from the index (NULL).
 */
void check_link_target(struct check_run *run, const struct problem_type *problem, struct text url,
                       struct span span);

/* markdown_links.c */
check_function check_intro_links;
problem_check check_markdown_links;

/* targets.c */
check_function check_unknown_problems, check_concealed_fallback, check_target_members;
problem_check check_named_problems, check_conceal_chains, check_deprecated_replacements;

/* placeholders.c */
check_function check_rule_placeholders, check_unused_shared_members;
problem_check check_placeholders, check_unused_members;

/* headers.c, header_values.c */
check_function check_id_header;
problem_check check_header_names, check_duties, check_retry_headers, check_header_values;

/* classify.c, code_rows.c */
check_function check_classify, check_code_rows;

/* That `written` stands for a code; reports otherwise. */
void check_code(struct check_run *run, const struct classifier *classifier, struct string written);

/* Reports that it is no name of the classifier's, `groups`: nor of a group. */
void check_unknown_code(struct check_run *run, const struct classifier *classifier,
                        struct string written, bool groups);

/* shapes.c, members.c, discriminator.c, violations.c */
check_function check_shared_shapes, check_shared_members, check_discriminator, check_violations;
problem_check check_shapes, check_members;

/* prose.c, language.c, dates.c, style.c */
check_function check_registry_title, check_shared_prose, check_language, check_message_dates,
    check_code_style, check_unused_types;
problem_check check_titles, check_prose, check_dates;

/* leak_check.c */
check_function check_shared_leaks;
problem_check check_leaks;
bool check_leaks_are_off(const struct registry *registry); /* all checks for them */

/* c_names.c, standard_names.c */
check_function check_c_names;
problem_check check_reserved_codes;
bool check_has_standard_names(struct text first_word);
bool check_is_standard_name(struct text name);

/* waivers.c */
check_function check_settings;
problem_check check_waivers;
problem_check check_unused_waivers; /* last of all: not in the table */

#endif
