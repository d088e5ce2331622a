import Foundation
import Testing

@testable import Batch

/// JSON whose shape is not known beforehand.
@Suite struct JSONItemTests {
  private func members(_ json: String) -> [String: JSONItem]? {
    JSONItem(json: Data(json.utf8))?.members
  }

  @Test func everyKindOfValueIsRead() throws {
    let read = try #require(
      members(
        #"{"a":"x","b":1.5,"c":12,"d":true,"e":null,"f":[{"g":1}],"h":[1],"i":12345678901234567890}"#
      ))
    #expect(read["a"]?.string == "x" && read["a"]?.double == nil)
    #expect(read["b"]?.double == 1.5 && read["b"]?.int == nil && read["b"]?.string == nil)
    #expect(read["c"]?.double == 12 && read["c"]?.int == 12)
    if case .flag(true)? = read["d"] {} else { Issue.record("not a flag") }
    if case .nothing? = read["e"] {} else { Issue.record("not nothing") }
    #expect(read["d"]?.double == nil && read["d"]?.members == nil)
    #expect(read["f"]?.objects?.first?["g"]?.int == 1)
    #expect(read["h"]?.objects == nil && read["a"]?.objects == nil)
    #expect(read["i"]?.int == nil && read["i"]?.double == 12_345_678_901_234_567_168)
    if case .number(_, "12345678901234567890")? = read["i"] {} else { Issue.record("lost digits") }
    if case .number(_, "1.5")? = read["b"] {} else { Issue.record("another text") }
  }

  @Test(arguments: ["", "{", "{\"a\":}", "{\"a\":1} x", "{'a':1}", "{\"a\":01}", "{\"a\":NaN}"])
  func whatIsNoJSONIsNotRead(text: String) {
    #expect(JSONItem(json: Data(text.utf8)) == nil)
  }

  @Test func blankSpaceAroundATextIsTakenAway() {
    #expect("\t a b \r\n".trimmed == "a b")
    #expect("  ".trimmed.isEmpty && "".trimmed.isEmpty && "a".trimmed == "a")
  }
}
