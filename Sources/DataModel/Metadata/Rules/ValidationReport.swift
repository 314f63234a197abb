import JSON

/// Every business rule that a metadata change breaks, by entity (metadata 2.2 b).
package struct ValidationReport: Error, Sendable, Hashable {
    package enum Action: String, Sendable { case create, update, delete }

    /// One broken rule.
    package struct Problem: Sendable, Hashable {
        package let code: String
        package let message: String
        package let userFriendlyMessage: String
        /// What was refused, where the rule shows it.
        package let value: JSONValue?

        package init(_ code: String, _ message: String, user: String? = nil, value: JSONValue? = nil) {
            self.code = code
            self.message = message
            userFriendlyMessage = user ?? message
            self.value = value
        }
    }

    /// What failed: one object, field, view and the like.
    package struct Entity: Sendable, Hashable {
        /// `objectMetadata`, `fieldMetadata`, `index`, `view` …
        package let metadataName: String
        package let action: Action
        package let problems: [Problem]
        package let information: JSONObject
        /// Whether the failure came with reading the input, or with a late cross check; it has no `status` then.
        package let hasStatus: Bool

        package init(
            _ metadataName: String, _ action: Action, _ problems: [Problem], information: JSONObject,
            hasStatus: Bool = true
        ) {
            self.metadataName = metadataName
            self.action = action
            self.problems = problems
            self.information = information
            self.hasStatus = hasStatus
        }
    }

    package let message: String
    package let entities: [Entity]

    package init(_ message: String, _ entities: [Entity]) {
        self.message = message
        self.entities = entities
    }

    /// A report on input that could not be read as a change at all.
    package static func untranslatable(
        _ message: String, _ metadataName: String, _ action: Action, _ problems: [Problem]
    ) -> ValidationReport {
        ValidationReport(message, [Entity(metadataName, action, problems, information: ["id": ""], hasStatus: false)])
    }
}

extension ValidationReport {
    /// The failed entities under their kinds.
    package var errors: JSONObject {
        var errors = JSONObject()
        for entity in entities {
            let list = errors[entity.metadataName]?.arrayValue ?? []
            errors[entity.metadataName] = .array(list + [entity.json])
        }
        return errors
    }

    /// How many entities failed, in all and by kind.
    package var summary: JSONObject {
        var summary: JSONObject = ["totalErrors": .int(Int64(entities.count))]
        for entity in entities {
            summary[entity.metadataName] = .int((summary[entity.metadataName]?.intValue ?? 0) + 1)
        }
        return summary
    }

    package var userFriendlyMessage: String {
        if entities.count > 1 { return "Many validation errors" }
        return entities.first?.problems.first?.userFriendlyMessage ?? "Metadata validation failed"
    }
}

extension ValidationReport.Entity {
    fileprivate var json: JSONValue {
        var json: JSONObject = ["metadataName": .string(metadataName), "type": .string(action.rawValue)]
        if hasStatus { json["status"] = "fail" }
        json["errors"] = .array(
            problems.map { problem in
                var item: JSONObject = [
                    "code": .string(problem.code), "message": .string(problem.message),
                    "userFriendlyMessage": .string(problem.userFriendlyMessage),
                ]
                item["value"] = problem.value
                return .object(item)
            })
        json["flatEntityMinimalInformation"] = .object(information)
        return .object(json)
    }
}
