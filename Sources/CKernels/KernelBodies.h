// The bodies of one kernel set; included once for each target with IJ_SET, IJ_TILE and
// IJ_WIDEST_TILE defined.

// Vector arguments stay inside inlined functions; no other unit sees how they are passed.
#pragma clang diagnostic ignored "-Wpsabi"

#include <math.h>
#include <string.h>

#include "include/CKernels.h"

#define IJ_JOIN2(a, b) a##_##b
#define IJ_JOIN(a, b) IJ_JOIN2(a, b)
#define IJ_NAME(name) IJ_JOIN(name, IJ_SET)
#define IJ_STRING2(a) #a
#define IJ_STRING(a) IJ_STRING2(a)
#define IJ_INLINE static inline __attribute__((always_inline))

// Sixteen lanes: one register with AVX-512, two with AVX2, four with SSE2 or NEON.
typedef float v16 __attribute__((vector_size(64), aligned(4), may_alias));
typedef int v16i __attribute__((vector_size(64), aligned(4), may_alias));
typedef float v4 __attribute__((vector_size(16), aligned(4), may_alias));
typedef float v8 __attribute__((vector_size(32), aligned(4), may_alias));
typedef short v16s __attribute__((vector_size(32), aligned(2), may_alias));
typedef short v32s __attribute__((vector_size(64), aligned(2), may_alias));

#define IJ_LANES 16
#define IJ_LOAD(pointer) (*(const v16 *)(pointer))
#define IJ_STORE(pointer, value) (*(v16 *)(pointer) = (value))
#define IJ_SPLAT(value) ((v16){} + (value))

// 2^t: the whole part by the exponent, the fraction by a minimax polynomial of degree 5 whose
// relative error is below 1e-7.
#define IJ_EXP2(result, exponent)                                                                \
  do {                                                                                           \
    v16 t_ = __builtin_elementwise_max((exponent), IJ_SPLAT(-126.0f));                           \
    t_ = __builtin_elementwise_min(t_, IJ_SPLAT(126.0f)) + 127.0f;                               \
    v16i whole_ = __builtin_convertvector(t_, v16i);                                             \
    v16 f_ = t_ - __builtin_convertvector(whole_, v16);                                          \
    v16 p_ = f_ * 0.00187756764f + 0.00898936175f;                                               \
    p_ = p_ * f_ + 0.0558262996f;                                                                \
    p_ = p_ * f_ + 0.240153624f;                                                                 \
    p_ = p_ * f_ + 0.693153072f;                                                                 \
    p_ = p_ * f_ + 0.999999925f;                                                                 \
    v16i bits_ = whole_ << 23;                                                                   \
    v16 scale_;                                                                                  \
    memcpy(&scale_, &bits_, sizeof scale_);                                                      \
    (result) = p_ * scale_;                                                                      \
  } while (0)

// In pairs, so that an addition need not wait for all before it.
IJ_INLINE float IJ_NAME(sum_of_eight)(v8 x) {
  v4 four = __builtin_shufflevector(x, x, 0, 1, 2, 3) + __builtin_shufflevector(x, x, 4, 5, 6, 7);
  return (four[0] + four[2]) + (four[1] + four[3]);
}

IJ_INLINE float IJ_NAME(sum)(v16 x) {
  return IJ_NAME(sum_of_eight)(
    __builtin_shufflevector(x, x, 0, 1, 2, 3, 4, 5, 6, 7) +
    __builtin_shufflevector(x, x, 8, 9, 10, 11, 12, 13, 14, 15));
}

static void IJ_NAME(inspect_samples)(float *samples, size_t count, ij_sample_facts *facts) {
  v16 sums = {}, squares = {}, peaks = {};
  v16i clipped = {}, not_finite = {};
  for (size_t i = 0; i < count; i += IJ_LANES) {
    v16 x = IJ_LOAD(samples + i);
    v16i bits;
    memcpy(&bits, &x, sizeof bits);
    // All ones in the exponent: infinite, or no number.
    v16i bad = (bits & 0x7f800000) == 0x7f800000;
    bits &= ~bad;
    memcpy(&x, &bits, sizeof x);
    x = __builtin_elementwise_min(x, IJ_SPLAT(4.0f));
    x = __builtin_elementwise_max(x, IJ_SPLAT(-4.0f));
    v16 size = __builtin_elementwise_abs(x);
    // Comparisons are -1 where they hold.
    not_finite -= bad;
    clipped -= size >= 0.999f;
    peaks = __builtin_elementwise_max(peaks, size);
    sums += x;
    squares += x * x;
    IJ_STORE(samples + i, x);
  }
  float sum = IJ_NAME(sum)(sums), mean = sum / (float)count;
  float mean_square = IJ_NAME(sum)(squares) / (float)count - mean * mean;
  float peak = __builtin_reduce_max(peaks);
  facts->sum += sum;
  facts->mean_square = mean_square > 0 ? mean_square : 0;
  facts->peak = peak > facts->peak ? peak : facts->peak;
  facts->clipped += __builtin_reduce_add(clipped);
  facts->not_finite += __builtin_reduce_add(not_finite);
}

