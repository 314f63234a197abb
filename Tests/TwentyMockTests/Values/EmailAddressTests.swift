import Testing

@testable import TwentyMock

/// graphql-core 8 (EMAILS), rest-core 9.4.
@Suite struct EmailAddressTests {
    @Test(arguments: [
        "a@b", "ada@example.com", "ada+tag@sub.example.com", "é@münchen.de", "'@x.y", "a@b\"c",
        String(repeating: "l", count: 64) + "@" + String(repeating: "d", count: 255),
    ])
    func accepts(text: String) {
        #expect(EmailAddress.isValid(text))
    }

    @Test(arguments: [
        "", "@", "not-an-email", "a@", "@b", "a b@c.de", "a@b c", "a@b@c", "\"a\"@b.c", "a\u{A0}b@c", "a@\u{3000}b",
        "a@b\n", String(repeating: "l", count: 65) + "@d.e", "l@" + String(repeating: "d", count: 256),
    ])
    func refuses(text: String) {
        #expect(!EmailAddress.isValid(text))
    }

    @Test(arguments: [
        ("X@MÜNCHEN。DE.", "x@münchen。de.", "x@xn--mnchen-3ya.de"),
        ("Ada@Example.COM", "ada@example.com", "ada@example.com"),
        ("ada@example.com.", "ada@example.com.", "ada@example.com"),
        ("ada@ＥＸＡＭＰＬＥ．com", "ada@ｅｘａｍｐｌｅ．com", "ada@example.com"),
        ("ada@mu\u{308}nchen.de", "ada@mu\u{308}nchen.de", "ada@xn--mnchen-3ya.de"),
        ("É@B.C", "é@b.c", "é@b.c"),
        ("a@[127.0.0.1]", "a@[127.0.0.1]", "a@[127.0.0.1]"),
        ("a@.", "a@.", "a@."),
        ("no at sign", "no at sign", "no at sign"),
    ])
    func normalises(text: String, older: String, newest: String) {
        #expect(EmailAddress.normalised(text, style: .lowerCase) == older)
        #expect(EmailAddress.normalised(text, style: .asciiDomain) == newest)
    }

    /// The first samples are those of RFC 3492, section 7.1 (in lower case, as labels are when they get here).
    @Test(arguments: [
        ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"),
        ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
        ("3年b組金八先生", "3b-ww4c5e180e575a65lsy2b"),
        ("安室奈美恵-with-super-monkeys", "-with-super-monkeys-pc58ag80a8qai00g7n9n"),
        ("ひとつ屋根の下2", "2-u9tlzr9756bt3uc0v"),
        ("maji\u{3067}koi\u{3059}\u{308B}5秒前", "majikoi5-783gue6qz075azm5e"),
        ("bücher", "bcher-kva"),
        ("", ""),
    ])
    func encodesPunycode(label: String, expected: String) {
        #expect(Punycode.encoded(label) == expected)
    }

    @Test func refusesEndlessLabels() {
        #expect(Punycode.encoded(String(repeating: "ü", count: 100_000)) == nil)
    }
}
