import DataModel

/// A field with the columns that carry it; made once for each table, so that writes look nothing up twice.
package final class FieldColumns: Sendable {
    package let field: FieldMetadata
    package let composite: CompositeType?
    /// Several for a composite, none for a one-to-many relation and a search vector.
    package let columns: [Column]
    private let columnByPart: [String: Column]
    private let partByName: [String: CompositeType.SubField]

    init(field: FieldMetadata, columns: [Column]) {
        self.field = field
        self.columns = columns
        composite = field.type.composite
        columnByPart = Dictionary(
            columns.compactMap { column in column.subField.map { ($0, column) } },
            uniquingKeysWith: { first, _ in first })
        partByName = Dictionary(
            (composite?.subFields ?? []).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The only column of a field that is no composite.
    package var column: Column? { composite == nil ? columns.first : nil }

    package func column(of subField: String) -> Column? { columnByPart[subField] }

    package func subField(named name: String) -> CompositeType.SubField? { partByName[name] }
}

/// The columns of an ACTOR field.
package struct ActorColumns: Sendable {
    package let source: Column
    package let workspaceMemberID: Column
    package let name: Column
    package let context: Column

    init?(_ field: FieldColumns?) {
        guard let field, let source = field.column(of: "source"), let name = field.column(of: "name"),
            let member = field.column(of: "workspaceMemberId"), let context = field.column(of: "context")
        else { return nil }
        self.source = source
        workspaceMemberID = member
        self.name = name
        self.context = context
    }
}
