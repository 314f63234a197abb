import DataModel
import JSON
import RecordStore

extension RecordOperations {
    /// Writes the records of `list` as a connection (graphql-core 6).
    package func findConnection(_ list: RecordList, _ plan: ConnectionPlan, to writer: inout JSONWriter) throws {
        let query = try resolve(list, table: plan.table)
        try require([.read], on: plan.table)
        try read { reader in
            try reader.writeConnection(query, plan, flags: { flags(query, hasMore: $0) }, to: &writer)
        }
    }

    /// Writes the first record that matches (graphql-core 6.6).
    ///
    /// - Throws: `Record not found` when there is none.
    package func findFirst(where filter: JSONObject, _ plan: ReadPlan, to writer: inout JSONWriter) throws {
        let filter = try self.filter(filter, table: plan.table)
        try require([.read], on: plan.table)
        guard try read({ try $0.writeFirst(where: filter, plan, to: &writer) }) else {
            throw RecordError.recordNotFound
        }
    }

    /// Writes a list with one connection for each record of `source` (graphql-core 9.9).
    package func findDuplicates(_ source: DuplicateSource, _ plan: ConnectionPlan, to writer: inout JSONWriter) throws {
        writer.write(raw: "[")
        var isFirst = true
        try eachDuplicateFilter(source, table: plan.table) { filter, reader in
            if !isFirst { writer.write(raw: ",") }
            isFirst = false
            guard let filter else {
                plan.write(.init(), to: &writer) { _, writer in writer.write(raw: "[]") }
                return
            }
            let query = RecordQuery(filter: filter, limit: Self.maximumDuplicates)
            let flags = PageFlags(hasNextPage: false, hasPreviousPage: false)
            try reader.writeConnection(query, plan, flags: { _ in flags }, to: &writer)
        }
        writer.write(raw: "]")
    }
}
