// The door to a recognizer of speech that is loaded while the program runs, if the user has fetched it.
#ifndef IJ_RECOGNIZER_H
#define IJ_RECOGNIZER_H

#include <stddef.h>
#include <stdint.h>

typedef struct ij_recognizer ij_recognizer;

/// Loads Moonshine's library and the model in a folder. Returns NULL where that fails; `why` then says why,
/// for as long as nothing else is opened.
ij_recognizer *ij_recognizer_open(const char *library, const char *model, const char **why);

/// The text of a stretch of speech at a rate, in UTF-8, lines parted by line feeds; NULL where it fails.
/// It stays until the next call. One thread at a time.
const char *ij_recognizer_text(ij_recognizer *recognizer, const float *samples, size_t count, int rate);

/// Ends the recognizer. The library stays loaded, since it cannot be unloaded safely.
void ij_recognizer_close(ij_recognizer *recognizer);

#endif
