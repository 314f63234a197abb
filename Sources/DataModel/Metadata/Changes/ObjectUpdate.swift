import JSON

/// What a request changes of an object; the values have the right shape already (metadata 5.5).
package struct ObjectUpdate: Sendable {
    /// Only the keys that the API lets be changed.
    package var changes: JSONObject

    package static let keys = [
        "labelSingular", "labelPlural", "nameSingular", "namePlural", "description", "icon", "shortcut", "color",
        "isActive", "labelIdentifierFieldMetadataId", "imageIdentifierFieldMetadataId", "isLabelSyncedWithName",
        "isSearchable", "openRecordIn",
    ]

    /// Keeps what can be changed of `body`; the rest is ignored.
    package init(_ body: JSONObject) {
        changes = JSONObject(
            body.members.filter { Self.keys.contains($0.key) }.map { member in
                let text = member.key == "color" ? nil : member.value.stringValue
                return (member.key, text.map { .string($0.collapsingWhitespace) } ?? member.value)
            })
    }
}

extension ModelDraft {
    private static let messageWhileUpdating = "Multiple validation errors occurred while updating object"
    private static let cosmeticKeys: Set<String> = ["labelSingular", "labelPlural", "description", "icon", "color"]

    /// - Throws: ``MetadataError`` or ``ValidationReport``.
    package mutating func update(object id: String, _ update: ObjectUpdate) throws {
        guard let object = object(id: id) else {
            throw MetadataError(.notFound, "OBJECT_METADATA_NOT_FOUND", "Object to update not found")
        }
        object.properties.isCustom
            ? try updateCustom(object, update.changes) : try updateStandard(object, update.changes)
    }

    private mutating func updateStandard(_ object: ObjectMetadata, _ changes: JSONObject) throws {
        let refused = changes.keys.filter {
            ["nameSingular", "namePlural", "isLabelSyncedWithName", "labelIdentifierFieldMetadataId"].contains($0)
        }
        guard refused.isEmpty else {
            throw MetadataError(
                .badInput, "INVALID_OBJECT_INPUT",
                "Cannot edit standard object metadata properties: \(refused.sorted().joined(separator: ", "))")
        }
        let isCosmetic = changes.keys.allSatisfy { Self.cosmeticKeys.contains($0) || $0 == "isActive" }
        guard !object.properties.isSystem || isCosmetic else {
            throw report(
                object,
                .init(
                    "INVALID_OBJECT_INPUT",
                    "System objects cannot be updated directly. Use overrides for cosmetic changes."))
        }
        let now = now
        let overrides = try overrides(of: object, changes)
        change(object.nameSingular) { properties, _ in
            let base = properties
            properties.details.overrides = overrides
            properties.isActive = changes.flag("isActive", default: properties.isActive)
            properties.isSearchable = changes.flag("isSearchable", default: properties.isSearchable)
            properties.openRecordIn = changes.text("openRecordIn") ?? properties.openRecordIn
            if properties != base { properties.details.updatedAt = now }
        }
    }

    /// The cosmetic edits of a standard object after `changes`; labels are held to the rules of creation.
    private func overrides(of object: ObjectMetadata, _ changes: JSONObject) throws -> JSONObject {
        let base = object.properties
        var overrides = base.details.overrides
        for member in changes.members where Self.cosmeticKeys.contains(member.key) {
            let isBase = member.value == base.base(of: member.key) || member.value.isNull
            overrides[member.key] = isBase ? JSONValue?.none : member.value
        }
        guard changes.contains("labelSingular") || changes.contains("labelPlural") else { return overrides }
        let problems = ObjectNamingRules.labelProblems(
            overrides.text("labelSingular") ?? base.labelSingular, overrides.text("labelPlural") ?? base.labelPlural)
        guard problems.isEmpty else { throw report(object, problems) }
        return overrides
    }

