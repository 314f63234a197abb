import Testing

@testable import RecordStore

/// The order of texts (rest-core 7.1) and SQL's LIKE (rest-core 6.5).
@Suite struct TextOrderTests {
    @Test("Case and accents weigh less than letters")
    func sorted() {
        let texts = ["Zebra", "acme", "Éclair", "ACME", "eclair", "acme 2", "zoo", "Ärger", "arger", "東京", "Ωmega"]
        let expected = ["acme", "ACME", "acme 2", "arger", "Ärger", "eclair", "Éclair", "Zebra", "zoo", "Ωmega", "東京"]
        #expect(texts.sorted { compare($0, $1) < 0 } == expected)
    }

    @Test(
        "Different texts are never equal, and the order is the same both ways round",
        arguments: [
            ("a", "A"), ("é", "e"), ("é", "e\u{301}"), ("straße", "strasse"), ("", " "), ("ab", "a"), ("\u{301}", ""),
        ])
    func total(_ left: String, _ right: String) {
        #expect(compare(left, right) != 0 || Array(left.utf8) == Array(right.utf8))
        #expect(compare(left, right).signum() == -compare(right, left).signum())
        #expect(compare(left, left) == 0)
    }

    @Test(
        "LIKE knows %, _ and the backslash",
        arguments: [
            ("Ada", "Ada", true), ("Ada", "ada", false), ("Ada", "A%", true), ("Ada", "%d%", true),
            ("Ada", "A_a", true),
            ("Ada", "A_", false), ("100%", "100\\%", true), ("1000", "100\\%", false), ("a_b", "a\\_b", true),
            ("axb", "a\\_b", false), ("", "%", true), ("", "", true), ("x", "", false), ("aXbXc", "a%X%c", true),
            ("é", "_", true), ("東京", "東_", true), ("back\\slash", "back\\\\slash", true), ("end\\", "end\\", true),
        ])
    func like(_ text: String, _ pattern: String, _ matches: Bool) {
        #expect(self.matches(text, pattern, folding: false) == matches)
    }

    @Test(
        "ILIKE folds case beyond ASCII, but not accents",
        arguments: [
            ("ÉCLAIR", "%éclair%", true), ("Ωmega", "ωMEGA", true), ("eclair", "éclair", false),
            ("Straße", "STRASSE", false),
            ("Ada", "aDA", true),
        ])
    func ilike(_ text: String, _ pattern: String, _ matches: Bool) {
        #expect(self.matches(text, pattern, folding: true) == matches)
    }

    @Test("A hostile pattern takes no more than the product of the lengths")
    func hostile() {
        let text = String(repeating: "a", count: 5000)
        let pattern = String(repeating: "a%", count: 500) + "b"
        #expect(!matches(text, pattern, folding: true))
    }

    private func compare(_ left: String, _ right: String) -> Int {
        Array(left.utf8).withUnsafeBytes { left in
            Array(right.utf8).withUnsafeBytes { Int(TextCollation.compare(left, $0)) }
        }
    }

    private func matches(_ text: String, _ pattern: String, folding: Bool) -> Bool {
        Array(text.utf8).withUnsafeBytes { text in
            Array(pattern.utf8).withUnsafeBytes { LikePattern.matches(text, $0, folding: folding) }
        }
    }
}
