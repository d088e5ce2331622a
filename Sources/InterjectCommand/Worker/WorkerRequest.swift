import AudioFiles
import Batch
import Conversation
import FoundationEssentials
import Interject

/// A line of a worker's input: a call to analyze.
struct WorkerRequest {
  /// Why a line cannot be followed.
  struct Refusal: Error {
    let reason: String
  }

  /// The longest block of bytes that a line may announce: 2 GiB.
  static let mostBytes = 1 << 31

  private(set) var id: String?
  private(set) var path: String?
  private(set) var customerPath: String?
  private(set) var raw: RawFormat?
  /// The bytes that follow the line; nil where there is a file.
  private(set) var bytes: Int?
  private(set) var channels = CallSource.ChannelChoice()
  private(set) var delay = SampleTime.zero
  private(set) var identity = CallIdentity()
  private(set) var segments: String?
  private(set) var transcript: String?
  /// What is wrong; what was understood before is there, so that bytes can be passed over.
  private(set) var refusal: Refusal?

  private static let known: Set<String> = [
    "id", "path", "customer_path", "customer_start", "agent_channel", "customer_channel", "call",
    "agent", "started", "segments", "transcript", "raw", "bytes",
  ]

  /// Reads a line.
  init(line: [UInt8]) {
    guard let text = String(validating: line, as: UTF8.self) else {
      refusal = Refusal(reason: "the line is not UTF-8")
      return
    }
    let trimmed = text.trimmed
    guard trimmed.hasPrefix("{") else {
      // A path may begin like JSON, but is not JSON as a whole; a file named 5 is given as ./5.
      if JSONItem(json: Data(line)) != nil {
        refusal = Refusal(
          reason: "the line is JSON, but not an object; write one such as {\"path\":\"17.wav\"}")
      } else {
        path = trimmed
      }
      return
    }
    guard line.count <= LineReader.longestLine else {
      refusal = Refusal(reason: "the line is longer than a megabyte")
      return
    }
    guard let object = JSONItem(json: Data(line))?.members else {
      refusal = Refusal(
        reason: "the line begins like a JSON object but is none; write an object such as "
          + "{\"path\":\"17.wav\"}, or put ./ before a file name that begins like this")
      return
    }
    do throws(Refusal) { try take(object) } catch { refusal = error }
  }

  private mutating func take(_ object: [String: JSONItem]) throws(Refusal) {
    func text(_ name: String) -> String? {
      switch object[name] {
      case .text(let text): text.isEmpty ? nil : text
      case .integer(let number): "\(number)"
      case .number(_, let written): written
      case .flag(let isTrue): isTrue ? "1" : "0"
      default: nil
      }
    }
    func refused(_ name: String, _ what: String) -> Refusal {
      Refusal(reason: "\(name) \"\(text(name) ?? "")\" is not \(what)")
    }
    // The id comes first: the answer names it, and bytes that were announced are passed over.
    id = text("id")
    if let count = object["bytes"]?.int, (0...Self.mostBytes).contains(count) { bytes = count }
    for (name, item) in object.sorted(by: { $0.key < $1.key }) where Self.known.contains(name) {
      switch item {
      case .list, .object, .flag: throw Refusal(reason: "\(name) is neither a text nor a number")
      case .nothing, .integer, .number, .text: break
      }
    }
    path = text("path")
    customerPath = text("customer_path")
    segments = text("segments")
    transcript = text("transcript")
    if segments != nil, transcript != nil {
      throw Refusal(
        reason: "the line has segments and a transcript, which is fitted to the sound")
    }
    if object["bytes"] != nil {
      guard let count = object["bytes"]?.int, (0...Self.mostBytes).contains(count) else {
        throw refused("bytes", "a number of bytes up to \(Self.mostBytes)")
      }
      bytes = count
    }
    if let format = text("raw") {
      do throws(AudioFileError) {
        raw = try RawFormat(argument: format)
      } catch {
        throw Refusal(reason: "raw \"\(format)\": \(error.problem); \(error.remedy)")
      }
    }
    for (name, choice) in [
      ("agent_channel", \CallSource.ChannelChoice.agent),
      ("customer_channel", \CallSource.ChannelChoice.customer),
    ] {
      guard let argument = text(name) else { continue }
      guard let channel = ChannelNumber(argument: argument) else {
        throw refused(name, "left, right or a number from 1 up")
      }
      channels[keyPath: choice] = channel
    }
    if object["customer_start"] != nil {
      guard let seconds = object["customer_start"]?.double, abs(seconds) <= 86_400 else {
        throw refused("customer_start", "a number of seconds up to a day")
      }
      delay = SampleTime(seconds: seconds)
    }
    identity = CallIdentity(callID: text("call"), agentID: text("agent"))
    if let started = text("started") {
      guard let date = CallDate.moment(started, in: .current) else {
        throw refused("started", "ISO 8601 such as 2026-11-02T09:15:30Z, or Unix time")
      }
      identity.started = date
    }
    identity.labels = object.keys.filter { !Self.known.contains($0) }.sorted().map {
      CallLabel(name: $0, value: text($0) ?? "")
    }
  }
}
