#ifndef IJ_CKERNELS_H
#define IJ_CKERNELS_H

#include <stddef.h>
#include <stdint.h>
#include "DetectorWeights.h"
#include "ThreadScratch.h"
#include "BandHistory.h"

// Vector kernels with run-time dispatch. All sizes are in floats; nothing here allocates.

/// The parties that a kernel works on in one pass, so that each weight is fetched once.
#define IJ_PARTIES 2
/// The frames in one step of the detector.
#define IJ_STEP_FRAMES 2
/// The windows in one step: party-major, then frame.
#define IJ_STEP_WINDOWS (IJ_PARTIES * IJ_STEP_FRAMES)

/// The detector's memory of both parties; the levels are in steps of 1 / IJ_DETECTOR_LEVEL_UNIT.
typedef struct {
  short levels[IJ_PARTIES][IJ_DETECTOR_STACKED];
  float first[IJ_PARTIES][IJ_DETECTOR_HIDDEN];
  float second[IJ_PARTIES][IJ_DETECTOR_HIDDEN];
  /// Both of them as the network takes them: the first layer's, then the second's.
  short rounded[IJ_PARTIES][2 * IJ_DETECTOR_HIDDEN];
} ij_detector_state;

/// The bands in which one channel is compared with the other: those that both rates have.
#define IJ_LEAK_BANDS 24
/// How much more power a leak may have in a band than its gain makes expect, 4 dB: rooms vary.
#define IJ_LEAK_MARGIN 2.5f
/// The delays, in frames, at which a leak is looked for.
#define IJ_LEAK_LAGS 56
/// The frames whose products are added up at once, so that the past is fetched once for all of them.
#define IJ_LEAK_BATCH 20
/// The frames that a history holds, a power of two: the longest delay, the lags of a batch, and the
/// spread of a tap.
#define IJ_HISTORY_FRAMES 256

/// The most delays that the source of a leak is put together from.
#define IJ_LEAK_TAPS 24

/// The samples at 4 kHz that a pitch is found in, and those that are compared with later ones.
#define IJ_PITCH_SAMPLES 216
#define IJ_PITCH_WINDOW 160
/// The periods that are tried, in samples at 4 kHz: from 444 down to 71 Hz.
#define IJ_PITCH_FIRST_LAG 9
#define IJ_PITCH_LAGS 48

/// What is known of the way from one party's voice to the other's channel.
typedef struct {
  /// The products of both sides' fluctuations at each delay, summed and slowly forgotten.
  float products[IJ_LEAK_LAGS];
  /// The same, soon forgotten.
  float recent[IJ_LEAK_LAGS];
  /// log10 of the gain of each band.
  float gains[IJ_DETECTOR_BANDS];
  /// The steps by which each band's gain moves.
  float steps[IJ_DETECTOR_BANDS];
  /// log10 of what a room keeps of each band a little later, beside what came directly.
  float tails[IJ_DETECTOR_BANDS];
} ij_leak;

/// What inspecting samples found out about them.
typedef struct {
  double sum;
  /// The mean square of the samples of the last call, less their mean.
  float mean_square;
  float peak;
  int clipped;
  int not_finite;
} ij_sample_facts;

/// The sums that comparing two channels gives.
#define IJ_CHANNEL_SUMS 5
/// The most samples of a channel that are compared at once.
#define IJ_COMPARED_SAMPLES 320

/// A frame's sums over the bands in which channels are compared.
typedef struct {
  /// Of the squared fluctuations.
  float fluctuations;
  /// Of the powers.
  float loudness;
} ij_frame_sums;

/// How a frame compares with what background and leak explain: means over the bands, in decades.
typedef struct {
  /// How far the levels are above it, at most 1 in a band.
  float excess;
  /// How far the leak lifts it above the background alone.
  float audible;
  /// The power of the leak in all bands; a sum, and no decades.
  float leaked;
  /// log10 of the leak's gain, the mean over the bands, as it is known from this frame on.
  float gain;
} ij_leak_fit;

