extension Connection {
    /// Bodies up to this size are copied behind their head, larger ones are sent from where they are.
    private static let copiedBodyBytes = 16 * 1024

    /// Whether the client has not taken all that was answered.
    var hasUnsent: Bool { !unsent.isEmpty || !unsentBody.isEmpty }

    /// Puts an answer into the loop's output.
    func answer(_ response: HTTPResponse) {
        let clientWantsToStay = keepsAlive
        let encoded = loop.encoder.encode(
            response, isHead: isHeadRequest, keepsAlive: clientWantsToStay && !loop.isDraining, to: &loop.output)
        if encoded.keepsAlive {
            phase = .head
        } else {
            phase = .closing
            mustLinger = mustLinger || clientWantsToStay && !loop.isDraining
        }
        if encoded.body.count <= Self.copiedBodyBytes {
            loop.output.append(encoded.body)
        } else {
            unsentBody = encoded.body
            unsentBodyOffset = 0
        }
    }

    /// Sends the loop's output and the large body after it; what the client does not take stays here.
    func flush() {
        defer { loop.output.removeAll() }
        guard phase != .closed, !loop.output.isEmpty || !unsentBody.isEmpty else { return }
        guard let count = sendOnce(loop.output.bytes) else { return }
        let fromOutput = min(count, loop.output.count)
        loop.output.dropFirst(fromOutput)
        dropBody(count - fromOutput)
        unsent.append(loop.output.bytes)
    }

    /// Goes on with what the client did not take at first, and with its requests when it has taken all.
    func continueSending() {
        guard let count = sendOnce(unsent.bytes) else { return }
        let fromQueue = min(count, unsent.count)
        unsent.dropFirst(fromQueue)
        dropBody(count - fromQueue)
        guard !hasUnsent else { return }
        unsent.free()
        resume()
    }

    /// Sends `first` and the rest of the large body once: less than all means that the system's buffer is full. Returns
    /// how many bytes were taken; `nil` if the connection is lost.
    private func sendOnce(_ first: UnsafeRawBufferPointer) -> Int? {
        let result = unsentBody.withUnsafeBytes { body in
            socket.send(first, UnsafeRawBufferPointer(rebasing: body[unsentBodyOffset...]))
        }
        switch result {
        case .bytes(let count):
            deadline = loop.clock.now + loop.limits.writeTimeout
            return count
        case .wouldBlock:
            if !hasUnsent { deadline = loop.clock.now + loop.limits.writeTimeout }
            return 0
        case .failed, .endOfStream:
            close()
            return nil
        }
    }

    private func dropBody(_ count: Int) {
        unsentBodyOffset += count
        if unsentBodyOffset >= unsentBody.count {
            unsentBody = []
            unsentBodyOffset = 0
        }
    }
}
