/* A disk that fails: the call of the system that touches files of one folder and has a given number fails, or all from
   it on. Loaded before the C library by LD_PRELOAD. What failed is told on standard error. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long calls;

static int is_ours(const char *path) {
    const char *folder = getenv("FAIL_IN");
    return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int is_ours_fd(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_ours(path);
}

/* Counts a call of ours, and says whether it fails. */
static int fails(const char *name) {
    long at = atol(getenv("FAIL_AT"));
    int ever = getenv("FAIL_EVER") != NULL;
    long call = atomic_fetch_add(&calls, 1) + 1;
    if (call != at && !(ever && call > at)) return 0;
    dprintf(2, "failed %s\n", name);
    errno = atoi(getenv("FAIL_WITH"));
    return 1;
}

#define NEXT(name) ((__typeof__(name) *)dlsym(RTLD_NEXT, #name))
#define ON_FD(result, name, parameters, arguments, fd)                  \
    result name parameters {                                            \
        if (is_ours_fd(fd) && fails(#name)) return -1;                  \
        return NEXT(name) arguments;                                    \
    }

ON_FD(ssize_t, write, (int fd, const void *b, size_t n), (fd, b, n), fd)
ON_FD(ssize_t, pwrite, (int fd, const void *b, size_t n, off_t o), (fd, b, n, o), fd)
ON_FD(ssize_t, pwrite64, (int fd, const void *b, size_t n, off64_t o), (fd, b, n, o), fd)
ON_FD(ssize_t, read, (int fd, void *b, size_t n), (fd, b, n), fd)
ON_FD(ssize_t, pread, (int fd, void *b, size_t n, off_t o), (fd, b, n, o), fd)
ON_FD(ssize_t, pread64, (int fd, void *b, size_t n, off64_t o), (fd, b, n, o), fd)
ON_FD(int, fsync, (int fd), (fd), fd)
ON_FD(int, fdatasync, (int fd), (fd), fd)
ON_FD(int, ftruncate, (int fd, off_t n), (fd, n), fd)
ON_FD(int, ftruncate64, (int fd, off64_t n), (fd, n), fd)

#define OPENS(name)                                                     \
    int name(const char *path, int flags, ...) {                        \
        va_list list;                                                   \
        va_start(list, flags);                                          \
        int mode = va_arg(list, int);                                   \
        va_end(list);                                                   \
        if (is_ours(path) && fails(#name)) return -1;                   \
        return NEXT(name)(path, flags, mode);                           \
    }

OPENS(open)
OPENS(open64)

int rename(const char *from, const char *to) {
    if (is_ours(from) && fails("rename")) return -1;
    return NEXT(rename)(from, to);
}

int unlink(const char *path) {
    if (is_ours(path) && fails("unlink")) return -1;
    return NEXT(unlink)(path);
}
