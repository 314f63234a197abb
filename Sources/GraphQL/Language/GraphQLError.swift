import JSON

/// An entry of `errors` in a response (spec 7.1.2).
package struct GraphQLError: Error, Sendable, Hashable {
    /// A step from the root of a response to a value in it.
    package enum PathSegment: Sendable, Hashable {
        case key(String)
        case index(Int)
    }

    package var message: String
    /// What kind of error it is called, where a server tells.
    package var name: String?
    package var locations: [SourceLocation]
    package var path: [PathSegment]?
    package var extensions: JSONObject?

    package init(
        _ message: String, locations: [SourceLocation] = [], path: [PathSegment]? = nil,
        extensions: JSONObject? = nil
    ) {
        self.message = message
        self.locations = locations
        self.path = path
        self.extensions = extensions
    }
}

extension GraphQLError {
    /// The entry as a response has it: without members that say nothing.
    package var json: JSONObject {
        var object: JSONObject = ["message": .string(message)]
        if let name { object["name"] = .string(name) }
        if !locations.isEmpty {
            object["locations"] = .array(
                locations.map { ["line": .int(Int64($0.line)), "column": .int(Int64($0.column))] })
        }
        if let path {
            object["path"] = .array(path.map(\.json))
        }
        if let extensions, !extensions.isEmpty {
            object["extensions"] = .object(extensions)
        }
        return object
    }
}

extension GraphQLError.PathSegment {
    package var json: JSONValue {
        switch self {
        case .key(let key): .string(key)
        case .index(let index): .int(Int64(index))
        }
    }
}
