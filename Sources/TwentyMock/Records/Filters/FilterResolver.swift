import DataModel
import JSON
import RecordStore

/// Reads the filter of a request against the data model (rest-core 6.3, graphql-core 6.1).
///
/// Both adapters bring filters in one form, that of GraphQL: `{"and":[{"name":{"firstName":{"ilike":"%a%"}}}]}`.
struct FilterResolver {
    let schema: Schema
    /// PostgreSQL's name of the workspace's schema; it shows in messages about enums.
    let databaseSchema: String

    private var release: Release { schema.dataModel.release }

    /// - Throws: a ``RecordError`` in the contract's words for the first thing that is wrong.
    func resolve(_ filter: JSONObject, table: Table) throws -> Filter {
        let filter = try resolve(filter, table: table, isRelated: false).flattened()
        guard filter.depth <= Filter.maximumDepth else {
            throw RecordError.filter("Filter can not be nested deeper than \(Filter.maximumDepth) levels")
        }
        guard filter.conditionCount <= Filter.maximumConditionCount else {
            throw RecordError.filter("Filter can not have more than \(Filter.maximumConditionCount) conditions")
        }
        return filter
    }

    private func resolve(_ filter: JSONObject, table: Table, isRelated: Bool) throws -> Filter {
        let parts = try filter.members.map { member in
            try resolve(member.key, member.value, table: table, isRelated: isRelated)
        }
        return parts.count == 1 ? parts[0] : .and(parts)
    }

    private func resolve(_ key: String, _ value: JSONValue, table: Table, isRelated: Bool) throws -> Filter {
        switch key {
        case "and": return .and(try list(value, table: table, isRelated: isRelated))
        case "or": return .or(try list(value, table: table, isRelated: isRelated))
        case "not":
            guard case .object(let inner) = value else { throw notAnObject(key) }
            return .not(try resolve(inner, table: table, isRelated: isRelated))
        default: return try resolveField(key, value, table: table, isRelated: isRelated)
        }
    }

    private func list(_ value: JSONValue, table: Table, isRelated: Bool) throws -> [Filter] {
        let elements: [JSONValue] = if case .array(let elements) = value { elements } else { [value] }
        return try elements.map { element in
            guard case .object(let inner) = element else { throw notAnObject("and") }
            return try resolve(inner, table: table, isRelated: isRelated)
        }
    }

    private func resolveField(_ name: String, _ value: JSONValue, table: Table, isRelated: Bool) throws -> Filter {
        let object = table.object
        if let field = object.field(withJoinColumn: name), field.isActive, let column = table.column(of: field) {
            return try compare(name, field.type, column, value, table: table, isRelated: isRelated)
        }
        guard let field = object.field(named: name), field.isActive else {
            throw RecordError.unknownField(name, of: object.nameSingular, .invalidArgsFilter)
        }
        if let relation = field.relation {
            return try resolveRelation(field, relation, value, isRelated: isRelated)
        }
        if field.type == .tsVector { return try resolveVector(name, value) }
        guard let composite = field.type.composite else {
            guard let column = table.column(of: field) else {
                throw RecordError.unknownField(name, of: object.nameSingular, .invalidArgsFilter)
            }
            return try compare(name, field.type, column, value, table: table, isRelated: isRelated)
        }
        guard case .object(let parts) = value else { throw notAnObject(name) }
        let filters = try parts.members.map { part in
            guard let subField = composite.subField(named: part.key),
                let column = table.column(of: field, subField: part.key)
            else {
                throw RecordError.filter(
                    "Sub field \"\(part.key)\" not found for composite type: \(release.name(of: field.type))")
            }
            let isAddress = field.type == .emails && subField.type == .text
            return try compare(
                "\(name).\(part.key)", subField.type, column, part.value, table: table, isRelated: isRelated,
                isEmailAddress: isAddress)
        }
        return filters.count == 1 ? filters[0] : .and(filters)
    }

