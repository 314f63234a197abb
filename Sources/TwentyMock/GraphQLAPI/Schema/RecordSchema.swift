import DataModel
import GraphQL
import RecordStore

/// The GraphQL schema of the record API: what introspection shows to who has a key (graphql-core 4, 12).
///
/// Records are read and written without it (graphql-core 1.2), so it is made only when someone asks.
enum RecordSchema {
    static func make(_ schema: Schema) -> GraphQLSchema {
        let release = schema.dataModel.release
        let tables = schema.tables.filter(\.object.properties.isActive)
        let roots = RootFields(objects: tables.map(\.object), release: release)
        var types: [NamedType] = [
            .object(ObjectType("Query") { roots.queries }), .object(ObjectType("Mutation") { roots.mutations }),
        ]
        types += RecordScalars.all(release).map(NamedType.scalar)
        types += SharedTypes.all + FilterTypes.all + CompositeTypes(release: release).types
        for table in tables { types += ObjectTypes(table: table, dataModel: schema.dataModel).all }
        return GraphQLSchema(query: "Query", mutation: "Mutation", types: types)
    }
}
