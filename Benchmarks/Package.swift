// swift-tools-version:6.2
import PackageDescription

// The measured targets are the program's own, by links: `package` access holds only within one package, so a package beside
// it could not see them. Built with their own settings they are the same code.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "team-x-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .target(name: "Domain", swiftSettings: strict),
        .target(
            name: "Store",
            dependencies: [
                "Domain",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ], swiftSettings: strict),
        .target(name: "Knowledge", dependencies: ["Domain"], swiftSettings: strict),
        .target(
            name: "Engine",
            dependencies: [
                "Domain", "Knowledge", "Store",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ], swiftSettings: strict),
        // The gateway's decoders alone: the rest of it would bring an HTTP client and its TLS, which are long to build.
        .target(name: "StreamDecoding", dependencies: ["Domain"], swiftSettings: strict),
        .target(name: "Tools", dependencies: ["Domain"], swiftSettings: strict),
        .executableTarget(
            name: "TeamXBenchmarks",
            dependencies: [
                "Domain", "Engine", "Store", "StreamDecoding", "Tools",
                .product(name: "Benchmark", package: "benchmark"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Benchmarks/TeamXBenchmarks",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    ],
    swiftLanguageModes: [.v6]
)
