#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The event loop that runs on the calling thread, if any.
enum CurrentLoop {
    /// `nil` if the system has no more keys; then nothing ever counts as current, and goes through the mailbox.
    private static let key: pthread_key_t? = {
        var key = pthread_key_t()
        return pthread_key_create(&key, nil) == 0 ? key : nil
    }()

    /// For the rest of the thread's life, during which the loop must exist.
    static func set(_ loop: EventLoop?) {
        guard let key else { return }
        pthread_setspecific(key, loop.map { Unmanaged.passUnretained($0).toOpaque() })
    }

    @inline(__always)
    static func isSame(as loop: EventLoop) -> Bool {
        guard let key else { return false }
        return pthread_getspecific(key) == Unmanaged.passUnretained(loop).toOpaque()
    }
}
