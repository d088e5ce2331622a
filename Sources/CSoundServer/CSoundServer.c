#include "CSoundServer.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "Library.h"

#define DECLARE(name, type, parameters) static type (*name) parameters;
LIBRARY_FUNCTIONS(DECLARE)

static bool is_loaded;
static pthread_once_t loading = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen("libpulse.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
#define FIND(name, type, parameters) \
  if (!(*(void **)&name = dlsym(library, #name))) return;
  LIBRARY_FUNCTIONS(FIND)
  is_loaded = true;
}

struct client { uint32_t index, process; };

struct ij_sound_server {
  pa_mainloop *loop;
  pa_context *context;
  bool has_changed;
  // The look under way.
  int unanswered;
  bool is_refused;
  struct client *clients;
  size_t client_count, client_room;
  ij_sound_facts_function *put_facts;
  ij_sound_entry_function *put_entry;
  void *caller;
};

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

/// Lets the library work once, until a time in microseconds at most. Returns 0, or the reason for its end.
static int work(ij_sound_server *server, int64_t end) {
  int64_t left = end - now();
  if (left < 0) left = 0;
  if (left > 60000000) left = 60000000;
  if (pa_mainloop_prepare(server->loop, (int)left) < 0 || pa_mainloop_poll(server->loop) < 0 ||
      pa_mainloop_dispatch(server->loop) < 0) {
    return IJ_SOUND_GONE;
  }
  int state = pa_context_get_state(server->context);
  return state == context_failed || state == context_ended ? IJ_SOUND_GONE : 0;
}

static void note_change(pa_context *context, int type, uint32_t index, void *data) {
  (void)context, (void)type, (void)index;
  ((ij_sound_server *)data)->has_changed = true;
}

static void note_outcome(pa_context *context, int success, void *data) {
  (void)context, (void)success, (void)data;
}

static void release(pa_operation *operation) {
  if (operation) pa_operation_unref(operation);
}

ij_sound_server *ij_sound_open(const char *program, int milliseconds, int *reason) {
  *reason = IJ_SOUND_NO_LIBRARY;
  pthread_once(&loading, load);
  ij_sound_server *server = is_loaded ? calloc(1, sizeof *server) : NULL;
  if (!server) return NULL;
  *reason = IJ_SOUND_GONE;
  int64_t end = now() + (int64_t)milliseconds * 1000;
  server->loop = pa_mainloop_new();
  server->context =
      server->loop ? pa_context_new(pa_mainloop_get_api(server->loop), program) : NULL;
  if (!server->context || pa_context_connect(server->context, NULL, no_autospawn, NULL) < 0) {
    ij_sound_close(server);
    return NULL;
  }
  while (pa_context_get_state(server->context) != context_ready) {
    int ended = work(server, end);
    if (!ended && now() < end) continue;
    if (!ended) *reason = IJ_SOUND_SILENT;
    ij_sound_close(server);
    return NULL;
  }
  pa_context_set_subscribe_callback(server->context, note_change, server);
  release(pa_context_subscribe(server->context, changes, note_outcome, NULL));
  return server;
}

/// Ends an answer of many entries; true where there is one more.
static bool goes_on(ij_sound_server *server, int end) {
  if (end == 0) return true;
  if (end < 0) server->is_refused = true;
  server->unanswered--;
  return false;
}

static uint32_t number(pa_proplist *properties, const char *key) {
  const char *text = properties ? pa_proplist_gets(properties, key) : NULL;
  return text ? (uint32_t)strtoul(text, NULL, 10) : 0;
}

static void take_server(pa_context *context, const struct server_info *info, void *data) {
  ij_sound_server *server = data;
  server->unanswered--;
  if (!info) {
    server->is_refused = true;
    return;
  }
  ij_sound_facts facts = {
      .software = info->name,
      .address = pa_context_get_server(context),
      .default_sink = info->default_sink,
      .default_source = info->default_source,
      .is_local = pa_context_is_local(context) != 0,
  };
  server->put_facts(server->caller, &facts);
}

static void take_client(pa_context *context, const struct client_info *info, int end, void *data) {
  (void)context;
  ij_sound_server *server = data;
  if (!goes_on(server, end)) return;
  if (server->client_count == server->client_room) {
    size_t room = server->client_room ? 2 * server->client_room : 64;
    struct client *grown = realloc(server->clients, room * sizeof *grown);
    if (!grown) return;
    server->clients = grown;
    server->client_room = room;
  }
  server->clients[server->client_count++] = (struct client){
      .index = info->index, .process = number(info->properties, "application.process.id")};
}

static void take_device(
    ij_sound_server *server, const struct device_info *info, int end, int kind) {
  if (!goes_on(server, end)) return;
  ij_sound_entry entry = {
      .kind = kind,
      .index = info->index,
      .device = info->partner,
      .is_running = info->state == 0,
      .is_muted = info->mute != 0,
      .name = info->name,
      .description = info->description,
  };
  server->put_entry(server->caller, &entry);
}

static void take_sink(pa_context *context, const struct device_info *info, int end, void *data) {
  (void)context;
  take_device(data, info, end, IJ_SOUND_SINK);
}

static void take_source(pa_context *context, const struct device_info *info, int end, void *data) {
  (void)context;
  take_device(data, info, end, IJ_SOUND_SOURCE);
}

/// Tells of a stream; a program that did not give its own number with it gave it with its connection.
static void put_stream(
    ij_sound_server *server, ij_sound_entry entry, uint32_t client, pa_proplist *properties) {
  entry.process = number(properties, "application.process.id");
  for (size_t place = 0; entry.process == 0 && place < server->client_count; place++) {
    if (server->clients[place].index == client) entry.process = server->clients[place].process;
  }
  entry.name = properties ? pa_proplist_gets(properties, "application.name") : NULL;
  server->put_entry(server->caller, &entry);
}

static void take_player(pa_context *context, const struct player_info *info, int end, void *data) {
  (void)context;
  ij_sound_server *server = data;
  if (!goes_on(server, end)) return;
  ij_sound_entry entry = {
      .kind = IJ_SOUND_PLAYER,
      .index = info->index,
      .device = info->sink,
      .is_running = !info->corked,
      .description = info->name,
  };
  put_stream(server, entry, info->client, info->properties);
}

static void take_listener(
    pa_context *context, const struct listener_info *info, int end, void *data) {
  (void)context;
  ij_sound_server *server = data;
  if (!goes_on(server, end)) return;
  ij_sound_entry entry = {
      .kind = IJ_SOUND_LISTENER,
      .index = info->index,
      .device = info->source,
      .is_running = !info->corked,
      .description = info->name,
  };
  put_stream(server, entry, info->client, info->properties);
}

int ij_sound_look(
    ij_sound_server *server, int milliseconds, ij_sound_facts_function *put_facts,
    ij_sound_entry_function *put_entry, void *context) {
  int64_t end = now() + (int64_t)milliseconds * 1000;
  server->put_facts = put_facts;
  server->put_entry = put_entry;
  server->caller = context;
  server->client_count = 0;
  server->is_refused = false;
  server->has_changed = false;
  // The server answers in this order: clients are known when streams are told.
  pa_operation *asked[] = {
      pa_context_get_server_info(server->context, take_server, server),
      pa_context_get_client_info_list(server->context, take_client, server),
      pa_context_get_sink_info_list(server->context, take_sink, server),
      pa_context_get_source_info_list(server->context, take_source, server),
      pa_context_get_sink_input_info_list(server->context, take_player, server),
      pa_context_get_source_output_info_list(server->context, take_listener, server),
  };
  server->unanswered = 0;
  for (size_t place = 0; place < sizeof asked / sizeof *asked; place++) {
    if (asked[place]) {
      server->unanswered++;
    } else {
      server->is_refused = true;
    }
    release(asked[place]);
  }
  while (server->unanswered > 0) {
    int ended = work(server, end);
    if (ended) return ended;
    if (server->unanswered > 0 && now() >= end) return IJ_SOUND_SILENT;
  }
  return server->is_refused ? IJ_SOUND_GONE : 0;
}

int ij_sound_wait(ij_sound_server *server, int milliseconds) {
  if (!server->has_changed) {
    int ended = work(server, now() + (int64_t)milliseconds * 1000);
    if (ended) return ended;
  }
  return server->has_changed;
}

void ij_sound_move(ij_sound_server *server, uint32_t listener, uint32_t source) {
  release(pa_context_move_source_output_by_index(
      server->context, listener, source, note_outcome, NULL));
}

void ij_sound_wake(ij_sound_server *server) { pa_mainloop_wakeup(server->loop); }

void ij_sound_close(ij_sound_server *server) {
  if (server->context) {
    pa_context_disconnect(server->context);
    pa_context_unref(server->context);
  }
  if (server->loop) pa_mainloop_free(server->loop);
  free(server->clients);
  free(server);
}
