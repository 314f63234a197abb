/// A type reference (spec 2.11).
package indirect enum TypeNode: Sendable {
    case named(NameNode)
    case list(TypeNode, offset: Int)
    case nonNull(TypeNode)
}

extension TypeNode {
    package var offset: Int {
        switch self {
        case .named(let name): name.offset
        case .list(_, let offset): offset
        case .nonNull(let type): type.offset
        }
    }

    /// The type that is left without lists and non-nulls.
    package var name: NameNode {
        switch self {
        case .named(let name): name
        case .list(let type, _), .nonNull(let type): type.name
        }
    }

    package var reference: TypeReference {
        switch self {
        case .named(let name): .named(name.text)
        case .list(let type, _): .list(type.reference)
        case .nonNull(let type): .nonNull(type.reference)
        }
    }
}
