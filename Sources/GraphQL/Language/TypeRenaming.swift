extension DocumentNode {
    /// The same document with other names for the types that it mentions: in the conditions of fragments and in the
    /// types of variables. Everything keeps its place in the source.
    ///
    /// - Parameter rename: the name to put in place of another; `nil` leaves it.
    package func renamingTypes(_ rename: (String) -> String?) -> DocumentNode {
        withoutActuallyEscaping(rename) { rename in
            let renaming = TypeRenaming(rename: rename)
            return DocumentNode(source: source, definitions: definitions.map(renaming.definition))
        }
    }
}

private struct TypeRenaming {
    let rename: (String) -> String?

    func definition(_ definition: DefinitionNode) -> DefinitionNode {
        switch definition {
        case .operation(let operation):
            .operation(
                OperationDefinitionNode(
                    type: operation.type, name: operation.name, variables: operation.variables.map(variable),
                    directives: operation.directives, selectionSet: selectionSet(operation.selectionSet),
                    offset: operation.offset))
        case .fragment(let fragment):
            .fragment(
                FragmentDefinitionNode(
                    name: fragment.name, typeCondition: name(fragment.typeCondition), directives: fragment.directives,
                    selectionSet: selectionSet(fragment.selectionSet), offset: fragment.offset))
        case .schema, .type, .directive: definition
        }
    }

    private func name(_ node: NameNode) -> NameNode {
        NameNode(text: rename(node.text) ?? node.text, offset: node.offset)
    }

    private func type(_ type: TypeNode) -> TypeNode {
        switch type {
        case .named(let node): .named(name(node))
        case .list(let inner, let offset): .list(self.type(inner), offset: offset)
        case .nonNull(let inner): .nonNull(self.type(inner))
        }
    }

    private func variable(_ variable: VariableDefinitionNode) -> VariableDefinitionNode {
        VariableDefinitionNode(
            name: variable.name, type: type(variable.type), defaultValue: variable.defaultValue,
            directives: variable.directives, offset: variable.offset)
    }

    private func selectionSet(_ set: SelectionSetNode) -> SelectionSetNode {
        SelectionSetNode(selections: set.selections.map(selection), offset: set.offset)
    }

    private func selection(_ selection: SelectionNode) -> SelectionNode {
        switch selection {
        case .field(let field):
            guard let inner = field.selectionSet else { return selection }
            return .field(
                FieldNode(
                    alias: field.alias, name: field.name, arguments: field.arguments, directives: field.directives,
                    selectionSet: selectionSet(inner)))
        case .inlineFragment(let fragment):
            return .inlineFragment(
                InlineFragmentNode(
                    typeCondition: fragment.typeCondition.map(name), directives: fragment.directives,
                    selectionSet: selectionSet(fragment.selectionSet), offset: fragment.offset))
        case .fragmentSpread: return selection
        }
    }
}
