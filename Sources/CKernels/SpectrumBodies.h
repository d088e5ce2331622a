// From samples to band levels, for one kernel set; included by KernelBodies.h.

static void IJ_NAME(apply_window)(
  const float *restrict samples, const float *restrict window, size_t length,
  float *restrict to, size_t size) {
  v8 sums[5] = {};
  for (size_t i = 0; i < length; i += 40)
    for (int k = 0; k < 5; k++) sums[k] += *(const v8 *)(samples + i + 8 * k);
  v8 all = ((sums[0] + sums[1]) + (sums[2] + sums[3])) + sums[4];
  float mean = IJ_NAME(sum_of_eight)(all) / (float)length;
  for (size_t i = 0; i < length; i += 8)
    *(v8 *)(to + i) = (*(const v8 *)(samples + i) - mean) * *(const v8 *)(window + i);
  for (size_t i = length; i < size; i += 8) *(v8 *)(to + i) = (v8){};
}

IJ_INLINE v16 IJ_NAME(reversed)(v16 x) {
  return __builtin_shufflevector(x, x, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
}

// Bins from `bin` on of the two windows that were transformed as one.
IJ_INLINE void IJ_NAME(pair_powers)(
  const float *restrict re, const float *restrict im, size_t bin, size_t size, v16 *first,
  v16 *second) {
  // The spectrum of a real signal is its own mirror image, conjugated.
  size_t mirrored = size - bin - (IJ_LANES - 1);
  v16 a = IJ_LOAD(re + bin), b = IJ_LOAD(im + bin);
  v16 c = IJ_NAME(reversed)(IJ_LOAD(re + mirrored));
  v16 d = IJ_NAME(reversed)(IJ_LOAD(im + mirrored));
  v16 even_re = a + c, odd_re = a - c, even_im = b + d, odd_im = b - d;
  *first = (even_re * even_re + odd_im * odd_im) * 0.25f;
  *second = (even_im * even_im + odd_re * odd_re) * 0.25f;
}

// Lanes of both in turn: those of the lower, and of the upper halves.
#define IJ_ZIP_LOW(a, b) \
  __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
#define IJ_ZIP_HIGH(a, b) \
  __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
// The same by twos.
#define IJ_ZIP_PAIRS_LOW(a, b) \
  __builtin_shufflevector(a, b, 0, 1, 16, 17, 2, 3, 18, 19, 4, 5, 20, 21, 6, 7, 22, 23)
#define IJ_ZIP_PAIRS_HIGH(a, b) \
  __builtin_shufflevector(a, b, 8, 9, 24, 25, 10, 11, 26, 27, 12, 13, 28, 29, 14, 15, 30, 31)

static void IJ_NAME(bin_powers)(
  const float *restrict spectra, size_t stride, size_t size, float *restrict to) {
  *(v4 *)to = (v4){};
  for (size_t bin = 1; bin <= size / 2; bin += IJ_LANES) {
    v16 x[IJ_STEP_WINDOWS];
    for (int k = 0; k < IJ_STEP_WINDOWS; k += 2)
      IJ_NAME(pair_powers)(
        spectra + k * stride, spectra + (k + 1) * stride, bin, size, &x[k], &x[k + 1]);
    float *row = to + bin * IJ_STEP_WINDOWS;
    v16 a = IJ_ZIP_LOW(x[0], x[1]), b = IJ_ZIP_LOW(x[2], x[3]);
    IJ_STORE(row, IJ_ZIP_PAIRS_LOW(a, b));
    IJ_STORE(row + IJ_LANES, IJ_ZIP_PAIRS_HIGH(a, b));
    a = IJ_ZIP_HIGH(x[0], x[1]);
    b = IJ_ZIP_HIGH(x[2], x[3]);
    IJ_STORE(row + 2 * IJ_LANES, IJ_ZIP_PAIRS_LOW(a, b));
    IJ_STORE(row + 3 * IJ_LANES, IJ_ZIP_PAIRS_HIGH(a, b));
  }
}

static void IJ_NAME(band_powers)(
  const float *restrict bins, const ij_band_table *restrict table, float *restrict powers) {
  const float *weights = table->weights;
  for (int band = 0; band < IJ_DETECTOR_BANDS; band += 4) {
    // Four bands of four windows.
    _Alignas(64) float sums[4 * IJ_STEP_WINDOWS];
    for (int k = 0; k < 4; k++) {
      const float *bin = bins + table->first[band + k] * IJ_STEP_WINDOWS;
      int count = table->count[band + k];
      v4 sum = {};
      for (int i = 0; i < count; i++)
        sum += weights[i] * *(const v4 *)(bin + i * IJ_STEP_WINDOWS);
      weights += count;
      *(v4 *)(sums + k * IJ_STEP_WINDOWS) = sum;
    }
    v16 all = IJ_LOAD(sums);
    all = __builtin_shufflevector(all, all, 0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
    IJ_STORE(sums, all);
    for (int k = 0; k < IJ_STEP_WINDOWS; k++)
      *(v4 *)(powers + k * IJ_DETECTOR_BANDS + band) = *(const v4 *)(sums + 4 * k);
  }
}

// log10 of powers. The logarithm, log2(1 + m) / m, has an absolute error below 2e-6 (minimax fit).
#define IJ_LEVELS_OF(name, floats, integers)                                                     \
  IJ_INLINE floats IJ_NAME(name)(floats power) {                                                 \
    integers bits;                                                                               \
    memcpy(&bits, &power, sizeof bits);                                                          \
    floats exponent = __builtin_convertvector((bits >> 23) - 127, floats);                       \
    bits = (bits & 0x007fffff) | 0x3f800000;                                                     \
    floats m;                                                                                    \
    memcpy(&m, &bits, sizeof m);                                                                 \
    m -= 1.0f;                                                                                   \
    floats q = m * 0.0209759346f - 0.097523732f;                                                 \
    q = q * m + 0.217229193f;                                                                    \
    q = q * m - 0.340099167f;                                                                    \
    q = q * m + 0.477905715f;                                                                    \
    q = q * m - 0.721179898f;                                                                    \
    q = q * m + 1.4426935f;                                                                      \
    return (exponent + m * q) * 0.301029996f;                                                    \
  }

IJ_LEVELS_OF(level, v16, v16i)
IJ_LEVELS_OF(level_of_eight, v8, v8i)

static void IJ_NAME(levels)(const float *restrict powers, float *restrict levels, size_t count) {
  for (size_t i = 0; i < count; i += IJ_LANES)
    IJ_STORE(levels + i, IJ_NAME(level)(IJ_LOAD(powers + i) + 1e-10f));
}
