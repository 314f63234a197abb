import DataModel
import JSON

extension MetadataOperations {
    /// What a front end starts with: objects and views in short, and for each collection a text that changes when
    /// anything in it does (metadata 15.8).
    func minimalMetadata() throws -> JSONObject {
        let presentation = ObjectPresentation(workspace: workspace, dataModel: dataModel)
        let objects = snapshot.metadata.objects.map { entry -> JSONValue in
            var json = presentation.current(entry.object)
            json["isCustom"] = .bool(entry.object.properties.isCustom)
            return .object(json)
        }
        return try roles.read { context in
            let documents = try ResourceDescriptor.all.map { ($0.kind, try context.all($0)) }
            let views = documents.first { $0.0 == "view" }?.1 ?? []
            let version = JSONValue.int(Int64(dataModel.version))
            let hashes =
                ["objectMetadata", "fieldMetadata", "index"].map { Self.hash(of: $0, version) }
                + documents.map { Self.hash(of: $0, .array($1.map(JSONValue.object))) }
            return [
                "objectMetadataItems": .array(objects), "views": .array(views.map(JSONValue.object)),
                "collectionHashes": .array(hashes),
            ]
        }
    }

    private static func hash(of collection: String, _ content: JSONValue) -> JSONValue {
        [
            "collectionName": .string(collection),
            "hash": .string(StandardID.uuid(for: collection + content.serializedText)),
        ]
    }
}
