#include <math.h>
#include <string.h>

#include "include/CKernels.h"

void ij_echo_reset(ij_echo_history *echo) { memset(echo, 0, sizeof *echo); }

void ij_echo_add(ij_echo_history *echo, const ij_band_history *history) {
  enum { wide = IJ_LEAK_BANDS / IJ_ECHO_GROUPS };
  unsigned place = echo->steps++ % IJ_ECHO_STEPS;
  float *row = echo->fluctuations[place], power = 1e-10f;
  memset(row, 0, sizeof echo->fluctuations[0]);
  for (unsigned back = 1; back <= IJ_ECHO_FRAMES; back++) {
    unsigned frame = (history->frames - back) % IJ_HISTORY_FRAMES;
    for (int group = 0; group < IJ_ECHO_GROUPS; group++)
      for (int band = wide * group; band < wide * (group + 1); band++) {
        row[group] += history->fluctuations[frame][band] * (1.0f / (wide * IJ_ECHO_FRAMES));
        power += history->powers[frame][band] * (1.0f / IJ_ECHO_FRAMES);
      }
  }
  echo->levels[place] = log10f(power);
}

float ij_echo_product(
  const ij_echo_history *near, const ij_echo_history *far, unsigned lag, uint64_t ages) {
  float sums[IJ_ECHO_GROUPS] = {0};
  for (unsigned age = 0; age < IJ_ECHO_BATCH; age++) {
    if (!(ages >> age & 1)) continue;
    const float *a = near->fluctuations[(near->steps - 1 - age) % IJ_ECHO_STEPS];
    const float *b = far->fluctuations[(far->steps - 1 - age - lag) % IJ_ECHO_STEPS];
    for (int group = 0; group < IJ_ECHO_GROUPS; group++) sums[group] += a[group] * b[group];
  }
  return ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
}

float ij_echo_correlation(const ij_echo_history *near, const ij_echo_history *far, unsigned lag) {
  float both[IJ_ECHO_GROUPS] = {0}, first[IJ_ECHO_GROUPS] = {0}, second[IJ_ECHO_GROUPS] = {0};
  for (unsigned age = 0; age < IJ_ECHO_BATCH; age++) {
    const float *a = near->fluctuations[(near->steps - 1 - age) % IJ_ECHO_STEPS];
    const float *b = far->fluctuations[(far->steps - 1 - age - lag) % IJ_ECHO_STEPS];
    for (int group = 0; group < IJ_ECHO_GROUPS; group++) {
      both[group] += a[group] * b[group];
      first[group] += a[group] * a[group];
      second[group] += b[group] * b[group];
    }
  }
  float product = 0, near_energy = 0, far_energy = 0;
  for (int group = 0; group < IJ_ECHO_GROUPS; group++) {
    product += both[group];
    near_energy += first[group];
    far_energy += second[group];
  }
  return product / sqrtf(near_energy * far_energy + 1e-6f);
}

float ij_echo_difference(const ij_echo_history *near, const ij_echo_history *far, unsigned lag) {
  float sum = 0;
  for (unsigned age = 0; age < IJ_ECHO_BATCH; age++)
    sum += near->levels[(near->steps - 1 - age) % IJ_ECHO_STEPS] -
      far->levels[(far->steps - 1 - age - lag) % IJ_ECHO_STEPS];
  return sum / IJ_ECHO_BATCH;
}
