import Reporting

/// What answers tell, for programs: figures, and a label for each moment that somebody has judged.
public struct ReviewLabels: Sendable {
  private let estimate: ReviewEstimate
  private let agreement: ReviewAgreement?
  private let gathered: GatheredAnswers

  /// Creates the labels of some files of answers.
  public init(_ files: [ReviewAnswers]) {
    gathered = GatheredAnswers(files)
    estimate = ReviewEstimate(files)
    agreement = ReviewAgreement(gathered)
  }

  /// One JSON object in UTF-8.
  public var bytes: [UInt8] {
    var text = JSONText(brokenLevels: 2)
    text.beginObject()
    text.name("interject")
    text.value("labels")
    text.name("schema")
    text.value(1)
    text.name("precision")
    text.share(estimate.precision)
    text.name("overlaps_missed")
    text.share(estimate.strata[.overlap])
    text.name("silence_missed")
    text.share(estimate.strata[.silence])
    text.name("recall")
    text.share(estimate.recall)
    text.name("unsure")
    text.value(estimate.unsure)
    text.name("agreement")
    if let agreement { text.agreement(agreement) } else { text.null() }
    text.name("corrected")
    text.share(estimate.corrected)
    text.name("notes")
    text.beginArray()
    for note in gathered.notes { text.value(note) }
    text.endArray()
    text.name("labels")
    text.beginArray()
    for answer in gathered.judged { label(answer, &text) }
    text.endArray()
    text.name("marks")
    text.beginArray()
    for mark in gathered.marks { moment(mark, &text) }
    text.endArray()
    text.endObject()
    text.endLine()
    return text.bytes
  }

  private func label(_ answer: ReviewAnswer, _ text: inout JSONText) {
    guard let verdict = answer.answer else { return }
    moment(answer, &text) { text in
      text.name("stratum")
      text.value(answer.stratum.rawValue)
      text.name("label")
      text.value(verdict.rawValue)
      text.name("weight")
      text.value(estimate.weight(of: answer.stratum), places: 4)
    }
  }

  private func moment(
    _ answer: ReviewAnswer, _ text: inout JSONText, _ rest: (inout JSONText) -> Void = { _ in }
  ) {
    text.beginObject()
    text.name("call")
    text.value(answer.call)
    text.name("source")
    text.value(answer.source)
    text.name("party")
    text.value(answer.party)
    text.name("start")
    text.value(answer.start)
    text.name("id")
    if let id = answer.id { text.value(id) } else { text.null() }
    rest(&text)
    text.name("why")
    if let why = answer.why, !why.isEmpty { text.value(why) } else { text.null() }
    text.endObject()
  }
}

extension JSONText {
  fileprivate mutating func share(_ proportion: Proportion?) {
    guard let proportion, let share = proportion.share else { return null() }
    beginObject()
    name("yes")
    value(proportion.hits)
    name("of")
    value(proportion.count)
    fields(share, proportion.interval)
    endObject()
  }

  fileprivate mutating func share(_ share: (share: Double, interval: ClosedRange<Double>)?) {
    guard let share else { return null() }
    beginObject()
    fields(share.share, share.interval)
    endObject()
  }

  private mutating func fields(_ share: Double, _ interval: ClosedRange<Double>) {
    name("share")
    value(share, places: 4)
    name("interval")
    beginArray()
    value(interval.lowerBound, places: 4)
    value(interval.upperBound, places: 4)
    endArray()
  }

  fileprivate mutating func agreement(_ agreement: ReviewAgreement) {
    beginObject()
    name("moments")
    value(agreement.count)
    name("share")
    value(agreement.agreed, places: 4)
    name("kappa")
    if let kappa = agreement.kappa { value(kappa, places: 4) } else { null() }
    endObject()
  }
}
