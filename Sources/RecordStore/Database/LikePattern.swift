import CSQLite

/// SQL's LIKE as PostgreSQL has it: `%` any run, `_` one character, backslash escapes (rest-core 6.5).
///
/// SQLite's own LIKE folds ASCII only and cannot be made case-sensitive per use, hence two functions:
/// `pg_like(pattern, text)` and `pg_ilike(pattern, text)`. A third, `ascii_contains(part, text)`, stands for the most
/// frequent pattern, `%part%` in ASCII without regard to case.
enum LikePattern {
    static func register(on connection: OpaquePointer) {
        let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC
        sqlite3_create_function_v2(
            connection, "pg_like", 2, flags, nil,
            { context, _, values in LikePattern.answer(context, values, folding: false) }, nil, nil, nil)
        sqlite3_create_function_v2(
            connection, "pg_ilike", 2, flags, nil,
            { context, _, values in LikePattern.answer(context, values, folding: true) }, nil, nil, nil)
        sqlite3_create_function_v2(
            connection, "ascii_contains", 2, flags, nil,
            { context, _, values in
                guard let values, let part = LikePattern.bytes(values[0]), let text = LikePattern.bytes(values[1])
                else {
                    sqlite3_result_null(context)
                    return
                }
                sqlite3_result_int(context, LikePattern.contains(text, part) ? 1 : 0)
            }, nil, nil, nil)
    }

    /// What `ascii_contains` looks for in place of `ilike` with this pattern; `nil` where it would not answer the same.
    static func asciiPart(of pattern: String) -> String? {
        let bytes = pattern.utf8
        guard bytes.count > 2, bytes.first == UInt8(ascii: "%"), bytes.last == UInt8(ascii: "%") else { return nil }
        let part = bytes.dropFirst().dropLast()
        let isPlain = part.allSatisfy { byte in
            byte < 0x80 && byte != UInt8(ascii: "%") && byte != UInt8(ascii: "_") && byte != UInt8(ascii: "\\")
        }
        return isPlain ? String(decoding: part.map(lowercased), as: UTF8.self) : nil
    }

    /// Whether `part`, which is not empty and in lower case, stands anywhere in `text`.
    static func contains(_ text: UnsafeRawBufferPointer, _ part: UnsafeRawBufferPointer) -> Bool {
        guard text.count >= part.count else { return false }
        let first = part[0]
        for start in 0...(text.count - part.count) where lowercased(text[start]) == first {
            var length = 1
            while length < part.count, lowercased(text[start &+ length]) == part[length] { length &+= 1 }
            if length == part.count { return true }
        }
        return false
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    private static func bytes(_ value: OpaquePointer?) -> UnsafeRawBufferPointer? {
        guard let bytes = sqlite3_value_text(value) else { return nil }
        return UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_value_bytes(value)))
    }

    private static func answer(
        _ context: OpaquePointer?, _ values: UnsafeMutablePointer<OpaquePointer?>?, folding: Bool
    ) {
        guard let values, let pattern = bytes(values[0]), let text = bytes(values[1]) else {
            sqlite3_result_null(context)
            return
        }
        sqlite3_result_int(context, matches(text, pattern, folding: folding) ? 1 : 0)
    }

    /// Whether the whole of `text` matches; the time is bounded by the product of the lengths.
    static func matches(_ text: UnsafeRawBufferPointer, _ pattern: UnsafeRawBufferPointer, folding: Bool) -> Bool {
        var textPosition = 0
        var patternPosition = 0
        // Where to go on after the latest `%` when what follows it fails: one character further in the text.
        var retry: (text: Int, pattern: Int)?
        while true {
            var position = patternPosition
            if position < pattern.count {
                let element = Element(pattern, at: &position)
                if element == .anyRun {
                    patternPosition = position
                    retry = (textPosition, position)
                    continue
                }
                if textPosition < text.count {
                    var next = textPosition
                    let scalar = UTF8Scalar.decode(text, at: &next)
                    if element.matches(scalar, folding: folding) {
                        textPosition = next
                        patternPosition = position
                        continue
                    }
                }
            } else if textPosition == text.count {
                return true
            }
            guard let start = retry, start.text < text.count else { return false }
            var next = start.text
            _ = UTF8Scalar.decode(text, at: &next)
            retry = (next, start.pattern)
            textPosition = next
            patternPosition = start.pattern
        }
    }

    private enum Element: Equatable {
        case anyRun
        case anyCharacter
        case character(UInt32)

        init(_ pattern: UnsafeRawBufferPointer, at position: inout Int) {
            let scalar = UTF8Scalar.decode(pattern, at: &position)
            switch scalar {
            case 0x25: self = .anyRun
            case 0x5F: self = .anyCharacter
            case 0x5C where position < pattern.count: self = .character(UTF8Scalar.decode(pattern, at: &position))
            default: self = .character(scalar)
            }
        }

        func matches(_ scalar: UInt32, folding: Bool) -> Bool {
            switch self {
            case .anyRun: false
            case .anyCharacter: true
            case .character(let expected):
                expected == scalar
                    || folding && LetterFolding.lowercased(expected) == LetterFolding.lowercased(scalar)
            }
        }
    }
}
