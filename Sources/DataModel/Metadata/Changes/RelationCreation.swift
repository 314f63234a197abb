import JSON

/// The other end of a new relation as a request describes it (metadata 8.1).
struct RelationPayload {
    let kind: Relation.Kind
    /// Lower case.
    let targetObjectID: String
    let label: String
    let icon: String

    /// What is wrong with a payload, in the contract's order; empty when it can be read.
    static func reasons(_ json: JSONValue) -> [String] {
        var reasons: [String] = []
        if !(json["targetObjectMetadataId"]?.stringValue.map(MetadataID.isValid) ?? false) {
            reasons.append("targetObjectMetadataId must be a UUID")
        }
        if json["type"]?.stringValue.flatMap(Relation.Kind.init(rawValue:)) == nil {
            reasons.append("type must be one of the following values: MANY_TO_ONE, ONE_TO_MANY")
        }
        if json["targetFieldLabel"]?.stringValue == nil { reasons.append("targetFieldLabel must be a string") }
        if json["targetFieldIcon"]?.stringValue == nil { reasons.append("targetFieldIcon must be a string") }
        return reasons
    }

    init?(_ json: JSONValue) {
        guard RelationPayload.reasons(json).isEmpty, let id = json["targetObjectMetadataId"]?.stringValue,
            let kind = json["type"]?.stringValue.flatMap(Relation.Kind.init(rawValue:)),
            let label = json["targetFieldLabel"]?.stringValue, let icon = json["targetFieldIcon"]?.stringValue
        else { return nil }
        self.init(kind: kind, targetObjectID: id.lowercased(), label: label, icon: icon)
    }

    init(kind: Relation.Kind, targetObjectID: String, label: String, icon: String) {
        self.kind = kind
        self.targetObjectID = targetObjectID
        self.label = label
        self.icon = icon
    }
}

extension Relation.Kind {
    var opposite: Relation.Kind { self == .manyToOne ? .oneToMany : .manyToOne }
}

/// The two fields of a new relation.
struct RelationPair {
    var source: FieldMetadata
    var target: FieldMetadata

    init(
        _ creation: FieldCreation, name: String, on object: ObjectMetadata, to other: ObjectMetadata,
        _ payload: RelationPayload
    ) {
        let label = payload.label.collapsingWhitespace
        let inverse = MetadataName.computed(from: label)
        source = creation.field
        source.name = name
        source.isUnique = false
        source.icon = creation.icon ?? "IconRelationOneToMany"
        source.relation = RelationPair.relation(payload.kind, from: name, to: other, inverse)
        source.details.description =
            creation.description
            ?? "\(object.namePlural.capitalizingFirst) tied to the \(other.properties.labelSingular)"
        target = FieldMetadata(
            name: inverse, label: label, type: .relation, icon: payload.icon,
            relation: RelationPair.relation(payload.kind.opposite, from: inverse, to: object, name))
        target.details.description =
            creation.description ?? "\(other.namePlural.capitalizingFirst) \(object.properties.labelSingular)"
    }

    private static func relation(
        _ kind: Relation.Kind, from name: String, to other: ObjectMetadata, _ inverse: String
    ) -> Relation {
        Relation(
            kind: kind, targetObject: other.nameSingular, targetField: inverse,
            joinColumnName: kind == .manyToOne ? ColumnName.join(name) : nil,
            onDelete: kind == .manyToOne ? .setNull : nil)
    }
}

extension ModelDraft {
    mutating func createRelation(_ creation: FieldCreation, on object: ObjectMetadata) throws -> String {
        guard let json = creation.relation, !json.isNull else {
            throw FieldReports.untranslatable("INVALID_FIELD_INPUT", "Relation creation payload is required")
        }
        guard let payload = RelationPayload(json) else {
            let reasons = RelationPayload.reasons(json).joined(separator: ", ")
            throw FieldReports.untranslatable(
                "FIELD_METADATA_RELATION_MALFORMED", "Relation creation payload is invalid: \(reasons)",
                user: "Invalid relation creation payload", value: json)
        }
        guard let other = self.object(id: payload.targetObjectID) else {
            throw FieldReports.untranslatable(
                "FIELD_METADATA_RELATION_MALFORMED",
                "Object metadata relation target not found for relation creation payload",
                user: "Object targeted by field to create not found", value: json)
        }
        var pair = RelationPair(creation, name: creation.name, on: object, to: other, payload)
        pair.source.relation?.junctionTargetField = try junction(creation.settings, payload.kind, in: other)
        let ids = try add([pair], to: object)
        return ids[0]
    }

    /// Checks and adds relations of one object.
    ///
    /// - Returns: the ids of the fields on `object`.
    mutating func add(_ pairs: [RelationPair], to object: ObjectMetadata) throws -> [String] {
        var entities: [ValidationReport.Entity] = []
        var ids: [String] = []
        for pair in pairs {
            guard let owner = self.object(id: object.id), let relation = pair.source.relation else { continue }
            let source = stamped(pair.source)
            let target = stamped(pair.target)
            let problems = FieldNamingRules(object: owner).problems(of: source) + FieldRules.synced(source)
            if !problems.isEmpty { entities.append(.field(source, on: owner, .create, problems)) }
            // Both ends may be on one object, so the source is there when the target is looked at.
            add(source, to: owner.nameSingular)
            guard let other = self.object(singular: relation.targetObject) else { continue }
            var targetProblems = FieldNamingRules(object: other).problems(of: target)
            if !problems.isEmpty {
                targetProblems.append(
                    .init(
                        "FIELD_METADATA_NOT_FOUND",
                        "Relation field target metadata not found in both existing and about to be created field metadatas",
                        user: "Relation field target metadata not found"))
            }
            if !targetProblems.isEmpty { entities.append(.field(target, on: other, .create, targetProblems)) }
            add(target, to: other.nameSingular)
            ids.append(owner.id(of: source))
        }
        guard entities.isEmpty else { throw FieldReports.creation(entities) }
        return ids
    }

    /// The field of a linking object that settings name by its id.
    func junction(
        _ settings: JSONObject?, _ kind: Relation.Kind, in linking: ObjectMetadata
    ) throws -> String? {
        guard let id = settings?.text("junctionTargetFieldId") else { return nil }
        func refusal(_ message: String) -> ValidationReport {
            FieldReports.untranslatable("INVALID_FIELD_INPUT", message)
        }
        guard kind == .oneToMany else {
            throw refusal("Junction configuration can only be set on ONE_TO_MANY relations")
        }
        guard let (object, field) = field(id: id.lowercased()) else {
            throw refusal("Junction target field not found: \(id)")
        }
        guard object.id == linking.id else {
            throw refusal("Junction target field \(id) is not on the junction object")
        }
        guard let relation = field.relation else {
            throw refusal("Junction target field \(id) is not a relation field")
        }
        guard relation.kind == .manyToOne else {
            throw refusal("Junction target field \(id) is not a MANY_TO_ONE relation")
        }
        return field.name
    }
}
