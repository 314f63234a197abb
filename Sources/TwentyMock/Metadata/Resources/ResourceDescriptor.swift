import JSON

/// A metadata resource, described: its keys, where its lists come from, what its answers are like (metadata 10-13).
///
/// ``ResourceOperations`` does with it what can be done with any of them; what is peculiar to one is in its ``rules``.
struct ResourceDescriptor: Sendable {
    enum Deletion: Sendable {
        /// The row stays, unseen.
        case soft
        /// The row goes.
        case hard
    }

    /// What is said when there is no resource of an id.
    struct Missing: Sendable {
        let read: @Sendable (_ id: String) -> String
        let update: String
        let delete: String
        /// What is said of a destruction where it differs from a deletion.
        var destroy: String?
        let code: String
        /// Whether an update says it in the words of reading.
        var namesID = false

        func update(_ id: String) -> String { namesID ? read(id) : update }

        func text(_ verb: ResourceDeletion.Verb) -> String { verb == .destroy ? destroy ?? delete : delete }
    }

    /// The name in reports and rows: `viewField`.
    let kind: String
    /// The last part of the path: `viewFields`.
    let path: String
    /// Whether REST has the resource; else only GraphQL has (metadata 1).
    var isPublishedOverREST = true
    /// In the order in which answers show them.
    let keys: [ResourceKey]
    /// The key that says what the resource belongs to.
    var parent: String?
    /// What lists can be asked for by, besides the parent.
    var filters: [String] = []
    /// What is said of a list without the parent, where one has to be named.
    var parentRequired: (message: String, code: String)?
    /// Whether lists are ordered by `position`; else by the time of making.
    var isPositioned = true
    var deletion = Deletion.soft
    /// Whether deleting what has been deleted succeeds again.
    var isDeletedRepeatedly = false
    /// What a deletion answers.
    var deletionAnswer: JSONValue = ["success": true]
    let missing: Missing
    /// How reports speak of what is made, and of what is changed or deleted.
    let reportNouns: (create: String, other: String)
    var rules: any ResourceRules = NoRules()
    /// The resources that are shown inside, under their paths, or other names.
    var nested: [(name: String, link: ResourceLink)] = []
    /// Whether answers to writes show what is nested.
    var writesShowNested = true
    /// What goes along when the resource is deleted.
    var dependents: [ResourceLink] = []
    /// What stays when the resource is deleted, no longer naming it.
    var released: [ResourceLink] = []
    /// Whether the body of an update may be wrapped in `update`.
    var takesWrappedUpdate = false
    /// What a role has to grant for writes.
    var right: WriteRight?

    func key(named name: String) -> ResourceKey? { keys.first { $0.name == name } }
}

extension ResourceDescriptor {
    static let all: [ResourceDescriptor] = [
        .view, .viewField, .viewFieldGroup, .viewFilter, .viewFilterGroup, .viewGroup, .viewSort, .pageLayout,
        .pageLayoutTab, .pageLayoutWidget, .webhook, .apiKey,
    ]

    /// The resource of a path below `/rest/metadata`.
    static func of(path: String) -> ResourceDescriptor? { all.first { $0.path == path && $0.isPublishedOverREST } }

    static func of(kind: String) -> ResourceDescriptor? { all.first { $0.kind == kind } }
}

extension ResourceDescriptor.Missing {
    /// The words of views and their parts (metadata 12).
    static func view(_ noun: String, code: String, isShort: Bool = false) -> Self {
        .init(
            read: { "\(noun) (id: \($0)) not found" },
            update: isShort ? "\(noun) not found" : "\(noun) to update not found",
            delete: isShort ? "\(noun) not found" : "\(noun) to delete not found",
            destroy: isShort ? nil : "\(noun) to destroy not found", code: code)
    }

    /// The words of page layouts (metadata 13).
    static func layout(_ noun: String, code: String) -> Self {
        .init(
            read: { "\(noun) with ID \"\($0)\" not found" }, update: "\(noun) to update not found",
            delete: "\(noun) to destroy not found", code: code)
    }
}
