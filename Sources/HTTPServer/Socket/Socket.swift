#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What one non-blocking system call came to. `EINTR` never shows: the call is repeated.
enum TransferResult {
    case bytes(Int)
    case endOfStream
    case wouldBlock
    case failed
}

/// A stream socket by its file descriptor; whoever holds it last must `close()` it.
struct Socket: Sendable, Hashable {
    let descriptor: Int32

    static var streamType: Int32 {
        #if canImport(Glibc)
            Int32(SOCK_STREAM.rawValue)
        #else
            SOCK_STREAM
        #endif
    }

    /// SIGPIPE must never kill the process because a peer went away.
    private static var sendFlags: Int32 {
        #if canImport(Darwin)
            0
        #else
            Int32(MSG_NOSIGNAL)
        #endif
    }

    func close() {
        // Not repeated on EINTR: the descriptor is gone all the same, and may already be someone else's.
        _ = closeDescriptor(descriptor)
    }

    /// Tells the peer that no more bytes will come; reading goes on.
    func shutdownWrite() {
        _ = shutdown(descriptor, Int32(SHUT_WR))
    }

    /// Prepares an accepted connection: non-blocking, not inherited by child processes, no Nagle delay.
    func configureConnection() {
        configureDescriptor(descriptor)
        setOption(Int32(IPPROTO_TCP), TCP_NODELAY, 1)
        #if canImport(Darwin)
            setOption(SOL_SOCKET, SO_NOSIGPIPE, 1)
        #endif
    }

    @discardableResult
    func setOption(_ level: Int32, _ name: Int32, _ value: Int32) -> Bool {
        var value = value
        return setsockopt(descriptor, level, name, &value, socklen_t(MemoryLayout<Int32>.size)) == 0
    }

    func receive(into buffer: UnsafeMutableRawBufferPointer) -> TransferResult {
        while true {
            let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
            if count > 0 { return .bytes(count) }
            if count == 0 { return .endOfStream }
            switch errno {
            case EINTR: continue
            case EAGAIN, EWOULDBLOCK: return .wouldBlock
            default: return .failed
            }
        }
    }

    /// Sends `first` and then `second` in one call; either may be empty.
    func send(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) -> TransferResult {
        while true {
            let count: Int
            if second.isEmpty {
                count = systemSend(descriptor, first.baseAddress, first.count, Self.sendFlags)
            } else {
                count = sendBoth(first, second)
            }
            if count >= 0 { return .bytes(count) }
            switch errno {
            case EINTR: continue
            case EAGAIN, EWOULDBLOCK: return .wouldBlock
            default: return .failed
            }
        }
    }

    private func sendBoth(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) -> Int {
        var parts = (
            iovec(iov_base: UnsafeMutableRawPointer(mutating: first.baseAddress), iov_len: first.count),
            iovec(iov_base: UnsafeMutableRawPointer(mutating: second.baseAddress), iov_len: second.count)
        )
        return withUnsafeMutableBytes(of: &parts) { bytes in
            // A tuple of two equal C structs is laid out like an array of two.
            var message = msghdr()
            message.msg_iov = bytes.baseAddress?.assumingMemoryBound(to: iovec.self)
            message.msg_iovlen = 2
            return sendmsg(descriptor, &message, Self.sendFlags)
        }
    }
}

/// Non-blocking and not inherited by child processes.
func configureDescriptor(_ descriptor: Int32) {
    // None of the other status flags is ever set on these descriptors.
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
}

// `Socket` has methods of the same names as these calls of the system.
private func systemSend(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: Int32) -> Int {
    send(descriptor, bytes, count, flags)
}

private func closeDescriptor(_ descriptor: Int32) -> Int32 {
    close(descriptor)
}
