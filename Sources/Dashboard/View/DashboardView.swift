import Conversation
import Wording

/// The dashboard as a picture: a pure function from a state to lines of text.
public struct DashboardView {
  /// The least size that shows everything; a smaller screen has a picture of its own.
  public static let leastSize: ScreenSize = ScreenSize(columns: 60, rows: 16)

  let state: DashboardState
  let style: DashboardStyle
  let size: ScreenSize
  var canvas: Canvas

  /// The lines of a screen, exactly `size.rows`, none longer than `size.columns`.
  public static func lines(
    _ state: DashboardState, size: ScreenSize, style: DashboardStyle = DashboardStyle()
  ) -> [String] {
    draw(state, size: size, style: style).lines(
      colour: style.colour, theme: style.theme)
  }

  static func draw(_ state: DashboardState, size: ScreenSize, style: DashboardStyle) -> Canvas {
    var view = DashboardView(state, size: size, style: style)
    view.draw()
    return view.canvas
  }

  private init(_ state: DashboardState, size: ScreenSize, style: DashboardStyle) {
    self.state = state
    self.style = style
    self.size = size
    canvas = Canvas(size: size)
  }

  var glyphs: Glyphs { style.ascii ? .ascii : .blocks }
  var metrics: Metrics { state.metrics }

  /// Whether the measures and the events stand beside each other.
  var isWide: Bool { size.columns >= 110 && size.rows >= 30 }

  /// Whether the day has a place beside the call.
  var showsDay: Bool { isWide && size.rows >= 36 }

  /// Whether there is too little room to show everything.
  var isSmall: Bool { !Self.hasPages(size) }

  /// Whether a screen has room for everything, the day's calls among it.
  static func hasPages(_ size: ScreenSize) -> Bool {
    size.columns >= leastSize.columns && size.rows >= leastSize.rows
  }

  func shows(_ group: Withheld) -> Bool { !state.withheld.contains(group) }

  private mutating func draw() {
    guard !isSmall else { return drawSmall() }
    drawHeader(row: 0)
    if state.page != .call {
      drawPage()
      if state.showsHelp { drawHelp() }
      return
    }
    let roomy = size.rows >= 22
    var row = roomy ? drawRule(row: 1) : 1
    row = drawParties(row: row)
    if size.rows >= 30 { row += 1 }
    row = drawTimeline(row: row)
    if size.rows >= 28 { row = drawLegend(row: row) }
    if roomy { row = drawRule(row: row) }
    let bottom = size.rows - 2
    if isWide {
      drawWideMeasures(rows: row..<bottom)
    } else {
      row = drawNarrowMeasures(row: row)
      drawEvents(rows: row..<bottom, columns: 0..<size.columns)
    }
    drawGuidance(row: bottom)
    drawFooter(row: size.rows - 1)
    if state.showsHelp { drawHelp() }
  }

  mutating func drawRule(row: Int) -> Int {
    canvas.fill(glyphs.rule, row: row, columns: 0..<size.columns, .quiet)
    return row + 1
  }
}
