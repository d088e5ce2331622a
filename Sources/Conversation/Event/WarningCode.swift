/// A condition of the input that makes figures doubtful.
public enum WarningCode: String, CaseIterable, Hashable, Sendable {
  /// The other party's voice leaks into this channel.
  case bleed
  /// The noise is close to the speech.
  case noisy
  /// A second voice, far below the party's own, counts as its speech.
  case backgroundVoice = "background_voice"
  /// The channel carries noise at full level from end to end and no speech.
  case garbled
  /// Both channels carry the same audio.
  case identicalChannels = "identical_channels"
  /// The recording is overdriven.
  case clipping
  /// The channel carries nothing.
  case silentChannel = "silent_channel"
  /// No speech was found in this channel, although the other party talked a lot.
  case noSpeech = "no_speech"
  /// The speech is very quiet.
  case lowLevel = "low_level"
  /// The end of the recording is missing, or lies behind all that is read of its kind.
  case truncated
  /// The file is damaged in the middle.
  case damaged
  /// The header does not say how long the file is, or says less than there is.
  case unfinishedHeader = "unfinished_header"
  /// Samples that are not numbers were treated as silence.
  case nonFiniteSamples = "non_finite_samples"
  /// The signal's mean is far from zero.
  case offset = "dc_offset"
  /// The two recordings of a call probably begin at different times.
  case legsApart = "legs_apart"
  /// Events before this one were not written because their reader was too slow; live only.
  case eventsDropped = "events_dropped"
}
