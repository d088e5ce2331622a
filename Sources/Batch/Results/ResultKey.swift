import AudioFiles
package import Conversation
import FoundationEssentials
import Listening

/// What results depend on, as a short text that is equal for equal conditions.
package struct ResultKey {
  private let common: String
  private let words: [String]

  /// Takes what all calls of a run have in common: the program and its settings, and how words are
  /// read where a call has a transcript.
  package init(configuration: Configuration, words: [String] = [], version: String? = nil) {
    let version = version ?? interjectVersion
    common = "\(version);\(configuration.fingerprint)"
    self.words = words
  }

  /// The key of a call: besides the settings, what its recordings look like, which channel is whose,
  /// and what is known of it.
  package func text(for call: BatchCall) -> String {
    let source = call.source
    let identity = call.identity
    var parts = [common]
    parts += call.stamps.map { $0?.text ?? "" }
    parts += source.inputs.map { $0.raw.map { "\($0)" } ?? "" }
    parts += [
      source.channels.agent.map { "\($0.index)" } ?? "",
      source.channels.customer.map { "\($0.index)" } ?? "", "\(source.customerDelay.ticks)",
      identity.callID ?? "", identity.agentID ?? "",
      identity.started.map { "\($0.timeIntervalSince1970)" } ?? "",
      identity.ended.map { "\($0.timeIntervalSince1970)" } ?? "",
    ]
    if let segments = call.segments {
      parts += ["segments", segments.agentSpeaker ?? "", segments.customerSpeaker ?? ""]
    }
    if call.transcript != nil { parts += ["transcript"] + words }
    parts += identity.labels.flatMap { [$0.name, $0.value] }
    return Self.hash(parts)
  }

  /// FNV-1a as hexadecimal.
  private static func hash(_ parts: [String]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in parts {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xff) &* 0x100_0000_01b3
    }
    let text = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}
