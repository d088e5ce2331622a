/* An ALSA capture device without hardware: plays a file, paced by the clock or as fast as it is
 * read, and breaks on command. An external ioplug plugin.
 *
 *   pcm_type.simulated { lib "/path/lib_SimulatedCapture.so" }
 *   pcm.microphone {
 *     type simulated
 *     file "call.wav"      WAV (PCM or float) or raw frames
 *     format S16_LE        of a raw file; a WAV file says it itself
 *     rate 48000           likewise
 *     channels 2           likewise
 *     speed 1              1: paced by CLOCK_MONOTONIC; 0: as fast as it is read, on its own clock
 *     ppm 0                error of the device's clock
 *     granule 1            when paced, frames come in steps of so many milliseconds, as with USB
 *     end "silence"        what follows the file: silence, loop, hold (no more data) or unplug
 *     faults "xrun@1:0.2"  see below
 *     world "/path"        a simulated_world that outlives this opening
 *   }
 *
 * Faults are KIND@SECONDS:DURATION in device time, in ascending order, separated by spaces:
 *
 *   xrun     the state becomes XRUN; DURATION of content is lost
 *   dead     as xrun, and every later prepare and start succeeds only to break again; reopening helps
 *   suspend  the state becomes SUSPENDED; resuming takes DURATION, its content is lost
 *   stall    no data for DURATION, then the content of that time is lost
 *   late     no data for DURATION, then all of it at once; nothing is lost
 *   skip     DURATION of content is lost without any sign
 *   short    for DURATION no more than seven frames are to be had at a time
 *   eio      reading fails with EIO until prepared again; DURATION of content is lost
 *   unplug   the state becomes DISCONNECTED and opening fails for DURATION
 *
 * An unpaced device's time passes only through it: by the frames it delivers, by a lost stretch,
 * by 20 ms for every look at a stalled device and by 50 ms for every refused opening. */
#include "include/SimulatedCapture.h"

#include <alsa/asoundlib.h>
#include <alsa/pcm_external.h>
#include <fcntl.h>
#include <math.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

enum kind { XRUN, DEAD, SUSPEND, STALL, LATE, SKIP, SHORT, EIO_, UNPLUG, KINDS };
static const char *const kind_names[KINDS] = {
    "xrun", "dead", "suspend", "stall", "late", "skip", "short", "eio", "unplug"};
enum ending { SILENCE, LOOP, HOLD, PULLED };

typedef struct {
  enum kind kind;
  int64_t at, length; /* nanoseconds of device time */
} fault;

typedef struct {
  snd_pcm_ioplug_t io;
  const unsigned char *mapped, *frames;
  size_t mapped_size;
  int64_t frame_count;
  unsigned frame_bytes, rate, channels;
  snd_pcm_format_t format;
  double speed, ppm, granule;
  enum ending ending;
  fault faults[32];
  int fault_count, timer, dead, broken;
  simulated_world *world;
  int64_t run_start;  /* device frame at which the present run started */
  int64_t run_frames; /* frames that have become available in it */
  int64_t still_until, short_until, resume_at;
  int64_t armed; /* when the poll descriptor becomes readable, CLOCK_MONOTONIC */
} device;

