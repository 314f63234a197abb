import DataModel
import GraphQL
import JSON
import RecordStore

/// Errors of the record API in GraphQL's shape (graphql-core 2).
enum GraphQLFailure {
    static let generalText = "An error occurred."

    static func error(
        _ message: String, code: String, subCode: String? = nil, userFriendly: JSONValue? = .string(generalText)
    ) -> GraphQLError {
        var extensions = JSONObject()
        if let subCode { extensions["subCode"] = .string(subCode) }
        if let userFriendly { extensions["userFriendlyMessage"] = userFriendly }
        extensions["code"] = .string(code)
        return GraphQLError(message, extensions: extensions)
    }

    /// A refusal of the whole request.
    static func badRequest(_ message: String, _ subCode: String? = nil) -> GraphQLError {
        error(message, code: "BAD_USER_INPUT", subCode: subCode)
    }

    /// A request that asks for more of something than is allowed.
    static func tooMany(_ what: String, _ count: Int, maximum: Int) -> GraphQLError {
        badRequest("Query too complex - Too many \(what) requested: \(count) - Maximum allowed \(what): \(maximum)")
    }

    static func repeatedRoot(_ name: String) -> GraphQLError { badRequest("Duplicate root resolver: \"\(name)\"") }

    /// Any error of an operation.
    static func error(_ error: any Error, schema: Schema) -> GraphQLError {
        switch error {
        case let error as GraphQLError: error
        case let error as RecordError: self.error(error, schema)
        case let error as StoreError: self.error(RecordError(error, release: schema.dataModel.release), schema)
        // What else can fail is the database; how is for the log, not for clients (graphql-core 2.2).
        default: internalError("Data validation error.")
        }
    }

    private static func internalError(_ message: String) -> GraphQLError {
        error(message, code: "INTERNAL_SERVER_ERROR", userFriendly: nil)
    }

    private static func error(_ error: RecordError, _ schema: Schema) -> GraphQLError {
        let text = JSONValue.string(error.userFriendlyMessage ?? generalText)
        switch error.kind {
        case .unforeseen, .internal: return internalError(error.message)
        case .database:
            guard let conflict = error.conflict else {
                return self.error(error.message, code: "BAD_USER_INPUT", userFriendly: text)
            }
            return duplicate(conflict, schema)
        case .typed(let code):
            return self.error(
                error.message, code: self.code(of: code), subCode: code == .methodNotAllowed ? nil : code.rawValue,
                userFriendly: text)
        }
    }

    private static func code(of code: RecordError.Code) -> String {
        switch code {
        case .recordNotFound: "NOT_FOUND"
        case .permissionDenied, .methodNotAllowed: "FORBIDDEN"
        default: "BAD_USER_INPUT"
        }
    }

    /// Graphql-core 2.2, "Unique violation".
    private static func duplicate(_ conflict: RecordError.Conflict, _ schema: Schema) -> GraphQLError {
        let table = schema.tables.first { $0.name == conflict.table }
        let fields = Set(conflict.columns.compactMap { table?.column(named: $0)?.fieldIndex })
        let label =
            fields.count == 1 && conflict.columns != ["id"]
            ? fields.first.flatMap { table?.object.fields[$0].label } : nil
        let text =
            label.map { "This \($0) value is already in use. Please check your data and try again." }
            ?? "This record already exists. Please check your data and try again."
        var error = error("A duplicate entry was detected", code: "BAD_USER_INPUT", userFriendly: .string(text))
        if let id = conflict.recordID, let object = table?.object {
            error.extensions?["conflictingRecordId"] = .string(id)
            error.extensions?["conflictingObjectNameSingular"] = .string(object.nameSingular)
        }
        return error
    }
}

extension GraphQLFailure {
    /// Why a request was refused before it was looked at (graphql-core 2.1, platform 3). What it tells people is not
    /// translated yet at that point, and so an object.
    static func error(_ refusal: Authenticator.Refusal) -> GraphQLError {
        if refusal.code == "FORBIDDEN_EXCEPTION" {
            return error(refusal.message, code: "FORBIDDEN", subCode: "FORBIDDEN_EXCEPTION")
        }
        return error(
            refusal.message, code: "UNAUTHENTICATED", subCode: "UNAUTHENTICATED",
            userFriendly: ["id": "x1y2z3", "message": "You must be authenticated to perform this action."])
    }

    /// A request for records without a key (graphql-core 2.1).
    static func noWorkspace(_ fields: [String]) -> GraphQLError {
        error(
            "Unauthenticated: no workspace resolved for fields \(fields.joined(separator: ", "))",
            code: "UNAUTHENTICATED", subCode: "WORKSPACE_QUERY_WITHOUT_WORKSPACE",
            userFriendly: "You must be authenticated to perform this action.")
    }

    static func unknownFields(_ names: [String]) -> GraphQLError {
        badRequest(
            names.count == 1
                ? "Unknown field \(names[0]). The corresponding object may have been deleted or renamed."
                : "Unknown fields \(names.joined(separator: ", ")). The corresponding objects may have been deleted or "
                    + "renamed.",
            "UNKNOWN_ROOT_FIELD")
    }
}

extension GraphQLFailure {
    /// A variable whose value does not fit its type.
    static func badVariable(_ error: GraphQLError) -> GraphQLError {
        var error = error
        var code = "BAD_USER_INPUT"
        if let range = error.message.range(of: "; Invalid UUID: ") ?? error.message.range(of: "; UUID must be a string")
        {
            error.message = String(error.message[range.lowerBound...].dropFirst(2))
            code = "GRAPHQL_VALIDATION_FAILED"
        }
        // What a scalar tells of the value itself.
        var extensions = error.extensions ?? JSONObject()
        extensions["code"] = .string(code)
        extensions["http"] = ["status": 400]
        extensions["userFriendlyMessage"] = .string(GraphQLFailure.generalText)
        error.extensions = extensions
        return error
    }
}
