import AudioFiles
import Conversation
import Pages

/// The sound of moments that results tell of, for pages on which people listen.
enum MomentClips {
  /// What is heard of a moment: where, and in which recording.
  struct Moment {
    /// The file of results.
    var file: String
    /// The recording, as the result names it.
    var source: String
    /// Which channel or file each party is.
    var parties: PartyPair<String>
    /// What is heard.
    var stretch: Interval
  }

  /// The sound of each moment, each recording read once; nil where the recording is not found.
  ///
  /// All clips together have `room` bytes, and each as much of it as any other.
  static func cut(
    _ moments: [Moment], audio folder: String?, room: Int
  ) throws(CommandFailure) -> [SoundClip?] {
    var clips = [SoundClip?](repeating: nil, count: moments.count)
    guard !moments.isEmpty else { return clips }
    let room = room / moments.count
    for (_, places) in Dictionary(grouping: moments.indices, by: { moments[$0].file }) {
      let first = moments[places[0]]
      guard
        let source = CallSource.found(
          first.source, first.parties, beside: first.file, in: folder)
      else { continue }
      do throws(AudioFileError) {
        let cut = try ClipCutter.clips(
          of: places.map { moments[$0].stretch }, in: source, room: room * places.count)
        for (place, clip) in zip(places, cut) {
          clips[place] = clip.map { SoundClip(type: $0.type, bytes: $0.bytes) }
        }
      } catch {
        throw CommandFailure(error)
      }
    }
    return clips
  }
}
