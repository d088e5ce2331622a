#ifndef IJ_BAND_HISTORY_FIELDS_H
#define IJ_BAND_HISTORY_FIELDS_H

#include "include/CKernels.h"

/// The recent past of one party's bands.
struct ij_band_history {
  /// The slow mean of the levels, which fluctuations are measured from; of the bands that are compared.
  float mean[IJ_DETECTOR_BANDS];
  /// The level that an eighth of the frames stay below, the background; of the same bands.
  float noise[IJ_DETECTOR_BANDS];
  /// The fluctuations of the frame numbered n are at n modulo IJ_HISTORY_FRAMES.
  float fluctuations[IJ_HISTORY_FRAMES][IJ_LEAK_BANDS];
  /// The powers, in the same order.
  float powers[IJ_HISTORY_FRAMES][IJ_DETECTOR_BANDS];
  /// The frames so far.
  unsigned frames;
};

#endif
