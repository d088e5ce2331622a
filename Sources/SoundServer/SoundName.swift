/// Finds the source of the sound server that a user means by a name.
package struct SoundName {
  /// Whom the source is for, which says what a name most likely stands for.
  package enum Use: Hashable, Sendable {
    /// The one who speaks into a microphone.
    case agent
    /// The one who is heard from an output.
    case customer
  }

  /// What a name was found to be.
  package enum Match: Hashable, Sendable {
    /// The source that is meant.
    case one(SoundDevice)
    /// Several that it may mean, by the names to give.
    case several([String])
    /// None; these are the names that there are.
    case none([String])
  }

  /// Something that can be named: the source, and the sink that it hears.
  private struct Candidate {
    var source: SoundDevice
    var name: String
    var description: String
  }

  private let outputs: [Candidate]
  private let inputs: [Candidate]
  private let monitors: [Candidate]

  package init(_ state: SoundServerState) {
    outputs = state.sinks.compactMap { sink in
      state.monitor(of: sink).map {
        Candidate(source: $0, name: sink.name, description: sink.description)
      }
    }
    let sources = state.sources.map {
      Candidate(source: $0, name: $0.name, description: $0.description)
    }
    inputs = sources.filter { !$0.source.isMonitor }
    monitors = sources.filter(\.source.isMonitor)
  }

  /// The source of which a name is the whole name; nil where it is none's.
  package func exact(_ name: String, for use: Use) -> SoundDevice? {
    for group in groups(use) {
      if let exact = group.first(where: { $0.name == name }) { return exact.source }
    }
    return nil
  }

  private func groups(_ use: Use) -> [[Candidate]] {
    use == .agent ? [inputs, outputs, monitors] : [outputs, inputs, monitors]
  }

  /// The source that a name means.
  ///
  /// It is the whole name, the whole description, or a part of either that only one device has. Case does
  /// not matter but for whole names.
  package func match(_ name: String, for use: Use) -> Match {
    if let exact = exact(name, for: use) { return .one(exact) }
    let groups = groups(use)
    let wanted = name.lowercased()
    let rules: [(Candidate) -> Bool] = [
      { $0.description.lowercased() == wanted },
      {
        $0.name.lowercased().contains(wanted) || $0.description.lowercased().contains(wanted)
      },
    ]
    for rule in rules where !wanted.isEmpty {
      for group in groups {
        let found = group.filter(rule)
        if found.count == 1 { return .one(found[0].source) }
        if found.count > 1 { return .several(found.map(\.name)) }
      }
    }
    return .none(groups[0].map(\.name) + groups[1].map(\.name))
  }
}
