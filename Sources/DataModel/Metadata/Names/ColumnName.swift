/// The names of the columns that carry fields (data-model 2).
package enum ColumnName {
    /// `domainName` and `primaryLinkUrl` make `domainNamePrimaryLinkUrl`.
    package static func composite(_ field: String, _ subField: String) -> String { field + subField.capitalizingFirst }

    /// `company` makes `companyId`.
    package static func join(_ field: String) -> String { field + "Id" }

    /// The columns of `field`; none for a one-to-many relation and a search vector.
    package static func all(of field: FieldMetadata) -> [String] {
        if field.type == .tsVector { return [] }
        if field.relation != nil { return field.joinColumnName.map { [$0] } ?? [] }
        guard let composite = field.type.composite else { return [field.name] }
        return composite.subFields.map { self.composite(field.name, $0.name) }
    }
}
