/// Why an operation on records was refused, in the words of the API (rest-core 2, error-texts).
///
/// The adapters put it into their envelopes: REST as a status with an exception class, GraphQL as
/// `extensions`.
package struct RecordError: Error, Sendable, Hashable {
    /// The machine code of a typed error (rest-core 2.2).
    package enum Code: String, Sendable {
        case recordNotFound = "RECORD_NOT_FOUND"
        case invalidQueryInput = "INVALID_QUERY_INPUT"
        case argsConflict = "ARGS_CONFLICT"
        case invalidArgsData = "INVALID_ARGS_DATA"
        case invalidArgsFilter = "INVALID_ARGS_FILTER"
        case invalidArgsFirst = "INVALID_ARGS_FIRST"
        case invalidArgsLast = "INVALID_ARGS_LAST"
        case invalidCursor = "INVALID_CURSOR"
        case maxDepthReached = "MAX_DEPTH_REACHED"
        case fieldNotFound = "FIELD_NOT_FOUND"
        case tooManyRecordsToUpdate = "TOO_MANY_RECORDS_TO_UPDATE"
        case upsertConflict = "UPSERT_MULTIPLE_MATCHING_RECORDS_CONFLICT"
        case tooComplexQuery = "TOO_COMPLEX_QUERY"
        case missingTimeZone = "MISSING_TIMEZONE_FOR_DATE_GROUP_BY"
        case invalidTimeZone = "INVALID_TIMEZONE"
        case invalidPhoneCountryCode = "INVALID_PHONE_COUNTRY_CODE"
        case invalidPhoneCallingCode = "INVALID_PHONE_CALLING_CODE"
        case conflictingPhoneCodes = "CONFLICTING_PHONE_CALLING_CODE_AND_COUNTRY_CODE"
        case invalidPhoneNumber = "INVALID_PHONE_NUMBER"
        case conflictingPhoneCountryCode = "CONFLICTING_PHONE_COUNTRY_CODE"
        case conflictingPhoneCallingCode = "CONFLICTING_PHONE_CALLING_CODE"
        case invalidURL = "INVALID_URL"
        case badRequest = "BAD_REQUEST"
        case permissionDenied = "PERMISSION_DENIED"
        case methodNotAllowed = "FORBIDDEN"
    }

    /// What failed, apart from typed errors.
    package enum Kind: Sendable, Hashable {
        case typed(Code)
        /// The database refused the values: duplicates, foreign keys, enum texts (rest-core 2.2).
        case database
        /// A failure that nobody foresaw, reported under the name of its JavaScript class (rest-core 2.1).
        case unforeseen(errorClass: String)
        /// The database failed in a way that has no text of its own (rest-core 2.2).
        case `internal`
    }

    /// A value that another record holds already.
    package struct Conflict: Sendable, Hashable {
        package let table: String
        /// The columns of the unique index.
        package let columns: [String]
        /// The record that holds it, where it was looked for.
        package var recordID: String?
    }

    package let kind: Kind
    package let message: String
    /// What GraphQL tells people instead of the message; a general text when `nil` (graphql-core 2).
    package var userFriendlyMessage: String?
    package var conflict: Conflict?

    package init(_ code: Code, _ message: String, userFriendly: String? = nil) {
        self.init(.typed(code), message, userFriendly: userFriendly)
    }

    package init(_ kind: Kind, _ message: String, userFriendly: String? = nil) {
        self.kind = kind
        self.message = message
        userFriendlyMessage = userFriendly
    }

    package var code: Code? {
        if case .typed(let code) = kind { code } else { nil }
    }
}

extension RecordError {
    package static let recordNotFound = RecordError(
        .recordNotFound, "Record not found", userFriendly: "This record does not exist or has been deleted.")

    package static let permissionDenied = RecordError(
        .permissionDenied, "Entity performing the request does not have permission",
        userFriendly: "User does not have permission.")

    /// A key that is no field of the object, on write and in filters alike.
    package static func unknownField(_ name: String, of object: String, _ code: Code) -> RecordError {
        RecordError(
            code, "Object \(object) doesn't have any \"\(name)\" field.",
            userFriendly: code == .invalidArgsFilter
                ? "Invalid filter : \(object) object doesn't have any \"\(name)\" field." : nil)
    }

    package static func data(_ message: String, userFriendly: String? = nil) -> RecordError {
        RecordError(.invalidArgsData, message, userFriendly: userFriendly)
    }

    package static func filter(_ message: String, userFriendly: String? = nil) -> RecordError {
        RecordError(.invalidArgsFilter, message, userFriendly: userFriendly)
    }
}
