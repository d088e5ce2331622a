// The network of one kernel set, in fixed point; included by KernelBodies.h.
//
// What goes into a layer has 16 bits, as have the weights, and the sums have 32: nothing is rounded
// in between, and the weights are scaled so that no sum can overflow (Training/detector/fixed.py).
// Gates and the state are floats, without contraction to fused multiply-adds, so that every set
// gives the same numbers bit for bit.

#include "PairProducts.h"

#define IJ_LOG2_E 1.44269504f
// Two of them can be multiplied.
#define IJ_EXPONENT_LIMIT 60.0f
// A state of 1.
#define IJ_UNIT 32767.0f

#pragma clang fp contract(off)

// 2^t of an exponent of at most IJ_EXPONENT_LIMIT either way: the whole part by the exponent, the
// fraction by a minimax polynomial of degree 5 whose relative error is below 1e-7.
IJ_INLINE v16 IJ_NAME(power_of_two)(v16 t) {
  t = __builtin_elementwise_max(t, IJ_SPLAT(-IJ_EXPONENT_LIMIT));
  t = __builtin_elementwise_min(t, IJ_SPLAT(IJ_EXPONENT_LIMIT)) + 127.0f;
  v16i whole = __builtin_convertvector(t, v16i);
  v16 f = t - __builtin_convertvector(whole, v16);
  // In three parts, so that a product need not wait for the one before.
  v16 square = f * f;
  v16 high = f * 0.00187756764f + 0.00898936175f;
  v16 middle = f * 0.0558262996f + 0.240153624f;
  v16 low = f * 0.693153072f + 0.999999925f;
  v16 p = (high * square + middle) * square + low;
  v16i bits = whole << 23;
  v16 scale;
  memcpy(&scale, &bits, sizeof scale);
  return p * scale;
}

// Rounds to 16 bits; what does not fit is the nearest that does.
IJ_INLINE v16s IJ_NAME(rounded)(v16 x) {
  x = __builtin_elementwise_min(x, IJ_SPLAT(IJ_UNIT));
  x = __builtin_elementwise_max(x, IJ_SPLAT(-IJ_UNIT));
  // Conversion cuts towards zero; among positive numbers that is downwards.
  v16i whole = __builtin_convertvector(x + 32768.5f, v16i) - 32768;
  return __builtin_convertvector(whole, v16s);
}

// The sums of each output that are kept apart, so that a product need not wait for the one before;
// where there are fewer registers, a tile takes them all.
#if IJ_REGISTER_BYTES == 64
#define IJ_CHAINS 2
#else
#define IJ_CHAINS 1
#endif

// to[party] = bias + scale * weights^T from[party] for both parties; `outputs` divides by 16 times
// `tile`. The weights of two inputs lie beside each other for every output. A tile keeps so many
// registers of 16 outputs a party, each `chains` times, while all inputs stream past.
IJ_INLINE void IJ_NAME(dense_tiles)(
  const short *restrict weights, const float *restrict scale, const float *restrict bias,
  int inputs, int outputs, const short *restrict a, const short *restrict b,
  float *restrict to_a, float *restrict to_b, const int tile, const int chains) {
  for (int o = 0; o < outputs; o += tile * IJ_LANES) {
    v16i sum_a[IJ_CHAINS][IJ_WIDEST_TILE], sum_b[IJ_CHAINS][IJ_WIDEST_TILE];
#pragma clang loop unroll(full)
    for (int c = 0; c < chains; c++)
      for (int t = 0; t < tile; t++) sum_a[c][t] = sum_b[c][t] = (v16i){};
    for (int i = 0; i < inputs; i += 2 * chains)
#pragma clang loop unroll(full)
      for (int c = 0; c < chains; c++) {
        const short *row = weights + (size_t)(i + 2 * c) * outputs + 2 * o;
        int pair_a, pair_b;
        memcpy(&pair_a, a + i + 2 * c, sizeof pair_a);
        memcpy(&pair_b, b + i + 2 * c, sizeof pair_b);
        v32s from_a = (v32s)((v16i){} + pair_a), from_b = (v32s)((v16i){} + pair_b);
#pragma clang loop unroll(full)
        for (int t = 0; t < tile; t++) {
          v32s w = *(const v32s *)(row + 2 * t * IJ_LANES);
          sum_a[c][t] = IJ_NAME(with_products)(sum_a[c][t], w, from_a);
          sum_b[c][t] = IJ_NAME(with_products)(sum_b[c][t], w, from_b);
        }
      }
#pragma clang loop unroll(full)
    for (int t = 0; t < tile; t++) {
      v16i all_a = sum_a[0][t], all_b = sum_b[0][t];
      for (int c = 1; c < chains; c++) {
        all_a += sum_a[c][t];
        all_b += sum_b[c][t];
      }
      int first = o + t * IJ_LANES;
      v16 unit = IJ_LOAD(scale + first), least = IJ_LOAD(bias + first);
      IJ_STORE(to_a + first, __builtin_convertvector(all_a, v16) * unit + least);
      IJ_STORE(to_b + first, __builtin_convertvector(all_b, v16) * unit + least);
    }
  }
}

