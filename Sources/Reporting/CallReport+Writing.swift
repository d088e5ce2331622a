public import Conversation

extension CallReport {
  /// The call in a format, in UTF-8; nil for a format that is written while the call is read.
  ///
  /// Tables that go on with another call's rows have no header once more.
  public func bytes(
    as format: OutputFormat, style: ReportStyle = ReportStyle(), goesOn: Bool = false,
    commands: ReaderCommands? = nil
  ) -> [UInt8]? {
    switch format {
    case .text:
      Array(
        TextReport(self, style: style, commands: commands).lines.map { $0 + "\n" }.joined().utf8)
    case .json: JSONReport.bytes(self)
    case .csv: goesOn ? MetricsCSV.row(self) : MetricsCSV.bytes([self])
    case .eventsCSV: goesOn ? EventsCSV.rows(self) : EventsCSV.bytes([self])
    case .rttm: RTTM.bytes(self)
    case .audacity: AudacityLabels.bytes(self)
    case .textgrid: TextGrid.bytes(self)
    case .eaf: ElanDocument.bytes(self)
    case .webvtt: WebVTT.bytes(self)
    case .html: CallPage(self, commands: commands).bytes
    case .amazon: AmazonCharacteristics.bytes(self)
    case .jsonl, .frames: nil
    }
  }
}

extension OutputFormat {
  /// What a stream of calls in this format begins with: the header of a table, whose last columns are
  /// the calls' labels.
  public func header(for labels: [CallLabel]) -> [UInt8] {
    switch self {
    case .csv: MetricsCSV.header(for: labels)
    case .eventsCSV: EventsCSV.header(for: labels)
    default: []
    }
  }
}
