internal import CALSA
internal import CAlsaCalls
internal import Glibc

/// An opened playback device that is given frames in step with a microphone, and kept shortly ahead of it.
///
/// Use it from one thread. It never waits: what finds no room is left out, and a device that has run
/// dry begins anew. Both are counted.
public struct PlaybackDevice: ~Copyable {
  /// The ALSA name.
  public let name: String
  /// How often the device had run dry, or had no room.
  public private(set) var faults = 0
  /// Whether it has been unplugged.
  public private(set) var isGone = false

  /// What is ahead of the ear, in frames of 10 ms: enough for a busy machine, little enough to stop soon.
  private static let ahead = 4
  private static let channels = 2

  private let handle: OpaquePointer
  private let rate: Int
  private var block: [Int16]

  /// Opens a device for one channel at a rate, played on both sides of the headset.
  ///
  /// libasound's own messages are kept from stderr for the whole process.
  public static func open(_ name: String, rate: Int) throws(PlaybackError) -> PlaybackDevice {
    ij_alsa_silence()
    var opened: OpaquePointer?
    var result = snd_pcm_open(&opened, name, SND_PCM_STREAM_PLAYBACK, Int32(SND_PCM_NONBLOCK))
    guard result >= 0, let handle = opened else {
      throw PlaybackError(device: name, systemError: -result)
    }
    // The buffer; what is kept ahead in it is less.
    result = snd_pcm_set_params(
      handle, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, UInt32(channels), UInt32(rate), 1,
      200_000)
    guard result >= 0 else {
      snd_pcm_close(handle)
      throw PlaybackError(device: name, systemError: -result)
    }
    return PlaybackDevice(handle, name: name, rate: rate)
  }

  private init(_ handle: OpaquePointer, name: String, rate: Int) {
    self.handle = handle
    self.name = name
    self.rate = rate
    block = Array(repeating: 0, count: Self.channels * rate / 100)
  }

  deinit {
    snd_pcm_drop(handle)
    snd_pcm_close(handle)
  }

  /// The time in frames of 10 ms after which what is written now is heard; nil where it does not say.
  public var delay: Int? {
    var frames: snd_pcm_sframes_t = 0
    guard snd_pcm_delay(handle, &frames) >= 0, frames >= 0 else { return nil }
    return Int(frames) * 100 / rate
  }

  /// Begins to play: silence, as much as is kept ahead.
  public mutating func start() {
    snd_pcm_prepare(handle)
    for index in block.indices { block[index] = 0 }
    for _ in 0..<Self.ahead { _ = put() }
    snd_pcm_start(handle)
  }

  /// Gives it the next 10 ms, in [-1, 1].
  ///
  /// Where it has drifted from the microphone's clock, a silent frame is left out or put in.
  public mutating func write(_ samples: [Float]) {
    let isSilent = samples.allSatisfy { $0 == 0 }
    if isSilent, let queued = queued {
      if queued > 2 * Self.ahead { return }
      if queued < Self.ahead / 2 { fill([]); _ = put() }
    }
    fill(samples)
    let isTaken = put()
    let state = snd_pcm_state(handle)
    let isRunning = state == SND_PCM_STATE_RUNNING
    if state == SND_PCM_STATE_DISCONNECTED { isGone = true }
    if isTaken, isRunning { return }
    faults += 1
    // A device that runs has no room; any other has run dry or was reset by its server.
    guard !isRunning, !isGone else { return }
    start()
    fill(samples)
    _ = put()
  }

  /// What has been written and not fetched, in frames of 10 ms.
  private var queued: Int? {
    let room = snd_pcm_avail_update(handle)
    var buffer: snd_pcm_uframes_t = 0
    var period: snd_pcm_uframes_t = 0
    guard room >= 0, snd_pcm_get_params(handle, &buffer, &period) >= 0 else { return nil }
    return max(0, Int(buffer) - Int(room)) * 100 / rate
  }

  private mutating func fill(_ samples: [Float]) {
    for index in 0..<block.count / Self.channels {
      let sample = index < samples.count ? samples[index] : 0
      let value = Int16(max(-32_768, min(32_767, (sample * 32_768).rounded())))
      for channel in 0..<Self.channels { block[Self.channels * index + channel] = value }
    }
  }

  /// Writes the block; whether all of it was taken.
  private func put() -> Bool {
    let frames = snd_pcm_uframes_t(block.count / Self.channels)
    return block.withUnsafeBytes {
      snd_pcm_writei(handle, $0.baseAddress, frames) == snd_pcm_sframes_t(frames)
    }
  }
}
