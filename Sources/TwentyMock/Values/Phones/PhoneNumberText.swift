/// The digits of a phone number as people write it.
enum PhoneNumberText {
    /// Whether there is a `+` before them, and the digits as 0 to 9; nil if the text is no phone number.
    ///
    /// What stands before the first `+` or digit and after the last digit is skipped, punctuation and an extension
    /// (`ext. 12`, `x12`, `#12`, `;ext=12`) are dropped. Digits of Arabic and full width count.
    static func digits(_ text: String) -> (isInternational: Bool, digits: [UInt8])? {
        guard text.utf16.count <= longestText else { return nil }
        let scalars = Array(text.unicodeScalars)
        guard let start = scalars.firstIndex(where: { isPlus($0) || digit($0) != nil }),
            let end = scalars.lastIndex(where: { $0 == "#" || digit($0) != nil }), start <= end
        else { return nil }
        let isInternational = isPlus(scalars[start])
        let number = withoutExtension(scalars[(isInternational ? start + 1 : start)...end])
        guard number.allSatisfy({ digit($0) != nil || isPunctuation($0) }) else { return nil }
        let digits = number.compactMap(digit)
        let isShort = !isInternational && number.count == 2 && digits.count == 2
        return digits.count >= 3 || isShort ? (isInternational, digits) : nil
    }

    private static let longestText = 250

    private static let extensionLabels: [[Unicode.Scalar]] = [
        ";ext=", "extension", "extensión", "extn", "ext", "xtn", "xt", "x", "#", "~", "int", "доб", "anexo",
        "ｅｘｔｎ", "ｅｘｔ", "ｘｔｎ", "ｘｔ", "ｘ", "＃", "～", "ｉｎｔ",
    ].map { Array($0.unicodeScalars) }

    private static func withoutExtension(_ number: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        let hasHash = number.last == "#"
        var rest = hasHash ? number.dropLast() : number
        var length = 0
        while let last = rest.last, digit(last) != nil {
            rest = rest.dropLast()
            length += 1
        }
        guard length > 0, length <= 20, let separator = rest.last else { return number }
        let isAmerican = hasHash && length <= 6 && (separator == "-" || separator == " ")
        while let last = rest.last, ":.．,- \u{A0}\t".unicodeScalars.contains(last) { rest = rest.dropLast() }
        let tail = rest.suffix(9).map { $0.properties.lowercaseMapping }.joined().unicodeScalars
        if let label = extensionLabels.first(where: { tail.reversed().starts(with: $0.reversed()) }) {
            rest = rest.dropLast(label.count)
        } else if !isAmerican {
            return number
        }
        while let last = rest.last, ", \u{A0}\t".unicodeScalars.contains(last) { rest = rest.dropLast() }
        return rest
    }

    private static func isPlus(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "+" || scalar == "＋"
    }

    private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x30...0x39: UInt8(scalar.value - 0x30)
        case 0x660...0x669: UInt8(scalar.value - 0x660)
        case 0x6F0...0x6F9: UInt8(scalar.value - 0x6F0)
        case 0xFF10...0xFF19: UInt8(scalar.value - 0xFF10)
        default: nil
        }
    }

    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x2010...0x2015, 0x2212, 0x30FC, 0xFF0D, 0x2F, 0xFF0F, 0x2E, 0xFF0E, 0x20, 0xA0, 0xAD, 0x200B,
            0x2060,
            0x3000, 0x28, 0x29, 0xFF08, 0xFF09, 0xFF3B, 0xFF3D, 0x5B, 0x5D, 0x7E, 0x2053, 0x223C, 0xFF5E:
            true
        default: false
        }
    }
}
