// The door to the sound server: PulseAudio, or PipeWire in its place, by way of libpulse, which is loaded
// while the program runs if it is there. Use a connection from one thread, but for ij_sound_wake.
#ifndef IJ_SOUND_SERVER_H
#define IJ_SOUND_SERVER_H

#include <stdbool.h>
#include <stdint.h>

typedef struct ij_sound_server ij_sound_server;

enum {
  /// The library is not there, or is not the one that is meant.
  IJ_SOUND_NO_LIBRARY = -1,
  /// There is no server, or it has refused or ended the connection.
  IJ_SOUND_GONE = -2,
  /// The server is there and has not answered in time.
  IJ_SOUND_SILENT = -3,
};

enum {
  IJ_SOUND_SINK,
  IJ_SOUND_SOURCE,
  /// A stream that plays into a sink.
  IJ_SOUND_PLAYER,
  /// A stream that captures from a source.
  IJ_SOUND_LISTENER,
};

/// Something that the server has; texts live as long as the call that tells of it.
typedef struct {
  int kind;
  uint32_t index;
  /// The sink that a source monitors, or a stream's sink or source; UINT32_MAX for none.
  uint32_t device;
  /// The process that a stream belongs to; 0 where that is not known.
  uint32_t process;
  /// Whether a device runs, or a stream is not paused.
  bool is_running;
  /// Whether a device is muted.
  bool is_muted;
  /// The name of a device; the program of a stream.
  const char *name;
  /// What a device is called; the title of a stream.
  const char *description;
} ij_sound_entry;

/// The server itself.
typedef struct {
  const char *software, *address, *default_sink, *default_source;
  bool is_local;
} ij_sound_facts;

typedef void ij_sound_facts_function(void *context, const ij_sound_facts *facts);
typedef void ij_sound_entry_function(void *context, const ij_sound_entry *entry);

/// Connects under a program's name within a time. Starts no server. NULL where that fails, with the reason.
ij_sound_server *ij_sound_open(const char *program, int milliseconds, int *reason);

/// Asks for everything that the server has. Returns 0, or a reason; the connection is of no use then.
int ij_sound_look(
    ij_sound_server *server, int milliseconds, ij_sound_facts_function *put_facts,
    ij_sound_entry_function *put_entry, void *context);

/// Waits for a change. Returns 1 for a change, 0 when the time is over or somebody wakes, or a reason.
int ij_sound_wait(ij_sound_server *server, int milliseconds);

/// Asks for a capturing stream to be moved to a source; what comes of it is a change.
void ij_sound_move(ij_sound_server *server, uint32_t listener, uint32_t source);

/// Ends a wait; from any thread, as long as the connection is there.
void ij_sound_wake(ij_sound_server *server);

/// Ends the connection, without waiting for the server.
void ij_sound_close(ij_sound_server *server);

#endif
