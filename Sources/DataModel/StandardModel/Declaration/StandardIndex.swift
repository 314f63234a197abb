/// The declaration of an index of a standard object; fields are named, a relation stands for its join column.
struct StandardIndex: Sendable {
    let metadata: IndexMetadata
    private(set) var availability = Availability.everywhere

    private init(_ metadata: IndexMetadata) {
        self.metadata = metadata
    }

    static func on(_ fields: String...) -> StandardIndex {
        StandardIndex(IndexMetadata(fields: fields.map { .init($0) }))
    }

    static func unique(_ fields: String...) -> StandardIndex {
        StandardIndex(IndexMetadata(fields: fields.map { .init($0) }, isUnique: true))
    }

    /// Unique among the rows that are not soft-deleted.
    static func uniqueAmongLive(_ fields: String...) -> StandardIndex {
        StandardIndex(IndexMetadata(fields: fields.map { .init($0) }, isUnique: true, isLiveOnly: true))
    }

    static let search = StandardIndex(IndexMetadata(fields: ["searchVector"], method: .gin))

    func only(_ era: Release.Era) -> StandardIndex {
        var index = self
        index.availability = .only(era)
        return index
    }
}
