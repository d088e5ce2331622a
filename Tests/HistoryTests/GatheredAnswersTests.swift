import Foundation
import Testing

@testable import History

struct GatheredAnswersTests {
  private func answer(_ place: Int, _ verdict: ReviewAnswer.Verdict?, why: String? = nil)
    -> ReviewAnswer
  {
    ReviewAnswer(
      call: "c", source: "c.wav", agent: nil, party: "agent", start: Double(place), id: place,
      outcome: "floor_taken", stratum: .flag, answer: verdict, why: why)
  }

  private func file(
    _ reviewer: String?, _ verdicts: [ReviewAnswer.Verdict?], saved: String? = nil,
    kind: ReviewAnswers.Kind = .review
  ) -> ReviewAnswers {
    ReviewAnswers(
      interject: "answers", schema: 1, kind: kind, reviewer: reviewer, saved: saved,
      population: nil, answers: verdicts.enumerated().map { answer($0, $1) })
  }

  @Test("the same file named twice counts once, and is no second reviewer")
  func twice() {
    let mara = file("Mara", [.yes, .no, nil])
    let text = ReviewText([mara, mara])
    #expect(ReviewEstimate([mara, mara]).precision == Proportion(1, of: 2))
    #expect(
      text.notes == [
        "Mara answered 2 moments more than once, 0 of them differently: the latest answer counts."
      ])
    #expect(text.lines.contains(text.notes[0]))
    #expect(!text.lines.contains { $0.hasPrefix("Two reviewers") })
  }

  @Test("of a person's answers the latest counts: by when they were saved, else as they are named")
  func latest() {
    let early = file("Mara", [.yes, .yes], saved: "2026-11-02T09:15:30.000Z")
    let late = file(" mara ", [.no, nil], saved: "2026-11-03T09:15:30.000Z")
    for files in [[early, late], [late, early]] {
      #expect(ReviewEstimate(files).precision == Proportion(1, of: 2))
      #expect(GatheredAnswers(files).reviewers.first?.changed.count == 1)
    }
    let plain = [file("Mara", [.yes]), file("Mara", [.no])]
    #expect(ReviewEstimate(plain).precision.hits == 0)
    #expect(ReviewEstimate(plain.reversed()).precision.hits == 1)
    #expect(
      ReviewText(plain).notes == [
        "Mara answered 1 moment more than once, 1 of them differently: the latest answer counts."
      ])
  }

  @Test("files without a name are one person's, and say so")
  func nameless() {
    let files = [file(nil, [.yes, .yes]), file(" ", [.yes, .no])]
    #expect(ReviewAgreement(files) == nil)
    #expect(
      ReviewText(files).notes == [
        "Someone unnamed answered 2 moments more than once, 1 of them differently: "
          + "the latest answer counts.",
        "2 files do not say who answered and count as one person's: write a name on the page to "
          + "compare reviewers.",
      ])
    #expect(ReviewAgreement([file("Mara", [.yes]), file(nil, [.yes])])?.count == 1)
  }

  @Test("a flag that several people mark is one mark, and no review")
  func marks() {
    let marks = ["Ada", "Ben"].map { file($0, [.no, nil], kind: .contest) }
    let gathered = GatheredAnswers(marks + [file("Ada", [.yes])])
    #expect(gathered.marks.count == 1 && gathered.reviewers.count == 1)
    #expect(gathered.notes.isEmpty)
    #expect(ReviewText(marks).lines.first?.contains("1 flag of 1 call") == true)
  }

  @Test("labels are one for each judged moment, with what it stands for")
  func labels() throws {
    var review = file("Mara", [.yes, .no, .unsure, nil])
    review.population = ["flag": 30]
    let bytes = ReviewLabels([review, file("Jo", [.no, .no]), file("Ada", [.no], kind: .contest)])
      .bytes
    let read = try JSONDecoder().decode(Labels.self, from: Data(bytes))
    #expect(read.interject == "labels" && read.schema == 1 && read.unsure == 1)
    #expect(read.labels.map(\.label) == ["yes", "no", "unsure"])
    #expect(read.labels.allSatisfy { $0.weight == 15 && $0.source == "c.wav" })
    #expect(read.marks.map(\.start) == [0])
    #expect(read.agreement?.moments == 2)
    #expect(
      read.precision?.yes == 1 && read.precision?.of == 2 && read.precision?.interval.count == 2)
  }
}

/// What a program reads of labels.
private struct Labels: Decodable {
  struct Share: Decodable {
    var yes: Int
    var of: Int
    var interval: [Double]
  }

  struct Agreement: Decodable {
    var moments: Int
  }

  struct Label: Decodable {
    var source: String
    var start: Double
    var label: String?
    var weight: Double?
  }

  var interject: String
  var schema: Int
  var precision: Share?
  var agreement: Agreement?
  var unsure: Int
  var labels: [Label]
  var marks: [Label]
}
