import Testing

@testable import Pages

struct PageTests {
  @Test("digests are those of FIPS 180-4")
  func digest() {
    let hex = { (text: String) in
      SHA256.digest(of: Array(text.utf8)).map {
        String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
      }
      .joined()
    }
    #expect(hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      hex(String(repeating: "a", count: 1_000))
        == "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3")
  }

  @Test("bytes become text as RFC 4648 has it")
  func base64() {
    #expect(
      ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map { Base64.text(Array($0.utf8)) }
        == ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"])
  }

  @Test("no text becomes markup, ends a script or turns what is around it")
  func escaping() {
    let hostile = "</script><img src=x onerror='a()'>\"&\u{202E}\u{0}"
    #expect(
      hostile.escapedForPage
        == "&lt;/script&gt;&lt;img src=x onerror=&#39;a()&#39;&gt;&quot;&amp;\u{FFFD}\u{FFFD}")
    var page = Page(title: hostile, scripts: ["1"])
    page.body.element("p", hostile, ["title": hostile])
    page.body.table(hostile, head: [hostile], rows: [[hostile]])
    page.data = [("d", "{\"a\":\"</script><script>\"}")]
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(!text.contains("<img"))
    #expect(text.matches(of: /<\/script>/).count == 2)
    #expect(text.contains("\\u003c/script>\\u003cscript>"))
  }

  @Test("columns that a telephone leaves out are marked, and a note says where they are")
  func spareColumns() {
    let head = ["a", "b", "c", "d", "e"]
    var page = PageText()
    page.table("t", head: head, rows: [head], numeric: [1], spare: [1, 2], elsewhere: "There.")
    #expect(page.markup.contains("<td class=\"number spare\">b</td>\n<td class=\"spare\">c</td>"))
    #expect(page.markup.contains("There.") && !page.markup.contains("Scroll"))
    var whole = PageText()
    whole.table("t", head: head, rows: [head])
    #expect(whole.markup.contains("Scroll") && !whole.markup.contains("spare"))
  }

  @Test("the policy names the style and the script of the page and forbids the rest")
  func policy() {
    let text = String(decoding: Page(title: "", scripts: ["1"]).bytes, as: UTF8.self)
    let digest = Base64.text(SHA256.digest(of: Array("\"use strict\";\n1".utf8)))
    #expect(text.contains("default-src 'none'; style-src 'sha256-"))
    #expect(text.contains("script-src 'sha256-\(digest)';"))
    let still = String(decoding: Page(title: "").bytes, as: UTF8.self)
    #expect(still.contains("script-src 'none';"))
  }
}
