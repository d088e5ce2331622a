internal import CALSA
internal import Glibc

/// An opened playback device that is given frames in step with a microphone, and kept shortly ahead of it.
///
/// Use it from one thread. It never waits: a device that has run dry is silent and begins anew, and what
/// comes too late is left out, so that what is heard is soon in step again. Both are counted.
public struct PlaybackDevice: ~Copyable {
  /// The ALSA name.
  public let name: String
  /// How often the device had run dry, or words were left out.
  public var faults: Int { pace.faults }
  /// Whether it has been unplugged, or has refused everything for 3 s.
  public private(set) var isGone = false

  static let channels = 2

  private let handle: OpaquePointer
  private let rate: Int
  private var pace: PlaybackPace
  private var block: [Int16]

  init(_ handle: OpaquePointer, name: String, rate: Int, period: Int) {
    self.handle = handle
    self.name = name
    self.rate = rate
    pace = PlaybackPace(period: period)
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
    putSilence(pace.ahead)
    snd_pcm_start(handle)
  }

  /// Gives it the next 10 ms, in [-1, 1].
  ///
  /// Where it has drifted from the microphone's clock, a silent frame is left out or put in.
  public mutating func write(_ samples: [Float]) {
    let isSilent = samples.allSatisfy { $0 == 0 }
    switch pace.next(queued: queued, isSilent: isSilent) {
    case .leaveOut: return
    case .write(let silence): putSilence(silence)
    }
    fill(samples)
    if put() { return pace.note(isTaken: true) }
    let state = snd_pcm_state(handle)
    if state == SND_PCM_STATE_DISCONNECTED { isGone = true }
    // A device that runs has no room; any other has run dry or was reset by its server.
    guard state != SND_PCM_STATE_RUNNING, !isGone else { return }
    pace.runDry()
    start()
    fill(samples)
    pace.note(isTaken: put())
    if pace.isLost { isGone = true }
  }

  /// What has been written and not fetched, in frames of 10 ms.
  private var queued: Int? {
    guard snd_pcm_state(handle) == SND_PCM_STATE_RUNNING else { return nil }
    let room = snd_pcm_avail_update(handle)
    var buffer: snd_pcm_uframes_t = 0
    var period: snd_pcm_uframes_t = 0
    guard room >= 0, snd_pcm_get_params(handle, &buffer, &period) >= 0 else { return nil }
    // Of a frame that is nearly fetched something is left.
    return (max(0, Int(buffer) - Int(room)) * 100 + rate - 1) / rate
  }

  private mutating func putSilence(_ frames: Int) {
    guard frames > 0 else { return }
    fill([])
    for _ in 0..<frames { _ = put() }
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
