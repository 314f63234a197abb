#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// poll(2): works everywhere, costs time in proportion to the number of connections.
final class PollPoller: Poller {
    private var entries: [pollfd] = []
    /// Where each descriptor is in `entries`.
    private var positions: [Int32: Int] = [:]
    /// Where to go on collecting, so that a crowd of ready descriptors does not starve the last ones.
    private var firstToReport = 0

    func add(_ descriptor: Int32, _ interest: Interest) -> Bool {
        positions[descriptor] = entries.count
        entries.append(entry(descriptor, interest))
        return true
    }

    func modify(_ descriptor: Int32, _ interest: Interest) {
        guard let position = positions[descriptor] else { return }
        entries[position] = entry(descriptor, interest)
    }

    func remove(_ descriptor: Int32) {
        guard let position = positions.removeValue(forKey: descriptor) else { return }
        let last = entries.removeLast()
        guard position < entries.count else { return }
        entries[position] = last
        positions[self.descriptor(of: last)] = position
    }

    func wait(milliseconds: Int32, into events: UnsafeMutableBufferPointer<Readiness>) -> Int {
        guard poll(&entries, nfds_t(entries.count), milliseconds) > 0 else { return 0 }
        var count = 0
        let offset = firstToReport
        for step in 0..<entries.count {
            let index = (offset + step) % entries.count
            let found = Int32(entries[index].revents)
            guard found != 0 else { continue }
            events[count] = Readiness(
                descriptor: entries[index].fd,
                canRead: found & Int32(POLLIN) != 0,
                canWrite: found & Int32(POLLOUT) != 0,
                isHungUp: found & Int32(POLLERR | POLLHUP | POLLNVAL) != 0)
            count += 1
            if count == events.count {
                firstToReport = index + 1
                break
            }
        }
        return count
    }

    /// Without interest the descriptor is negated (`~`), which makes poll(2) skip it: some systems report a hang-up as
    /// soon as the peer has closed its side, again and again.
    private func entry(_ descriptor: Int32, _ interest: Interest) -> pollfd {
        let events =
            (interest.contains(.read) ? Int32(POLLIN) : 0) | (interest.contains(.write) ? Int32(POLLOUT) : 0)
        return pollfd(fd: interest.isEmpty ? ~descriptor : descriptor, events: Int16(events), revents: 0)
    }

    private func descriptor(of entry: pollfd) -> Int32 {
        entry.fd < 0 ? ~entry.fd : entry.fd
    }
}
