#include <math.h>
#include <stddef.h>
#include <string.h>

#include "include/CKernels.h"

double ij_log_odds(double probability) {
  double most = 16, odds = log(probability / (1 - probability));
  return odds > most ? most : odds > -most ? odds : -most;
}

double ij_probability(double log_odds) { return 1 / (1 + exp(-log_odds)); }

void ij_hann_window(float *window, size_t length) {
  for (size_t n = 0; n < length; n++)
    window[n] = (float)(0.5 - 0.5 * cos(2 * M_PI * (n + 0.5) / length));
}

static double mel(double frequency) { return 2595 * log10(1 + frequency / 700); }
static double frequency_of(double mel) { return 700 * (pow(10, mel / 2595) - 1); }

// Fills `count` triangles from band `first` on, between two frequencies.
static void add_triangles(
  float *weights, size_t bins, double spacing, double scale, int first, int count, double low,
  double high) {
  double step = (mel(high) - mel(low)) / (count + 1);
  for (int band = 0; band < count; band++) {
    double left = frequency_of(mel(low) + band * step);
    double centre = frequency_of(mel(low) + (band + 1) * step);
    double right = frequency_of(mel(low) + (band + 2) * step);
    int caught = 0;
    for (size_t bin = 0; bin < bins; bin++) {
      double f = bin * spacing;
      double rise = (f - left) / (centre - left), fall = (right - f) / (right - centre);
      double weight = rise < fall ? rise : fall;
      if (weight <= 0) continue;
      weights[bin * IJ_DETECTOR_BANDS + first + band] = (float)(weight * scale);
      caught = 1;
    }
    if (!caught) {
      size_t nearest = (size_t)(centre / spacing + 0.5);
      weights[nearest * IJ_DETECTOR_BANDS + first + band] = (float)scale;
    }
  }
}

void ij_band_weights(float *weights, size_t size, double rate, double window_sum) {
  size_t bins = size / 2 + 1;
  double scale = 1 / (window_sum * window_sum);
  memset(weights, 0, bins * IJ_DETECTOR_BANDS * sizeof(float));
  add_triangles(weights, bins, rate / size, scale, 0, 24, 80, 3900);
  if (rate > 8000) add_triangles(weights, bins, rate / size, scale, 24, 8, 3950, 7600);
}

void ij_band_table_fill(ij_band_table *table, const float *weights, size_t size) {
  memset(table, 0, sizeof *table);
  size_t used = 0;
  for (int band = 0; band < IJ_DETECTOR_BANDS; band++)
    for (size_t bin = 0; bin <= size / 2 && used < IJ_BAND_WEIGHTS; bin++) {
      float weight = weights[bin * IJ_DETECTOR_BANDS + band];
      if (weight == 0) continue;
      if (table->count[band]++ == 0) table->first[band] = (unsigned short)bin;
      table->weights[used++] = weight;
    }
}
