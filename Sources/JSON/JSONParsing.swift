extension JSONValue {
    /// How deep arrays and objects may be nested in a parsed document.
    package static let maximumDepth = 512

    /// Reads a document strictly by RFC 8259: UTF-8 without byte order mark, nothing but white space around it.
    ///
    /// An escape of half a surrogate pair, which JavaScript would keep, reads as U+FFFD.
    package init(parsing bytes: [UInt8]) throws(JSONParsingError) {
        // The closure cannot have a typed error, so the result leaves it as a value.
        self = try bytes.withUnsafeBufferPointer { Self.parse($0) }.get()
    }

    package init(parsing bytes: UnsafeRawBufferPointer) throws(JSONParsingError) {
        self = try bytes.withMemoryRebound(to: UInt8.self) { Self.parse($0) }.get()
    }

    package init(parsing text: String) throws(JSONParsingError) {
        var text = text
        self = try text.withUTF8 { Self.parse($0) }.get()
    }

    private static func parse(_ source: UnsafeBufferPointer<UInt8>) -> Result<JSONValue, JSONParsingError> {
        do throws(ParsingFailure) {
            if let offset = UTF8Validation.firstInvalidOffset(in: source) {
                throw ParsingFailure(reason: .invalidUTF8, offset: offset)
            }
            guard var parser = JSONParser(source: source) else {
                throw ParsingFailure(reason: .unexpectedToken, offset: 0)
            }
            return .success(try parser.parseDocument())
        } catch {
            return .failure(error.error(in: source))
        }
    }
}