static float IJ_NAME(product)(const float *a, const float *b, size_t length) {
  v8 sums = {};
  for (size_t i = 0; i < length; i += 8) sums += *(const v8 *)(a + i) * *(const v8 *)(b + i);
  return IJ_NAME(sum_of_eight)(sums);
}

// Passes over speech, without what is common to two channels though their sources are not.
IJ_INLINE void IJ_NAME(filtered)(
  const float *restrict samples, size_t delay, size_t count, float *restrict to) {
  const float *middle = samples + delay, *last = middle + delay;
  size_t i = 0;
  for (; i + 8 <= count; i += 8)
    *(v8 *)(to + i) = *(const v8 *)(samples + i) + *(const v8 *)(last + i) -
      2.0f * *(const v8 *)(middle + i);
  for (; i < count; i++) to[i] = samples[i] + last[i] - 2.0f * middle[i];
}

static void IJ_NAME(compare)(
  const float *a, const float *b, size_t delay, size_t length, float sums[IJ_CHANNEL_SUMS]) {
  float first[IJ_COMPARED_SAMPLES], second[IJ_COMPARED_SAMPLES];
  IJ_NAME(filtered)(a, delay, length + 2, first);
  IJ_NAME(filtered)(b, delay, length + 2, second);
  v8 found[IJ_CHANNEL_SUMS] = {};
  for (size_t i = 0; i < length; i += 8) {
    v8 x = *(const v8 *)(first + 1 + i), y = *(const v8 *)(second + 1 + i);
    found[0] += x * x;
    found[1] += y * y;
    found[2] += x * *(const v8 *)(second + i);
    found[3] += x * y;
    found[4] += x * *(const v8 *)(second + 2 + i);
  }
  for (int k = 0; k < IJ_CHANNEL_SUMS; k++) sums[k] = IJ_NAME(sum_of_eight)(found[k]);
}

#include "SpectrumBodies.h"
#include "DetectorBodies.h"

static void IJ_NAME(halve)(const float *restrict samples, size_t count, float *restrict to) {
  for (size_t i = 0; i < count; i++) {
    const float *x = samples + 2 * i;
    to[i] = 0.25f * (x[-2] + x[-1] + x[0] + x[1]);
  }
}

// The lanes moved up by so many, and zeros before them.
#define IJ_DELAYED_1(x) \
  __builtin_shufflevector(x, (v16){}, 16, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14)
#define IJ_DELAYED_2(x) \
  __builtin_shufflevector(x, (v16){}, 16, 16, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)
