import JSON

/// Input coercion of the value of one variable (spec 3.5 to 3.12), with every error that it has.
struct InputCoercion {
    let schema: GraphQLSchema
    var variable = ""
    private(set) var isAborted = false
    private var path: [GraphQLError.PathSegment] = []
    private let onError: (GraphQLError) -> Bool

    /// - Parameter onError: called for each error; `false` ends the coercion.
    init(schema: GraphQLSchema, onError: @escaping (GraphQLError) -> Bool) {
        self.schema = schema
        self.onError = onError
    }

    mutating func report(_ message: String, extensions: JSONObject? = nil) {
        if !isAborted, !onError(GraphQLError(message, extensions: extensions)) {
            isAborted = true
        }
    }

    private mutating func report(_ value: JSONValue, _ message: String, extensions: JSONObject? = nil) {
        if isAborted { return }
        var place = ""
        if !path.isEmpty {
            place = " at \"\(variable)"
            for segment in path {
                switch segment {
                case .key(let key): place += "." + key
                case .index(let index): place += "[\(index)]"
                }
            }
            place += "\""
        }
        report(
            "Variable \"$\(variable)\" got invalid value \(Inspection.text(of: value))\(place); \(message)",
            extensions: extensions)
    }

    /// - Returns: what is left when errors are reported counts for nothing.
    mutating func coerce(_ value: JSONValue, to type: TypeReference) -> JSONValue {
        if isAborted { return .null }
        switch type {
        case .nonNull(let inner):
            if value.isNull {
                report(value, "Expected non-nullable type \"\(type)\" not to be null.")
                return .null
            }
            return coerce(value, to: inner)
        case _ where value.isNull:
            return .null
        case .list(let element):
            guard case .array(let elements) = value else {
                return .array([coerce(value, to: element)])
            }
            var coerced: [JSONValue] = []
            coerced.reserveCapacity(elements.count)
            for (index, item) in elements.enumerated() {
                path.append(.index(index))
                coerced.append(coerce(item, to: element))
                path.removeLast()
            }
            return .array(coerced)
        case .named(let name):
            return coerce(value, toTypeNamed: name)
        }
    }

    private mutating func coerce(_ value: JSONValue, toTypeNamed name: String) -> JSONValue {
        do {
            switch schema.type(named: name) {
            case .inputObject(let input): return coerce(value, to: input)
            case .scalar(let scalar): return try scalar.parseValue(value)
            case .enumeration(let enumeration): return try enumeration.parseValue(value)
            default: report(value, "Expected type \"\(name)\".")
            }
        } catch let error as GraphQLError {
            report(value, error.message, extensions: error.extensions)
        } catch {
            report(value, "Expected type \"\(name)\". \(error)")
        }
        return .null
    }

    private mutating func coerce(_ value: JSONValue, to type: InputObjectType) -> JSONValue {
        guard case .object(let object) = value else {
            report(value, "Expected type \"\(type.name)\" to be an object.")
            return .null
        }
        let fields = type.fields
        var coerced = JSONObject()
        for field in fields {
            if let member = object[field.name] {
                path.append(.key(field.name))
                coerced[field.name] = coerce(member, to: field.type)
                path.removeLast()
            } else if let member = schema.defaultValue(of: field) {
                coerced[field.name] = member
            } else if field.type.isNonNull {
                report(value, "Field \"\(field.name)\" of required type \"\(field.type)\" was not provided.")
            }
        }
        for member in object where fields[member.key] == nil && !isAborted {
            let suggestion = Suggestions.didYouMean(Suggestions.similar(to: member.key, in: fields.names))
            report(value, "Field \"\(member.key)\" is not defined by type \"\(type.name)\"." + suggestion)
        }
        return .object(coerced)
    }
}
