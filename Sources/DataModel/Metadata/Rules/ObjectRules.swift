import JSON

/// The rules for the names and labels of objects (metadata 5.2, step 3).
struct ObjectNamingRules {
    let properties: ObjectMetadata.Properties
    /// The other objects of the workspace.
    let others: [ObjectMetadata]

    /// All that is broken, in the contract's order.
    var problems: [ValidationReport.Problem] {
        let singular = properties.nameSingular
        let plural = properties.namePlural
        var problems: [ValidationReport.Problem] = []
        for name in [singular, plural] {
            problems += MetadataName.problems(name).map { Self.problem($0, name) }
        }
        if singular.lowercased() == plural.lowercased() {
            problems.append(Self.problem("The singular and plural names cannot be the same for an object", singular))
        }
        problems += Self.labelProblems(properties.labelSingular, properties.labelPlural)
        if properties.details.isLabelSyncedWithName, !isSynced {
            problems.append(.init("INVALID_OBJECT_INPUT", "Names are not synced with labels"))
        }
        // Tables are told apart without regard to case, so names are as well.
        let taken = Set(others.flatMap { [$0.nameSingular.lowercased(), $0.namePlural.lowercased()] })
        if taken.contains(singular.lowercased()) || taken.contains(plural.lowercased()) {
            problems.append(.init("OBJECT_ALREADY_EXISTS", "Object already exists"))
        }
        return problems
    }

    /// What is broken of the rules for labels.
    static func labelProblems(_ singular: String, _ plural: String) -> [ValidationReport.Problem] {
        var problems: [ValidationReport.Problem] = []
        for label in [singular, plural] {
            if label.isEmpty { problems.append(problem("Object label is too short", label)) }
            if label.utf16.count > MetadataName.maximumLength {
                problems.append(problem("Object label is too long", label))
            }
        }
        if singular.lowercased() == plural.lowercased() {
            problems.append(problem("The singular and plural labels cannot be the same for an object", singular))
        }
        return problems
    }

    private var isSynced: Bool {
        let singular = MetadataName.computed(from: properties.labelSingular)
        var plural = MetadataName.computed(from: properties.labelPlural)
        if plural == singular { plural += "s" }
        return properties.nameSingular == singular && properties.namePlural == plural
    }

    private static func problem(_ message: String, _ value: String) -> ValidationReport.Problem {
        .init("INVALID_OBJECT_INPUT", message, value: .string(value))
    }
}

extension ObjectMetadata.Properties {
    /// What a validation report tells of the object.
    func information(id: String) -> JSONObject {
        [
            "universalIdentifier": .string(id), "nameSingular": .string(nameSingular),
            "namePlural": .string(namePlural),
        ]
    }
}
