import JSON

extension ModelDraft {
    /// Adds one leg for each target, all of one group (metadata 8.2).
    mutating func createMorphRelation(_ creation: FieldCreation, on object: ObjectMetadata) throws -> String {
        func malformed(_ message: String, user: String? = nil, value: JSONValue? = nil) -> ValidationReport {
            FieldReports.untranslatable("FIELD_METADATA_RELATION_MALFORMED", message, user: user, value: value)
        }
        guard let json = creation.morphRelations, !json.isNull else {
            throw FieldReports.untranslatable("INVALID_FIELD_INPUT", "Relation creation payload is required")
        }
        let elements = json.arrayValue ?? [json]
        guard !elements.isEmpty else {
            throw malformed("Morph relation creation payloads are empty", user: "At least one relation is required")
        }
        let payloads = elements.compactMap(RelationPayload.init)
        guard payloads.count == elements.count else {
            throw malformed(
                "Morph relation input transpilation failed", user: "Invalid morph relation input", value: json)
        }
        guard Set(payloads.map(\.kind)).count == 1 else {
            throw malformed(
                "Morph relation creation payloads must have the same relation type", user: "An error occurred.")
        }
        guard !payloads.contains(where: { $0.targetObjectID == object.id }) else {
            throw FieldReports.creation([
                .field(
                    stamped(creation.field), on: object, .create,
                    [.init("INVALID_FIELD_INPUT", "Source object cannot be the target object")])
            ])
        }
        guard Set(payloads.map(\.targetObjectID)).count == payloads.count else {
            throw malformed(
                "Morph relation creation payloads must have only relation to the same object metadata",
                user: "An error occurred.")
        }
        let morphID = newID()
        let pairs = try payloads.map { payload in
            guard let other = self.object(id: payload.targetObjectID) else {
                throw malformed(
                    "Object metadata relation target not found for relation creation payload",
                    user: "Object targeted by field to create not found", value: json)
            }
            return pair(creation, group: creation.name, morphID: morphID, on: object, to: other, payload)
        }
        return try add(pairs, to: object)[0]
    }

    private func pair(
        _ creation: FieldCreation, group: String, morphID: String, on object: ObjectMetadata,
        to other: ObjectMetadata, _ payload: RelationPayload
    ) -> RelationPair {
        let part = payload.kind == .manyToOne ? other.nameSingular : other.namePlural
        var pair = RelationPair(
            creation, name: group + part.capitalizingFirst, on: object, to: other, payload)
        pair.source.type = .morphRelation
        // The names of legs follow their targets, not the label.
        pair.source.details.isLabelSyncedWithName = false
        pair.source.relation?.morphGroup = group
        pair.source.details.morphID = morphID
        return pair
    }

    /// Adds targets to the morph relation that `leg` belongs to; their fields are called as that of the leg
    /// (metadata 8.2, "Adding targets later").
    mutating func extend(_ leg: FieldMetadata, of object: ObjectMetadata, _ payload: JSONValue) throws {
        guard let relation = leg.relation, let group = relation.morphGroup, let morphID = leg.details.morphID,
            let inverse = self.object(singular: relation.targetObject)?.field(named: relation.targetField)
        else { return }
        var creation = FieldCreation(objectID: object.id, type: .morphRelation, name: group, label: leg.label)
        creation.icon = leg.icon
        let pairs = try (payload.arrayValue ?? []).map { element in
            guard let id = element["targetObjectMetadataId"]?.stringValue?.lowercased(), let other = self.object(id: id)
            else { throw MetadataError.entityNotFound }
            return pair(
                creation, group: group, morphID: morphID, on: object, to: other,
                RelationPayload(
                    kind: relation.kind, targetObjectID: id, label: inverse.label, icon: inverse.icon ?? ""))
        }
        _ = try add(pairs, to: object)
    }
}
