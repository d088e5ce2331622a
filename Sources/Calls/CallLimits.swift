import Conversation

/// The settings of calls as times of the stream.
struct CallLimits: Sendable {
  let heardWithin: SampleTime
  let heardFor: SampleTime
  let edgeGap: SampleTime
  let endsAfter: SampleTime
  let stillBelow: Double
  let stillFor: SampleTime
  let agentSilentFor: SampleTime
  let endsAnyway: SampleTime
  let musicFor: SampleTime
  let deadAir: SampleTime

  init(_ configuration: Configuration) {
    let calls = configuration.calls
    heardWithin = SampleTime(seconds: calls.heardWithin)
    heardFor = SampleTime(seconds: calls.heardFor)
    edgeGap = SampleTime(seconds: calls.edgeGap)
    endsAfter = SampleTime(seconds: calls.endsAfter)
    stillBelow = calls.stillBelow
    stillFor = SampleTime(seconds: calls.stillFor)
    agentSilentFor = SampleTime(seconds: calls.agentSilentFor)
    endsAnyway = SampleTime(seconds: calls.endsAnyway)
    musicFor = SampleTime(seconds: calls.musicFor)
    deadAir = SampleTime(seconds: configuration.turns.deadAir)
  }
}
