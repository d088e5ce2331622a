// swift-tools-version: 6.2
import PackageDescription

// A program of your own that listens to a recording. It needs no sound system: devices are in
// `InterjectCapture`.
let package = Package(
  name: "embedding",
  dependencies: [
    // The name is given because a checkout may lie in a folder of any name.
    .package(name: "interject", path: "../../")
  ],
  targets: [
    .executableTarget(
      name: "Embedding",
      dependencies: [.product(name: "Interject", package: "interject")],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
