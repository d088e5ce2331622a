import AudioFiles
import Conversation
import Foundation
import Interject
import LiveFixtures
import Testing

/// `--record`: what the engine hears, in a file.
@Suite(.timeLimit(.minutes(60))) final class CallRecorderTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("interject-recorded-\(UUID().uuidString)")
  private var path: String { folder.appendingPathComponent("call.wav").path }

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  private func samples(_ path: String) throws -> PartyPair<[Float]> {
    var audio = try CallAudio.open(CallSource(.together(AudioInput(.path(path)))))
    var all = PartyPair<[Float]>(repeating: [])
    var agent = [Float](repeating: 0, count: 8000)
    var customer = agent
    while true {
      let portion = try agent.withUnsafeMutableBufferPointer { agent in
        try customer.withUnsafeMutableBufferPointer { customer in
          try audio.read(agent: agent, customer: customer)
        }
      }
      if portion.isEnd { return all }
      all.agent += agent.prefix(portion.samples)
      all.customer += customer.prefix(portion.samples)
    }
  }

  @Test func aReplayIsRecordedBitForBit() throws {
    let source = LiveSamples.path("support-call.wav")
    let program = try MonitorProcess(
      ["monitor", "--replay", source, "--speed", "0", "--plain", "--record", path])
    #expect(try program.rest().contains { $0.hasSuffix("  call begins") })
    let end = try program.end()
    #expect(end.code == 0)
    #expect(end.errors == "interject: recording both parties to \(path)\n")
    #expect(try samples(path) == samples(source))
  }

  @Test func onlyTheUserCanReadARecording() throws {
    try CallRecorder.start(path, rate: .narrow).finish()
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func noFileIsReplaced() throws {
    try Data("earlier".utf8).write(to: URL(fileURLWithPath: path))
    let program = try MonitorProcess(
      [
        "monitor", "--replay", LiveSamples.path("support-call.wav"), "--speed", "0", "--record",
        path,
      ])
    let end = try program.end()
    #expect(end.code == 74)
    #expect(end.errors.contains("already exists"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("earlier".utf8))
  }

  @Test func aFolderThatIsMissingIsSaid() throws {
    let program = try MonitorProcess(
      [
        "monitor", "--replay", LiveSamples.path("support-call.wav"), "--record", "/nowhere/a.wav",
      ])
    let end = try program.end()
    #expect(end.code == 74)
    #expect(end.errors.contains("/nowhere/a.wav: cannot be written: No such file or directory"))
  }

  @Test func whatIsNotHeardIsSilenceOfTheSameLength() throws {
    let gate = DispatchSemaphore(value: 0)
    let loud = [Float](repeating: 0.5, count: 8000)
    let heard = LiveStep.stretch(AudioStretch(samples: 8000))
    let recorder = try CallRecorder.start(path, rate: .narrow)
    let source = LiveScript(
      Array(repeating: heard, count: 3), agent: loud, gate: gate,
      isThrough: DispatchSemaphore(value: 0))
    let call = try LiveCall.start(source, settings: LiveSettings(recorder: recorder))
    call.pause()
    gate.signal()
    _ = LiveStream(call)
    let recorded = try samples(path)
    #expect(recorded.agent == [Float](repeating: 0, count: 24_000))
  }

  @Test func whatIsNoNumberIsRecordedAsSilence() throws {
    let gate = DispatchSemaphore(value: 0)
    let broken = (0..<8000).map { [0.5, .nan, .infinity, -.infinity][$0 % 4] as Float }
    let recorder = try CallRecorder.start(path, rate: .narrow)
    let source = LiveScript(
      [.stretch(AudioStretch(samples: 8000))], agent: broken, gate: gate,
      isThrough: DispatchSemaphore(value: 0))
    let call = try LiveCall.start(source, settings: LiveSettings(recorder: recorder))
    gate.signal()
    _ = LiveStream(call)
    let recorded = try samples(path)
    #expect(recorded.agent == broken.map { $0.isFinite ? $0 : 0 })
  }

  /// Like a full disk: the file may have 200 blocks of 512 bytes.
  ///
  /// A profile of coverage, which the limit would cut off, is not written.
  @Test func aFileThatCanTakeNoMoreEndsTheRecordingAlone() throws {
    let program = try MonitorProcess(
      [
        "monitor", "--replay", LiveSamples.path("support-call.wav"), "--speed", "0", "--plain",
        "--record", path,
      ], after: "ulimit -f 200; export LLVM_PROFILE_FILE=/dev/null")
    #expect(try program.rest().contains { $0.hasPrefix("a call of 1:0") })
    let end = try program.end()
    #expect(end.code == 74)
    let words =
      "the recording ended early, monitoring continues: \(path): cannot be written: File too"
    #expect(end.errors.components(separatedBy: words).count == 2, "said once: \(end.errors)")
    #expect(try samples(path).agent.count > 8000)
  }
}
