/// A literal or a variable (spec 2.9).
package struct ValueNode: Sendable {
    package enum Kind: Sendable {
        /// Without the dollar sign.
        case variable(String)
        /// As written.
        case int(String)
        /// As written.
        case float(String)
        case string(String, isBlock: Bool)
        case boolean(Bool)
        case null
        case enumValue(String)
        case list([ValueNode])
        case object([ObjectFieldNode])
    }

    package let kind: Kind
    package let offset: Int

    package init(kind: Kind, offset: Int = 0) {
        self.kind = kind
        self.offset = offset
    }

    package var isNull: Bool {
        if case .null = kind { true } else { false }
    }

    package var variableName: String? {
        if case .variable(let name) = kind { name } else { nil }
    }
}

package struct ObjectFieldNode: Sendable {
    package let name: NameNode
    package let value: ValueNode

    package var offset: Int { name.offset }
}
