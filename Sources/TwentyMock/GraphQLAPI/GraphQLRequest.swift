import GraphQL
import HTTPServer
import JSON

/// A request as GraphQL over HTTP reads it (graphql-core 1).
struct GraphQLRequest: Sendable {
    let query: String
    let variables: JSONObject
    let operationName: String?
    /// A GET reaches no records and changes nothing.
    let isGet: Bool

    /// Why a request has no document to look at; answered with status 400.
    struct Malformed: Error {
        let message: String
    }

    init(_ request: HTTPRequest) throws {
        let parameters: JSONObject
        if request.method == .post {
            switch try RequestBody.parse(request) {
            case .object(let object)?: parameters = object
            case .array?: throw Malformed(message: "Batching is not supported.")
            default: throw Malformed(message: "Must provide query string.")
            }
        } else {
            parameters = try Self.parameters(QueryParameters(request.query))
        }
        try self.init(parameters, isGet: request.method != .post)
    }

    private init(_ parameters: JSONObject, isGet: Bool) throws {
        func given(_ name: String) -> JSONValue? {
            guard let value = parameters[name], !value.isNull else { return nil }
            return value
        }
        guard let query = given("query"), query != .string("") else {
            throw Malformed(message: "Must provide query string.")
        }
        guard let text = query.stringValue else {
            throw Malformed(
                message: "Expected \"query\" param to be a string, but given \(Self.kind(of: query)).")
        }
        let variables = given("variables") ?? .object(JSONObject())
        guard let variables = variables.objectValue else {
            throw Malformed(
                message: "Expected \"variables\" param to be empty or an object, but given \(Self.kind(of: variables))."
            )
        }
        self.query = text
        self.variables = variables
        operationName = given("operationName")?.stringValue
        self.isGet = isGet
    }

    private static func parameters(_ query: QueryParameters) throws -> JSONObject {
        var parameters = JSONObject()
        for name in ["query", "operationName"] { parameters[name] = query.text(name).map(JSONValue.string) }
        if let text = query.text("variables"), !text.isEmpty {
            guard let variables = try? JSONValue(parsing: text) else {
                throw Malformed(message: "Variables are invalid JSON.")
            }
            parameters["variables"] = variables
        }
        return parameters
    }

    private static func kind(of value: JSONValue) -> String {
        switch value {
        case .bool: "boolean"
        case .int, .double, .bigInteger: "number"
        case .string: "string"
        case .array: "array"
        case .null, .object: "object"
        }
    }
}

/// Which of the two media types of GraphQL a client wants (graphql-core 1).
enum GraphQLMediaType {
    /// Request errors have status 200.
    case json
    /// Request errors have status 400; also when the client does not say.
    case graphQLResponse
    case unspecified

    init(_ request: HTTPRequest) {
        let wanted = request.headers["accept"]?.lowercased().split(separator: ",").lazy.compactMap { range in
            switch range.prefix(while: { $0 != ";" }).filter({ $0 != " " }) {
            case "application/json", "application/*": GraphQLMediaType.json
            case "application/graphql-response+json": GraphQLMediaType.graphQLResponse
            case "*/*": GraphQLMediaType.unspecified
            default: nil
            }
        }.first
        self = wanted ?? .unspecified
    }

    var requestErrorStatus: Int { self == .json ? 200 : 400 }
}
