import ArgumentParser
import AudioFiles
import Batch
import Conversation
import Interject

/// The calls that a command line names.
struct BatchList {
  private(set) var calls: [BatchCall]
  /// Whether a folder, a pattern, a table or several recordings were named.
  let isBatch: Bool
  /// The files of folders that were passed over as no recordings.
  let passedOver: Int
  /// Places that could not be looked into.
  let faults: [BatchError]

  /// Finds the recordings and what is known of them.
  init(
    files: [String], source: SourceOptions, call: CallOptions, manifest: String?,
    pattern: NamePattern?, allowsOneChannel: Bool
  ) throws {
    var faults: [BatchError] = []
    var passedOver = 0
    if let manifest {
      guard files.isEmpty, source.agent == nil, source.customer == nil else {
        throw ValidationError("--manifest names all the calls: leave the other recordings out.")
      }
      guard source.customerStart == nil else {
        throw ValidationError(
          "With --manifest, give --customer-start in its column customer_start.")
      }
      calls = try Manifest(
        contentsOf: manifest, channels: source.channels, raw: try source.rawFormat()
      ).calls
      isBatch = true
    } else if let two = try source.twoFiles(besides: files) {
      calls = [BatchCall(two, recording: two.inputs[0].name, root: two.inputs[0].name.folder)]
      isBatch = false
    } else if let alone = source.segmentsInput(hasRecording: false), files.isEmpty {
      var call = BatchCall(
        CallSource(.together(AudioInput(.path(alone.path)))), recording: alone.path,
        root: alone.path.folder)
      call.segments = alone
      calls = [call]
      isBatch = false
    } else {
      guard !files.isEmpty else {
        throw ValidationError(
          "Name a recording or a folder of them, or - for a redirected one or a WAV from a pipe.")
      }
      let raw = try source.rawFormat()
      var search = RecordingSearch(takesAll: raw != nil)
      for file in files { try search.add(file) }
      calls = search.recordings.map { found in
        BatchCall(
          source.source(of: found.path, raw: raw), recording: found.path, root: found.root)
      }
      faults = search.faults
      passedOver = search.passedOver
      isBatch = search.hasSearched || calls.count > 1
      guard source.segments == nil || !isBatch else {
        throw ValidationError(
          "--segments is for a single recording: for several use a --manifest with the column "
            + "segments.")
      }
    }
    if !isBatch, let segments = source.segmentsInput(hasRecording: true), calls[0].segments == nil {
      calls[0].segments = segments
    }
    (self.faults, self.passedOver) = (faults, passedOver)
    if allowsOneChannel {
      for index in calls.indices { calls[index].source.loneChannel = .agent }
    }
    let count = calls.count
    let reader = pattern?.reader()
    for index in calls.indices {
      try identify(index, of: count, call, reader, pattern?.text ?? "")
    }
    if !isBatch, let call = calls.first { calls[0].name = call.identity.callID }
  }

  private mutating func identify(
    _ index: Int, of count: Int, _ options: CallOptions, _ reader: NamePattern.Reader?,
    _ pattern: String
  ) throws {
    let known = calls[index].identity
    let recording = calls[index].recording
    var identity: CallIdentity
    do {
      identity = try options.identity(
        of: calls[index].source, among: count, isDated: known.started != nil)
    } catch let error as CommandFailure where isBatch {
      calls[index].fault = BatchError(
        .name, at: recording, String((error.message ?? "").dropFirst(recording.count + 2)))
      identity = known
    }
    if let reader {
      if let reading = reader.read(recording) {
        identity.agentID = reading.agent ?? identity.agentID
        identity.callID = reading.call ?? identity.callID
        identity.started = reading.started ?? identity.started
      } else {
        let fault = BatchError(
          .name, at: recording,
          "the name does not match --name \(pattern); rename the file, or leave that option out")
        guard isBatch else { throw fault }
        calls[index].fault = calls[index].fault ?? fault
      }
    }
    identity.callID = known.callID ?? identity.callID
    identity.agentID = known.agentID ?? identity.agentID
    identity.started = known.started ?? identity.started
    identity.labels = known.labels
    calls[index].identity = identity
  }
}

extension BatchList {
  /// Takes the agent's usual channel, where a call's recording has both parties and nobody chose.
  mutating func take(agentChannel: ChannelNumber) {
    for index in calls.indices {
      guard case .together = calls[index].source.layout,
        calls[index].source.channels == CallSource.ChannelChoice()
      else { continue }
      calls[index].source.channels.agent = agentChannel
    }
  }
}
