public import Conversation
public import FoundationEssentials

/// All figures of a call that is kept, read back from its file.
public struct SavedMetrics: Sendable {
  /// The figures, with a reason to doubt them but without its words, which are not kept.
  public let summary: Summary

  /// Reads a file of the history; what it does not tell is as if it had not been measured.
  ///
  /// - Throws: `HistoryError` where it holds no figures of a call.
  public init(json: Data, name: String) throws(HistoryError) {
    // What is impossible or of another schema is refused as it is for the charts.
    _ = try SavedCall(json: json, name: name)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard (try? JSONDecoder().decode(PlausibleFile.self, from: json)) != nil,
      let file = try? decoder.decode(File.self, from: json)
    else {
      throw HistoryError(.notResult, at: name)
    }
    let metrics = file.summary.metrics
    summary = Summary(
      metrics: metrics, reliable: file.summary.reliable, withheld: metrics.withheld)
  }
}

private struct PlausibleFile: Decodable {
  var summary: PlausibleFigures
}

private struct File: Decodable {
  var summary: Figures
}

private struct Figures: Decodable {
  var reliable: Bool
  var duration: Double
  var silence: Double?
  var overlap: Double?
  var unknown: Double?
  var hold: Double?
  var agent: PartyFigures?
  var customer: PartyFigures?
  var transitions: Int?
  var customerReplies: Replies?
  var deadAir: Silences?
  var distraction: Noise?
  var openingStatement: Opening?

  var metrics: Metrics {
    var metrics = Metrics()
    metrics.duration = time(duration)
    metrics.silence = time(silence)
    metrics.overlap = time(overlap)
    metrics.unknown = time(unknown)
    metrics.hold = time(hold)
    metrics.transitions = transitions ?? 0
    // Figures that the input forbade were left out.
    if agent == nil || customer == nil { metrics.withheld.insert(.speech) }
    if agent?.interruptions == nil { metrics.withheld.insert(.interruptions) }
    if agent?.shareOfTalk == nil { metrics.withheld.insert(.share) }
    if overlap == nil { metrics.withheld.insert(.overlap) }
    if let agent { metrics.parties.agent = agent.metrics }
    if let customer { metrics.parties.customer = customer.metrics }
    if let replies = customerReplies { metrics.customerReplies = replies.lengths }
    if let deadAir {
      metrics.deadAir.count = deadAir.count
      metrics.deadAir.total = time(deadAir.total)
      metrics.deadAir.longest = time(deadAir.longest)
      metrics.deadAir.endedByAgent = deadAir.endedByAgent ?? 0
      metrics.deadAir.endedByCustomer = deadAir.endedByCustomer ?? 0
    }
    metrics.distraction = distraction.map {
      Distraction(judged: time($0.judged), noise: time($0.noise), level: $0.level)
    }
    metrics.openingStatement = openingStatement.map {
      OpeningStatement(
        interval: Interval(start: time($0.start), end: time($0.end)),
        firstInterrupted: $0.firstInterrupted.flatMap(known),
        completed: $0.completed, isLate: $0.late ?? false)
    }
    return metrics
  }
}

private struct PartyFigures: Decodable {
  struct Interruptions: Decodable {
    var floorTaken: Int
    var floorKept: Int?
    var unknown: Int?
    var open: Int?
    var medianOverlap: Double?
    var mayBeAgreement: Int?
    var markedWrong: Int?
  }

  struct Resumptions: Decodable {
    var total: Int
    var contested: Int?
  }

  struct Credit: Decodable {
    var inOverlap: Int
    var inPauses: Int?
    var longestWithout: Stretch?
  }

  struct Stretch: Decodable {
    var start: Double
    var end: Double
  }

  struct Yields: Decodable {
    var interrupted: Int
    var yielded: Int?
    var median: Double?
    var cameBack: Int?
  }

  struct Responses: Decodable {
    var count: Int
    var quick: Int?
    var median: Double?
    var percentile90: Double?
  }

  struct Voice: Decodable {
    var pitch: Double?
    var lowPitch: Double?
    var highPitch: Double?
    var loudness: Double?
    var syllableRate: Double?
  }

