import AudioFiles
import Conversation
import Pages
import Reporting

extension AnalysisRun {
  /// The most bytes of all clips of a page; a third more as text.
  private static let room = 4_000_000
  /// The most clips of a page.
  private static let mostClips = 60
  private static let before = SampleTime(seconds: 3)
  private static let after = SampleTime(seconds: 3)

  /// The page of a call with the sound of the interruptions that stand out most.
  func page(of report: CallReport, _ source: CallSource) throws(CommandFailure) -> [UInt8] {
    let moments = CallPage.ranked(report.record).prefix(Self.mostClips).map(\.flag)
    let stretches = moments.map {
      Interval(start: max(.zero, $0.start - Self.before), end: $0.start + Self.after)
    }
    let clips: [CallClip?]
    do throws(AudioFileError) {
      clips = try ClipCutter.clips(of: stretches, in: source, room: Self.room)
    } catch {
      throw CommandFailure(error)
    }
    var sounds: [Int: SoundClip] = [:]
    for (flag, clip) in zip(moments, clips) {
      sounds[flag.id] = clip.map { SoundClip(type: $0.type, bytes: $0.bytes) }
    }
    if !sounds.isEmpty {
      let number = sounds.count == 1 ? "1 clip" : "\(sounds.count) clips"
      StandardError.write(
        "interject: the page for \(report.session.source) contains the voices of both "
          + "parties (\(number) of 6 s): treat it like the recording\n")
    }
    return CallPage(report, clips: sounds, commands: .interject).bytes
  }
}
