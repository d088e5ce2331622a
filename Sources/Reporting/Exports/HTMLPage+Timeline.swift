import Conversation
import Wording

/// Where things are in a band of the picture, in its own units.
private struct Band {
  static let left = 80.0
  static let width = 915.0
  static let height = 92

  let interval: Interval
  /// The length that the band's width stands for; the last band is shorter than that.
  let length: SampleTime

  func x(_ time: SampleTime) -> Double {
    Band.left + Band.width * (time - interval.start).seconds / length.seconds
  }

  func contains(_ time: SampleTime) -> Bool { interval.start <= time && time < interval.end }

  /// The part of a stretch that is in the band.
  func clip(_ stretch: Interval) -> Interval? {
    let start = max(stretch.start, interval.start)
    let end = min(stretch.end, interval.end)
    return start < end ? Interval(start: start, end: end) : nil
  }
}

extension Party {
  fileprivate var lane: Int { self == .agent ? 30 : 56 }
  fileprivate var markLane: Int { self == .agent ? 23 : 81 }
}

extension XMLText {
  /// The columns that decide how long a band is; the picture itself is continuous.
  private static let columns = 160

  mutating func timeline(_ call: CallReport) {
    let scale = TimelineScale(length: call.length, columns: XMLText.columns)
    for index in 0..<scale.bands {
      let cells = scale.cells(ofBand: index)
      let start = SampleTime(ticks: cells.lowerBound * scale.cell.ticks)
      let length = SampleTime(ticks: scale.cellsPerBand * scale.cell.ticks)
      let end = min(start + length, call.length)
      draw(Band(interval: Interval(start: start, end: end), length: length), scale, call)
    }
    let key =
      "filled diamond: interrupts and takes the turn; hollow: does not, or may be agreement; "
    element(
      "p", key + "dot: backchannel; dark between the parties: both speak", [("class", "quiet")])
  }

  private mutating func draw(_ band: Band, _ scale: TimelineScale, _ call: CallReport) {
    open("svg", [("viewBox", "0 0 1000 \(Band.height)"), ("role", "img")])
    element("title", "Who speaks from \(FigureText.clock(band.interval.start))")
    axis(band, scale)
    for party in Party.allCases {
      line("<text x=\"0\" y=\"\(party.lane + 14)\" font-size=\"13\">\(party.name)</text>")
      for lost in call.record.unknown where lost.party == party {
        rectangle(lost.interval, band, y: party.lane, height: 18, "unheard")
      }
      for segment in call.record.segments[party] {
        rectangle(segment, band, y: party.lane, height: 18, party.name)
      }
    }
    if call.shows(.overlap) {
      for overlap in call.record.overlaps {
        rectangle(overlap.interval, band, y: 49, height: 6, "both")
      }
    }
    for silence in call.record.deadAir { deadAir(silence.interval, band) }
    if call.shows(.interruptions) { marks(call.record, band) }
    close("svg")
  }

  private mutating func axis(_ band: Band, _ scale: TimelineScale) {
    let step = scale.cellsPerTick * scale.cell.ticks
    for ticks in stride(from: band.interval.start.ticks, to: band.interval.end.ticks, by: step) {
      let time = SampleTime(ticks: ticks)
      let x = text(band.x(time))
      line("<line class=\"tick\" x1=\"\(x)\" x2=\"\(x)\" y1=\"2\" y2=\"\(Band.height)\"/>")
      let label = FigureText.clock(seconds: Int(time.seconds))
      line("<text x=\"\(text(band.x(time) + 3))\" y=\"12\" font-size=\"11\">\(label)</text>")
    }
  }

  private mutating func rectangle(
    _ stretch: Interval, _ band: Band, y: Int, height: Int, _ name: String
  ) {
    guard let part = band.clip(stretch) else { return }
    let width = max(band.x(part.end) - band.x(part.start), 0.5)
    line(
      "<rect class=\"\(name)\" x=\"\(text(band.x(part.start)))\" y=\"\(y)\" "
        + "width=\"\(text(width))\" height=\"\(height)\"/>")
  }

  private mutating func deadAir(_ silence: Interval, _ band: Band) {
    guard let part = band.clip(silence) else { return }
    line(
      "<line class=\"dead\" x1=\"\(text(band.x(part.start)))\" x2=\"\(text(band.x(part.end)))\" "
        + "y1=\"52\" y2=\"52\"/>")
  }

  private mutating func marks(_ record: CallRecord, _ band: Band) {
    for party in Party.allCases {
      for encouragement in record.backchannels[party] where band.contains(encouragement.start) {
        let x = text(band.x(encouragement.start))
        line("<circle class=\"\(party.name)\" cx=\"\(x)\" cy=\"\(party.markLane)\" r=\"2\"/>")
      }
    }
    for interruption in record.interruptions where band.contains(interruption.flag.start) {
      diamond(interruption, band)
    }
  }

  private mutating func diamond(_ interruption: RecordedInterruption, _ band: Band) {
    let flag = interruption.flag
    let taken = interruption.resolution?.outcome == .floorTaken
    let start = FigureText.clock(flag.start)
    open(
      "path",
      [
        ("class", taken ? flag.party.name : "\(flag.party.name) hollow"),
        ("d", "M\(text(band.x(flag.start))) \(flag.party.markLane - 5)l5 5l-5 5l-5 -5z"),
      ])
    element(
      "title", "\(start) \(flag.party.name) speaks over the other: \(interruption.outcomeWords)")
    close("path")
  }

  private func text(_ number: Double) -> String { FigureText.decimal(number, places: 1) }
}
