extension StandardField {
    /// A relation held by this object's `<name>Id`; `inverse` is the field of the target that lists these records.
    static func manyToOne(
        _ name: String, _ label: String, icon: String, to target: String, inverse: String,
        onDelete: Relation.OnDelete
    ) -> StandardField {
        let relation = Relation(
            kind: .manyToOne, targetObject: target, targetField: inverse, joinColumnName: name + "Id",
            onDelete: onDelete)
        return StandardField(name, label, .relation, icon: icon, relation: relation)
    }

    /// The records of another object whose relation `inverse` leads here.
    ///
    /// - Parameter junction: The field of a linking object that leads on to what is linked; 2.x marks such relations
    ///   (data-model 2, "Junctions").
    static func oneToMany(
        _ name: String, _ label: String, icon: String, of target: String, inverse: String, junction: String? = nil
    ) -> StandardField {
        let relation = Relation(
            kind: .oneToMany, targetObject: target, targetField: inverse, junctionTargetField: junction)
        let field = StandardField(name, label, .relation, icon: icon, relation: relation)
        return junction == nil ? field : field.in1x { $0.relation?.junctionTargetField = nil }
    }

    /// One leg of a morph relation: group `target` to `person` is the field `targetPerson`, labelled `Person`.
    static func morph(
        _ group: String, to target: String, icon: String, inverse: String, onDelete: Relation.OnDelete
    ) -> StandardField {
        let label = target.prefix(1).uppercased() + target.dropFirst()
        let relation = Relation(
            kind: .manyToOne, targetObject: target, targetField: inverse, joinColumnName: group + label + "Id",
            onDelete: onDelete, morphGroup: group)
        return StandardField(group + label, label, .morphRelation, icon: icon, relation: relation)
    }
}

// MARK: - Relations that many objects have

extension StandardField {
    static func attachments(inverse: String) -> StandardField {
        .oneToMany("attachments", "Attachments", icon: "IconPaperclip", of: "attachment", inverse: inverse)
            .in1x { $0.icon = "IconFileImport" }
    }

    static func timelineActivities(_ label: String = "Timeline Activities", inverse: String) -> StandardField {
        .oneToMany("timelineActivities", label, icon: "IconTimelineEvent", of: "timelineActivity", inverse: inverse)
    }

    static func noteTargets(inverse: String) -> StandardField {
        .oneToMany("noteTargets", "Notes", icon: "IconNotes", of: "noteTarget", inverse: inverse)
    }

    static func taskTargets(inverse: String) -> StandardField {
        .oneToMany("taskTargets", "Tasks", icon: "IconCheckbox", of: "taskTarget", inverse: inverse)
    }

    static func calendarEventTargets(inverse: String) -> StandardField {
        .oneToMany(
            "calendarEventTargets", "Calendar events", icon: "IconCalendar", of: "calendarEventTarget",
            inverse: inverse
        )
        .uiReadOnly.only(.v2x)
    }

    static func messageThreadTargets(inverse: String) -> StandardField {
        .oneToMany("messageThreadTargets", "Emails", icon: "IconMail", of: "messageThreadTarget", inverse: inverse)
            .uiReadOnly.only(.v2x)
    }

    static func favorites(inverse: String) -> StandardField {
        .oneToMany("favorites", "Favorites", icon: "IconHeart", of: "favorite", inverse: inverse)
            .system.uiEditable.only(.v1x)
    }
}
