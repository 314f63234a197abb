/// Two fields, or groups of fields, that cannot be merged.
struct FieldConflict {
    struct Reason {
        indirect enum Cause {
            case message(String)
            case subfields([Reason])
        }

        let key: String
        let cause: Cause

        var text: String {
            switch cause {
            case .message(let message): message
            case .subfields(let reasons):
                reasons.map { "subfields \"\($0.key)\" conflict because \($0.text)" }.joined(separator: " and ")
            }
        }
    }

    let reason: Reason
    let left: [FieldNode]
    let right: [FieldNode]
}

/// The fields of a selection set by response key, and the fragments that it spreads.
final class FieldMap {
    struct Entry {
        let parentType: NamedType?
        let node: FieldNode
        let definition: FieldDefinition?
    }

    private(set) var keys: [String] = []
    private(set) var entries: [String: [Entry]] = [:]
    private(set) var fragmentNames: [String] = []
    private var seenFragments: Set<String> = []

    init(_ selectionSet: SelectionSetNode, of parent: NamedType?, schema: GraphQLSchema) {
        add(selectionSet, parent, schema)
    }

    private func add(_ selectionSet: SelectionSetNode, _ parent: NamedType?, _ schema: GraphQLSchema) {
        for selection in selectionSet.selections {
            switch selection {
            case .field(let field):
                let key = field.responseKey
                if entries[key] == nil {
                    keys.append(key)
                }
                let definition = parent?.fields?[field.name.text]
                entries[key, default: []].append(
                    Entry(parentType: parent, node: field, definition: definition))
            case .fragmentSpread(let spread):
                if seenFragments.insert(spread.name.text).inserted {
                    fragmentNames.append(spread.name.text)
                }
            case .inlineFragment(let fragment):
                let type = fragment.typeCondition.map { schema.type(named: $0.text) } ?? parent
                add(fragment.selectionSet, type, schema)
            }
        }
    }
}
