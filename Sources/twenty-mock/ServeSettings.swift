import ArgumentParser
import Foundation
import Logging
import TwentyMock

/// The options of `serve`, completed from the environment and checked.
struct ServeSettings {
    let server: TwentyMockServer.Configuration
    let logger: Logger

    /// - Throws: `ValidationError` for a value that cannot be used.
    init(_ options: Serve, environment: [String: String]) throws {
        let environment = Environment(values: environment)
        let level = try options.logLevel ?? environment.text("LOG_LEVEL") ?? "info"
        guard let logLevel = Logger.Level(rawValue: level) else {
            throw ValidationError(
                "'\(level)' is no log level: choose trace, debug, info, notice, warning, error or critical.")
        }
        var logger = Logger(label: "twenty-mock", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = logLevel
        self.logger = logger

        var server = TwentyMockServer.Configuration()
        server.logger = logger
        server.host = try options.host ?? environment.text("HOST") ?? "127.0.0.1"
        server.port = try options.port ?? environment.number("PORT") ?? 3000
        guard (0...65_535).contains(server.port) else { throw ValidationError("\(server.port) is not a port.") }
        server.release = try options.release ?? environment.text("RELEASE") ?? "2"
        guard ["1", "2"].contains(server.release) else {
            throw ValidationError("'\(server.release)' is no release line: choose 2 or 1.")
        }
        let isEphemeral = try options.ephemeral || (options.data == nil && environment.flag("EPHEMERAL") ?? false)
        guard !(options.ephemeral && options.data != nil) else {
            throw ValidationError("Choose either --data or --ephemeral.")
        }
        server.storage =
            try isEphemeral
            ? .ephemeral : .directory(options.data ?? environment.text("DATA") ?? "./twenty-mock-data")
        switch try options.seed ?? environment.text("SEED") ?? "demo" {
        case "demo": server.seed = .demo
        case "empty": server.seed = .empty
        case let path: server.seed = .directory(path)
        }
        server.apiKeys = try options.apiKey.isEmpty ? environment.list("API_KEY") : options.apiKey
        guard !server.apiKeys.contains("") else { throw ValidationError("An API key must not be empty.") }
        server.missingKeyStatus = try options.missingKeyStatus ?? environment.number("MISSING_KEY_STATUS") ?? 401
        guard [401, 403].contains(server.missingKeyStatus) else {
            throw ValidationError("The status of a request without a key is 401 or 403.")
        }
        switch try options.metadataFormat ?? environment.text("METADATA_FORMAT") ?? "new" {
        case "new": server.metadata.usesNewFormat = true
        case "old": server.metadata.usesNewFormat = false
        case let format: throw ValidationError("'\(format)' is no metadata format: choose new or old.")
        }
        if let shows = try options.compatibilityKeys ?? environment.flag("COMPATIBILITY_KEYS") {
            server.metadata.showsCompatibilityKeys = shows
        }
        if let has = try options.extensions ?? environment.flag("EXTENSIONS") { server.metadata.hasExtensions = has }
        if let allows = try options.keyManagement ?? environment.flag("KEY_MANAGEMENT") {
            server.metadata.allowsKeysToManageKeys = allows
        }
        self.server = server
    }
}

/// The variables called `TWENTY_MOCK_…`; empty ones count as unset.
private struct Environment {
    let values: [String: String]

    func text(_ name: String) throws -> String? {
        values["TWENTY_MOCK_" + name].flatMap { $0.isEmpty ? nil : $0 }
    }

    func number(_ name: String) throws -> Int? {
        try text(name).map { text in
            guard let number = Int(text) else {
                throw ValidationError("TWENTY_MOCK_\(name) is '\(text)', a number is expected.")
            }
            return number
        }
    }

    func flag(_ name: String) throws -> Bool? {
        switch try text(name)?.lowercased() {
        case nil: return nil
        case "0", "false", "no": return false
        case "1", "true", "yes": return true
        case let text?: throw ValidationError("TWENTY_MOCK_\(name) is '\(text)': choose 1 or 0.")
        }
    }

    func list(_ name: String) throws -> [String] {
        try text(name)?.split(separator: ",").map(String.init) ?? []
    }
}
