/// The ASCII form of one label of a domain name (RFC 3492, with the parameters of its section 5).
enum Punycode {
    private static let base = 36
    private static let smallestThreshold = 1
    private static let largestThreshold = 26
    private static let skew = 38
    private static let damp = 700
    private static let initialBias = 72

    /// A label of a domain name has at most 63 bytes; twice as many characters cost little.
    private static let longestLabel = 126

    /// The label without its `xn--`: `münchen` gives `mnchen-3ya`. Nil for a label that no domain name could hold.
    static func encoded(_ label: some StringProtocol) -> String? {
        let scalars = label.unicodeScalars.prefix(longestLabel + 1).map { Int($0.value) }
        guard scalars.count <= longestLabel else { return nil }
        var output = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
        let basicCount = output.count
        if basicCount > 0 { output.append(UInt8(ascii: "-")) }
        var handled = basicCount
        var lastScalar = 0x80
        var delta = 0
        var bias = initialBias
        while let next = scalars.lazy.filter({ $0 >= lastScalar }).min() {
            // Far from overflow: at most 126 characters below 0x110000.
            delta += (next - lastScalar) * (handled + 1)
            for scalar in scalars {
                if scalar < next { delta += 1 }
                guard scalar == next else { continue }
                append(delta, bias: bias, to: &output)
                bias = adapted(delta, handled: handled + 1, isFirst: handled == basicCount)
                delta = 0
                handled += 1
            }
            delta += 1
            lastScalar = next + 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// A generalised variable-length integer (RFC 3492, 3.3).
    private static func append(_ number: Int, bias: Int, to output: inout [UInt8]) {
        var rest = number
        var weight = base
        while true {
            let threshold = min(max(weight - bias, smallestThreshold), largestThreshold)
            guard rest >= threshold else { break }
            output.append(digit(threshold + (rest - threshold) % (base - threshold)))
            rest = (rest - threshold) / (base - threshold)
            weight += base
        }
        output.append(digit(rest))
    }

    /// Bias adaptation (RFC 3492, 6.1).
    private static func adapted(_ delta: Int, handled: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / damp : delta / 2
        delta += delta / handled
        var bias = 0
        while delta > (base - smallestThreshold) * largestThreshold / 2 {
            delta /= base - smallestThreshold
            bias += base
        }
        return bias + (base - smallestThreshold + 1) * delta / (delta + skew)
    }

    private static func digit(_ value: Int) -> UInt8 {
        value < 26 ? UInt8(ascii: "a") + UInt8(value) : UInt8(ascii: "0") + UInt8(value - 26)
    }
}
