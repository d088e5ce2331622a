extension CallReference {
  /// An error thrown by reading a reference.
  public struct ReadingError: Error, CustomStringConvertible {
    /// The kind of fault.
    public enum Code: Sendable {
      /// The file cannot be read.
      case unreadable
      /// The file is no text, as a recording.
      case notText
      /// The file is none of the formats, or says nothing of the parties.
      case unknownFormat
      /// Speech that does not begin and then end at times of a recording.
      case badTime
      /// A line that is none of its format.
      case badLine
      /// A line of another recording than the lines before.
      case severalRecordings
      /// An overlap of a party or a kind that there is not.
      case badOverlap
      /// Speech that begins after the recording has ended.
      case otherRecording
      /// Speech or an overlap that goes on after the recording has ended.
      case beyondRecording
    }

    /// The kind of fault.
    public let code: Code
    /// The file.
    public let path: String
    /// The line at fault, or the overlap, counted from 1; nil where it is the whole file.
    public var line: Int?

    private var place: String { path + (line.map { ":\($0)" } ?? "") }

    /// The error in one line.
    public var description: String {
      switch code {
      case .unreadable: "\(path): cannot be read; check the name and the permissions"
      case .notText:
        "\(path): not a text file; give who speaks when as RTTM, Audacity labels or "
          + "JSON with \"speech\""
      case .unknownFormat:
        "\(path): no speech by agent or customer found; give RTTM with these speaker names, "
          + "Audacity labels such as \"agent speech\", or JSON with \"speech\""
      case .badTime:
        "\(place): speech without a start and an end after it; "
          + "give both in seconds from the start of the recording"
      case .badLine:
        "\(place): not a line of labels or RTTM; give start, end and name between tabs, "
          + "seconds with a decimal point, or SPEAKER and its fields"
      case .severalRecordings:
        "\(place): speech of a different recording; give the lines of one recording only"
      case .badOverlap:
        "\(path): overlap \(line ?? 0) has no known party or kind; give \"by\" as 0 (agent) or 1 "
          + "and \"kind\" as interruption, backchannel, terminal or unlabelled"
      case .beyondRecording:
        "\(path): speech or an overlap continues after the end of the recording; "
          + "name the reference of this recording"
      case .otherRecording:
        "\(path): speech begins after the end of the recording; "
          + "name the reference of this recording"
      }
    }
  }
}
