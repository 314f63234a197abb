import DataModel
import GraphQL
import JSON

/// Errors of the metadata API in GraphQL's shape (metadata 15.1).
enum MetadataFailure {
    /// What a key is told that asks for what belongs to users.
    static let forbiddenResource = GraphQLFailure.error("Forbidden resource", code: "FORBIDDEN")

    static func error(_ error: any Error) -> GraphQLError {
        switch error {
        case let error as GraphQLError: error
        case let error as MetadataError: self.error(error)
        case let report as ValidationReport: self.error(report)
        case let shape as InputShapeError:
            GraphQLFailure.badRequest(shape.messages.joined(separator: ", "))
        default: GraphQLFailure.error("\(error)", code: "INTERNAL_SERVER_ERROR")
        }
    }

    private static func error(_ error: MetadataError) -> GraphQLError {
        let code =
            switch error.kind {
            // A real server does not tell this from a fault of its own.
            case _ where error.code == "ENTITY_NOT_FOUND": "INTERNAL_SERVER_ERROR"
            case .badInput: "BAD_USER_INPUT"
            case .forbidden: "FORBIDDEN"
            case .notFound: "NOT_FOUND"
            case .conflict: "CONFLICT"
            case .internal: "INTERNAL_SERVER_ERROR"
            }
        return GraphQLFailure.error(
            error.message, code: code, subCode: error.code,
            userFriendly: .string(error.code.flatMap { texts[$0] } ?? GraphQLFailure.generalText))
    }

    private static let texts = [
        "OBJECT_METADATA_NOT_FOUND": "Object not found.", "INVALID_OBJECT_INPUT": "Invalid object input.",
        "OBJECT_MUTATION_NOT_ALLOWED": "This object cannot be modified.",
        "OBJECT_ALREADY_EXISTS": "An object with this name already exists.",
        "FIELD_METADATA_NOT_FOUND": "Field not found.", "INVALID_FIELD_INPUT": "Invalid field input.",
        "FIELD_MUTATION_NOT_ALLOWED": "This field cannot be modified.",
    ]

    private static func error(_ report: ValidationReport) -> GraphQLError {
        var error = GraphQLFailure.error(
            report.message, code: "METADATA_VALIDATION_FAILED", userFriendly: .string(report.userFriendlyMessage))
        error.extensions?["errors"] = .object(report.errors)
        error.extensions?["summary"] = .object(report.summary)
        error.extensions?["message"] = .string(report.counts)
        return error
    }

    /// A document that is not executed.
    static func badDocument(_ error: any Error, code: String) -> GraphQLError {
        var error = error as? GraphQLError ?? GraphQLError("\(error)")
        error.extensions =
            error.extensions ?? ["userFriendlyMessage": .string(GraphQLFailure.generalText), "code": .string(code)]
        return error
    }

    /// An error of a field: it has a code, and is found by its path alone.
    static func completed(_ error: GraphQLError) -> GraphQLError {
        var error = badDocument(error, code: "INTERNAL_SERVER_ERROR")
        error.locations = []
        return error
    }
}

extension ValidationReport {
    /// `Validation failed for 1 fieldMetadata, 2 viewFields`: how many of each kind failed.
    fileprivate var counts: String {
        let order = ["fieldMetadata", "objectMetadata", "view", "viewField", "viewGroup", "index"]
        let found = summary.members.filter { $0.key != "totalErrors" }
        let sorted = found.enumerated().sorted { left, right in
            let first = order.firstIndex(of: left.element.key) ?? order.count
            let second = order.firstIndex(of: right.element.key) ?? order.count
            return first == second ? left.offset < right.offset : first < second
        }
        let parts = sorted.map { _, member in
            let count = member.value.intValue ?? 0
            return "\(count) \(count == 1 ? member.key : Self.plural(of: member.key))"
        }
        return "Validation failed for " + parts.joined(separator: ", ")
    }

    private static func plural(of kind: String) -> String {
        if kind.hasSuffix("Metadata") { return kind }
        return kind == "index" ? "indices" : kind + "s"
    }
}
