package import Conversation

extension ToneChange {
  /// What has changed, as in `pitch 180 to 230 Hz`.
  package var words: String {
    let places = measure == .rate ? 1 : 0
    let figures = [from, to].map { FigureText.decimal($0, places: places) }
    return "\(measure.words) \(figures[0]) to \(figures[1]) \(measure.unit)"
  }
}

extension ToneMeasure {
  /// The name of the measure.
  package var words: String {
    switch self {
    case .pitch: "pitch"
    case .loudness: "level"
    case .rate: "syllable rate"
    }
  }

  fileprivate var unit: String {
    switch self {
    case .pitch: "Hz"
    case .loudness: "dBFS"
    case .rate: "/s"
    }
  }
}
