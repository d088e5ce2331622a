// Late echoes and copies, of one kernel set; included by KernelBodies.h.

// Every third of 24 neighbours, from the first, the second and the third on.
#define IJ_FIRST_OF_THREE(x, y, z) \
  __builtin_shufflevector( \
    __builtin_shufflevector(x, y, 0, 3, 6, 9, 12, 15, 0, 0), z, 0, 1, 2, 3, 4, 5, 10, 13)
#define IJ_SECOND_OF_THREE(x, y, z) \
  __builtin_shufflevector( \
    __builtin_shufflevector(x, y, 1, 4, 7, 10, 13, 0, 0, 0), z, 0, 1, 2, 3, 4, 8, 11, 14)
#define IJ_THIRD_OF_THREE(x, y, z) \
  __builtin_shufflevector( \
    __builtin_shufflevector(x, y, 2, 5, 8, 11, 14, 0, 0, 0), z, 0, 1, 2, 3, 4, 9, 12, 15)

_Static_assert(IJ_LEAK_BANDS == 24 && IJ_ECHO_GROUPS == 8, "three bands make a group");

static void IJ_NAME(echo_add)(
  ij_echo_history *echo, const ij_band_history *history, float power) {
  v8 x = {}, y = {}, z = {};
  for (unsigned back = 1; back <= IJ_ECHO_FRAMES; back++) {
    const float *row = history->fluctuations[(history->frames - back) % IJ_HISTORY_FRAMES];
    x += *(const v8 *)row;
    y += *(const v8 *)(row + 8);
    z += *(const v8 *)(row + 16);
  }
  v8 mean = IJ_FIRST_OF_THREE(x, y, z) + IJ_SECOND_OF_THREE(x, y, z) + IJ_THIRD_OF_THREE(x, y, z);
  mean *= 1.0f / (3 * IJ_ECHO_FRAMES);
  unsigned place = echo->steps++ % IJ_ECHO_STEPS;
  *(v8 *)echo->fluctuations[place] = mean;
  echo->energies[place] = IJ_NAME(sum_of_eight)(mean * mean);
  echo->powers[place] = power;
}

// Lags at a time, so that the sums stay in registers.
#define IJ_ECHO_TILE (IJ_REGISTER_BYTES == 16 ? 4 : 8)

static void IJ_NAME(echo_products)(
  float *sums, const ij_echo_history *near, const ij_echo_history *far, unsigned lags,
  uint64_t ages) {
  // The far side's past in the order of its age.
  _Alignas(32) float past[IJ_ECHO_LAGS + IJ_ECHO_BATCH][IJ_ECHO_GROUPS];
  const float *fresh[IJ_ECHO_BATCH];
  unsigned chosen[IJ_ECHO_BATCH], count = 0;
  for (unsigned age = 0; age < IJ_ECHO_BATCH; age++) {
    if (!(ages >> age & 1)) continue;
    fresh[count] = near->fluctuations[(near->steps - 1 - age) % IJ_ECHO_STEPS];
    chosen[count++] = age;
  }
  for (unsigned age = 0; age < lags + IJ_ECHO_BATCH; age++)
    *(v8 *)past[age] = *(const v8 *)far->fluctuations[(far->steps - 1 - age) % IJ_ECHO_STEPS];
  for (unsigned lag = 0; lag < lags; lag += IJ_ECHO_TILE) {
    v8 tile[IJ_ECHO_TILE] = {};
    for (unsigned c = 0; c < count; c++) {
      v8 own = *(const v8 *)fresh[c];
      for (unsigned t = 0; t < IJ_ECHO_TILE; t++)
        tile[t] += own * *(const v8 *)past[chosen[c] + lag + t];
    }
    for (unsigned t = 0; t < IJ_ECHO_TILE; t++) sums[lag + t] = IJ_NAME(sum_of_eight)(tile[t]);
  }
}
