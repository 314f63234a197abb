import DataModel

/// The FROM clause of a query: the table of the records, and the many-to-one relations it looks through.
///
/// A relation is joined once, however many filters and orders use it.
struct QuerySource {
    /// What the records' own table is called in the query.
    static let root = "r"

    let table: Table
    let schema: Schema
    private var joins: [(field: String, alias: String, table: Table)] = []

    init(table: Table, schema: Schema) {
        self.table = table
        self.schema = schema
    }

    /// The name under which the target of `field` can be used.
    mutating func join(_ field: FieldMetadata) throws -> (alias: String, table: Table) {
        if let join = joins.first(where: { $0.field == field.name }) { return (join.alias, join.table) }
        guard let target = schema.target(of: field) else {
            throw StoreError.database(message: "relation \"\(field.name)\" has no target")
        }
        let alias = "j\(joins.count + 1)"
        joins.append((field.name, alias, target.table))
        return (alias, target.table)
    }

    var sql: String {
        joins.reduce("\(table.quotedName) AS \(Self.root)") { sql, join in
            let column = table.object.field(named: join.field)?.joinColumnName ?? ""
            return sql + " LEFT JOIN \(join.table.quotedName) AS \(join.alias) ON \(join.alias).\"id\" = "
                + "\(Self.root).\(Column.quote(column)) AND \(join.alias).\"deletedAt\" IS NULL"
        }
    }
}
