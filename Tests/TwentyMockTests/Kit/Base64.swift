import Foundation

extension Data {
    /// Padded standard base64 of a text.
    static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
}

extension String {
    /// For use in a query string.
    var urlEncoded: String { addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? self }

    /// Padded standard base64 of the text.
    var base64: String { Data.base64(self) }

    /// The text behind padded standard base64.
    var base64Decoded: String? { Data(base64Encoded: self).map { String(decoding: $0, as: UTF8.self) } }
}
