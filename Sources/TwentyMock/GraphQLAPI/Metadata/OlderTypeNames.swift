import GraphQL

/// The names of types in the documents of older clients: `CoreView`, `CreateCoreViewInput`, `CoreApiKey`
/// (metadata 16).
///
/// They stand for what is called so without `Core`, in the conditions of fragments and the types of variables. Answers
/// and the introspection know the present names alone: `__typename` is `View`.
struct OlderTypeNames {
    let schema: GraphQLSchema

    func replaced(in document: DocumentNode) -> DocumentNode { document.renamingTypes(present) }

    private func present(_ name: String) -> String? {
        guard name.contains("Core"), schema.type(named: name) == nil else { return nil }
        let present = name.replacing("Core", with: "", maxReplacements: 1)
        return schema.type(named: present) == nil ? nil : present
    }
}
