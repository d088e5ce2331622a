import CRecognizer
import Glibc

/// Moonshine's smallest English model, from a folder.
public final class MoonshineRecognizer: Recognizer {
  private let recognizer: OpaquePointer

  /// The engine and its model.
  public let name = "Moonshine tiny-en"
  /// English: other speech comes out as English words.
  public let language = "en"

  /// Loads the library and the model below a folder.
  ///
  /// - Throws: `RecognizerError` where it is not there or of another version.
  public init(folder: String) throws(RecognizerError) {
    #if arch(x86_64)
      let library = folder + "/moonshine_voice/libmoonshine.so"
      let model = folder + "/moonshine_voice/assets/tiny-en"
      guard access(library, R_OK) == 0 else {
        throw RecognizerError(.missing, "there is no recognizer in \(folder)")
      }
      var why: UnsafePointer<CChar>?
      guard let loaded = ij_recognizer_open(library, model, &why) else {
        let reason = why.map { String(cString: $0) } ?? "it cannot be loaded"
        throw RecognizerError(.unusable, "the recognizer cannot be used: \(reason)")
      }
      recognizer = loaded
    #else
      throw RecognizerError(.unknownProcessor, "the recognizer is for x86-64 only")
    #endif
  }

  deinit {
    ij_recognizer_close(recognizer)
  }

  /// The words in a stretch of speech.
  public func words(in samples: UnsafeBufferPointer<Float>, rate: Int) -> [String] {
    guard
      let text = ij_recognizer_text(recognizer, samples.baseAddress, samples.count, Int32(rate))
    else { return [] }
    return TranscriptBuilder.pieces(of: String(cString: text))
  }
}
