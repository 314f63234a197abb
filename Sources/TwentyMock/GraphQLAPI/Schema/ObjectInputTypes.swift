import DataModel
import GraphQL
import RecordStore

/// The input types of one object (graphql-core 4.1, 4.2).
struct ObjectInputTypes: Sendable {
    let table: Table
    let dataModel: DataModel

    private var object: ObjectMetadata { table.object }
    private var types: FieldTypes { FieldTypes(object: object, release: dataModel.release) }
    private var name: String { types.objectName }

    var all: [NamedType] {
        [
            input("\(name)CreateInput") { writableFields("Create") },
            input("\(name)UpdateInput") { writableFields("Update") },
            input("\(name)FilterInput") { filterFields },
            input("\(name)OrderByInput") {
                fields(joinColumn: "OrderByDirection", relation: "OrderByInput") { types.order($0) }
            },
            input("\(name)GroupByInput") {
                fields(joinColumn: nil, relation: "GroupByInput") { types.groupBy($0) }
            },
            input("\(name)OrderByWithGroupByInput") { groupOrderFields },
            input("\(name)OrderByWithGroupByAggregateInput") {
                AggregateResolver(table: table).all.map { InputValueDefinition($0.name, .named("OrderByDirection")) }
            },
            input("\(name)WhereUniqueInput") { uniqueFields },
        ] + compositeKeys
    }

    private func input(_ name: String, _ fields: @escaping @Sendable () -> [InputValueDefinition]) -> NamedType {
        .inputObject(InputObjectType(name, fields: fields))
    }

    /// What each field contributes; a one-to-many relation nothing.
    ///
    /// - Parameters:
    ///   - joinColumn: the type of the id behind a many-to-one relation; `nil` leaves it out.
    ///   - relation: what the input type of the record behind it is called after the object's name.
    private func fields(
        joinColumn: String?, relation suffix: String, _ type: (FieldMetadata) -> TypeReference?
    ) -> [InputValueDefinition] {
        object.fields.filter(\.isActive).flatMap { field -> [InputValueDefinition] in
            guard field.relation != nil else { return type(field).map { [InputValueDefinition(field.name, $0)] } ?? [] }
            guard let column = field.joinColumnName else { return [] }
            let target = dataModel.target(of: field).map { target in
                InputValueDefinition(field.name, .named(target.nameSingular.capitalisedFirst + suffix))
            }
            return [joinColumn.map { InputValueDefinition(column, .named($0)) }, target].compactMap { $0 }
        }
    }

    private func writableFields(_ operation: String) -> [InputValueDefinition] {
        fields(joinColumn: "ID", relation: "RelationInput") { field in
            let type = types.input(field, operation)
            return operation == "Create" && field.name != "id" && field.isRequiredOnCreate ? .nonNull(type) : type
        }
    }

    private var filterFields: [InputValueDefinition] {
        let own = TypeReference.named("\(name)FilterInput")
        return fields(joinColumn: "UUIDFilter", relation: "FilterInput") { types.filter($0) } + [
            InputValueDefinition("and", .list(own)), InputValueDefinition("or", .list(own)),
            InputValueDefinition("not", own),
        ]
    }

    private var groupOrderFields: [InputValueDefinition] {
        [InputValueDefinition("aggregate", .named("\(name)OrderByWithGroupByAggregateInput"))]
            + fields(joinColumn: "OrderByDirection", relation: "OrderByInput") { field in
                guard types.groupBy(field) != nil else { return nil }
                return field.type == .date || field.type == .dateTime
                    ? .named("OrderByDateGranularityInput") : types.order(field)
            }
    }

    private var uniqueFields: [InputValueDefinition] {
        [InputValueDefinition("id", .named("UUID"))]
            + uniques.map { field in
                InputValueDefinition(
                    field.name, field.type.composite == nil ? types.output(field) : .named(keyName(of: field)))
            }
    }

    /// `CompanyDomainNameWhereInput`: the parts of a composite that make it unique.
    private var compositeKeys: [NamedType] {
        uniques.compactMap { field in
            field.type.composite.map { composite in
                input(keyName(of: field)) {
                    composite.subFields.filter(\.isUnique).map { InputValueDefinition($0.name, .named("String")) }
                }
            }
        }
    }

    private var uniques: [FieldMetadata] {
        object.fields.filter { $0.isActive && $0.isUnique && $0.name != "id" && $0.relation == nil }
    }

    private func keyName(of field: FieldMetadata) -> String { "\(name)\(field.name.capitalisedFirst)WhereInput" }
}
