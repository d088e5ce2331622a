import Testing

@testable import SoundServer

@Suite struct StreamFollowerTests {
  private var server = ServerScript()
  private var follower = StreamFollower(
    [.defaultSource, .defaultMonitor], process: ServerScript.process)

  /// The outcome once nothing changes any more; the server obeys where the script says so.
  private mutating func look(obeying: Bool = true) -> [StreamChange] {
    var changes: [StreamChange] = []
    for _ in 0..<50 {
      let outcome = follower.take(server.state)
      changes += outcome.changes
      for move in outcome.moves where obeying {
        server.put(move.stream, on: server.state.source(at: move.source)?.name)
      }
      if !outcome.isUnsettled && outcome.moves.isEmpty { break }
    }
    return changes
  }

  private mutating func start() {
    server.put(5, on: "headset-mic")
    server.put(6, on: "headset.monitor")
    #expect(look() == [])
  }

  @Test mutating func whatStaysWhereItWasAskedForIsNoChange() {
    start()
    #expect(look() == [])
  }

  /// PulseAudio gives the customer's stream the microphone where the last output is gone.
  @Test mutating func theOthersMicrophoneIsNoCustomer() {
    start()
    server.remove("headset")
    server.state.defaultSink = nil
    server.put(6, on: "headset-mic")
    #expect(look() == [.strayed(feed: 1, source: server.source("headset-mic"))])
    #expect(look() == [])
    server.addSink("headset", at: 2)
    server.state.defaultSink = "headset"
    #expect(
      look() == [
        .returned(
          feed: 1,
          source: SoundDevice(
            index: 102, name: "headset.monitor", description: "Monitor of the headset", monitored: 2
          ))
      ])
  }

  @Test mutating func anotherDefaultIsFollowed() throws {
    start()
    server.state.defaultSink = "speakers"
    #expect(look() == [.followed(feed: 1, source: try #require(server.source("speakers.monitor")))])
    server.state.defaultSource = "mic"
    server.put(5, on: "mic")
    #expect(look() == [.followed(feed: 0, source: try #require(server.source("mic")))])
  }

  @Test mutating func aHeadsetThatIsUnpluggedGivesWayToTheMachinesOwnDevices() throws {
    start()
    for name in ["headset", "headset-mic"] { server.remove(name) }
    server.state.defaultSink = "speakers"
    server.state.defaultSource = "mic"
    server.put(5, on: "mic")
    server.put(6, on: "mic")
    let changes = look()
    #expect(changes.contains(.followed(feed: 0, source: try #require(server.source("mic")))))
    #expect(
      changes.last == .returned(feed: 1, source: try #require(server.source("speakers.monitor"))))
  }

  /// A name is a name: another default is nothing to it.
  @Test mutating func aNamedOutputIsWaitedFor() throws {
    follower = StreamFollower(
      [.defaultSource, .named("headset.monitor")], process: ServerScript.process)
    start()
    server.remove("headset")
    server.state.defaultSink = "speakers"
    server.put(6, on: "speakers.monitor")
    #expect(look() == [.strayed(feed: 1, source: server.source("speakers.monitor"))])
    server.addSink("headset", at: 2)
    #expect(look() == [.returned(feed: 1, source: try #require(server.source("headset.monitor")))])
    #expect(server.state.listeners.last?.device == 102)
  }

  /// In the middle of a move a stream may be seen anywhere.
  @Test mutating func oneLookAloneMovesNothing() {
    start()
    let before = server.state
    server.put(6, on: "headset-mic")
    let outcome = follower.take(server.state)
    #expect(outcome.changes == [] && outcome.moves == [] && outcome.isUnsettled)
    #expect(follower.take(before) == StreamFollower.Outcome())
  }

  @Test mutating func theUsersChoiceOfAnotherOutputIsHeard() throws {
    start()
    server.put(6, on: "speakers.monitor")
    #expect(look() == [.followed(feed: 1, source: try #require(server.source("speakers.monitor")))])
    #expect(look() == [])
  }

  @Test mutating func nobodyMeansAMicrophoneForTheCustomer() throws {
    start()
    server.put(6, on: "mic")
    #expect(
      look() == [
        .strayed(feed: 1, source: server.source("mic")),
        .returned(feed: 1, source: try #require(server.source("headset.monitor"))),
      ])
  }

  @Test mutating func aServerThatDoesNotObeyIsNotPestered() {
    start()
    var moves = 0
    for _ in 0..<1000 {
      server.put(6, on: "mic")
      moves += follower.take(server.state).moves.count
    }
    #expect(moves > 3 && moves < 50)
  }

  @Test mutating func streamsOfOtherProgramsDoNotCount() {
    start()
    server.put(1, on: "mic", process: 3)
    server.put(2, on: "headset.monitor", process: 3)
    #expect(look() == [])
  }

  /// Streams come in any order: what the microphone hears is the agent's.
  @Test mutating func whoseStreamItIsIsKnownByWhatItHears() throws {
    server.put(6, on: "headset-mic")
    server.put(5, on: "headset.monitor")
    #expect(look() == [])
    server.state.defaultSink = "speakers"
    #expect(look() == [.followed(feed: 1, source: try #require(server.source("speakers.monitor")))])
    #expect(server.state.listeners.first { $0.index == 5 }?.device == 100)
  }

  /// PulseAudio gives new streams the source that their like had the last time.
  @Test mutating func aMicrophoneThatTheServerRemembersIsTheAgents() {
    server.put(5, on: "mic")
    server.put(6, on: "headset.monitor")
    #expect(look() == [])
  }

  /// PipeWire gives the microphone for an output that is not there.
  @Test mutating func anOutputThatWasNeverThereIsNotTheMicrophone() throws {
    server = ServerScript(isPipeWire: true)
    follower = StreamFollower(
      [.defaultSource, .named("other.monitor")], process: ServerScript.process)
    server.put(5, on: "headset-mic")
    server.put(6, on: "headset-mic")
    #expect(look() == [.strayed(feed: 1, source: server.source("headset-mic"))])
    server.addSink("other", at: 3)
    #expect(look() == [.returned(feed: 1, source: try #require(server.source("other.monitor")))])
  }

  @Test mutating func aStreamThatIsOpenedAnewIsTheSameDevice() throws {
    start()
    follower.forgetStreams()
    server.end(5)
    server.end(6)
    #expect(look() == [])
    server.put(8, on: "headset.monitor")
    server.put(9, on: "headset-mic")
    #expect(look() == [])
    server.state.defaultSink = "speakers"
    #expect(look() == [.followed(feed: 1, source: try #require(server.source("speakers.monitor")))])
  }

  @Test mutating func oneSourceForBothIsToldOnce() {
    server.state.defaultSource = "headset.monitor"
    server.put(5, on: "headset.monitor")
    server.put(6, on: "headset.monitor")
    #expect(look() == [.shared])
    #expect(look() == [])
  }

  @Test mutating func twoChannelsOfOneSourceAreTwoParties() {
    follower = StreamFollower(
      [.defaultSource, .defaultMonitor], process: ServerScript.process, mayShare: true)
    server.state.defaultSource = "headset.monitor"
    server.put(5, on: "headset.monitor")
    server.put(6, on: "headset.monitor")
    #expect(look() == [])
  }
}