    private mutating func updateCustom(_ object: ObjectMetadata, _ changes: JSONObject) throws {
        var properties = object.properties
        properties.nameSingular = changes.text("nameSingular") ?? properties.nameSingular
        properties.namePlural = changes.text("namePlural") ?? properties.namePlural
        properties.labelSingular = changes.text("labelSingular") ?? properties.labelSingular
        properties.labelPlural = changes.text("labelPlural") ?? properties.labelPlural
        properties.isActive = changes.flag("isActive", default: properties.isActive)
        properties.isSearchable = changes.flag("isSearchable", default: properties.isSearchable)
        properties.openRecordIn = changes.text("openRecordIn") ?? properties.openRecordIn
        properties.details.isLabelSyncedWithName = changes.flag(
            "isLabelSyncedWithName", default: properties.details.isLabelSyncedWithName)
        for member in changes.members {
            switch member.key {
            case "description": properties.details.description = member.value.stringValue
            case "icon": properties.icon = member.value.stringValue
            case "color": properties.details.color = member.value.stringValue
            case "shortcut": properties.shortcut = member.value.stringValue
            default: break
            }
        }
        if let identifier = changes["labelIdentifierFieldMetadataId"] {
            properties.labelIdentifierField = try labelIdentifier(identifier, of: object).name
            let old = object.field(named: object.properties.labelIdentifierField)
            if properties.labelIdentifierField != object.properties.labelIdentifierField,
                properties.details.firstLabelIdentifierID == nil
            {
                properties.details.firstLabelIdentifierID = old.map(object.id(of:))
            }
            if !properties.searchFields.contains(properties.labelIdentifierField) {
                properties.searchFields.append(properties.labelIdentifierField)
            }
        }
        if let identifier = changes["imageIdentifierFieldMetadataId"] {
            properties.imageIdentifierField = object.field(id: identifier.stringValue?.lowercased() ?? "")?.name
        }
        let others = objects.filter { $0.id != object.id }
        let problems = ObjectNamingRules(properties: properties, others: others).problems
        guard problems.isEmpty else { throw report(object, problems) }
        properties.details.updatedAt = now
        change(object.nameSingular) { current, _ in current = properties }
        try rename(object, to: properties)
    }

    private func labelIdentifier(_ id: JSONValue, of object: ObjectMetadata) throws -> FieldMetadata {
        guard !id.isNull else {
            throw report(object, .init("INVALID_OBJECT_INPUT", "labelIdentifierFieldMetadataId cannot be null"))
        }
        guard let field = object.field(id: id.stringValue?.lowercased() ?? "") else {
            throw MetadataError.entityNotFound
        }
        guard [.text, .fullName, .uuid].contains(field.type) else {
            throw ValidationReport(
                Self.messageWhileUpdating,
                [
                    .init(
                        "objectMetadata", .update,
                        [
                            .init(
                                "INVALID_OBJECT_INPUT",
                                "labelIdentifierFieldMetadataUniversalIdentifier validation failed: field type not compatible",
                                user:
                                    "Field cannot be used as label identifier due to its type: should be of type UUID, text or full name"
                            )
                        ], information: object.properties.information(id: object.id), hasStatus: false)
                ])
        }
        return field
    }

    private func report(_ object: ObjectMetadata, _ problems: ValidationReport.Problem...) -> ValidationReport {
        report(object, problems)
    }

    private func report(_ object: ObjectMetadata, _ problems: [ValidationReport.Problem]) -> ValidationReport {
        ValidationReport(
            Self.messageWhileUpdating,
            [.init("objectMetadata", .update, problems, information: object.properties.information(id: object.id))])
    }

    /// Makes what refers to `object` follow its new names: relations, and morph legs with their columns.
    private mutating func rename(_ object: ObjectMetadata, to new: ObjectMetadata.Properties) throws {
        guard object.nameSingular != new.nameSingular || object.namePlural != new.namePlural else { return }
        for other in objects {
            for field in other.fields where field.relation?.targetObject == object.nameSingular {
                change(field.name, of: other.nameSingular) { $0.relation?.targetObject = new.nameSingular }
                guard let group = field.relation?.morphGroup, let kind = field.relation?.kind else { continue }
                let name = group + (kind == .manyToOne ? new.nameSingular : new.namePlural).capitalizingFirst
                try rename(leg: field, of: other, to: name)
            }
        }
    }

    private mutating func rename(leg: FieldMetadata, of object: ObjectMetadata, to name: String) throws {
        guard name != leg.name, let owner = self.object(id: object.id) else { return }
        var renamed = leg
        renamed.name = name
        if leg.joinColumnName != nil { renamed.relation?.joinColumnName = ColumnName.join(name) }
        let problems = FieldNamingRules(object: owner, ignoring: leg.name).problems(of: renamed, checksName: false)
        guard problems.isEmpty else {
            throw ValidationReport(Self.messageWhileUpdating, [.field(renamed, on: owner, .update, problems)])
        }
        rename(field: leg.name, of: owner.nameSingular, to: name)
    }
}

extension ObjectMetadata.Properties {
    /// A cosmetic value before any override.
    fileprivate func base(of key: String) -> JSONValue {
        switch key {
        case "labelSingular": .string(labelSingular)
        case "labelPlural": .string(labelPlural)
        case "icon": .of(icon)
        case "description": .of(details.description)
        default: .of(details.color)
        }
    }
}
