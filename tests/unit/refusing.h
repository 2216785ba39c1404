/*
 * Makes a system call fail from now on, in this process and its children, the way that sandboxes
 * do: seccomp. Linux alone; where even that is not allowed, tests say so and skip. To be included
 * after <cmocka.h>.
 */
#ifndef TESTS_REFUSING_H
#define TESTS_REFUSING_H

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* False where it can't be done. Calls of several numbers may be refused one after the other. */
static inline bool refuse(long call, int error)
{
    struct sock_filter program[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ((uint32_t)error & SECCOMP_RET_DATA)),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog filter = {sizeof program / sizeof program[0], program};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

enum { CANNOT_REFUSE = 77 };

/* How a child ended that was to exit with 0; skips the test when it could not refuse a call. */
static inline void expect_child(pid_t child)
{
    int status;
    assert_true(child > 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    if (WIFEXITED(status) && WEXITSTATUS(status) == CANNOT_REFUSE) {
        print_message("skipped: system calls can't be refused here (seccomp)\n");
        skip();
    }
    if (WIFSIGNALED(status))
        print_error("the child was killed by signal %d\n", WTERMSIG(status));
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

#endif
