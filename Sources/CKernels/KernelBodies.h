// The bodies of one kernel set; included once for each target with IJ_SET, IJ_TILE and
// IJ_WIDEST_TILE defined.

// Vector arguments stay inside inlined functions; no other unit sees how they are passed.
#pragma clang diagnostic ignored "-Wpsabi"

#include <math.h>
#include <string.h>

#include "BandHistoryFields.h"

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
typedef int v8i __attribute__((vector_size(32), aligned(4), may_alias));
typedef short v16s __attribute__((vector_size(32), aligned(2), may_alias));
typedef short v32s __attribute__((vector_size(64), aligned(2), may_alias));

#define IJ_LANES 16
// From this size on a sample is at full scale.
#define IJ_CLIPPED 0.999f
#define IJ_LOAD(pointer) (*(const v16 *)(pointer))
#define IJ_STORE(pointer, value) (*(v16 *)(pointer) = (value))
#define IJ_SPLAT(value) ((v16){} + (value))

// The greater of two, the second where one is no number: one instruction, unlike the compiler's own where
// neither is constant.
IJ_INLINE v16 IJ_NAME(greater)(v16 a, v16 b) {
  v16i mask = a > b, first, second;
  memcpy(&first, &a, sizeof first);
  memcpy(&second, &b, sizeof second);
  first = (mask & first) | (~mask & second);
  memcpy(&a, &first, sizeof a);
  return a;
}

// 2^t of eight exponents: the whole part by the exponent, the fraction by a minimax polynomial of degree
// 5 whose relative error is below 1e-7.
#define IJ_EXP2(result, exponent)                                                                \
  do {                                                                                           \
    v8 t_ = __builtin_elementwise_max((exponent), (v8){} - 126.0f);                              \
    t_ = __builtin_elementwise_min(t_, (v8){} + 126.0f) + 127.0f;                                \
    v8i whole_ = __builtin_convertvector(t_, v8i);                                               \
    v8 f_ = t_ - __builtin_convertvector(whole_, v8);                                            \
    v8 p_ = f_ * 0.00187756764f + 0.00898936175f;                                                \
    p_ = p_ * f_ + 0.0558262996f;                                                                \
    p_ = p_ * f_ + 0.240153624f;                                                                 \
    p_ = p_ * f_ + 0.693153072f;                                                                 \
    p_ = p_ * f_ + 0.999999925f;                                                                 \
    v8i bits_ = whole_ << 23;                                                                    \
    v8 scale_;                                                                                   \
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

IJ_INLINE void IJ_NAME(note_samples)(
  v16 sums, v16 squares, v16 peaks, size_t count, ij_sample_facts *facts) {
  float sum = IJ_NAME(sum)(sums), mean = sum / (float)count;
  float mean_square = IJ_NAME(sum)(squares) / (float)count - mean * mean;
  float peak = __builtin_reduce_max(peaks);
  facts->sum += sum;
  facts->mean_square = mean_square > 0 ? mean_square : 0;
  facts->peak = peak > facts->peak ? peak : facts->peak;
}

// The same for any samples.
static void IJ_NAME(inspect_odd_samples)(float *samples, size_t count, ij_sample_facts *facts) {
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
    clipped -= size >= IJ_CLIPPED;
    peaks = IJ_NAME(greater)(peaks, size);
    sums += x;
    squares += x * x;
    IJ_STORE(samples + i, x);
  }
  IJ_NAME(note_samples)(sums, squares, peaks, count, facts);
  facts->clipped += __builtin_reduce_add(clipped);
  facts->not_finite += __builtin_reduce_add(not_finite);
}

