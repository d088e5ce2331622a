import Conversation
import Foundation
import GoldenText
import Reporting
import SampleCalls
import Testing

@Suite struct ExportTests {
  private static let calls = [
    SampleCall.short, .long, .empty, .oneParty, .identicalChannels,
  ]
  private static let finished = OutputFormat.allCases.filter { !$0.isStreamed }

  private func text(_ call: SampleCall, _ format: OutputFormat) throws -> String {
    String(decoding: try #require(CallReport(call).bytes(as: format)), as: UTF8.self)
  }

  @Test(arguments: finished.filter { $0 != .text && $0 != .json })
  func shortCallIsWrittenAsApproved(format: OutputFormat) throws {
    Golden.expect(try text(.short, format), "short.\(format.fileExtension)")
  }

  @Test func streamedFormatsHaveNoFinishedText() {
    #expect(CallReport(.short).bytes(as: .jsonl) == nil)
    #expect(CallReport(.short).bytes(as: .frames) == nil)
  }

  @Test func formatsAndFilesAreToldApart() {
    #expect(Set(OutputFormat.allCases.map(\.fileExtension)).count == OutputFormat.allCases.count)
    #expect(
      OutputFormat.allCases.map(\.rawValue).joined(separator: ",")
        == "text,json,jsonl,frames,csv,events-csv,rttm,audacity,textgrid,eaf,webvtt,html,amazon")
  }

  @Test(arguments: finished) func withheldInterruptionsAppearNowhere(format: OutputFormat) throws {
    guard format != .text && format != .html else { return }
    let text = try text(.identicalChannels, format)
    for word in ["interrupts", ",floor_taken", ",backchannel,", "InterruptionsBy"] {
      #expect(!text.contains(word))
    }
  }

  @Test func metricsRowsHaveAsManyFieldsAsTheHeader() throws {
    for call in ExportTests.calls {
      let rows = try text(call, .csv).components(separatedBy: "\r\n")
      #expect(rows.count == 3 && rows[2].isEmpty)
      #expect(rows[1].filter { $0 == "," }.count == rows[0].filter { $0 == "," }.count)
    }
  }

  @Test(arguments: finished)
  func nothingIsToldOfSpeechThatCannotBeTold(format: OutputFormat) throws {
    var silent = SampleCall.identicalChannels
    silent.events.removeAll { event in
      switch event.kind {
      case .unknown, .warning, .metrics: false
      default: true
      }
    }
    #expect(try text(.identicalChannels, format) == text(silent, format))
  }

  @Test func withheldMeasuresLeaveTheirColumnsEmpty() throws {
    let rows = try text(.identicalChannels, .csv).components(separatedBy: "\r\n")
    let cells = zip(rows[0].components(separatedBy: ","), rows[1].components(separatedBy: ","))
    let input = [
      "source", "call_id", "agent_id", "started", "reliable", "duration", "unknown", "hold",
    ]
    for (name, cell) in cells where !input.contains(name) && name != "notes" {
      #expect(cell.isEmpty, "\(name)")
    }
  }

  @Test func tablesGiveEveryMeasureOfTheStream() throws {
    let names = try text(.short, .csv).prefix { !$0.isNewline }.components(separatedBy: ",")
    for name in [
      "hold", "noise_judged", "opening_start", "agent_interruptions_open",
      "customer_backchannels_per_minute", "agent_backchannels_per_minute_of_other",
      "customer_loudness", "agent_first_minute_pitch", "customer_first_minute_syllable_rate",
    ] { #expect(names.contains(name), "\(name)") }
    #expect(Set(names).count == names.count)
  }

  @Test func textWithSeparatorsIsQuoted() throws {
    var call = SampleCall.empty
    call.session.source = "a, \"b\"\n.wav"
    #expect(try text(call, .csv).contains("\r\n\"a, \"\"b\"\"\n.wav\","))
  }

  @Test(arguments: ["=cmd|'/c calc'!A0", "+1", "-1", "@SUM(A1)"])
  func textThatASpreadsheetWouldRunIsText(_ name: String) throws {
    var call = SampleCall.empty
    call.session.source = name
    #expect(try text(call, .csv).contains("\r\n'\(name),"))
  }

  @Test func rttmNamesHaveNoSpacesAndLinesTenFields() throws {
    for call in ExportTests.calls {
      for line in try text(call, .rttm).split(separator: "\n") {
        #expect(line.split(separator: " ").count == 10, "\(line)")
      }
    }
    #expect(
      try text(.oneParty, .rttm).hasPrefix("SPEAKER one_party 1 1.000 65.500 <NA> <NA> agent"))
    #expect(try text(.short, .rttm).contains("NOSCORE short 1 61.000 2.000 <NA> <NA> <NA>"))
  }

  @Test func textGridTiersTileTheCall() throws {
    for call in ExportTests.calls {
      let grid = try text(call, .textgrid)
      let end = max(call.summary.metrics.duration.seconds, 0.01)
      for tier in grid.components(separatedBy: "class = \"IntervalTier\"").dropFirst() {
        let times = tier.matches(of: #/(?m)^ {12}xm(?:in|ax) = ([0-9.]+)$/#)
          .compactMap { Double($0.output.1) }
        #expect(times.first == 0 && times.last == end)
        for index in stride(from: 2, to: times.count, by: 2) {
          #expect(times[index] == times[index - 1])
          #expect(times[index] < times[index + 1])
        }
      }
    }
  }

  @Test(arguments: [OutputFormat.eaf]) func markupIsWellFormed(format: OutputFormat) throws {
    for var call in ExportTests.calls {
      call.session.source = "<&\">\u{1}.wav"
      let text = try text(call, format)
      var open: [Substring] = []
      for tag in text.matches(of: #/<(\/?)([A-Z_]+)[^>]*?(\/?)>/#) {
        if tag.output.1 == "/" {
          #expect(open.popLast() == tag.output.2)
        } else if tag.output.3.isEmpty {
          open.append(tag.output.2)
        }
      }
      #expect(open.isEmpty)
    }
  }

  @Test func captionsComeInOrderAndEndAfterTheyBegin() throws {
    for call in ExportTests.calls {
      let captions = try text(call, .webvtt)
      #expect(captions.hasPrefix("WEBVTT\n"))
      let times = captions.matches(of: #/([0-9:.]+) --> ([0-9:.]+)/#)
      #expect(times.allSatisfy { $0.output.1 < $0.output.2 })
      #expect(times.map { String($0.output.1) } == times.map { String($0.output.1) }.sorted())
    }
  }

  @Test func amazonShapeCountsOverlapForBothParties() throws {
    let data = Data(try text(.short, .amazon).utf8)
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let root = try #require(object?["ConversationCharacteristics"] as? [String: Any])
    #expect(root["TotalConversationDurationMillis"] as? Int == 96_400)
    let talk = try #require(root["TalkTime"] as? [String: Any])
    #expect(talk["TotalTimeMillis"] as? Int == 92_200)
    let interruptions = try #require(root["Interruptions"] as? [String: Any])
    #expect(interruptions["TotalCount"] as? Int == 3)
    #expect(interruptions["TotalTimeMillis"] as? Int == 3600)
  }
}