/// The frames that a step of an echo history holds.
#define IJ_ECHO_FRAMES 2
/// The groups of neighbouring bands that it tells apart.
#define IJ_ECHO_GROUPS 8
/// The steps that it holds, a power of two: 5.12 s.
#define IJ_ECHO_STEPS 256
/// The steps whose products are added up at once: a second.
#define IJ_ECHO_BATCH 50
/// The most delays that are compared at once.
#define IJ_ECHO_LAGS 104

/// The recent past of one party, coarser and longer than a band history.
typedef struct {
  /// The mean fluctuations of the groups; the step numbered n is at n modulo IJ_ECHO_STEPS.
  float fluctuations[IJ_ECHO_STEPS][IJ_ECHO_GROUPS];
  /// The sums of their squares.
  float energies[IJ_ECHO_STEPS];
  /// The power of all groups.
  float powers[IJ_ECHO_STEPS];
  /// The steps so far.
  unsigned steps;
} ij_echo_history;

/// The bins in which music is looked for, and those below the first.
#define IJ_NOTE_BINS 112
#define IJ_NOTE_FIRST_BIN 4
/// The steps between the spectra that are compared.
#define IJ_NOTE_LAG 5

/// The fine structure of the last spectra of a channel.
typedef struct {
  /// What stays for seconds, as that of a coloured noise.
  float lasting[IJ_NOTE_BINS];
  /// What changes, of unit length; the step numbered n is at n modulo IJ_NOTE_LAG.
  float past[IJ_NOTE_LAG][IJ_NOTE_BINS];
  /// The steps so far.
  unsigned steps;
} ij_note_history;

/// What the fine structure of a spectrum tells.
typedef struct {
  /// The correlation with that of IJ_NOTE_LAG steps before.
  float alike;
  /// The strongest pitch, in bins, and the share of the power that lies within 5 bins of it.
  float pitch, share;
} ij_note_facts;

/// The most weights that all bands have together: two for each bin.
#define IJ_BAND_WEIGHTS 544

/// Which bins each band takes, and with what weights.
typedef struct {
  /// The first bin of a band, and how many there are.
  unsigned short first[IJ_DETECTOR_BANDS], count[IJ_DETECTOR_BANDS];
  /// The weights of the first band's bins, then those of the second's.
  float weights[IJ_BAND_WEIGHTS];
} ij_band_table;

/// The results that a resampler makes at once.
#define IJ_RESAMPLED 4
/// The most weights of a result.
#define IJ_RESAMPLER_TAPS 2048

/// The weights of a resampler's results, which come round again after some groups of them.
typedef struct {
  /// For each group the weights of its IJ_RESAMPLED results, `width` each, over the same samples.
  const float *rows;
  /// From each group, the samples by which the next group's weights begin later.
  const int *steps;
  /// How many weights a result has, zeros among them; divides by 16.
  size_t width;
  size_t groups;
} ij_resampler;

/// Where a resampler is.
typedef struct {
  /// The next group.
  size_t group;
  /// The sample at which its weights begin.
  size_t start;
} ij_resampler_place;

