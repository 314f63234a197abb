import JSON
import Testing

extension API {
    /// Sends a document with the key, as clients do.
    func graphQL(
        _ query: String, _ variables: JSONValue? = nil, operationName: String? = nil,
        headers: [(String, String)]? = nil, accept: String? = "application/json"
    ) throws -> Answer {
        var body: JSONValue = ["query": .string(query), "variables": variables ?? .null]
        if let operationName { body = ["query": .string(query), "operationName": .string(operationName)] }
        var headers = headers ?? [("Authorization", "Bearer \(key)")]
        headers.append(("Content-Type", "application/json"))
        if let accept { headers.append(("Accept", accept)) }
        return try send("POST", "/graphql", headers: headers, body: body.serializedText)
    }

    /// What stands in `data` of an answer that has to be without errors.
    func data(
        _ query: String, _ variables: JSONValue? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> JSONValue {
        let answer = try graphQL(query, variables)
        try #require(answer.status == 200 && answer["errors"] == nil, "\(answer.raw)", sourceLocation: sourceLocation)
        return try #require(answer["data"], sourceLocation: sourceLocation)
    }

    /// The one error of an answer.
    func refusal(
        _ query: String, _ variables: JSONValue? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> GraphQLRefusal {
        let answer = try graphQL(query, variables)
        try #require(answer.status == 200, "\(answer.raw)", sourceLocation: sourceLocation)
        return try #require(answer.graphQLRefusal, "\(answer.raw)", sourceLocation: sourceLocation)
    }
}

/// An entry of `errors` (graphql-core 2).
struct GraphQLRefusal: Equatable, CustomStringConvertible {
    let message: String
    let code: String?
    let subCode: String?

    init(_ message: String, _ code: String? = nil, _ subCode: String? = nil) {
        self.message = message
        self.code = code
        self.subCode = subCode
    }

    static func bad(_ message: String, _ subCode: String? = nil) -> GraphQLRefusal {
        GraphQLRefusal(message, "BAD_USER_INPUT", subCode)
    }

    static func query(_ message: String) -> GraphQLRefusal { bad(message, "INVALID_QUERY_INPUT") }
    static func filter(_ message: String) -> GraphQLRefusal { bad(message, "INVALID_ARGS_FILTER") }
    static func data(_ message: String) -> GraphQLRefusal { bad(message, "INVALID_ARGS_DATA") }
    static let notFound = GraphQLRefusal("Record not found", "NOT_FOUND", "RECORD_NOT_FOUND")

    var description: String { "\(code ?? "-")(\(subCode ?? "-")): \(message)" }
}

extension Answer {
    /// The only error, `nil` when there are none or several.
    var graphQLRefusal: GraphQLRefusal? {
        guard let errors = json["errors"]?.arrayValue, errors.count == 1,
            let message = errors[0]["message"]?.stringValue
        else { return nil }
        return GraphQLRefusal(
            message, errors[0]["extensions"]?["code"]?.stringValue, errors[0]["extensions"]?["subCode"]?.stringValue)
    }
}

extension JSONValue {
    /// The value at a path of keys and positions: `data.at("people", "edges", "0", "node")`.
    func at(_ path: String...) -> JSONValue? {
        path.reduce(Optional(self)) { value, step in Int(step).flatMap { value?[$0] } ?? value?[step] }
    }

    /// The nodes of the connection called `name`.
    func nodes(_ name: String) -> [JSONValue] { self[name]?["edges"]?.arrayValue?.compactMap { $0["node"] } ?? [] }
}
