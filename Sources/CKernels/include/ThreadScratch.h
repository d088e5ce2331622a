#ifndef IJ_THREAD_SCRATCH_H
#define IJ_THREAD_SCRATCH_H

/// Room for the windowed samples, the spectra and the bin powers of four windows, and for their bands
/// twice.
#define IJ_SCRATCH_FLOATS (4 * (512 + 528 + 288 + 2 * 32))

#pragma clang assume_nonnull begin

/// The calling thread's IJ_SCRATCH_FLOATS for what one step computes and nobody keeps, aligned for
/// vector units.
///
/// The calls that a thread serves in turn find it in the cache, where scratch of their own would not
/// be.
float *ij_thread_scratch(void);

#pragma clang assume_nonnull end

#endif
