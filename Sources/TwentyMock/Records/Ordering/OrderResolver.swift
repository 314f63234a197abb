import DataModel
import JSON
import RecordStore

/// Reads the order of a request against the data model (rest-core 7.1, graphql-core 6.4).
///
/// Both adapters bring orders in one form, that of GraphQL: `[{"name":{"firstName":"AscNullsLast"}}]`.
struct OrderResolver {
    let schema: Schema

    private var release: Release { schema.dataModel.release }

    /// - Throws: a ``RecordError`` in the contract's words for the first thing that is wrong.
    func resolve(_ items: [JSONObject], table: Table) throws -> [OrderTerm] {
        var terms: [OrderTerm] = []
        for term in try items.flatMap({ try resolve($0, table: table) })
        where !terms.contains(where: { $0.path == term.path }) {
            // A path that comes again says nothing new.
            terms.append(term.placingEmptyText(release))
        }
        return terms
    }

    private func resolve(_ item: JSONObject, table: Table) throws -> [OrderTerm] {
        try item.members.flatMap { member -> [OrderTerm] in
            let (name, value) = (member.key, member.value)
            let object = table.object
            if let field = object.field(withJoinColumn: name), field.isActive, let column = table.column(of: field) {
                return [OrderTerm(field: field, column: column, direction: try direction(value, name))]
            }
            guard let field = object.field(named: name), field.isActive, field.type != .tsVector else {
                throw RecordError(.fieldNotFound, "Field \"\(name)\" does not exist or is not sortable")
            }
            if let composite = field.type.composite { return try resolve(composite, of: field, value, table: table) }
            if field.relation != nil { return try resolveRelation(field, value).map { [$0] } ?? [] }
            guard let column = table.column(of: field) else {
                throw RecordError(.fieldNotFound, "Field \"\(name)\" does not exist or is not sortable")
            }
            return [OrderTerm(field: field, column: column, direction: try direction(value, name))]
        }
    }

    private func resolve(
        _ composite: CompositeType, of field: FieldMetadata, _ value: JSONValue, table: Table
    ) throws -> [OrderTerm] {
        guard case .object(let parts) = value else {
            throw RecordError(
                .invalidQueryInput,
                "Composite field \"\(field.name)\" requires subfield ordering "
                    + "(e.g., { \(field.name): { subFieldName: 'AscNullsFirst' } })")
        }
        return try parts.members.map { part in
            guard let column = table.column(of: field, subField: part.key) else {
                throw RecordError(
                    .fieldNotFound,
                    release.hasSpecificTexts
                        ? "Sub field \"\(part.key)\" not found for composite field \"\(field.name)\""
                        : "Sub field metadata not found for composite type: \(release.name(of: field.type))")
            }
            return OrderTerm(
                field: field, column: column, direction: try direction(part.value, "\(field.name).\(part.key)"))
        }
    }

    private func resolveRelation(_ field: FieldMetadata, _ value: JSONValue) throws -> OrderTerm? {
        guard case .object(let nested) = value else {
            throw RecordError(
                .invalidQueryInput,
                "Relation field \"\(field.name)\" requires nested field ordering "
                    + "(e.g., { \(field.name): { fieldName: 'AscNullsFirst' } })")
        }
        guard field.relation?.kind == .manyToOne, let target = schema.target(of: field) else {
            throw RecordError(
                .invalidQueryInput,
                "Cannot filter or order through \(field.name): only to-one relations are supported")
        }
        // Only the first key of a relation counts (graphql-core 6.4).
        guard let item = nested.members.first else { return nil }
        let table = target.table
        if let inner = table.object.field(withJoinColumn: item.key), let column = table.column(of: inner) {
            return OrderTerm(
                relation: field, field: inner, column: column, direction: try direction(item.value, item.key))
        }
        guard let inner = table.object.field(named: item.key), inner.isActive, inner.relation == nil,
            inner.type != .tsVector
        else {
            throw RecordError(
                .fieldNotFound,
                "Nested field \"\(item.key)\" not found in target object \"\(table.object.nameSingular)\"")
        }
        if inner.type.composite != nil { return try resolveComposite(inner, behind: field, item.value, table: table) }
        guard let column = table.column(of: inner) else { return nil }
        let path = "\(field.name).\(inner.name)"
        if case .object = item.value {
            guard release.hasSpecificTexts else { return nil }
            throw RecordError(.invalidQueryInput, "Field \"\(path)\" does not support nested ordering")
        }
        return OrderTerm(relation: field, field: inner, column: column, direction: try direction(item.value, path))
    }

    private func resolveComposite(
        _ inner: FieldMetadata, behind field: FieldMetadata, _ value: JSONValue, table: Table
    ) throws -> OrderTerm {
        let path = "\(field.name).\(inner.name)"
        guard case .object(let parts) = value, let part = parts.members.first else {
            throw RecordError(
                .invalidQueryInput,
                release.hasSpecificTexts
                    ? "Composite field \"\(path)\" requires one of its sub fields to be ordered"
                    : "Composite field \"\(inner.name)\" requires a subfield to be specified")
        }
        guard let column = table.column(of: inner, subField: part.key) else {
            throw RecordError(.fieldNotFound, "Sub field \"\(part.key)\" not found for composite field \"\(path)\"")
        }
        return OrderTerm(
            relation: field, field: inner, column: column, direction: try direction(part.value, "\(path).\(part.key)"))
    }

    private func direction(_ value: JSONValue, _ name: String) throws -> OrderTerm.Direction {
        guard case .string(let text) = value, let direction = OrderTerm.Direction(rawValue: text) else {
            throw RecordError(
                .invalidQueryInput,
                "Scalar field \"\(name)\" requires a direction value "
                    + "(AscNullsFirst, AscNullsLast, DescNullsFirst, DescNullsLast)")
        }
        return direction
    }
}
