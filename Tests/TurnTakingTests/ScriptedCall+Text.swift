import Conversation

/// The events of each kind as short texts, times in seconds, so that tests read like a list.
extension ScriptedCall {
  static func text(_ time: SampleTime) -> String { "\(Double(time.frames) / 100)" }
  static func text(_ interval: Interval) -> String {
    "\(text(interval.start))-\(text(interval.end))"
  }

  /// As in `agent 0.0-2.0`.
  var speech: [String] {
    events.compactMap {
      if case .speech(let party, let span) = $0.kind {
        "\(party.name) \(Self.text(span))"
      } else {
        nil
      }
    }
  }

  /// As in `agent 0.0-2.0`.
  var turns: [String] {
    events.compactMap {
      if case .turn(let party, let span) = $0.kind {
        "\(party.name) \(Self.text(span))"
      } else {
        nil
      }
    }
  }

  /// As in `customer 2.3 after 0.3`.
  var transitions: [String] {
    events.compactMap {
      if case .transition(_, let party, let offset, let start) = $0.kind {
        "\(party.name) \(Self.text(start)) after \(Self.text(offset))"
      } else {
        nil
      }
    }
  }

  /// As in `customer 1.8-2.0 between`.
  var overlaps: [String] {
    events.compactMap {
      if case .overlap(let overlap) = $0.kind {
        "\(overlap.by.name) \(Self.text(overlap.interval)) \(overlap.kind.rawValue)"
      } else {
        nil
      }
    }
  }

  /// As in `customer 1.8 floor_taken 0.9`, with the length of the overlap, or `customer 1.8 backchannel`.
  var interruptions: [String] {
    var flags: [Int: Interruption] = [:]
    var texts: [String] = []
    for event in events {
      switch event.kind {
      case .interruption(let flag): flags[flag.id] = flag
      case .interruptionResolved(let end):
        guard let flag = flags.removeValue(forKey: end.id) else { continue }
        texts.append(
          "\(flag.party.name) \(Self.text(flag.start)) \(end.outcome.rawValue) "
            + Self.text(end.overlap))
      case .retraction(let id, let reason):
        guard let flag = flags.removeValue(forKey: id) else { continue }
        texts.append("\(flag.party.name) \(Self.text(flag.start)) \(reason.rawValue)")
      default: break
      }
    }
    return texts + flags.keys.map { "\($0) stays open" }
  }

  /// As in `customer 1.8-2.2`.
  var backchannels: [String] {
    events.compactMap {
      if case .backchannel(let party, let span) = $0.kind {
        "\(party.name) \(Self.text(span))"
      } else {
        nil
      }
    }
  }

  /// As in `agent 2.5`.
  var prematureAnswers: [String] {
    events.compactMap {
      if case .prematureAnswer(let party, let start, _) = $0.kind {
        "\(party.name) \(Self.text(start))"
      } else {
        nil
      }
    }
  }

  /// As in `2.0-5.5 agent`, the one who ended it.
  var deadAir: [String] {
    events.compactMap {
      if case .deadAir(let span, let party) = $0.kind {
        "\(Self.text(span)) \(party?.name ?? "nobody")"
      } else {
        nil
      }
    }
  }

  /// As in `agent 0.0-61.0`.
  var monologues: [String] {
    events.compactMap {
      if case .monologue(let party, let span) = $0.kind {
        "\(party.name) \(Self.text(span))"
      } else {
        nil
      }
    }
  }

  /// The time at which the first event of a kind was said.
  func at(_ matches: (Event.Kind) -> Bool) -> SampleTime? {
    events.first { matches($0.kind) }?.at
  }
}
