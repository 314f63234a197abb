import DataModel
import JSON
import RecordStore

/// What a client wrote into one record, checked and in stored form.
struct RecordInput {
    /// Where the record goes in the order of its object (rest-core 10).
    enum Position: Equatable {
        case first
        case last
        case number(Double)
    }

    /// A relation to be found by the target's unique values (rest-core 9.1, "Connect").
    struct Connection {
        let field: FieldMetadata
        let condition: JSONObject
    }

    /// By the position of the column; `nil` for what was not sent.
    private(set) var values: [SQLValue?]
    var position: Position?
    /// Whether a number is among them that its column cannot hold. The database refuses it, once everything else has
    /// been found good (rest-core 2.2, 2.4).
    var overflows = false
    var connections: [Connection] = []

    init(table: Table) { values = Array(repeating: nil, count: table.columns.count) }

    /// The value that `column` is to have, if one was sent.
    func value(of column: Column?) -> SQLValue? { column.flatMap { values[$0.index] } }

    mutating func set(_ column: Column?, _ value: SQLValue?) {
        if let column { values[column.index] = value }
    }

    mutating func set(_ assignments: [Assignment]) {
        for assignment in assignments { values[assignment.column.index] = assignment.value }
    }

    /// The columns that were sent, with their values.
    func assignments(_ table: Table) -> [Assignment] {
        zip(table.columns, values).compactMap { column, value in value.map { Assignment(column, $0) } }
    }
}

/// Reads the body of a write against the data model (rest-core 9).
struct RecordInputDecoder {
    let table: Table
    let release: Release

    /// - Throws: a ``RecordError`` in the contract's words for the first thing that is wrong.
    func decode(_ body: JSONObject) throws -> RecordInput {
        var input = RecordInput(table: table)
        for member in body.members {
            try decode(member.key, member.value, into: &input)
        }
        try checkRelations(of: body)
        return input
    }

    /// A relation is written by its operation or by its join column, not by both.
    private func checkRelations(of body: JSONObject) throws {
        for (key, value) in body.members.map({ ($0.key, $0.value) }) {
            guard case .object = value, let column = table.field(named: key)?.field.joinColumnName,
                let id = body[column], !id.isNull
            else { continue }
            throw RecordError(.database, "\(key) and \(column) cannot be both provided.")
        }
    }

    private func decode(_ key: String, _ value: JSONValue, into input: inout RecordInput) throws {
        guard let field = table.field(named: key), field.field.isActive else {
            return try decodeJoinColumn(key, value, into: &input)
        }
        if field.field.relation == nil, field.field.type != .rawJSON, value.objectValue?.contains("connect") ?? false {
            throw RecordError(.database, "Connect is not allowed for \(key) on \(table.object.nameSingular)")
        }
        if let relation = field.field.relation {
            try decode(relation, of: field, value, into: &input)
        } else if let composite = field.composite {
            let parts = CompositeInput(field, composite, release: release)
            if let assignments = try parts.assignments(value) { input.set(assignments) }
        } else if field.field.type == .position {
            input.position = try FieldValues.position(value, key)
        } else {
            guard let column = field.column else {
                throw RecordError.data("\(key) TS_VECTOR-typed field does not support write operations")
            }
            try refuseNull(value, field.field, named: key)
            let stored = try FieldValues.scalar(value, field.field, column)
            input.set(column, stored)
            if !field.field.canHold(stored) { input.overflows = true }
        }
    }

    private func decodeJoinColumn(_ key: String, _ value: JSONValue, into input: inout RecordInput) throws {
        guard let field = table.field(withJoinColumn: key), field.field.isActive, let column = field.column else {
            throw RecordError.unknownField(key, of: table.object.nameSingular, .invalidArgsData)
        }
        try refuseNull(value, field.field, named: key)
        input.set(column, try FieldValues.uuid(value, key))
    }

    private func refuseNull(_ value: JSONValue, _ field: FieldMetadata, named name: String) throws {
        guard value.isNull, !field.isNullable, field.defaultValue == nil else { return }
        throw RecordError.data("Field \(name) is not nullable and has no default value.")
    }

    private func decode(
        _ relation: Relation, of columns: FieldColumns, _ value: JSONValue, into input: inout RecordInput
    ) throws {
        let field = columns.field
        guard relation.kind == .manyToOne, let column = columns.column else {
            throw RecordError.data("One-to-many relation \(field.name) field does not support write operations.")
        }
        let operation = value.objectValue
        let connection = operation?["connect"]
        let disconnection = operation?["disconnect"]
        if connection != nil, disconnection != nil {
            throw RecordError(
                .database, "Cannot have both connect and disconnect for the same field on undefined.")
        }
        if case .object(let condition)? = connection?["where"] {
            input.connections.append(.init(field: field, condition: condition))
        } else if let disconnection {
            if disconnection == .bool(true) { input.set(column, .null) }
        } else if value.isNull {
            input.set(column, .null)
        } else {
            throw RecordError.data("Relation \"\(field.name)\" requires connect or disconnect operation")
        }
    }
}

extension FieldMetadata {
    /// Whether a number is one of the type that the column has in the database (data-model 2).
    fileprivate func canHold(_ value: SQLValue) -> Bool {
        switch (settings.dataType, value) {
        case ("int", .integer(let whole)): Int32(exactly: whole) != nil
        case ("int", .real), ("bigint", .real): type != .number
        default: true
        }
    }
}
