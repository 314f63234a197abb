import DataModel
import Foundation
import JSON
import RecordStore

/// Reads what a client groups by, and in which order it wants the groups (rest-core 14, graphql-core 10).
///
/// Both adapters bring it in GraphQL's form: `[{"stage":true},{"createdAt":{"granularity":"MONTH","timeZone":"UTC"}}]`.
struct GroupByResolver {
    /// A dimension with the keys that lead to it, by which an order names it.
    struct Named {
        let path: [String]
        let dimension: GroupQuery.Dimension
    }

    let schema: Schema
    let table: Table

    func dimensions(_ items: [JSONObject]) throws -> [Named] {
        try items.compactMap { item in
            guard item.count <= 1 else {
                throw Self.invalid(
                    "You cannot provide multiple fields in one GroupByInput, split them into multiple GroupByInput")
            }
            return try item.members.first.map { try dimension($0.key, $0.value) }
        }
    }

    private func dimension(_ name: String, _ value: JSONValue) throws -> Named {
        let object = table.object
        if let field = object.field(withJoinColumn: name), field.isActive, let column = table.column(of: field) {
            guard value == .bool(true) else { throw Self.invalid("Invalid groupBy definition for field \"\(name)\"") }
            return Named(path: [name], dimension: .init(column: column))
        }
        guard let field = object.field(named: name), field.isActive else {
            throw Self.invalid("Unidentified field in groupBy: \(name)")
        }
        guard let relation = field.relation else { return try scalar(field, value, in: table, relation: nil) }
        guard relation.kind == .manyToOne, let target = schema.target(of: field) else {
            throw Self.invalid("Field \"\(name)\" is not supported in groupBy")
        }
        guard case .object(let nested) = value else {
            // A real server asks the database for a column of that name.
            throw RecordError(.database, "column \(object.nameSingular).\(name) does not exist")
        }
        guard nested.count == 1, let inner = nested.members.first else {
            throw Self.invalid(
                "You cannot provide multiple subfields in one GroupByInput, split them into multiple GroupByInput")
        }
        guard let innerField = target.table.object.field(named: inner.key), innerField.isActive,
            innerField.relation == nil
        else {
            throw Self.invalid(
                "Nested field \"\(inner.key)\" not found in target object \"\(target.table.object.nameSingular)\"")
        }
        return try scalar(innerField, inner.value, in: target.table, relation: field)
    }

    private func scalar(
        _ field: FieldMetadata, _ value: JSONValue, in table: Table, relation: FieldMetadata?
    ) throws -> Named {
        let path = [relation?.name, field.name].compactMap { $0 }
        guard Self.isGroupable(field) else { throw Self.invalid("Field \"\(field.name)\" is not supported in groupBy") }
        if let composite = field.type.composite {
            return try subField(composite, of: field, value, in: table, relation: relation, path: path)
        }
        guard let column = table.column(of: field) else {
            throw Self.invalid("Field \"\(field.name)\" is not supported in groupBy")
        }
        switch (field.type, value) {
        case (.date, _), (.dateTime, _):
            return Named(
                path: path,
                dimension: .init(relation: relation, column: column, form: .date(try bucket(field, value))))
        case (_, .bool(true)): return Named(path: path, dimension: .init(relation: relation, column: column))
        case (.array, .object(let options)) where options["unnest"] == .bool(true),
            (.multiSelect, .object(let options)) where options["unnest"] == .bool(true):
            return Named(path: path, dimension: .init(relation: relation, column: column, form: .unnested))
        case (_, .object):
            throw Self.invalid("Field \"\(field.name)\" does not support nested subfields in groupBy")
        default: throw Self.invalid("Invalid groupBy definition for field \"\(field.name)\"")
        }
    }

    private func subField(
        _ composite: CompositeType, of field: FieldMetadata, _ value: JSONValue, in table: Table,
        relation: FieldMetadata?, path: [String]
    ) throws -> Named {
        guard case .object(let parts) = value, !parts.isEmpty else {
            throw Self.invalid("Invalid groupBy definition for field \"\(field.name)\"")
        }
        guard parts.count == 1, let part = parts.members.first else {
            throw Self.invalid(
                "You cannot provide multiple subfields in one GroupByInput, split them into multiple GroupByInput")
        }
        guard let subField = composite.subField(named: part.key), subField.type != .rawJSON,
            let column = table.column(of: field, subField: part.key)
        else {
            throw Self.invalid("Composite subfield \"\(part.key)\" is not supported in groupBy for \"\(field.name)\"")
        }
        guard part.value == .bool(true) else {
            throw Self.invalid(
                "Composite subfield \"\(part.key)\" must be set to true in groupBy for \"\(field.name)\"")
        }
        return Named(path: path + [part.key], dimension: .init(relation: relation, column: column))
    }

    private func bucket(_ field: FieldMetadata, _ value: JSONValue) throws -> DateBucket {
        if value == .bool(true) { return DateBucket(granularity: .none) }
        guard case .object(let definition) = value,
            let granularity = definition["granularity"]?.stringValue.flatMap(DateBucket.Granularity.init)
        else { throw Self.invalid("Invalid groupBy definition for field \"\(field.name)\"") }
        let weekStart = definition["weekStartDay"]?.stringValue.flatMap(DateBucket.WeekStart.init) ?? .monday
        guard field.type == .dateTime, granularity.needsTimeZone else {
            return DateBucket(granularity: granularity, weekStart: weekStart)
        }
        guard let zone = definition["timeZone"]?.stringValue, !zone.isEmpty else {
            throw RecordError(
                .missingTimeZone,
                "Time zone should be specified for a group by date on Day, Week, Month, Quarter or Year")
        }
        guard TimeZone(identifier: zone) != nil else {
            throw RecordError(.invalidTimeZone, "Invalid timezone: \(zone)")
        }
        let isUTC = ["UTC", "Etc/UTC", "GMT"].contains(zone)
        return DateBucket(granularity: granularity, weekStart: weekStart, timeZone: isUTC ? nil : zone)
    }

    static func invalid(_ message: String) -> RecordError { RecordError(.invalidQueryInput, message) }

    private static func isGroupable(_ field: FieldMetadata) -> Bool {
        switch field.type {
        case .rawJSON, .files, .position, .tsVector, .relation, .morphRelation: false
        default: field.name != "id" && (!field.isSystem || field.name == "createdAt" || field.name == "updatedAt")
        }
    }
}
