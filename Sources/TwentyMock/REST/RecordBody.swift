import JSON

/// The bodies of writes; what is not of the right kind fails as it does in the real server (rest-core 5.3, 5.4, 19).
enum RecordBody {
    /// One record. A list is read as an object whose keys are its positions.
    static func record(_ body: JSONValue?) throws -> JSONObject {
        switch body {
        case .object(let object)?: object
        case .array(let elements)?:
            JSONObject(elements.enumerated().map { (String($0), $1) })
        default: throw typeError("Cannot convert undefined or null to object")
        }
    }

    /// A list of records.
    static func records(_ body: JSONValue?) throws -> [JSONObject] {
        guard case .array(let elements)? = body else { throw typeError("args.data.forEach is not a function") }
        return try elements.map { element in
            guard case .object(let object) = element else {
                throw typeError("Cannot convert undefined or null to object")
            }
            return object
        }
    }

    private static func typeError(_ message: String) -> RESTError {
        RESTError(errorClass: "TypeError", message)
    }
}