static int64_t monotonic(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static int64_t now(const device *self) {
  if (self->speed == 0) return self->world->nanoseconds;
  return self->world->epoch ? monotonic() - self->world->epoch : 0;
}

static double true_rate(const device *self) { return self->rate * (1 + self->ppm * 1e-6); }

static int64_t frame_at(const device *self, int64_t time) {
  return llround((double)time * 1e-9 * true_rate(self));
}

static int64_t time_of(const device *self, int64_t frame) {
  return llround((double)frame / true_rate(self) * 1e9);
}

/* Makes the poll descriptor readable at a time of CLOCK_MONOTONIC, and until set anew. */
static void wake_at(device *self, int64_t time) {
  if (time == self->armed) return;
  struct itimerspec when = {{0, 0}, {time / 1000000000, time % 1000000000}};
  timerfd_settime(self->timer, TFD_TIMER_ABSTIME, &when, NULL);
  self->armed = time;
}

/* One that has become readable stays so, and setting it anew would take an interrupt for nothing. */
static void wake_now(device *self) {
  if (self->armed == 0 || self->armed > monotonic()) wake_at(self, 1);
}

static void wake_at_device_time(device *self, int64_t time) {
  wake_at(self, self->world->epoch + time + 1000);
}

static void pass(device *self, int64_t nanoseconds) {
  if (self->speed == 0) self->world->nanoseconds += nanoseconds;
}

static void inject(device *self, const fault *next) {
  self->world->faults_done++;
  int64_t until = next->at + next->length;
  switch (next->kind) {
    case DEAD:
      self->dead = 1;
      /* fall through */
    case XRUN:
      pass(self, next->length);
      snd_pcm_ioplug_set_state(&self->io, SND_PCM_STATE_XRUN);
      break;
    case SUSPEND:
      self->resume_at = until;
      snd_pcm_ioplug_set_state(&self->io, SND_PCM_STATE_SUSPENDED);
      break;
    case STALL:
    case LATE:
      self->still_until = until;
      break;
    case SKIP:
      pass(self, next->length);
      self->run_start += frame_at(self, until) - frame_at(self, next->at);
      break;
    case SHORT:
      self->short_until = until;
      break;
    case EIO_:
      pass(self, next->length);
      self->broken = 1;
      self->run_frames++; /* something to fail to read */
      break;
    case UNPLUG:
      self->world->absent_until = until;
      snd_pcm_ioplug_set_state(&self->io, SND_PCM_STATE_DISCONNECTED);
      break;
    default:
      break;
  }
  wake_now(self);
}

/* Where the next fault stops the stream, as a frame of this run; far away when there is none. */
static int64_t next_stop(const device *self) {
  if (self->world->faults_done >= self->fault_count) return INT64_MAX;
  return frame_at(self, self->faults[self->world->faults_done].at) - self->run_start;
}

/* A stalled device: lets time pass and ends the stall when it is over. True while it lasts. */
static int stalled(device *self) {
  if (self->still_until == 0) return 0;
  pass(self, 20000000);
  if (now(self) < self->still_until) {
    if (self->speed != 0) wake_at_device_time(self, self->still_until);
    return 1;
  }
  if (self->faults[self->world->faults_done - 1].kind == STALL) {
    int64_t lost = frame_at(self, now(self)) - (self->run_start + self->run_frames);
    if (lost > 0) self->run_start += lost;
  }
  self->still_until = 0;
  return 0;
}

/* Paced: becomes readable when a period waits behind the frames taken. */
static void arm(device *self, int64_t taken) {
  int64_t period = taken + (int64_t)self->io.period_size;
  if (self->run_frames >= next_stop(self) || self->run_frames >= period) {
    wake_now(self);
  } else if (self->ending == HOLD && self->run_start + self->run_frames >= self->frame_count) {
    wake_at(self, (int64_t)1 << 61);
  } else {
    int64_t granule = (int64_t)(self->granule * 1e6);
    int64_t time = time_of(self, self->run_start + period);
    wake_at_device_time(self, (time + granule - 1) / granule * granule);
  }
}

static snd_pcm_sframes_t pointer(snd_pcm_ioplug_t *io) {
  device *self = io->private_data;
  if (io->state == SND_PCM_STATE_XRUN) return -EPIPE;
  if (io->state != SND_PCM_STATE_RUNNING || self->broken) return self->run_frames;
  int64_t taken = (int64_t)io->appl_ptr;
  int64_t stop = next_stop(self);
  if (self->run_frames >= stop && taken >= self->run_frames && !self->still_until) {
    inject(self, &self->faults[self->world->faults_done]);
    return io->state == SND_PCM_STATE_XRUN ? -EPIPE : self->run_frames;
  }
  if (self->dead) {
    snd_pcm_ioplug_set_state(io, SND_PCM_STATE_XRUN);
    return -EPIPE;
  }
  if (stalled(self)) return self->run_frames;

  int64_t time = now(self);
  if (self->speed != 0) time -= time % (int64_t)(self->granule * 1e6);
  int64_t due = frame_at(self, time) - self->run_start;
  if (self->speed == 0 && due < taken + (int64_t)io->period_size)
    due = taken + (int64_t)io->period_size;
  if (due > stop) due = stop;
  if (self->short_until > now(self) && due > taken + 7) due = taken + 7;
  int64_t left = self->frame_count - self->run_start;
  if (self->ending == HOLD && due > left) due = left;
  if (self->ending == PULLED && due > left) {
    due = left;
    if (taken >= left) {
      self->world->absent_until = INT64_MAX;
      snd_pcm_ioplug_set_state(io, SND_PCM_STATE_DISCONNECTED);
      return self->run_frames;
    }
  }
  if (due - taken > (int64_t)io->buffer_size) {
    if (self->speed != 0) {
      snd_pcm_ioplug_set_state(io, SND_PCM_STATE_XRUN);
      return -EPIPE;
    }
    due = taken + (int64_t)io->buffer_size;
  }
  if (due > self->run_frames) self->run_frames = due;
  if (self->speed == 0) {
    time = time_of(self, self->run_start + self->run_frames);
    if (time > self->world->nanoseconds) self->world->nanoseconds = time;
    if (self->run_frames > taken) wake_now(self);
  } else {
    arm(self, taken);
  }
  return self->run_frames;
}

static snd_pcm_sframes_t transfer(
    snd_pcm_ioplug_t *io, const snd_pcm_channel_area_t *areas, snd_pcm_uframes_t offset,
    snd_pcm_uframes_t size) {
  device *self = io->private_data;
  if (self->broken) return -EIO;
  unsigned char *target = (unsigned char *)areas->addr + (areas->first + areas->step * offset) / 8;
  int64_t frame = self->run_start + (int64_t)io->appl_ptr;
  for (snd_pcm_uframes_t done = 0; done < size; done++, frame++) {
    int64_t from = self->ending == LOOP && self->frame_count ? frame % self->frame_count : frame;
    if (from < self->frame_count)
      memcpy(target, self->frames + from * self->frame_bytes, self->frame_bytes);
    else
      snd_pcm_format_set_silence(self->format, target, self->channels);
    target += self->frame_bytes;
  }
  if (self->speed != 0) arm(self, (int64_t)(io->appl_ptr + size));
  return (snd_pcm_sframes_t)size;
}

static int start(snd_pcm_ioplug_t *io) {
  device *self = io->private_data;
  if (self->speed != 0 && self->world->epoch == 0) self->world->epoch = monotonic();
  self->run_start = frame_at(self, now(self));
  self->run_frames = 0;
  wake_now(self);
  return 0;
}

static int stop(snd_pcm_ioplug_t *io) {
  (void)io;
  return 0;
}

static int prepare(snd_pcm_ioplug_t *io) {
  device *self = io->private_data;
  self->run_frames = 0;
  self->broken = 0;
  return 0;
}

/* As in the kernel, resuming a sleeping card takes until it is awake. */
static int resume(snd_pcm_ioplug_t *io) {
  device *self = io->private_data;
  if (self->speed == 0) {
    self->world->nanoseconds = self->resume_at;
  } else {
    while (now(self) < self->resume_at) usleep(2000);
  }
  self->run_start = frame_at(self, now(self)) - (int64_t)io->appl_ptr;
  self->run_frames = (int64_t)io->appl_ptr;
  snd_pcm_ioplug_set_state(io, SND_PCM_STATE_RUNNING);
  wake_now(self);
  return 0;
}

static int poll_revents(
    snd_pcm_ioplug_t *io, struct pollfd *descriptors, unsigned count, unsigned short *revents) {
  device *self = io->private_data;
  (void)count;
  *revents = 0;
  if (!(descriptors->revents & POLLIN)) return 0;
  snd_pcm_sframes_t frames = pointer(io);
  if (frames < 0 || io->state != SND_PCM_STATE_RUNNING)
    *revents = POLLIN | POLLERR;
  else if (self->broken || (self->speed == 0 && frames > (snd_pcm_sframes_t)io->appl_ptr))
    *revents = POLLIN;
  else if (frames >= (snd_pcm_sframes_t)(io->appl_ptr + io->period_size))
    *revents = POLLIN;
  return 0;
}

static int dispose(device *self, int error) {
  if (self->timer >= 0) close(self->timer);
  if (self->mapped) munmap((void *)self->mapped, self->mapped_size);
  if (self->world) munmap(self->world, sizeof *self->world);
  free(self);
  return error;
}

static int close_device(snd_pcm_ioplug_t *io) { return dispose(io->private_data, 0); }

static const snd_pcm_ioplug_callback_t callbacks = {
    .start = start,
    .stop = stop,
    .pointer = pointer,
    .transfer = transfer,
    .prepare = prepare,
    .resume = resume,
    .poll_revents = poll_revents,
    .close = close_device,
};

static unsigned little(const unsigned char *bytes, int count) {
  unsigned value = 0;
  while (count-- > 0) value = value << 8 | bytes[count];
  return value;
}

/* Finds format and frames of a WAV file; leaves a raw one as the options describe it. */
static int find_frames(device *self) {
  const unsigned char *data = self->mapped;
  size_t size = self->mapped_size, bytes = size;
  self->frames = data;
  if (size >= 12 && !memcmp(data, "RIFF", 4) && !memcmp(data + 8, "WAVE", 4)) {
    size_t at = 12;
    for (; at + 8 <= size && memcmp(data + at, "data", 4); at += 8 + (little(data + at + 4, 4) + 1) / 2 * 2) {
      if (memcmp(data + at, "fmt ", 4) || at + 24 > size) continue;
      unsigned bits = little(data + at + 22, 2);
      self->channels = little(data + at + 10, 2);
      self->rate = little(data + at + 12, 4);
      self->format = little(data + at + 8, 2) == 3 ? SND_PCM_FORMAT_FLOAT_LE
                     : bits == 16                  ? SND_PCM_FORMAT_S16_LE
                     : bits == 24                  ? SND_PCM_FORMAT_S24_3LE
                                                   : SND_PCM_FORMAT_S32_LE;
    }
    if (at + 8 > size) return -EINVAL;
    self->frames = data + at + 8;
    bytes = little(data + at + 4, 4);
    if (bytes > size - at - 8) bytes = size - at - 8;
  }
  if (!self->rate || !self->channels || snd_pcm_format_physical_width(self->format) < 8)
    return -EINVAL;
  self->frame_bytes = (unsigned)snd_pcm_format_physical_width(self->format) / 8 * self->channels;
  self->frame_count = (int64_t)(bytes / self->frame_bytes);
  return 0;
}

static int read_faults(device *self, const char *text) {
  char name[16];
  double at, length;
  int used;
  while (*text && self->fault_count < 32) {
    if (sscanf(text, " %15[a-z]@%lf:%lf%n", name, &at, &length, &used) != 3) return -EINVAL;
    fault *next = &self->faults[self->fault_count++];
    *next = (fault){KINDS, llround(at * 1e9), llround(length * 1e9)};
    for (int kind = 0; kind < KINDS; kind++)
      if (!strcmp(name, kind_names[kind])) next->kind = (enum kind)kind;
    if (next->kind == KINDS) return -EINVAL;
    text += used;
    while (*text == ' ') text++;
  }
  return 0;
}

static int map_file(device *self, const char *path) {
  struct stat status;
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return -errno;
  int error = fstat(file, &status) < 0 ? -errno : 0;
  self->mapped_size = error ? 0 : (size_t)status.st_size;
  void *mapped = MAP_FAILED;
  if (!error) mapped = mmap(NULL, self->mapped_size, PROT_READ, MAP_PRIVATE, file, 0);
  close(file);
  if (error || mapped == MAP_FAILED) return error ? error : -EINVAL;
  self->mapped = mapped;
  return find_frames(self);
}

static int map_world(device *self, const char *path) {
  int file = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
  if (path && file < 0) return -errno;
  void *mapped = mmap(
      NULL, sizeof *self->world, PROT_READ | PROT_WRITE,
      path ? MAP_SHARED : MAP_PRIVATE | MAP_ANONYMOUS, file, 0);
  if (file >= 0) close(file);
  if (mapped == MAP_FAILED) return -ENOMEM;
  self->world = mapped;
  return 0;
}

static double number(snd_config_t *node) {
  double value = 0;
  const char *text;
  if (snd_config_get_ireal(node, &value) < 0 && !snd_config_get_string(node, &text))
    value = atof(text);
  return value;
}

static int configure(device *self, snd_config_t *conf) {
  const char *file = NULL, *world = NULL, *faults = "";
  snd_config_iterator_t entry, following;
  snd_config_for_each(entry, following, conf) {
    snd_config_t *node = snd_config_iterator_entry(entry);
    const char *id, *text = "";
    if (snd_config_get_id(node, &id) < 0) continue;
    snd_config_get_string(node, &text);
    if (!strcmp(id, "type") || !strcmp(id, "comment") || !strcmp(id, "hint")) continue;
    if (!strcmp(id, "file")) file = text;
    else if (!strcmp(id, "world")) world = text;
    else if (!strcmp(id, "faults")) faults = text;
    else if (!strcmp(id, "format")) self->format = snd_pcm_format_value(text);
    else if (!strcmp(id, "rate")) self->rate = (unsigned)number(node);
    else if (!strcmp(id, "channels")) self->channels = (unsigned)number(node);
    else if (!strcmp(id, "speed")) self->speed = number(node);
    else if (!strcmp(id, "ppm")) self->ppm = number(node);
    else if (!strcmp(id, "granule")) self->granule = number(node);
    else if (!strcmp(id, "end"))
      self->ending = !strcmp(text, "loop")     ? LOOP
                     : !strcmp(text, "hold")   ? HOLD
                     : !strcmp(text, "unplug") ? PULLED
                                               : SILENCE;
    else return -EINVAL;
  }
  if (!file) return -EINVAL;
  int error = map_file(self, file);
  if (!error) error = map_world(self, world);
  if (self->granule < 0.01) return -EINVAL;
  return error ? error : read_faults(self, faults);
}

static int constrain(snd_pcm_ioplug_t *io, const device *self) {
  unsigned access = SND_PCM_ACCESS_RW_INTERLEAVED, format = (unsigned)self->format;
  int error = snd_pcm_ioplug_set_param_list(io, SND_PCM_IOPLUG_HW_ACCESS, 1, &access);
  if (!error) error = snd_pcm_ioplug_set_param_list(io, SND_PCM_IOPLUG_HW_FORMAT, 1, &format);
  const unsigned limits[][3] = {
      {SND_PCM_IOPLUG_HW_CHANNELS, self->channels, self->channels},
      {SND_PCM_IOPLUG_HW_RATE, self->rate, self->rate},
      {SND_PCM_IOPLUG_HW_PERIOD_BYTES, 16 * self->frame_bytes, 32768 * self->frame_bytes},
      {SND_PCM_IOPLUG_HW_BUFFER_BYTES, 32 * self->frame_bytes, 131072 * self->frame_bytes},
      {SND_PCM_IOPLUG_HW_PERIODS, 2, 1024},
  };
  for (unsigned i = 0; !error && i < sizeof limits / sizeof *limits; i++)
    error = snd_pcm_ioplug_set_param_minmax(io, (int)limits[i][0], limits[i][1], limits[i][2]);
  return error;
}

SND_PCM_PLUGIN_DEFINE_FUNC(simulated) {
  (void)root;
  if (stream != SND_PCM_STREAM_CAPTURE) return -EINVAL;
  device *self = calloc(1, sizeof *self);
  if (!self) return -ENOMEM;
  self->format = SND_PCM_FORMAT_S16_LE;
  self->rate = 48000;
  self->channels = 2;
  self->speed = self->granule = 1;
  self->timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
  int error = self->timer < 0 ? -errno : configure(self, conf);
  if (error) return dispose(self, error);
  if (now(self) < self->world->absent_until) {
    pass(self, 50000000);
    return dispose(self, -ENODEV);
  }
  if (self->world->faults_done > 0 && self->world->hold != simulated_hold_none) {
    if (self->world->hold == simulated_hold_let_go) self->world->hold = simulated_hold_none;
    return dispose(self, -ENODEV);
  }
  self->io.version = SND_PCM_IOPLUG_VERSION;
  self->io.name = "Interject simulated capture device";
  self->io.flags = SND_PCM_IOPLUG_FLAG_MONOTONIC | SND_PCM_IOPLUG_FLAG_BOUNDARY_WA;
  self->io.callback = &callbacks;
  self->io.private_data = self;
  self->io.poll_fd = self->timer;
  self->io.poll_events = POLLIN;
  error = snd_pcm_ioplug_create(&self->io, name, stream, mode);
  if (error < 0) return dispose(self, error);
  error = constrain(&self->io, self);
  if (error < 0) {
    snd_pcm_ioplug_delete(&self->io);
    return error;
  }
  self->world->opens++;
  *pcmp = self->io.pcm;
  return 0;
}

SND_PCM_PLUGIN_SYMBOL(simulated);
