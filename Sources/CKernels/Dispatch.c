#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "BandHistoryFields.h"

extern const ij_kernels ij_kernels_portable;
#if defined(__x86_64__)
extern const ij_kernels ij_kernels_avx2;
extern const ij_kernels ij_kernels_avx512;
extern const ij_kernels ij_kernels_avx512vnni;
#endif

const ij_kernels *ij_kernels_named(const char *name) {
  if (strcmp(name, "portable") == 0) return &ij_kernels_portable;
#if defined(__x86_64__)
  __builtin_cpu_init();
  int has_avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  int has_avx512 = has_avx2 && __builtin_cpu_supports("avx512f") &&
    __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
    __builtin_cpu_supports("avx512vl");
  if (strcmp(name, "avx2") == 0 && has_avx2) return &ij_kernels_avx2;
  if (strcmp(name, "avx512") == 0 && has_avx512) return &ij_kernels_avx512;
  int has_vnni = has_avx512 && __builtin_cpu_supports("avx512vnni");
  if (strcmp(name, "avx512vnni") == 0 && has_vnni) return &ij_kernels_avx512vnni;
#endif
  return NULL;
}

const ij_kernels *ij_kernels_best(void) {
  const ij_kernels *kernels = ij_kernels_named("avx512vnni");
  if (!kernels) kernels = ij_kernels_named("avx512");
  if (!kernels) kernels = ij_kernels_named("avx2");
  return kernels ? kernels : &ij_kernels_portable;
}

const ij_kernels *ij_kernels_chosen(void) {
  const char *name = getenv("INTERJECT_KERNELS");
  const ij_kernels *kernels = name ? ij_kernels_named(name) : NULL;
  return kernels ? kernels : ij_kernels_best();
}

float *ij_thread_scratch(void) {
  static _Thread_local _Alignas(64) float scratch[IJ_SCRATCH_FLOATS];
  return scratch;
}

void ij_detector_reset(ij_detector_state *state) {
  memset(state, 0, sizeof *state);
  // log10(1e-10), the level of digital silence.
  short silence = (short)((-10.0f + IJ_DETECTOR_LEVEL_OFFSET) * IJ_DETECTOR_LEVEL_UNIT);
  for (int party = 0; party < IJ_PARTIES; party++)
    for (int i = 0; i < IJ_DETECTOR_STACKED; i++) state->levels[party][i] = silence;
}

void ij_prefetch(const void *start, size_t bytes) {
  // From the beginning of a line, so that none is left out.
  const char *line = (const char *)((uintptr_t)start & ~(uintptr_t)63);
  for (; line < (const char *)start + bytes; line += 64) __builtin_prefetch(line, 1);
}

void ij_leak_prefetch(const ij_band_history *history, const ij_leak *leak, unsigned frame) {
  ij_prefetch(history->mean, sizeof history->mean + sizeof history->noise);
  // The rows of two frames lie one after another, unless the history begins anew between them.
  unsigned place = frame % IJ_HISTORY_FRAMES;
  ij_prefetch(history->fluctuations[place], 2 * sizeof history->fluctuations[0]);
  ij_prefetch(history->powers[place], 2 * sizeof history->powers[0]);
  ij_prefetch(&history->frames, sizeof history->frames);
  ij_prefetch(leak->gains, sizeof leak->gains + sizeof leak->steps + sizeof leak->tails);
}

void ij_products_prefetch(
  const ij_band_history *history, const ij_leak *leak, unsigned lag, unsigned frame) {
  ij_prefetch(leak->products, sizeof leak->products + sizeof leak->recent);
  unsigned rows = IJ_LEAK_LAGS + IJ_LEAK_BATCH, oldest = (frame - lag - rows) % IJ_HISTORY_FRAMES;
  unsigned behind = IJ_HISTORY_FRAMES - oldest, first = rows < behind ? rows : behind;
  ij_prefetch(history->fluctuations[oldest], first * sizeof history->fluctuations[0]);
  ij_prefetch(history->fluctuations[0], (rows - first) * sizeof history->fluctuations[0]);
}

void ij_source_prefetch(
  const ij_band_history *far, int nearest, int farthest, unsigned frame) {
  for (int lag = nearest - 1; lag <= farthest; lag++)
    ij_prefetch(far->powers[(frame - lag) % IJ_HISTORY_FRAMES], sizeof far->powers[0]);
}

ij_band_history *ij_band_history_new(void) {
  // So that no part of a row lies across cache lines.
  size_t size = (sizeof(ij_band_history) + 63) / 64 * 64;
  ij_band_history *history = aligned_alloc(64, size);
  if (!history) abort();
  memset(history, 0, sizeof *history);
  return history;
}

void ij_band_history_free(ij_band_history *history) { free(history); }

unsigned ij_band_history_frames(const ij_band_history *history) { return history->frames; }

const float *ij_band_history_numbers(const ij_band_history *history) { return history->mean; }

void ij_note_reset(ij_note_history *history) { memset(history, 0, sizeof *history); }

void ij_history_skip(ij_band_history *history) {
  unsigned place = history->frames++ % IJ_HISTORY_FRAMES;
  memset(history->fluctuations[place], 0, sizeof history->fluctuations[0]);
  memset(history->powers[place], 0, sizeof history->powers[0]);
}

void ij_leak_reset_gains(ij_leak *leak) {
  for (int b = 0; b < IJ_DETECTOR_BANDS; b++) {
    // -20 dB and half a decade a step: every gain in question is reached within a second.
    leak->gains[b] = -2.0f;
    leak->steps[b] = 0.5f;
    // A dry room until it is heard.
    leak->tails[b] = -2.0f;
  }
}

void ij_leak_hasten(ij_leak *leak) {
  for (int b = 0; b < IJ_DETECTOR_BANDS; b++)
    if (leak->steps[b] < 0.15f) leak->steps[b] = 0.15f;
}

void ij_leak_reset(ij_leak *leak) {
  memset(leak, 0, sizeof *leak);
  ij_leak_reset_gains(leak);
}
