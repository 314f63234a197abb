import DataModel

/// A set of columns whose values no two records share (data-model 8, rest-core 11.2).
package struct UniqueIndex: Sendable {
    package let columns: [Column]
    /// Whether soft-deleted records are left out; those of a unique field still block their value.
    package let isLiveOnly: Bool
    /// The unique field, or `nil` when the model asks for an index over several fields.
    package let field: FieldMetadata?
}

extension UniqueIndex {
    /// The unique indexes of `table` besides the one of `id`: one per unique field, then those over several fields.
    package static func all(of table: Table) -> [UniqueIndex] {
        func columns(of field: FieldMetadata) -> [Column] {
            guard let composite = field.type.composite else { return table.columns(of: field) }
            return composite.subFields.filter(\.isUnique).compactMap { table.column(of: field, subField: $0.name) }
        }
        let object = table.object
        let single = object.fields.filter { $0.isUnique && $0.name != "id" }.map { field in
            UniqueIndex(columns: columns(of: field), isLiveOnly: false, field: field)
        }
        let several = object.properties.indexes.filter { $0.isUnique && $0.fields.count > 1 }.map { index in
            UniqueIndex(
                columns: index.fields.compactMap { object.field(named: $0.name) }.flatMap(columns(of:)),
                isLiveOnly: index.isLiveOnly, field: nil)
        }
        return (single + several).filter { !$0.columns.isEmpty }
    }
}
