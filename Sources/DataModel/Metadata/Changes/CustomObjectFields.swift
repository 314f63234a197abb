import JSON

/// The fields that every custom object starts with, but for its relations (metadata 5.4).
enum CustomObjectFields {
    static func all(skipsName: Bool) -> [FieldMetadata] {
        let id = system(
            "id", "Id", .uuid, icon: "Icon123", "Id", default: .uuid, isUnique: true)
        var name = FieldMetadata(name: "name", label: "Name", type: .text, icon: "IconAbc")
        name.details.description = "Name"
        name.details.isSearchable = true
        let rest = [
            system("createdAt", "Creation date", .dateTime, icon: "IconCalendar", "Creation date", default: .now),
            system(
                "updatedAt", "Last update", .dateTime, icon: "IconCalendarClock", "Last time the record was changed",
                default: .now),
            system("deletedAt", "Deleted at", .dateTime, icon: "IconCalendarClock", "Deletion date"),
            actor("createdBy", "Created by", icon: "IconCreativeCommonsSa", "The creator of the record"),
            actor(
                "updatedBy", "Updated by", icon: "IconUserCircle", "The workspace member who last updated the record"),
            system("position", "Position", .position, icon: "IconHierarchy2", "Position", default: .number(0)),
            system("searchVector", "Search vector", .tsVector, icon: "IconSearch", "Search vector"),
        ]
        return [id] + (skipsName ? [] : [name]) + rest
    }

    private static func system(
        _ name: String, _ label: String, _ type: FieldType, icon: String, _ description: String,
        default defaultValue: DefaultValue? = nil, isUnique: Bool = false
    ) -> FieldMetadata {
        var field = FieldMetadata(
            name: name, label: label, type: type, icon: icon, isNullable: defaultValue == nil, isUnique: isUnique,
            isSystem: true, isUIReadOnly: true, defaultValue: defaultValue)
        field.details.description = description
        return field
    }

    private static func actor(_ name: String, _ label: String, icon: String, _ description: String) -> FieldMetadata {
        var field = system(
            name, label, .actor, icon: icon, description,
            default: .composite([.init("source", .text("MANUAL")), .init("name", .text(""))]))
        field.details.defaultValue = ["name": "''", "source": "'MANUAL'"]
        return field
    }
}

/// A relation between a new object and one of those that link to records of any kind: attachments, note and task
/// targets, timeline activities, and favourites in 1.x (metadata 5.4).
struct CustomObjectLink {
    /// `nameSingular` of the linking object.
    let object: String
    /// The list of links on the new object.
    var list: FieldMetadata
    /// The many-to-one field on the linking object.
    let leg: FieldMetadata

    private struct Kind {
        let object: String
        let list: String
        let label: String
        let icon: String
        let legIcon: String
    }

    private static let kinds = [
        Kind(
            object: "timelineActivity", list: "timelineActivities", label: "Timeline Activities",
            icon: "IconTimelineEvent", legIcon: "IconTimelineEvent"),
        Kind(
            object: "attachment", list: "attachments", label: "Attachments", icon: "IconFileImport",
            legIcon: "IconFileImport"),
        Kind(object: "noteTarget", list: "noteTargets", label: "Notes", icon: "IconNotes", legIcon: "IconCheckbox"),
        Kind(object: "taskTarget", list: "taskTargets", label: "Tasks", icon: "IconCheckbox", legIcon: "IconCheckbox"),
        Kind(object: "favorite", list: "favorites", label: "Favorites", icon: "IconHeart", legIcon: "IconHeart"),
    ]

    static func all(in draft: ModelDraft, to new: ObjectMetadata.Properties) -> [CustomObjectLink] {
        kinds.compactMap { kind in
            guard let target = draft.object(singular: kind.object) else { return nil }
            let isMorph = target.fields.contains { $0.relation?.morphGroup == "target" }
            let legName = isMorph ? "target" + new.nameSingular.capitalizingFirst : new.nameSingular
            let description = "\(new.namePlural.capitalizingFirst) tied to the \(target.properties.labelSingular)"
            var list = FieldMetadata(
                name: kind.list, label: kind.label, type: .relation, icon: kind.icon,
                relation: Relation(kind: .oneToMany, targetObject: kind.object, targetField: legName))
            list.isSystem = kind.object == "favorite"
            list.details.description = description
            var leg = FieldMetadata(
                name: legName, label: new.nameSingular.capitalizingFirst, type: isMorph ? .morphRelation : .relation,
                icon: kind.legIcon,
                relation: Relation(
                    kind: .manyToOne, targetObject: new.nameSingular, targetField: kind.list,
                    joinColumnName: ColumnName.join(legName), onDelete: .setNull,
                    morphGroup: isMorph ? "target" : nil))
            leg.details.description = description
            return CustomObjectLink(object: kind.object, list: list, leg: leg)
        }
    }

    /// What a report says when a field of the linking object has the leg's name or column already.
    func clash(in draft: ModelDraft) -> ValidationReport.Entity? {
        guard let object = draft.object(singular: object) else { return nil }
        let problems = FieldNamingRules(object: object).problems(of: leg, checksName: false)
        return problems.isEmpty ? nil : .field(leg, on: object, .create, problems)
    }
}
