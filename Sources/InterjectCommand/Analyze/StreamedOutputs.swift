import Conversation
import Interject
import Reporting
import VoiceActivity

/// The outputs that are written while the call is heard: events and speech probabilities.
struct StreamedOutputs: ~Copyable {
  private let formats: [OutputFormat]
  private let place: ResultPlace
  private var lines = JSONLines()
  private var events: ResultFile?
  private var frames: ResultFile?
  private var frameBytes: [UInt8] = []
  private var track = SpeechTrack()
  private var isOneChannel = false

  init(formats: [OutputFormat], place: ResultPlace) {
    self.formats = formats.filter(\.isStreamed)
    self.place = place
  }

  /// Begins the files: a recording that is refused leaves none behind.
  mutating func begin(_ session: Session) throws(CommandFailure) {
    for format in formats {
      let file = try place.open(format)
      if format == .frames { frames = consume file } else { events = consume file }
    }
    isOneChannel = session.parties.customer == "none"
    if frames != nil {
      let header = isOneChannel ? FramesText.singleHeader : FramesText.header
      frameBytes.append(contentsOf: header.utf8)
    }
    guard events != nil else { return }
    lines.append(session, version: interjectVersion)
  }

  mutating func append(_ event: Event) {
    if events != nil { lines.append(event) }
  }

  mutating func append(_ evidence: PartyPair<SpeechEvidence>) {
    guard frames != nil else { return }
    track.add(evidence) { frame, probabilities in
      Self.append(frame, probabilities, to: &frameBytes, isOneChannel)
    }
  }

  private static func append(
    _ frame: Int, _ speech: PartyPair<Double>, to bytes: inout [UInt8], _ isOneChannel: Bool
  ) {
    if isOneChannel {
      FramesText.append(frame: frame, speech: Float(speech.agent), to: &bytes)
    } else {
      FramesText.append(
        frame: frame, agent: Float(speech.agent), customer: Float(speech.customer), to: &bytes)
    }
  }

  /// Writes what has come up.
  mutating func flush() throws(CommandFailure) {
    try events?.append(lines.bytes)
    lines.removeAll()
    try frames?.append(frameBytes)
    frameBytes.removeAll(keepingCapacity: true)
  }

  /// Writes the end, and gives files their names.
  mutating func finish(_ summary: Summary) throws(CommandFailure) {
    if events != nil { lines.append(summary) }
    if frames != nil {
      track.finish { frame, probabilities in
        Self.append(frame, probabilities, to: &frameBytes, isOneChannel)
      }
    }
    try flush()
    try events?.finish()
    try frames?.finish()
  }
}
