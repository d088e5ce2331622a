/// Tells short tones on a line, as of a recorder, a keypad or a redaction, from what is background.
///
/// One or two pitches hold nearly all of the power, far above the background. They are no noise that
/// speech has to be heard through. Own derivation.
struct ToneSteps {
  /// The share of the power that lies at the pitches.
  private static let share: Float = 0.95
  /// How far above the background a tone stands out: 15 dB.
  private static let above: Float = 30
  /// The level, as a mean square, below which nothing is looked at: -60 dBFS.
  private static let loudFrom: Float = 1e-6
  /// The frames after which a tone is a part of the line, as a whistle: ten seconds.
  private static let longest = 1000

  /// The frames of a window that a tone's edge is in.
  private static let edge = 2

  /// The frames in a row that were tone.
  private var run = 0
  /// The frames that may still hold the end of a tone.
  private var edges = 0
  /// Of the frames whose settled probability is still due, whether they were loud, and of a tone.
  private var loud = InlineArray<4, Bool>(repeating: false)
  private var tone = InlineArray<4, Bool>(repeating: false)
  private var index = 0

  /// Whether a frame is worth a look at its spectrum: loud against the background.
  static func mayBeTone(meanSquare: Float, background: Double?) -> Bool {
    meanSquare > Self.loudFrom && meanSquare > Self.above * Float(background ?? 0)
  }

  /// Takes the newest frame, loud ones with the peaks of their spectra; returns whether the frame
  /// `ActivityGate.lookAhead` before it belongs to a tone.
  mutating func add(loud peaks: TonePeaks?) -> Bool {
    let isTone = peaks.map { $0.share > Self.share } ?? false
    // The edges of a tone have no pitch.
    let isEdge = peaks != nil && !isTone && edges > 0
    edges = isTone ? Self.edge : max(0, edges - 1)
    run = isTone ? run + 1 : 0
    loud[index] = peaks != nil
    tone[index] = (isTone && run <= Self.longest) || isEdge
    if run == 1 { tone = loud }
    index = (index + 1) % tone.count
    return tone[index]
  }
}
