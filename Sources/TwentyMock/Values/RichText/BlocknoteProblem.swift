import JSON

extension RichText {
    /// Why a blocknote half is refused (rest-core 9.1, graphql-core 9.2).
    package enum Problem: Equatable, Sendable {
        case notJSON
        case notAnArray
        case dangerousURL

        /// - Parameter field: the field with its sub-field, `bodyV2.blocknote`.
        package func message(field: String) -> String {
            switch self {
            case .notJSON: "Invalid blocknote value for field \"\(field)\" - must contain valid JSON"
            case .notAnArray: "Invalid blocknote value for field \"\(field)\" - must be a JSON array of blocks"
            case .dangerousURL: "Dangerous URL protocol in blocknote content for field \"\(field)\""
            }
        }
    }

    /// Checks a blocknote half: the text of a JSON array, without a `url` or `href` at any depth whose protocol can
    /// run script or read files.
    package static func validateBlocknote(_ text: String) -> Problem? {
        guard let value = try? JSONValue(parsing: text) else { return .notJSON }
        guard case .array = value else { return .notAnArray }
        return holdsDangerousURL(value) ? .dangerousURL : nil
    }

    private static func holdsDangerousURL(_ document: JSONValue) -> Bool {
        var pending = [document]
        while let value = pending.popLast() {
            switch value {
            case .array(let elements):
                pending += elements
            case .object(let object):
                for member in object.members {
                    if case .string(let url) = member.value {
                        if member.key == "url" || member.key == "href", isDangerous(url) { return true }
                    } else {
                        pending.append(member.value)
                    }
                }
            default:
                break
            }
        }
        return false
    }

    /// Browsers skip control characters and blanks inside a protocol, so they do not count here.
    static func isDangerous(_ url: String) -> Bool {
        let visible = url.unicodeScalars.lazy.filter { $0.value > 0x20 && !(0x7F...0xA0).contains($0.value) }
        var start = ""
        start.unicodeScalars.append(contentsOf: visible.prefix(11))
        let lowerCase = start.lowercased()
        return ["javascript:", "data:", "vbscript:", "file:"].contains { lowerCase.hasPrefix($0) }
    }
}
