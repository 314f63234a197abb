/// `HTTPLimits` with times in milliseconds.
struct LoopLimits: Sendable {
    let request: HTTPLimits
    let headTimeout: Int64
    let bodyTimeout: Int64
    let idleTimeout: Int64
    let writeTimeout: Int64
    let lingerTimeout: Int64
    /// How often deadlines are looked at: a quarter of the shortest time, at most a second.
    let tick: Int64

    init(_ limits: HTTPLimits) {
        request = limits
        headTimeout = limits.headTimeout.loopMilliseconds
        bodyTimeout = limits.bodyTimeout.loopMilliseconds
        idleTimeout = limits.idleTimeout.loopMilliseconds
        writeTimeout = limits.writeTimeout.loopMilliseconds
        lingerTimeout = limits.lingerTimeout.loopMilliseconds
        let shortest = min(headTimeout, bodyTimeout, idleTimeout, writeTimeout, lingerTimeout)
        tick = min(1000, max(5, shortest / 4))
    }
}
