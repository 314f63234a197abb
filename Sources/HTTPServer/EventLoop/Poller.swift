/// What a descriptor is watched for.
struct Interest: OptionSet, Sendable {
    let rawValue: UInt8

    static let read = Interest(rawValue: 1)
    static let write = Interest(rawValue: 2)
}

/// What was found out about one descriptor.
struct Readiness {
    var descriptor: Int32
    var canRead: Bool
    var canWrite: Bool
    /// The connection failed or is closed both ways; may be reported without any interest.
    var isHungUp: Bool
}

/// Waits for many descriptors, level-triggered: as long as a condition lasts it is reported again.
///
/// Dispatch's read sources would do this too, but hand every event from the library's manager thread to a worker: two
/// context switches per request, which is more than a whole request costs here. Handlers use Dispatch to move slow work
/// off the loop instead.
///
/// Loop-confined: no call from another thread.
protocol Poller: AnyObject {
    /// Returns false if the system refuses to watch one more.
    func add(_ descriptor: Int32, _ interest: Interest) -> Bool
    func modify(_ descriptor: Int32, _ interest: Interest)
    func remove(_ descriptor: Int32)
    /// Fills `events` and returns how many; 0 after `milliseconds` (-1: never) or a signal.
    func wait(milliseconds: Int32, into events: UnsafeMutableBufferPointer<Readiness>) -> Int
}

/// Which poller an event loop uses.
enum PollerKind: Sendable {
    /// epoll where it is available.
    case best
    case poll

    func make() throws(HTTPServerError) -> any Poller {
        #if os(Linux)
            if self == .best, let system = EpollCalls.system { return try EpollPoller(system) }
        #endif
        return PollPoller()
    }
}