static void IJ_NAME(inspect_samples)(float *samples, size_t count, ij_sample_facts *facts) {
  v16 sums = {}, squares = {}, peaks = {};
  v16i ordinary = (v16i){} - 1;
  for (size_t i = 0; i < count; i += IJ_LANES) {
    v16 x = IJ_LOAD(samples + i), size = __builtin_elementwise_abs(x);
    // What is no number is not less, either.
    ordinary &= size < IJ_CLIPPED;
    peaks = IJ_NAME(greater)(peaks, size);
    sums += x;
    squares += x * x;
  }
  if (__builtin_reduce_and(ordinary))
    IJ_NAME(note_samples)(sums, squares, peaks, count, facts);
  else
    IJ_NAME(inspect_odd_samples)(samples, count, facts);
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

// Adds, for each lag, the products of a sample and the one eight later with those so much later. Both
// share all but one of the registers, most of which are loaded across cache lines.
IJ_INLINE void IJ_NAME(add_products)(v8 *sums, const float *x) {
  enum { parts = IJ_PITCH_LAGS / 8 };
  v8 later[parts + 1];
#pragma clang loop unroll(full)
  for (int t = 0; t <= parts; t++) later[t] = *(const v8 *)(x + IJ_PITCH_FIRST_LAG + 8 * t);
#pragma clang loop unroll(full)
  for (int t = 0; t < parts; t++) {
    sums[t] += later[t] * x[0];
    sums[t] += later[t + 1] * x[8];
  }
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
  // Two sums for each lag, so that an addition need not wait for the one before, both in the order of
  // pairs that are eight apart.
  v16 sums[registers];
#if IJ_REGISTER_BYTES == 16
  // One of the two after the other, as there is no room for both.
  for (int r = 0; r < registers; r++) sums[r] = (v16){};
  for (int parity = 0; parity < 2; parity++) {
    v16 all_lags[registers] = {};
    for (int block = parity; block < window; block += 16)
      for (int n = block; n < block + 8; n += 2)
#pragma clang loop unroll(full)
        for (int k = 0; k < 2 * registers; k++) {
          int m = n + k / registers * 8, r = k % registers;
          all_lags[r] += IJ_LOAD(x + m + first + r * IJ_LANES) * x[m];
        }
    for (int r = 0; r < registers; r++) sums[r] += all_lags[r];
  }
#else
  enum { parts = lags / 8 };
  v8 even[parts] = {}, odd[parts] = {};
  for (int block = 0; block < window; block += 16)
    for (int n = block; n < block + 8; n += 2) {
      IJ_NAME(add_products)(even, x + n);
      IJ_NAME(add_products)(odd, x + n + 1);
    }
  for (int t = 0; t < parts; t++) even[t] += odd[t];
  memcpy(sums, even, sizeof sums);
#endif
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

_Static_assert(IJ_LEAK_BANDS == 24, "three registers of eight bands are compared");

IJ_INLINE v8 IJ_NAME(choose)(v8i mask, v8 yes, v8 no) {
  v8i a, b;
  memcpy(&a, &yes, sizeof a);
  memcpy(&b, &no, sizeof b);
  a = (mask & a) | (~mask & b);
  v8 result;
  memcpy(&result, &a, sizeof result);
  return result;
}

#define IJ_LOAD_EIGHT(pointer) (*(const v8 *)(pointer))
#define IJ_STORE_EIGHT(pointer, value) (*(v8 *)(pointer) = (value))
#define IJ_EIGHT(value) ((v8){} + (value))

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
  // The middle bands are added up apart: a sum is that of sixteen lanes.
  v8 energy[2] = {}, loudness[2] = {};
  float *changes = history->fluctuations[place];
  for (int b = 0; b < IJ_LEAK_BANDS; b += 8) {
    int part = b == 8;
    v8 level = IJ_LOAD_EIGHT(levels + b), mean = IJ_LOAD_EIGHT(history->mean + b);
    v8 change = level - mean;
    // The mean follows within 0.3 s.
    IJ_STORE_EIGHT(history->mean + b, mean + change * (1.0f / 30));
    v8 noise = IJ_LOAD_EIGHT(history->noise + b);
    v8i above = level > noise;
    IJ_STORE_EIGHT(
      history->noise + b,
      noise + IJ_NAME(choose)(above, IJ_EIGHT(0.15f * pace), IJ_EIGHT(-0.85f * pace)));
    change = __builtin_elementwise_max(change, IJ_EIGHT(-1.0f));
    change = __builtin_elementwise_min(change, IJ_EIGHT(1.5f));
    energy[part] += change * change;
    loudness[part] += IJ_LOAD_EIGHT(powers + b);
    IJ_STORE_EIGHT(changes + b, change);
  }
  return (ij_frame_sums){
    IJ_NAME(sum_of_eight)(energy[0] + energy[1]), IJ_NAME(sum_of_eight)(loudness[0] + loudness[1])};
}

// Lags at a time, so that the sums stay in registers.
#if IJ_REGISTER_BYTES == 64
#define IJ_LAG_TILE 7
#elif IJ_REGISTER_BYTES == 16
#define IJ_LAG_TILE 1
#else
#define IJ_LAG_TILE (IJ_TILE + 1)
#endif

_Static_assert(IJ_LEAK_LAGS % IJ_LAG_TILE == 0, "lags are taken in tiles");

// Adds to the sums of a tile's lags the products of a frame with the far side's past.
IJ_INLINE void IJ_NAME(add_frame)(
  v8 sums[IJ_LAG_TILE][IJ_LEAK_BANDS / 8], const float *fresh, const float *past) {
#pragma clang loop unroll(full)
  for (int t = 0; t < IJ_LAG_TILE; t++)
    for (int i = 0; i < IJ_LEAK_BANDS / 8; i++)
      sums[t][i] += *(const v8 *)(fresh + 8 * i) *
        *(const v8 *)(past + t * IJ_LEAK_BANDS + 8 * i);
}

// The same of two frames that follow each other: all but two rows of the past serve both.
IJ_INLINE void IJ_NAME(add_frames)(
  v8 sums[IJ_LAG_TILE][IJ_LEAK_BANDS / 8], const float *fresh, const float *past) {
  enum { bands = IJ_LEAK_BANDS, parts = bands / 8 };
  v8 row[parts];
  for (int i = 0; i < parts; i++) row[i] = *(const v8 *)(past + 8 * i);
#pragma clang loop unroll(full)
  for (int t = 0; t < IJ_LAG_TILE; t++)
    for (int i = 0; i < parts; i++) {
      sums[t][i] += *(const v8 *)(fresh + 8 * i) * row[i];
      row[i] = *(const v8 *)(past + (t + 1) * bands + 8 * i);
      sums[t][i] += *(const v8 *)(fresh + bands + 8 * i) * row[i];
    }
}

static void IJ_NAME(leak_correlate)(
  float *sums, const ij_band_history *near, const ij_band_history *far, unsigned first,
  unsigned ages) {
  enum { bands = IJ_LEAK_BANDS, parts = bands / 8, span = IJ_LEAK_LAGS + IJ_LEAK_BATCH - 1 };
  // The far side's past in the order of its age, and the near side's chosen frames, where no part of a row
  // lies across cache lines.
  _Alignas(64) float past[span][bands], fresh[IJ_LEAK_BATCH][bands];
  int chosen[IJ_LEAK_BATCH + 1], count = 0;
  for (int age = 0; age < IJ_LEAK_BATCH; age++) {
    if (!(ages >> age & 1)) continue;
    memcpy(
      fresh[count], near->fluctuations[(near->frames - 1 - age) % IJ_HISTORY_FRAMES],
      sizeof fresh[0]);
    chosen[count++] = age;
  }
  chosen[count] = 0;
  for (int age = 0; age < span; age++)
    memcpy(
      past[age], far->fluctuations[(far->frames - 1 - first - age) % IJ_HISTORY_FRAMES],
      sizeof past[0]);
  for (int lag = 0; lag < IJ_LEAK_LAGS; lag += IJ_LAG_TILE) {
    v8 tile[IJ_LAG_TILE][parts] = {};
    for (int c = 0; c < count; c++) {
      const float *from = past[chosen[c] + lag];
#if IJ_REGISTER_BYTES == 64
      // There are registers enough.
      if (chosen[c + 1] == chosen[c] + 1) {
        IJ_NAME(add_frames)(tile, fresh[c++], from);
        continue;
      }
#endif
      IJ_NAME(add_frame)(tile, fresh[c], from);
    }
    for (int t = 0; t < IJ_LAG_TILE; t++)
      sums[lag + t] = IJ_NAME(sum_of_eight)(tile[t][0] + tile[t][1] + tile[t][2]);
  }
}

// The far side's power in bands from one on, by eights, in the given frames, weighted.
IJ_INLINE void IJ_NAME(past_powers)(
  v8 *sums, const int group, const float *const *rows, int band, const float *weights, int taps) {
  for (int i = 0; i < group; i++) sums[i] = IJ_EIGHT(1e-10f);
  for (int k = 0; k < taps; k++)
    for (int i = 0; i < group; i++) sums[i] += weights[k] * IJ_LOAD_EIGHT(rows[k] + band + 8 * i);
}

static ij_leak_fit IJ_NAME(leak_excess)(
  ij_leak *leak, const ij_band_history *near, const ij_band_history *far, const float *levels,
  const int *lags, const float *weights, int taps, int tail_taps, int learns) {
  const float *rows[IJ_LEAK_TAPS];
  for (int k = 0; k < taps + tail_taps; k++)
    rows[k] = far->powers[(far->frames - 1 - lags[k]) % IJ_HISTORY_FRAMES];
  // Parts of eight bands: all at once where there are registers enough, so that no part's chain of
  // operations waits for another's.
  enum { parts = IJ_LEAK_BANDS / 8, group = IJ_REGISTER_BYTES == 64 ? parts : 1 };
  // The middle bands are added up apart: a sum is that of sixteen lanes.
  v8 excess[2] = {}, audible[2] = {}, power[2] = {}, gains[2] = {};
  for (int first = 0; first < parts; first += group) {
    v8 direct[group], tail[group], level[group], gain[group], tail_gain[group];
    v8 source[group], leaked[group], noise[group], most[group], explained[group];
#define IJ_EACH_PART for (int i = 0, b = 8 * first; i < group; i++, b += 8)
    IJ_NAME(past_powers)(direct, group, rows, 8 * first, weights, taps);
    IJ_NAME(past_powers)(tail, group, rows + taps, 8 * first, weights + taps, tail_taps);
    IJ_EACH_PART {
      level[i] = IJ_LOAD_EIGHT(levels + b);
      gain[i] = IJ_LOAD_EIGHT(leak->gains + b);
      tail_gain[i] = IJ_LOAD_EIGHT(leak->tails + b);
      // The background's mean is above the level that an eighth of the frames stay below, and it varies.
      most[i] = IJ_LOAD_EIGHT(near->noise + b) + 0.4f;
      v8 kept, factor;
      IJ_EXP2(kept, tail_gain[i] * 3.32192809f);
      IJ_EXP2(factor, gain[i] * 3.32192809f);
      IJ_EXP2(noise[i], most[i] * 3.32192809f);
      source[i] = direct[i] + tail[i] * kept;
      leaked[i] = source[i] * factor;
    }
    IJ_EACH_PART explained[i] = IJ_NAME(level_of_eight)(leaked[i] * IJ_LEAK_MARGIN + noise[i]);
    IJ_EACH_PART {
      int part = b == 8;
      v8 above = __builtin_elementwise_max(level[i] - explained[i], IJ_EIGHT(0.0f));
      excess[part] += __builtin_elementwise_min(above, IJ_EIGHT(1.0f));
      audible[part] += explained[i] - most[i];
      power[part] += leaked[i];
    }
    if (!learns) {
      IJ_EACH_PART gains[b == 8] += gain[i];
      continue;
    }
    v8 difference[group], source_level[group], tail_level[group];
    IJ_EACH_PART {
      difference[i] = level[i] - IJ_NAME(level_of_eight)(leaked[i] + noise[i] * 0.562f);
      source_level[i] = IJ_NAME(level_of_eight)(source[i]);
      tail_level[i] = IJ_NAME(level_of_eight)(tail[i]);
    }
    IJ_EACH_PART {
      // Only where the far side is well above its own background does it tell of the way.
      v8 quiet = IJ_LOAD_EIGHT(far->noise + b) + 1.2f;
      v8i loud = source_level[i] > quiet;
      v8 ratio = level[i] - source_level[i], step = IJ_LOAD_EIGHT(leak->steps + b);
      v8 moved = gain[i] + IJ_NAME(choose)(ratio > gain[i], step * 0.5f, step * -0.5f);
      v8 slower = __builtin_elementwise_max(step * 0.97f, IJ_EIGHT(0.02f));
      gain[i] = IJ_NAME(choose)(loud, moved, gain[i]);
      gains[b == 8] += gain[i];
      IJ_STORE_EIGHT(leak->gains + b, gain[i]);
      IJ_STORE_EIGHT(leak->steps + b, IJ_NAME(choose)(loud, slower, step));
      // What follows a voice that has just ended tells of the room.
      v8i ended = (tail_level[i] > quiet) & (direct[i] < tail[i] * 0.25f);
      v8 tail_moved = tail_gain[i] +
        IJ_NAME(choose)(difference[i] > 0.0f, IJ_EIGHT(0.03f), IJ_EIGHT(-0.03f));
      tail_moved = __builtin_elementwise_min(tail_moved, IJ_EIGHT(0.0f));
      tail_moved = __builtin_elementwise_max(tail_moved, IJ_EIGHT(-3.0f));
      IJ_STORE_EIGHT(leak->tails + b, IJ_NAME(choose)(ended, tail_moved, tail_gain[i]));
    }
#undef IJ_EACH_PART
  }
  return (ij_leak_fit){
    IJ_NAME(sum_of_eight)(excess[0] + excess[1]) / IJ_LEAK_BANDS,
    IJ_NAME(sum_of_eight)(audible[0] + audible[1]) / IJ_LEAK_BANDS,
    IJ_NAME(sum_of_eight)(power[0] + power[1]),
    IJ_NAME(sum_of_eight)(gains[0] + gains[1]) / IJ_LEAK_BANDS};
}

#include "EchoBodies.h"
#include "NoteBodies.h"
#include "ResamplerBodies.h"

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
  .resample = IJ_NAME(resample),
};
