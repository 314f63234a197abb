import JSON

/// What a server answered.
struct Answer {
    let status: Int
    /// Lower-case names.
    let headers: [String: String]
    /// The body as it came.
    let raw: String

    /// The body; `null` when it is no JSON.
    var json: JSONValue { (try? JSONValue(parsing: raw)) ?? .null }

    subscript(key: String) -> JSONValue? { json[key] }

    /// What stands in `data` under `key`.
    func data(_ key: String) -> JSONValue? { json["data"]?[key] }

    /// The refusal in the shape of the record endpoints (rest-core 2.1); `nil` for anything else.
    var refusal: Refusal? {
        guard let object = json.objectValue, let status = object["statusCode"]?.intValue,
            let errorClass = object["error"]?.stringValue, let messages = object["messages"]?.arrayValue,
            messages.count == 1, let message = messages[0].stringValue, Int(status) == self.status
        else { return nil }
        return Refusal(Int(status), message, code: object["code"]?.stringValue, error: errorClass)
    }

    /// The one message of a refusal.
    var message: String? { refusal?.message }
}

/// An error answer of the record endpoints (rest-core 2.1).
struct Refusal: Equatable, Sendable, CustomStringConvertible {
    let status: Int
    let errorClass: String
    let message: String
    let code: String?

    /// - Parameter error: the exception class; by default the one that the status stands for.
    init(_ status: Int, _ message: String, code: String? = nil, error: String? = nil) {
        self.status = status
        self.message = message
        self.code = code
        let classes = [403: "ForbiddenException", 404: "NotFoundException", 500: "InternalServerErrorException"]
        errorClass = error ?? classes[status] ?? "BadRequestException"
    }

    var description: String { "\(status) \(errorClass) \(code ?? "-"): \(message)" }

    // The typed errors that are met most often.
    static func filter(_ message: String) -> Refusal { Refusal(400, message, code: "INVALID_ARGS_FILTER") }
    static func data(_ message: String) -> Refusal { Refusal(400, message, code: "INVALID_ARGS_DATA") }
    static func query(_ message: String) -> Refusal { Refusal(400, message, code: "INVALID_QUERY_INPUT") }
    static let recordNotFound = Refusal(404, "Record not found", code: "RECORD_NOT_FOUND")
}