  var talk: Double
  var shareOfTalk: Double?
  var turns: Int?
  var longestTurn: Double?
  var longestStretch: Double?
  var monologues: Int?
  var interruptions: Interruptions?
  var resumptions: Resumptions?
  var backchannels: Int?
  var backchannelCredit: Credit?
  var yielding: Yields?
  var prematureAnswers: Int?
  var responses: Responses?
  var speechLevel: Double?
  var signalToNoise: Double?
  var voice: Voice?
  var firstMinute: Voice?
  var toneChanges: Int?

  var metrics: PartyMetrics {
    var metrics = PartyMetrics()
    metrics.talk = time(talk)
    metrics.turns = turns ?? 0
    metrics.longestTurn = time(longestTurn)
    metrics.longestStretch = time(longestStretch)
    metrics.monologues = monologues ?? 0
    if let interruptions {
      metrics.interruptions.floorTaken = interruptions.floorTaken
      metrics.interruptions.floorKept = interruptions.floorKept ?? 0
      metrics.interruptions.unknown = interruptions.unknown ?? 0
      metrics.interruptions.open = interruptions.open ?? 0
      metrics.interruptions.mayBeAgreement = interruptions.mayBeAgreement ?? 0
      metrics.interruptions.markedWrong = interruptions.markedWrong ?? 0
      metrics.interruptions.medianOverlap =
        interruptions.medianOverlap.flatMap(known)
    }
    metrics.resumptions.total = resumptions?.total ?? 0
    metrics.resumptions.contested = resumptions?.contested ?? 0
    metrics.backchannels = backchannels ?? 0
    metrics.credit.inOverlap = backchannelCredit?.inOverlap ?? 0
    metrics.credit.inPauses = backchannelCredit?.inPauses ?? 0
    metrics.credit.longestWithout = backchannelCredit?.longestWithout.map {
      Interval(start: time($0.start), end: time($0.end))
    }
    metrics.yielding.interrupted = yielding?.interrupted ?? 0
    metrics.yielding.yielded = yielding?.yielded ?? 0
    metrics.yielding.median = yielding?.median.flatMap(known)
    metrics.yielding.cameBack = yielding?.cameBack ?? 0
    metrics.prematureAnswers = prematureAnswers ?? 0
    if let responses {
      metrics.responses = ResponseTimes(
        count: responses.count, quick: responses.quick ?? 0,
        median: responses.median.flatMap(known),
        percentile90: responses.percentile90.flatMap(known))
    }
    metrics.speechLevel = speechLevel
    metrics.signalToNoise = signalToNoise
    if let voice { metrics.voice = voice.figures }
    metrics.firstMinute = firstMinute?.figures
    metrics.toneChanges = toneChanges ?? 0
    return metrics
  }
}

extension PartyFigures.Voice {
  fileprivate var figures: VoiceFigures {
    var figures = VoiceFigures()
    figures.pitch = pitch
    figures.lowPitch = lowPitch
    figures.highPitch = highPitch
    figures.loudness = loudness
    figures.rate = syllableRate
    return figures
  }
}

private struct Replies: Decodable {
  var count: Int
  var median: Double?
  var longest: Double?
  // `convertFromSnakeCase` makes this of at_least_10_s.
  var atLeast10S: Int?

  var lengths: TurnLengths {
    var lengths = TurnLengths()
    lengths.count = count
    lengths.median = median.flatMap(known)
    lengths.longest = time(longest)
    lengths.long = atLeast10S ?? 0
    return lengths
  }
}

private struct Silences: Decodable {
  var count: Int
  var total: Double?
  var longest: Double?
  var endedByAgent: Int?
  var endedByCustomer: Int?
}

private struct Noise: Decodable {
  var judged: Double
  var noise: Double
  var level: Double
}

private struct Opening: Decodable {
  var start: Double
  var end: Double
  var firstInterrupted: Double?
  var completed: Bool
  var late: Bool?
}

/// A time of a file; none is nothing, and one beyond a year is refused like nothing.
private func time(_ seconds: Double?) -> SampleTime { seconds.flatMap(known) ?? .zero }

/// A time of a file; nil beyond a year.
private func known(_ seconds: Double) -> SampleTime? {
  abs(seconds) <= 366 * 86_400 ? SampleTime(seconds: seconds) : nil
}
