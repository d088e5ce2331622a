#include <math.h>

#include "include/CKernels.h"

// Kaiser's window with this beta leaves 80 dB beside the pass band.
#define BETA 7.857

// The modified Bessel function of order zero.
static double bessel(double x) {
  double sum = 1, term = 1, quarter = x * x / 4;
  for (double k = 1; term > sum * 1e-10; k++) {
    term *= quarter / (k * k);
    sum += term;
  }
  return sum;
}

void ij_low_pass(float *weights, size_t taps, double place, double cutoff, double half) {
  double exact[IJ_RESAMPLER_TAPS], sum = 0;
  for (size_t i = 0; i < taps; i++) {
    double t = (double)i - place, angle = M_PI * cutoff * t, inside = 1 - t * t / (half * half);
    double sinc = fabs(angle) < 1e-9 ? 1 : sin(angle) / angle;
    exact[i] = inside > 0 ? sinc * bessel(BETA * sqrt(inside)) : 0;
    sum += exact[i];
  }
  for (size_t i = 0; i < taps; i++) weights[i] = (float)(exact[i] / sum);
}

void ij_between_rows(
  float *weights, const float *first, const float *second, size_t taps, float part) {
  for (size_t i = 0; i < taps; i++) weights[i] = first[i] + part * (second[i] - first[i]);
}
