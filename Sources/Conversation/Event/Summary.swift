/// The end of an event stream: the measures, and how far they can be trusted.
public struct Summary: Equatable, Sendable {
  /// The measures of the whole stream; where calls were followed, of all calls together.
  public var metrics: Metrics
  /// The calls that were found; nil where the stream was not divided into calls.
  public var calls: Int?
  /// The length of the stream where calls were followed.
  public var listened: SampleTime?
  /// The length of the whole stream.
  public var end: SampleTime { listened ?? metrics.duration }
  /// False where the input is too poor for the figures.
  public var reliable: Bool
  /// Which figures would mislead and are left out of every report.
  public var withheld: Withheld {
    get { metrics.withheld }
    set { metrics.withheld = newValue }
  }
  /// What the agent does well and could do better; at most five lines, none on thin evidence.
  public var guidance: [GuidanceLine] = []
  /// The figures from the words; nil without words.
  public var wording: CallWording?
  /// Every repair of the input and every reason for doubt, in plain words.
  public var notes: [String]

  /// Creates a summary.
  public init(
    metrics: Metrics, reliable: Bool, withheld: Withheld = [], notes: [String] = [],
    calls: Int? = nil, listened: SampleTime? = nil
  ) {
    self.metrics = metrics
    self.calls = calls
    self.listened = listened
    self.reliable = reliable
    self.notes = notes
    self.withheld = withheld
  }
}
