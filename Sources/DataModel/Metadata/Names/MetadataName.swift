import Foundation

/// The rules for the names of objects and fields (metadata 5.2).
package enum MetadataName {
    package static let maximumLength = 63

    /// What is wrong with `name`, all of it, in the contract's order.
    package static func problems(_ name: String) -> [String] {
        var problems: [String] = []
        if name.utf16.count > maximumLength { problems.append("Name is too long") }
        if name.isEmpty { problems.append("Name is too short") }
        if !isWellFormed(name) {
            problems.append(
                "Name is not valid: it must start with lowercase letter and contain only alphanumeric letters")
        }
        if ReservedNames.all.contains(name) {
            problems.append(
                "This name is reserved. Use a different name or the system will add \"Custom\" suffix.")
        }
        return problems
    }

    private static func isWellFormed(_ name: String) -> Bool {
        guard let first = name.utf8.first, first &- 0x61 < 26 else { return false }
        return name.utf8.allSatisfy(isAlphanumeric)
    }

    /// Whether a name in a request is refused before any rule is looked at.
    package static func hasForbiddenShape(_ name: String) -> Bool {
        name.isEmpty || name.contains { "'\"\\;.=*/".contains($0) }
            || ["not", "or", "and", "Int", "Float", "Boolean", "String", "ID"].contains(name)
    }

    /// The name that stands for a label: `Sales Person` gives `salesPerson`, `User` the free `userCustom`.
    ///
    /// - Parameter avoidsReserved: whether `Custom` is put behind a reserved name.
    package static func computed(from label: String, avoidsReserved: Bool = true) -> String {
        let first = label.first.map { $0.isASCII && $0.isNumber } ?? false
        let latin = transliterated(first ? "n" + label : label)
        let name = camelCased(words(of: latin))
        return avoidsReserved && ReservedNames.all.contains(name) ? name + "Custom" : name
    }

    /// ASCII letters for what is written with others, as far as the system's tables know them.
    private static func transliterated(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        let special: [Character: String] = [
            "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l",
            "Ł": "L", "þ": "th", "Þ": "TH", "ð": "d", "Ð": "D",
        ]
        let replaced = text.map { special[$0] ?? String($0) }.joined()
        let latin = replaced.applyingTransform(.toLatin, reverse: false) ?? replaced
        return String(
            String.UnicodeScalarView(
                latin.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
                    $0.properties.generalCategory != .nonspacingMark
                }))
    }

    /// The runs of letters and digits, cut where the case or the kind changes, as lodash cuts them.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        for run in text.utf8.split(whereSeparator: { !isAlphanumeric($0) }) {
            var word: [UInt8] = []
            for byte in run {
                if let last = word.last, kind(last) != kind(byte) {
                    if kind(last) == .upper, kind(byte) == .lower {
                        // The last capital belongs to the word that follows: `URLField` is `URL`, `Field`.
                        if word.count > 1 { words.append(String(decoding: word.dropLast(), as: UTF8.self)) }
                        word = [last]
                    } else {
                        words.append(String(decoding: word, as: UTF8.self))
                        word = []
                    }
                }
                word.append(byte)
            }
            words.append(String(decoding: word, as: UTF8.self))
        }
        return words
    }

    private static func camelCased(_ words: [String]) -> String {
        words.enumerated().map { index, word in
            let lower = word.lowercased()
            return index == 0 ? lower : lower.prefix(1).uppercased() + lower.dropFirst()
        }.joined()
    }

    private enum Kind { case lower, upper, digit }

    private static func kind(_ byte: UInt8) -> Kind {
        byte &- 0x30 < 10 ? .digit : byte &- 0x61 < 26 ? .lower : .upper
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }
}

extension String {
    /// Without white space at the ends, inner runs of it made one blank (metadata 5.2, step 2).
    package var collapsingWhitespace: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// With its first letter in upper case: `rocket` becomes `Rocket`.
    package var capitalizingFirst: String { prefix(1).uppercased() + dropFirst() }
}
