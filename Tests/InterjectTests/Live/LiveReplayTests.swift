import AudioFiles
import Conversation
import Foundation
import Interject
import LiveFixtures
import Testing

@Suite(.timeLimit(.minutes(60))) struct LiveReplayTests {
  @Test(arguments: ["support-call.wav", "noisy-line.wav", "speaker-bleed.wav", "monologue.wav"])
  func unpacedReplaySaysWhatTheAnalysisSays(_ name: String) throws {
    let source = try ReplaySource.open(LiveSamples.source(name), speed: 0)
    let stream = LiveStream(try LiveCall.start(source))
    #expect(stream.text == (try LiveSamples.analysis(name)))
    #expect(stream.ending.droppedEvents == 0)
    #expect(stream.ending.goneDevice == nil)
  }

  @Test func aQueueOfTwoLosesNothingOfAnUnpacedReplay() throws {
    let source = try ReplaySource.open(LiveSamples.source("support-call.wav"), speed: 0)
    let stream = LiveStream(try LiveCall.start(source, settings: LiveSettings(queueCapacity: 2)))
    #expect(stream.text == (try LiveSamples.analysis("support-call.wav")))
  }

  @Test func pacedReplaySaysTheSame() throws {
    let source = try ReplaySource.open(LiveSamples.source("noisy-line.wav"), speed: 1000)
    let stream = LiveStream(try LiveCall.start(source))
    #expect(stream.text == (try LiveSamples.analysis("noisy-line.wav")))
  }

  @Test func theSessionNamesTheRecordingAndTheSettings() throws {
    let source = try ReplaySource.open(LiveSamples.source("noisy-line.wav"), speed: 0)
    let call = try LiveCall.start(source)
    let session = call.session
    #expect(session.source == LiveSamples.path("noisy-line.wav"))
    #expect(session.parties == PartyPair(agent: "left", customer: "right"))
    #expect(session.settings == Configuration().fingerprint)
    _ = LiveStream(call)
  }

  @Test func aDurationEndsTheCallToTheSample() throws {
    let length = SampleTime(ticks: 100_003 * 2)
    let source = try ReplaySource.open(LiveSamples.source("noisy-line.wav"), speed: 0)
    let stream = LiveStream(try LiveCall.start(source, settings: LiveSettings(duration: length)))
    #expect(stream.ending.summary.listened == length)
    #expect(stream.ending.summary.notes.allSatisfy { !$0.contains("stopped") })
  }

  @Test func statusComesAsOftenAsAskedFor() throws {
    let source = try ReplaySource.open(LiveSamples.source("noisy-line.wav"), speed: 0)
    let settings = LiveSettings(
      statusInterval: SampleTime(seconds: 1), duration: SampleTime(seconds: 5),
      queueCapacity: 100_000)
    let stream = LiveStream(try LiveCall.start(source, settings: settings))
    #expect(stream.statuses.count == 5)
  }

  /// The writer of the pipe is there, but nothing comes any more.
  @Test func stoppingEndsTheWaitForASilentPipe() throws {
    let pipe = Pipe()
    let sound = try FileHandle(forReadingFrom: URL(filePath: LiveSamples.path("monologue.wav")))
    try pipe.fileHandleForWriting.write(contentsOf: #require(try sound.read(upToCount: 50_000)))
    let input = AudioInput(
      .descriptor(pipe.fileHandleForReading.fileDescriptor, name: "stdin"))
    let source = try ReplaySource.open(CallSource(.together(input)), speed: 0)
    let call = try LiveCall.start(source)
    call.stop()
    let stream = LiveStream(call)
    #expect(stream.ending.summary.notes.contains { $0.hasPrefix("stopped before the end") })
    try pipe.fileHandleForWriting.close()
  }

  @Test func stoppingSumsUpWhatWasHeard() throws {
    let source = try ReplaySource.open(LiveSamples.source("monologue.wav"), speed: 1)
    let call = try LiveCall.start(source)
    call.stop()
    let stream = LiveStream(call)
    #expect(
      stream.ending.summary.notes.contains {
        $0 == "stopped before the end; the figures cover what was heard"
      })
  }
}
