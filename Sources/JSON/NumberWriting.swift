extension JSONWriter {
    package mutating func write(int value: Int64) {
        if value < 0 {
            bytes.append(UInt8(ascii: "-"))
        }
        write(magnitude: value.magnitude)
    }

    /// As JavaScript's `Number.prototype.toString`: the shortest digits that read back as the same number, and an
    /// exponent below 1e-6 and from 1e21. What is not a number or not finite is `null`.
    package mutating func write(double value: Double) {
        guard value.isFinite else { return writeNull() }
        if value < 0 {
            bytes.append(UInt8(ascii: "-"))
        }
        let magnitude = value.magnitude
        if magnitude < Self.exactIntegers, Double(UInt64(magnitude)) == magnitude {
            return write(magnitude: UInt64(magnitude))
        }
        if magnitude < 1e9 {
            // At most fifteen digits with six decimals: two such numbers are never the same double, so when they read
            // back as the value they are its shortest digits.
            let millionths = UInt64(magnitude * 1e6 + 0.5)
            if Double(millionths) / 1e6 == magnitude {
                return write(millionths: millionths)
            }
        }
        if (1e-4..<Self.exactIntegers).contains(magnitude) {
            // Here Swift's description has no exponent, and its digits are the shortest as well.
            bytes.append(contentsOf: magnitude.description.utf8)
        } else {
            DecimalDigits(of: magnitude).write(to: &bytes)
        }
    }

    /// Integers below this, 2^53, are all doubles.
    private static let exactIntegers = 9_007_199_254_740_992.0

    private mutating func write(millionths: UInt64) {
        let (whole, fraction) = millionths.quotientAndRemainder(dividingBy: 1_000_000)
        write(magnitude: whole)
        bytes.append(UInt8(ascii: "."))
        var rest = fraction
        var unit: UInt64 = 100_000
        while rest > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / unit))
            rest %= unit
            unit /= 10
        }
    }

    @inline(__always)
    private mutating func write(magnitude: UInt64) {
        if magnitude < 10 {
            return bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude))
        }
        // `UInt64.max` has twenty digits.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var first = 20
            var rest = magnitude
            while rest > 0 {
                first -= 1
                digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[first...]))
        }
    }
}

/// The shortest decimal digits of a number: 0.d1d2d3... times ten to the power `point`.
private struct DecimalDigits {
    private var digits: [UInt8] = []
    private var point = 0

    /// - Parameter magnitude: positive and finite.
    init(of magnitude: Double) {
        // Swift describes a number by the same shortest digits as JavaScript, laid out differently.
        var exponent = 0
        var hasPoint = false
        var description = Substring(magnitude.description).utf8
        if let mark = description.firstIndex(of: UInt8(ascii: "e")) {
            exponent = Int(Substring(description[description.index(after: mark)...])) ?? 0
            description = description[..<mark]
        }
        for byte in description {
            if byte == UInt8(ascii: ".") {
                hasPoint = true
            } else if !digits.isEmpty || byte != UInt8(ascii: "0") {
                digits.append(byte)
                point += hasPoint ? 0 : 1
            } else if hasPoint {
                point -= 1
            }
        }
        point += exponent
        while digits.last == UInt8(ascii: "0") {
            digits.removeLast()
        }
    }

    func write(to bytes: inout [UInt8]) {
        switch point {
        case digits.count...21:
            bytes.append(contentsOf: digits)
            bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: point - digits.count))
        case 1...21:
            bytes.append(contentsOf: digits[..<point])
            bytes.append(UInt8(ascii: "."))
            bytes.append(contentsOf: digits[point...])
        case -5...0:
            bytes.append(contentsOf: "0.".utf8)
            bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: -point))
            bytes.append(contentsOf: digits)
        default:
            writeWithExponent(to: &bytes)
        }
    }

    private func writeWithExponent(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: digits.prefix(1))
        if digits.count > 1 {
            bytes.append(UInt8(ascii: "."))
            bytes.append(contentsOf: digits.dropFirst())
        }
        let exponent = point - 1
        bytes.append(contentsOf: (exponent < 0 ? "e-" : "e+").utf8)
        bytes.append(contentsOf: String(exponent.magnitude).utf8)
    }
}
