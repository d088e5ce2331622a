/// The words of a recording as somebody's recognizer has written them down.
public struct Transcript: Equatable, Sendable {
  /// What one speaker said.
  public struct Track: Equatable, Sendable {
    /// What the transcript calls the speaker.
    public var label: SpeakerLabel
    /// The words, by start.
    public var words: [Word]

    /// Creates what a speaker said.
    public init(label: SpeakerLabel, words: [Word]) {
      self.label = label
      self.words = words
    }
  }

  /// The shape it was read from.
  public let format: TranscriptFormat
  /// The language that it names, such as `en-US`; nil where it names none.
  public let language: String?
  /// What each speaker said, in the order in which they first speak in the file.
  public let tracks: [Track]

  /// Creates a transcript.
  public init(format: TranscriptFormat, language: String? = nil, tracks: [Track]) {
    self.format = format
    self.language = language
    self.tracks = tracks
  }

  /// The count of words of all speakers.
  public var count: Int { tracks.reduce(0) { $0 + $1.words.count } }
}
