import DataModel

/// The tables of a data model: the bridge from objects and fields to SQL names.
package final class Schema: Sendable {
    package let dataModel: DataModel
    package let tables: [Table]
    private let indexByObject: [String: Int]

    package init(dataModel: DataModel) {
        self.dataModel = dataModel
        tables = dataModel.objects.enumerated().map { Table(object: $1, countID: $0 + 1, release: dataModel.release) }
        indexByObject = Dictionary(
            tables.enumerated().map { ($1.object.nameSingular, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The table of the object called `nameSingular`.
    package func table(of nameSingular: String) -> Table? {
        indexByObject[nameSingular].map { tables[$0] }
    }

    /// The relation field at the other end of `field`, with its table.
    package func target(of field: FieldMetadata) -> (table: Table, inverse: FieldMetadata?)? {
        guard let relation = field.relation, let table = table(of: relation.targetObject) else { return nil }
        return (table, table.object.field(named: relation.targetField))
    }
}
