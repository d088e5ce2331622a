import Conversation
import Words

/// Bytes of a transcript as they come, parted into lines and read.
struct TranscriptLines {
  private let agent: String?
  private let adviceOnParties: String?
  private var rest: [UInt8] = []
  private var number = 0
  /// Whether the line under way is too long and is passed over.
  private var isTooLong = false

  init(agent: String?, adviceOnParties: String? = nil) {
    self.agent = agent
    self.adviceOnParties = adviceOnParties
  }

  /// Takes the next bytes and returns what their lines say.
  mutating func take(_ bytes: UnsafeRawBufferPointer) -> [WordDelivery] {
    var deliveries: [WordDelivery] = []
    for part in bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).enumerated() {
      if part.offset > 0, let delivery = endLine() { deliveries.append(delivery) }
      guard !isTooLong else { continue }
      rest += part.element
      if rest.count > TranscriptLine.longest {
        isTooLong = true
        rest = []
      }
    }
    return deliveries
  }

  /// What the last line says, which may have no end.
  mutating func finish() -> [WordDelivery] {
    rest.isEmpty && !isTooLong ? [] : endLine().map { [$0] } ?? []
  }

  private mutating func endLine() -> WordDelivery? {
    number += 1
    defer {
      rest = []
      isTooLong = false
    }
    if isTooLong { return .fault("line \(number): longer than \(TranscriptLine.longest) bytes") }
    do {
      guard let said = try TranscriptLine.words(in: rest, agent: agent) else { return nil }
      let end = said.words.map(\.interval.end).max() ?? .zero
      return .words(said.party, said.words, through: end, line: number)
    } catch {
      var error = error
      if error.code == .unknownParties, let adviceOnParties { error.remedy = adviceOnParties }
      return .fault("line \(number): \(error.description)")
    }
  }
}
