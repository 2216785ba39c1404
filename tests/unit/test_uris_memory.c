/*
 * Where liburiparser has no memory, a URI is not thereby wrong.
 */
#define _XOPEN_SOURCE 700

#include "check/check.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <sys/wait.h>
#include <uriparser/Uri.h>

#include "registry_files.h"

/* Instead of the library's. */
int uriParseSingleUriExA(UriUriA *uri, const char *first, const char *afterLast,
                         const char **errorPos)
{
    (void)uri, (void)first, (void)afterLast, (void)errorPos;
    return URI_ERROR_MALLOC;
}

/* The arena's handler is abort. */
static void no_memory_is_no_finding(void **state)
{
    int status;
    (void)state;
    assert_int_equal(load_text(REGISTRY_HEAD "problems:\n" FALLBACK_PROBLEM), LOAD_OK);
    pid_t child = fork();
    if (child == 0) {
        check_registry(registry, TEXT(""), arena, sources, diagnostics);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(no_memory_is_no_finding, files_set_up, files_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
