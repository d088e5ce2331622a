import Conversation

/// The `ConversationCharacteristics` of Amazon Transcribe Call Analytics, as far as audio tells them.
///
/// Times are in milliseconds. An interruption's span is the overlap from its onset; what the schema
/// has no place for stands beside it under names with `x-`. Talk of both counts for both.
public enum AmazonCharacteristics {
  /// One JSON object; withheld parts are omitted.
  public static func bytes(_ call: CallReport) -> [UInt8] {
    var text = JSONText(brokenLevels: 5)
    text.beginObject()
    text.field("Channel", "VOICE")
    text.name("Participants")
    text.beginArray()
    for party in Party.allCases {
      text.beginObject()
      text.field("ParticipantRole", party.role)
      text.endObject()
    }
    text.endArray()
    text.name("ConversationCharacteristics")
    text.beginObject()
    text.field("TotalConversationDurationMillis", call.length.milliseconds)
    if call.shows(.speech) { text.nonTalkTime(call.record) }
    if call.shows(.interruptions) { text.interruptions(call.record) }
    if call.shows(.speech) { text.talkTime(call.metrics) }
    text.endObject()
    text.endObject()
    text.endLine()
    return text.bytes
  }
}

extension Party {
  fileprivate var role: String { self == .agent ? "AGENT" : "CUSTOMER" }
}

extension JSONText {
  fileprivate mutating func nonTalkTime(_ record: CallRecord) {
    name("NonTalkTime")
    beginObject()
    let total = record.deadAir.reduce(SampleTime.zero) { $0 + $1.interval.length }
    field("TotalTimeMillis", total.milliseconds)
    name("Instances")
    beginArray()
    for silence in record.deadAir {
      beginObject()
      offsets(silence.interval)
      endObject()
    }
    endArray()
    endObject()
  }

  fileprivate mutating func interruptions(_ record: CallRecord) {
    name("Interruptions")
    beginObject()
    field("TotalCount", record.interruptions.count)
    let total = record.interruptions.reduce(SampleTime.zero) {
      $0 + ($1.resolution?.overlap ?? .zero)
    }
    field("TotalTimeMillis", total.milliseconds)
    name("InterruptionsByInterrupter")
    beginObject()
    for party in Party.allCases {
      name(party.role)
      beginArray()
      for interruption in record.interruptions where interruption.flag.party == party {
        element(interruption, in: record)
      }
      endArray()
    }
    endObject()
    endObject()
  }

  private mutating func element(_ interruption: RecordedInterruption, in record: CallRecord) {
    let start = interruption.flag.start
    let overlap = interruption.resolution?.overlap ?? .zero
    let speech = record.segments[interruption.flag.party].first {
      $0.start <= start && start < $0.end
    }
    beginObject()
    offsets(Interval(start: start, end: start + overlap))
    field("x-Outcome", interruption.resolution?.outcome.rawValue)
    field("x-Confidence", interruption.flag.confidence)
    name("x-SpeechEndOffsetMillis")
    if let speech { value(speech.end.milliseconds) } else { null() }
    endObject()
  }

  fileprivate mutating func talkTime(_ metrics: Metrics) {
    name("TalkTime")
    beginObject()
    let total = metrics.parties.agent.talk + metrics.parties.customer.talk
    field("TotalTimeMillis", total.milliseconds)
    name("DetailsByParticipant")
    beginObject()
    for party in Party.allCases {
      name(party.role)
      beginObject()
      field("TotalTimeMillis", metrics.parties[party].talk.milliseconds)
      endObject()
    }
    endObject()
    endObject()
  }

  private mutating func offsets(_ interval: Interval) {
    let begin = interval.start.milliseconds
    let end = interval.end.milliseconds
    field("BeginOffsetMillis", begin)
    field("DurationMillis", end - begin)
    field("EndOffsetMillis", end)
  }
}
