// swift-tools-version: 6.2
import PackageDescription

let swiftSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// `make static` asks for small code where speed does not matter: in what talks to the user, and in what
// works by the event or by the period of a device.
let facingSettings =
  Context.environment["INTERJECT_STATIC"] == nil
  ? swiftSettings : swiftSettings + [.unsafeFlags(["-Osize"])]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

func facing(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: facingSettings)
}

func tests(
  of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + dependencies,
    exclude: exclude, swiftSettings: swiftSettings)
}

func system(_ name: String, pkgConfig: String, apt: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

let package = Package(
  name: "interject",
  products: [
    .executable(name: "interject", targets: ["InterjectCommand"]),
    .library(name: "Interject", targets: ["Interject", "Reporting", "Dashboard"]),
    // Apart, so that nobody who brings audio of their own needs ALSA.
    .library(name: "InterjectCapture", targets: ["LiveCapture"]),
    // For the benchmarks only, which are a package of their own.
    .library(name: "_Benchmarking", targets: ["Benchmarking"]),
    // For the tests only: what ALSA loads has to be a product.
    .library(name: "_SimulatedCapture", type: .dynamic, targets: ["SimulatedCapture"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", exact: "0.2.0"),
  ],
  targets: [
    system("CALSA", pkgConfig: "alsa", apt: "libasound2-dev"),
    system("CFFTW", pkgConfig: "fftw3f", apt: "libfftw3-dev"),
    system("CSndfile", pkgConfig: "sndfile", apt: "libsndfile1-dev"),
    .target(name: "CRealtime"),
    .target(name: "CAlsaCalls", dependencies: ["CALSA", "CRealtime"]),
    .target(name: "CKernels"),
    .target(name: "CRecognizer"),
    .target(name: "CSoundServer"),
    .target(name: "CStories"),

    library("Conversation"),
    library("Realtime", ["CRealtime"]),
    library("VoiceActivity", ["Conversation", "CFFTW", "CKernels"]),
    library("TurnTaking", ["Conversation"]),
    facing("Measures", ["Conversation"]),
    facing("Words", ["Conversation", "CRecognizer"]),
    library("Resampling", ["CKernels"]),
    library("AudioFiles", ["Conversation", "Resampling", "CSndfile"]),
    facing("SoundServer", ["Realtime", "CRealtime", "CSoundServer"]),
    facing(
      "AlsaCapture",
      [
        "Conversation", "Realtime", "Resampling", "SoundServer", "CALSA", "CAlsaCalls",
        "CRealtime",
      ]),
    facing("AlsaPlayback", ["CALSA", "CAlsaCalls"]),
    library(
      "Listening",
      ["AudioFiles", "Conversation", "Measures", "TurnTaking", "VoiceActivity", "CKernels"]),
    facing(
      "Calls", ["AudioFiles", "Conversation", "Listening", "Measures", "VoiceActivity", "Words"]),
    facing(
      "Live",
      [
        "AudioFiles", "Calls", "Conversation", "Listening", "Realtime", "VoiceActivity",
        "CRealtime", "Words",
      ]),
    facing("LiveCapture", ["AlsaCapture", "Conversation", "Live", "SoundServer"]),
    facing("Setup", ["Conversation", "Listening", "Reporting", "VoiceActivity", "Wording"]),
    facing("Preferences", ["Conversation"]),
    facing("Wording", ["Conversation"]),
    facing("Pages"),
    facing("Reporting", ["Conversation", "Pages", "Wording"]),
    facing("Dashboard", ["Conversation", "Wording"]),
    facing("History", ["Conversation", "Pages", "Preferences", "Reporting", "Wording"]),
    facing(
      "Practice",
      [
        "AudioFiles", "Conversation", "Listening", "Preferences", "VoiceActivity", "Wording",
        "CRealtime", "CStories",
      ]),
    facing(
      "Interject",
      [
        "AudioFiles", "Calls", "Conversation", "History", "Listening", "Live", "Preferences",
        "VoiceActivity", "Words",
      ]),
    facing(
      "Benchmarking",
      [
        "AlsaCapture", "AudioFiles", "Calls", "Conversation", "Listening", "Live",
        "LiveCapture", "Measures", "Reporting", "TurnTaking", "VoiceActivity", "CALSA",
        "CAlsaCalls",
        "CRealtime",
        .product(name: "Histogram", package: "hdrhistogram-swift"),
      ]),
    facing("Batch", ["AudioFiles", "Conversation", "Listening", "Preferences", "Reporting"]),
    .executableTarget(
      name: "InterjectCommand",
      dependencies: [
        "AlsaCapture", "AlsaPlayback", "AudioFiles", "Batch", "Benchmarking", "CAlsaCalls",
        "CRealtime", "Conversation", "Dashboard", "History", "Interject", "LiveCapture", "Pages",
        "Practice", "Preferences", "Realtime", "Reporting", "Setup", "SoundServer", "VoiceActivity",
        "Words",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: facingSettings),

    tests(of: "Conversation"),
    tests(of: "Pages"),
    tests(
      of: "Practice",
      [
        "AlsaPlayback", "Conversation", "SoundFixtures", "TestSignals", "TurnTaking",
        "VoiceActivity",
      ]),
    tests(of: "History", ["Conversation", "Pages", "Preferences", "Reporting"]),
    .target(
      name: "TestSignals", dependencies: ["Conversation"], path: "Tests/TestSignals",
      swiftSettings: swiftSettings),
    .testTarget(
      name: "VoiceActivityTests",
      dependencies: ["VoiceActivity", "Conversation", "CKernels", "TestSignals"],
      resources: [.copy("Golden")], swiftSettings: swiftSettings),
    .testTarget(
      name: "TurnTakingTests",
      dependencies: [
        "TurnTaking", "Calls", "Conversation", "Measures", "TestSignals", "VoiceActivity",
        "Wording",
      ],
      resources: [.copy("Golden")], swiftSettings: swiftSettings),
    .target(
      name: "SampleCalls", dependencies: ["Conversation"], path: "Tests/SampleCalls",
      swiftSettings: swiftSettings),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Reporting", "Conversation", "Pages", "SampleCalls", "GoldenText"],
      exclude: ["Golden"], swiftSettings: swiftSettings),
    .target(name: "GoldenText", path: "Tests/GoldenText", swiftSettings: swiftSettings),
    .testTarget(
      name: "DashboardTests",
      dependencies: ["Dashboard", "Conversation", "SampleCalls", "GoldenText", "Wording"],
      exclude: ["Golden"], swiftSettings: swiftSettings),

    .target(
      name: "SoundFixtures", dependencies: ["CSndfile", "TestSignals"],
      path: "Tests/SoundFixtures", swiftSettings: swiftSettings),
    .testTarget(
      name: "WordsTests", dependencies: ["AllocationMeter", "Words", "Conversation"],
      resources: [.copy("Calls"), .copy("Golden")], swiftSettings: swiftSettings),
    tests(of: "Realtime", ["AllocationMeter"]),
    tests(of: "Resampling"),
    tests(of: "AlsaPlayback"),
    tests(of: "SoundServer"),
    .target(
      name: "SetupFixtures", dependencies: ["Conversation", "Setup"],
      path: "Tests/SetupFixtures", swiftSettings: swiftSettings),
    tests(of: "Setup", ["Conversation", "Reporting", "SetupFixtures", "TestSignals"]),
    tests(
      of: "AlsaCapture",
      ["AllocationMeter", "Conversation", "Realtime", "SimulatedCapture", "SoundServer"]),
    .target(name: "AllocationMeter", path: "Tests/AllocationMeter"),
    .target(
      name: "SimulatedCapture", dependencies: ["CALSA"], path: "Tests/SimulatedCapture",
      cSettings: [.define("PIC")], linkerSettings: [.linkedLibrary("m")]),
    .target(
      name: "ReaderFuzz",
      dependencies: ["AudioFiles", "Conversation", "SoundFixtures", "TestSignals", "CSndfile"],
      path: "Tests/ReaderFuzz", swiftSettings: swiftSettings),
    .executableTarget(
      name: "AudioFilesFuzz", dependencies: ["ReaderFuzz"], path: "Tests/AudioFilesFuzz",
      swiftSettings: swiftSettings),
    tests(of: "AudioFiles", ["Conversation", "SoundFixtures", "ReaderFuzz", "CSndfile"]),
    tests(
      of: "Batch", ["AudioFiles", "Conversation", "Listening", "Preferences", "SoundFixtures"]),
    .target(
      name: "LiveFixtures", dependencies: ["AudioFiles", "Conversation", "Interject", "Reporting"],
      path: "Tests/LiveFixtures", swiftSettings: swiftSettings),
    tests(
      of: "Interject",
      [
        "AllocationMeter", "AlsaCapture", "AudioFiles", "Benchmarking", "Calls", "Conversation",
        "Dashboard", "GoldenText", "History", "Listening", "Live", "LiveCapture", "LiveFixtures",
        "Measures", "Preferences", "Reporting", "SimulatedCapture", "SoundServer", "TestSignals",
        "VoiceActivity", "Wording", "Words",
      ], exclude: ["History/Golden"]),
    tests(
      of: "InterjectCommand",
      [
        "AudioFiles", "Batch", "Conversation", "Dashboard", "Interject", "Listening",
        "LiveFixtures", "Preferences", "Setup", "SetupFixtures", "SoundServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
  ]
)
