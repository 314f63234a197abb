import Foundation

/// Domain names in the form that goes over the wire.
enum DomainName {
    /// The lower-case ASCII form, each international label as `xn--` and Punycode (UTS #46 as URLs use it: compatibility
    /// forms such as full-width letters and dots are folded, `ß` is kept). Empty labels stay, so a trailing dot does.
    ///
    /// Nil if the name holds a blank or another character that no name can. Instead of the whole table of UTS #46 the
    /// general category of a character decides; right-to-left and joiner rules are not checked.
    static func ascii(_ name: some StringProtocol) -> String? {
        if name.utf8.allSatisfy({ $0 < 0x80 }) {
            return name.utf8.contains(where: isForbidden) ? nil : name.lowercased()
        }
        let labels = folded(name).split(separator: ".", omittingEmptySubsequences: false)
        var asciiLabels: [String] = []
        for label in labels {
            guard let asciiLabel = ascii(label: label) else { return nil }
            asciiLabels.append(asciiLabel)
        }
        return asciiLabels.joined(separator: ".")
    }

    private static func ascii(label: Substring) -> String? {
        guard !label.utf8.contains(where: { $0 < 0x80 && isForbidden($0) }) else { return nil }
        guard label.utf8.contains(where: { $0 >= 0x80 }) else { return String(label) }
        if let first = label.unicodeScalars.first, first.properties.generalCategory.isMark { return nil }
        guard !label.unicodeScalars.contains(where: isForbidden), !label.hasPrefix("xn--") else { return nil }
        return Punycode.encoded(label).map { "xn--" + $0 }
    }

    private static func folded(_ name: some StringProtocol) -> String {
        var visible = String.UnicodeScalarView()
        visible.append(contentsOf: name.unicodeScalars.lazy.filter { !isIgnored($0) })
        // Folding may bring forth capitals (`℡` is TEL), and lower case may not be composed.
        let folded = String(visible).lowercased().precomposedStringWithCompatibilityMapping.lowercased()
            .precomposedStringWithCompatibilityMapping
        return folded.replacingOccurrences(of: "\u{3002}", with: ".")
    }

    /// Soft hyphen, zero-width characters and variation selectors.
    private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x34F, 0x180B...0x180D, 0x180F, 0x200B, 0x2060, 0x2064, 0xFE00...0xFE0F, 0xFEFF, 0xE0100...0xE01EF:
            true
        default: false
        }
    }

    /// The forbidden domain code points of the URL standard.
    private static func isForbidden(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F: true
        case UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "<"),
            UInt8(ascii: ">"), UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "\\"),
            UInt8(ascii: "]"), UInt8(ascii: "^"), UInt8(ascii: "|"):
            true
        default: false
        }
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .unassigned, .control, .privateUse, .surrogate, .spaceSeparator, .lineSeparator, .paragraphSeparator: true
        case .format: scalar.value != 0x200C && scalar.value != 0x200D
        default: scalar.value == 0xFFFD
        }
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isMark: Bool {
        switch self {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
}
