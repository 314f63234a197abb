/// A pattern over decimal digits, in the part of regular expressions that numbering plans need: `d` and digits, classes,
/// alternatives, groups (capturing or not), `?`, `{n}`, `{n,m}` and `$`. It matches from the start of the digits.
struct DigitPattern: Sendable {
    struct Match {
        /// How many digits the match takes.
        let length: Int
        /// The last group of the pattern, if it took part in the match.
        let lastGroup: Range<Int>?
    }

    enum Step {
        /// One digit out of a set of bits.
        case digit(UInt16)
        /// Try the first target, and if that leads nowhere the second.
        case fork(UInt16, UInt16)
        case jump(UInt16)
        case groupStart
        case groupEnd
        case end
    }

    private let steps: [Step]

    /// Nil for a text that is no such pattern.
    init?(_ text: some StringProtocol) {
        var compiler = DigitPatternCompiler(text.utf8)
        guard let steps = compiler.steps() else { return nil }
        self.steps = steps
    }

    /// The match that a backtracking regular expression finds first.
    ///
    /// The time depends on the pattern alone as long as the digits are as few as those of a phone number.
    func prefixMatch(_ digits: ArraySlice<UInt8>) -> Match? {
        match(digits, whole: false)
    }

    func matchesWhole(_ digits: ArraySlice<UInt8>) -> Bool {
        match(digits, whole: true) != nil
    }

    private struct Attempt {
        var step = 0
        var position: Int
        var group: Range<Int>?
        var groupStart = 0
    }

    private func match(_ digits: ArraySlice<UInt8>, whole: Bool) -> Match? {
        var pending = [Attempt(position: digits.startIndex)]
        attempts: while var attempt = pending.popLast() {
            while attempt.step < steps.count {
                switch steps[attempt.step] {
                case .digit(let set):
                    guard attempt.position < digits.endIndex, set & 1 << UInt16(digits[attempt.position]) != 0 else {
                        continue attempts
                    }
                    attempt.position += 1
                case .fork(let first, let second):
                    var other = attempt
                    other.step = Int(second)
                    pending.append(other)
                    attempt.step = Int(first)
                    continue
                case .jump(let target):
                    attempt.step = Int(target)
                    continue
                case .groupStart:
                    attempt.groupStart = attempt.position
                case .groupEnd:
                    attempt.group = attempt.groupStart..<attempt.position
                case .end:
                    guard attempt.position == digits.endIndex else { continue attempts }
                }
                attempt.step += 1
            }
            guard !whole || attempt.position == digits.endIndex else { continue }
            return Match(length: attempt.position - digits.startIndex, lastGroup: attempt.group)
        }
        return nil
    }
}
