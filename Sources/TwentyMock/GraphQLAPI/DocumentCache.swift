import GraphQL
import JSON
import Synchronization

/// Parsed documents by their text, and what was made of them; bounded.
final class DocumentCache: Sendable {
    private struct Documents {
        var byText: [String: CachedDocument] = [:]
        /// How many bytes the texts have together.
        var size = 0
    }

    private static let capacity = 500
    /// What is made of a document takes some twenty times its text.
    private static let largestSize = 512 * 1024
    /// Longer documents are not kept.
    private static let longestText = 32 * 1024

    private let documents = Mutex(Documents())
    private let adapt: @Sendable (DocumentNode) -> DocumentNode

    /// - Parameter adapt: makes of each document what is kept.
    init(adapting adapt: @escaping @Sendable (DocumentNode) -> DocumentNode = { $0 }) { self.adapt = adapt }

    func document(_ text: String) throws(GraphQLError) -> CachedDocument {
        if let document = documents.withLock({ $0.byText[text] }) { return document }
        let document = CachedDocument(adapt(try DocumentNode.parse(text)))
        let size = text.utf8.count
        guard size <= Self.longestText else { return document }
        documents.withLock { documents in
            if documents.byText.count >= Self.capacity || documents.size + size > Self.largestSize {
                documents = Documents()
            }
            if documents.byText.updateValue(document, forKey: text) == nil { documents.size += size }
        }
        return document
    }
}

/// A document with the operations that were compiled from it.
final class CachedDocument: Sendable {
    private struct Key: Hashable {
        let operationName: String?
        let isKnown: Bool
        /// The values of the variables that decide what is selected; what is no Boolean decides nothing.
        let conditions: [Bool?]
    }

    /// How many variants are kept: operations, and values of variables in `@include` and `@skip`.
    private static let capacity = 16

    let document: DocumentNode
    /// The variables in `@include` and `@skip`.
    private let conditions: [String]
    private let operations = Mutex<[Key: CompiledOperation]>([:])
    private let errors = Mutex<[GraphQLError]?>(nil)

    init(_ document: DocumentNode) {
        self.document = document
        conditions = ConditionVariables(document).names.sorted()
    }

    /// What is wrong with the document under the one schema that its cache is about; found out once.
    func errors(under schema: GraphQLSchema) -> [GraphQLError] {
        errors.withLock { found in
            if let found { return found }
            let errors = schema.validate(document)
            found = errors
            return errors
        }
    }

    /// The operation of a request, compiled by `compile` unless it was before.
    ///
    /// - Parameters:
    ///   - variables: with the defaults of those that the request does not give.
    ///   - isKnown: whether the request names a workspace.
    func operation(
        named name: String?, variables: JSONObject, isKnown: Bool, compile: () throws -> CompiledOperation
    ) throws -> CompiledOperation {
        let key = Key(operationName: name, isKnown: isKnown, conditions: conditions.map { variables[$0]?.boolValue })
        if let operation = operations.withLock({ $0[key] }) { return operation }
        let operation = try compile()
        operations.withLock { operations in
            if operations.count >= Self.capacity { operations.removeAll() }
            operations[key] = operation
        }
        return operation
    }
}

/// Collects the variables on which it depends what a document selects.
private struct ConditionVariables {
    private(set) var names: Set<String> = []

    init(_ document: DocumentNode) {
        for definition in document.definitions {
            switch definition {
            case .operation(let operation): visit(operation.selectionSet)
            case .fragment(let fragment): visit(fragment.selectionSet)
            default: continue
            }
        }
    }

    private mutating func visit(_ set: SelectionSetNode) {
        for selection in set.selections {
            switch selection {
            case .field(let field):
                visit(field.directives)
                if let inner = field.selectionSet { visit(inner) }
            case .inlineFragment(let fragment):
                visit(fragment.directives)
                visit(fragment.selectionSet)
            case .fragmentSpread(let spread): visit(spread.directives)
            }
        }
    }

    private mutating func visit(_ directives: [DirectiveNode]) {
        for directive in directives where directive.name.text == "skip" || directive.name.text == "include" {
            for argument in directive.arguments {
                if let name = argument.value.variableName { names.insert(name) }
            }
        }
    }
}
