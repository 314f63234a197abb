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
        let list = MetadataRootField.query("get\(name)s", "(\(listArguments(style))): [\(name)!]!") {
            operations, arguments in
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
        let one = MetadataRootField.query(
            "get\(name)", "(id: String!): \(name)\(style.isRequiredToRead ? "!" : "")"
        ) { operations, arguments in
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
        var fields: [MetadataRootField] = [
            .mutation("create\(name)", "(input: Create\(name)Input!): \(name)!") { operations, arguments in
                .value(.object(try self.operations(operations, style).create(arguments.input())))
            },
            .mutation(
                "update\(name)",
                "(\(style.isChangedByInput ? "" : "id: String!, ")input: Update\(name)Input!): \(name)!"
            ) { operations, arguments in
                let input = arguments.input()
                let (id, body) =
                    style.isChangedByInput ? (input.id(), input.input("update")) : (arguments.id(), input)
                return .value(.object(try self.operations(operations, style).update(id, body)))
            },
        ]
        if style.createsMany {
            fields.append(
                .mutation("createMany\(name)s", "(inputs: [Create\(name)Input!]!): [\(name)!]!") {
                    operations, arguments in
                    value(try self.operations(operations, style).create(all: arguments.objects("inputs") ?? []))
                })
        }
        if style.updatesMany {
            fields.append(
                .mutation("updateMany\(name)s", "(inputs: [Update\(name)Input!]!): [\(name)!]!") {
                    operations, arguments in
                    let changes = (arguments.objects("inputs") ?? []).map { (id: $0.id(), body: $0.input("update")) }
                    return value(try self.operations(operations, style).update(all: changes))
                })
        }
        return fields
    }

    private static func deletions(_ style: ResourceStyle) -> [MetadataRootField] {
        style.deletions.map { verb in
            let argument =
                style.isDeletedByInput ? "input: \(verb.rawValue.capitalisedFirst)\(style.name)Input!" : "id: String!"
            return .mutation(
                verb.rawValue + style.name,
                "(\(argument)): \(style.answersDeletionWithTrue ? "Boolean" : style.name)!"
            ) { operations, arguments in
                let id = style.isDeletedByInput ? arguments.input().id() : arguments.id()
                let deleted = try self.operations(operations, style).delete(id, verb)
                return .value(style.answersDeletionWithTrue ? true : .object(deleted))
            }
        }
    }
}
