import Realtime

/// The thread of a recognition.
final class RecognitionWork: ThreadWork {
  private let recognition: LiveRecognition
  private let channel: WordChannel

  init(_ recognition: LiveRecognition, _ channel: WordChannel) {
    self.recognition = recognition
    self.channel = channel
  }

  func run() { recognition.run(into: channel) }
}
