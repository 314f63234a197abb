import JSON

/// What a request changes of a field; the values have the right shape already (metadata 6.3).
package struct FieldUpdate: Sendable {
    /// Only the keys that the API lets be changed.
    package var changes: JSONObject

    package static let keys = [
        "name", "label", "description", "icon", "isActive", "isNullable", "isUnique", "isSearchable", "defaultValue",
        "options", "settings", "isLabelSyncedWithName", "morphRelationsUpdatePayload",
    ]

    /// Keeps what can be changed of `body`; the rest is ignored.
    package init(_ body: JSONObject) {
        changes = JSONObject(
            body.members.filter { Self.keys.contains($0.key) }.map { member in
                let isText = ["name", "label", "description", "icon"].contains(member.key)
                let text = isText ? member.value.stringValue : nil
                return (member.key, text.map { .string($0.collapsingWhitespace) } ?? member.value)
            })
    }
}

extension ModelDraft {
    /// - Throws: ``MetadataError`` or ``ValidationReport``.
    package mutating func update(field id: String, _ update: FieldUpdate) throws {
        guard let (object, field) = field(id: id) else {
            throw ValidationReport(
                "Validation errors occurred while updating field",
                [
                    .init(
                        "fieldMetadata", .update,
                        [.init("FIELD_METADATA_NOT_FOUND", "Field metadata to update not found")],
                        information: ["id": ""], hasStatus: false)
                ])
        }
        let changes = update.changes
        if !field.isCustom {
            let refused = changes.keys.filter { $0 == "name" || $0 == "isLabelSyncedWithName" }.sorted()
            guard refused.isEmpty else {
                throw MetadataError(
                    .forbidden, "FIELD_MUTATION_NOT_ALLOWED",
                    "Cannot edit standard field metadata properties: \(refused.joined(separator: ", "))")
            }
        }
        let edit = FieldEdit(object: object, field: field, changes: changes)
        var entities: [ValidationReport.Entity] = []
        let (edited, problems) = edit.result(newID: newID)
        if !problems.isEmpty { entities.append(.field(edited, on: object, .update, problems)) }
        if changes.contains("isUnique") || changes.contains("defaultValue"),
            let index = FieldRules.uniqueIndex(edited, on: object)
        {
            entities.append(index)
        }
        guard entities.isEmpty else { throw FieldReports.update(entities) }
        try apply(edited, over: field, of: object)
        if let targets = changes["morphRelationsUpdatePayload"], field.type == .morphRelation {
            let renamed = self.object(id: object.id) ?? object
            try extend(edited, of: renamed, targets)
        }
    }

    private mutating func apply(_ edited: FieldMetadata, over old: FieldMetadata, of object: ObjectMetadata) throws {
        guard edited != old else { return }
        let nameSingular = object.nameSingular
        if edited.name != old.name { rename(field: old.name, of: nameSingular, to: edited.name) }
        let now = now
        change(edited.name, of: nameSingular) { field in
            let relation = field.relation
            field = edited
            // Renaming has changed the join column already.
            field.relation?.joinColumnName = relation?.joinColumnName
            field.details.updatedAt = now
        }
        guard let relation = edited.relation else { return }
        let legs = legs(of: edited, on: object)
        for leg in legs where leg.name != old.name && leg.name != edited.name {
            change(leg.name, of: nameSingular) { field in
                field.label = edited.label
                field.icon = edited.icon
                field.isActive = edited.isActive
                field.details.description = edited.details.description
                field.details.updatedAt = now
            }
        }
        guard edited.isActive != old.isActive else { return }
        for other in [relation] + legs.compactMap(\.relation) {
            change(other.targetField, of: other.targetObject) { $0.isActive = edited.isActive }
        }
    }
}
