import JSON

/// The rules for fields by type (metadata 6.2, 6.3, 7).
enum FieldRules {
    typealias Problem = ValidationReport.Problem

    static func synced(_ field: FieldMetadata) -> [Problem] {
        guard field.details.isLabelSyncedWithName, field.name != MetadataName.computed(from: field.label) else {
            return []
        }
        return [
            Problem(
                "NAME_NOT_SYNCED_WITH_LABEL", "Name is not synced with label",
                user: "Field name is not synced with field label")
        ]
    }

    /// Types that clients cannot make.
    static func creatable(_ field: FieldMetadata) -> [Problem] {
        func problem(_ message: String, user: String? = nil) -> Problem {
            Problem("INVALID_FIELD_INPUT", message, user: user)
        }
        switch field.type {
        case .numeric:
            return [
                problem(
                    "Field type NUMERIC is not supported for field creation. Use NUMBER instead.",
                    user: "Field type NUMERIC is not supported. Use Number instead.")
            ]
        case .position:
            return [
                problem("Field type POSITION must be named \"position\", got \"\(field.name)\""),
                problem("Field type POSITION must be a system field"),
            ]
        case .tsVector: return [problem("TS Vector is not supported for field creation")]
        default: return []
        }
    }

    /// Puts options, default and settings of a request into the new field.
    ///
    /// - Returns: what is wrong with them.
    static func completed(
        _ field: inout FieldMetadata, _ creation: FieldCreation, newID: @escaping () -> String
    ) -> [Problem] {
        var problems: [Problem] = []
        field.setSettings(creation.settings)
        if field.type == .rating { field.options = OptionRules.ratings(newID: newID) }
        if field.type == .select || field.type == .multiSelect {
            var rules = OptionRules(newID: newID)
            rules.read(creation.options)
            field.options = rules.options
            problems += rules.problems
        }
        field.setDefault(creation.defaultValue)
        problems += files(field)
        problems += defaultValue(creation.defaultValue, of: field)
        return problems
    }

    static func files(_ field: FieldMetadata) -> [Problem] {
        guard field.type == .files else { return [] }
        var problems: [Problem] = []
        if !(1...60).contains(field.settings.maxNumberOfValues ?? 0) {
            problems.append(
                Problem(
                    "INVALID_FIELD_INPUT",
                    "maxNumberOfValues must be defined in settings and be a number greater than 0 and less than or equal to 60"
                ))
        }
        if field.isUnique {
            problems.append(Problem("INVALID_FIELD_INPUT", "Files field is not supported for unique fields"))
        }
        return problems
    }

    /// What is wrong with a default. The contract leaves all but options to the database; a value that no record
    /// could hold is refused here, before anything is changed.
    static func defaultValue(_ json: JSONValue?, of field: FieldMetadata) -> [Problem] {
        guard let json, !json.isNull else { return [] }
        switch field.type {
        case .select, .multiSelect, .rating:
            return OptionRules.defaultProblems(json, type: field.type, options: field.options)
        default:
            return DefaultValueShape.suits(json, field.type)
                ? []
                : [
                    Problem(
                        "INVALID_FIELD_INPUT", "Default value is invalid for type \(field.type.rawValue)", value: json)
                ]
        }
    }

    /// The report on the unique index of a field that cannot have one.
    static func uniqueIndex(_ field: FieldMetadata, on object: ObjectMetadata) -> ValidationReport.Entity? {
        guard field.isUnique, field.type != .files else { return nil }
        let message = "Unique index cannot be created for field \(field.name) of type \(field.type.rawValue)"
        let problem: Problem
        if [.address, .currency, .fullName, .actor, .richText].contains(field.type) {
            problem = Problem(
                "INDEX_FIELD_INVALID_TYPE_FOR_UNIQUE", message, user: "\(field.type.rawValue) fields cannot be unique.")
        } else if field.defaultValue != nil {
            problem = Problem(
                "INDEX_FIELD_INVALID_DEFAULT_VALUE", message,
                user: "\(field.type.rawValue) fields cannot have a default value.")
        } else {
            return nil
        }
        let name = "IDX_UNIQUE_\(object.nameSingular)_\(field.name)"
        return ValidationReport.Entity(
            "index", .create, [problem],
            information: ["universalIdentifier": .string(StandardID.uuid(for: name)), "name": .string(name)])
    }
}

/// Which JSON a default value may be, by type (metadata 7).
enum DefaultValueShape {
    static func suits(_ json: JSONValue, _ type: FieldType) -> Bool {
        switch type {
        case .text, .numeric: json.stringValue != nil
        case .number, .position: json.doubleValue != nil
        case .boolean: json.boolValue != nil
        case .uuid:
            json.stringValue.map { $0 == "uuid" || MetadataID.isValid(DefaultValue.unquoted($0) ?? $0) } ?? false
        case .date, .dateTime: json.stringValue.map { $0 == "now" || isDate(DefaultValue.unquoted($0) ?? $0) } ?? false
        case .array: json.arrayValue?.allSatisfy { $0.stringValue != nil } ?? false
        case .rawJSON: json.objectValue != nil || json.arrayValue != nil
        case .currency, .fullName, .emails, .phones, .links, .address, .actor, .richText: json.objectValue != nil
        case .files, .tsVector, .relation, .morphRelation: false
        case .select, .multiSelect, .rating: true
        }
    }

    /// `2026-03-02`, or that with a time of day in UTC behind it.
    private static func isDate(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        func matches(_ pattern: String) -> Bool {
            bytes.count == pattern.utf8.count
                && zip(bytes, pattern.utf8).allSatisfy { $1 == UInt8(ascii: "0") ? $0 &- 0x30 < 10 : $0 == $1 }
        }
        return ["0000-00-00", "0000-00-00T00:00:00.000Z", "0000-00-00T00:00:00Z"].contains(where: matches)
    }
}
