internal import Conversation

/// Decides frame by frame how the customer's side is brought back to the agent's.
///
/// Single samples make up for clocks that differ, from a distance of 1 ms on until none is left.
/// More than 20 ms that last for half a second are no drift and are made up for at once.
struct DriftCorrection: Sendable {
  /// What is done to the customer's samples of a frame.
  enum Move: Equatable {
    /// They pass unchanged.
    case none
    /// One of them is left out.
    case remove
    /// One is put in between them.
    case insert
    /// So many that come before them are jumped over.
    case skip(Int)
    /// The agent's frame waits for them: they have not come yet.
    case wait
    /// Unknown time takes their place, and they wait.
    case pad
  }

  /// The distance in samples from which single ones are corrected.
  private let tolerance: Double
  /// The distance in samples that is too far for single ones.
  private let reach: Double
  /// The samples that are waited for, a second.
  private let limit: Int
  /// The frames for which a distance has to last before it is made up for at once.
  private static let patience = 50

  private var isCorrecting = false
  /// The frames in succession that were too far off for single samples.
  private var framesOff = 0

  init(rate: EngineRate) {
    tolerance = Double(rate.rawValue) / 1000
    reach = Double(2 * rate.frameLength)
    limit = rate.rawValue
  }

  /// The move for the next frame, from the samples by which the customer's side is behind.
  ///
  /// `spare` are the samples that have come beyond the frame. What is to be jumped over must be
  /// there: where the customer's device delivers later than the agent's, the frame waits for it.
  /// Only where it is more than a second late, against its own times, the customer is unknown.
  mutating func move(behind error: Double, spare: Int) -> Move {
    framesOff = abs(error) > reach ? framesOff + 1 : 0
    if abs(error) > tolerance { isCorrecting = true }
    if abs(error) < 1 { isCorrecting = false }
    guard framesOff > Self.patience else {
      return isCorrecting ? (error > 0 ? .remove : .insert) : .none
    }
    guard error > 0 else { return .pad }
    let missing = Int(error) - spare
    guard missing <= 0 else { return missing <= limit ? .wait : .pad }
    framesOff = 0
    return .skip(Int(error))
  }
}
