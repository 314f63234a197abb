/// Resources that name another one: its parts, by their parent, or others by a key of theirs.
struct ResourceLink: Sendable, ExpressibleByStringLiteral {
    let kind: String
    /// The key that names the other; `nil` for the parent.
    let key: String?

    init(stringLiteral kind: String) {
        self.kind = kind
        key = nil
    }

    init(_ kind: String, by key: String) {
        self.kind = kind
        self.key = key
    }

    var descriptor: ResourceDescriptor? { .of(kind: kind) }
}
