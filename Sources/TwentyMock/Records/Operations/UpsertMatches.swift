import DataModel
import RecordStore

/// Which bodies of an upsert stand for records that exist, and which are new (rest-core 11.1).
///
/// A body matches the record with its `id` or with its value of any unique field, soft-deleted records included.
struct UpsertMatches {
    /// Regrouped by the kind of the position that was sent, as a create is.
    private(set) var existing: [(id: String, input: RecordInput)] = []
    private(set) var new: [RecordInput]

    init(new: [RecordInput]) { self.new = new }

    /// - Throws: when a body matches two different records.
    init(_ inputs: [RecordInput], table: Table, reader: RecordReader) throws {
        new = []
        var ranked: [(rank: Int, id: String, input: RecordInput)] = []
        let keys = UniqueIndex.all(of: table).map(\.columns) + [[table.idColumn]]
        for input in inputs {
            var matches: [(key: [Assignment], id: String)] = []
            for key in keys {
                let values = key.compactMap { column in
                    input.value(of: column).flatMap { $0.isNull ? nil : Assignment(column, $0) }
                }
                guard values.count == key.count else { continue }
                let condition = Filter.and(values.map { .column($0.column, .equal($0.value)) })
                let ids = try reader.ids(in: table, where: condition, includesDeleted: true, limit: 2)
                matches += ids.map { (values, $0) }
            }
            guard let match = matches.first else {
                new.append(input)
                continue
            }
            guard matches.allSatisfy({ $0.id == match.id }) else {
                throw UpsertMatches.ambiguous(matches.map(\.key), table)
            }
            ranked.append((input.positionRank, match.id, UpsertMatches.change(input, table: table)))
        }
        existing = [0, 1, 2].flatMap { rank in ranked.filter { $0.rank == rank }.map { ($0.id, $0.input) } }
    }

    /// What a matched record takes over: its creator stays, its deletion is undone, and so is its place unless a
    /// number was sent.
    private static func change(_ input: RecordInput, table: Table) -> RecordInput {
        var input = input
        for column in table.field(named: "createdBy")?.columns ?? [] { input.set(column, nil) }
        input.set(table.deletedAt, .null)
        if case .number? = input.position {} else { input.position = nil }
        return input
    }

    private static func ambiguous(_ keys: [[Assignment]], _ table: Table) -> RecordError {
        func name(of column: Column) -> String {
            let field = table.object.fields[column.fieldIndex]
            return field.joinColumnName ?? field.name
        }
        let shown = keys.map { key in
            let parts = key.map { part in
                let path = [name(of: part.column), part.column.subField].compactMap { $0 }.joined(separator: ".")
                return "\(path): \(part.value.text ?? "")"
            }
            return "\(name(of: key[0].column)) (\(parts.joined(separator: ", ")))"
        }
        return RecordError(
            .upsertConflict,
            "Multiple records found with the same unique field values for \(shown.joined(separator: "; ")). "
                + "Cannot determine which record to update.")
    }
}

extension RecordInput {
    fileprivate var positionRank: Int {
        switch position {
        case nil, .first: 0
        case .last: 1
        case .number: 2
        }
    }
}
