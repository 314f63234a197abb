import DataModel

/// The tables of a data model: the bridge from objects and fields to SQL names.
package final class Schema: Sendable {
    package let dataModel: DataModel
    package let tables: [Table]
    private let indexByObject: [String: Int]

    /// - Parameter previous: the schema of the model before a change; the tables of unchanged objects are shared.
    package init(dataModel: DataModel, previous: Schema? = nil) {
        self.dataModel = dataModel
        tables = dataModel.objects.enumerated().map { position, object in
            let countID = object.properties.details.countID ?? position + 1
            if let table = previous?.table(of: object.nameSingular), table.object === object, table.countID == countID {
                return table
            }
            return Table(object: object, countID: countID, release: dataModel.release)
        }
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
