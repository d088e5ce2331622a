extension SpeechSegments {
  /// The extensions of the files that are read.
  package static let extensions = ["rttm", "textgrid", "eaf", "csv", "jsonl", "json"]

  /// Reads a file by the extension of its name; of several recordings' RTTM, that of `recording`.
  package init(contentsOf path: String, recording: String) throws(BatchError) {
    let kind = path.lastPart.dropFirst(path.lastPart.withoutExtension.count + 1).lowercased()
    guard Self.extensions.contains(kind) else {
      throw BatchError(
        .usage, at: path,
        "segments are read from .\(Self.extensions.joined(separator: ", .")); convert the file, or "
          + "rename it")
    }
    let text = try String(textOf: path, kind: "file of segments")
    self.init()
    do throws(Fault) {
      switch kind {
      case "rttm": try readRTTM(text, recording: recording)
      case "textgrid": try readTextGrid(text)
      case "eaf": try readELAN(text)
      case "csv": try readCSV(text)
      case "jsonl": try readJSONLines(text)
      default: try readJSON(text)
      }
    } catch {
      let place = error.line.map { "\(path):\($0)" } ?? path
      throw BatchError(.data, at: place, "\(error.problem); correct the file")
    }
    finish()
    guard !speakers.isEmpty else {
      throw BatchError(
        .data, at: path, "it has no segments of speech; check that it is the right one")
    }
  }

  /// What is wrong with a file of segments, and in which line.
  struct Fault: Error {
    var line: Int?
    var problem: String
  }

  private mutating func readRTTM(_ text: String, recording: String) throws(Fault) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let rows = lines.enumerated().map {
      (line: $0 + 1, fields: $1.split(whereSeparator: \.isWhitespace))
    }
    .filter { ["SPEAKER", "NOSCORE"].contains($0.fields.first) }
    let files = Set(rows.compactMap { $0.fields.count > 1 ? String($0.fields[1]) : nil })
    let name = recording.lastPart.withoutExtension
    guard files.count < 2 || files.contains(name) else {
      throw Fault(line: nil, problem: "it covers \(files.count) recordings, none called \(name)")
    }
    for row in rows where files.count < 2 || row.fields[1] == name {
      guard row.fields.count >= 8, let start = Double(row.fields[3]),
        let length = Double(row.fields[4])
      else {
        throw Fault(
          line: row.line, problem: "not RTTM: start and length are the 4th and 5th fields")
      }
      let problem =
        row.fields[0] == "NOSCORE"
        ? addUnknown(from: start, to: start + length)
        : add(String(row.fields[7]), from: start, to: start + length)
      if let problem { throw Fault(line: row.line, problem: problem) }
    }
  }

  private mutating func readCSV(_ text: String) throws(Fault) {
    let table = DelimitedText(text)
    if let line = table.openQuote { throw Fault(line: line, problem: "a quote is not closed") }
    let names = (table.rows.first?.fields ?? []).map {
      $0.trimmed.lowercased()
    }
    let speaker = ["speaker", "party", "label", "name"].lazy.compactMap(names.firstIndex(of:)).first
    guard let speaker, let start = names.firstIndex(of: "start"),
      let end = names.firstIndex(of: "end")
    else {
      throw Fault(line: 1, problem: "its first line must name the columns start, end and speaker")
    }
    let event = names.firstIndex(of: "event")
    for row in table.rows.dropFirst() {
      let kind = event.flatMap { $0 < row.fields.count ? row.fields[$0] : nil } ?? "speech"
      guard ["speech", "unknown"].contains(kind) else { continue }
      guard row.fields.count > max(speaker, start, end), let from = Double(row.fields[start]),
        let to = Double(row.fields[end])
      else { throw Fault(line: row.line, problem: "start and end must be numbers of seconds") }
      let problem =
        kind == "unknown"
        ? addUnknown(from: from, to: to) : add(row.fields[speaker], from: from, to: to)
      if let problem { throw Fault(line: row.line, problem: problem) }
    }
  }
}