typedef struct {
  /// The name by which the set is chosen.
  const char *name;
  /// Limits samples to [-4, 4], makes zero of what is no number, and adds up facts; `count` divides
  /// by 16.
  void (*inspect_samples)(float *samples, size_t count, ij_sample_facts *facts);
  /// The sum of the products of two rows of `length` samples; `length` divides by 8.
  float (*product)(const float *a, const float *b, size_t length);
  /// The sums of products of two channels, filtered by x[n] - 2 x[n - delay] + x[n - 2 delay]: of the
  /// first with itself, of the second, and of both with the second a sample early, as it is, and late.
  /// `length` products each, of `length` + 2 + 2 `delay` samples; `length` divides by 8.
  void (*compare)(
    const float *a, const float *b, size_t delay, size_t length, float sums[IJ_CHANNEL_SUMS]);
  /// Subtracts the mean of `length` samples, multiplies by the window and puts zeros behind, up to
  /// `size`; `length` divides by 40, `size` by 8.
  void (*apply_window)(
    const float *samples, const float *window, size_t length, float *to, size_t size);
  /// The powers |X|^2 of the bins 1 to `size` / 2 of IJ_STEP_WINDOWS windows: bin, then window, zero
  /// for the first bin; `size` divides by 32. Two windows each were transformed as the real and the
  /// imaginary parts of one signal, to rows of `size` real and imaginary parts, `stride` apart.
  void (*bin_powers)(const float *spectra, size_t stride, size_t size, float *to);
  /// The powers of the bands from those of the bins: window, then band.
  void (*band_powers)(const float *bins, const ij_band_table *table, float *powers);
  /// log10(power + 1e-10) of `count` powers; `count` divides by 16.
  void (*levels)(const float *powers, float *levels, size_t count);
  /// One step of 20 ms for both parties: levels of IJ_STEP_WINDOWS windows in, for each party the
  /// probabilities early 0, early 1, settled 0, settled 1 out.
  void (*detector_step)(ij_detector_state *state, const float *levels, float *probabilities);
  /// Halves a rate: each of `count` results is the mean of four samples, the first of which begin
  /// two before `samples`.
  void (*halve)(const float *samples, size_t count, float *to);
  /// The normalized correlations of IJ_PITCH_WINDOW of IJ_PITCH_SAMPLES samples, less their mean,
  /// with those IJ_PITCH_FIRST_LAG and more later, for IJ_PITCH_LAGS lags; returns the bits of the
  /// lags, but for the first and the last, whose correlation is higher than those beside it.
  uint64_t (*periodicity)(const float *samples, float *to);
  /// Adds a frame of levels and powers to a party's history.
  ij_frame_sums (*history_add)(
    ij_band_history *history, const float *levels, const float *powers);
  /// The sums, for the delays from `first` frames on, of the products of the near side's fluctuations
  /// and the far side's past, over those of the last IJ_LEAK_BATCH frames whose bit is set in `ages`, the newest's being
  /// the lowest.
  void (*leak_correlate)(
    float *sums, const ij_band_history *near, const ij_band_history *far, unsigned first,
    unsigned ages);
  /// How far the near side's newest levels are above what background and leak explain, and how far
  /// the leak is above the background. The source of the leak is the far side's power at the first `taps` delays, weighted, and what a room keeps of that at the
  /// `tail_taps` behind them; where `learns`, the gains of both follow.
  ij_leak_fit (*leak_excess)(
    ij_leak *leak, const ij_band_history *near, const ij_band_history *far, const float *levels,
    const int *lags, const float *weights, int taps, int tail_taps, int learns);
  /// Adds the newest IJ_ECHO_FRAMES frames of a band history, whose mean power in the bands compared
  /// is `power`.
  void (*echo_add)(ij_echo_history *echo, const ij_band_history *history, float power);
  /// The sums of the products of two pasts over those of the last IJ_ECHO_BATCH steps whose bit is
  /// set, the newest's being the lowest, with the far side's 0 to `lags` - 1 steps older; `lags`
  /// divides by 8 and is at most IJ_ECHO_LAGS.
  void (*echo_products)(
    float *sums, const ij_echo_history *near, const ij_echo_history *far, unsigned lags,
    uint64_t ages);
  /// Adds a step to the fine structure, from the powers of bins, IJ_STEP_WINDOWS apart, times
  /// `scale`. By `weight` of it what stays follows; where that is zero, no pitch is looked for.
  ij_note_facts (*notes_add)(
    ij_note_history *history, const float *bins, float scale, float weight);
  /// Makes of `count` samples of one or two channels, the second may be NULL, all the groups of results
  /// whose samples are there, and returns how many results; they are limited to [-1, 1].
  size_t (*resample)(
    const ij_resampler *resampler, ij_resampler_place *place, const float *first,
    const float *second, size_t count, float *to_first, float *to_second);
} ij_kernels;

/// The `taps` weights, at most IJ_RESAMPLER_TAPS, of a low-pass filter for a result that lies `place`
/// samples behind the first of those it weighs: a sinc that is down by half at `cutoff`, in parts of half
/// the rate, in a Kaiser window that ends `half` samples from the result. Their sum is 1.
void ij_low_pass(float *weights, size_t taps, double place, double cutoff, double half);

