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

    /// The parts of `createdBy` that were sent.
    var assignments: [Assignment] = []
    var position: Position?
    var connections: [Connection] = []

    /// The value that `column` is to have, if one was sent.
    func value(of column: Column?) -> SQLValue? {
        guard let column else { return nil }
        return assignments.last { $0.column.index == column.index }?.value
    }

    mutating func set(_ column: Column?, _ value: SQLValue) {
        guard let column else { return }
        assignments.removeAll { $0.column.index == column.index }
        assignments.append(Assignment(column, value))
    }
}

/// Reads the body of a write against the data model (rest-core 9).
struct RecordInputDecoder {
    let table: Table
    let release: Release

    /// - Throws: a ``RecordError`` in the contract's words for the first thing that is wrong.
    func decode(_ body: JSONObject) throws -> RecordInput {
        var input = RecordInput()
        input.assignments.reserveCapacity(body.count + 8)
        for member in body.members {
            try decode(member.key, member.value, into: &input)
        }
        return input
    }

    private func decode(_ key: String, _ value: JSONValue, into input: inout RecordInput) throws {
        let object = table.object
        if let field = object.field(withJoinColumn: key), field.isActive, let column = table.column(of: field) {
            try refuseNull(value, field, named: key)
            input.set(column, try FieldValues.uuid(value, key))
            return
        }
        guard let field = object.field(named: key), field.isActive else {
            throw RecordError.unknownField(key, of: object.nameSingular, .invalidArgsData)
        }
        if let relation = field.relation {
            try decode(relation, of: field, value, into: &input)
        } else if let composite = field.type.composite {
            guard
                let parts = try CompositeInput(field: field, composite: composite, table: table, release: release)
                    .assignments(value)
            else { return }
            for part in parts { input.set(part.column, part.value) }
        } else if field.type == .position {
            input.position = try FieldValues.position(value, key)
        } else {
            guard let column = table.column(of: field) else {
                throw RecordError.data("\(key) TS_VECTOR-typed field does not support write operations")
            }
            try refuseNull(value, field, named: key)
            input.set(column, try FieldValues.scalar(value, field, column))
        }
    }

    private func refuseNull(_ value: JSONValue, _ field: FieldMetadata, named name: String) throws {
        guard value.isNull, !field.isNullable, field.defaultValue == nil else { return }
        throw RecordError.data("Field \(name) is not nullable and has no default value.")
    }

    private func decode(
        _ relation: Relation, of field: FieldMetadata, _ value: JSONValue, into input: inout RecordInput
    ) throws {
        guard relation.kind == .manyToOne, let column = table.column(of: field) else {
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
