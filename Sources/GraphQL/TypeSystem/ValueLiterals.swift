import JSON

extension GraphQLSchema {
    /// The literal that stands for a coerced value; `nil` when there is none.
    package func literal(for value: JSONValue, of type: TypeReference) -> ValueNode? {
        switch type {
        case .nonNull(let inner):
            let literal = literal(for: value, of: inner)
            return literal?.isNull ?? true ? nil : literal
        case _ where value.isNull:
            return ValueNode(kind: .null)
        case .list(let element):
            guard case .array(let items) = value else { return literal(for: value, of: element) }
            return ValueNode(kind: .list(items.compactMap { literal(for: $0, of: element) }))
        case .named(let name):
            switch self.type(named: name) {
            case .inputObject(let input):
                guard case .object(let object) = value else { return nil }
                return ValueNode(
                    kind: .object(
                        input.fields.compactMap { field in
                            guard let member = object[field.name] else { return nil }
                            return self.literal(for: member, of: field.type).map { .init(field.name, $0) }
                        }))
            case .enumeration(let enumeration):
                guard case .string(let text)? = try? enumeration.serialize(value) else { return nil }
                return ValueNode(kind: .enumValue(text))
            case .scalar(let scalar):
                guard let serialized = try? scalar.serialize(value) else { return nil }
                return ValueNode(untyped: serialized, isID: scalar.name == "ID")
            default:
                return nil
            }
        }
    }

    /// The default of an argument or an input field as source text (spec 4.2.6).
    package func defaultText(of input: InputValueDefinition) -> String? {
        defaultValue(of: input).flatMap { literal(for: $0, of: input.type) }?.description
    }
}

extension ObjectFieldNode {
    fileprivate init(_ name: String, _ value: ValueNode) {
        self.init(name: NameNode(text: name, offset: 0), value: value)
    }
}

extension ValueNode {
    /// The literal that reads as a JSON value.
    fileprivate init(untyped value: JSONValue, isID: Bool = false) {
        let kind: Kind =
            switch value {
            case .null: .null
            case .bool(let value): .boolean(value)
            case .int, .bigInteger: .int(value.serializedText)
            case .double(let number): Self.number(number, value.serializedText)
            case .string(let text):
                isID && Self.isInteger(text) ? .int(text) : .string(text, isBlock: false)
            case .array(let elements): .list(elements.map { ValueNode(untyped: $0) })
            case .object(let object):
                .object(object.members.map { ObjectFieldNode($0.key, ValueNode(untyped: $0.value)) })
            }
        self.init(kind: kind)
    }

    private static func number(_ number: Double, _ text: String) -> Kind {
        guard number.isFinite else { return .null }
        return isInteger(text) ? .int(text) : .float(text)
    }

    private static func isInteger(_ text: String) -> Bool {
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        guard let first = digits.first, digits.allSatisfy(\.isDigit) else { return false }
        return first != UInt8(ascii: "0") || digits.count == 1
    }
}
