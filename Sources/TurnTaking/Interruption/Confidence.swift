import Conversation

/// How sure a flag is: the share of flags with such odds, heard so well, that stand and are true.
///
/// The odds that raise a flag come from timing alone, as heard; they do not know how well that was.
/// A logistic regression over flags on simulated calls gives the weights (docs/interruptions.md).
enum Confidence {
  private static let offset: Float = -0.45
  private static let slope: Float = 0.45
  private static let noiseLoss: Float = 0.25
  private static let leakLoss: Float = 1.1

  /// The confidence, from 0 to 1, of a flag with a logit.
  static func of(_ logit: Float, _ conditions: HearingConditions) -> Double {
    Odds.probability(
      offset + slope * logit - noiseLoss * conditions.noise - leakLoss * conditions.leak)
  }
}