// The same of one party, for units with few registers: a tile has all of them for itself.
IJ_INLINE void IJ_NAME(dense_tiles_of_one)(
  const short *restrict weights, const float *restrict scale, const float *restrict bias,
  int inputs, int outputs, const short *restrict from, float *restrict to, const int is_sparse) {
  enum { tile = 3 };
  for (int o = 0; o < outputs; o += tile * IJ_LANES) {
    v16i sum[tile] = {};
    for (int i = 0; i < inputs; i += 2) {
      const short *row = weights + (size_t)i * outputs + 2 * o;
      int pair;
      memcpy(&pair, from + i, sizeof pair);
      if (is_sparse && !pair) continue;
      v32s both = (v32s)((v16i){} + pair);
#pragma clang loop unroll(full)
      for (int t = 0; t < tile; t++)
        sum[t] = IJ_NAME(with_products)(sum[t], *(const v32s *)(row + 2 * t * IJ_LANES), both);
    }
#pragma clang loop unroll(full)
    for (int t = 0; t < tile; t++) {
      int first = o + t * IJ_LANES;
      IJ_STORE(
        to + first,
        __builtin_convertvector(sum[t], v16) * IJ_LOAD(scale + first) + IJ_LOAD(bias + first));
    }
  }
}

// The same in the widest tiles that the outputs divide by; sparse inputs are often zero, since negative
// sums are left out.
IJ_INLINE void IJ_NAME(dense)(
  const short *restrict weights, const float *restrict scale, const float *restrict bias,
  int inputs, int outputs, const short *restrict a, const short *restrict b,
  float *restrict to_a, float *restrict to_b, const int is_sparse) {
#if IJ_REGISTER_BYTES == 16
  if (outputs % (3 * IJ_LANES) == 0) {
    IJ_NAME(dense_tiles_of_one)(weights, scale, bias, inputs, outputs, a, to_a, is_sparse);
    IJ_NAME(dense_tiles_of_one)(weights, scale, bias, inputs, outputs, b, to_b, is_sparse);
    return;
  }
#endif
  if (outputs % (IJ_WIDEST_TILE * IJ_LANES) == 0)
    IJ_NAME(dense_tiles)(
      weights, scale, bias, inputs, outputs, a, b, to_a, to_b, IJ_WIDEST_TILE, 1);
  else if (outputs % (IJ_TILE * IJ_LANES) == 0)
    IJ_NAME(dense_tiles)(
      weights, scale, bias, inputs, outputs, a, b, to_a, to_b, IJ_TILE, IJ_CHAINS);
  else
    IJ_NAME(dense_tiles)(
      weights, scale, bias, inputs, outputs, a, b, to_a, to_b, 1, IJ_CHAINS);
}

// What a recurrent layer is made of.
typedef struct {
  const short *input_weight, *recurrent_weight;
  const float *input_scale, *input_bias, *recurrent_scale, *recurrent_bias;
} IJ_NAME(layer);

