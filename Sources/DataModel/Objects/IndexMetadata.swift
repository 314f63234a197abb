/// An index that the model asks for.
package struct IndexMetadata: Sendable, Hashable {
    package enum Method: String, Sendable, Hashable {
        case btree = "BTREE"
        case gin = "GIN"
    }

    /// What is indexed of a field: all of it, or one part of a composite.
    package struct IndexedField: Sendable, Hashable, ExpressibleByStringLiteral {
        /// A relation stands for its join column.
        package var name: String
        package var subField: String?

        package init(_ name: String, subField: String? = nil) {
            self.name = name
            self.subField = subField
        }

        package init(stringLiteral name: String) { self.init(name) }
    }

    /// Lower-case UUID of an index that a client asked for; `nil` for those that come with objects and fields.
    package var id: String?
    package var fields: [IndexedField]
    package var isUnique: Bool
    package var method: Method
    /// Whether only rows that are not soft-deleted are covered.
    package var isLiveOnly: Bool
    /// Whether it came with what the workspace added itself.
    package var isCustom = false
    /// ISO-8601 with milliseconds; `nil` for the creation of the object.
    package var createdAt: String?

    package init(
        fields: [IndexedField], isUnique: Bool = false, method: Method = .btree, isLiveOnly: Bool = false
    ) {
        self.fields = fields
        self.isUnique = isUnique
        self.method = method
        self.isLiveOnly = isLiveOnly
    }
}

extension ObjectMetadata {
    /// Every index of the object: those of the model, those that its custom fields bring along, and those that clients
    /// asked for (metadata 5.4, 6.2, 8.1, 15.4).
    package var indexes: [IndexMetadata] {
        let implied = fields.filter { $0.isCustom && $0.name != "id" }.compactMap { field -> IndexMetadata? in
            guard field.isUnique || field.joinColumnName != nil else { return nil }
            var index = IndexMetadata(fields: [.init(field.name)], isUnique: field.isUnique)
            index.isCustom = true
            return index
        }
        let search =
            properties.isCustom && field(named: "searchVector") != nil
            ? [IndexMetadata(fields: ["searchVector"], method: .gin)] : []
        let declared = properties.indexes.filter { $0.id == nil }
        let requested = properties.indexes.filter { $0.id != nil }
        var seen = Set<[IndexMetadata.IndexedField]>()
        return (declared + search + implied + requested).filter { $0.id != nil || seen.insert($0.fields).inserted }
    }

    /// Lower-case UUID.
    package func id(of index: IndexMetadata) -> String { index.id ?? StandardID.uuid(for: key(of: index)) }

    /// What a database calls the index: `IDX_UNIQUE_` or `IDX_`, and a digest of what is indexed.
    package func name(of index: IndexMetadata) -> String {
        let digest = StandardID.uuid(for: key(of: index)).filter { $0 != "-" }.prefix(27)
        return "IDX_\(index.isUnique ? "UNIQUE_" : "")\(digest)"
    }

    private func key(of index: IndexMetadata) -> String {
        let fields = index.fields.map { field in field.subField.map { "\(field.name).\($0)" } ?? field.name }
        return "index:\(id):\(index.method.rawValue):\(fields.joined(separator: ","))"
    }
}
