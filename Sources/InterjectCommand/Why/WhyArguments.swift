import ArgumentParser
import Conversation

/// What `why` was given, told apart: a recording, and the moment in it.
struct WhyArguments: Equatable {
  /// The recording; nil where each party has its own file.
  let recording: String?
  /// The moment to explain; nil where all onsets are listed.
  let moment: SampleTime?

  private static let example = "interject why call.wav 0:47"

  /// Reads the arguments; `hasTwoFiles` says that options name the recordings, `wantsMoment` that one
  /// moment is explained.
  ///
  /// - Throws: `ValidationError` that says what is missing, and how it is written.
  init(_ arguments: [String], hasTwoFiles: Bool, wantsMoment: Bool) throws {
    let times = arguments.compactMap { text in (try? Moment(text)).map { (text, $0.time) } }
    let others = arguments.filter { (try? Moment($0)) == nil }
    guard wantsMoment else {
      guard others.count + times.count == (hasTwoFiles ? 0 : 1) else {
        throw ValidationError(
          hasTwoFiles
            ? "With --scheme leave the moment out: all onsets are listed."
            : "With --scheme name one recording and no moment: interject why call.wav --scheme "
              + "heldner-edlund")
      }
      recording = hasTwoFiles ? nil : arguments[0]
      moment = nil
      return
    }
    // One that was meant as a time is not looked for as a file.
    if let text = others.last, others.count > (hasTwoFiles ? 0 : 1) {
      if let (first, _) = Self.stretch(text) {
        throw ValidationError(
          "'\(text)' is a stretch: give one moment, such as \(first), and all that happens around "
            + "it is explained.")
      }
      throw ValidationError(
        Self.looksLikeTime(text)
          ? "'\(text)' is not a time: write m:ss, h:mm:ss or seconds, as in 0:47."
          : hasTwoFiles
            ? "'\(text)': --agent and --customer name the recordings; give only the moment, as in 0:47."
            : "Name one recording and one moment: \(Self.example)")
    }
    guard let first = times.first else {
      guard let file = others.first else {
        throw ValidationError(
          hasTwoFiles
            ? "Give the moment too: m:ss, h:mm:ss or seconds."
            : "Name the recording and the moment in it: \(Self.example)")
      }
      if Self.looksLikeTime(file) {
        throw ValidationError(
          "'\(file)' is not one moment: name the recording and where it begins: \(Self.example)")
      }
      throw ValidationError(
        file.hasSuffix(".json")
          ? "'\(file)' is a report: name its recording, then the moment: \(Self.example)"
          : "Give the moment too, as m:ss, h:mm:ss or seconds: interject why \(file) 0:47")
    }
    guard times.count == 1 else {
      throw ValidationError(
        "Give one moment at a time: "
          + times.prefix(2).map { "interject why \(others.first ?? "call.wav") \($0.0)" }
          .joined(separator: ", then "))
    }
    guard hasTwoFiles || !others.isEmpty else {
      throw ValidationError(
        "Name the recording before the moment: interject why call.wav \(first.0)")
    }
    if let file = others.first, arguments.first == first.0 {
      throw ValidationError("The recording comes first: interject why \(file) \(first.0)")
    }
    if let file = others.first, file.hasSuffix(".json") {
      throw ValidationError(
        "'\(file)' is a report: name its recording, as in: interject why call.wav \(first.0)")
    }
    recording = others.first
    moment = first.1
  }

  /// The two ends of what is written as a stretch, such as 0:05-0:10.
  private static func stretch(_ text: String) -> (first: String, last: String)? {
    let parts = text.split(whereSeparator: { $0 == "-" || $0 == "–" }).map(String.init)
    guard parts.count == 2, parts.allSatisfy({ (try? Moment($0)) != nil }) else { return nil }
    return (parts[0], parts[1])
  }

  /// Whether something was probably meant as a time.
  private static func looksLikeTime(_ text: String) -> Bool {
    text.first?.isNumber == true && !text.contains("/")
      && text.allSatisfy { $0.isNumber || ":.,-smh".contains($0) }
  }
}
