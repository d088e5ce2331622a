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
  /// How long a microphone may stay away, in seconds: the customer does not wait for longer.
  private static let patience = 10.0

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
  /// The microphone that does not deliver at the moment.
  private var away: String?
  /// The microphone that was lost for good, once it was.
  private var lostMicrophone: String?
  /// The samples heard since the server gave an output in the microphone's place; nil where it has not.
  private var misheard: Int?
  /// Whether the server has moved the microphone's stream to a source that was not chosen.
  private var isElsewhere = false
  /// What the server has done with the microphone, for the debrief.
  private(set) var notes: [String] = []

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
      return try .start(.oneDevice(request), patience: patience)
    } catch {
      throw CommandFailure(
        exitCode: 69,
        message: request.device == "default" && error.code == .unknownDevice
          ? "there is no default capture device: name the one that hears you with --agent; "
            + "'interject devices' lists them" : error.withCommands)
    }
  }

  private static func open(_ name: String) throws(CommandFailure) -> PlaybackDevice {
    do {
      return try .open(name, rate: PracticeSession.rate.rawValue)
    } catch {
      // Outputs of the sound server go by their own names.
      if error.code == .unknown, name != "default",
        let found = try? PlaybackDevice.open(
          CaptureRequest.device(hearing: name), rate: PracticeSession.rate.rawValue)
      {
        return found
      }
      throw CommandFailure(error)
    }
  }

  /// What is heard and played, for people.
  var names: String { "microphone \(source.session.source), output \(output.name)" }

  /// Whether a device was lost for good.
  var isGone: Bool { lostMicrophone != nil || output.isGone }

  /// Which devices were lost for good; nil where none were.
  var loss: PracticeEnd? {
    guard isGone else { return nil }
    // A sound server that ends takes both with it, and the output is missed first.
    return .lost(microphone: lostMicrophone ?? away, output: output.isGone ? output.name : nil)
  }

  /// How often the output had run dry, or was late, since the practice began.
  var faults: Int { output.faults - faultsBefore }

  /// Starts both, and gives the time from a frame that is written to its sound in the microphone.
  mutating func start() -> SampleTime {
    let silence = [Float](repeating: 0, count: PracticeSession.rate.frameLength)
    var frames = 0
    while frames < Self.warmUp, !Termination.isRequested, !isGone {
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
    case .stretch(let stretch):
      unknown = stretch.unknown.agent ?? (misheard == nil ? nil : .moved)
      if let samples = misheard {
        misheard = samples + stretch.samples
        if Double(samples) > Self.patience * Double(source.rate.rawValue) {
          lostMicrophone = source.session.source
        }
      }
      append(source.agent[..<stretch.samples])
    case .device(_, let state, let name): take(state, name)
    case .notice(let text): StandardError.write("interject: \(text)\n")
    case .ended(let device): lostMicrophone = device ?? source.session.source
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
  }

  /// Says what has become of the microphone.
  private mutating func take(_ state: DeviceState, _ name: String) {
    let words: String
    switch state {
    case .lost:
      away = name
      words = "the microphone '\(name)' was lost; waiting up to \(Int(Self.patience)) s for it"
    case .returned:
      away = nil
      // A stream that was opened anew may have got the output again, and the server says so only once.
      if isElsewhere { (isElsewhere, misheard) = (false, nil) }
      words = "the microphone '\(name)' is back"
    case .moved:
      let isOutput = name.hasSuffix(".monitor")
      // The customer's own sound is not the trainee.
      misheard = isOutput ? misheard ?? 0 : nil
      isElsewhere = source.hasStrayed.agent
      let consequence =
        if isOutput {
          "which hears an output and not you: choose another with --agent"
        } else if isElsewhere {
          "which is not the one chosen; waiting up to \(Int(Self.patience)) s for that"
        } else {
          "which is heard from now on"
        }
      words = "the sound server moved the microphone to '\(name)', \(consequence)"
      if notes.last != words { notes.append(words) }
    case .changed: words = "the microphone '\(name)' has changed its format"
    }
    StandardError.write("interject: \(words)\n")
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
