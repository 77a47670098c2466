// swift-tools-version:6.2
import PackageDescription

/// The compiler keeps the house: warnings are errors, and an import is visible only in the file that writes it.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// Tests need no bookkeeping of imports.
let relaxed: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
    name: "team-x",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "teamx", targets: ["teamx"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // MARK: ArchitectureTests
        .testTarget(name: "ArchitectureTests", swiftSettings: relaxed),

        // MARK: CrashTests
        .testTarget(name: "CrashTests", dependencies: ["Domain", "Store", "teamx", "TestSupport"], swiftSettings: relaxed),

        // MARK: Domain
        .target(name: "Domain", swiftSettings: strict),
        .testTarget(name: "DomainTests", dependencies: ["Domain", "TestSupport"], swiftSettings: relaxed),

        // MARK: embed-files
        .executableTarget(name: "embed-files", swiftSettings: strict),
        .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"]),

        // MARK: Engine
        .target(
            name: "Engine",
            dependencies: [
                "Domain", "Knowledge", "Store",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "EngineTests",
            dependencies: [
                "Domain", "Engine", "Gateway", "Store", "TestSupport", "Tools",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ], swiftSettings: relaxed),

        // MARK: Gateway
        .target(
            name: "Gateway",
            dependencies: [
                "Domain",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "GatewayTests",
            dependencies: ["Domain", "Gateway", "TestSupport", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: relaxed),

        // MARK: Knowledge
        .target(name: "Knowledge", dependencies: ["Domain"], swiftSettings: strict),
        .testTarget(name: "KnowledgeTests", dependencies: ["Domain", "Knowledge"], swiftSettings: relaxed),

        // MARK: Roles
        .target(
            name: "Roles",
            dependencies: [
                "Domain",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "RolesTests",
            dependencies: ["Domain", "Roles", "embed-files", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: relaxed),

        // MARK: Store
        .target(
            name: "Store",
            dependencies: [
                "Domain",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .testTarget(name: "StoreTests", dependencies: ["Domain", "Store", "TestSupport"], swiftSettings: relaxed),

        // MARK: TestSupport
        .target(
            name: "TestSupport",
            dependencies: [
                "Domain", "Store",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            path: "Tests/TestSupport",
            swiftSettings: relaxed),

        // MARK: teamx
        .executableTarget(
            name: "teamx",
            dependencies: [
                "Domain", "Engine", "Gateway", "Knowledge", "Roles", "Store", "Tools", "Web",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict,
            plugins: ["EmbedFiles"]),
        .testTarget(
            name: "TeamXTests",
            dependencies: [
                "Domain", "Store", "teamx", "TestSupport", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: relaxed),

        // MARK: Tools
        .target(name: "Tools", dependencies: ["Domain"], swiftSettings: strict),
        .testTarget(name: "ToolsTests", dependencies: ["Domain", "Tools"], swiftSettings: relaxed),

        // MARK: Web
        .target(
            name: "Web",
            dependencies: [
                "Domain", "Engine", "Store",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Domain", "Engine", "Store", "TestSupport", "Tools", "Web",
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ], swiftSettings: relaxed),
    ],
    swiftLanguageModes: [.v6]
)
