import Synchronization
import Testing

/// A server that the tests of a suite share, one at a time; for suites that change nothing that others look at.
final class SharedServer: Sendable {
    @TaskLocal static var current: SharedServer?

    private let api: Mutex<API>

    init(release: String, _ prepare: @Sendable (API) throws -> Void) throws {
        let api = try API(release: release)
        try prepare(api)
        self.api = Mutex(api)
    }

    fileprivate func use<T: Sendable>(_ body: (API) throws -> T) throws -> T {
        try api.withLock { api in try body(api) }
    }
}

/// Does something with the server of the suite.
func withSharedServer<T: Sendable>(_ body: (API) throws -> T) throws -> T {
    let shared = try #require(SharedServer.current, "the suite has no server")
    return try shared.use(body)
}

/// Gives a suite a server, which starts before its first test and stops after its last.
struct SharedServerTrait: SuiteTrait, TestScoping {
    let release: String
    let prepare: @Sendable (API) throws -> Void

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let server = try SharedServer(release: release, prepare)
        try await SharedServer.$current.withValue(server) { try await function() }
    }
}

extension Trait where Self == SharedServerTrait {
    /// One server for the whole suite, with what `prepare` puts into it.
    static func sharedServer(
        release: String = "2", _ prepare: @escaping @Sendable (API) throws -> Void = { _ in }
    ) -> Self {
        Self(release: release, prepare: prepare)
    }
}
