// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who uses the library or the program fetches its tools.
let package = Package(
  name: "interject-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    // The name is given because a checkout may lie in a folder of any name.
    .package(name: "interject", path: "../"),
    // Without its default traits it needs no jemalloc.
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "HotPaths",
      dependencies: [
        .product(name: "Interject", package: "interject"),
        .product(name: "_Benchmarking", package: "interject"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/HotPaths",
      swiftSettings: [.swiftLanguageMode(.v6)],
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ]
)
