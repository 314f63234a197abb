import Testing

/// Gives a suite one server, which starts before its first test and stops after its last; for suites that change
/// nothing that their other tests look at.
struct SharedServerTrait: SuiteTrait, TestScoping {
    @TaskLocal fileprivate static var api: API?

    let release: String
    let prepare: @Sendable (API) throws -> Void

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let api = try API(release: release)
        try prepare(api)
        try await SharedServerTrait.$api.withValue(api) { try await function() }
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

/// The server of the suite.
func sharedAPI() throws -> API {
    try #require(SharedServerTrait.api, "the suite has no server")
}
