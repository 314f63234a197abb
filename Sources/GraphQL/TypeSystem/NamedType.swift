/// A type of a schema (spec 3.4).
package enum NamedType: NamedDefinition {
    case scalar(ScalarType)
    case object(ObjectType)
    case interface(InterfaceType)
    case union(UnionType)
    case enumeration(EnumType)
    case inputObject(InputObjectType)
}

extension NamedType {
    package var name: String {
        switch self {
        case .scalar(let type): type.name
        case .object(let type): type.name
        case .interface(let type): type.name
        case .union(let type): type.name
        case .enumeration(let type): type.name
        case .inputObject(let type): type.name
        }
    }

    package var description: String? {
        switch self {
        case .scalar(let type): type.description
        case .object(let type): type.description
        case .interface(let type): type.description
        case .union(let type): type.description
        case .enumeration(let type): type.description
        case .inputObject(let type): type.description
        }
    }

    /// A scalar or an enum.
    package var isLeaf: Bool {
        switch self {
        case .scalar, .enumeration: true
        default: false
        }
    }

    /// A type that has fields or stands for types that have.
    package var isComposite: Bool {
        switch self {
        case .object, .interface, .union: true
        default: false
        }
    }

    package var isAbstract: Bool {
        switch self {
        case .interface, .union: true
        default: false
        }
    }

    /// Whether arguments and variables may have this type (spec 3.4.2).
    package var isInput: Bool { !isComposite }

    /// Whether fields may have this type (spec 3.4.2).
    package var isOutput: Bool {
        if case .inputObject = self { false } else { true }
    }

    var isObject: Bool {
        if case .object = self { true } else { false }
    }

    /// The fields of an object or an interface.
    package var fields: DefinitionList<FieldDefinition>? {
        switch self {
        case .object(let type): type.fields
        case .interface(let type): type.fields
        default: nil
        }
    }

    /// The interfaces of an object or an interface.
    package var interfaces: [String] {
        switch self {
        case .object(let type): type.interfaces
        case .interface(let type): type.interfaces
        default: []
        }
    }
}
