#ifndef IJ_ALLOCATION_METER_H
#define IJ_ALLOCATION_METER_H

#include <stdbool.h>
#include <stdint.h>

/* Whether allocations are counted in this build; not so under a sanitizer, which owns malloc. */
bool ij_allocation_meter_works(void);

/* The allocations that the calling thread has made since it started. */
uint64_t ij_allocations(void);

/* The bytes of these allocations, whether freed since or not. */
uint64_t ij_allocated_bytes(void);

#endif
