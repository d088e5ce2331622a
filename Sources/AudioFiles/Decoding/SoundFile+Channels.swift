import Conversation

extension SoundFile {
  /// The channel of each party in a recording of both.
  func channels(
    for choice: CallSource.ChannelChoice
  ) throws(AudioFileError) -> PartyPair<ChannelNumber> {
    guard channels > 1 else {
      throw AudioFileError(
        .oneChannel, at: name, problem: "has one channel, and the two parties need one each",
        remedy: "give one file for each")
    }
    if channels > 2, choice.agent == nil || choice.customer == nil {
      throw AudioFileError(
        .ambiguousChannels, at: name,
        problem: "has \(channels) channels, and the two parties need one each",
        remedy: "choose one for each, counted from 1")
    }
    for channel in [choice.agent, choice.customer] { try check(channel) }
    // With one of two channels chosen, the other is the other party's.
    let agent = choice.agent ?? ChannelNumber(index: choice.customer == .left ? 1 : 0)
    let customer = choice.customer ?? ChannelNumber(index: agent == .left ? 1 : 0)
    guard agent != customer else {
      throw AudioFileError(
        .sameChannel, at: name,
        problem: "channel \(agent.index + 1) was chosen for both parties",
        remedy: "choose two channels")
    }
    return PartyPair(agent: agent, customer: customer)
  }

  /// The channel of a party that has the recording for itself.
  func onlyChannel(
    _ party: Party, _ choice: ChannelNumber?
  ) throws(AudioFileError) -> ChannelNumber {
    try check(choice)
    if let choice { return choice }
    guard channels == 1 else {
      throw AudioFileError(
        .ambiguousChannels, at: name,
        problem: "has \(channels) channels, and the \(party.name) needs one",
        remedy: "choose one, counted from 1", party: party)
    }
    return .left
  }

  private func check(_ choice: ChannelNumber?) throws(AudioFileError) {
    guard let choice, choice.index >= channels else { return }
    throw AudioFileError(
      .noSuchChannel, at: name,
      problem: "has \(channels == 1 ? "1 channel" : "\(channels) channels"), not"
        + " \(choice.index + 1)",
      remedy: "choose one from 1 to \(channels)")
  }
}
