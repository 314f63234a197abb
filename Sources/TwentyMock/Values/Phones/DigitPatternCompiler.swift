/// Turns the text of a `DigitPattern` into steps.
struct DigitPatternCompiler {
    private var rest: ArraySlice<UInt8>

    init(_ text: some Sequence<UInt8>) {
        rest = Array(text)[...]
    }

    mutating func steps() -> [DigitPattern.Step]? {
        guard let steps = alternatives(), rest.isEmpty, steps.count < Int(UInt16.max) else { return nil }
        return steps
    }

    /// Targets are relative to the first step until `placed`.
    private mutating func alternatives() -> [DigitPattern.Step]? {
        guard let first = sequence() else { return nil }
        guard skip("|") else { return first }
        guard let others = alternatives() else { return nil }
        let start = first.count + 2
        return [.fork(1, UInt16(start))] + first.placed(at: 1) + [.jump(UInt16(start + others.count))]
            + others.placed(at: start)
    }

    private mutating func sequence() -> [DigitPattern.Step]? {
        var steps: [DigitPattern.Step] = []
        while let next = rest.first, next != UInt8(ascii: "|"), next != UInt8(ascii: ")") {
            guard let item = item(), let repeated = repeated(item) else { return nil }
            steps += repeated.placed(at: steps.count)
        }
        return steps
    }

    private mutating func item() -> [DigitPattern.Step]? {
        switch rest.popFirst() {
        case UInt8(ascii: "d"): return [.digit(0x3FF)]
        case UInt8(ascii: "$"): return [.end]
        case UInt8(ascii: "["): return characterClass()
        case UInt8(ascii: "("):
            let isCapturing = !skip("?")
            guard isCapturing || skip(":"), let inner = alternatives(), skip(")") else { return nil }
            return isCapturing ? [.groupStart] + inner.placed(at: 1) + [.groupEnd] : inner
        case let byte? where byte.isDecimalDigit: return [.digit(1 << UInt16(byte - UInt8(ascii: "0")))]
        default: return nil
        }
    }

    private mutating func characterClass() -> [DigitPattern.Step]? {
        var set: UInt16 = 0
        while !skip("]") {
            guard let low = number(), low < 10 else { return nil }
            var high = low
            if skip("-") {
                guard let number = number(), (low...9).contains(number) else { return nil }
                high = number
            }
            for digit in low...high { set |= 1 << UInt16(digit) }
        }
        return [.digit(set)]
    }

    private mutating func repeated(_ item: [DigitPattern.Step]) -> [DigitPattern.Step]? {
        var least = 1
        var most = 1
        if skip("?") {
            least = 0
        } else if skip("{") {
            guard let number = number(digits: 2) else { return nil }
            (least, most) = (number, number)
            if skip(",") {
                guard let number = self.number(digits: 2), number >= least else { return nil }
                most = number
            }
            guard skip("}") else { return nil }
        }
        var steps: [DigitPattern.Step] = []
        for _ in 0..<least { steps += item.placed(at: steps.count) }
        let end = steps.count + (most - least) * (item.count + 1)
        for _ in least..<most {
            steps.append(.fork(UInt16(steps.count + 1), UInt16(end)))
            steps += item.placed(at: steps.count)
        }
        return steps
    }

    private mutating func number(digits: Int = 1) -> Int? {
        var value: Int?
        for _ in 0..<digits {
            guard let byte = rest.first, byte.isDecimalDigit else { break }
            value = (value ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
            rest = rest.dropFirst()
        }
        return value
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }
}

extension [DigitPattern.Step] {
    fileprivate func placed(at start: Int) -> Self {
        let shift = UInt16(start)
        return map { step in
            switch step {
            case .fork(let first, let second): .fork(first + shift, second + shift)
            case .jump(let target): .jump(target + shift)
            default: step
            }
        }
    }
}
