import JSON

/// The rules for a field's name on its object (metadata 6.2).
struct FieldNamingRules {
    let object: ObjectMetadata
    /// A field that is being renamed does not stand in its own way.
    var ignoring: String?

    /// All that is broken, in the contract's order.
    ///
    /// - Parameter checksName: whether the name itself is looked at, and not only whether it is free.
    func problems(of field: FieldMetadata, checksName: Bool = true) -> [ValidationReport.Problem] {
        var problems = checksName ? nameProblems(field.name) : []
        let others = object.fields.filter { $0.name != ignoring }
        let names = [field.name] + (field.joinColumnName.map { [$0] } ?? [])
        for name in names {
            if let problem = clash(name, with: others) { problems.append(problem) }
        }
        // Only a composite has columns of other names than those that have just been looked for.
        guard problems.isEmpty, field.type.composite != nil else { return problems }
        let columns = Set(others.flatMap(ColumnName.all(of:)).map { $0.lowercased() })
        if ColumnName.all(of: field).contains(where: { columns.contains($0.lowercased()) }) {
            problems.append(notAvailable(field.name, "it is already used by another field"))
        }
        return problems
    }

    func nameProblems(_ name: String) -> [ValidationReport.Problem] {
        MetadataName.problems(name).map { .init("INVALID_FIELD_INPUT", $0, value: .string(name)) }
    }

    private func clash(_ name: String, with others: [FieldMetadata]) -> ValidationReport.Problem? {
        // Columns are told apart without regard to case.
        for other in others {
            if other.name.isSameName(as: name) {
                return notAvailable(name, "it is already used by another field")
            }
            if other.joinColumnName?.isSameName(as: name) ?? false {
                return notAvailable(name, "it is already used by another join column name")
            }
        }
        let isColumn = others.contains { other in
            other.type.composite != nil && ColumnName.all(of: other).contains { $0.isSameName(as: name) }
        }
        return isColumn
            ? .init("RESERVED_KEYWORD", "Name \"\(name)\" is reserved composite field name", value: .string(name)) : nil
    }

    private func notAvailable(_ name: String, _ reason: String) -> ValidationReport.Problem {
        .init("NOT_AVAILABLE", "Name \"\(name)\" is not available as \(reason)", value: .string(name))
    }
}

extension ValidationReport.Entity {
    /// What a report says of a field.
    static func field(
        _ field: FieldMetadata, on object: ObjectMetadata, _ action: ValidationReport.Action,
        _ problems: [ValidationReport.Problem]
    ) -> ValidationReport.Entity {
        ValidationReport.Entity(
            "fieldMetadata", action, problems,
            information: [
                "universalIdentifier": .string(object.id(of: field)), "name": .string(field.name),
                "objectMetadataUniversalIdentifier": .string(object.id),
            ])
    }
}

extension String {
    /// Whether both are one name to a database, which does not regard the case of ASCII letters.
    fileprivate func isSameName(as other: String) -> Bool {
        utf8.count == other.utf8.count && lowercased() == other.lowercased()
    }
}
