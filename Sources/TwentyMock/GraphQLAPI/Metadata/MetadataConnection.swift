import Foundation
import GraphQL
import JSON

/// Which part of a connection is asked for (metadata 15.2).
struct MetadataWindow {
    private static let maximum = 1000

    private(set) var count = 10
    private(set) var isBackward = false
    private(set) var after: String?
    private(set) var before: String?

    /// - Parameter paging: a coerced `CursorPaging`.
    init(_ paging: JSONObject) throws {
        func given(_ key: String) -> JSONValue? { paging[key].flatMap { $0.isNull ? nil : $0 } }
        let first = given("first")?.intValue
        let last = given("last")?.intValue
        let refusal: String? =
            switch (first, last, given("after"), given("before")) {
            case (.some, .some, _, _): "Cannot use both first and last"
            case (_, _, .some, .some): "Cannot use both after and before"
            case (.some, _, _, .some): "Cannot use first with before"
            case (_, .some, .some, _): "Cannot use last with after"
            default: nil
            }
        if let refusal { throw GraphQLFailure.badRequest(refusal) }
        if let size = first ?? last {
            guard size >= 0 else { throw GraphQLFailure.badRequest("Page size cannot be negative") }
            guard size <= Self.maximum else {
                throw GraphQLFailure.badRequest(
                    "Requested page size of \(size) exceeds the maximum size of \(Self.maximum)")
            }
            count = Int(size)
        }
        after = try given("after").map(Self.id)
        before = try given("before").map(Self.id)
        isBackward = last != nil || before != nil
    }

    private static func id(_ cursor: JSONValue) throws -> String {
        let text = cursor.stringValue ?? ""
        guard let json = Data(base64Encoded: text).flatMap({ try? JSONValue(parsing: Array($0)) }),
            let id = json["id"]?.stringValue, UUIDText.isValid(id)
        else { throw GraphQLFailure.badRequest("Invalid cursor: \(text)") }
        return id.lowercased()
    }

    /// - Parameter nodes: the whole list, ids descending.
    func connection(_ nodes: [MetadataNode]) -> ResolvedValue {
        let start = after.map { after in nodes.firstIndex { $0.id < after } ?? nodes.count } ?? 0
        let end = before.map { before in nodes.firstIndex { $0.id <= before } ?? nodes.count } ?? nodes.count
        let range = nodes[start..<max(start, end)]
        let page = isBackward ? range.suffix(count) : range.prefix(count)
        let info: JSONValue = [
            "hasNextPage": .bool(page.endIndex < nodes.count), "hasPreviousPage": .bool(page.startIndex > 0),
            "startCursor": .text(page.first.map(Self.cursor)), "endCursor": .text(page.last.map(Self.cursor)),
        ]
        return .object(MetadataPageSource(nodes: Array(page), pageInfo: info))
    }

    fileprivate static func cursor(_ node: MetadataNode) -> String {
        Cursor.encode(["id": .string(node.id)])
    }
}

/// The source of a connection's fields.
struct MetadataPageSource: Sendable {
    let nodes: [MetadataNode]
    let pageInfo: JSONValue

    static let edges: Resolver = { source, _, _ in
        let nodes = (source as? MetadataPageSource)?.nodes ?? []
        return .list(nodes.map { .object(MetadataEdgeSource(node: $0)) })
    }

    static let pageInfo: Resolver = { source, _, _ in .value((source as? MetadataPageSource)?.pageInfo ?? .null) }
}

/// The source of an edge's fields.
struct MetadataEdgeSource: Sendable {
    let node: MetadataNode

    static let node: Resolver = { source, _, _ in
        guard let edge = source as? MetadataEdgeSource else { return .null }
        return .object(edge.node)
    }

    static let cursor: Resolver = { source, _, _ in
        guard let edge = source as? MetadataEdgeSource else { return .null }
        return .value(.string(MetadataWindow.cursor(edge.node)))
    }
}
