internal import CALSA
internal import CAlsaCalls
internal import Glibc

extension PlaybackDevice {
  /// What the buffer holds, in frames of 10 ms; what is kept ahead in it is less.
  private static let buffer = 30

  /// Opens a device for one channel at a rate, played on both sides of the headset.
  ///
  /// libasound's own messages are kept from stderr for the whole process.
  public static func open(_ name: String, rate: Int) throws(PlaybackError) -> PlaybackDevice {
    ij_alsa_silence()
    var opened: OpaquePointer?
    let result = snd_pcm_open(&opened, name, SND_PCM_STREAM_PLAYBACK, Int32(SND_PCM_NONBLOCK))
    guard result >= 0, let handle = opened else {
      throw PlaybackError(device: name, systemError: -result)
    }
    do throws(PlaybackError) {
      let period = try agree(handle, name, rate)
      return PlaybackDevice(handle, name: name, rate: rate, period: period)
    } catch {
      snd_pcm_close(handle)
      throw error
    }
  }

  /// Sets the device up to fetch little at once, and returns how much, in frames of 10 ms.
  ///
  /// A sound server says only after each period what it has fetched, and keeps as much for itself.
  private static func agree(
    _ handle: OpaquePointer, _ name: String, _ rate: Int
  ) throws(PlaybackError) -> Int {
    var made: OpaquePointer?
    try check(snd_pcm_hw_params_malloc(&made), name)
    defer { snd_pcm_hw_params_free(made) }
    try check(snd_pcm_hw_params_any(handle, made), name)
    try check(snd_pcm_hw_params_set_rate_resample(handle, made, 1), name)
    try check(snd_pcm_hw_params_set_access(handle, made, SND_PCM_ACCESS_RW_INTERLEAVED), name)
    try check(snd_pcm_hw_params_set_format(handle, made, SND_PCM_FORMAT_S16), name)
    try check(snd_pcm_hw_params_set_channels(handle, made, UInt32(channels)), name)
    try check(snd_pcm_hw_params_set_rate(handle, made, UInt32(rate), 0), name)
    var direction: Int32 = 0
    var period = snd_pcm_uframes_t(rate / 100)
    try check(snd_pcm_hw_params_set_period_size_near(handle, made, &period, &direction), name)
    var buffer = snd_pcm_uframes_t(Self.buffer * rate / 100)
    try check(snd_pcm_hw_params_set_buffer_size_near(handle, made, &buffer), name)
    try check(snd_pcm_hw_params(handle, made), name)
    try check(snd_pcm_hw_params_get_period_size(made, &period, &direction), name)
    try startsWhenTold(handle, name)
    return (Int(period) * 100 + rate - 1) / rate
  }

  private static func startsWhenTold(
    _ handle: OpaquePointer, _ name: String
  ) throws(PlaybackError) {
    var made: OpaquePointer?
    try check(snd_pcm_sw_params_malloc(&made), name)
    defer { snd_pcm_sw_params_free(made) }
    try check(snd_pcm_sw_params_current(handle, made), name)
    let never = snd_pcm_uframes_t(Int.max)
    try check(snd_pcm_sw_params_set_start_threshold(handle, made, never), name)
    try check(snd_pcm_sw_params(handle, made), name)
  }

  private static func check(_ result: Int32, _ name: String) throws(PlaybackError) {
    guard result < 0 else { return }
    throw PlaybackError(device: name, systemError: -result)
  }
}
