/// A type by name, in lists and non-nulls (spec 3.4.1).
///
/// Types refer to each other by name through the schema. So they may be cyclic, and a schema is freed as a whole.
package indirect enum TypeReference: Sendable, Hashable {
    case named(String)
    case list(TypeReference)
    case nonNull(TypeReference)
}

extension TypeReference {
    /// The type that is left without lists and non-nulls.
    package var name: String {
        switch self {
        case .named(let name): name
        case .list(let type), .nonNull(let type): type.name
        }
    }

    package var isNonNull: Bool {
        if case .nonNull = self { true } else { false }
    }

    package var nullable: TypeReference {
        if case .nonNull(let type) = self { type } else { self }
    }

    /// The type of the elements if this is a list, perhaps a non-null one.
    package var element: TypeReference? {
        if case .list(let type) = nullable { type } else { nil }
    }

    package var required: TypeReference {
        isNonNull ? self : .nonNull(self)
    }
}

extension TypeReference: CustomStringConvertible {
    package var description: String {
        switch self {
        case .named(let name): name
        case .list(let type): "[\(type)]"
        case .nonNull(let type): "\(type)!"
        }
    }
}
