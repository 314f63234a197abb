extension GraphQLSchema {
    /// The schema as a document, in the layout of graphql-js's `printSchema`: without what every schema has.
    package var sdl: String {
        let printer = SchemaPrinter(schema: self)
        let types = types.filter { type in
            if case .scalar(let scalar) = type, scalar.isBuiltIn { return false }
            return !Introspection.isIntrospectionType(type.name)
        }
        let parts =
            [printer.schemaDefinition].compactMap { $0 }
            + directives.filter { !$0.isSpecified }.map(printer.directive) + types.map(printer.type)
        return parts.joined(separator: "\n\n")
    }
}

private struct SchemaPrinter {
    let schema: GraphQLSchema

    /// `nil` when it would only say what is the convention.
    var schemaDefinition: String? {
        let roots = OperationType.allCases.compactMap { operation in
            schema.rootType(of: operation).map { (operation: operation.rawValue, type: $0.name) }
        }
        let isConventional = roots.allSatisfy { root in
            root.type == root.operation.prefix(1).uppercased() + root.operation.dropFirst()
        }
        if schema.description == nil && isConventional { return nil }
        let lines = roots.map { "  \($0.operation): \($0.type)" }
        return description(schema.description) + "schema {\n" + lines.joined(separator: "\n") + "\n}"
    }

    func directive(_ directive: DirectiveDefinition) -> String {
        description(directive.description) + "directive @\(directive.name)" + arguments(directive.arguments)
            + (directive.isRepeatable ? " repeatable" : "") + " on "
            + directive.locations.map(\.rawValue).joined(separator: " | ")
    }

    func type(_ type: NamedType) -> String {
        description(type.description) + definition(type)
    }

    private func definition(_ type: NamedType) -> String {
        switch type {
        case .scalar(let scalar):
            let url = scalar.specifiedByURL.map { " @specifiedBy(url: \(StringLiteral.quoted($0)))" } ?? ""
            return "scalar \(scalar.name)" + url
        case .object(let object):
            return "type \(object.name)" + interfaces(object.interfaces) + fields(object.fields)
        case .interface(let interface):
            return "interface \(interface.name)" + interfaces(interface.interfaces) + fields(interface.fields)
        case .union(let union):
            let members = union.members.joined(separator: " | ")
            return "union \(union.name)" + (members.isEmpty ? "" : " = \(members)")
        case .enumeration(let enumeration):
            let values = enumeration.values.map { ($0.description, $0.name + deprecation($0.deprecationReason)) }
            return "enum \(enumeration.name)" + block(values)
        case .inputObject(let input):
            return "input \(input.name)" + block(input.fields.map { ($0.description, inputValue($0)) })
        }
    }

    private func interfaces(_ names: [String]) -> String {
        names.isEmpty ? "" : " implements " + names.joined(separator: " & ")
    }

    private func fields(_ fields: DefinitionList<FieldDefinition>) -> String {
        block(
            fields.map { field in
                let arguments = arguments(field.arguments, indentation: "  ")
                return (
                    field.description,
                    "\(field.name)\(arguments): \(field.type)" + deprecation(field.deprecationReason)
                )
            })
    }

    private func block(_ items: [(description: String?, text: String)]) -> String {
        if items.isEmpty { return "" }
        let lines = items.enumerated().map { index, item in
            description(item.description, indentation: "  ", isFirst: index == 0) + "  " + item.text
        }
        return " {\n" + lines.joined(separator: "\n") + "\n}"
    }

    private func arguments(_ arguments: DefinitionList<InputValueDefinition>, indentation: String = "") -> String {
        if arguments.isEmpty { return "" }
        if arguments.allSatisfy({ $0.description == nil }) {
            return "(" + arguments.map(inputValue).joined(separator: ", ") + ")"
        }
        let lines = arguments.enumerated().map { index, argument in
            description(argument.description, indentation: "  " + indentation, isFirst: index == 0)
                + "  \(indentation)" + inputValue(argument)
        }
        return "(\n" + lines.joined(separator: "\n") + "\n\(indentation))"
    }

    private func inputValue(_ input: InputValueDefinition) -> String {
        let defaultText = schema.defaultText(of: input).map { " = \($0)" } ?? ""
        return "\(input.name): \(input.type)" + defaultText + deprecation(input.deprecationReason)
    }

    private func deprecation(_ reason: String?) -> String {
        guard let reason else { return "" }
        if reason == DirectiveDefinition.defaultDeprecationReason { return " @deprecated" }
        return " @deprecated(reason: \(StringLiteral.quoted(reason)))"
    }

    private func description(_ text: String?, indentation: String = "", isFirst: Bool = true) -> String {
        guard let text else { return "" }
        let literal = BlockString.canExpress(text) ? BlockString.literal(text) : StringLiteral.quoted(text)
        let prefix = indentation.isEmpty || isFirst ? indentation : "\n" + indentation
        return prefix + literal.replacing("\n", with: "\n" + indentation) + "\n"
    }
}
