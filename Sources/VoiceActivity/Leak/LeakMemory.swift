/// The number of frames and the energies that belong to a sum of products, forgotten as they are.
struct LeakMemory {
  /// Frames of the far side's talk.
  let frames: Double
  private(set) var count = 0.0
  private(set) var nearEnergy = 0.0
  private(set) var farEnergy = 0.0

  init(frames: Double) {
    self.frames = frames
  }

  /// Adds a batch of frames; returns what is left of what was there.
  mutating func add(frames: Int, near: Float, far: Float) -> Float {
    let kept = 1 - Double(frames) / self.frames
    count = count * kept + Double(frames)
    nearEnergy = nearEnergy * kept + Double(near)
    farEnergy = farEnergy * kept + Double(far)
    return Float(kept)
  }

  /// Takes over what another memory holds.
  mutating func adopt(_ other: LeakMemory) {
    count = other.count
    nearEnergy = other.nearEnergy
    farEnergy = other.farEnergy
  }

  /// What products are divided by to make correlations.
  var scale: Float { Float((nearEnergy * farEnergy).squareRoot()) }
}
