import Conversation
import Foundation
import Reporting
import SampleCalls
import Testing

@Suite struct JSONLinesTests {
  private func line(_ kind: Event.Kind, at seconds: Double = 4.41) -> String {
    var lines = JSONLines()
    lines.append(Event(at: SampleTime(seconds: seconds), kind: kind))
    return String(decoding: lines.bytes, as: UTF8.self)
  }

  private let start = SampleTime(seconds: 1.2)
  private let span = Interval(start: SampleTime(seconds: 1.2), end: SampleTime(seconds: 3.41))

  @Test func sessionLineHasEveryField() {
    var session = SampleCall.short.session
    session.callID = "4\"7\\\u{1}\n"
    var lines = JSONLines()
    lines.append(session, version: "1.2.3")
    #expect(
      String(decoding: lines.bytes, as: UTF8.self) == #"""
        {"event":"session","schema":1,"version":"1.2.3","source":"short.wav","sample_rate":8000,\#
        "parties":{"agent":"left","customer":"right"},"settings":"a1b2c3d4",\#
        "call_id":"4\"7\\\u0001\n","agent_id":null,"started":null}

        """#)
  }

  @Test func speechEventsKeepTheirFieldOrder() {
    #expect(
      line(.speechStarted(.agent, start: start), at: 1.25)
        == #"{"event":"speech_started","party":"agent","start":1.200,"at":1.250}"# + "\n")
    #expect(
      line(.speechCancelled(.agent, start: start))
        == #"{"event":"speech_cancelled","party":"agent","start":1.200,"at":4.410}"# + "\n")
    #expect(
      line(.speech(.agent, span))
        == #"{"event":"speech","party":"agent","start":1.200,"end":3.410,"at":4.410}"# + "\n")
    #expect(
      line(.turn(.customer, span))
        == #"{"event":"turn","party":"customer","start":1.200,"end":3.410,"at":4.410}"# + "\n")
    #expect(
      line(.backchannel(.customer, span))
        == #"{"event":"backchannel","party":"customer","start":1.200,"end":3.410,"at":4.410}"#
        + "\n")
    #expect(
      line(.monologueStarted(.agent, start: start))
        == #"{"event":"monologue_started","party":"agent","start":1.200,"at":4.410}"# + "\n")
    #expect(
      line(.monologue(.agent, span))
        == #"{"event":"monologue","party":"agent","start":1.200,"end":3.410,"at":4.410}"# + "\n")
    #expect(
      line(.prematureAnswer(.agent, start: start, confidence: 0.4))
        == #"{"event":"premature_answer","party":"agent","start":1.200,"confidence":0.400,"#
        + #""at":4.410}"# + "\n")
  }

  @Test func floorEventsKeepTheirFieldOrder() {
    let offset = SampleTime(seconds: -0.51)
    #expect(
      line(.transition(from: .agent, to: .customer, offset: offset, start: start))
        == #"{"event":"transition","from":"agent","to":"customer","offset":-0.510,"start":1.200,"#
        + #""at":4.410}"# + "\n")
    #expect(
      line(.overlapStarted(by: .customer, start: start))
        == #"{"event":"overlap_started","by":"customer","start":1.200,"at":4.410}"# + "\n")
    #expect(
      line(.overlap(Overlap(by: .customer, interval: span, kind: .within)))
        == #"{"event":"overlap","by":"customer","start":1.200,"end":3.410,"kind":"within","#
        + #""class":null,"own_silence":null,"lead":null,"other_spoken":null,"offset":null,"#
        + #""at":4.410}"# + "\n")
    let onset = Onset(
      kind: .simultaneousStart, ownSilence: SampleTime(seconds: 0.5),
      lead: SampleTime(seconds: 0.1), otherSpoken: SampleTime(seconds: 0.2),
      offset: SampleTime(seconds: -2.21))
    #expect(
      line(.overlap(Overlap(by: .customer, interval: span, kind: .within, onset: onset)))
        == #"{"event":"overlap","by":"customer","start":1.200,"end":3.410,"kind":"within","#
        + #""class":"simultaneous_start","own_silence":0.500,"lead":0.100,"other_spoken":0.200,"#
        + #""offset":-2.210,"at":4.410}"# + "\n")
    let resumption = Resumption(
      party: .agent, start: start, overStart: SampleTime(seconds: 0.46), isContested: true)
    #expect(
      line(.resumption(resumption))
        == #"{"event":"resumption","party":"agent","start":1.200,"over_start":0.460,"#
        + #""lead":0.740,"contested":true,"at":4.410}"# + "\n")
    let flag = Interruption(id: 7, party: .customer, start: start, confidence: 0.83, salience: 0.6)
    #expect(
      line(.interruption(flag))
        == #"{"event":"interruption","id":7,"party":"customer","interrupted":"agent","#
        + #""start":1.200,"at":4.410,"confidence":0.830,"salience":0.600}"# + "\n")
    let resolution = InterruptionResolution(
      id: 7, outcome: .floorTaken, overlap: SampleTime(seconds: 0.51), salience: 0.7)
    #expect(
      line(.interruptionResolved(resolution))
        == #"{"event":"interruption_resolved","id":7,"outcome":"floor_taken","overlap":0.510,"#
        + #""salience":0.700,"agreement":null,"holds_under_delay":true,"at":4.410}"# + "\n")
    #expect(
      line(.retraction(id: 8, .tooShort))
        == #"{"event":"retraction","id":8,"reason":"too_short","at":4.410}"# + "\n")
  }

  @Test func silenceAndInputEventsKeepTheirFieldOrder() {
    #expect(
      line(.deadAirStarted(start: start))
        == #"{"event":"dead_air_started","start":1.200,"at":4.410}"# + "\n")
    #expect(
      line(.deadAir(span, endedBy: .agent))
        == #"{"event":"dead_air","start":1.200,"end":3.410,"ended_by":"agent","at":4.410}"# + "\n")
    #expect(line(.deadAir(span, endedBy: nil)).contains(#""ended_by":null"#))
    #expect(
      line(.unknown(.agent, span, .ioError))
        == #"{"event":"unknown","party":"agent","start":1.200,"end":3.410,"reason":"io_error","#
        + #""at":4.410}"# + "\n")
    #expect(
      line(.warning(.offset, .agent))
        == #"{"event":"warning","code":"dc_offset","party":"agent","at":4.410}"# + "\n")
    #expect(
      line(.warning(.identicalChannels, nil))
        == #"{"event":"warning","code":"identical_channels","at":4.410}"# + "\n")
  }

  @Test func callEventsKeepTheirFieldOrder() {
    let interval = Interval(start: SampleTime(seconds: 95), end: SampleTime(seconds: 120))
    #expect(
      line(.callStarted(start: interval.start), at: 99)
        == #"{"event":"call_started","start":95.000,"at":99.000}"# + "\n")
    #expect(
      line(.callEnded(interval, Metrics()), at: 150).hasPrefix(
        #"{"event":"call_ended","start":95.000,"end":120.000,"at":150.000,"duration":0.000,"#))
    #expect(
      line(.holdStarted(start: interval.start), at: 96)
        == #"{"event":"hold_started","start":95.000,"at":96.000}"# + "\n")
    #expect(
      line(.hold(interval), at: 120)
        == #"{"event":"hold","start":95.000,"end":120.000,"at":120.000}"# + "\n")
    #expect(
      line(
        .guidance(
          Nudge(
            rule: .interrupted, start: SampleTime(seconds: 87.5), outcome: .floorTaken)), at: 90)
        == #"{"event":"guidance","rule":"interrupted","#
        + #""text":"Both spoke at 1:27; the customer stopped.","start":87.500,"at":90.000}"# + "\n")
    #expect(
      line(.muteStarted(.agent, start: interval.start), at: 95)
        == #"{"event":"mute_started","party":"agent","start":95.000,"at":95.000}"# + "\n")
    #expect(
      line(.mute(.agent, interval), at: 120)
        == #"{"event":"mute","party":"agent","start":95.000,"end":120.000,"at":120.000}"# + "\n")
    #expect(line(.mark, at: 91.2) == #"{"event":"mark","at":91.200}"# + "\n")
  }

  @Test func metricsOfAnEmptyCallAreNullNotZeroDividedByZero() throws {
    let text = line(.metrics(Metrics()))
    #expect(text.hasPrefix(#"{"event":"metrics","at":4.410,"duration":0.000,"silence":0.000,"#))
    #expect(text.contains(#""share_of_talk":null,"share_of_call":null"#))
    #expect(text.contains(#""opening_statement":null"#))
    _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  @Test func everyLineOfACallParsesAsOneObject() throws {
    let call = SampleCall.short
    var lines = JSONLines()
    lines.append(call.session, version: "1")
    for event in call.events { lines.append(event) }
    lines.append(call.summary)
    let rows = lines.bytes.split(separator: UInt8(ascii: "\n"))
    #expect(rows.count == call.events.count + 2)
    for row in rows {
      let object = try JSONSerialization.jsonObject(with: Data(row)) as? [String: Any]
      #expect(object?["event"] is String)
    }
  }

  @Test func withheldFiguresAreOmittedFromTheSummary() throws {
    var lines = JSONLines()
    lines.append(SampleCall.identicalChannels.summary)
    let text = String(decoding: lines.bytes, as: UTF8.self)
    for name in ["share_of", "overlap", "interruptions", "backchannels", "premature", "opening"] {
      #expect(!text.contains(name))
    }
    #expect(text.hasPrefix(#"{"event":"summary","reliable":false,"notes":["both channels"#))
    _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  @Test func aKeptBufferIsFilledInPlace() {
    var lines = JSONLines()
    lines.append(SampleCall.short.summary)
    let before = lines.bytes.withUnsafeBufferPointer { $0.baseAddress }
    for _ in 0..<100 {
      lines.removeAll()
      lines.append(SampleCall.short.summary)
    }
    #expect(before == lines.bytes.withUnsafeBufferPointer { $0.baseAddress })
  }

  @Test(arguments: [
    (7, "0.000"), (8, "0.001"), (-8, "-0.001"), (16_007, "1.000"), (-24_000, "-1.500"),
  ])
  func timesRoundToTheNearestMillisecond(ticks: Int, text: String) {
    var json = JSONText()
    json.value(SampleTime(ticks: ticks))
    #expect(String(decoding: json.bytes, as: UTF8.self) == text)
  }

  @Test(arguments: [(0.8304, "0.830"), (-0.0004, "0.000"), (.nan, "null"), (1e300, "null")])
  func numbersThatJSONCannotHoldBecomeNull(number: Double, text: String) {
    var json = JSONText()
    json.value(number)
    #expect(String(decoding: json.bytes, as: UTF8.self) == text)
  }
}
