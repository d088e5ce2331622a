import Conversation
import Foundation
import GoldenText
import Reporting
import SampleCalls
import Testing

@Suite struct JSONReportTests {
  private func object(_ call: SampleCall) throws -> [String: Any] {
    let bytes = JSONReport.bytes(CallReport(call))
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test func shortCallIsWrittenAsApproved() {
    let bytes = JSONReport.bytes(CallReport(.short))
    Golden.expect(String(decoding: bytes, as: UTF8.self), "short.json")
  }

  @Test func everyCallIsOneObject() throws {
    for call in [SampleCall.empty, .oneParty, .long] {
      let object = try object(call)
      #expect(object["session"] is [String: Any])
      #expect(object["interruptions"] is [Any])
    }
  }

  @Test func retractedFlagsAreNoInterruptions() throws {
    let object = try object(.short)
    let standing = try #require(object["interruptions"] as? [[String: Any]])
    let retracted = try #require(object["retracted"] as? [[String: Any]])
    #expect(standing.compactMap { $0["id"] as? Int } == [1, 2, 4])
    #expect(retracted.compactMap { $0["id"] as? Int } == [3])
  }

  @Test func withheldListsAreOmitted() throws {
    let object = try object(.identicalChannels)
    #expect(Set(object.keys) == ["session", "summary", "unknown", "warnings"])
    let summary = try #require(object["summary"] as? [String: Any])
    #expect(
      Set(summary.keys) == [
        "reliable", "notes", "guidance", "guidance_absent", "duration", "unknown", "hold",
      ])
  }

  /// The fields of a summary without some figures, those of a party with its name before them.
  private func fields(without group: Withheld) throws -> Set<String> {
    var call = SampleCall.short
    call.summary.withheld = group
    let summary = try #require(try object(call)["summary"] as? [String: Any])
    let parties = Party.allCases.flatMap { party in
      (summary[party.name] as? [String: Any] ?? [:]).keys.map { "\(party.name).\($0)" }
    }
    return Set(summary.keys).union(parties)
  }

  @Test func eachWithheldGroupLeavesOutFiguresOfItsOwn() throws {
    let all = try fields(without: [])
    let groups: [Withheld] = [.share, .overlap, .interruptions]
    let left = try groups.map { all.subtracting(try fields(without: $0)) }
    #expect(left.allSatisfy { !$0.isEmpty })
    #expect(Set(left.joined()).count == left.map(\.count).reduce(0, +), "none is in two groups")
    #expect(all.subtracting(try fields(without: .speech)).isSuperset(of: left.joined()))
  }
}
