/// Literals are of the type that their place asks for (spec 5.6.1, 5.6.2, 5.6.4).
final class ValuesOfCorrectTypeRule: ValidationRule {
    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        switch node {
        case .value(let value): return check(value, types, context)
        case .objectField(let field): check(field, types, context)
        default: break
        }
        return .visitChildren
    }

    private func check(_ value: ValueNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        switch value.kind {
        case .variable:
            break
        case .null:
            if let type = types.inputType, type.isNonNull {
                context.report("Expected value of type \"\(type)\", found null.", at: value.offset)
            }
        case .list:
            // The type here is that of the elements.
            if types.parentInputType?.element == nil {
                checkLeaf(value, types, context)
                return .skipChildren
            }
        case .object(let fields):
            guard let type = types.inputType, case .inputObject(let input) = context.schema.type(of: type) else {
                checkLeaf(value, types, context)
                return .skipChildren
            }
            let given = Set(fields.map(\.name.text))
            for field in input.fields where field.isRequired && !given.contains(field.name) {
                context.report(
                    "Field \"\(input.name).\(field.name)\" of required type \"\(field.type)\" was not provided.",
                    at: value.offset)
            }
        default:
            checkLeaf(value, types, context)
        }
        return .visitChildren
    }

    private func check(_ field: ObjectFieldNode, _ types: TypeContext, _ context: ValidationContext) {
        guard types.inputType == nil, let parent = types.parentInputType,
            case .inputObject(let input) = context.schema.type(of: parent)
        else { return }
        let name = field.name.text
        let suggestion = Suggestions.didYouMean(Suggestions.similar(to: name, in: input.fields.names))
        context.report(
            "Field \"\(name)\" is not defined by type \"\(input.name)\"." + suggestion, at: field.offset)
    }

    private func checkLeaf(_ value: ValueNode, _ types: TypeContext, _ context: ValidationContext) {
        guard let type = types.inputType else { return }
        let expectation = { "Expected value of type \"\(type)\", found \(value)" }
        do {
            switch context.schema.type(of: type) {
            case .scalar(let scalar): _ = try scalar.parseLiteral(value, [:])
            case .enumeration(let enumeration): _ = try enumeration.parseLiteral(value)
            default: context.report(expectation() + ".", at: value.offset)
            }
        } catch let error as GraphQLError {
            context.report(error.message, at: value.offset)
        } catch {
            context.report(expectation() + "; \(error)", at: value.offset)
        }
    }
}
