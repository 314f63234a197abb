import DataModel
import GraphQL
import JSON

/// Root fields on objects, fields and indexes (metadata 15.2, 15.4).
enum ModelFields {
    static let all: [MetadataRootField] = [
        .query("objects", "(paging: CursorPaging! = {first: 10}, filter: ObjectFilter! = {}): ObjectConnection!") {
            operations, arguments in
            let nodes = MetadataNodes(operations)
            return try page(arguments) { operations.snapshot.metadata.objects.map { nodes.object($0.object) } }
        },
        .query("fields", "(paging: CursorPaging! = {first: 10}, filter: FieldFilter! = {}): FieldConnection!") {
            operations, arguments in
            let nodes = MetadataNodes(operations)
            return try page(arguments) { operations.snapshot.metadata.fields.map(nodes.field) }
        },
        .query("indexMetadatas", "(paging: CursorPaging! = {first: 10}, filter: IndexFilter! = {}): IndexConnection!") {
            operations, arguments in
            let nodes = MetadataNodes(operations)
            return try page(arguments) { IndexEntry.all(of: operations.dataModel).map(nodes.index) }
        },
        .query("object", "(id: UUID!): Object!") { operations, arguments in
            .object(MetadataNodes(operations).object(try operations.object(id: arguments.text("id"))))
        },
        .query("field", "(id: UUID!): Field!") { operations, arguments in
            .object(MetadataNodes(operations).field(try operations.field(id: arguments.text("id"))))
        },
        .query("index", "(id: UUID!): Index!") { operations, arguments in
            .object(MetadataNodes(operations).index(try operations.index(id: arguments.text("id"))))
        },
        .mutation("createOneObject", "(input: CreateOneObjectInput!): Object!") { operations, arguments in
            let object = try operations.createObject(arguments.input().input("object"))
            return .object(MetadataNodes.after(operations).object(object))
        },
        .mutation("updateOneObject", "(input: UpdateOneObjectInput!): Object!") { operations, arguments in
            let input = arguments.input()
            let object = try operations.updateObject(id: input.text("id"), input.input("update"))
            return .object(MetadataNodes.after(operations).object(object))
        },
        .mutation("updateManyObjects", "(inputs: [UpdateOneObjectInput!]!): [Object!]!") { operations, arguments in
            let inputs = arguments.objects("inputs") ?? []
            let objects = try operations.updateObjects(inputs.map { ($0.text("id"), $0.input("update")) })
            return .list(objects.map { .object(MetadataNodes.after(operations).object($0)) })
        },
        .mutation("deleteOneObject", "(input: DeleteOneObjectInput!): Object!") { operations, arguments in
            let object = try operations.deleteObject(id: arguments.input().text("id"))
            return .object(MetadataNodes(operations).object(object))
        },
        .mutation("createOneField", "(input: CreateOneFieldMetadataInput!): Field!") { operations, arguments in
            let field = try operations.createField(arguments.input().input("field"))
            return .object(MetadataNodes.after(operations).field(field))
        },
        .mutation("updateOneField", "(input: UpdateOneFieldMetadataInput!): Field!") { operations, arguments in
            let input = arguments.input()
            let field = try operations.updateField(id: input.text("id"), input.input("update"))
            return .object(MetadataNodes.after(operations).field(field))
        },
        .mutation("deleteOneField", "(input: DeleteOneFieldInput!): Field!") { operations, arguments in
            let field = try operations.deleteField(id: arguments.input().text("id"))
            return .object(MetadataNodes(operations).field(field))
        },
        .mutation("createOneIndex", "(input: CreateOneIndexInput!): Index!") { operations, arguments in
            let index = try operations.createIndex(arguments.input().input("index"))
            return .object(MetadataNodes.after(operations).index(index))
        },
        .mutation("deleteOneIndex", "(input: DeleteOneIndexInput!): Index!") { operations, arguments in
            let index = try operations.deleteIndex(id: arguments.input().text("id"))
            return .object(MetadataNodes(operations).index(index))
        },
    ]

    /// The page of a list that `paging` and `filter` name.
    static func page(_ arguments: JSONObject, _ nodes: () -> [MetadataNode]) throws -> ResolvedValue {
        let window = try MetadataWindow(arguments.input("paging"))
        return window.connection(MetadataFilter(arguments.input("filter")).apply(to: nodes()))
    }
}
