/// "Did you mean ..." for names that are not there.
package enum Suggestions {
    private static let maximumCount = 5

    /// What to put behind an error message; empty when there is nothing to suggest.
    package static func didYouMean(_ suggestions: [String], phrase: String = "") -> String {
        let quoted = suggestions.prefix(maximumCount).map { "\"\($0)\"" }
        guard let last = quoted.last else { return "" }
        let list =
            switch quoted.count {
            case 1: last
            case 2: "\(quoted[0]) or \(last)"
            default: quoted.dropLast().joined(separator: ", ") + ", or \(last)"
            }
        return " Did you mean \(phrase)\(list)?"
    }

    /// The options that may have been meant, the most similar ones first.
    package static func similar(to input: String, in options: [String]) -> [String] {
        var distance = LexicalDistance(to: input)
        let threshold = input.utf16.count * 2 / 5 + 1
        var found: [(option: String, distance: Int)] = []
        for option in options {
            if let steps = distance.measure(option, threshold: threshold) {
                found.append((option, steps))
            }
        }
        found.sort { $0.distance != $1.distance ? $0.distance < $1.distance : precedes($0.option, $1.option) }
        return found.map(\.option)
    }

    /// Natural order: runs of digits compare as numbers.
    static func precedes(_ left: String, _ right: String) -> Bool {
        var (left, right) = (Array(left.utf8)[...], Array(right.utf8)[...])
        while let a = left.first, let b = right.first {
            if a.isDigit, b.isDigit {
                let x = left.prefix { $0.isDigit }.drop { $0 == UInt8(ascii: "0") }
                let y = right.prefix { $0.isDigit }.drop { $0 == UInt8(ascii: "0") }
                if x.count != y.count { return x.count < y.count }
                if !x.elementsEqual(y) { return x.lexicographicallyPrecedes(y) }
                left = left.drop { $0.isDigit }
                right = right.drop { $0.isDigit }
            } else {
                if a != b { return a < b }
                left = left.dropFirst()
                right = right.dropFirst()
            }
        }
        return left.count < right.count
    }
}
