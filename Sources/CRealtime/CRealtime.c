#define _GNU_SOURCE
#include "include/CRealtime.h"

#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static int64_t read_clock(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int64_t ij_clock_monotonic(void) { return read_clock(CLOCK_MONOTONIC); }
int64_t ij_clock_boottime(void) { return read_clock(CLOCK_BOOTTIME); }
int64_t ij_clock_realtime(void) { return read_clock(CLOCK_REALTIME); }

void ij_sleep(int64_t nanoseconds) {
  struct timespec length = {nanoseconds / 1000000000, nanoseconds % 1000000000};
  nanosleep(&length, NULL);
}

static FILE *real_output;
static FILE *real_error;

void ij_stdio_silence(void) {
  /* Without a function that writes, what is written is dropped. */
  FILE *nowhere = fopencookie(NULL, "w", (cookie_io_functions_t){NULL, NULL, NULL, NULL});
  if (!nowhere || real_output) return;
  real_output = stdout;
  real_error = stderr;
  stdout = nowhere;
  stderr = nowhere;
}

void ij_stdio_restore(void) {
  if (!real_output) return;
  stdout = real_output;
  stderr = real_error;
  real_output = NULL;
}

int ij_wake_make(void) {
  int descriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  return descriptor < 0 ? -errno : descriptor;
}

void ij_wake_signal(int descriptor) {
  uint64_t one = 1;
  /* Fails only when the count is full, and then the reader is awake anyway. */
  ssize_t written = write(descriptor, &one, sizeof one);
  (void)written;
}

void ij_wake_clear(int descriptor) {
  uint64_t count;
  ssize_t got = read(descriptor, &count, sizeof count);
  (void)got;
}

int ij_memory_file(const char *name) {
  int descriptor = memfd_create(name, MFD_CLOEXEC);
  return descriptor < 0 ? -errno : descriptor;
}

int ij_poll(struct pollfd *descriptors, int count, int timeout_ms) {
  int ready = poll(descriptors, (nfds_t)count, timeout_ms);
  if (ready >= 0) return ready;
  if (errno != EINTR) return -errno;
  for (int i = 0; i < count; i++) descriptors[i].revents = 0;
  return 0;
}

void ij_thread_name(const char *name) { pthread_setname_np(pthread_self(), name); }

int ij_thread_realtime(int priority) {
  struct sched_param param = {.sched_priority = priority};
  return pthread_setschedparam(pthread_self(), SCHED_FIFO | SCHED_RESET_ON_FORK, &param);
}

int ij_thread_join(pthread_t thread, int timeout_ms) {
  struct timespec limit;
  clock_gettime(CLOCK_REALTIME, &limit);
  limit.tv_sec += timeout_ms / 1000;
  limit.tv_nsec += timeout_ms % 1000 * 1000000;
  if (limit.tv_nsec >= 1000000000) {
    limit.tv_sec++;
    limit.tv_nsec -= 1000000000;
  }
  int error = pthread_timedjoin_np(thread, NULL, &limit);
  if (error) pthread_detach(thread);
  return error;
}
