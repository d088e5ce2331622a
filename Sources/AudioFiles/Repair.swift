public import Conversation

/// Something that was wrong with a recording and could be mended or passed over.
public struct Repair: Hashable, Sendable {
  /// What was wrong.
  public let kind: Kind
  /// The party whose audio it concerns; nil for both.
  public let party: Party?
  /// The file, or `stdin`.
  public let place: String

  /// The code of the warning that it causes, if there is one.
  public var code: WarningCode? {
    switch kind {
    case .truncated, .brokenOff, .cut: .truncated
    case .unfinishedHeader, .continued, .unreadInPipe: .unfinishedHeader
    case .damaged, .decodedWithFaults: .damaged
    case .nonFinite: .nonFiniteSamples
    case .beyondFullScale: .clipping
    case .foreignBytes, .shorter: nil
    }
  }
}

extension Repair {
  /// What was wrong.
  public enum Kind: Hashable, Sendable {
    /// The file ends before its header says so; counts are frames of the file.
    case truncated(declared: Int, present: Int)
    /// The file ends before its end, and no header says how much is missing.
    case brokenOff
    /// The file lasts at least as long as is read of its kind, and may go on.
    case cut(after: SampleTime)
    /// The header does not say how long the recording is, as a crashed recorder leaves it.
    case unfinishedHeader
    /// More samples lie behind those that the header declares, and were read too; counts are frames
    /// of the file, nil where only decoding tells them.
    case continued(declared: Int?, present: Int?)
    /// Bytes behind the declared samples are no sound of the recording, and were left out.
    case foreignBytes(Int)
    /// So many bytes came through a pipe behind the declared samples, and may have been audio; more
    /// of them may have come later.
    case unreadInPipe(bytes: Int, orMore: Bool)
    /// Stretches could not be decoded and are unknown. Where the format does not tell how long they
    /// are, the times behind them may be wrong by so much.
    case damaged(places: Int, lost: SampleTime, within: SampleTime)
    /// The program that decoded it complained, in words of its own.
    case decodedWithFaults(String)
    /// Samples were not numbers or infinite, and were read as silence.
    case nonFinite(samples: Int)
    /// Floating-point samples were beyond full scale, and were limited to it.
    case beyondFullScale(samples: Int)
    /// The file is shorter than the other party's; the rest is unknown.
    case shorter(by: SampleTime)
  }
}

extension Repair: CustomStringConvertible {
  /// The repair as a plain sentence.
  public var description: String {
    switch kind {
    case .truncated(let declared, let present):
      "\(place): truncated: the header declares \(declared) frames, but only \(present) are there;"
        + " these were read."
    case .brokenOff:
      "\(place): truncated: the end of the stream is missing; what is there was read."
    case .cut(let length):
      "\(place): lasts \(Int(length.seconds / 3600)) hours or longer; no more was read."
    case .unfinishedHeader:
      "\(place): the header does not say how long the recording is; it was read to the end."
    case .continued(let declared?, let present?):
      "\(place): the header declares \(declared) frames, but \(present) are there; all were read."
    case .continued:
      "\(place): more samples follow those that the header declares; all were read."
    case .foreignBytes(let count):
      "\(place): \(count) bytes follow the samples that the header declares; they are not part"
        + " of the audio and were left out."
    case .unreadInPipe(let count, let orMore):
      "\(place): \(count)\(orMore ? " or more" : "") bytes follow the samples that the header declares. A pipe cannot be searched"
        + " for more audio, so they were left out; name the file instead."
    case .damaged(let places, let lost, let bound):
      "\(place): damaged in \(places == 1 ? "1 place" : "\(places) places"); \(Repair.seconds(lost)) s"
        + " cannot be decoded and are unknown."
        + (bound == .zero
          ? ""
          : " Later times may be wrong by up to \(Repair.seconds(bound)) s.")
    case .decodedWithFaults(let words):
      "\(place): ffmpeg found it damaged (\(words)); what it could decode was read."
    case .nonFinite(let samples):
      "\(place): \(count(samples)) not finite and treated as silence."
    case .beyondFullScale(let samples):
      "\(place): \(count(samples)) beyond full scale and limited to it."
    case .shorter(let length):
      "\(place): \(Repair.seconds(length)) s shorter than the other party's; the rest is unknown."
    }
  }

  private func count(_ samples: Int) -> String {
    let whose = party.map { " of the \($0.name)'s channel" } ?? ""
    return samples == 1 ? "1 sample\(whose) was" : "\(samples) samples\(whose) were"
  }

  private static func seconds(_ time: SampleTime) -> String {
    let hundredths = Int((time.seconds * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
