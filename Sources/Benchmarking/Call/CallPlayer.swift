import CALSA
import CAlsaCalls
import CRealtime
import Conversation
import Dispatch
import Glibc
import Synchronization

/// Plays a call of known timing into an output device, and tells when it began to sound.
final class CallPlayer: Sendable {
  private struct Played {
    var beginnings: [Int64] = []
    var isOver = false
  }

  private let call: SyntheticCall
  private let length: Int
  private let state = Mutex(Played())
  private let isStopping = Atomic<Bool>(false)
  // Used by one thread at a time: the opening one, then the playing one, then the last.
  nonisolated(unsafe) private let handle: OpaquePointer

  /// Opens an output for as much of a call as `seconds` holds.
  init(_ call: SyntheticCall, seconds: Double, output: String) throws(PlaybackError) {
    ij_alsa_silence()
    var handle: OpaquePointer?
    var status = snd_pcm_open(&handle, output, SND_PCM_STREAM_PLAYBACK, 0)
    guard status >= 0, let handle else { throw PlaybackError(device: output, status: status) }
    // The server resamples; a tenth of a second keeps a busy machine from tearing the call apart.
    status = snd_pcm_set_params(
      handle, SND_PCM_FORMAT_FLOAT, SND_PCM_ACCESS_RW_INTERLEAVED, 2, UInt32(call.rate.rawValue),
      1, 100_000)
    guard status >= 0 else {
      snd_pcm_close(handle)
      throw PlaybackError(device: output, status: status)
    }
    self.handle = handle
    self.call = call
    length = min(call.samples.agent.count, Int(seconds * Double(call.rate.rawValue)))
  }

  deinit {
    snd_pcm_close(handle)
  }

  /// Whether all has been played.
  var isOver: Bool { state.withLock { $0.isOver } }

  /// When the call's first sample sounded, in monotonic nanoseconds; nil where nothing was played.
  var beginning: Int64? {
    state.withLock { played in
      // The first estimates come before the output runs.
      let settled = played.beginnings.dropFirst(played.beginnings.count / 4).sorted()
      return settled.isEmpty ? nil : settled[settled.count / 2]
    }
  }

  /// Begins to play, on a thread of its own.
  func start() {
    DispatchQueue.global().async { self.play() }
  }

  /// Plays no more.
  func stop() {
    isStopping.store(true, ordering: .relaxed)
  }

  private func play() {
    let step = call.rate.frameLength
    var position = 0
    while position < length, !isStopping.load(ordering: .relaxed) {
      let end = min(position + step, length)
      let block = (position..<end).flatMap {
        [call.samples.agent[$0], call.samples.customer[$0]]
      }
      let written = snd_pcm_writei(handle, block, snd_pcm_uframes_t(end - position))
      guard written >= 0 || snd_pcm_recover(handle, Int32(written), 1) >= 0 else { break }
      position += max(0, Int(written))
      var delay: snd_pcm_sframes_t = 0
      guard written > 0, snd_pcm_delay(handle, &delay) >= 0 else { continue }
      let ahead = Double(delay - position) * 1e9 / Double(call.rate.rawValue)
      let beginning = ij_clock_monotonic() + Int64(ahead)
      state.withLock { $0.beginnings.append(beginning) }
    }
    snd_pcm_drain(handle)
    state.withLock { $0.isOver = true }
  }
}
