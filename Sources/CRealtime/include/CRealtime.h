/* The few things that Swift on Linux cannot say, prefix ij_.
 *
 * A declaration marked IJ_REALTIME may be called from a Swift function marked @_noLocks: it neither
 * locks nor allocates in this project's code. */
#ifndef IJ_CREALTIME_H
#define IJ_CREALTIME_H

#include <poll.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

#if defined(__swift__) || defined(__clang__)
#define IJ_REALTIME __attribute__((swift_attr("@_noLocks")))
#else
#define IJ_REALTIME
#endif

/* Clocks, in nanoseconds; that since booting goes on while the machine sleeps. */
IJ_REALTIME int64_t ij_clock_monotonic(void);
IJ_REALTIME int64_t ij_clock_boottime(void);
IJ_REALTIME int64_t ij_clock_realtime(void);

/* Sleeps for a number of nanoseconds, or less when a signal comes. */
void ij_sleep(int64_t nanoseconds);

/* Wake-up descriptors. `ij_wake_make` returns a negative errno on failure. */
int ij_wake_make(void);
IJ_REALTIME void ij_wake_signal(int descriptor);
IJ_REALTIME void ij_wake_clear(int descriptor);

/* A file in memory alone, closed in children; returns a negative errno on failure. */
int ij_memory_file(const char *name);

/* Lets what libraries print by the C library's streams for standard output and error go nowhere;
 * what is written to the descriptors arrives. `ij_stdio_restore` takes it back. */
void ij_stdio_silence(void);
void ij_stdio_restore(void);

/* poll(2); returns a negative errno on failure, 0 when it was interrupted. */
IJ_REALTIME int ij_poll(struct pollfd *descriptors, int count, int timeout_ms);

/* The calling thread's name, at most 15 bytes, and its real-time priority (SCHED_FIFO, not
 * inherited by children). The latter returns 0 or a positive errno. */
void ij_thread_name(const char *name);
int ij_thread_realtime(int priority);

/* Waits for a thread to end; past the time limit lets it go and returns a positive errno. */
int ij_thread_join(pthread_t thread, int timeout_ms);

#endif
