import GRDBSQLite

/// SQL's LIKE as PostgreSQL has it: `%` any run, `_` one character, backslash escapes (rest-core 6.5).
///
/// SQLite's own LIKE folds ASCII only and cannot be made case-sensitive per use, hence two functions:
/// `pg_like(pattern, text)` and `pg_ilike(pattern, text)`.
enum LikePattern {
    static func register(on connection: OpaquePointer) {
        let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC
        sqlite3_create_function_v2(
            connection, "pg_like", 2, flags, nil,
            { context, _, values in LikePattern.answer(context, values, folding: false) }, nil, nil, nil)
        sqlite3_create_function_v2(
            connection, "pg_ilike", 2, flags, nil,
            { context, _, values in LikePattern.answer(context, values, folding: true) }, nil, nil, nil)
    }

    private static func answer(
        _ context: OpaquePointer?, _ values: UnsafeMutablePointer<OpaquePointer?>?, folding: Bool
    ) {
        guard let values, let pattern = text(values[0]), let text = text(values[1]) else {
            sqlite3_result_null(context)
            return
        }
        sqlite3_result_int(context, matches(text, pattern, folding: folding) ? 1 : 0)
    }

    private static func text(_ value: OpaquePointer?) -> UnsafeRawBufferPointer? {
        guard sqlite3_value_type(value) != SQLITE_NULL, let bytes = sqlite3_value_text(value) else { return nil }
        return UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_value_bytes(value)))
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
