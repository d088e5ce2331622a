package import AudioFiles
import Conversation
import FoundationEssentials
import Listening
package import Preferences

/// A table of calls, one per row, whose first row names the columns.
///
///     path,customer_path,agent_channel,call,agent,started,queue
///     a/17.wav,,right,17,Ada,2026-11-02T09:15:30Z,billing
///
/// Columns with other names are carried through to the results.
package struct Manifest {
  /// What a column says of a call.
  enum Column: String, CaseIterable {
    case path
    case customerPath = "customer_path"
    case customerStart = "customer_start"
    case agentChannel = "agent_channel"
    case customerChannel = "customer_channel"
    case call
    case agent
    case started
    case transcript
    case segments
  }

  /// The calls, in the order of the rows.
  package private(set) var calls: [BatchCall] = []
  private let path: String
  private let zone: LocalTime
  private let raw: RawFormat?
  private let channels: CallSource.ChannelChoice
  private var faults: [String] = []
  private var lines: (paths: [String: Int], names: [String: Int]) = ([:], [:])

  /// The most faults that are listed; beyond that, their number.
  private static let mostFaults = 10

  /// Reads a table; `channels` and `raw` hold where it does not say otherwise.
  ///
  /// Paths are relative to the folder of the table. All rows with a fault are reported together.
  package init(
    contentsOf path: String, channels: CallSource.ChannelChoice = CallSource.ChannelChoice(),
    raw: RawFormat? = nil, zone: LocalTime = .current
  ) throws(BatchError) {
    self.path = path
    self.zone = zone
    self.raw = raw
    self.channels = channels
    let table = DelimitedText(try String(textOf: path, kind: "manifest"))
    if let line = table.openQuote {
      throw BatchError(.data, at: "\(path):\(line)", "a quote is not closed; close it")
    }
    guard let header = table.rows.first else {
      throw BatchError(
        .data, at: path, "the manifest is empty; begin with a header that has the column path")
    }
    let names = header.fields.map { $0.trimmed }
    let keys = names.map { $0.lowercased() }
    guard keys.contains(Column.path.rawValue) else {
      throw BatchError(
        .data, at: "\(path):\(header.line)",
        "there is no column path; name the columns in the first line, such as path,call,agent,started"
      )
    }
    if let twice = keys.indices.first(where: { keys[..<$0].contains(keys[$0]) }) {
      throw BatchError(
        .data, at: "\(path):\(header.line)",
        "the column \(names[twice]) appears twice; leave one out")
    }
    for row in table.rows.dropFirst() { add(row, names: names, keys: keys) }
    guard faults.isEmpty else {
      let more = faults.count - Self.mostFaults
      throw BatchError(
        .data, at: path,
        faults.prefix(Self.mostFaults).joined(separator: "; ")
          + (more > 0 ? "; and \(more) more" : "") + "; correct the manifest")
    }
    guard !calls.isEmpty else {
      throw BatchError(.data, at: path, "the manifest lists no calls; write a row for each")
    }
    // What the recordings' folders have in common need not be repeated.
    let root = String.commonFolder(of: calls.map(\.recording))
    for index in calls.indices { calls[index].root = root }
  }

  private mutating func add(_ row: DelimitedText.Row, names: [String], keys: [String]) {
    func refuse(_ problem: String) { faults.append("line \(row.line): \(problem)") }
    guard row.fields.count <= keys.count || row.fields[keys.count...].allSatisfy(\.isEmpty) else {
      return refuse("it has \(row.fields.count) fields for \(keys.count) columns")
    }
    let fields = Dictionary(
      uniqueKeysWithValues: zip(keys, row.fields).map {
        ($0, $1.trimmed)
      })
    func value(_ column: Column) -> String? {
      fields[column.rawValue].flatMap { $0.isEmpty ? nil : $0 }
    }
    guard let recording = value(.path) else { return refuse("it has no path") }
    var channels = channels
    for (column, choice) in [
      (Column.agentChannel, \CallSource.ChannelChoice.agent),
      (.customerChannel, \CallSource.ChannelChoice.customer),
    ] {
      guard let text = value(column) else { continue }
      guard let number = ChannelNumber(argument: text) else {
        return refuse("\(column.rawValue) '\(text)' is not left, right or a number from 1 up")
      }
      channels[keyPath: choice] = number
    }
    var delay = SampleTime.zero
    if let text = value(.customerStart) {
      guard let seconds = Double(text), (-86_400...86_400).contains(seconds) else {
        return refuse("customer_start '\(text)' is not a number of seconds up to a day")
      }
      delay = SampleTime(seconds: seconds)
    }
    var identity = CallIdentity(callID: value(.call), agentID: value(.agent))
    if let text = value(.started) {
      guard let date = CallDate.moment(text, in: zone) else {
        return refuse(
          "started '\(text)' is not ISO 8601 such as 2026-11-02T09:15:30Z, or Unix time")
      }
      identity.started = date
    }
    if let name = identity.callID {
      if let line = lines.names.updateValue(row.line, forKey: name) {
        return refuse("the call \(name) is already in line \(line)")
      }
    }
    let place = located(recording)
    let key = [place, value(.customerPath) ?? "", value(.agentChannel) ?? ""].joined(
      separator: "\n")
    if let line = lines.paths.updateValue(row.line, forKey: key) {
      return refuse("\(recording) is already in line \(line)")
    }
    let known = Set(Column.allCases.map(\.rawValue))
    identity.labels = zip(names, keys).filter { !known.contains($0.1) && !$0.0.isEmpty }.map {
      CallLabel(name: $0.0, value: fields[$0.1] ?? "")
    }
    let agent = AudioInput(.path(place), raw: raw)
    let layout: CallSource.Layout =
      if let customer = value(.customerPath) {
        .apart(agent: agent, customer: AudioInput(.path(located(customer)), raw: raw))
      } else {
        .together(agent)
      }
    var call = BatchCall(
      CallSource(layout, channels: channels, customerDelay: delay), recording: place, root: "",
      identity: identity, name: identity.callID, origin: "\(path):\(row.line)")
    if value(.segments) != nil, value(.transcript) != nil {
      return refuse(
        "it has segments and a transcript, which has to be fitted to sound; leave one out")
    }
    call.segments = value(.segments).map { SegmentsInput(path: located($0)) }
    call.transcript = value(.transcript).map(located)
    // Without its transcript there is still a report.
    let needed = call.files.filter { $0 != call.transcript }
    if let missing = needed.first(where: { FileStamp($0) == nil }) {
      call.fault = BatchError(.notFound, at: missing, "no such file; check the name")
    }
    calls.append(call)
  }

  /// A path of the table as seen from here.
  private func located(_ text: String) -> String {
    text.hasPrefix("/") ? text : path.folder.appending(name: text)
  }
}

extension String {
  /// Reads a file of text in UTF-8.
  package init(textOf path: String, kind: String) throws(BatchError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      let isThere = FileManager.default.fileExists(atPath: path)
      throw BatchError(
        isThere ? .unreadable : .notFound, at: path,
        isThere
          ? "the \(kind) cannot be read; check its permissions" : "no such \(kind); check the name"
      )
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw BatchError(.data, at: path, "the \(kind) is not UTF-8 text; save it as UTF-8")
    }
    self = text
  }

  /// The deepest folder that all paths are in; empty where they have none in common.
  static func commonFolder(of paths: [String]) -> String {
    guard let first = paths.first else { return "" }
    var common = first.folder.split(separator: "/")
    for path in paths {
      let parts = path.folder.split(separator: "/")
      common = Array(zip(common, parts).prefix { $0 == $1 }.map(\.0))
    }
    let isAbsolute = paths.allSatisfy { $0.hasPrefix("/") }
    return (isAbsolute ? "/" : "") + common.joined(separator: "/")
  }
}
