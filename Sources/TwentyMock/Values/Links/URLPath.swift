/// The path of a `WebURL`.
enum URLPath {
    /// As the URL standard writes it: from `/`, back-slashes turned, `.` and `..` resolved, percent-encoded.
    static func text(_ written: ArraySlice<UInt8>) -> String {
        var segments: [ArraySlice<UInt8>] = []
        let parts = written.dropFirst().split(omittingEmptySubsequences: false) { $0.isURLSlash }
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            switch dots(part) {
            case 1:
                if isLast { segments.append([]) }
            case 2:
                _ = segments.popLast()
                if isLast { segments.append([]) }
            default:
                segments.append(part)
            }
        }
        return segments.isEmpty ? "/" : segments.map { "/" + PercentEncoding.encoded($0, escaping: .path) }.joined()
    }

    /// How many dots a segment consists of, `%2e` being one; 0 if there is anything else in it.
    private static func dots(_ segment: ArraySlice<UInt8>) -> Int {
        guard segment.count <= 6 else { return 0 }
        var rest = segment
        var count = 0
        while let first = rest.first {
            if first == UInt8(ascii: ".") {
                rest = rest.dropFirst()
            } else if rest.starts(with: "%2e".utf8) || rest.starts(with: "%2E".utf8) {
                rest = rest.dropFirst(3)
            } else {
                return 0
            }
            count += 1
        }
        return count
    }
}
