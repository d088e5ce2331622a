/// Follows the tones of a telephone network on one channel: dialled keys, ringing, busy lines, modems.
///
/// They are neither speech nor silence. Two pitches of a key are known at once: in half an hour of
/// speech of 150 voices no two frames in a row had them. What lasts for long or comes again and again at
/// the same two pitches is no dialled key but a part of the line, as a chime or a hum. Of speech that was
/// under way only the key's own frames are taken. A pitch of other tones, or two close ones, is
/// held: of speech one frame in a thousand lies in such a pitch that has lasted for 0.15 s, and what is
/// known as speech by then is not looked at. Own derivation.
struct SignalTones {
  /// The share of the power that lies at a tone's pitches, and at a key's, which are short.
  private static let share: Float = 0.97
  private static let keyShare: Float = 0.93
  /// The frames in a row of a key, and of any other tone.
  private static let keyFrames = 2
  private static let frames = 15
  /// No more of them are counted, so that what follows a tone is soon none.
  private static let longest = 21
  /// What a frame takes off that is none, as between the beats of two pitches in noise.
  private static let miss = 2
  /// The lowest bin of a pitch, 281 Hz: below is rumble and hum.
  private static let lowest = 5
  /// The change of a pitch in bins, from frame to frame, of two that beat.
  private static let same = 3
  /// The frames for which a key may be followed by another, whatever is heard between them.
  private static let nextKey = 600
  /// The frames of a pitch after which it is followed, and those for which it is.
  private static let begins = 4
  private static let followed = 30
  /// The frames after the last of a tone that it reaches into, and that are still to be settled.
  private static let edge = 2 + ActivityGate.lookAhead
  /// The same of a key: the next one comes soon, and what the network heard lasts for a while.
  private static let keyEdge = 15
  /// The frames for which speech was under way before a key that came into it.
  private static let speech = 10

  private var keys = KeyRepeats()
  private var spoken = 0
  private var pitch = 0
  private var run = 0
  private var keyRun = 0
  /// The frames for which what is heard is looked at even if it seems to be speech.
  private var interest = 0
  /// The frames for which a tone still reaches into what is settled.
  private var reach = 0

  /// Whether something is followed that may be a tone.
  var isFollowing: Bool { interest > 0 }

  /// Takes the newest frame's peaks, nil where it is too quiet or speech for certain; returns whether it
  /// or the frame `ActivityGate.lookAhead` before it belongs to a tone.
  mutating func add(_ peaks: TonePeaks?, isSpeech: Bool) -> Bool {
    if interest > 0 { interest -= 1 }
    if reach > 0 { reach -= 1 }
    keys.skip()
    // What a key and its end look like to the network says nothing of the party.
    if keyRun == 0, reach == 0 { spoken = isSpeech ? min(spoken + 1, Self.speech) : 0 }
    guard let peaks else {
      (run, keyRun) = (max(0, run - Self.miss), 0)
      return reach > 0
    }
    let key = peaks.share > Self.keyShare ? peaks.key : nil
    keyRun = key.map { keys.add($0) } == true ? keyRun + 1 : 0
    if peaks.share > Self.share, peaks.lowest >= Self.lowest {
      run = abs(peaks.lowest - pitch) <= Self.same ? min(run + 1, Self.longest) : 1
      pitch = peaks.lowest
    } else {
      run = max(0, run - Self.miss)
    }
    if run >= Self.begins { interest = max(interest, Self.followed) }
    if keyRun >= Self.keyFrames {
      interest = Self.nextKey
      reach = max(reach, spoken == Self.speech ? Self.edge : Self.keyEdge)
    } else if run >= Self.frames {
      reach = max(reach, Self.edge)
    }
    return reach > 0
  }
}
