#ifndef IJ_BAND_HISTORY_H
#define IJ_BAND_HISTORY_H

#pragma clang assume_nonnull begin

/// The recent past of one party's bands. Swift knows its name only: as a value, a tuple of thousands, it
/// takes 64 kB of code to be passed on.
typedef struct ij_band_history ij_band_history;

/// A history without a past, to be freed by ij_band_history_free.
ij_band_history *ij_band_history_new(void);
void ij_band_history_free(ij_band_history *history);

/// The frames in a history so far.
unsigned ij_band_history_frames(const ij_band_history *history);

/// All the numbers in a history: IJ_DETECTOR_BANDS means, as many backgrounds, then IJ_HISTORY_FRAMES rows of
/// fluctuations of IJ_LEAK_BANDS bands, and as many of powers of IJ_DETECTOR_BANDS.
const float *ij_band_history_numbers(const ij_band_history *history);

#pragma clang assume_nonnull end

#endif