/// Between two rows of `taps` weights, `part` of the way from the first to the second.
void ij_between_rows(
  float *weights, const float *first, const float *second, size_t taps, float part);

/// The log odds of a probability, from -16 to 16.
double ij_log_odds(double probability);

/// The probability of log odds.
double ij_probability(double log_odds);

/// Begins to fetch bytes that will soon be read and written, while other work goes on.
void ij_prefetch(const void *start, size_t bytes);

/// Begins to fetch what adding two frames to a history will write, from the frame of that number on,
/// and what is known of a leak: with thousands of calls on one core none of it is in the cache, and
/// other work goes on meanwhile. Like the others it reads nothing, so that it waits for nothing.
void ij_leak_prefetch(const ij_band_history *history, const ij_leak *leak, unsigned frame);

/// Begins to fetch what the products of both sides are added up from, before that frame.
void ij_products_prefetch(
  const ij_band_history *history, const ij_leak *leak, unsigned first, unsigned frame);

/// Begins to fetch the powers in the far side's past that the frame of that number and the next one
/// are compared with, for delays from `nearest` to `farthest` frames.
void ij_source_prefetch(
  const ij_band_history *far, int nearest, int farthest, unsigned frame);

/// Adds a frame in which both parties are digital silence: it tells nothing of either.
void ij_history_skip(ij_band_history *history);

/// A fine structure without a past.
void ij_note_reset(ij_note_history *history);

/// An echo history without a past.
void ij_echo_reset(ij_echo_history *echo);

/// The energy of those of the last IJ_ECHO_BATCH steps whose bit is set, the newest's being the
/// lowest.
float ij_echo_energy(const ij_echo_history *echo, uint64_t ages);

/// Makes correlations over the last IJ_ECHO_BATCH steps of the sums of products of all of them, for
/// as many delays.
void ij_echo_normalize(
  float *sums, const ij_echo_history *near, const ij_echo_history *far, unsigned lags);

/// How the levels of two pasts differ over IJ_ECHO_BATCH steps, the far side's so many steps older:
/// the mean, in decades.
float ij_echo_difference(const ij_echo_history *near, const ij_echo_history *far, unsigned lag);

/// A way of which nothing is known.
void ij_leak_reset(ij_leak *leak);

/// Makes the gains start anew, as for another delay.
void ij_leak_reset_gains(ij_leak *leak);

/// Lets the gains move faster for a while, as for a delay that has shifted a little.
void ij_leak_hasten(ij_leak *leak);

/// The fastest set that this processor runs.
const ij_kernels *ij_kernels_best(void);

/// The set that INTERJECT_KERNELS names in the environment, or else the fastest.
const ij_kernels *ij_kernels_chosen(void);

/// The set with a name: portable, avx2, avx512 or avx512vnni; NULL where there is none or it cannot run.
const ij_kernels *ij_kernels_named(const char *name);

/// The Hann window of `length` samples, 0.5 - 0.5 cos(2 pi (n + 0.5) / length).
void ij_hann_window(float *window, size_t length);

/// The weights of IJ_DETECTOR_BANDS bands for every bin of a transform of `size` samples at `rate`,
/// bin-major, scaled so that the power of a bin is |X|^2 over the window's squared sum.
///
/// Triangles of peak 1 on mel(f) = 2595 log10(1 + f / 700): 24 between 80 and 3900 Hz, 8 between
/// 3950 and 7600 Hz; the upper ones are zero at 8 kHz.
void ij_band_weights(float *weights, size_t size, double rate, double window_sum);

/// Puts together those of such weights of `size / 2 + 1` bins that are not zero, at most
/// IJ_BAND_WEIGHTS; between those of one band none may be zero.
void ij_band_table_fill(ij_band_table *table, const float *weights, size_t size);

/// The state before the first step: silence.
void ij_detector_reset(ij_detector_state *state);

#endif
