/// One end of a relation between two objects (data-model 2, 12).
package struct Relation: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
        case manyToOne = "MANY_TO_ONE"
        case oneToMany = "ONE_TO_MANY"
    }

    /// What happens to the row that holds the join column when its target is destroyed.
    package enum OnDelete: String, Sendable, Hashable {
        case cascade = "CASCADE"
        case setNull = "SET_NULL"
        case restrict = "RESTRICT"
        case noAction = "NO_ACTION"
    }

    package var kind: Kind
    /// `nameSingular` of the object at the other end.
    package var targetObject: String
    /// Name of the field at the other end.
    package var targetField: String
    /// The column with the target's id, `companyId`; many-to-one only.
    package var joinColumnName: String?
    /// Many-to-one only.
    package var onDelete: OnDelete?
    /// The name shared by the legs of a morph relation: `target` for `targetPerson`, `targetCompany`.
    package var morphGroup: String?
    /// The field of a linking object that leads on to what is linked: `targetPerson` for `note.noteTargets`.
    /// One-to-many only (data-model 2, "Junctions").
    package var junctionTargetField: String?

    package init(
        kind: Kind, targetObject: String, targetField: String, joinColumnName: String? = nil,
        onDelete: OnDelete? = nil, morphGroup: String? = nil, junctionTargetField: String? = nil
    ) {
        self.kind = kind
        self.targetObject = targetObject
        self.targetField = targetField
        self.joinColumnName = joinColumnName
        self.onDelete = onDelete
        self.morphGroup = morphGroup
        self.junctionTargetField = junctionTargetField
    }
}
