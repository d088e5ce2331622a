#include <math.h>
#include <string.h>

#include "include/CKernels.h"

void ij_echo_reset(ij_echo_history *echo) { memset(echo, 0, sizeof *echo); }

// The place of the step that is so many older than the newest.
static unsigned place(const ij_echo_history *echo, unsigned age) {
  return (echo->steps - 1 - age) % IJ_ECHO_STEPS;
}

float ij_echo_energy(const ij_echo_history *echo, uint64_t ages) {
  float sum = 0;
  for (unsigned age = 0; age < IJ_ECHO_BATCH; age++)
    if (ages >> age & 1) sum += echo->energies[place(echo, age)];
  return sum;
}

void ij_echo_normalize(
  float *sums, const ij_echo_history *near, const ij_echo_history *far, unsigned lags) {
  float near_energy = ij_echo_energy(near, ~(uint64_t)0);
  // In double precision, so that what has gone leaves nothing behind.
  double far_energy = 0;
  for (unsigned age = 0; age < IJ_ECHO_BATCH; age++)
    far_energy += (double)far->energies[place(far, age)];
  for (unsigned lag = 0; lag < lags; lag++) {
    sums[lag] /= sqrtf(near_energy * (float)far_energy + 1e-6f);
    far_energy += (double)far->energies[place(far, lag + IJ_ECHO_BATCH)];
    far_energy -= (double)far->energies[place(far, lag)];
  }
}

float ij_echo_difference(const ij_echo_history *near, const ij_echo_history *far, unsigned lag) {
  float sum = 0;
  for (unsigned age = 0; age < IJ_ECHO_BATCH; age++)
    sum += log10f(near->powers[place(near, age)] + 1e-10f) -
      log10f(far->powers[place(far, age + lag)] + 1e-10f);
  return sum / IJ_ECHO_BATCH;
}
