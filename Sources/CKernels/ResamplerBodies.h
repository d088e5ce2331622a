// From one sample rate to another, for one kernel set; included by KernelBodies.h.

#if IJ_REGISTER_BYTES == 64
typedef v16 IJ_NAME(register);
#elif IJ_REGISTER_BYTES == 32
typedef v8 IJ_NAME(register);
#else
typedef v4 IJ_NAME(register);
#endif

IJ_INLINE v4 IJ_NAME(folded)(IJ_NAME(register) x) {
#if IJ_REGISTER_BYTES == 64
  v8 eight = __builtin_shufflevector(x, x, 0, 1, 2, 3, 4, 5, 6, 7) +
    __builtin_shufflevector(x, x, 8, 9, 10, 11, 12, 13, 14, 15);
#elif IJ_REGISTER_BYTES == 32
  v8 eight = x;
#endif
#if IJ_REGISTER_BYTES == 16
  return x;
#else
  return __builtin_shufflevector(eight, eight, 0, 1, 2, 3) +
    __builtin_shufflevector(eight, eight, 4, 5, 6, 7);
#endif
}

// The sums of the lanes of four registers, within full scale: filters overshoot where a recording is
// overdriven.
IJ_INLINE v4 IJ_NAME(results)(const IJ_NAME(register) sums[IJ_RESAMPLED]) {
  v4 a = IJ_NAME(folded)(sums[0]), b = IJ_NAME(folded)(sums[1]);
  v4 c = IJ_NAME(folded)(sums[2]), d = IJ_NAME(folded)(sums[3]);
  a = __builtin_shufflevector(a, b, 0, 4, 1, 5) + __builtin_shufflevector(a, b, 2, 6, 3, 7);
  c = __builtin_shufflevector(c, d, 0, 4, 1, 5) + __builtin_shufflevector(c, d, 2, 6, 3, 7);
  a = __builtin_shufflevector(a, c, 0, 1, 4, 5) + __builtin_shufflevector(a, c, 2, 3, 6, 7);
  a = __builtin_elementwise_min(a, (v4){} + 1.0f);
  return __builtin_elementwise_max(a, (v4){} - 1.0f);
}

// One group of results: every sample is fetched once for all of them, every weight for both channels.
IJ_INLINE void IJ_NAME(resample_group)(
  const float *restrict rows, size_t width, const float *restrict first,
  const float *restrict second, float *restrict to_first, float *restrict to_second) {
  enum { lanes = IJ_REGISTER_BYTES / sizeof(float) };
  IJ_NAME(register) one[IJ_RESAMPLED] = {}, other[IJ_RESAMPLED] = {};
  for (size_t i = 0; i < width; i += lanes) {
    IJ_NAME(register) x = *(const IJ_NAME(register) *)(first + i), y = {};
    if (second) y = *(const IJ_NAME(register) *)(second + i);
    for (int k = 0; k < IJ_RESAMPLED; k++) {
      IJ_NAME(register) weights = *(const IJ_NAME(register) *)(rows + k * width + i);
      one[k] += weights * x;
      if (second) other[k] += weights * y;
    }
  }
  *(v4 *)to_first = IJ_NAME(results)(one);
  if (second) *(v4 *)to_second = IJ_NAME(results)(other);
}

static size_t IJ_NAME(resample)(
  const ij_resampler *resampler, ij_resampler_place *place, const float *first,
  const float *second, size_t count, float *to_first, float *to_second) {
  size_t width = resampler->width, group = place->group, start = place->start, made = 0;
  for (; start + width <= count; made += IJ_RESAMPLED) {
    const float *rows = resampler->rows + group * IJ_RESAMPLED * width;
    if (second)
      IJ_NAME(resample_group)(
        rows, width, first + start, second + start, to_first + made, to_second + made);
    else
      IJ_NAME(resample_group)(rows, width, first + start, NULL, to_first + made, NULL);
    start += (size_t)resampler->steps[group];
    if (++group == resampler->groups) group = 0;
  }
  place->group = group;
  place->start = start;
  return made;
}
