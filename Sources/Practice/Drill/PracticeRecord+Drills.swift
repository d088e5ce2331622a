import Conversation

extension PracticeRecord {
  /// Telling that is long enough for an encouragement to be missed, in seconds.
  static let leastStretch = SampleTime(seconds: 8)
  /// Telling after which another encouragement is in place.
  static let wholeStretch = SampleTime(seconds: 15)
  /// What may lie between a stretch and the word that belongs to it.
  static let afterStretch = SampleTime(seconds: 1)

  /// A stretch of listening, and the first encouragement in it.
  struct Stretch: Equatable {
    var interval: Interval
    /// How long the customer spoke in it.
    var told: SampleTime
    var encouragement: SampleTime?
  }

  /// An answer at a place; nil gap where none came before the customer asked or went on.
  struct Answer: Equatable {
    var place: AnswerPlace
    var gap: SampleTime?
  }

  /// The tellings that the trainee cut short, speaking claims of the turn and not short words.
  var cuts: [Telling] {
    tellings.filter { telling in
      if let onset = telling.cut { return !isEncouragement(at: onset) }
      return flag(in: telling) != nil
    }
  }

  /// A standing flag in a piece whose last words had not begun.
  func flag(in telling: Telling) -> Interruption? {
    flags.first { flag in
      flag.start >= telling.interval.start
        && flag.start < telling.interval.end - PlayedCustomer.lastWords
        && !isEncouragement(at: flag.start)
    }
  }

  /// Whether what begins at a time was a short word in the end.
  private func isEncouragement(at onset: SampleTime) -> Bool {
    encouragements.contains {
      onset >= $0.start - SampleTime(seconds: 0.1) && onset < $0.end
    }
  }

  /// The answers at the places, as far as there was one or should have been.
  var answers: [Answer] {
    places.compactMap { place in
      // What the customer heard as the answer is what was judged at once; shorter answers come after.
      if let onset = place.answered, place.asked.map({ onset < $0 }) ?? true {
        return Answer(place: place, gap: onset - place.at)
      }
      let end = place.until ?? SampleTime(ticks: .max)
      let first = speech.first { interval in
        interval.end > place.at && interval.start >= place.at - SampleTime(seconds: 0.6)
          && interval.start < min(end, place.asked ?? end) && !isEncouragement(at: interval.start)
      }
      if let first { return Answer(place: place, gap: first.start - place.at) }
      return place.isLast || place.asked == nil ? nil : Answer(place: place, gap: nil)
    }
  }

  /// The stretches in which the customer told for long.
  var stretches: [Stretch] {
    var stretches: [Stretch] = []
    var told = SampleTime.zero
    var start: SampleTime?
    for telling in tellings {
      let begun = start ?? telling.interval.start
      start = begun
      told += telling.interval.length
      let isOver = telling.ending == .place
      guard told >= Self.wholeStretch || isOver else { continue }
      if told >= Self.leastStretch {
        let interval = Interval(start: begun, end: telling.interval.end)
        stretches.append(
          Stretch(interval: interval, told: told, encouragement: encouragement(in: interval)))
      }
      told = .zero
      start = nil
    }
    return stretches
  }

  private func encouragement(in interval: Interval) -> SampleTime? {
    // A word that has been flagged as a claim of the turn encourages nobody.
    let claims = flags.map(\.start)
    let words = words.filter { word in
      !claims.contains { abs(($0 - word).seconds) < 0.2 }
    }
    return (encouragements.map(\.start) + words).filter {
      $0 >= interval.start && $0 < interval.end + Self.afterStretch
    }.min()
  }

  /// The scores of the drills that need no words.
  func scores() -> [DrillScore] {
    let told = tellings.count { $0.ending != nil }
    let cut = cuts.count
    let credits = answers.map { $0.gap.map(TraineeAnswer.credit) ?? 0 }
    let stretches = stretches
    let encouraged = stretches.count { $0.encouragement != nil }
    return [
      DrillScore(.interrupting, occasions: told, credit: Double(told - cut), good: told - cut),
      DrillScore(
        .leaving, occasions: credits.count, credit: credits.reduce(0, +),
        good: credits.count { $0 == 1 }),
      DrillScore(
        .encouraging, occasions: stretches.count, credit: Double(encouraged), good: encouraged),
    ]
  }
}
