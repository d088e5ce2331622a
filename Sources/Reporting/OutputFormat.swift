/// The forms in which a call's results are written, by their names on the command line.
public enum OutputFormat: String, CaseIterable, Hashable, Sendable {
  /// The report for people.
  case text
  /// One object for the call.
  case json
  /// The event stream, one object a line.
  case jsonl
  /// The speech probability of every frame.
  case frames
  /// One row of measures for the call.
  case csv
  /// One row for each thing that happened.
  case eventsCSV = "events-csv"
  /// NIST Rich Transcription Time Marked.
  case rttm
  /// An Audacity label track.
  case audacity
  /// A Praat TextGrid.
  case textgrid
  /// An ELAN annotation document.
  case eaf
  /// WebVTT captions.
  case webvtt
  /// A page for a browser.
  case html
  /// The `ConversationCharacteristics` of Amazon Transcribe Call Analytics.
  case amazon

  /// The end of a file's name, without the dot in front; no two formats share it.
  public var fileExtension: String {
    switch self {
    case .text: "txt"
    case .json: "json"
    case .jsonl: "jsonl"
    case .frames: "frames.csv"
    case .csv: "csv"
    case .eventsCSV: "events.csv"
    case .rttm: "rttm"
    case .audacity: "labels.txt"
    case .textgrid: "TextGrid"
    case .eaf: "eaf"
    case .webvtt: "vtt"
    case .html: "html"
    case .amazon: "amazon.json"
    }
  }

  /// Whether the text is written while the call is read, and so by no finished report.
  public var isStreamed: Bool { self == .jsonl || self == .frames }

  /// Whether the results of several calls may follow one another in one stream.
  ///
  /// Others are documents of their own, or do not name the call that a line belongs to.
  public var isSeries: Bool {
    switch self {
    case .text, .json, .jsonl, .csv, .eventsCSV, .rttm: true
    case .frames, .audacity, .textgrid, .eaf, .webvtt, .html, .amazon: false
    }
  }
}
