/// A lexical token (spec 2.1.6): its kind and the bytes that it covers.
struct Token {
    enum Kind: UInt8 {
        case startOfFile, endOfFile
        case bang, dollar, ampersand, leftParenthesis, rightParenthesis, spread, colon, equals, at
        case leftBracket, rightBracket, leftBrace, pipe, rightBrace
        case name, int, float, string, blockString
    }

    var kind: Kind
    var start: Int
    var end: Int
    /// Whether a string must be decoded, as it is not its own bytes.
    var hasEscapes = false
}

extension Token.Kind {
    /// As syntax errors call it.
    var text: String {
        switch self {
        case .startOfFile: "<SOF>"
        case .endOfFile: "<EOF>"
        case .bang: "\"!\""
        case .dollar: "\"$\""
        case .ampersand: "\"&\""
        case .leftParenthesis: "\"(\""
        case .rightParenthesis: "\")\""
        case .spread: "\"...\""
        case .colon: "\":\""
        case .equals: "\"=\""
        case .at: "\"@\""
        case .leftBracket: "\"[\""
        case .rightBracket: "\"]\""
        case .leftBrace: "\"{\""
        case .pipe: "\"|\""
        case .rightBrace: "\"}\""
        case .name: "Name"
        case .int: "Int"
        case .float: "Float"
        case .string: "String"
        case .blockString: "BlockString"
        }
    }

    var hasValue: Bool { rawValue >= Self.name.rawValue }
}
