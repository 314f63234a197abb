// swift-tools-version: 6.0
import PackageDescription

// Dependencies point downwards only; each layer is a target so that the compiler enforces it.
//
//   twenty-mock -> TwentyMock -> RecordStore -> DataModel      ground floor: JSON, GraphQL, HTTPServer
//
// Third-party packages, and why each is here:
// - GRDB, in tests only: looks into our files past our own code. The store itself works on the system's libsqlite3
//   directly: the pool took a fifth of the time of a small read, and statements and checkpoints belong to the hot path.
// - swift-crypto: key digests and constant-time comparison are never home-made.
// - swift-argument-parser, swift-log: the conventions of the language for command lines and logs.

let strict: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

let demoData = [
    "workspaceMembers", "companies", "people", "opportunities", "notes", "noteTargets", "tasks", "taskTargets",
]

let package = Package(
    name: "twenty-mock",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "TwentyMock", targets: ["TwentyMock"]),
        .executable(name: "twenty-mock", targets: ["twenty-mock"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", "3.12.3"..<"5.0.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    ],
    targets: [
        .target(name: "HTTPServer", swiftSettings: strict),
        .target(name: "JSON", swiftSettings: strict),
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
        .target(name: "GraphQL", dependencies: ["JSON"], swiftSettings: strict),
        // JSON: default values, options and settings of fields are JSON by nature.
        .target(name: "DataModel", dependencies: ["JSON"], swiftSettings: strict),
        .target(
            name: "RecordStore",
            dependencies: ["DataModel", "JSON", "CSQLite"],
            swiftSettings: strict),
        .target(
            name: "TwentyMock",
            dependencies: [
                "RecordStore", "DataModel", "GraphQL", "JSON", "HTTPServer",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["DemoData/README.md"],
            // Compiled in, so that the demo data is there wherever the binary or an embedding test runs.
            resources: demoData.map { .embedInCode("DemoData/\($0).json") },
            swiftSettings: strict),
        .executableTarget(
            name: "twenty-mock",
            dependencies: [
                "TwentyMock",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .testTarget(name: "HTTPServerTests", dependencies: ["HTTPServer"], swiftSettings: strict),
        .testTarget(name: "JSONTests", dependencies: ["JSON"], swiftSettings: strict),
        .testTarget(
            name: "GraphQLTests", dependencies: ["GraphQL", "JSON"], exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(name: "DataModelTests", dependencies: ["DataModel", "JSON"], swiftSettings: strict),
        .testTarget(
            name: "RecordStoreTests",
            dependencies: [
                "RecordStore", "DataModel", "JSON", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "TwentyMockTests",
            dependencies: [
                "TwentyMock", "JSON", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
