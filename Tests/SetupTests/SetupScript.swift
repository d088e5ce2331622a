import Conversation

@testable import Setup

/// A check that is told what it hears, a tenth of a second at a time.
struct SetupScript {
  var check: SetupCheck
  private var time = SampleTime.zero

  init(asks: Bool = true, limits: SetupCheck.Limits = SetupCheck.Limits()) {
    check = SetupCheck(asks: asks, limits: limits)
  }

  /// What a side is while somebody speaks there.
  static let speech = SetupSide(
    level: -25, isSpeaking: true, speechLevel: -24, hasSignal: true)
  /// What a side is while nobody speaks there.
  static let hiss = SetupSide(level: -70, hasSignal: true)
  static let silence = SetupSide()

  /// Lets both sides be so for some seconds.
  mutating func hear(
    _ seconds: Double, agent: SetupSide, customer: SetupSide, isSame: Bool = false,
    playing: [SetupDevice] = []
  ) {
    let step = SampleTime(seconds: 0.1)
    for _ in 0..<Int((seconds * 10).rounded()) where !check.isDone {
      time += step
      check.take(
        SetupLook(
          time: time, length: step, sides: PartyPair(agent: agent, customer: customer),
          isSameAudio: isSame), playing: playing)
    }
  }

  var findings: [SetupFinding] { check.verdict.findings }
}
