/// What the path of a record request names (rest-core 3).
struct RESTPath: Equatable {
    /// What a known last segment asks for, next to the object.
    enum Action: String {
        case batch, duplicate, duplicates, groupBy, merge, restore
    }

    /// The object's plural name.
    let object: String
    let id: String?
    let action: Action?

    /// - Throws: ``RESTError`` for a path that no route has.
    init(_ path: RequestPath, isPatch: Bool, isPost: Bool = false) throws {
        var invalid: RESTError { .invalidPath(path) }
        let segments = Array(path.segments.dropFirst())
        guard let first = segments.first else { throw invalid }
        switch first {
        case "batch":
            guard segments.count == 2 else { throw invalid }
            self.init(object: segments[1], id: nil, action: .batch)
        case "restore" where isPatch && segments.count > 1:
            // The older spelling, which widely used clients still send.
            guard segments.count <= 3 else { throw invalid }
            self.init(
                object: segments[1], id: try segments.count == 3 ? RESTPath.id(segments[2]) : nil, action: .restore)
        default:
            let isRestoreOne = isPatch && segments.count == 3 && segments[2] == "restore"
            let isDuplicate =
                isPost && first == "dashboards" && segments.count == 3 && segments[2] == Action.duplicate.rawValue
            guard segments.count <= 2 || isRestoreOne || isDuplicate else { throw invalid }
            guard segments.count > 1 else {
                self.init(object: first, id: nil, action: nil)
                return
            }
            if segments.count == 2, let action = Action(rawValue: segments[1]), action != .batch, action != .duplicate,
                action != .restore || isPatch
            {
                self.init(object: first, id: nil, action: action)
            } else {
                self.init(
                    object: first, id: try RESTPath.id(segments[1]),
                    action: isRestoreOne ? .restore : isDuplicate ? .duplicate : nil)
            }
        }
    }

    private init(object: String, id: String?, action: Action?) {
        self.object = object
        self.id = id
        self.action = action
    }

    private static func id(_ segment: String) throws -> String {
        guard UUIDText.isValid(segment) else { throw RESTError("'\(segment)' is not a valid UUID") }
        return segment.lowercased()
    }
}

extension RESTError {
    /// What is said of a path that no route has.
    static func invalidPath(_ path: RequestPath) -> RESTError {
        RESTError(
            "Query path '\(path.text)' invalid. "
                + "Valid examples: /rest/companies/id or /rest/companies or /rest/batch/companies")
    }
}

/// The path of a request, read once for everyone who looks at it.
struct RequestPath {
    /// Percent-decoded, with `/rest`, without the query.
    let text: String
    /// What stands between the slashes; empty segments do not count.
    let segments: [String]

    init(_ text: String) {
        var text = text
        segments = text.withUTF8 { bytes in
            var segments: [String] = []
            segments.reserveCapacity(4)
            var start = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.count
                if end > start {
                    segments.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self))
                }
                start = end + 1
            }
            return segments
        }
        self.text = text
    }
}
