#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Monotonic time in milliseconds, read once per turn of the loop.
struct LoopClock {
    private(set) var now: Int64

    /// Later than any time.
    static let never = Int64.max

    init() {
        now = Self.read()
    }

    mutating func update() {
        now = Self.read()
    }

    private static func read() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}

extension Duration {
    /// Whole milliseconds, at least 1 and at most a century.
    var loopMilliseconds: Int64 {
        let century: Int64 = 3_155_760_000
        let (seconds, attoseconds) = components
        return max(1, min(seconds, century) * 1000 + attoseconds / 1_000_000_000_000_000)
    }
}
