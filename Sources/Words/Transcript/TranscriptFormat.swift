/// The shapes of transcripts that can be read, by their names on the command line.
public enum TranscriptFormat: String, CaseIterable, Hashable, Sendable {
  /// Whisper, faster-whisper and WhisperX.
  case whisper
  /// whisper.cpp's `-oj` and `-ojf`.
  case whisperCPP = "whisper-cpp"
  /// Vosk, one result or one after the other.
  case vosk
  /// Deepgram.
  case deepgram
  /// AssemblyAI.
  case assemblyAI = "assemblyai"
  /// Amazon Transcribe.
  case amazonTranscribe = "aws"
  /// Amazon Transcribe Call Analytics and Contact Lens.
  case callAnalytics = "call-analytics"
  /// Google Speech-to-Text, version 1 or 2.
  case google
  /// NVIDIA Riva, which is Google's shape with milliseconds.
  case riva
  /// Azure batch transcription, version 3.
  case azure
  /// Rev AI.
  case rev
  /// Twilio Voice Intelligence.
  case twilio
  /// Words with their times, one JSON object a line.
  case jsonLines = "jsonl"
  /// Turns with the times of their words beside them, as the corpus Harper Valley has them.
  case turns
  /// SubRip captions.
  case subRip = "srt"
  /// WebVTT captions.
  case webVTT = "webvtt"
  /// NIST's time-marked conversations.
  case ctm
  /// Praat.
  case textGrid = "textgrid"
  /// ELAN.
  case elan
}
