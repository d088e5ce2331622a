internal import CALSA

/// The agreement with an opened device on what it will deliver.
struct Negotiation {
  let handle: OpaquePointer
  let request: CaptureRequest

  /// Sets the device up and returns what came of it.
  func agree() throws(CaptureError) -> CaptureFormat {
    var parameters: OpaquePointer?
    try check(snd_pcm_hw_params_malloc(&parameters), "setting up")
    defer { snd_pcm_hw_params_free(parameters) }
    try check(snd_pcm_hw_params_any(handle, parameters), "setting up")
    let access = snd_pcm_hw_params_set_access(handle, parameters, SND_PCM_ACCESS_RW_INTERLEAVED)
    try check(access, "setting up reads from")
    // Resampling is done here, once and the same for every device; a refusal does no harm.
    _ = snd_pcm_hw_params_set_rate_resample(handle, parameters, 0)

    let channels = try chooseChannels(parameters)
    let encoding = try chooseEncoding(parameters)
    let rate = try chooseRate(parameters)
    var direction: Int32 = 0
    var period = snd_pcm_uframes_t(rate * request.settings.periodMilliseconds / 1000)
    let periodSet = snd_pcm_hw_params_set_period_size_near(
      handle, parameters, &period, &direction)
    try check(periodSet, "choosing a period for")
    var buffer = snd_pcm_uframes_t(rate * request.settings.bufferMilliseconds / 1000)
    try check(
      snd_pcm_hw_params_set_buffer_size_near(handle, parameters, &buffer),
      "choosing a buffer for")
    try check(snd_pcm_hw_params(handle, parameters), "setting up")
    try check(snd_pcm_hw_params_get_period_size(parameters, &period, &direction), "asking")
    try check(snd_pcm_hw_params_get_buffer_size(parameters, &buffer), "asking")
    try configureWaking(period: period)
    return CaptureFormat(
      rate: rate, deviceChannels: channels, encoding: encoding, periodFrames: Int(period),
      bufferFrames: Int(buffer))
  }

  /// The fewest channels that hold all that are wanted.
  private func chooseChannels(_ parameters: OpaquePointer?) throws(CaptureError) -> Int {
    let highest = request.channels.max() ?? 1
    let operation =
      request.channels.isEmpty ? "choosing a channel of" : "choosing channel \(highest) of"
    guard (request.channels.min() ?? 1) >= 1, highest <= 32 else {
      throw CaptureError(
        code: .unsupported, device: request.device, operation: operation, systemError: 0)
    }
    var channels = UInt32(highest)
    guard snd_pcm_hw_params_set_channels_min(handle, parameters, &channels) >= 0,
      snd_pcm_hw_params_set_channels_first(handle, parameters, &channels) >= 0
    else {
      throw CaptureError(
        code: .unsupported, device: request.device, operation: operation, systemError: 0)
    }
    return Int(channels)
  }

  private func chooseEncoding(_ parameters: OpaquePointer?) throws(CaptureError) -> SampleEncoding {
    for encoding in SampleEncoding.preferred
    where snd_pcm_hw_params_set_format(handle, parameters, encoding.alsaFormat) >= 0 {
      return encoding
    }
    throw CaptureError(
      code: .unsupported, device: request.device,
      operation: "choosing one of the formats S16, S24, S32 and FLOAT of", systemError: 0)
  }

  private func chooseRate(_ parameters: OpaquePointer?) throws(CaptureError) -> Int {
    var rate = UInt32(request.settings.rate ?? 48_000)
    var direction: Int32 = 0
    let operation = "choosing a rate from 8 to 192 kHz for"
    try check(snd_pcm_hw_params_set_rate_near(handle, parameters, &rate, &direction), operation)
    guard 8_000...192_000 ~= rate else {
      throw CaptureError(
        code: .unsupported, device: request.device, operation: operation, systemError: 0)
    }
    return Int(rate)
  }

  /// Wakes once a period, starts only when told, and stops when the buffer is full.
  private func configureWaking(period: snd_pcm_uframes_t) throws(CaptureError) {
    var parameters: OpaquePointer?
    try check(snd_pcm_sw_params_malloc(&parameters), "setting up")
    defer { snd_pcm_sw_params_free(parameters) }
    try check(snd_pcm_sw_params_current(handle, parameters), "setting up")
    try check(snd_pcm_sw_params_set_avail_min(handle, parameters, period), "setting up")
    let never = snd_pcm_uframes_t(Int.max)
    try check(snd_pcm_sw_params_set_start_threshold(handle, parameters, never), "setting up")
    // Timestamps are a help, not a condition: without them the clock is read beside the samples.
    _ = snd_pcm_sw_params_set_tstamp_mode(handle, parameters, SND_PCM_TSTAMP_ENABLE)
    _ = snd_pcm_sw_params_set_tstamp_type(handle, parameters, SND_PCM_TSTAMP_TYPE_MONOTONIC)
    try check(snd_pcm_sw_params(handle, parameters), "setting up")
  }

  private func check(_ result: Int32, _ operation: String) throws(CaptureError) {
    guard result < 0 else { return }
    throw CaptureError(
      device: request.device, operation: "\(operation) capture device", result: result)
  }
}
