import Conversation

/// How a call is cut into cells and bands, so that it fills at most six bands of some columns.
struct TimelineScale: Equatable {
  /// The length that one column shows.
  let cell: SampleTime
  /// The columns between two labels of the axis.
  let cellsPerTick: Int
  /// The columns of a band, a multiple of `cellsPerTick`.
  let cellsPerBand: Int
  /// The columns that the whole call needs.
  let cells: Int

  static let mostBands = 6

  /// Finer cells than half a second only pay where the whole call fits in one band.
  private static let bandedFrom = 500
  private static let cellMilliseconds = [
    100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000,
    900_000, 1_800_000, 3_600_000,
  ]
  private static let tickSeconds = [
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200,
  ]
  /// An axis label of ten hours has eight columns and a mark before it.
  private static let fewestCellsPerTick = 10

  init(length: SampleTime, columns: Int) {
    let steps = TimelineScale.cellMilliseconds
    var step = 0
    var most: Int
    repeat {
      // Beyond the table, days and weeks, each step doubles.
      let beyond = max(0, step - steps.count + 1)
      let milliseconds = steps[min(step, steps.count - 1)] << beyond
      self.init(length: length, columns: columns, milliseconds: milliseconds)
      most = milliseconds < TimelineScale.bandedFrom ? 1 : TimelineScale.mostBands
      step += 1
    } while bands > most
  }

  private init(length: SampleTime, columns: Int, milliseconds: Int) {
    let cell = SampleTime(ticks: milliseconds * SampleTime.ticksPerSecond / 1000)
    let fewest = TimelineScale.fewestCellsPerTick
    let tick = TimelineScale.tickSeconds.first {
      $0 * 1000 % milliseconds == 0 && $0 * 1000 / milliseconds >= fewest
    }
    let cellsPerTick = tick.map { $0 * 1000 / milliseconds } ?? fewest
    self.cell = cell
    self.cellsPerTick = cellsPerTick
    self.cellsPerBand = max(1, columns / cellsPerTick) * cellsPerTick
    self.cells = (length.ticks + cell.ticks - 1) / cell.ticks
  }

  var bands: Int { (cells + cellsPerBand - 1) / cellsPerBand }

  /// The cells of a band.
  func cells(ofBand band: Int) -> Range<Int> {
    band * cellsPerBand..<min(cells, (band + 1) * cellsPerBand)
  }

  /// The cell that shows a moment.
  func cell(at time: SampleTime) -> Int {
    min(max(0, time.ticks / cell.ticks), max(0, cells - 1))
  }
}
