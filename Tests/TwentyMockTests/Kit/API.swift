import Foundation
import JSON
import Testing
import TwentyMock

/// A server of its own with an empty workspace, and a client that talks to it over one socket.
///
/// `@unchecked Sendable`: `connection` is only touched with `lock` held. It is a lock that the thread sanitizer knows.
final class API: @unchecked Sendable {
    let server: TwentyMockServer
    let url: String
    private let lock = NSLock()
    private var connection: HTTPConnection

    var key: String { server.apiKey }
    var port: Int { API.port(url) }

    /// - Parameter seed: records by plural name, which even an object that no client may write takes.
    init(
        release: String = "2", seed: KeyValuePairs<String, JSONValue> = [:], missingKeyStatus: Int = 401,
        metadata: MetadataOptions = MetadataOptions()
    ) throws {
        let directory = try API.seedDirectory(seed)
        defer { if let directory { try? FileManager.default.removeItem(atPath: directory) } }
        var configuration = TwentyMockServer.Configuration(
            storage: .ephemeral, seed: directory.map { .directory($0) } ?? .empty)
        configuration.release = release
        configuration.missingKeyStatus = missingKeyStatus
        configuration.metadata = metadata
        server = try TwentyMockServer(configuration)
        url = try server.start()
        connection = try HTTPConnection(port: API.port(url))
    }

    deinit { server.stop(within: 0) }

    /// A further connection to the same server, for a client on a thread of its own.
    func newConnection() throws -> HTTPConnection { try HTTPConnection(port: port) }

    private static func seedDirectory(_ seed: KeyValuePairs<String, JSONValue>) throws -> String? {
        guard !seed.isEmpty else { return nil }
        let path = FileManager.default.temporaryDirectory.path + "/twenty-mock-seed-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (plural, records) in seed {
            try Data(records.serialized).write(to: URL(fileURLWithPath: "\(path)/\(plural).json"))
        }
        return path
    }

    private static func port(_ url: String) -> Int { url.split(separator: ":").last.flatMap { Int($0) } ?? 0 }

    /// Sends a request as it is given: the target is not encoded, no header is added.
    func send(_ method: String, _ target: String, headers: [(String, String)] = [], body: String? = nil) throws
        -> Answer
    {
        try lock.withLock {
            // On a busy machine a test may come back only after the server has given up an idle connection.
            if connection.isClosedByServer { connection = try HTTPConnection(port: port) }
            let answer = try connection.exchange(method, target, headers, body.map { Array($0.utf8) })
            if answer.headers["connection"] == "close" { connection = try HTTPConnection(port: port) }
            return answer
        }
    }

    /// Sends a request with the key.
    func request(
        _ method: String, _ path: String, _ query: KeyValuePairs<String, String> = [:], _ body: JSONValue? = nil
    ) throws -> Answer {
        var headers = [("Authorization", "Bearer \(key)")]
        if body != nil { headers.append(("Content-Type", "application/json")) }
        let separator = path.contains("?") ? "&" : "?"
        let pairs = query.map { "\(API.encoded($0.key))=\(API.encoded($0.value))" }.joined(separator: "&")
        return try send(
            method, pairs.isEmpty ? path : path + separator + pairs, headers: headers, body: body?.serializedText)
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    }
}

// MARK: - Methods

extension API {
    func get(_ path: String, _ query: KeyValuePairs<String, String> = [:]) throws -> Answer {
        try request("GET", path, query)
    }

    func post(_ path: String, _ body: JSONValue?, _ query: KeyValuePairs<String, String> = [:]) throws -> Answer {
        try request("POST", path, query, body)
    }

    func patch(_ path: String, _ body: JSONValue?, _ query: KeyValuePairs<String, String> = [:]) throws -> Answer {
        try request("PATCH", path, query, body)
    }

    func delete(_ path: String, _ query: KeyValuePairs<String, String> = [:]) throws -> Answer {
        try request("DELETE", path, query)
    }
}

// MARK: - Records

extension API {
    /// Creates a record that has to be accepted.
    @discardableResult
    func create(
        _ plural: String, _ body: JSONValue = [:], _ query: KeyValuePairs<String, String> = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> JSONValue {
        let answer = try post("/rest/\(plural)", body, query)
        try #require(answer.status == 201, "\(answer.raw)", sourceLocation: sourceLocation)
        return try #require(answer["data"]?.objectValue?.members.first?.value, sourceLocation: sourceLocation)
    }

    /// Creates records that have to be accepted, and returns them as they were answered.
    @discardableResult
    func createMany(
        _ plural: String, _ bodies: [JSONValue], _ query: KeyValuePairs<String, String> = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> [JSONValue] {
        let answer = try post("/rest/batch/\(plural)", .array(bodies), query)
        try #require(answer.status == 201, "\(answer.raw)", sourceLocation: sourceLocation)
        return try #require(
            answer["data"]?.objectValue?.members.first?.value.arrayValue, sourceLocation: sourceLocation)
    }

    /// Changes a record, which has to be accepted.
    @discardableResult
    func update(
        _ plural: String, _ id: String, _ body: JSONValue, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> JSONValue {
        let answer = try patch("/rest/\(plural)/\(id)", body)
        try #require(answer.status == 200, "\(answer.raw)", sourceLocation: sourceLocation)
        return try #require(answer["data"]?.objectValue?.members.first?.value, sourceLocation: sourceLocation)
    }

    /// The records of a list.
    func list(
        _ plural: String, _ query: KeyValuePairs<String, String> = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> [JSONValue] {
        let answer = try get("/rest/\(plural)", query)
        try #require(answer.status == 200, "\(answer.raw)", sourceLocation: sourceLocation)
        return try #require(answer.data(plural)?.arrayValue, sourceLocation: sourceLocation)
    }

    /// One record, or what was answered in its place.
    func find(
        _ plural: String, _ id: String, _ query: KeyValuePairs<String, String> = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> JSONValue {
        let answer = try get("/rest/\(plural)/\(id)", query)
        try #require(answer.status == 200, "\(answer.raw)", sourceLocation: sourceLocation)
        return try #require(answer["data"]?.objectValue?.members.first?.value, sourceLocation: sourceLocation)
    }
}

extension JSONValue {
    /// The id of a record.
    var id: String { self["id"]?.stringValue ?? "" }

    /// The text at a path of keys: `record.text("name", "firstName")`.
    func text(_ path: String...) -> String? { path.reduce(Optional(self)) { $0?[$1] }?.stringValue }

    /// The keys of an object, in order.
    var keys: [String] { objectValue?.members.map(\.key) ?? [] }
}

/// A version 4 UUID that sorts by `number`.
func uuid(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits + "-0000-4000-8000-000000000000"
}
