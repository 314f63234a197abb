import JSON

/// Works out what becomes of one field (metadata 6.3).
struct FieldEdit {
    typealias Problem = ValidationReport.Problem

    let object: ObjectMetadata
    let field: FieldMetadata
    let changes: JSONObject

    /// The changed field, and what is wrong with the change.
    func result(newID: @escaping () -> String) -> (FieldMetadata, [Problem]) {
        if field.isSystem, !changes.isEmpty {
            return (field, [Problem("FIELD_MUTATION_NOT_ALLOWED", "System fields cannot be updated")])
        }
        if let refusal = refusalOfRelation { return (field, [refusal]) }
        var edited = field
        var problems: [Problem] = []
        applyTexts(to: &edited)
        edited.isActive = changes.flag("isActive", default: field.isActive)
        edited.isNullable = changes.flag("isNullable", default: field.isNullable)
        edited.isUnique = changes.flag("isUnique", default: field.isUnique)
        edited.details.isSearchable = changes.flag("isSearchable", default: field.details.isSearchable)
        edited.details.isLabelSyncedWithName = changes.flag(
            "isLabelSyncedWithName", default: field.details.isLabelSyncedWithName)
        if !edited.isActive, object.properties.labelIdentifierField == field.name {
            problems.append(
                Problem(
                    "LABEL_IDENTIFIER_FIELD_METADATA_ID_NOT_FOUND",
                    "Label identifier field metadata cannot be deactivated"))
        }
        if edited.name != field.name {
            problems += FieldNamingRules(object: object, ignoring: field.name).problems(of: renamed(edited))
        }
        if edited.details.isLabelSyncedWithName, edited.name != MetadataName.computed(from: edited.label) {
            problems.append(
                Problem(
                    "FIELD_MUTATION_NOT_ALLOWED", "Name is not synced with label.",
                    user: "Updated field name is not synced with label"))
        }
        problems += applyValues(to: &edited, newID: newID)
        return (edited, problems)
    }

    private func renamed(_ field: FieldMetadata) -> FieldMetadata {
        var field = field
        if field.joinColumnName != nil { field.relation?.joinColumnName = ColumnName.join(field.name) }
        return field
    }

    private func applyTexts(to edited: inout FieldMetadata) {
        guard field.isCustom else {
            for key in ["label", "description", "icon"] {
                guard let value = changes[key] else { continue }
                let base: JSONValue =
                    switch key {
                    case "label": .string(field.label)
                    case "icon": .of(field.icon)
                    default: .of(field.details.description)
                    }
                edited.details.overrides[key] = value == base || value.isNull ? JSONValue?.none : value
            }
            return
        }
        edited.name = changes.text("name") ?? field.name
        edited.label = changes.text("label") ?? field.label
        if let description = changes["description"] { edited.details.description = description.stringValue }
        if let icon = changes["icon"] { edited.icon = icon.stringValue }
    }

    private func applyValues(to edited: inout FieldMetadata, newID: @escaping () -> String) -> [Problem] {
        var problems: [Problem] = []
        if let settings = changes["settings"] {
            problems += apply(settings: settings.objectValue, to: &edited)
        }
        guard field.relation == nil else { return problems }
        let hasOptions = field.type == .select || field.type == .multiSelect
        if hasOptions, let options = changes["options"] {
            var rules = OptionRules(newID: newID)
            rules.read(options)
            edited.options = rules.options
            problems += rules.problems
        }
        if let value = changes["defaultValue"] { edited.setDefault(value) }
        problems += FieldRules.files(edited)
        if changes.contains("defaultValue") || hasOptions && changes.contains("options") {
            problems += FieldRules.defaultValue(edited.defaultValueJSON, of: edited)
        }
        let canHaveDefault = edited.type != .files
        if changes.contains("defaultValue") || changes.contains("isNullable"), canHaveDefault, !edited.isNullable,
            edited.defaultValue == nil
        {
            problems.append(
                Problem("INVALID_FIELD_INPUT", "Default value cannot be null for non-nullable fields"))
        }
        return problems
    }

    /// The settings of a relation say what becomes of a record whose target goes, and where a linking object leads.
    private func apply(settings: JSONObject?, to edited: inout FieldMetadata) -> [Problem] {
        guard let relation = field.relation else {
            edited.setSettings(settings)
            return []
        }
        guard let action = settings?.text("onDelete") else { return [] }
        guard relation.kind == .manyToOne else {
            return [
                Problem(
                    "INVALID_FIELD_INPUT", "On delete action is only supported for many to one relations")
            ]
        }
        guard let onDelete = Relation.OnDelete(rawValue: action) else {
            return [Problem("INVALID_FIELD_INPUT", "Invalid on delete action \(action)", value: .string(action))]
        }
        edited.relation?.onDelete = onDelete
        return []
    }

    private var refusalOfRelation: Problem? {
        guard field.relation != nil else { return nil }
        let current: JSONObject = [
            "isNullable": .bool(field.isNullable), "isUnique": .bool(field.isUnique), "defaultValue": .null,
            "options": .null, "isSearchable": .bool(field.details.isSearchable),
            "isLabelSyncedWithName": .bool(field.details.isLabelSyncedWithName),
        ]
        // Values that change nothing do no harm: clients send whole fields back.
        let refused = changes.members.filter { member in current[member.key].map { $0 != member.value } ?? false }
        guard !refused.isEmpty else { return nil }
        let names = refused.map(\.key).sorted().joined(separator: ", ")
        return Problem(
            "FIELD_MUTATION_NOT_ALLOWED", "Forbidden updated properties for relation field metadata: \(names)")
    }
}
