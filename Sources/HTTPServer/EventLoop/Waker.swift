#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A pipe that makes a poller return. `wake()` works from any thread: the loop that owns the waker keeps both ends open
/// as long as anybody can reach it.
struct Waker: Sendable {
    let readEnd: Int32
    private let writeEnd: Int32

    init() throws(HTTPServerError) {
        var ends: (Int32, Int32) = (-1, -1)
        let result = withUnsafeMutableBytes(of: &ends) { pipe($0.baseAddress?.assumingMemoryBound(to: Int32.self)) }
        guard result == 0 else { throw .system(call: "pipe", code: errno) }
        configureDescriptor(ends.0)
        configureDescriptor(ends.1)
        readEnd = ends.0
        writeEnd = ends.1
    }

    /// A full pipe is as good as another byte in it.
    func wake() {
        var byte: UInt8 = 1
        while write(writeEnd, &byte, 1) < 0, errno == EINTR {}
    }

    func clear() {
        var bytes: UInt64 = 0
        while read(readEnd, &bytes, 8) == 8 {}
    }

    func close() {
        closeEnd(readEnd)
        closeEnd(writeEnd)
    }
}

// `Waker.close` hides the call of the system inside the type.
private func closeEnd(_ descriptor: Int32) {
    close(descriptor)
}
