/// What the last judgement of an onset rested on, for whoever judges it again with words.
///
/// Packed, since there is room for one in every event: lengths are in frames, up to eleven minutes.
public struct OnsetEvidence: Equatable, Sendable {
  /// The logarithm of the odds of an interruption, by timing.
  public let logit: Float
  private let elapsedFrames: UInt16
  private let lengthFrames: UInt16
  private let overlapFrames: UInt16
  /// In steps of 1/254; 255 for nil.
  private let riseSteps: UInt8
  /// Who had the floor in the end.
  public let outcome: InterruptionOutcome
  /// Whether all of it was far below the party's own speech.
  public let isFaint: Bool

  /// The time from the onset to the judgement.
  public var elapsed: SampleTime { SampleTime(frames: Int(elapsedFrames)) }

  /// How long the newcomer spoke in one go.
  public var length: SampleTime { SampleTime(frames: Int(lengthFrames)) }

  /// How long both spoke at once.
  public var overlap: SampleTime { SampleTime(frames: Int(overlapFrames)) }

  /// How much the newcomer's voice rose, from 0 to 1; nil where that is not known.
  public var rise: Double? { riseSteps == .max ? nil : Double(riseSteps) / 254 }

  /// Creates what a judgement rested on.
  public init(
    logit: Float, outcome: InterruptionOutcome, elapsed: SampleTime, length: SampleTime,
    overlap: SampleTime, rise: Double? = nil, isFaint: Bool = false
  ) {
    self.logit = logit
    self.outcome = outcome
    elapsedFrames = UInt16(clamping: elapsed.frames)
    lengthFrames = UInt16(clamping: length.frames)
    overlapFrames = UInt16(clamping: overlap.frames)
    riseSteps = rise.map { UInt8(max(0, min(254, ($0 * 254).rounded()))) } ?? .max
    self.isFaint = isFaint
  }
}
