// From samples to band levels, for one kernel set; included by KernelBodies.h.

static void IJ_NAME(apply_window)(
  const float *restrict samples, const float *restrict window, size_t length,
  float *restrict to, size_t size) {
  v8 sums = {};
  for (size_t i = 0; i < length; i += 8) sums += *(const v8 *)(samples + i);
  float mean = 0;
  for (int i = 0; i < 8; i++) mean += sums[i];
  mean /= (float)length;
  for (size_t i = 0; i < length; i += 8)
    *(v8 *)(to + i) = (*(const v8 *)(samples + i) - mean) * *(const v8 *)(window + i);
  for (size_t i = length; i < size; i += 8) *(v8 *)(to + i) = (v8){};
}

IJ_INLINE v16 IJ_NAME(reversed)(v16 x) {
  return __builtin_shufflevector(x, x, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
}

static void IJ_NAME(bin_powers)(
  const float *restrict spectra, size_t stride, size_t size, float *restrict to,
  size_t to_stride) {
  for (int pair = 0; pair < IJ_STEP_WINDOWS; pair += 2) {
    const float *re = spectra + pair * stride, *im = re + stride;
    float *first = to + pair * to_stride, *second = first + to_stride;
    first[0] = second[0] = 0;
    for (size_t bin = 1; bin <= size / 2; bin += IJ_LANES) {
      // The spectrum of a real signal is its own mirror image, conjugated.
      size_t mirrored = size - bin - (IJ_LANES - 1);
      v16 a = IJ_LOAD(re + bin), b = IJ_LOAD(im + bin);
      v16 c = IJ_NAME(reversed)(IJ_LOAD(re + mirrored));
      v16 d = IJ_NAME(reversed)(IJ_LOAD(im + mirrored));
      v16 even_re = a + c, odd_re = a - c, even_im = b + d, odd_im = b - d;
      IJ_STORE(first + bin, (even_re * even_re + odd_im * odd_im) * 0.25f);
      IJ_STORE(second + bin, (even_im * even_im + odd_re * odd_re) * 0.25f);
    }
  }
}

// Adds what the bins give to sixteen bands of every window.
IJ_INLINE void IJ_NAME(add_bins)(
  const float *restrict bins, size_t stride, ij_bin_range range, const float *restrict weights,
  v16 sums[IJ_STEP_WINDOWS]) {
  for (size_t bin = range.first; bin < range.last; bin++) {
    v16 weight = IJ_LOAD(weights + bin * IJ_DETECTOR_BANDS);
    for (int k = 0; k < IJ_STEP_WINDOWS; k++) sums[k] += weight * bins[k * stride + bin];
  }
}

static void IJ_NAME(band_powers)(
  const float *restrict bins, size_t stride, const ij_bin_range ranges[2],
  const float *restrict weights, float *restrict powers) {
  // Half of the bands has no weight in most bins.
  for (int half = 0; half < 2; half++) {
    v16 sums[IJ_STEP_WINDOWS] = {};
    IJ_NAME(add_bins)(bins, stride, ranges[half], weights + half * IJ_LANES, sums);
    for (int k = 0; k < IJ_STEP_WINDOWS; k++)
      IJ_STORE(powers + k * IJ_DETECTOR_BANDS + half * IJ_LANES, sums[k]);
  }
}

// log10 of powers.
IJ_INLINE v16 IJ_NAME(level)(v16 power) {
  v16i bits;
  memcpy(&bits, &power, sizeof bits);
  v16 exponent = __builtin_convertvector((bits >> 23) - 127, v16);
  bits = (bits & 0x007fffff) | 0x3f800000;
  v16 m;
  memcpy(&m, &bits, sizeof m);
  m -= 1.0f;
  // log2(1 + m) / m, absolute error of the logarithm below 2e-6 (minimax fit).
  v16 q = m * 0.0209759346f - 0.097523732f;
  q = q * m + 0.217229193f;
  q = q * m - 0.340099167f;
  q = q * m + 0.477905715f;
  q = q * m - 0.721179898f;
  q = q * m + 1.4426935f;
  return (exponent + m * q) * 0.301029996f;
}

static void IJ_NAME(levels)(const float *restrict powers, float *restrict levels, size_t count) {
  for (size_t i = 0; i < count; i += IJ_LANES)
    IJ_STORE(levels + i, IJ_NAME(level)(IJ_LOAD(powers + i) + 1e-10f));
}