#define IJ_DELAYED_4(x) \
  __builtin_shufflevector(x, (v16){}, 16, 16, 16, 16, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
#define IJ_DELAYED_8(x) \
  __builtin_shufflevector(x, (v16){}, 16, 16, 16, 16, 16, 16, 16, 16, 0, 1, 2, 3, 4, 5, 6, 7)

// The sum of each lane and those before it.
IJ_INLINE v16 IJ_NAME(running_sum)(v16 x) {
  x += IJ_DELAYED_1(x);
  x += IJ_DELAYED_2(x);
  x += IJ_DELAYED_4(x);
  return x + IJ_DELAYED_8(x);
}

// The bits of the lags between the first and the last whose value is above those on both sides.
IJ_INLINE uint64_t IJ_NAME(tops)(const float *values) {
  v16i bit;
  for (int i = 0; i < IJ_LANES; i++) bit[i] = 1 << i;
  uint64_t found = 0;
  for (int i = 0; i < IJ_PITCH_LAGS; i += IJ_LANES) {
    // What lies outside takes part in no comparison that counts.
    int before = i == 0 ? 0 : i - 1, after = i + IJ_LANES == IJ_PITCH_LAGS ? i : i + 1;
    v16 value = IJ_LOAD(values + i), left = IJ_LOAD(values + before);
    v16 right = IJ_LOAD(values + after);
    if (before == i)
      left = __builtin_shufflevector(left, left, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
    if (after == i)
      right =
        __builtin_shufflevector(right, right, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 15);
    v16i isTop = (value >= left) & (value > right);
    found |= (uint64_t)(uint32_t)__builtin_reduce_or(isTop & bit) << i;
  }
  return found & ~(uint64_t)1 & (((uint64_t)1 << (IJ_PITCH_LAGS - 1)) - 1);
}

static uint64_t IJ_NAME(periodicity)(const float *restrict samples, float *restrict to) {
  enum {
    first = IJ_PITCH_FIRST_LAG, lags = IJ_PITCH_LAGS, window = IJ_PITCH_WINDOW,
    registers = lags / IJ_LANES
  };
  // What lies behind the samples changes no energy that is used.
  _Alignas(64) float x[IJ_PITCH_SAMPLES + 8];
  for (int i = 0; i < 8; i++) x[IJ_PITCH_SAMPLES + i] = 0;
  v8 all = {};
  for (int i = 0; i < IJ_PITCH_SAMPLES; i += 8) all += *(const v8 *)(samples + i);
  float mean = IJ_NAME(sum_of_eight)(all) / IJ_PITCH_SAMPLES;
  for (int i = 0; i < IJ_PITCH_SAMPLES; i += 8)
    *(v8 *)(x + i) = *(const v8 *)(samples + i) - mean;
  // Two sums for each lag, so that an addition need not wait for the one before; no more lags at a
  // time than have room in registers.
  v16 sums[registers];
  for (int tile = 0; tile < registers; tile += IJ_TILE) {
    v16 even[IJ_TILE] = {}, odd[IJ_TILE] = {};
    for (int n = 0; n < window; n += 2)
      for (int t = 0; t < IJ_TILE; t++) {
        const float *later = x + n + first + (tile + t) * IJ_LANES;
        even[t] += IJ_LOAD(later) * x[n];
        odd[t] += IJ_LOAD(later + 1) * x[n + 1];
      }
    for (int t = 0; t < IJ_TILE; t++) sums[tile + t] = even[t] + odd[t];
  }
  float own = 1e-7f + IJ_NAME(product)(x, x, window);
  // The energy behind each lag is the first one's and what has come and gone by then.
  v16 before = IJ_SPLAT(1e-7f + IJ_NAME(product)(x + first, x + first, window));
  v16 energies[registers];
  for (int r = 0; r < registers; r++) {
    v16 gone = IJ_LOAD(x + first + r * IJ_LANES);
    v16 come = IJ_LOAD(x + first + window + r * IJ_LANES);
    v16 running = IJ_NAME(running_sum)(come * come - gone * gone);
    v16 energy = before + IJ_DELAYED_1(running);
    energies[r] = __builtin_elementwise_max(energy, IJ_SPLAT(1e-7f));
    before += IJ_SPLAT(running[IJ_LANES - 1]);
  }
  for (int r = 0; r < registers; r++)
    IJ_STORE(to + r * IJ_LANES, sums[r] / __builtin_elementwise_sqrt(energies[r] * own));
  return IJ_NAME(tops)(to);
}

// The lanes of the second register that lie beyond the bands compared stay out of every sum.
IJ_INLINE v16 IJ_NAME(compared)(int band) {
  v16 in = {};
  for (int i = 0; i < IJ_LANES; i++) in[i] = band + i < IJ_LEAK_BANDS ? 1.0f : 0.0f;
  return in;
}

IJ_INLINE v16 IJ_NAME(choose)(v16i mask, v16 yes, v16 no) {
  v16i a, b;
  memcpy(&a, &yes, sizeof a);
  memcpy(&b, &no, sizeof b);
  a = (mask & a) | (~mask & b);
  v16 result;
  memcpy(&result, &a, sizeof result);
  return result;
}

static ij_frame_sums IJ_NAME(history_add)(
  ij_band_history *history, const float *levels, const float *powers) {
  unsigned place = history->frames % IJ_HISTORY_FRAMES;
  memcpy(history->powers[place], powers, sizeof history->powers[0]);
  if (history->frames++ == 0) {
    memcpy(history->mean, levels, sizeof history->mean);
    memcpy(history->noise, levels, sizeof history->noise);
  }
  // The background is found within a second and then moves slowly.
  float pace = history->frames < 100 ? 0.04f : 0.006f;
  v16 energy = {}, loudness = {};
  _Alignas(64) float changes[IJ_DETECTOR_BANDS];
  for (int b = 0; b < IJ_DETECTOR_BANDS; b += IJ_LANES) {
    v16 level = IJ_LOAD(levels + b), mean = IJ_LOAD(history->mean + b);
    v16 change = level - mean;
    // The mean follows within 0.3 s.
    IJ_STORE(history->mean + b, mean + change * (1.0f / 30));
    v16 noise = IJ_LOAD(history->noise + b);
    v16i above = level > noise;
    IJ_STORE(
      history->noise + b,
      noise + IJ_NAME(choose)(above, IJ_SPLAT(0.15f * pace), IJ_SPLAT(-0.85f * pace)));
    change = __builtin_elementwise_max(change, IJ_SPLAT(-1.0f));
    change = __builtin_elementwise_min(change, IJ_SPLAT(1.5f)) * IJ_NAME(compared)(b);
    energy += change * change;
    loudness += IJ_LOAD(powers + b) * IJ_NAME(compared)(b);
    IJ_STORE(changes + b, change);
  }
  memcpy(history->fluctuations[place], changes, sizeof history->fluctuations[0]);
  return (ij_frame_sums){IJ_NAME(sum)(energy), IJ_NAME(sum)(loudness)};
}

// Lags at a time, so that the sums stay in registers.
#define IJ_LAG_TILE (IJ_TILE + 1)

static void IJ_NAME(leak_correlate)(
  float *sums, const ij_band_history *near, const ij_band_history *far, unsigned first,
  unsigned ages) {
  enum { bands = IJ_LEAK_BANDS, parts = bands / 8, span = IJ_LEAK_LAGS + IJ_LEAK_BATCH - 1 };
  // The far side's past in the order of its age, and the near side's chosen frames.
  float past[span][bands], fresh[IJ_LEAK_BATCH][bands];
  int chosen[IJ_LEAK_BATCH], count = 0;
  for (int age = 0; age < IJ_LEAK_BATCH; age++) {
    if (!(ages >> age & 1)) continue;
    memcpy(
      fresh[count], near->fluctuations[(near->frames - 1 - age) % IJ_HISTORY_FRAMES],
      sizeof fresh[0]);
    chosen[count++] = age;
  }
  for (int age = 0; age < span; age++)
    memcpy(
      past[age], far->fluctuations[(far->frames - 1 - first - age) % IJ_HISTORY_FRAMES],
      sizeof past[0]);
  for (int lag = 0; lag < IJ_LEAK_LAGS; lag += IJ_LAG_TILE) {
    v8 tile[IJ_LAG_TILE][parts] = {};
    for (int c = 0; c < count; c++)
      for (int t = 0; t < IJ_LAG_TILE; t++)
        for (int i = 0; i < parts; i++)
          tile[t][i] += *(const v8 *)(fresh[c] + 8 * i) *
            *(const v8 *)(past[chosen[c] + lag + t] + 8 * i);
    for (int t = 0; t < IJ_LAG_TILE; t++) {
      sums[lag + t] = IJ_NAME(sum_of_eight)(tile[t][0] + tile[t][1] + tile[t][2]);
    }
  }
}

// The far side's power in sixteen bands at the given delays, weighted.
IJ_INLINE v16 IJ_NAME(past_power)(
  const ij_band_history *far, int band, const int *lags, const float *weights, int taps) {
  v16 sum = IJ_SPLAT(1e-10f);
  for (int k = 0; k < taps; k++)
    sum += weights[k] *
      IJ_LOAD(far->powers[(far->frames - 1 - lags[k]) % IJ_HISTORY_FRAMES] + band);
  return sum;
}

static ij_leak_fit IJ_NAME(leak_excess)(
  ij_leak *leak, const ij_band_history *near, const ij_band_history *far, const float *levels,
  const int *lags, const float *weights, int taps, int tail_taps, int learns) {
  v16 excess = {}, audible = {}, power = {}, gains = {};
  for (int b = 0; b < IJ_DETECTOR_BANDS; b += IJ_LANES) {
    v16 direct = IJ_NAME(past_power)(far, b, lags, weights, taps);
    v16 tail = IJ_NAME(past_power)(far, b, lags + taps, weights + taps, tail_taps);
    v16 level = IJ_LOAD(levels + b), gain = IJ_LOAD(leak->gains + b);
    v16 tail_gain = IJ_LOAD(leak->tails + b);
    v16 kept, factor, noise;
    IJ_EXP2(kept, tail_gain * 3.32192809f);
    IJ_EXP2(factor, gain * 3.32192809f);
    // The background's mean is above the level that an eighth of the frames stay below, and it varies.
    v16 most = IJ_LOAD(near->noise + b) + 0.4f;
    IJ_EXP2(noise, most * 3.32192809f);
    v16 source = direct + tail * kept, leaked = source * factor;
    v16 explained = IJ_NAME(level)(leaked * IJ_LEAK_MARGIN + noise);
    v16 above = __builtin_elementwise_max(level - explained, IJ_SPLAT(0.0f));
    excess += __builtin_elementwise_min(above, IJ_SPLAT(1.0f)) * IJ_NAME(compared)(b);
    audible += (explained - most) * IJ_NAME(compared)(b);
    power += leaked * IJ_NAME(compared)(b);
    if (!learns) {
      gains += gain * IJ_NAME(compared)(b);
      continue;
    }
    v16 difference = level - IJ_NAME(level)(leaked + noise * 0.562f);
    // Only where the far side is well above its own background does it tell of the way.
    v16 quiet = IJ_LOAD(far->noise + b) + 1.2f;
    v16 source_level = IJ_NAME(level)(source), tail_level = IJ_NAME(level)(tail);
    v16i loud = source_level > quiet;
    v16 ratio = level - source_level, step = IJ_LOAD(leak->steps + b);
    v16 moved = gain + IJ_NAME(choose)(ratio > gain, step * 0.5f, step * -0.5f);
    v16 slower = __builtin_elementwise_max(step * 0.97f, IJ_SPLAT(0.02f));
    gain = IJ_NAME(choose)(loud, moved, gain);
    gains += gain * IJ_NAME(compared)(b);
    IJ_STORE(leak->gains + b, gain);
    IJ_STORE(leak->steps + b, IJ_NAME(choose)(loud, slower, step));
    // What follows a voice that has just ended tells of the room.
    v16i ended = (tail_level > quiet) & (direct < tail * 0.25f);
    v16 tail_moved =
      tail_gain + IJ_NAME(choose)(difference > 0.0f, IJ_SPLAT(0.03f), IJ_SPLAT(-0.03f));
    tail_moved = __builtin_elementwise_min(tail_moved, IJ_SPLAT(0.0f));
    tail_moved = __builtin_elementwise_max(tail_moved, IJ_SPLAT(-3.0f));
    IJ_STORE(leak->tails + b, IJ_NAME(choose)(ended, tail_moved, tail_gain));
  }
  return (ij_leak_fit){
    IJ_NAME(sum)(excess) / IJ_LEAK_BANDS, IJ_NAME(sum)(audible) / IJ_LEAK_BANDS,
    IJ_NAME(sum)(power), IJ_NAME(sum)(gains) / IJ_LEAK_BANDS};
}

#include "EchoBodies.h"
#include "NoteBodies.h"

const ij_kernels IJ_NAME(ij_kernels) = {
  .name = IJ_STRING(IJ_SET),
  .inspect_samples = IJ_NAME(inspect_samples),
  .product = IJ_NAME(product),
  .compare = IJ_NAME(compare),
  .apply_window = IJ_NAME(apply_window),
  .bin_powers = IJ_NAME(bin_powers),
  .band_powers = IJ_NAME(band_powers),
  .levels = IJ_NAME(levels),
  .detector_step = IJ_NAME(detector_step),
  .halve = IJ_NAME(halve),
  .periodicity = IJ_NAME(periodicity),
  .history_add = IJ_NAME(history_add),
  .leak_correlate = IJ_NAME(leak_correlate),
  .leak_excess = IJ_NAME(leak_excess),
  .echo_add = IJ_NAME(echo_add),
  .echo_products = IJ_NAME(echo_products),
  .notes_add = IJ_NAME(notes_add),
};
