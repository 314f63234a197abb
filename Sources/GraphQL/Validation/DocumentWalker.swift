protocol DocumentVisitor: AnyObject {
    /// - Returns: whether to go on below the node; `leave` is called in any case.
    func enter(_ node: VisitedNode, _ types: TypeContext) -> Traversal
    func leave(_ node: VisitedNode, _ types: TypeContext)
}

/// Walks over a document in the order of graphql-js, and knows the types on the way.
struct DocumentWalker {
    private let schema: GraphQLSchema
    private let visitor: any DocumentVisitor
    private var types = TypeContext()

    init(schema: GraphQLSchema, visitor: any DocumentVisitor) {
        self.schema = schema
        self.visitor = visitor
    }

    mutating func walk(_ document: DocumentNode) {
        visit(.document(document)) { walker in
            for definition in document.definitions {
                switch definition {
                case .operation(let operation): walker.walk(operation)
                case .fragment(let fragment): walker.walk(fragment)
                case .schema, .type, .directive: break
                }
            }
        }
    }

    mutating func walk(_ operation: OperationDefinitionNode) {
        types.type = schema.rootType(of: operation.type).map { .named($0.name) }
        visit(.operation(operation)) { walker in
            for variable in operation.variables {
                walker.walk(variable)
            }
            walker.walk(operation.directives, at: operation.type.directiveLocation)
            walker.walk(operation.selectionSet)
        }
        types.type = nil
    }

    mutating func walk(_ fragment: FragmentDefinitionNode) {
        types.type = outputType(fragment.typeCondition.text)
        visit(.fragment(fragment)) { walker in
            walker.visit(.namedType(fragment.typeCondition)) { _ in }
            walker.walk(fragment.directives, at: .fragmentDefinition)
            walker.walk(fragment.selectionSet)
        }
        types.type = nil
    }

    private mutating func visit(_ node: VisitedNode, _ children: (inout DocumentWalker) -> Void) {
        if visitor.enter(node, types) == .visitChildren {
            children(&self)
        }
        visitor.leave(node, types)
    }

    private func outputType(_ name: String) -> TypeReference? {
        schema.type(named: name).flatMap { $0.isOutput ? .named(name) : nil }
    }

    private func inputType(_ reference: TypeReference?) -> TypeReference? {
        reference.flatMap { schema.type(of: $0)?.isInput ?? false ? $0 : nil }
    }

    private mutating func walk(_ variable: VariableDefinitionNode) {
        let outer = types
        types.inputType = inputType(variable.type.reference)
        visit(.variableDefinition(variable)) { walker in
            walker.visit(.namedType(variable.type.name)) { _ in }
            if let value = variable.defaultValue {
                walker.walk(value)
            }
            walker.walk(variable.directives, at: .variableDefinition)
        }
        types = outer
    }

    private mutating func walk(_ selectionSet: SelectionSetNode) {
        let outer = types
        types.parentType = types.type.flatMap { schema.type(of: $0) }.flatMap { $0.isComposite ? $0 : nil }
        visit(.selectionSet(selectionSet)) { walker in
            for selection in selectionSet.selections {
                switch selection {
                case .field(let field):
                    walker.walk(field)
                case .inlineFragment(let fragment):
                    walker.walk(fragment)
                case .fragmentSpread(let spread):
                    walker.visit(.fragmentSpread(spread)) { $0.walk(spread.directives, at: .fragmentSpread) }
                }
            }
        }
        types = outer
    }

    private mutating func walk(_ field: FieldNode) {
        let outer = types
        types.field = types.parentType.flatMap { schema.field(named: field.name.text, on: $0) }
        types.type = types.field.flatMap { schema.type(of: $0.type)?.isOutput ?? false ? $0.type : nil }
        visit(.field(field)) { walker in
            walker.walk(field.arguments)
            walker.walk(field.directives, at: .field)
            if let selectionSet = field.selectionSet {
                walker.walk(selectionSet)
            }
        }
        types = outer
    }

    private mutating func walk(_ fragment: InlineFragmentNode) {
        let outer = types
        let name = fragment.typeCondition?.text ?? types.type?.name
        types.type = name.flatMap(outputType)
        visit(.inlineFragment(fragment)) { walker in
            if let condition = fragment.typeCondition {
                walker.visit(.namedType(condition)) { _ in }
            }
            walker.walk(fragment.directives, at: .inlineFragment)
            walker.walk(fragment.selectionSet)
        }
        types = outer
    }

    private mutating func walk(_ directives: [DirectiveNode], at location: DirectiveLocation) {
        for directive in directives {
            types.directive = schema.directives[directive.name.text]
            visit(.directive(directive, at: location)) { $0.walk(directive.arguments) }
            types.directive = nil
        }
    }

    private mutating func walk(_ arguments: [ArgumentNode]) {
        for argument in arguments {
            let outer = types
            let definitions = types.directive?.arguments ?? types.field?.arguments
            types.argument = definitions?[argument.name.text]
            types.hasDefault = types.argument?.defaultValue != nil
            types.parentInputType = types.inputType
            types.inputType = inputType(types.argument?.type)
            visit(.argument(argument)) { $0.walk(argument.value) }
            types = outer
        }
    }

    private mutating func walk(_ value: ValueNode) {
        switch value.kind {
        case .list(let items):
            let outer = types
            types.parentInputType = types.inputType
            types.inputType = inputType(types.inputType.map { $0.element ?? $0.nullable })
            types.hasDefault = false
            visit(.value(value)) { walker in
                for item in items {
                    walker.walk(item)
                }
            }
            types = outer
        case .object(let fields):
            visit(.value(value)) { walker in
                for field in fields {
                    walker.walk(field)
                }
            }
        default:
            visit(.value(value)) { _ in }
        }
    }

    private mutating func walk(_ field: ObjectFieldNode) {
        let outer = types
        var definition: InputValueDefinition?
        if let type = types.inputType, case .inputObject(let input) = schema.type(of: type) {
            definition = input.fields[field.name.text]
        }
        types.parentInputType = types.inputType
        types.inputType = inputType(definition?.type)
        types.hasDefault = definition?.defaultValue != nil
        visit(.objectField(field)) { $0.walk(field.value) }
        types = outer
    }
}

extension OperationType {
    fileprivate var directiveLocation: DirectiveLocation {
        switch self {
        case .query: .query
        case .mutation: .mutation
        case .subscription: .subscription
        }
    }
}
