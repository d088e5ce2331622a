// The fine structure of spectra, of one kernel set; included by KernelBodies.h.

// The bins on each side over which the smooth course of the levels is taken.
#define IJ_NOTE_SIDE 4
// The bins on each side that belong to a pitch.
#define IJ_PITCH_SIDE 5

// The same window's powers of sixteen bins.
IJ_INLINE v16 IJ_NAME(bins_of_window)(const float *bins) {
  v16 a = IJ_LOAD(bins), b = IJ_LOAD(bins + 16), c = IJ_LOAD(bins + 32), d = IJ_LOAD(bins + 48);
  v8 low = __builtin_shufflevector(a, b, 0, 4, 8, 12, 16, 20, 24, 28);
  v8 high = __builtin_shufflevector(c, d, 0, 4, 8, 12, 16, 20, 24, 28);
  return __builtin_shufflevector(low, high, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
}

_Static_assert(IJ_STEP_WINDOWS == 4, "bins_of_window takes every fourth");

// The strongest pitch among powers of `all` together; `levels` are theirs.
IJ_INLINE ij_note_facts IJ_NAME(strongest_pitch)(
  const float *powers, const float *levels, float most, float all) {
  ij_note_facts found = {0, 0, 0};
  if (!(all > 0)) return found;
  int peak = 0;
  while (peak < IJ_NOTE_BINS - 1 && powers[peak] < most) peak++;
  float near = 0;
  for (int bin = peak - IJ_PITCH_SIDE; bin <= peak + IJ_PITCH_SIDE; bin++)
    if (bin >= 0 && bin < IJ_NOTE_BINS) near += powers[bin];
  found.share = near / all;
  found.pitch = (float)(IJ_NOTE_FIRST_BIN + peak);
  if (peak == 0 || peak == IJ_NOTE_BINS - 1) return found;
  // The top of the parabola through the peak and its neighbours.
  float left = levels[peak - 1], right = levels[peak + 1];
  float curve = left - 2 * levels[peak] + right;
  if (curve < 0) found.pitch += (left - right) / (2 * curve);
  return found;
}

static ij_note_facts IJ_NAME(notes_add)(
  ij_note_history *history, const float *bins, float scale, float weight) {
  enum { count = IJ_NOTE_BINS, side = IJ_NOTE_SIDE };
  _Alignas(64) float powers[count], fine[count];
  // Nothing is added beyond both ends.
  _Alignas(64) float levels[count + 2 * side] = {0};
  v16 all = {}, most = {};
  for (int i = 0; i < count; i += IJ_LANES) {
    v16 power = IJ_NAME(bins_of_window)(bins + (i + IJ_NOTE_FIRST_BIN) * IJ_STEP_WINDOWS) * scale;
    all += power;
    most = IJ_NAME(greater)(most, power);
    IJ_STORE(powers + i, power);
    IJ_STORE(levels + side + i, IJ_NAME(level)(power + 1e-10f));
  }
  float *before = history->past[history->steps++ % IJ_NOTE_LAG];
  v16 energy = {}, product = {};
  for (int i = 0; i < count; i += IJ_LANES) {
    const float *level = levels + i;
    v16 sum = (IJ_LOAD(level) + IJ_LOAD(level + 1)) + (IJ_LOAD(level + 2) + IJ_LOAD(level + 3));
    sum += (IJ_LOAD(level + 5) + IJ_LOAD(level + 6)) + (IJ_LOAD(level + 7) + IJ_LOAD(level + 8));
    v16 own = IJ_LOAD(level + side), share = IJ_SPLAT(1.0f / (2 * side + 1));
    // At both ends there are fewer bins to smooth over.
    for (int k = 0; k < side; k++) {
      if (i == 0) share[k] = 1.0f / (side + 1 + k);
      if (i == count - IJ_LANES) share[IJ_LANES - 1 - k] = 1.0f / (side + 1 + k);
    }
    v16 lasting = IJ_LOAD(history->lasting + i);
    v16 difference = own - (sum + own) * share - lasting;
    IJ_STORE(history->lasting + i, lasting + difference * weight);
    energy += difference * difference;
    product += difference * IJ_LOAD(before + i);
    IJ_STORE(fine + i, difference);
  }
  float squared = IJ_NAME(sum)(energy);
  float unit = 1.0f / sqrtf(squared > 1e-12f ? squared : 1e-12f);
  for (int i = 0; i < count; i += IJ_LANES) IJ_STORE(before + i, IJ_LOAD(fine + i) * unit);
  ij_note_facts found = {0, 0, 0};
  if (weight > 0)
    found = IJ_NAME(strongest_pitch)(
      powers, levels + side, __builtin_reduce_max(most), IJ_NAME(sum)(all));
  found.alike = IJ_NAME(sum)(product) * unit;
  return found;
}
