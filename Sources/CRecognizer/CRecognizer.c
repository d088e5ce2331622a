#include "CRecognizer.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

// The part of Moonshine's C interface that is used, version 2.0.0: layouts of x86-64 and arm64.
enum { header_version = 20000, tiny = 0 };

struct option { const char *name, *value; };

struct line {
  char *text;
  const float *audio;
  size_t audio_count;
  float start, duration;
  uint64_t id;
  int8_t flags[5];
  const void *speakers;
  uint64_t speaker_count;
  uint32_t latency;
  const void *words;
  uint64_t word_count;
};
_Static_assert(sizeof(struct line) == 88, "the layout of the library's lines");

struct transcript {
  const struct line *lines;
  uint64_t count;
};

typedef int32_t load_function(const char *, uint32_t, const struct option *, uint64_t, int32_t);
typedef int32_t transcribe_function(int32_t, const float *, uint64_t, int32_t, uint32_t, struct transcript **);
typedef void free_function(int32_t);

struct ij_recognizer {
  transcribe_function *transcribe;
  free_function *free;
  int32_t handle;
  char *text;
};

ij_recognizer *ij_recognizer_open(const char *library, const char *model, const char **why) {
  // The segments are the detector's already: the library's own detector must not cut them again.
  static const struct option options[] = {{"vad_threshold", "0"}, {"return_audio_data", "false"}};
  // Its threads wait for one another by spinning: twice the processor's time and no gain for short pieces.
  setenv("MOONSHINE_ORT_SINGLE_THREAD", "1", 0);
  void *loaded = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  if (!loaded) {
    *why = dlerror();
    return NULL;
  }
  load_function *load = (load_function *)dlsym(loaded, "moonshine_load_transcriber_from_files");
  transcribe_function *transcribe =
      (transcribe_function *)dlsym(loaded, "moonshine_transcribe_without_streaming");
  free_function *end = (free_function *)dlsym(loaded, "moonshine_free_transcriber");
  if (!load || !transcribe || !end) {
    *why = "it is another version";
    return NULL;
  }
  int32_t handle = load(model, tiny, options, sizeof options / sizeof *options, header_version);
  ij_recognizer *recognizer = handle < 0 ? NULL : calloc(1, sizeof *recognizer);
  if (!recognizer) {
    *why = "its model cannot be read";
    return NULL;
  }
  recognizer->transcribe = transcribe;
  recognizer->free = end;
  recognizer->handle = handle;
  return recognizer;
}

const char *ij_recognizer_text(ij_recognizer *recognizer, const float *samples, size_t count, int rate) {
  struct transcript *found = NULL;
  if (recognizer->transcribe(recognizer->handle, samples, count, rate, 0, &found) != 0 || !found) {
    return NULL;
  }
  size_t length = 1;
  for (uint64_t i = 0; i < found->count; i++) {
    if (found->lines[i].text) length += strlen(found->lines[i].text) + 1;
  }
  char *text = realloc(recognizer->text, length);
  if (!text) return NULL;
  recognizer->text = text;
  char *end = text;
  for (uint64_t i = 0; i < found->count; i++) {
    if (!found->lines[i].text) continue;
    size_t size = strlen(found->lines[i].text);
    memcpy(end, found->lines[i].text, size);
    end += size;
    *end++ = '\n';
  }
  *end = 0;
  return text;
}

void ij_recognizer_close(ij_recognizer *recognizer) {
  recognizer->free(recognizer->handle);
  free(recognizer->text);
  free(recognizer);
}
