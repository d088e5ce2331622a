import Conversation
import Measures
import TurnTaking
import VoiceActivity

/// The half of the engine behind the speech detector: reports in, events out.
struct ConversationStage: ~Copyable {
  private var turns: TurnTaking
  /// The voices; nil where they are not measured.
  private var tone: ToneTracker?
  private(set) var powers = PartyPair(repeating: PowerSums())
  /// The level in dB of the other party's voice in each party's channel; nil where none is certain.
  private(set) var leaks = PartyPair<Double?>(repeating: nil)
  /// Whether a second, faint voice counts as each party's speech.
  private(set) var faintVoices = PartyPair(repeating: false)
  private var nextConditions = SampleTime.zero

  init(configuration: Configuration) {
    turns = TurnTaking(settings: configuration.turns)
    tone = configuration.tone.isMeasured ? ToneTracker(settings: configuration.tone) : nil
  }

  /// What has been counted of the sound so far.
  var counts: SoundCounts { SoundCounts(powers: powers, tone: tone?.counts ?? .none) }

  /// The earliest start that an event of the conversation may still have.
  var openSince: SampleTime { turns.openSince }

  /// A party that was muted is heard again from here on.
  mutating func unmute(_ party: Party, at now: SampleTime) {
    turns.unmute(party, from: now.frames)
  }

  /// Takes what a frame made known.
  mutating func take(_ report: FrameReport, emit: (Event) -> Void) {
    powers = report.powers
    leaks = report.leaks
    faintVoices = report.faintVoices
    if report.beginsAnew { tone?.beginAnew() }
    turns.isNoisy = powers.agent.isNoisy || powers.customer.isNoisy
    if report.consumed >= nextConditions { noteConditions() }
    if tone != nil, report.settledFrame != nil {
      turns.hear(report.voices, probabilities: report.probabilities)
    }
    turns.advance(report.activities) { emit(Event(at: report.consumed, kind: $0)) }
    if let frame = report.settledFrame {
      tone?.advance(
        frame, probabilities: report.probabilities, voices: report.voices,
        isAgentLeaking: leaks.agent != nil
      ) { emit(Event(at: report.consumed, kind: $0)) }
    }
  }

  /// Ends the stream.
  mutating func finish(at end: SampleTime, emit: (Event) -> Void) {
    turns.finish(at: end.frames) { emit(Event(at: end, kind: $0)) }
  }

  private mutating func noteConditions() {
    nextConditions += SampleTime(seconds: 1)
    let ratios = PartyPair(
      agent: SpeechLevels(powers.agent).signalToNoise,
      customer: SpeechLevels(powers.customer).signalToNoise)
    turns.conditions = HearingConditions(signalToNoise: ratios, leaks: leaks)
  }
}
