/// A server of each release line.
struct BothReleases {
    let newest: API
    let older: API

    init() throws {
        newest = try API(release: "2")
        older = try API(release: "1")
    }

    /// What each answers to the same.
    func both(_ body: (API) throws -> Answer) throws -> (newest: Answer, older: Answer) {
        (try body(newest), try body(older))
    }
}
