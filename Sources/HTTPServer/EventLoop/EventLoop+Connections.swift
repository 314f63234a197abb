extension EventLoop {
    /// Serves a connection from now on.
    func adopt(_ socket: Socket, remoteAddress: String) {
        let index = Int(socket.descriptor)
        while connections.count <= index { connections.append(nil) }
        let connection = Connection(socket, remoteAddress: remoteAddress, loop: self)
        connections[index] = connection
        connectionCount += 1
        connection.start()
    }

    /// Forgets a connection.
    func remove(_ connection: Connection) {
        connections[Int(connection.socket.descriptor)] = nil
        connectionCount -= 1
        retire(connection.socket)
        release()
    }

    private func release() {
        if let acceptingLoop = budget.release(index) { acceptingLoop.post(.resumeAccepting) }
    }
}
