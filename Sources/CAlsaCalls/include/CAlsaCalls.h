/* libasound as a capture thread may call it, prefix ij_.
 *
 * What libasound or one of its plugins does inside a call marked IJ_REALTIME is theirs; for hardware
 * it is a system call or a read of mapped memory. */
#ifndef IJ_CALSACALLS_H
#define IJ_CALSACALLS_H

#include <CRealtime.h>
#include <alsa/asoundlib.h>

/* Stops libasound from writing to stderr; for the whole process. */
void ij_alsa_silence(void);

/* The libasound calls of the capture thread. */
IJ_REALTIME int ij_pcm_revents(
    snd_pcm_t *pcm, struct pollfd *descriptors, int count, unsigned short *revents);
IJ_REALTIME snd_pcm_sframes_t ij_pcm_avail_update(snd_pcm_t *pcm);
IJ_REALTIME int ij_pcm_htimestamp(snd_pcm_t *pcm, snd_pcm_uframes_t *avail, int64_t *nanoseconds);
IJ_REALTIME int ij_pcm_delay(snd_pcm_t *pcm, snd_pcm_sframes_t *frames);
IJ_REALTIME snd_pcm_sframes_t ij_pcm_readi(snd_pcm_t *pcm, void *target, snd_pcm_uframes_t frames);
IJ_REALTIME int ij_pcm_state(snd_pcm_t *pcm);
IJ_REALTIME int ij_pcm_prepare(snd_pcm_t *pcm);
IJ_REALTIME int ij_pcm_start(snd_pcm_t *pcm);
IJ_REALTIME int ij_pcm_resume(snd_pcm_t *pcm);

#endif
