import Testing
import Wording

@testable import Dashboard

@Suite struct ScreenPainterTests {
  private func canvas(_ lines: [String], columns: Int = 20) -> Canvas {
    var canvas = Canvas(size: ScreenSize(columns: columns, rows: lines.count))
    for (row, line) in lines.enumerated() { canvas.put(line, row: row, column: 0) }
    return canvas
  }

  private func paint(_ painter: inout ScreenPainter, _ canvas: Canvas) -> String {
    String(decoding: painter.paint(canvas), as: UTF8.self)
  }

  @Test func theFirstPictureIsPaintedWholeInOneUpdate() {
    var painter = ScreenPainter(colour: false)
    let bytes = paint(&painter, canvas(["one", "", "three"]))
    #expect(
      bytes == "\u{1B}[?2026h\u{1B}[0m\u{1B}[2J\u{1B}[1;1Hone\u{1B}[K\u{1B}[2;1H\u{1B}[K"
        + "\u{1B}[3;1Hthree\u{1B}[K\u{1B}[?2026l")
  }

  @Test func onlyChangedLinesArePainted() {
    var painter = ScreenPainter(colour: false)
    _ = paint(&painter, canvas(["one", "two", "three"]))
    #expect(
      paint(&painter, canvas(["one", "2", "three"]))
        == "\u{1B}[?2026h\u{1B}[2;1H2\u{1B}[K\u{1B}[?2026l")
  }

  @Test func aFullLineKeepsItsLastCharacter() {
    var painter = ScreenPainter(colour: false)
    #expect(paint(&painter, canvas(["abc"], columns: 3)).contains("abc\u{1B}[?2026l"))
  }

  @Test func theSamePictureCostsNothing() {
    var painter = ScreenPainter(colour: true)
    _ = painter.paint(canvas(["one"]))
    #expect(painter.paint(canvas(["one"])).isEmpty)
  }

  @Test func aNewSizeOrAReturnToTheScreenIsPaintedWhole() {
    var painter = ScreenPainter(colour: false)
    _ = painter.paint(canvas(["one"]))
    #expect(paint(&painter, canvas(["one"], columns: 30)).contains("\u{1B}[2J"))
    painter.forget()
    #expect(paint(&painter, canvas(["one"], columns: 30)).contains("\u{1B}[2J"))
  }

  @Test func coloursEndWithTheirLine() {
    var painter = ScreenPainter(colour: true)
    var canvas = canvas(["one"])
    canvas.put("red", row: 0, column: 4, .notice)
    #expect(paint(&painter, canvas).contains("one \u{1B}[33mred\u{1B}[0m\u{1B}[K"))
  }

  @Test func leavingUndoesWhatEnteringDid() {
    #expect(TerminalModes.enter.description == "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l")
    #expect(
      TerminalModes.leave.description == "\u{1B}[?2026l\u{1B}[0m\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l")
  }
}
