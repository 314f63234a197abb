/// The addresses of an EMAILS field.
package enum EmailAddress {
    /// How far a written address is changed before it is stored; a difference between releases (rest-core 9.4).
    package enum Style: Sendable {
        /// Lower case, nothing else.
        case lowerCase
        /// Lower case, and the domain in its ASCII form.
        case asciiDomain
    }

    /// No blank, `@` or `"` before the `@`, 1 to 64 characters; then 1 to 255 characters without blank or `@`
    /// (graphql-core 8).
    package static func isValid(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let at = scalars.firstIndex(of: "@") else { return false }
        let local = text[..<at]
        let domain = text[scalars.index(after: at)...]
        return (1...64).contains(local.utf16.count) && (1...255).contains(domain.utf16.count)
            && !local.unicodeScalars.contains { $0 == "\"" || $0.isJavaScriptBlank }
            && !domain.unicodeScalars.contains { $0 == "@" || $0.isJavaScriptBlank }
    }

    /// The form that is stored: `X@MÜNCHEN。DE.` becomes `x@xn--mnchen-3ya.de` with `asciiDomain` (rest-core 9.4).
    /// A domain that has no ASCII form is only lower-cased.
    package static func normalised(_ text: String, style: Style) -> String {
        let lowerCase = text.lowercased()
        guard style == .asciiDomain, let at = lowerCase.unicodeScalars.lastIndex(of: "@") else { return lowerCase }
        let start = lowerCase.unicodeScalars.index(after: at)
        guard var domain = DomainName.ascii(lowerCase[start...]) else { return lowerCase }
        while domain.utf8.last == UInt8(ascii: ".") { domain.removeLast() }
        return domain.isEmpty ? lowerCase : lowerCase[..<start] + domain
    }
}

extension Unicode.Scalar {
    /// What `\s` matches in JavaScript.
    fileprivate var isJavaScriptBlank: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
        default: false
        }
    }
}
