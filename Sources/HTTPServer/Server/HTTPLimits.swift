/// What the server puts up with. A request that goes beyond is answered with the status named here, and its connection
/// is closed.
package struct HTTPLimits: Sendable {
    /// Bytes of the request line (414).
    package var requestLineBytes = 16 * 1024
    /// Bytes of all header fields; also of the trailer fields of a chunked body (431).
    package var headerBytes = 64 * 1024
    /// Number of header fields (431).
    package var headerFields = 100
    /// Bytes of a body (413).
    package var bodyBytes = 10 * 1024 * 1024
    /// Connections open at the same time. Further ones wait until one closes.
    package var connections = 10_000

    /// From the first byte of a request to the end of its head (408).
    package var headTimeout = Duration.seconds(10)
    /// Without a new byte of a body (408).
    package var bodyTimeout = Duration.seconds(30)
    /// Between requests: the connection is closed without a word.
    package var idleTimeout = Duration.seconds(65)
    /// Without the client taking a byte of its answer: the connection is dropped.
    package var writeTimeout = Duration.seconds(30)
    /// How long input is discarded after a refusal, so that the client can read why it was refused.
    package var lingerTimeout = Duration.seconds(2)

    package init() {}
}
