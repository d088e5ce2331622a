/// Tells a melody of bare notes from a tone of the network, which never has as many pitches.
///
/// A note is a pitch that is held for 100 ms and holds nearly all of the power. Ringing, busy and
/// free lines have one pitch, warbles two, the three tones before an announcement three: four
/// within twelve seconds are a melody. Own derivation.
struct MelodyFinder {
  /// The share of the power close to the strongest bin, from which a step belongs to a note.
  private static let bare = 0.9
  /// The steps of 20 ms that a pitch must be held.
  private static let held = 5
  /// The change of a pitch, as a share of it, below which it is the same: 0.6 semitones.
  private static let same: Float = 0.035
  /// The pitches that make a melody, and those after which it may become one.
  private static let pitches = 4
  private static let someOfThem = 2
  /// The steps within which they come.
  private static let within = 600
  /// The steps after the last note that the melody is taken to last: slow notes are as long.
  private static let lasts = 200

  private var pitch: Float = 0
  private var run = 0
  private var notes = InlineArray<8, (pitch: Float, step: Int)>(
    repeating: (0, -MelodyFinder.within))
  private var count = 0
  private var newest: Float = 0
  /// The pitches of the last notes, at the newest of them.
  private var distinct = 0
  private var lastNote = -MelodyFinder.within
  private var step = 0

  /// Whether a melody is heard.
  var isMelody: Bool { distinct >= Self.pitches && step - lastNote < Self.lasts }

  /// Whether there are several pitches already.
  var mayBecomeOne: Bool { distinct >= Self.someOfThem && step - lastNote < Self.lasts }

  /// Takes a step: the strongest pitch, in any unit, and the share of the power that is close to it.
  mutating func add(pitch next: Float, share: Double, isLoud: Bool) {
    step += 1
    guard isLoud, share > Self.bare else {
      run = 0
      return
    }
    run = isSame(next, pitch) ? run + 1 : 1
    pitch = next
    if run >= Self.held { note() }
  }

  /// Forgets what was heard.
  mutating func forget() {
    run = 0
    count = 0
    distinct = 0
    newest = 0
    lastNote = step - Self.within
  }

  private mutating func note() {
    lastNote = step
    guard !isSame(pitch, newest) else { return }
    newest = pitch
    notes[count % notes.count] = (pitch, step)
    count += 1
    distinct = 0
    for index in 0..<min(count, notes.count) where isFirst(index) { distinct += 1 }
  }

  /// Whether a note is recent and no other before it in memory has its pitch.
  private func isFirst(_ index: Int) -> Bool {
    guard isRecent(index) else { return false }
    for other in 0..<index where isRecent(other) && isSame(notes[other].pitch, notes[index].pitch) {
      return false
    }
    return true
  }

  private func isRecent(_ index: Int) -> Bool { step - notes[index].step < Self.within }

  private func isSame(_ one: Float, _ other: Float) -> Bool {
    abs(one - other) <= Self.same * max(one, other)
  }
}
