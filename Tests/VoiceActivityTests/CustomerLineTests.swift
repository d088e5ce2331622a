import Testing

@testable import VoiceActivity

@Suite struct CustomerLineTests {
  private func line() -> CustomerLine {
    CustomerLine(kernels: KernelSet.best.kernels, windowLength: 200)
  }

  @Test func halfAMinuteWithoutTheCustomerEndsWithSpeech() {
    var line = line()
    for _ in 0..<3000 {
      let isEnd = line.endsLongSilence(isSpeaking: false)
      #expect(!isEnd)
    }
    let isEnd = line.endsLongSilence(isSpeaking: true)
    #expect(isEnd)
    let isEndAgain = line.endsLongSilence(isSpeaking: true)
    #expect(!isEndAgain, "told once")
  }

  @Test func aWordBeginsTheSilenceAnew() {
    var line = line()
    for _ in 0..<2999 { _ = line.endsLongSilence(isSpeaking: false) }
    let isFirstEnd = line.endsLongSilence(isSpeaking: true)
    for _ in 0..<2999 { _ = line.endsLongSilence(isSpeaking: false) }
    let isSecondEnd = line.endsLongSilence(isSpeaking: true)
    #expect(!isFirstEnd && !isSecondEnd)
  }
}
