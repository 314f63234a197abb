// swift-tools-version: 6.0
import PackageDescription

// Dependencies point downwards only; each layer is a target so that the compiler enforces it.
//
//   twenty-mock -> TwentyMock -> RecordStore -> DataModel      ground floor: JSON, GraphQL, HTTPServer
//
// Third-party packages, and why each is here:
// - GRDB: its module of the system's libsqlite3; in tests also its connections, which look into files past our own.
// - swift-crypto: key digests and constant-time comparison are never home-made.
// - swift-argument-parser, swift-log: the conventions of the language for command lines and logs.

let strict: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

let demoData = [
    "workspaceMembers", "companies", "people", "opportunities", "notes", "noteTargets", "tasks", "taskTargets",
]

let package = Package(
    name: "twenty-mock",
    platforms: [.macOS(.v14)],
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
        .target(name: "GraphQL", dependencies: ["JSON"], swiftSettings: strict),
        // JSON: default values, options and settings of fields are JSON by nature.
        .target(name: "DataModel", dependencies: ["JSON"], swiftSettings: strict),
        .target(
            name: "RecordStore",
            dependencies: [
                "DataModel", "JSON",
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
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
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "TwentyMockTests",
            dependencies: [
                "TwentyMock", "JSON", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
