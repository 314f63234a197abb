/// The members of a JSON object in the order in which their keys first came.
///
/// Setting a key that is there replaces its value and keeps its place. Equality ignores the order. Keys are compared
/// as Swift strings, so canonically equivalent spellings of one text are one key.
///
/// Lookup is a scan in a small object and hashed in a large one; removal costs as much as the object is long.
package struct JSONObject: Sendable {
    package struct Member: Sendable, Hashable {
        package let key: String
        package var value: JSONValue

        package init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    package private(set) var members: [Member]

    /// Positions in `members` by key; `nil` while the object is small.
    private var positions: [String: Int]?

    /// Comparing up to this many short keys costs less than hashing one and keeping the index.
    static let largestScan = 32

    package init() {
        members = []
    }

    package init(_ elements: some Sequence<(String, JSONValue)>) {
        self.init()
        members.reserveCapacity(elements.underestimatedCount)
        for (key, value) in elements {
            self[key] = value
        }
    }

    /// - Precondition: no two members have the same key.
    init(distinct members: [Member]) {
        self.members = members
        indexIfLarge()
    }

    init(repeating members: [Member]) {
        self.init()
        self.members.reserveCapacity(members.count)
        if members.count > Self.largestScan {
            positions = Dictionary(minimumCapacity: members.count)
        }
        for member in members {
            self[member.key] = member.value
        }
    }

    package var count: Int { members.count }
    package var isEmpty: Bool { members.isEmpty }
    package var keys: some Sequence<String> { members.lazy.map(\.key) }

    package func contains(_ key: String) -> Bool {
        position(of: key) != nil
    }

    /// Setting `nil` removes the member; to keep the key with a JSON null, set `.null`.
    package subscript(key: String) -> JSONValue? {
        get {
            position(of: key).map { members[$0].value }
        }
        set {
            switch (position(of: key), newValue) {
            case (let position?, let value?): members[position].value = value
            case (let position?, nil): remove(at: position)
            case (nil, let value?): append(Member(key: key, value: value))
            case (nil, nil): break
            }
        }
    }

    package mutating func reserveCapacity(_ count: Int) {
        members.reserveCapacity(count)
    }

    private func position(of key: String) -> Int? {
        if let positions {
            return positions[key]
        }
        return members.firstIndex { $0.key == key }
    }

    private mutating func append(_ member: Member) {
        members.append(member)
        if positions == nil {
            indexIfLarge()
        } else {
            positions?[member.key] = members.count - 1
        }
    }

    private mutating func remove(at position: Int) {
        members.remove(at: position)
        positions = nil
        indexIfLarge()
    }

    private mutating func indexIfLarge() {
        guard members.count > Self.largestScan else { return }
        var positions = [String: Int](minimumCapacity: members.count)
        for (position, member) in members.enumerated() {
            positions[member.key] = position
        }
        self.positions = positions
    }
}

extension JSONObject: Sequence {
    package func makeIterator() -> IndexingIterator<[Member]> {
        members.makeIterator()
    }

    package var underestimatedCount: Int { members.count }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements)
    }
}

extension JSONObject: Hashable {
    package static func == (left: JSONObject, right: JSONObject) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left.members, right.members).allSatisfy { ours, theirs in
            (ours.key == theirs.key ? theirs.value : right[ours.key]) == ours.value
        }
    }

    package func hash(into hasher: inout Hasher) {
        // A sum does not depend on the order, as equality does not.
        var sum = 0
        for member in members {
            sum &+= member.hashValue
        }
        hasher.combine(count)
        hasher.combine(sum)
    }
}
