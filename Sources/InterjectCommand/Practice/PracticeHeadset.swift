import AlsaCapture
import AlsaPlayback
import Conversation
import Interject
import LiveCapture
import Practice
import SoundServer

/// The trainee's headset: a microphone, and an output that is given a frame for each frame heard.
struct PracticeHeadset: ~Copyable {
  /// How often the microphone is asked for audio, in milliseconds: little delay.
  private static let period = 10
  /// The audio that is heard before the delay of the devices is measured, in frames.
  private static let warmUp = 50

  private var source: CaptureSource
  private var output: PlaybackDevice
  /// The trainee's samples that do not yet make a frame, at the practice's rate.
  private var waiting: [Float] = []
  /// What the output had had before the practice began.
  private var faultsBefore = 0
  /// The last sample of a narrow device.
  private var last: Float = 0
  private var unknown: UnknownReason?
  private let isNarrow: Bool
  /// The device that was lost for good, once one was.
  private(set) var gone: String?

  /// Opens the devices; nil for the defaults.
  static func open(microphone: String?, output: String?) throws(CommandFailure) -> PracticeHeadset {
    let asked = microphone ?? "default"
    try DeviceNames.awaitServer(of: [asked])
    let device = microphone == nil ? asked : try DeviceNames.device(asked, for: .agent)
    // One microphone for both channels, of which the first is heard.
    let request = CaptureRequest(
      device: device, channels: [1, 1], settings: CaptureSettings(period: period))
    return PracticeHeadset(try capture(request), try open(output ?? "default"))
  }

  private init(_ source: consuming CaptureSource, _ output: consuming PlaybackDevice) {
    isNarrow = source.rate == .narrow
    self.source = source
    self.output = output
  }

  private static func capture(_ request: CaptureRequest) throws(CommandFailure) -> CaptureSource {
    do {
      return try .start(.oneDevice(request))
    } catch {
      throw CommandFailure(exitCode: 69, message: error.description)
    }
  }

  private static func open(_ name: String) throws(CommandFailure) -> PlaybackDevice {
    do {
      return try .open(name, rate: PracticeSession.rate.rawValue)
    } catch {
      // Outputs of the sound server go by their own names.
      if error.isUnknown, name != "default",
        let found = try? PlaybackDevice.open(
          CaptureRequest.device(hearing: name), rate: PracticeSession.rate.rawValue)
      {
        return found
      }
      throw CommandFailure(exitCode: 69, message: error.description)
    }
  }

  /// What is heard and played, for people.
  var names: String { "microphone \(source.session.source), output \(output.name)" }

  /// How often the output had run dry, or was late, since the practice began.
  var faults: Int { output.faults - faultsBefore }

  /// Starts both, and gives the time from a frame that is written to its sound in the microphone.
  mutating func start() -> SampleTime {
    let silence = [Float](repeating: 0, count: PracticeSession.rate.frameLength)
    var frames = 0
    while frames < Self.warmUp, !Termination.isRequested, gone == nil {
      hear()
      while takeFrame() != nil {
        // Not before the microphone delivers, or the output would run dry at once.
        if frames == 0 { output.start() }
        output.write(silence)
        frames += 1
      }
    }
    faultsBefore = output.faults
    let captured = source.delays.agent ?? .zero
    return SampleTime(frames: output.delay ?? 0) + captured
  }

  /// Waits for the microphone a little; `take` gives what has come.
  mutating func hear() {
    switch source.next(milliseconds: 20) {
    case .block(let samples, let missing):
      unknown = missing.agent
      append(source.agent[..<samples])
    case .device(_, let state, let name):
      StandardError.write("interject: \(name): \(state.rawValue)\n")
    case .notice(let text): StandardError.write("interject: \(text)\n")
    case .ended(let device): gone = device ?? "microphone"
    case .warning, .waiting: break
    }
  }

  /// The next frame of the trainee, once there is a whole one.
  mutating func takeFrame() -> (samples: [Float], unknown: UnknownReason?)? {
    let length = PracticeSession.rate.frameLength
    guard waiting.count >= length else { return nil }
    let frame = Array(waiting[..<length])
    waiting.removeFirst(length)
    return (frame, unknown)
  }

  /// Plays a frame.
  mutating func play(_ frame: [Float]) {
    output.write(frame)
    if output.isGone { gone = gone ?? output.name }
  }

  /// Takes samples at the practice's rate; those of a narrow device with one between each two.
  private mutating func append(_ samples: ArraySlice<Float>) {
    guard isNarrow else {
      waiting += samples
      return
    }
    for sample in samples {
      waiting.append((last + sample) / 2)
      waiting.append(sample)
      last = sample
    }
  }
}
