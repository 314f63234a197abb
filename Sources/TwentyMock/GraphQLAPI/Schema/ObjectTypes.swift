import DataModel
import GraphQL
import RecordStore

/// The types of one object (graphql-core 4.1). Each makes its fields when they are first asked for.
struct ObjectTypes: Sendable {
    let table: Table
    let dataModel: DataModel

    private var object: ObjectMetadata { table.object }
    private var release: Release { dataModel.release }
    private var types: FieldTypes { FieldTypes(object: object, release: release) }
    private var name: String { types.objectName }

    var all: [NamedType] {
        [
            .object(ObjectType(name) { recordFields }),
            .object(
                ObjectType("\(name)Edge") {
                    [
                        FieldDefinition("node", .nonNull(.named(name))),
                        FieldDefinition("cursor", .nonNull(.named("Cursor"))),
                    ]
                }),
            .object(ObjectType("\(name)Connection") { connectionFields }),
            .object(
                ObjectType("\(name)GroupByConnection") {
                    connectionFields
                        + [FieldDefinition("groupByDimensionValues", .nonNull(.named(release.jsonScalarName)))]
                }),
            .inputObject(
                InputObjectType("\(name)RelationInput") {
                    [
                        InputValueDefinition("connect", .named("\(name)ConnectInput")),
                        InputValueDefinition("disconnect", .named("Boolean")),
                    ]
                }),
            .inputObject(
                InputObjectType("\(name)ConnectInput") {
                    [InputValueDefinition("where", .named("\(name)WhereUniqueInput"))]
                }),
        ] + ObjectInputTypes(table: table, dataModel: dataModel).all + enums
    }

    private var recordFields: [FieldDefinition] {
        object.fields.filter(\.isActive).flatMap { field -> [FieldDefinition] in
            guard let relation = field.relation else {
                let type = types.output(field)
                let isRequired = field.name == "id" || field.isRequiredOnCreate
                return [FieldDefinition(field.name, isRequired ? .nonNull(type) : type, description: field.label)]
            }
            let joinColumn = field.joinColumnName.map { [FieldDefinition($0, .named("ID"))] } ?? []
            guard let target = dataModel.target(of: field) else { return joinColumn }
            let targetName = target.nameSingular.capitalisedFirst
            switch relation.kind {
            case .manyToOne:
                return joinColumn + [FieldDefinition(field.name, .named(targetName), description: field.label)]
            case .oneToMany:
                return [
                    FieldDefinition(
                        field.name, .named("\(targetName)Connection"), description: field.label,
                        arguments: RootFields.listArguments(of: target, release))
                ]
            }
        }
    }

    private var connectionFields: [FieldDefinition] {
        AggregateResolver(table: table).all.map { FieldDefinition($0.name, .named($0.graphQLType)) } + [
            FieldDefinition("edges", .nonNull(.list(.nonNull(.named("\(name)Edge"))))),
            FieldDefinition("pageInfo", .nonNull(.named("PageInfo"))),
        ]
    }

    /// A value that starts with a digit has an underscore before it in the schema (graphql-core 4.1).
    private var enums: [NamedType] {
        object.fields.filter { $0.isActive && !$0.options.isEmpty }.flatMap { field -> [NamedType] in
            let name = types.enumName(of: field)
            let values = field.options.map { option in
                EnumValueDefinition(
                    option.value.first?.isNumber == true ? "_" + option.value : option.value,
                    description: option.label, value: .string(option.value))
            }
            return [.enumeration(EnumType(name, values: values)), FilterTypes.filter(ofEnum: name)]
        }
    }
}

extension DataModel {
    /// The active object at the other end of a relation.
    func target(of field: FieldMetadata) -> ObjectMetadata? {
        guard let relation = field.relation, let target = object(singular: relation.targetObject),
            target.properties.isActive
        else { return nil }
        return target
    }
}

extension Aggregate {
    /// Graphql-core 4.6.
    fileprivate var graphQLType: String {
        switch function {
        case .totalCount, .countUniqueValues, .countEmpty, .countNotEmpty, .countTrue, .countFalse: return "Int"
        case .percentageEmpty, .percentageNotEmpty, .avg, .sum: return "Float"
        case .min, .max:
            switch columns.first?.kind {
            case .date, .dateTime: return "DateTime"
            default: return "Float"
            }
        }
    }
}
