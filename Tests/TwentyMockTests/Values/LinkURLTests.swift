import Testing

@testable import TwentyMock

/// rest-core 9.4, data-model 4, graphql-core 8 (LINKS). What is no ordinary case was compared with Node 20's `URL`.
@Suite struct LinkURLTests {
    @Test(arguments: [
        ("HTTPS://WWW.Acme.COM", "https://www.acme.com"),
        ("https://www.acme.com/", "https://www.acme.com"),
        ("https://acme.com/About/", "https://acme.com/About"),
        ("https://acme.com//", "https://acme.com/"),
        ("https://acme.com/?q=A#Top", "https://acme.com/?q=A#Top"),
        ("https://acme.com/x?q=/", "https://acme.com/x?q="),
        ("https://acme.com/?", "https://acme.com"),
        ("https://user:secret@acme.com/x", "https://acme.com/x"),
        ("https://acme.com:443/x", "https://acme.com/x"),
        ("http://acme.com:8080/x", "http://acme.com:8080/x"),
        ("https://münchen.de/straße", "https://xn--mnchen-3ya.de/stra%C3%9Fe"),
        ("https://acme.com/a b?c d#e f", "https://acme.com/a%20b?c%20d#e%20f"),
        ("https://acme.com/caf%C3%A9", "https://acme.com/caf%C3%A9"),
        ("https://acme.com/a/../b/./c", "https://acme.com/b/c"),
        (" https://acme.com\\x ", "https://acme.com/x"),
        ("http://0x7f.1/", "http://127.0.0.1"),
        ("http://[2001:DB8:0:0:1::1]:80/", "http://[2001:db8::1:0:0:1]"),
        ("http://[::FFFF:192.0.2.1]", "http://[::ffff:c000:201]"),
    ])
    func normalisesUrlsWithScheme(text: String, expected: String) {
        #expect(LinkURL.normalised(text) == expected)
    }

    @Test(arguments: [
        "Acme.com/X/", "twenty.com", "", "not a link", "http://", "https://a b.com", "https://acme.com:99999/",
        "http://[::1", "http://256.1.1.1", "mailto:Ada@Example.com", "localhost:3000/", "javascript:alert(1)",
    ])
    func keepsAnythingElseVerbatim(text: String) {
        #expect(LinkURL.normalised(text) == text)
    }

    @Test(arguments: [
        "https://acme.com", "acme.com", "acme.com:8080/x", "localhost", "localhost:3000", "http://LOCALHOST",
        "127.0.0.1",
        "https://[::1]/", "[::1]", "münchen.de", "ada@acme.com", "mailto:ada@acme.com", "ssh://git.acme.com/x",
    ])
    func hostWithDotAddressOrLocalhostIsValid(text: String) {
        #expect(LinkURL.isValid(text))
    }

    @Test(arguments: [
        "", "acme", "acme.", "https://acme", "123", "https://123", "not a link", "https://", "https://a b.com",
        "http://1.2.3.4.5", "...", "foo://bar",
    ])
    func anyOtherHostIsInvalid(text: String) {
        #expect(!LinkURL.isValid(text))
    }

    @Test(arguments: [
        ("https://www.Acme.com/x", "acme.com"),
        ("https://www.Acme.com/about", "acme.com"),
        ("Acme.com", "acme.com"),
        ("www.acme.com", "acme.com"),
        ("acme.com/x?y#z", "acme.com"),
        ("acme.com..", "acme.com"),
        ("https://user:secret@acme.com:8080/", "acme.com"),
        ("https://WWW.MÜNCHEN。DE.", "xn--mnchen-3ya.de"),
        ("sub.acme.com", "sub.acme.com"),
        ("https://127.0.0.1:80", "127.0.0.1"),
        ("", ""),
        ("not a domain", "not a domain"),
        ("www.", "www."),
    ])
    func domainVariantIsTheBareHost(text: String, expected: String) {
        #expect(LinkURL.domain(text) == expected)
    }

    @Test func isLinearOnHostileInput() {
        for piece in ["/..", "a.", "%", "@", "ü", "[", ":", "/", "1"] {
            let text = "https://" + String(repeating: piece, count: 20_000)
            _ = LinkURL.normalised(text)
            _ = LinkURL.isValid(text)
            _ = LinkURL.domain(text)
        }
    }
}
