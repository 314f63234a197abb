import DataModel
import GraphQL
import JSON

/// Root fields on views, page layouts and their parts (metadata 15.6).
enum ResourceFields {
    /// - Parameter isCompatible: whether views go by their older names, too (metadata 16).
    static func all(isCompatible: Bool) -> [MetadataRootField] {
        let fields = ResourceStyle.all.flatMap { reads($0) + writes($0) + deletions($0) }
        let older = fields.filter { $0.name.contains("View") }.map { field in
            MetadataRootField(
                name: field.name.replacing("View", with: "CoreView", maxReplacements: 1), signature: field.signature,
                isMutation: field.isMutation, resolve: field.resolve)
        }
        return isCompatible ? fields + older : fields
    }

    private static func operations(_ operations: MetadataOperations, _ style: ResourceStyle) -> ResourceOperations {
        ResourceOperations(operations: operations, descriptor: style.descriptor)
    }

    private static func value(_ documents: [JSONObject]) -> ResolvedValue {
        .value(.array(documents.map(JSONValue.object)))
    }

    private static func reads(_ style: ResourceStyle) -> [MetadataRootField] {
        let name = style.name
        let list = MetadataRootField(
            name: "get\(name)s", signature: "(\(listArguments(style))): [\(name)!]!", isMutation: false
        ) { operations, arguments, _ in
            var filters: [String: String] = [:]
            for (key, value) in arguments.members.map({ ($0.key, $0.value) }) {
                filters[key == "pageLayoutType" ? "type" : key] = value.stringValue
            }
            var documents = try self.operations(operations, style).list(filters)
            if let types = arguments["viewTypes"]?.arrayValue {
                documents = documents.filter { types.contains($0["type"] ?? .null) }
            }
            return value(documents)
        }
        let one = MetadataRootField(
            name: "get\(name)", signature: "(id: String!): \(name)\(style.isRequiredToRead ? "!" : "")",
            isMutation: false
        ) { operations, arguments, _ in
            if let found = try self.operations(operations, style).find(arguments.id()) {
                return .value(.object(found))
            }
            guard style.isRequiredToRead else { return .null }
            let missing = style.descriptor.missing
            throw MetadataError(.notFound, missing.code, missing.read(arguments.text("id")))
        }
        return [list, one]
    }

    private static func listArguments(_ style: ResourceStyle) -> String {
        switch style.descriptor.kind {
        case "view": "objectMetadataId: String, viewTypes: [ViewType!]"
        case "pageLayout": "objectMetadataId: String, pageLayoutType: PageLayoutType"
        case "viewField", "viewFieldGroup": "viewId: String!"
        default: "\(style.descriptor.parent ?? "id"): String\(style.isRequiredToRead ? "!" : "")"
        }
    }

    private static func writes(_ style: ResourceStyle) -> [MetadataRootField] {
        let name = style.name
        var fields = [
            MetadataRootField(
                name: "create\(name)", signature: "(input: Create\(name)Input!): \(name)!", isMutation: true
            ) { operations, arguments, _ in
                .value(.object(try self.operations(operations, style).create(arguments.input())))
            },
            MetadataRootField(
                name: "update\(name)",
                signature: "(\(style.isChangedByInput ? "" : "id: String!, ")input: Update\(name)Input!): \(name)!",
                isMutation: true
            ) { operations, arguments, _ in
                let input = arguments.input()
                let (id, body) =
                    style.isChangedByInput ? (input.id(), input.input("update")) : (arguments.id(), input)
                return .value(.object(try self.operations(operations, style).update(id, body)))
            },
        ]
        if style.createsMany {
            fields.append(
                MetadataRootField(
                    name: "createMany\(name)s", signature: "(inputs: [Create\(name)Input!]!): [\(name)!]!",
                    isMutation: true
                ) { operations, arguments, _ in
                    value(try self.operations(operations, style).create(all: inputs(arguments)))
                })
        }
        if style.updatesMany {
            fields.append(
                MetadataRootField(
                    name: "updateMany\(name)s", signature: "(inputs: [Update\(name)Input!]!): [\(name)!]!",
                    isMutation: true
                ) { operations, arguments, _ in
                    let changes = inputs(arguments).map { (id: $0.id(), body: $0.input("update")) }
                    return value(try self.operations(operations, style).update(all: changes))
                })
        }
        return fields
    }

    private static func inputs(_ arguments: JSONObject) -> [JSONObject] {
        arguments["inputs"]?.arrayValue?.compactMap(\.objectValue) ?? []
    }

    private static func deletions(_ style: ResourceStyle) -> [MetadataRootField] {
        style.deletions.map { verb in
            let argument =
                style.isDeletedByInput ? "input: \(verb.rawValue.capitalisedFirst)\(style.name)Input!" : "id: String!"
            return MetadataRootField(
                name: verb.rawValue + style.name,
                signature: "(\(argument)): \(style.answersDeletionWithTrue ? "Boolean" : style.name)!",
                isMutation: true
            ) { operations, arguments, _ in
                let id = style.isDeletedByInput ? arguments.input().id() : arguments.id()
                let deleted = try self.operations(operations, style).delete(id, verb)
                return .value(style.answersDeletionWithTrue ? true : .object(deleted))
            }
        }
    }
}
