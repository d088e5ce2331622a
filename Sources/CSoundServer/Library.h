// The part of libpulse's interface that is used, as of its version 1.0 and since: layouts of 64-bit machines.
// Later versions only append. The library is loaded, not linked, so that none is needed to build or to start.
#ifndef IJ_SOUND_LIBRARY_H
#define IJ_SOUND_LIBRARY_H

#include <stddef.h>
#include <stdint.h>

typedef struct pa_mainloop pa_mainloop;
typedef struct pa_mainloop_api pa_mainloop_api;
typedef struct pa_context pa_context;
typedef struct pa_operation pa_operation;
typedef struct pa_proplist pa_proplist;

struct sample_spec { int format; uint32_t rate; uint8_t channels; };
struct channel_map { uint8_t channels; int map[32]; };
struct volume { uint8_t channels; uint32_t values[32]; };

struct server_info {
  const char *user, *host, *version, *name;
  struct sample_spec spec;
  const char *default_sink, *default_source;
};

/// A sink or a source.
struct device_info {
  const char *name;
  uint32_t index;
  const char *description;
  struct sample_spec spec;
  struct channel_map map;
  uint32_t module;
  struct volume volume;
  int mute;
  /// Of a sink its monitor, of a monitor its sink.
  uint32_t partner;
  const char *partner_name;
  uint64_t latency;
  const char *driver;
  int flags;
  pa_proplist *properties;
  uint64_t configured_latency;
  uint32_t base_volume;
  int state;
};

struct client_info {
  uint32_t index;
  const char *name;
  uint32_t module;
  const char *driver;
  pa_proplist *properties;
};

struct player_info {
  uint32_t index;
  const char *name;
  uint32_t module, client, sink;
  struct sample_spec spec;
  struct channel_map map;
  struct volume volume;
  uint64_t buffer, latency;
  const char *resampler, *driver;
  int mute;
  pa_proplist *properties;
  int corked;
};

struct listener_info {
  uint32_t index;
  const char *name;
  uint32_t module, client, source;
  struct sample_spec spec;
  struct channel_map map;
  uint64_t buffer, latency;
  const char *resampler, *driver;
  pa_proplist *properties;
  int corked;
};

_Static_assert(offsetof(struct server_info, default_source) == 56, "the library's server");
_Static_assert(offsetof(struct device_info, partner) == 308, "the library's devices");
_Static_assert(offsetof(struct device_info, state) == 364, "the library's devices");
_Static_assert(offsetof(struct client_info, properties) == 32, "the library's clients");
_Static_assert(offsetof(struct player_info, corked) == 352, "the library's players");
_Static_assert(offsetof(struct listener_info, corked) == 216, "the library's listeners");

enum { context_ready = 4, context_failed = 5, context_ended = 6 };
enum { no_autospawn = 1 };
/// Sinks, sources, streams of both, and the server's defaults.
enum { changes = 0x01 | 0x02 | 0x04 | 0x08 | 0x80 };

/// The functions, by name, type and parameters.
#define LIBRARY_FUNCTIONS(X)                                                                       \
  X(pa_mainloop_new, pa_mainloop *, (void))                                                        \
  X(pa_mainloop_free, void, (pa_mainloop *))                                                       \
  X(pa_mainloop_get_api, pa_mainloop_api *, (pa_mainloop *))                                       \
  X(pa_mainloop_prepare, int, (pa_mainloop *, int))                                                \
  X(pa_mainloop_poll, int, (pa_mainloop *))                                                        \
  X(pa_mainloop_dispatch, int, (pa_mainloop *))                                                    \
  X(pa_mainloop_wakeup, void, (pa_mainloop *))                                                     \
  X(pa_context_new, pa_context *, (pa_mainloop_api *, const char *))                               \
  X(pa_context_connect, int, (pa_context *, const char *, int, const void *))                      \
  X(pa_context_disconnect, void, (pa_context *))                                                   \
  X(pa_context_unref, void, (pa_context *))                                                        \
  X(pa_context_get_state, int, (pa_context *))                                                     \
  X(pa_context_is_local, int, (pa_context *))                                                      \
  X(pa_context_get_server, const char *, (pa_context *))                                           \
  X(pa_context_subscribe, pa_operation *,                                                          \
    (pa_context *, int, void (*)(pa_context *, int, void *), void *))                              \
  X(pa_context_set_subscribe_callback, void,                                                       \
    (pa_context *, void (*)(pa_context *, int, uint32_t, void *), void *))                         \
  X(pa_context_get_server_info, pa_operation *,                                                    \
    (pa_context *, void (*)(pa_context *, const struct server_info *, void *), void *))            \
  X(pa_context_get_client_info_list, pa_operation *,                                               \
    (pa_context *, void (*)(pa_context *, const struct client_info *, int, void *), void *))       \
  X(pa_context_get_sink_info_list, pa_operation *,                                                 \
    (pa_context *, void (*)(pa_context *, const struct device_info *, int, void *), void *))       \
  X(pa_context_get_source_info_list, pa_operation *,                                               \
    (pa_context *, void (*)(pa_context *, const struct device_info *, int, void *), void *))       \
  X(pa_context_get_sink_input_info_list, pa_operation *,                                           \
    (pa_context *, void (*)(pa_context *, const struct player_info *, int, void *), void *))       \
  X(pa_context_get_source_output_info_list, pa_operation *,                                        \
    (pa_context *, void (*)(pa_context *, const struct listener_info *, int, void *), void *))     \
  X(pa_context_move_source_output_by_index, pa_operation *,                                        \
    (pa_context *, uint32_t, uint32_t, void (*)(pa_context *, int, void *), void *))               \
  X(pa_operation_unref, void, (pa_operation *))                                                    \
  X(pa_proplist_gets, const char *, (pa_proplist *, const char *))

#endif