    /// A search vector is there in every record, and is like no text that could be given.
    private func resolveVector(_ name: String, _ value: JSONValue) throws -> Filter {
        let (comparator, operand) = try operation(name, .tsVector, value)
        let isTrue: Bool
        switch comparator {
        case .is: isTrue = try !FilterOperand.isNull(operand)
        default: isTrue = comparator == .neq
        }
        return isTrue ? .and([]) : .not(.and([]))
    }

    private func resolveRelation(
        _ field: FieldMetadata, _ relation: Relation, _ value: JSONValue, isRelated: Bool
    ) throws -> Filter {
        guard relation.kind == .manyToOne, release.filtersThroughRelations else {
            throw unfilterable(field)
        }
        guard case .object(let inner) = value else {
            throw RecordError.filter(
                "Cannot filter by relation field \"\(field.name)\": use \"\(field.joinColumnName ?? "")\" instead",
                userFriendly: "Invalid filter: use \"\(field.joinColumnName ?? "")\" to filter by this relation field")
        }
        guard !isRelated else {
            throw RecordError.filter(
                "Relation filter nesting deeper than 1 hop is not supported",
                userFriendly: "Relation filters can only traverse one relation deep")
        }
        guard let target = schema.target(of: field) else {
            throw unfilterable(field)
        }
        return .relation(field, try resolve(inner, table: target.table, isRelated: true))
    }

    private func compare(
        _ name: String, _ type: FieldType, _ column: Column, _ value: JSONValue, table: Table, isRelated: Bool,
        isEmailAddress: Bool = false
    ) throws -> Filter {
        let (comparator, operand) = try operation(name, type, value)
        let isExact = [.eq, .neq, .in].contains(comparator)
        let value = FilterOperand(
            field: name, type: type, column: column,
            emailStyle: isEmailAddress && isExact && release.storesASCIIEmailDomains ? .asciiDomain : nil,
            startsWithIsLike: release.startsWithIsLike,
            enumName: "\(databaseSchema).\"\(table.name)_\(column.name)_enum\"")
        let comparison = try value.comparison(comparator, operand)
        // Behind a relation NULL may also stand for a record that is not there.
        return isRelated ? .column(column, comparison) : .column(column, comparison, release: release)
    }

    /// The one operator of a condition, which the type has to have, and what it compares with.
    private func operation(
        _ name: String, _ type: FieldType, _ value: JSONValue
    ) throws -> (comparator: FilterOperator, operand: JSONValue) {
        guard case .object(let operation) = value else { throw notAnObject(name) }
        guard operation.count == 1, let (key, operand) = operation.members.first.map({ ($0.key, $0.value) }) else {
            throw RecordError.filter(
                "Filter for field \"\(name)\" must have exactly one operator",
                userFriendly: "Invalid filter: exactly one operator per field is required")
        }
        guard let comparator = FilterOperator(rawValue: key), type.filterOperators.contains(comparator) else {
            let allowed = type.filterOperators.map(\.rawValue).joined(separator: ", ")
            throw RecordError.filter(
                "Operator \"\(key)\" is not valid for field \"\(name)\" of type \(release.name(of: type)) "
                    + "- Allowed operators: \(allowed)",
                userFriendly: "Invalid filter : Operator \"\(key)\" is not valid for this \"\(name)\" "
                    + "\(release.name(of: type)) field")
        }
        return (comparator, operand)
    }

    private func unfilterable(_ field: FieldMetadata) -> RecordError {
        .filter(
            "Cannot filter by relation field \"\(field.name)\"",
            userFriendly: "Invalid filter: filtering by relation field \"\(field.name)\" is not supported")
    }

    private func notAnObject(_ name: String) -> RecordError {
        .filter(
            "Filter value for field \"\(name)\" must be an object",
            userFriendly: "Invalid filter: filter value must be an object")
    }
}
