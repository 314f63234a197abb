import DataModel
import GraphQL

/// The root fields of the record API with their arguments (graphql-core 3, 3.1).
struct RootFields: Sendable {
    let objects: [ObjectMetadata]
    let release: Release

    var queries: [FieldDefinition] { definitions(isMutation: false) }
    var mutations: [FieldDefinition] { definitions(isMutation: true) }

    private func definitions(isMutation: Bool) -> [FieldDefinition] {
        objects.flatMap { object in
            RecordMethod.allCases.compactMap { method -> FieldDefinition? in
                guard method.isMutation == isMutation,
                    !method.needsDuplicateCriteria || !object.properties.duplicateCriteria.isEmpty
                else { return nil }
                return FieldDefinition(
                    method.name(for: object), type(method, object), arguments: arguments(method, object))
            }
        }
    }

    private func type(_ method: RecordMethod, _ object: ObjectMetadata) -> TypeReference {
        let name = object.nameSingular.capitalisedFirst
        return switch method {
        case .findMany: .named("\(name)Connection")
        case .findDuplicates: .list(.nonNull(.named("\(name)Connection")))
        case .groupBy: .list(.nonNull(.named("\(name)GroupByConnection")))
        case .createMany, .updateMany, .deleteMany, .destroyMany, .restoreMany: .list(.nonNull(.named(name)))
        default: .named(name)
        }
    }

    private func arguments(_ method: RecordMethod, _ object: ObjectMetadata) -> [InputValueDefinition] {
        let name = object.nameSingular.capitalisedFirst
        func argument(_ argument: String, _ type: TypeReference) -> InputValueDefinition {
            InputValueDefinition(argument, type)
        }
        let id = TypeReference.named(release.idArgumentScalarName)
        let filter = TypeReference.named("\(name)FilterInput")
        let data = TypeReference.named("\(name)CreateInput")
        let change = TypeReference.named("\(name)UpdateInput")
        switch method {
        case .findMany: return Self.listArguments(of: object, release)
        case .findOne, .deleteMany, .destroyMany, .restoreMany: return [argument("filter", .nonNull(filter))]
        case .findDuplicates: return [argument("ids", .list(id)), argument("data", .list(data))]
        case .groupBy:
            return [
                argument("groupBy", .nonNull(.list(.nonNull(.named("\(name)GroupByInput"))))),
                argument("filter", filter), argument("orderBy", .list(.named("\(name)OrderByWithGroupByInput"))),
                argument("orderByForRecords", .list(.named("\(name)OrderByInput"))), argument("viewId", .named("UUID")),
                argument("limit", .named("Int")), argument("offsetForRecords", .named("Int")),
            ]
        case .createOne: return [argument("data", .nonNull(data)), argument("upsert", .named("Boolean"))]
        case .createMany:
            return [argument("data", .nonNull(.list(.nonNull(data)))), argument("upsert", .named("Boolean"))]
        case .updateOne: return [argument("id", .nonNull(id)), argument("data", .nonNull(change))]
        case .updateMany: return [argument("filter", .nonNull(filter)), argument("data", .nonNull(change))]
        case .deleteOne, .destroyOne, .restoreOne: return [argument("id", .nonNull(id))]
        case .mergeMany:
            return [
                argument("ids", .nonNull(.list(.nonNull(id)))),
                argument("conflictPriorityIndex", .nonNull(.named("Int"))),
                argument("dryRun", .named("Boolean")),
            ]
        }
    }

    /// The arguments of a list, which one-to-many relations take too.
    static func listArguments(of object: ObjectMetadata, _ release: Release) -> [InputValueDefinition] {
        let name = object.nameSingular.capitalisedFirst
        let limit = release.hasGraphQLLimitArgument ? [InputValueDefinition("limit", .named("Int"))] : []
        return [
            InputValueDefinition("first", .named("Int")), InputValueDefinition("last", .named("Int")),
            InputValueDefinition("before", .named("String")), InputValueDefinition("after", .named("String")),
        ] + limit + [
            InputValueDefinition("offset", .named("Int")),
            InputValueDefinition("filter", .named("\(name)FilterInput")),
            InputValueDefinition("orderBy", .list(.named("\(name)OrderByInput"))),
        ]
    }
}
