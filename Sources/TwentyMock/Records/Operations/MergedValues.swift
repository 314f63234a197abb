import DataModel
import JSON
import RecordStore

/// The values of one record made of several (rest-core 13).
struct MergedValues {
    let table: Table
    /// The stored rows, in the order in which the client named them.
    let rows: [[SQLValue]]
    /// Which row goes before the others.
    let priority: Int

    /// What changes in the surviving record; system fields are not merged.
    var assignments: [Assignment] {
        table.fields.flatMap { fieldColumns -> [Assignment] in
            let (field, columns) = (fieldColumns.field, fieldColumns.columns)
            guard field.isActive, !field.isSystem, !columns.isEmpty else { return [] }
            switch field.type {
            case .emails: return items(columns, primary: "primaryEmail", list: "additionalEmails", key: nil)
            case .links:
                return items(
                    columns, primary: "primaryLinkUrl", list: "secondaryLinks", key: "url",
                    parts: [("primaryLinkLabel", "label")])
            case .phones:
                return items(
                    columns, primary: "primaryPhoneNumber", list: "additionalPhones", key: "number",
                    parts: [("primaryPhoneCallingCode", "callingCode"), ("primaryPhoneCountryCode", "countryCode")])
            case .array, .multiSelect: return columns.map { Assignment($0, union($0)) }
            case .relation, .morphRelation: return columns.map { Assignment($0, target($0)) }
            default: return whole(columns)
            }
        }
    }

    /// The rows with the priority's first.
    private var ranked: [[SQLValue]] {
        [rows[priority]] + rows.enumerated().filter { $0.offset != priority }.map(\.element)
    }

    private func isFilled(_ value: SQLValue) -> Bool {
        switch value {
        case .null: false
        case .text(let text): !text.allSatisfy(\.isWhitespace) && text != "[]"
        case .integer, .real: true
        }
    }

    /// All columns of the first row that has any of them.
    private func whole(_ columns: [Column]) -> [Assignment] {
        guard let row = ranked.first(where: { row in columns.contains { isFilled(row[$0.index]) } }) else { return [] }
        return columns.map { Assignment($0, row[$0.index]) }
    }

    /// When several rows point somewhere the priority's word counts, even if it points nowhere.
    private func target(_ column: Column) -> SQLValue {
        let filled = rows.map { $0[column.index] }.filter { !$0.isNull }
        return filled.count == 1 ? filled[0] : rows[priority][column.index]
    }

    private func union(_ column: Column) -> SQLValue {
        var elements: [JSONValue] = []
        for row in rows {
            for element in list(row[column.index]) where !elements.contains(element) { elements.append(element) }
        }
        return elements.isEmpty ? .null : .text(JSONValue.array(elements).serializedText)
    }

    /// A composite with a primary item and a list of others: the primary of the first row that has one, and all
    /// other items of all rows without repeats.
    ///
    /// - Parameter key: what tells items apart in the list; `nil` where the list holds bare texts.
    /// - Parameter parts: the columns that belong to the primary item, and their keys in the list.
    private func items(
        _ columns: [Column], primary: String, list listName: String, key: String?,
        parts: [(subField: String, key: String)] = []
    ) -> [Assignment] {
        func column(_ subField: String) -> Column? { columns.first { $0.subField == subField } }
        guard let primaryColumn = column(primary), let listColumn = column(listName),
            let chosen = ranked.first(where: { isFilled($0[primaryColumn.index]) })
        else { return whole(columns) }
        var seen: Set<String> = [chosen[primaryColumn.index].text ?? ""]
        var others: [JSONValue] = []
        for row in rows {
            var candidates = list(row[listColumn.index])
            if let text = row[primaryColumn.index].text {
                var item: JSONObject = [key ?? "": .string(text)]
                for part in parts {
                    item[part.key] = .string(column(part.subField).flatMap { row[$0.index].text } ?? "")
                }
                candidates.insert(key == nil ? .string(text) : .object(item), at: 0)
            }
            for candidate in candidates {
                let identity = key.map { candidate[$0]?.stringValue ?? "" } ?? candidate.stringValue ?? ""
                if seen.insert(identity).inserted { others.append(candidate) }
            }
        }
        return columns.map { column in
            Assignment(
                column,
                column.index == listColumn.index
                    ? (others.isEmpty ? .null : .text(JSONValue.array(others).serializedText)) : chosen[column.index])
        }
    }

    private func list(_ value: SQLValue) -> [JSONValue] {
        value.text.flatMap { try? JSONValue(parsing: $0) }?.arrayValue ?? []
    }
}
