import DataModel

/// What the records of a table are found by: the text of their search fields (data-model 9).
struct SearchText {
    let table: Table

    /// The text of the record `r` as an SQL expression, folded; `nil` when the object is not searched.
    var sql: String? {
        let object = table.object
        // An object that names no fields is found by what names its records.
        let names =
            object.properties.searchFields.isEmpty
            ? [object.properties.labelIdentifierField] : object.properties.searchFields
        let parts = names.compactMap { object.field(named: $0) }.filter(\.isActive).flatMap(parts)
        guard !parts.isEmpty else { return nil }
        return "\(SearchFolding.name)(\(parts.map { "coalesce(\($0), '')" }.joined(separator: " || ' ' || ")))"
    }

    private func parts(of field: FieldMetadata) -> [String] {
        func column(_ subField: String) -> String? {
            table.column(of: field, subField: subField).map { "\(QuerySource.root).\($0.quoted)" }
        }
        switch field.type {
        case .emails:
            // The words of an address are searched one after the other, so its domain is found as well.
            return [column("primaryEmail"), column("additionalEmails").map { list($0, "value") }].compactMap { $0 }
        case .phones:
            guard let number = column("primaryPhoneNumber"), let code = column("primaryPhoneCallingCode"),
                let others = column("additionalPhones")
            else { return [] }
            return Self.spellings(number: number, code: code)
                + Self.spellings(
                    number: "json_extract(value, '$.number')", code: "json_extract(value, '$.callingCode')"
                )
                .map { list(others, $0) } + [list(others, "json_extract(value, '$.countryCode')")]
        case .links:
            guard let url = column("primaryLinkUrl"), let label = column("primaryLinkLabel"),
                let others = column("secondaryLinks")
            else { return [] }
            return [
                label, url, list(others, "json_extract(value, '$.label')"),
                list(others, "json_extract(value, '$.url')"),
            ]
        case .richText: return [column("markdown")].compactMap { $0 }
        default:
            let columns = table.columns(of: field).filter { $0.subField == nil || $0.kind.isText }
            return columns.map { "\(QuerySource.root).\($0.quoted)" }
        }
    }

    /// The ways in which a phone number is looked for: `2071234567`, `+44`, `+442071234567`, `02071234567`.
    private static func spellings(number: String, code: String) -> [String] {
        [number, code, "\(code) || \(number)", "'0' || \(number)"]
    }

    private func list(_ column: String, _ value: String) -> String {
        "(SELECT group_concat(\(value), ' ') FROM json_each(\(column)))"
    }
}

extension ColumnKind {
    fileprivate var isText: Bool {
        if case .text = self { true } else { false }
    }
}
