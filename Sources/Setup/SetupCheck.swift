package import Conversation

/// Tries a set-up: it asks for what it has to hear, takes what is heard, and comes to a verdict.
///
/// It knows neither devices nor clocks but by what it is given.
package struct SetupCheck: Sendable {
  /// How long a check may take, and what it has to hear.
  package struct Limits: Equatable, Sendable {
    /// How long it waits for the agent to speak.
    package var speaking = SampleTime(seconds: 15)
    /// How long it then waits for something to be played.
    package var playing = SampleTime(seconds: 20)
    /// The agent's talk after which nothing more is asked of the agent: a common source is known after
    /// three seconds.
    package var enoughTalk = SampleTime(seconds: 5)
    /// The customer's sound after which nothing more need be played: leaks of -12 to -30 dB into the
    /// sample call are found in eight seconds, not in five.
    package var enoughSound = SampleTime(seconds: 8)
    /// How long another output plays, and the one that is heard does not, before it is believed.
    package var elsewhere = SampleTime(seconds: 4)

    package init() {}

    /// The limits for a check of some length.
    package init(lasting length: SampleTime) {
      speaking = SampleTime(ticks: length.ticks * 3 / 7)
      playing = length - speaking
    }
  }

  private enum State: Equatable {
    /// The agent is to speak, since a time.
    case speaking(since: SampleTime)
    /// Something is to be played, since a time.
    case playing(since: SampleTime)
    /// Nothing is asked for: what comes is heard to its end.
    case listening
    /// All that can be told is known.
    case done
  }

  private let limits: Limits
  private var state: State
  private var latest = SetupLook(
    time: .zero, length: .zero, sides: PartyPair(repeating: SetupSide()))
  /// What was heard in all, and while each question stood.
  private var heard = PartyPair(repeating: SetupHeard())
  private var asked: [SetupQuestion: PartyPair<SetupHeard>] = [:]
  /// How long another output has been playing while nothing came from the one that is heard.
  private var elsewhere = SampleTime.zero
  /// The outputs that play but are not heard, as of the last time that any did.
  private var playing: [SetupDevice] = []
  private var isSharedByServer = false

  /// Begins a check that asks its user, or one that takes what a recording has.
  package init(asks: Bool = true, limits: Limits = Limits()) {
    self.limits = limits
    state = asks ? .speaking(since: .zero) : .listening
  }

  /// What the user is asked for now; nil where nothing is.
  package var question: SetupQuestion? {
    switch state {
    case .speaking: .speak
    case .playing: .play
    case .listening, .done: nil
    }
  }

  /// Whether nothing more has to be heard.
  package var isDone: Bool { state == .done }

  /// The newest look.
  package var look: SetupLook { latest }

  /// Takes what both sides carried since the last look, and what plays where nobody listens.
  package mutating func take(_ look: SetupLook, playing outputs: [SetupDevice] = []) {
    latest = look
    for party in Party.allCases { heard[party].take(look.sides[party], for: look.length) }
    if let question {
      var pair = asked[question] ?? PartyPair(repeating: SetupHeard())
      for party in Party.allCases { pair[party].take(look.sides[party], for: look.length) }
      asked[question] = pair
    }
    if !outputs.isEmpty {
      playing = outputs
      if heard.customer.sound == .zero { elsewhere += look.length }
    }
    advance(at: look.time)
  }

  /// Takes that the sound server gives both parties one source.
  package mutating func takeSharedSource() { isSharedByServer = true }

  /// Ends the check, as at the end of a recording.
  package mutating func finish() { state = .done }

  private mutating func advance(at time: SampleTime) {
    // One source for both is known by now or never: neither question can be answered.
    if isSame { state = state == .listening ? .listening : .done }
    switch state {
    case .speaking(let since):
      let isHeard = heard.agent.talk >= limits.enoughTalk
      guard isHeard || time - since >= limits.speaking else { return }
      state = .playing(since: time)
    case .playing(let since):
      let isElsewhere = elsewhere >= limits.elsewhere && heard.customer.sound == .zero
      guard
        heard.customer.sound >= limits.enoughSound || isElsewhere || time - since >= limits.playing
      else { return }
      state = .done
    case .listening, .done: break
    }
  }

  private var isSame: Bool { isSharedByServer || latest.isSameAudio }

  /// What can be said of the set-up by now.
  package var verdict: SetupVerdict {
    SetupVerdict(
      sides: latest.sides, heard: heard,
      findings: SetupJudge(
        time: latest.time, sides: latest.sides, heard: heard, asked: asked, isSame: isSame,
        playing: playing
      ).findings)
  }
}
