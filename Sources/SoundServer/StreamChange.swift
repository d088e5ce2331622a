/// What has become of a stream that hears a call; `feed` counts the devices of the call from 0.
package enum StreamChange: Hashable, Sendable {
  /// It hears another source, and that is what was asked for: another default, or the user's own doing.
  case followed(feed: Int, source: SoundDevice)
  /// It hears a source that is not meant, or none: its audio is not that of the party.
  case strayed(feed: Int, source: SoundDevice?)
  /// It hears what is meant again.
  case returned(feed: Int, source: SoundDevice)
  /// Both parties hear the same source.
  case shared
  /// The server runs on another machine, reached under an address.
  case remote(String)
}
