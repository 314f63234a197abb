import DataModel
import Foundation
import HTTPServer
import Logging
import RecordStore

/// A mock Twenty API server.
///
/// ```swift
/// let server = try TwentyMockServer(.init(storage: .ephemeral))
/// let url = try server.start()
/// // call url + "/rest/people" with "Authorization: Bearer \(server.apiKey)"
/// server.stop()
/// ```
public final class TwentyMockServer: Sendable {
    public struct Configuration: Sendable {
        /// Where records are kept.
        public enum Storage: Sendable, Hashable {
            /// A temporary directory that goes away with the server; nothing survives the process.
            case ephemeral
            /// A directory of the server's own, made when there is none.
            case directory(String)
        }

        /// What a new workspace holds.
        public enum Seed: Sendable, Hashable {
            /// A small invented company, the same every time.
            case demo
            case empty
            /// The `<plural>.json` files of a directory, each a list of records as the API takes them.
            case directory(String)
        }

        /// Host name or address to listen on.
        public var host = "127.0.0.1"
        /// 0 takes any free port.
        public var port = 0
        public var storage = Storage.ephemeral
        public var seed = Seed.demo
        /// The keys that are accepted; when empty, one is made and kept with the records.
        public var apiKeys: [String] = []
        /// The release line that a new workspace follows: `2` or `1`.
        public var release = "2"
        /// How the metadata API answers where real servers differ.
        public var metadata = MetadataOptions()
        /// The status of a request without a key: 401, or 403 as real servers answer since 2026.
        public var missingKeyStatus = 401
        /// Where the server tells what it does; every request at level debug.
        public var logger = Logger(label: "twenty-mock", factory: { _ in SwiftLogNoOpLogHandler() })

        public init() {}

        public init(storage: Storage, seed: Seed = .demo, port: Int = 0) {
            self.storage = storage
            self.seed = seed
            self.port = port
        }
    }

    /// The key to send as `Authorization: Bearer …`: the first of the configured ones, or the one that was made.
    public let apiKey: String
    /// Where the records are.
    public let dataDirectory: String

    private let workspace: Workspace
    private let directory: DataDirectory
    private let http: HTTPServer
    private let host: String

    /// Opens the data directory and fills a new workspace; does not listen yet.
    ///
    /// - Throws: ``StartError`` when the directory cannot be used, nothing in it having been changed, or when the
    ///   seed holds records that the API would refuse.
    public init(_ configuration: Configuration = Configuration()) throws {
        guard let release = Release(name: configuration.release) else {
            throw StartError("unknown release \"\(configuration.release)\": choose 2 or 1")
        }
        host = configuration.host
        directory = try DataDirectory(configuration.storage)
        dataDirectory = directory.path
        workspace = try directory.openWorkspace(release: release, metadataOptions: configuration.metadata)
        try Seeding(workspace: workspace).seedIfNew(configuration.seed)
        let tokens = try configuration.apiKeys.isEmpty ? [directory.apiKey(of: workspace)] : configuration.apiKeys
        apiKey = tokens[0]
        var settings = HTTPServer.Configuration(host: configuration.host, port: configuration.port)
        settings.errorResponse = { APIResponse.refusal($0) }
        http = HTTPServer(
            configuration: settings,
            handler: RequestHandler(
                workspace: workspace, logger: configuration.logger,
                authenticator: Authenticator(
                    keys: tokens.map { APIKey(name: "My api key", token: $0) },
                    missingKeyStatus: configuration.missingKeyStatus,
                    acceptsTokenParameter: workspace.release.acceptsTokenParameter,
                    issuedKeys: IssuedKeys(workspace: workspace))))
    }

    /// Starts to accept connections.
    ///
    /// - Returns: the URL to put before `/rest/…`, such as `http://127.0.0.1:3000`.
    /// - Throws: ``StartError`` when the address cannot be listened on.
    @discardableResult
    public func start() throws -> String {
        do {
            let address = try http.start()
            let shown = host.contains(":") ? "[\(host)]" : host
            return "http://\(shown):\(address.port)"
        } catch {
            throw StartError(String(describing: error))
        }
    }

    /// Stops accepting, answers what is in flight, and closes the records.
    ///
    /// - Parameter seconds: how long requests in flight may take.
    public func stop(within seconds: Double = 10) {
        http.stop(within: seconds)
        try? workspace.store.close()
        directory.release()
    }

    /// How many live records there are of each object that has any, by plural name.
    public func recordCounts() throws -> [(object: String, count: Int)] {
        try workspace.store.read { reader in
            try reader.schema.tables.map { ($0.object.namePlural, try reader.count($0, where: nil)) }.filter {
                $0.1 > 0
            }
        }
    }
}

/// Why a server does not start, in one line for people.
public struct StartError: Error, Sendable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
