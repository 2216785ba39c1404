/*
 * Some of macOS's errno.h: it lacks what only Linux has, and names that are one number on Linux are
 * two there.
 */
#ifndef OTHER_ERRNO_H
#define OTHER_ERRNO_H

#define EPERM       1
#define ENOENT      2
#define EDEADLK     11
#define EEXIST      17
#define EINVAL      22
#define EAGAIN      35
#define EWOULDBLOCK EAGAIN
#define ENOTSUP     45
#define EAUTH       80
#define ENOATTR     93
#define ENODATA     96
#define EOPNOTSUPP  102
#define EQFULL      106

#endif
