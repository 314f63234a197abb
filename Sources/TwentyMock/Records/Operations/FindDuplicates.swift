import DataModel
import JSON
import RecordStore

/// What duplicates are looked for of.
package enum DuplicateSource: Sendable {
    /// Existing records; those that are missing or soft-deleted have no result.
    case ids([String])
    /// Records as a client would write them; one with an `id` is no duplicate of that record.
    case records([JSONObject])
}

extension RecordOperations {
    /// How many duplicates of one record are shown (rest-core 12).
    static let maximumDuplicates = 200

    /// Checks the two arguments against each other (rest-core 12).
    package static func duplicateSource(ids: [JSONValue]?, data: [JSONValue]?) throws -> DuplicateSource {
        switch (ids, data) {
        case (nil, nil):
            throw RecordError(.invalidQueryInput, "You have to provide either \"data\" or \"ids\" argument")
        case (.some, .some):
            throw RecordError(.invalidQueryInput, "You cannot provide both \"data\" and \"ids\" arguments")
        case (nil, let records?):
            guard !records.isEmpty else {
                throw RecordError(
                    .invalidQueryInput, "The \"data\" condition can not be empty when \"ids\" input not provided")
            }
            return .records(records.map { $0.objectValue ?? JSONObject() })
        case (let ids?, nil):
            return .ids(
                try ids.map { id in
                    guard let text = id.stringValue, UUIDText.isValid(text) else {
                        throw RecordError(
                            .database, "invalid input syntax for type uuid: \"\(id.stringValue ?? id.serializedText)\"")
                    }
                    return text.lowercased()
                })
        }
    }

    /// Hands over, for each record, what writes its duplicates as a JSON list.
    ///
    /// - Parameter each: called once a record; `write` appends the list and tells what surrounds it.
    package func findDuplicates(
        _ source: DuplicateSource, _ plan: ReadPlan,
        each: (_ write: (inout JSONWriter) throws -> PageInfo) throws -> Void
    ) throws {
        try eachDuplicateFilter(source, table: plan.table, skipsMissing: true) { filter, reader in
            try each { writer in try writeDuplicates(filter, plan, reader, to: &writer) }
        }
    }

    /// Calls `body` with the filter that finds the duplicates of each record; `nil` where nothing can be compared.
    ///
    /// - Parameter skipsMissing: whether ids of records that are not there, or soft-deleted, are passed over.
    func eachDuplicateFilter(
        _ source: DuplicateSource, table: Table, skipsMissing: Bool = false,
        _ body: (Filter?, RecordReader) throws -> Void
    ) throws {
        let criteria = table.object.properties.duplicateCriteria.map { $0.compactMap { table.column(named: $0) } }
        let decoder = RecordInputDecoder(table: table, release: release)
        let inputs: [RecordInput]? =
            if case .records(let records) = source { try records.map(decoder.decode) } else { nil }
        try require([.read], on: table)
        try read { reader in
            if case .ids(let ids) = source {
                for id in ids {
                    guard let values = try reader.values(table.columns, of: id, in: table) else {
                        if !skipsMissing { try body(nil, reader) }
                        continue
                    }
                    try body(
                        Self.duplicateFilter(criteria, id: id, idColumn: table.idColumn) { values[$0.index] }, reader)
                }
            }
            for input in inputs ?? [] {
                let id = input.value(of: table.idColumn)?.text
                try body(
                    Self.duplicateFilter(criteria, id: id, idColumn: table.idColumn) { input.value(of: $0) }, reader)
            }
        }
    }

    private func writeDuplicates(
        _ filter: Filter?, _ plan: ReadPlan, _ reader: RecordReader, to writer: inout JSONWriter
    ) throws -> PageInfo {
        guard let filter else {
            writer.write(raw: "[]")
            return PageInfo(
                hasNextPage: false, hasPreviousPage: false, startCursor: nil, endCursor: nil, totalCount: 0)
        }
        let query = RecordQuery(filter: filter, limit: Self.maximumDuplicates)
        let page = try reader.writePage(query, plan, to: &writer)
        return PageInfo(
            hasNextPage: false, hasPreviousPage: false,
            startCursor: page.count == 0 ? nil : Cursor.encode(page.cursor(at: 0)),
            endCursor: page.count == 0 ? nil : Cursor.encode(page.cursor(at: page.count - 1)), totalCount: page.count)
    }

    /// Criteria are OR-ed, the columns of one AND-ed; one with a value of less than three characters is left out.
    private static func duplicateFilter(
        _ criteria: [[Column]], id: String?, idColumn: Column, _ value: (Column) -> SQLValue?
    ) -> Filter? {
        let usable = criteria.compactMap { columns -> Filter? in
            let parts = columns.compactMap { column -> Filter? in
                guard let text = value(column)?.text, text.count >= 3 else { return nil }
                return .column(column, .equal(.text(text)))
            }
            return parts.isEmpty || parts.count < columns.count ? nil : .and(parts)
        }
        guard !usable.isEmpty else { return nil }
        let others = id.map { [Filter.column(idColumn, .notEqual(.text($0)))] } ?? []
        return .and([.or(usable)] + others)
    }
}
