public import Conversation

extension Transcript {
  /// Whose words are whose: by the option, the names, the order of channels, or the fit to the call.
  ///
  /// `agent` is the label that is the agent's; `first` the party on the recording's first channel.
  ///
  /// - Throws: `TranscriptError` where nobody says who speaks.
  public func words(
    agent: String?, first: Party, speech: PartyPair<[Interval]>
  ) throws(TranscriptError) -> PartyPair<[Word]> {
    if let agent { return try words(agent: agent) }
    let named = tracks.filter { $0.label.party != nil }
    if named.count == tracks.count { return gathered { $0.label.party } }
    if Set(named.map(\.label)).count == 1, let known = named.first?.label.party {
      // One part is named: the other speaker plays the other, as "Agent:" and "Anna:".
      return gathered { $0.label.party ?? known.other }
    }
    let channels = Set(tracks.compactMap(\.label.channel)).sorted()
    if channels.count == 2, channels.count == tracks.count {
      return gathered { $0.label.channel == channels[0] ? first : first.other }
    }
    guard tracks.count > 1 || tracks[0].label != .none else {
      throw TranscriptError(
        .unknownParties, "this transcript does not say who speaks",
        remedy: "give a transcript that says who speaks")
    }
    return fitted(to: speech)
  }

  private func words(agent: String) throws(TranscriptError) -> PartyPair<[Word]> {
    let wanted = agent.lowercased()
    func isAgent(_ track: Track) -> Bool {
      track.label.description.lowercased() == wanted
        || track.label.channel.map { "\($0)" } == wanted
    }
    guard tracks.contains(where: isAgent) else {
      let names = tracks.map(\.label.description).joined(separator: ", ")
      throw TranscriptError(
        .noSuchSpeaker, "no speaker is called “\(agent)” in this transcript",
        remedy: "choose one of: \(names)")
    }
    return gathered { isAgent($0) ? .agent : .customer }
  }

  private func gathered(_ party: (Track) -> Party?) -> PartyPair<[Word]> {
    var words = PartyPair<[Word]>(repeating: [])
    for track in tracks {
      guard let party = party(track) else { continue }
      words[party] += track.words
    }
    for party in Party.allCases { words[party].sort { $0.interval.start < $1.interval.start } }
    return words
  }

  /// Each speaker goes to the party in whose speech more of its words lie.
  private func fitted(to speech: PartyPair<[Interval]>) -> PartyPair<[Word]> {
    // Every way of two speakers is tried, so that both share an offset.
    let ways =
      tracks.count == 2
      ? [[Party.agent, .customer], [.customer, .agent]] : [tracks.map { nearest($0, speech) }]
    let laid = ways.map { way in
      let parties = Dictionary(uniqueKeysWithValues: zip(tracks.map(\.label), way))
      return gathered { parties[$0.label] }
    }
    let shares = laid.map { AlignmentSearch($0, speech: speech).best().share }
    return zip(laid, shares).max { $0.1 < $1.1 }?.0 ?? PartyPair(repeating: [])
  }

  private func nearest(_ track: Track, _ speech: PartyPair<[Interval]>) -> Party {
    let none: [Word] = []
    let agent = AlignmentSearch(PartyPair(agent: track.words, customer: none), speech: speech)
    let customer = AlignmentSearch(PartyPair(agent: none, customer: track.words), speech: speech)
    return agent.best().share >= customer.best().share ? .agent : .customer
  }
}

extension SpeakerLabel {
  fileprivate var party: Party? { if case .party(let party) = self { party } else { nil } }
  fileprivate var channel: Int? { if case .channel(let number) = self { number } else { nil } }
}
