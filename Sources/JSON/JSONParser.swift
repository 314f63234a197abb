/// A strict RFC 8259 parser over bytes that are known to be UTF-8.
struct JSONParser: ~Copyable {
    // Invariant: `start` to `end` is the text, readable and unchanged while the parser lives, and
    // `start <= position <= end`. Nothing is read at `end` or beyond.
    let start: UnsafePointer<UInt8>
    let end: UnsafePointer<UInt8>
    var position: UnsafePointer<UInt8>

    private var keys = KeyTable()
    private var elements = ElementStack<JSONValue>()
    private var members = ElementStack<JSONObject.Member>()
    /// The slots in `keys` of the keys in `members`, or `unknownKey`.
    private var slots = ElementStack<Int>()
    private var depth = 0

    private static let unknownKey = -1

    private typealias Reason = ParsingFailure.Reason

    /// - Parameter source: well-formed UTF-8 that outlives the parser.
    init?(source: UnsafeBufferPointer<UInt8>) {
        guard let start = source.baseAddress else { return nil }
        self.start = start
        end = start + source.count
        position = start
    }

    mutating func parseDocument() throws(ParsingFailure) -> JSONValue {
        let value = try parseValue()
        skipWhitespace()
        if position < end {
            throw failure(.trailingText)
        }
        return value
    }

    func failure(_ reason: ParsingFailure.Reason) -> ParsingFailure {
        ParsingFailure(reason: reason, offset: position - start)
    }

    @inline(__always)
    mutating func skipWhitespace() {
        while position < end {
            switch position.pointee {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    /// Steps over white space, and then over `byte` if that is next.
    @inline(__always)
    private mutating func skip(_ byte: UInt8) -> Bool {
        skipWhitespace()
        guard position < end, position.pointee == byte else { return false }
        position += 1
        return true
    }

    private mutating func parseValue() throws(ParsingFailure) -> JSONValue {
        skipWhitespace()
        guard position < end else { throw failure(.unexpectedToken) }
        switch position.pointee {
        case UInt8(ascii: "\""):
            return .string(try parseString())
        case UInt8(ascii: "{"):
            return .object(try parseObject())
        case UInt8(ascii: "["):
            return .array(try parseArray())
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            return try parseNumber()
        case UInt8(ascii: "t"):
            try parseKeyword("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try parseKeyword("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try parseKeyword("null")
            return .null
        default:
            throw failure(.unexpectedToken)
        }
    }

    private mutating func parseKeyword(_ keyword: StaticString) throws(ParsingFailure) {
        for index in 0..<keyword.utf8CodeUnitCount {
            guard position < end, position.pointee == keyword.utf8Start[index] else {
                throw failure(.unexpectedToken)
            }
            position += 1
        }
    }

    /// Steps into a container at its opening bracket.
    private mutating func descend() throws(ParsingFailure) {
        guard depth < JSONValue.maximumDepth else { throw failure(.tooDeep) }
        depth += 1
        position += 1
    }

    private mutating func parseArray() throws(ParsingFailure) -> [JSONValue] {
        try descend()
        let first = elements.count
        if !skip(UInt8(ascii: "]")) {
            repeat {
                elements.push(try parseValue())
            } while skip(UInt8(ascii: ","))
            guard skip(UInt8(ascii: "]")) else { throw failure(.expectedCommaOrBracket) }
        }
        depth -= 1
        return elements.popAll(from: first)
    }

    private mutating func parseObject() throws(ParsingFailure) -> JSONObject {
        try descend()
        let first = members.count
        if !skip(UInt8(ascii: "}")) {
            // V8 says what it expects after the first name only.
            var (nameFailure, colonFailure) = (Reason.expectedPropertyNameOrBrace, Reason.expectedColon)
            repeat {
                let (key, slot) = try parseKey(or: nameFailure)
                guard skip(UInt8(ascii: ":")) else { throw failure(colonFailure) }
                members.push(JSONObject.Member(key: key, value: try parseValue()))
                slots.push(slot)
                (nameFailure, colonFailure) = (.expectedPropertyName, .unexpectedToken)
            } while skip(UInt8(ascii: ","))
            guard skip(UInt8(ascii: "}")) else { throw failure(.expectedCommaOrBrace) }
        }
        depth -= 1
        return popObject(from: first)
    }

    private mutating func parseKey(
        or reason: Reason
    ) throws(ParsingFailure) -> (key: String, slot: Int) {
        skipWhitespace()
        guard position < end, position.pointee == UInt8(ascii: "\"") else { throw failure(reason) }
        let token = try scanString()
        if token.isPlainASCII, let slot = keys.slot(for: token.bytes) {
            return (keys.key(at: slot), slot)
        }
        return (text(of: token), Self.unknownKey)
    }

    private mutating func popObject(from first: Int) -> JSONObject {
        var isDistinct = true
        keys.beginObject()
        for index in first..<slots.count {
            let slot = slots[index]
            guard slot != Self.unknownKey, keys.isFirst(at: slot) else {
                isDistinct = false
                break
            }
        }
        slots.removeAll(from: first)
        let members = members.popAll(from: first)
        return isDistinct
            ? JSONObject(distinct: members) : JSONObject(repeating: members)
    }
}
