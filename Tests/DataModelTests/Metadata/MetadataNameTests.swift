import Testing

@testable import DataModel

/// metadata 5.2, 5.3.
@Suite struct MetadataNameTests {
    @Test(
        "A name is computed from a label",
        arguments: [
            ("Rocket", "rocket"), ("Sales Person", "salesPerson"), ("User", "userCustom"), ("5 Deals", "n5Deals"),
            ("VIP Client", "vipClient"), ("URLField", "urlField"), ("Größe", "grosse"), ("Café au lait", "cafeAuLait"),
            ("  a--b  c ", "aBC"), ("Ångström №", "angstrom"), ("***", ""), ("Job", "jobCustom"),
        ])
    func computed(label: String, name: String) {
        #expect(MetadataName.computed(from: label) == name)
    }

    private static let pattern =
        "Name is not valid: it must start with lowercase letter and contain only alphanumeric letters"
    private static let reserved =
        "This name is reserved. Use a different name or the system will add \"Custom\" suffix."

    @Test(
        "All broken rules are told, in order",
        arguments: [
            ("rocket", []), ("fooBAR", []), ("a", []), ("1a", [pattern]), ("Rocket", [pattern]), ("a b", [pattern]),
            ("aé", [pattern]), ("", ["Name is too short", pattern]), ("users", [reserved]), ("select", []),
            ("index", [reserved]),
            (String(repeating: "a", count: 63), []), (String(repeating: "a", count: 64), ["Name is too long"]),
            (String(repeating: "A", count: 64), ["Name is too long", pattern]),
        ])
    func problems(name: String, expected: [String]) {
        #expect(MetadataName.problems(name) == expected)
    }

    @Test(
        "Names with dangerous characters are refused before any rule",
        arguments: [
            "", "a'b", "a\"b", "a\\b", "a;b", "a.b", "a=b", "a*b", "a/b", "not", "Int", "ID",
        ])
    func forbiddenShape(name: String) { #expect(MetadataName.hasForbiddenShape(name)) }
}
