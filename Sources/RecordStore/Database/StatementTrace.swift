import CSQLite

extension Database {
    /// The SQL texts that `body` runs on this connection; tests count and read them.
    func statements(during body: () throws -> Void) rethrows -> [String] {
        let trace = StatementTrace()
        // The trace lives until the call returns, and nobody is told afterwards.
        sqlite3_trace_v2(
            handle, UInt32(SQLITE_TRACE_STMT),
            { _, trace, statement, _ in
                if let trace, let text = sqlite3_sql(statement.map(OpaquePointer.init)) {
                    Unmanaged<StatementTrace>.fromOpaque(trace).takeUnretainedValue().statements.append(
                        String(cString: text))
                }
                return 0
            }, Unmanaged.passUnretained(trace).toOpaque())
        defer { sqlite3_trace_v2(handle, 0, nil, nil) }
        try body()
        return trace.statements
    }
}

private final class StatementTrace {
    var statements: [String] = []
}
