extension Connection {
    /// Answers to pipelined requests are sent together, up to this many bytes.
    private static let outputBytes = 64 * 1024

    /// Reads once and serves what is complete.
    func receive() {
        let result: TransferResult
        if pending.isEmpty {
            result = socket.receive(into: loop.input)
        } else {
            result = socket.receive(into: pending.space(16 * 1024))
        }
        switch result {
        case .bytes(let count): received(count)
        case .wouldBlock: break
        case .endOfStream:
            inputEnded = true
            if phase == .lingering { close() }
        case .failed: close()
        }
    }

    private func received(_ count: Int) {
        switch phase {
        case .head, .body:
            if pending.isEmpty {
                // Nothing else of this loop receives before the leftover is saved.
                let input = UnsafeRawBufferPointer(rebasing: loop.input[..<count])
                let used = serve(input)
                if phase != .closed { pending.append(UnsafeRawBufferPointer(rebasing: input[used...])) }
            } else {
                pending.commit(count)
                resume()
            }
        case .handling:
            if pending.isEmpty {
                pending.append(UnsafeRawBufferPointer(rebasing: loop.input[..<count]))
            } else {
                pending.commit(count)
            }
        case .closing, .lingering, .closed: break
        }
    }

    /// Sends what was answered meanwhile and serves what is pending.
    func resume() {
        // Nobody changes `pending` while it is being served.
        let used = serve(pending.bytes)
        pending.dropFirst(used)
        if pending.isEmpty { pending.free() }
    }

    /// Serves the requests in `bytes` as far as they are complete and returns how many bytes were used.
    private func serve(_ bytes: UnsafeRawBufferPointer) -> Int {
        isPumping = true
        var used = 0
        while true {
            // A client that does not take its answers gets no more of them.
            if loop.output.count > Self.outputBytes || !unsentBody.isEmpty {
                flush()
                if hasUnsent { break }
            }
            guard used < bytes.count, let count = advance(UnsafeRawBufferPointer(rebasing: bytes[used...]))
            else { break }
            used += count
        }
        flush()
        isPumping = false
        return used
    }

    /// One step on; `nil` if more input or an answer is needed first.
    private func advance(_ bytes: UnsafeRawBufferPointer) -> Int? {
        do throws(HTTPProtocolError) {
            switch phase {
            case .head: return try readHead(bytes)
            case .body: return try readBody(bytes)
            case .handling, .closing, .lingering, .closed: return nil
            }
        } catch {
            refuse(error)
            return bytes.count
        }
    }

    private func readHead(_ bytes: UnsafeRawBufferPointer) throws(HTTPProtocolError) -> Int? {
        guard let count = try parser.parse(bytes, limits: loop.limits.request) else {
            if headDeadline == LoopClock.never { headDeadline = loop.clock.now + loop.limits.headTimeout }
            return nil
        }
        let head = parser.head
        let reader = try BodyReader(head.framing, limits: loop.limits.request)
        parser = RequestHeadParser()
        headDeadline = LoopClock.never
        isHeadRequest = head.method == .head
        keepsAlive = head.keepsAlive
        let request = HTTPRequest(head, in: bytes, remoteAddress: remoteAddress)
        if reader.isComplete {
            dispatch(request)
            return count
        }
        if head.expectsContinue, count == bytes.count { loop.output.append("HTTP/1.1 100 Continue\r\n\r\n") }
        self.request = request
        self.reader = reader
        phase = .body
        return count
    }

    private func readBody(_ bytes: UnsafeRawBufferPointer) throws(HTTPProtocolError) -> Int? {
        guard let count = try reader?.read(bytes, limits: loop.limits.request), let reader, reader.isComplete,
            var request
        else { return bytes.count }
        request.body = reader.body
        self.request = nil
        self.reader = nil
        dispatch(request)
        return count
    }

    /// Answers a request that cannot be served; nothing that follows it can be trusted.
    func refuse(_ error: HTTPProtocolError) {
        request = nil
        reader = nil
        if phase == .head { isHeadRequest = parser.head.method == .head }
        keepsAlive = false
        mustLinger = true
        answer(loop.errorResponse(error))
    }
}
