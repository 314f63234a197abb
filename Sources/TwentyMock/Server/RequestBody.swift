import HTTPServer
import JSON

/// The body of a request as the real server's parsers read it (rest-core 1, 2.3).
enum RequestBody {
    /// Text that is no JSON, or no object or list.
    struct Malformed: Error {
        /// The words of the JavaScript engine.
        let message: String
    }

    /// The parsed body; `nil` when there is none, or none of a type that is read.
    ///
    static func parse(_ request: HTTPRequest) throws(Malformed) -> JSONValue? {
        guard !request.body.isEmpty, let type = request.headers["content-type"]?.lowercased() else { return nil }
        let media = type.prefix { $0 != ";" && $0 != " " }
        if media == "application/json" || media.hasSuffix("+json") { return try json(request.body) }
        if media == "application/x-www-form-urlencoded" { return form(request.body) }
        return nil
    }

    private static func json(_ bytes: [UInt8]) throws(Malformed) -> JSONValue {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw Malformed(message: error.message)
        }
        switch value {
        case .object, .array: return value
        default:
            // The framework looks at the first character before it parses.
            let text = value.serializedText
            throw Malformed(message: "Unexpected token '\(text.prefix(1))', \"\(text)\" is not valid JSON")
        }
    }

    /// A form as an object; `name[firstName]=Ada` nests.
    private static func form(_ bytes: [UInt8]) -> JSONValue {
        var object = JSONObject()
        for pair in String(decoding: bytes, as: UTF8.self).split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = PercentCoding.decode(parts[0], plusIsBlank: true)
            let value = parts.count > 1 ? PercentCoding.decode(parts[1], plusIsBlank: true) : ""
            // Deeper nesting than this is not read either by the real parser.
            let path = name.split(whereSeparator: { $0 == "[" || $0 == "]" }).prefix(6).map(String.init)
            object.merge(path[...], .string(value))
        }
        return .object(object)
    }
}

extension JSONObject {
    fileprivate mutating func merge(_ path: ArraySlice<String>, _ value: JSONValue) {
        guard let key = path.first else { return }
        guard path.count > 1 else {
            self[key] = value
            return
        }
        var inner = self[key]?.objectValue ?? JSONObject()
        inner.merge(path.dropFirst(), value)
        self[key] = .object(inner)
    }
}
