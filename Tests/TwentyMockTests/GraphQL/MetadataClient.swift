import JSON
import Testing

extension API {
    /// Sends a document to the metadata endpoint.
    ///
    /// - Parameter key: `nil` sends none.
    func metadata(_ query: String, _ variables: JSONValue? = nil, key: String?) throws -> Answer {
        let body: JSONValue = ["query": .string(query), "variables": variables ?? .null]
        var headers = [("Content-Type", "application/json")]
        if let key { headers.append(("Authorization", "Bearer \(key)")) }
        return try send("POST", "/metadata", headers: headers, body: body.serializedText)
    }

    func metadata(_ query: String, _ variables: JSONValue? = nil) throws -> Answer {
        try metadata(query, variables, key: key)
    }

    /// What stands in `data` of an answer that has to be without errors.
    func metadataData(
        _ query: String, _ variables: JSONValue? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> JSONValue {
        let answer = try metadata(query, variables)
        try #require(answer.status == 200 && answer["errors"] == nil, "\(answer.raw)", sourceLocation: sourceLocation)
        return try #require(answer["data"], sourceLocation: sourceLocation)
    }

    /// The one error of an answer.
    func metadataRefusal(
        _ query: String, _ variables: JSONValue? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> GraphQLRefusal {
        let answer = try metadata(query, variables)
        return try #require(answer.graphQLRefusal, "\(answer.raw)", sourceLocation: sourceLocation)
    }

    /// The ids of all objects by their singular names.
    func objectIDs() throws -> [String: String] {
        let data = try metadataData("{objects(paging:{first:1000}){edges{node{id nameSingular}}}}")
        return Dictionary(
            data.nodes("objects").map { ($0.text("nameSingular") ?? "", $0.id) },
            uniquingKeysWith: { first, _ in first })
    }
}
