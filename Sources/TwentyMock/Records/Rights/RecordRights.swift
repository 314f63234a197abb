import DataModel
import RecordStore

/// What somebody may do with records (metadata 15.7, graphql-core 2.1).
package struct RecordRights: Sendable, Hashable {
    package enum Right: Sendable, Hashable, CaseIterable {
        /// To see records.
        case read
        /// To make and change them.
        case update
        /// To soft-delete and restore them.
        case softDelete
        /// To remove them for good.
        case destroy
    }

    /// What holds for objects that nothing else is said of.
    var everywhere: Set<Right>
    /// By the id of the object: what is granted or withheld there.
    var objects: [String: [Right: Bool]] = [:]
    /// The ids of fields that cannot be seen.
    var hiddenFields: Set<String> = []
    /// The ids of fields that cannot be changed.
    var lockedFields: Set<String> = []

    package static let all = RecordRights(everywhere: Set(Right.allCases))

    /// Whether nothing is withheld at all.
    var isUnrestricted: Bool { self == .all }

    /// System objects, which records bring along, are open to everyone.
    func allows(_ right: Right, on object: ObjectMetadata) -> Bool {
        objects[object.id]?[right] ?? (object.properties.isSystem || everywhere.contains(right))
    }

    func shows(_ field: FieldMetadata, of object: ObjectMetadata) -> Bool {
        hiddenFields.isEmpty || !hiddenFields.contains(object.id(of: field))
    }
}

/// What a request looks at, to be held against the rights of whoever makes it.
struct RecordReads: Sendable {
    private(set) var objects: [ObjectMetadata] = []
    private(set) var fields: [(object: ObjectMetadata, field: FieldMetadata)] = []

    mutating func add(_ object: ObjectMetadata) { objects.append(object) }

    mutating func add(_ field: FieldMetadata, of object: ObjectMetadata) { fields.append((object, field)) }

    mutating func add(_ aggregate: Aggregate, of object: ObjectMetadata) {
        for column in aggregate.columns { add(object.fields[column.fieldIndex], of: object) }
    }

    /// - Returns: the refusal of what `rights` withhold.
    func refusal(under rights: RecordRights) -> RecordError? {
        guard !rights.isUnrestricted else { return nil }
        let isAllowed =
            objects.allSatisfy { rights.allows(.read, on: $0) }
            && fields.allSatisfy { rights.shows($0.field, of: $0.object) }
        return isAllowed ? nil : .permissionDenied
    }
}
