/// A part of a document that rules look at.
enum VisitedNode {
    case document(DocumentNode)
    case operation(OperationDefinitionNode)
    case fragment(FragmentDefinitionNode)
    case variableDefinition(VariableDefinitionNode)
    case selectionSet(SelectionSetNode)
    case field(FieldNode)
    case fragmentSpread(FragmentSpreadNode)
    case inlineFragment(InlineFragmentNode)
    case argument(ArgumentNode)
    case directive(DirectiveNode, at: DirectiveLocation)
    case value(ValueNode)
    case objectField(ObjectFieldNode)
    case namedType(NameNode)
}

enum Traversal {
    case visitChildren
    case skipChildren
}

/// A rule of validation (spec 5). A new one is made for every document.
protocol ValidationRule: AnyObject {
    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal
    func leave(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext)
}

extension ValidationRule {
    func leave(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) {}
}
