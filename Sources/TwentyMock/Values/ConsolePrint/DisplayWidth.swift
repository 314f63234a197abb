/// How many columns of a terminal a text takes, by the rule of Node's `util.inspect`.
enum DisplayWidth {
    static func columns(of text: String) -> Int {
        var columns = 0
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                columns += scalar.value < 0x20 || scalar.value == 0x7F ? 0 : 1
            } else if isWide(scalar.value) {
                columns += 2
            } else if !hasNoWidth(scalar) {
                columns += 1
            }
        }
        return columns
    }

    private static func hasNoWidth(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .nonspacingMark, .enclosingMark: true
        default: false
        }
    }

    private static func isWide(_ code: UInt32) -> Bool {
        switch code {
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3040...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4C6,
            0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
            0xFFE0...0xFFE6, 0x1B000...0x1B001, 0x1F200...0x1F251, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
            0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
