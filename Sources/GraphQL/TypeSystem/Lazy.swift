#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A value that is computed when it is first asked for, once.
///
/// `@unchecked Sendable`: `state` is private and every access to it holds `mutex`. The computation must not ask for the
/// value itself.
final class Lazy<Value: Sendable>: @unchecked Sendable {
    private enum State {
        case pending(@Sendable () -> Value)
        case computed(Value)
    }

    private var state: State
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>

    init(_ compute: @escaping @Sendable () -> Value) {
        state = .pending(compute)
        mutex = .allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    var value: Value {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        switch state {
        case .computed(let value):
            return value
        case .pending(let compute):
            let value = compute()
            state = .computed(value)
            return value
        }
    }
}
