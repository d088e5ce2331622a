#ifndef IJ_SIMULATED_CAPTURE_H
#define IJ_SIMULATED_CAPTURE_H

#include <stdint.h>

/* The state of a simulated device that outlives one opening of it. A file of this size (zeros at
 * first) named by the option `world` lets a reopened device go on where its clock stands, and lets
 * a test read that clock. */
typedef struct {
  int64_t nanoseconds; /* device time since its first start; unpaced devices read and set it */
  int64_t epoch;       /* CLOCK_MONOTONIC of the first start; 0 before it */
  int32_t faults_done; /* how many of the faults, in their order, have happened */
  int32_t opens;       /* how often it was opened with success */
  int64_t absent_until;/* opening fails with ENODEV before this device time */
  volatile int32_t hold; /* one of the below, for a test to set */
} simulated_world;

/* After a fault, an opening fails with ENODEV and takes no time while `hold` is HELD. A test that has
 * changed the configuration meanwhile sets LET_GO: one more opening, which may have read the old one,
 * fails, and the next one finds the device. */
enum { simulated_hold_none, simulated_hold_held, simulated_hold_let_go };

#endif
