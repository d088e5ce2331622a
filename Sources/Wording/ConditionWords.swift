package import Conversation

extension WarningCode {
  /// The condition as a clause about a channel.
  package var words: String {
    switch self {
    case .bleed: "the other party's voice leaks in"
    case .noisy: "the noise is close to the speech"
    case .backgroundVoice: "a second, faint voice is heard"
    case .garbled: "the channel carries no speech signal"
    case .identicalChannels: "both channels carry the same audio"
    case .clipping: "the recording is overdriven"
    case .silentChannel: "no signal"
    case .noSpeech: "no speech was found"
    case .lowLevel: "the speech is very quiet"
    case .truncated: "the end of the recording was not read"
    case .damaged: "the file is damaged in the middle"
    case .unfinishedHeader: "the header does not say how long the file is"
    case .nonFiniteSamples: "samples that are not numbers were treated as silence"
    case .offset: "the signal's mean is far from zero"
    case .legsApart: "the two recordings probably begin at different times"
    case .eventsDropped: "events before this one were dropped because they were read too slowly"
    }
  }
}

extension WarningCode {
  /// The condition in a word or two, for where there is no room for a clause.
  package var label: String { rawValue.replacing("_", with: " ") }
}

extension RetractionReason {
  /// What it was, in a word or two.
  package var label: String {
    switch self {
    case .backchannel: "backchannel"
    case .acknowledgement: "agreement"
    case .resumption: "its own turn"
    case .terminal: "end of a turn"
    case .bleed: "leaking voice"
    case .tooShort: "too short"
    }
  }
}

extension DeviceState {
  /// What has become of the device, as the rest of a sentence about it.
  package var words: String {
    switch self {
    case .lost: "is gone; waiting for it"
    case .returned: "is back"
    case .changed: "is now heard"
    case .moved: "was chosen by the sound server"
    }
  }
}

extension RetractionReason {
  /// What it was instead of an interruption.
  package var words: String {
    switch self {
    case .backchannel: "a backchannel"
    case .acknowledgement: "agreement"
    case .resumption: "a return to its own turn"
    case .terminal: "the other was finishing anyway"
    case .bleed: "the other's voice leaking in"
    case .tooShort: "too short"
    }
  }
}

extension UnknownReason {
  /// What happened to the audio.
  package var words: String {
    switch self {
    case .overrun: "samples were dropped"
    case .stall: "the device delivered nothing"
    case .lost: "the device is gone"
    case .unplugged: "the device was unplugged"
    case .moved: "the sound server switched to another device"
    case .ioError: "reading failed"
    case .suspended: "the machine slept"
    case .paused: "paused"
    case .damaged: "the recording is damaged"
    }
  }
}