// h = (1 - z) n + z h with r, z, n in this order (Cho et al. 2014, reset after the product), and as the next
// layer and the next step take it.
IJ_INLINE void IJ_NAME(gated_unit)(
  const IJ_NAME(layer) *layer, const short *in_a, const short *in_b,
  float state[IJ_PARTIES][IJ_DETECTOR_HIDDEN], short *rounded_a, short *rounded_b,
  const int is_sparse) {
  enum { hidden = IJ_DETECTOR_HIDDEN };
  _Alignas(64) float x[IJ_PARTIES][3 * hidden], h[IJ_PARTIES][3 * hidden];
  IJ_NAME(dense)(
    layer->input_weight, layer->input_scale, layer->input_bias, hidden, 3 * hidden, in_a, in_b,
    x[0], x[1], is_sparse);
  IJ_NAME(dense)(
    layer->recurrent_weight, layer->recurrent_scale, layer->recurrent_bias, hidden, 3 * hidden,
    rounded_a, rounded_b, h[0], h[1], 0);
  // In two passes, so that the units' divisions need not wait for each other.
  enum { parts = hidden / IJ_LANES, all = IJ_PARTIES * parts };
  v16 keeps[all], candidates[all];
  for (int k = 0; k < all; k++) {
    int i = k % parts * IJ_LANES;
    const float *from_x = x[k / parts] + i, *from_h = h[k / parts] + i;
    // r = 1 / (1 + e^-a) and z = 1 / (1 + e^-b) by one division.
    v16 a = (IJ_LOAD(from_x) + IJ_LOAD(from_h)) * -IJ_LOG2_E;
    v16 b = (IJ_LOAD(from_x + hidden) + IJ_LOAD(from_h + hidden)) * -IJ_LOG2_E;
    a = 1.0f + IJ_NAME(power_of_two)(a);
    b = 1.0f + IJ_NAME(power_of_two)(b);
    v16 both = 1.0f / (a * b);
    keeps[k] = both * a;
    candidates[k] = IJ_LOAD(from_x + 2 * hidden) + both * b * IJ_LOAD(from_h + 2 * hidden);
  }
  for (int k = 0; k < all; k++) {
    // tanh y = 1 - 2 / (e^2y + 1)
    v16 e = IJ_NAME(power_of_two)(candidates[k] * (2.0f * IJ_LOG2_E));
    v16 n = 1.0f - 2.0f / (e + 1.0f);
    int i = k % parts * IJ_LANES;
    float *to = state[k / parts] + i;
    v16 next = n + keeps[k] * (IJ_LOAD(to) - n);
    IJ_STORE(to, next);
    *(v16s *)((k < parts ? rounded_a : rounded_b) + i) = IJ_NAME(rounded)(next * IJ_UNIT);
  }
}

static void IJ_NAME(detector_step)(
  ij_detector_state *state, const float *levels, float *probabilities) {
  enum { hidden = IJ_DETECTOR_HIDDEN, fresh = IJ_STEP_FRAMES * IJ_DETECTOR_BANDS };
  for (int p = 0; p < IJ_PARTIES; p++) {
    // The frames of the step before come first, then the new ones.
    memcpy(state->levels[p], state->levels[p] + fresh, fresh * sizeof(short));
    for (int i = 0; i < fresh; i += IJ_LANES) {
      v16 level = IJ_LOAD(levels + p * fresh + i) + IJ_DETECTOR_LEVEL_OFFSET;
      *(v16s *)(state->levels[p] + fresh + i) =
        IJ_NAME(rounded)(level * IJ_DETECTOR_LEVEL_UNIT);
    }
  }
  _Alignas(64) float sums[IJ_PARTIES][hidden];
  IJ_NAME(dense)(
    ij_detector_input_weight, ij_detector_input_scale, ij_detector_input_bias,
    IJ_DETECTOR_STACKED, hidden, state->levels[0], state->levels[1], sums[0], sums[1], 0);
  _Alignas(64) short in[IJ_PARTIES][hidden];
  for (int p = 0; p < IJ_PARTIES; p++)
    for (int i = 0; i < hidden; i += IJ_LANES)
      *(v16s *)(in[p] + i) = IJ_NAME(rounded)(
        __builtin_elementwise_max(IJ_LOAD(sums[p] + i), IJ_SPLAT(0.0f)));
  const IJ_NAME(layer) layers[] = {
    {ij_detector_gru1_input_weight, ij_detector_gru1_recurrent_weight,
     ij_detector_gru1_input_scale, ij_detector_gru1_input_bias,
     ij_detector_gru1_recurrent_scale, ij_detector_gru1_recurrent_bias},
    {ij_detector_gru2_input_weight, ij_detector_gru2_recurrent_weight,
     ij_detector_gru2_input_scale, ij_detector_gru2_input_bias,
     ij_detector_gru2_recurrent_scale, ij_detector_gru2_recurrent_bias},
  };
  short *a = state->rounded[0], *b = state->rounded[1];
  IJ_NAME(gated_unit)(&layers[0], in[0], in[1], state->first, a, b, 1);
  IJ_NAME(gated_unit)(&layers[1], a, b, state->second, a + hidden, b + hidden, 0);
  _Alignas(64) float logits[IJ_PARTIES][IJ_LANES];
  IJ_NAME(dense)(
    ij_detector_head_weight, ij_detector_head_scale, ij_detector_head_bias, 2 * hidden, IJ_LANES,
    a, b, logits[0], logits[1], 0);
  for (int p = 0; p < IJ_PARTIES; p++) {
    v16 result = 1.0f / (1.0f + IJ_NAME(power_of_two)(IJ_LOAD(logits[p]) * -IJ_LOG2_E));
    for (int o = 0; o < IJ_DETECTOR_OUTPUTS; o++)
      probabilities[p * IJ_DETECTOR_OUTPUTS + o] = result[o];
  }
}

#pragma clang fp contract(on)
