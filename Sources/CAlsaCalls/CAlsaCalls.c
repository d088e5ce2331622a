#include "include/CAlsaCalls.h"

static void say_nothing(
    const char *file, int line, const char *function, int error, const char *format, ...) {
  (void)file, (void)line, (void)function, (void)error, (void)format;
}

void ij_alsa_silence(void) { snd_lib_error_set_handler(say_nothing); }

int ij_pcm_revents(
    snd_pcm_t *pcm, struct pollfd *descriptors, int count, unsigned short *revents) {
  return snd_pcm_poll_descriptors_revents(pcm, descriptors, (unsigned)count, revents);
}

snd_pcm_sframes_t ij_pcm_avail_update(snd_pcm_t *pcm) { return snd_pcm_avail_update(pcm); }

int ij_pcm_htimestamp(snd_pcm_t *pcm, snd_pcm_uframes_t *avail, int64_t *nanoseconds) {
  snd_htimestamp_t stamp = {0, 0};
  int error = snd_pcm_htimestamp(pcm, avail, &stamp);
  *nanoseconds = (int64_t)stamp.tv_sec * 1000000000 + stamp.tv_nsec;
  return error;
}

int ij_pcm_delay(snd_pcm_t *pcm, snd_pcm_sframes_t *frames) { return snd_pcm_delay(pcm, frames); }

snd_pcm_sframes_t ij_pcm_readi(snd_pcm_t *pcm, void *target, snd_pcm_uframes_t frames) {
  return snd_pcm_readi(pcm, target, frames);
}

int ij_pcm_state(snd_pcm_t *pcm) { return (int)snd_pcm_state(pcm); }
int ij_pcm_prepare(snd_pcm_t *pcm) { return snd_pcm_prepare(pcm); }
int ij_pcm_start(snd_pcm_t *pcm) { return snd_pcm_start(pcm); }
int ij_pcm_resume(snd_pcm_t *pcm) { return snd_pcm_resume(pcm); }
