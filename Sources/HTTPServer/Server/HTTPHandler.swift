/// Answers requests.
package protocol HTTPHandler: Sendable {
    /// Called on the event loop of the request's connection, on several loops at the same time. Answering before
    /// returning is fastest. While it runs, all other connections of that loop wait: move slow work to a
    /// `DispatchQueue` and answer from there.
    func handle(_ request: HTTPRequest, _ responder: HTTPResponder)
}
