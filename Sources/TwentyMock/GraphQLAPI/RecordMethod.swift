import DataModel

/// What a root field of the record API does (graphql-core 3).
enum RecordMethod: CaseIterable {
    case findMany, findOne, findDuplicates, groupBy
    case createOne, createMany, updateOne, updateMany, deleteOne, deleteMany, destroyOne, destroyMany, restoreOne,
        restoreMany, mergeMany

    var isMutation: Bool {
        switch self {
        case .findMany, .findOne, .findDuplicates, .groupBy: false
        default: true
        }
    }

    /// Whether the schema shows it only for objects with duplicate criteria; at run time it answers for all.
    var needsDuplicateCriteria: Bool { self == .findDuplicates || self == .mergeMany }

    /// The name of the root field for an object: `createPeople`.
    func name(for object: ObjectMetadata) -> String {
        let singular = object.nameSingular.capitalisedFirst
        let plural = object.namePlural.capitalisedFirst
        return switch self {
        case .findMany: object.namePlural
        case .findOne: object.nameSingular
        case .findDuplicates: object.nameSingular + "Duplicates"
        case .groupBy: object.namePlural + "GroupBy"
        case .createOne: "create" + singular
        case .createMany: "create" + plural
        case .updateOne: "update" + singular
        case .updateMany: "update" + plural
        case .deleteOne: "delete" + singular
        case .deleteMany: "delete" + plural
        case .destroyOne: "destroy" + singular
        case .destroyMany: "destroy" + plural
        case .restoreOne: "restore" + singular
        case .restoreMany: "restore" + plural
        case .mergeMany: "merge" + plural
        }
    }

    /// How many records of a one-to-many relation each record shows in the answer (graphql-core 6.7).
    var relatedRecordLimit: Int {
        switch self {
        case .createOne, .createMany: 200
        case .groupBy: 5
        default: 60
        }
    }
}

/// A root field of the record API.
struct RecordRoot {
    let method: RecordMethod
    let object: ObjectMetadata
}

/// The root fields of a data model by name, those of active objects only.
struct RecordRoots: Sendable {
    private let roots: [String: (method: RecordMethod, object: ObjectMetadata)]

    init(_ dataModel: DataModel) {
        var roots: [String: (method: RecordMethod, object: ObjectMetadata)] = [:]
        for object in dataModel.objects where object.properties.isActive {
            for method in RecordMethod.allCases {
                let name = method.name(for: object)
                if roots[name] == nil { roots[name] = (method, object) }
            }
        }
        self.roots = roots
    }

    subscript(name: String) -> RecordRoot? {
        roots[name].map { RecordRoot(method: $0.method, object: $0.object) }
    }
}
