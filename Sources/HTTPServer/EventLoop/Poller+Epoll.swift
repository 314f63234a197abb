#if os(Linux)
    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #endif

    /// epoll(7), level-triggered.
    final class EpollPoller: Poller {
        private let calls: EpollCalls
        private let descriptor: Int32
        private let buffer: UnsafeMutableRawPointer
        private let capacity = 256

        init(_ calls: EpollCalls) throws(HTTPServerError) {
            descriptor = calls.create(EpollCalls.closeOnExec)
            guard descriptor >= 0 else { throw .system(call: "epoll_create1", code: errno) }
            self.calls = calls
            buffer = .allocate(byteCount: capacity * EpollEvent.stride, alignment: 8)
        }

        deinit {
            close(descriptor)
            buffer.deallocate()
        }

        func add(_ descriptor: Int32, _ interest: Interest) -> Bool {
            control(EpollCalls.add, descriptor, interest)
        }

        func modify(_ descriptor: Int32, _ interest: Interest) {
            _ = control(EpollCalls.modify, descriptor, interest)
        }

        func remove(_ descriptor: Int32) {
            _ = control(EpollCalls.delete, descriptor, [])
        }

        func wait(milliseconds: Int32, into events: UnsafeMutableBufferPointer<Readiness>) -> Int {
            let count = calls.wait(descriptor, buffer, Int32(min(capacity, events.count)), milliseconds)
            guard count > 0 else { return 0 }
            for index in 0..<Int(count) {
                let event = EpollEvent(at: buffer + index * EpollEvent.stride)
                events[index] = Readiness(
                    descriptor: event.descriptor,
                    canRead: event.flags & EpollEvent.readable != 0,
                    canWrite: event.flags & EpollEvent.writable != 0,
                    isHungUp: event.flags & (EpollEvent.error | EpollEvent.hangUp) != 0)
            }
            return Int(count)
        }

        private func control(_ operation: Int32, _ watched: Int32, _ interest: Interest) -> Bool {
            let event = EpollEvent(interest, descriptor: watched)
            return event.withEncoded { calls.control(descriptor, operation, watched, $0) } == 0
        }
    }

    /// `struct epoll_event`: 32 bits of flags, then 64 bits of ours. Packed on x86-64, aligned elsewhere.
    private struct EpollEvent {
        #if arch(x86_64)
            static let dataOffset = 4
        #else
            static let dataOffset = 8
        #endif
        static let stride = dataOffset + 8

        static let readable: UInt32 = 0x001
        static let writable: UInt32 = 0x004
        static let error: UInt32 = 0x008
        static let hangUp: UInt32 = 0x010

        var flags: UInt32
        var descriptor: Int32

        init(_ interest: Interest, descriptor: Int32) {
            flags = (interest.contains(.read) ? Self.readable : 0) | (interest.contains(.write) ? Self.writable : 0)
            self.descriptor = descriptor
        }

        init(at source: UnsafeMutableRawPointer) {
            flags = source.loadUnaligned(as: UInt32.self)
            descriptor = source.loadUnaligned(fromByteOffset: Self.dataOffset, as: Int32.self)
        }

        func withEncoded(_ body: (UnsafeMutableRawPointer) -> Int32) -> Int32 {
            withUnsafeTemporaryAllocation(byteCount: Self.stride, alignment: 8) { bytes in
                _ = bytes.initializeMemory(as: UInt8.self, repeating: 0)
                bytes.storeBytes(of: flags, as: UInt32.self)
                bytes.storeBytes(of: descriptor, toByteOffset: Self.dataOffset, as: Int32.self)
                guard let base = bytes.baseAddress else { return -1 }
                return body(base)
            }
        }
    }

    /// The calls of epoll(7), looked up at run time: Swift's overlay of the C library leaves `<sys/epoll.h>` out.
    /// A statically linked program may lack them, and polls.
    ///
    /// The casts are right because the types are the calls' C prototypes, with `struct epoll_event *` as a raw pointer.
    struct EpollCalls: Sendable {
        typealias Create = @convention(c) (_ flags: Int32) -> Int32
        typealias Control =
            @convention(c) (
                _ epoll: Int32, _ operation: Int32, _ descriptor: Int32, _ event: UnsafeMutableRawPointer?
            ) -> Int32
        typealias Wait =
            @convention(c) (
                _ epoll: Int32, _ events: UnsafeMutableRawPointer?, _ capacity: Int32, _ milliseconds: Int32
            ) -> Int32

        static let closeOnExec: Int32 = 0o2000000
        static let add: Int32 = 1
        static let delete: Int32 = 2
        static let modify: Int32 = 3

        let create: Create
        let control: Control
        let wait: Wait

        static let system: EpollCalls? = {
            guard let create = dlsym(nil, "epoll_create1"), let control = dlsym(nil, "epoll_ctl"),
                let wait = dlsym(nil, "epoll_wait")
            else { return nil }
            return EpollCalls(
                create: unsafeBitCast(create, to: Create.self),
                control: unsafeBitCast(control, to: Control.self),
                wait: unsafeBitCast(wait, to: Wait.self))
        }()
    }
#endif
