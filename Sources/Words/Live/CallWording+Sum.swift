import Conversation

extension CallWording {
  /// The figures of this call and another one together.
  ///
  /// Paces are weighed by words; of answers the median is that of the call with more questions.
  func adding(_ other: CallWording) -> CallWording {
    var sum = self
    sum.facts += other.facts
    sum.repeatedFacts += other.repeatedFacts
    // Whether a call was closed is said of one call.
    sum.isClosed = nil
    sum.hasActs = hasActs && other.hasActs
    for reason in other.withheld where !sum.withheld.contains(reason) {
      sum.withheld.append(reason)
    }
    for party in Party.allCases {
      sum.parties[party] = parties[party].adding(other.parties[party])
    }
    return sum
  }
}

extension PartyWording {
  fileprivate func adding(_ other: PartyWording) -> PartyWording {
    var sum = self
    sum.words += other.words
    sum.utterances += other.utterances
    sum.questions += other.questions
    sum.openQuestions += other.openQuestions
    sum.playbacks += other.playbacks
    sum.openPauses += other.openPauses
    sum.cutsInPause += other.cutsInPause
    sum.phrases.merge(other.phrases, uniquingKeysWith: +)
    sum.judged.add(other.judged)
    sum.longestSentence = Self.best(longestSentence, other.longestSentence, max)
    sum.coverage = Self.mean(coverage, words, other.coverage, other.words)
    sum.wordsPerMinute = Self.mean(wordsPerMinute, words, other.wordsPerMinute, other.words)
    if other.answer != nil, answer == nil || other.questions > questions {
      sum.answer = other.answer
    }
    return sum
  }

  private static func best<T>(_ one: T?, _ other: T?, _ best: (T, T) -> T) -> T? {
    guard let one, let other else { return one ?? other }
    return best(one, other)
  }

  private static func mean(_ one: Double?, _ count: Int, _ other: Double?, _ counted: Int)
    -> Double?
  {
    guard let one, let other else { return one ?? other }
    let all = max(count + counted, 1)
    return (one * Double(count) + other * Double(counted)) / Double(all)
  }
}
