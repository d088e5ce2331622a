/// Finds the middles of syllables: peaks of the energy envelope that are voiced.
///
/// After de Jong & Wempe (2009): the envelope must fall by 2 dB on both sides of a peak. Tuned on
/// texts of known syllables: the envelope is that of the middle bands over 50 ms, a peak may be
/// 15 dB below the usual voice, and its voice need not be clear.
struct SyllableFinder {
  /// Two decibels.
  private static let dip: Float = 1.585
  private static let faintest: Float = 0.03
  /// Sixteen bands from 300 to 2500 Hz, where syllables differ most from what is between them.
  private static let firstBand = 3
  /// The pace at which the usual voice is followed: two seconds of it.
  private static let pace: Float = 0.005
  /// The correlation of a voice at all, and of a clear one.
  private static let voiced: Float = 0.4
  private static let clear: Float = 0.7
  /// The frames for which a voice counts beyond the one in which it was found.
  private static let hold = 4

  private var recent = InlineArray<5, Float>(repeating: 0)
  private var index = 0
  private var usual: Float = 0
  private var isRising = false
  private var top: Float = 0
  private var bottom: Float = 0
  private var isTopVoiced = false
  private var sinceVoice = SyllableFinder.hold + 1

  /// Takes the band powers of the next frame and the highest correlation of its pitch; true where a
  /// syllable has become certain.
  mutating func add(bands: UnsafePointer<Float>, correlation: Float) -> Bool {
    let middle = UnsafeRawPointer(bands + Self.firstBand)
    recent[index] = middle.loadUnaligned(as: SIMD16<Float>.self).sum()
    index = (index + 1) % 5
    // Weights 1 2 3 2 1 over 50 ms; the newest is before `index`.
    var smooth = 3 * recent[(index + 2) % 5]
    smooth += 2 * (recent[(index + 1) % 5] + recent[(index + 3) % 5])
    smooth = (smooth + recent[index] + recent[(index + 4) % 5]) / 9
    if correlation >= Self.clear { usual += Self.pace * (smooth - usual) }
    sinceVoice = correlation >= Self.voiced ? 0 : sinceVoice + 1
    let isVoiced = sinceVoice <= Self.hold
    if isRising {
      if smooth > top {
        top = smooth
        isTopVoiced = isVoiced
        return false
      }
      if isVoiced { isTopVoiced = true }
      if smooth * Self.dip < top {
        isRising = false
        bottom = smooth
        return isTopVoiced && top > Self.faintest * usual
      }
    } else {
      bottom = min(bottom, smooth)
      if smooth > bottom * Self.dip {
        isRising = true
        top = smooth
        isTopVoiced = isVoiced
      }
    }
    return false
  }
}
