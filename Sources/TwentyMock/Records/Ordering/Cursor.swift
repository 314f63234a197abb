import DataModel
import Foundation
import JSON
import RecordStore

/// A place in an ordered list, as the text that clients pass around (rest-core 7.3).
///
/// Standard base64 of compact JSON: the record's values of the order's keys, then its `id`.
enum Cursor {
    static func encode(_ place: JSONValue) -> String {
        Data(place.serialized).base64EncodedString()
    }

    /// The place that `text` names in a list ordered by `order`, which ends with `id`.
    ///
    /// A key of the order that the cursor lacks is no error: paging then follows those that are there.
    ///
    /// - Parameter ignoresOtherKeys: whether keys that are none of the order are passed over (graphql-core 6.5).
    static func decode(
        _ text: String, order: [OrderTerm], table: Table, ignoresOtherKeys: Bool
    ) throws -> Keyset {
        // Padding is not needed, as in the real decoder.
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: text + padding),
            case .object(let place)? = try? JSONValue(parsing: Array(data))
        else {
            throw RecordError(.invalidCursor, "Invalid cursor: \(text)")
        }
        try check(place, order: order, table: table, ignoresOtherKeys: ignoresOtherKeys)
        let values = try order.compactMap { term -> (term: OrderTerm, value: SQLValue)? in
            guard let value = place.value(at: term.path) else { return nil }
            return (term, try stored(value, term.column.kind))
        }
        return Keyset(values: values)
    }

    /// Every key has to be one of the order, with a value of its kind.
    private static func check(
        _ place: JSONObject, order: [OrderTerm], table: Table, ignoresOtherKeys: Bool
    ) throws {
        for member in place.members {
            let name = member.key.split(separator: ".").first.map(String.init) ?? member.key
            if ignoresOtherKeys, !order.contains(where: { $0.path.first == name }) { continue }
            guard table.object.field(named: name) ?? table.object.field(withJoinColumn: name) != nil else {
                throw RecordError(.invalidCursor, "Field metadata not found for key: \(member.key)")
            }
            guard let term = order.first(where: { $0.path.first == name }) else {
                throw RecordError(.invalidCursor, "Invalid cursor")
            }
            let isNested = if case .object = member.value { true } else { member.key.contains(".") }
            if term.path.count > 1, !isNested, !member.value.isNull {
                throw RecordError(.invalidCursor, "Expected composite field order by")
            }
            if term.path.count == 1, isNested, !term.column.kind.holdsJSON {
                throw RecordError(.invalidCursor, "Expected non-composite field order by")
            }
        }
    }

    private static func stored(_ value: JSONValue, _ kind: ColumnKind) throws -> SQLValue {
        switch (kind, value) {
        case (_, .null): .null
        case (.text(readsEmpty: true), .string("")), (.optionList, []), (.textList, []),
            (.json(readsEmptyList: true), []):
            .null
        // JSON is compared by its text, quotes and all.
        case (.json, _): .text(value.serializedText)
        case (.uuid, .string(let text)): .text(text.lowercased())
        case (.dateTime, .string(let text)): .text(WrittenDate.dateTime(text)?.iso8601 ?? text)
        case (_, .string(let text)): .text(text)
        case (_, .int(let number)): .integer(number)
        case (_, .double(let number)): .real(number)
        case (_, .bool(let flag)): .integer(flag ? 1 : 0)
        case (_, .bigInteger), (_, .array), (_, .object): .text(value.serializedText)
        }
    }
}

extension ColumnKind {
    fileprivate var holdsJSON: Bool { if case .json = self { true } else { false } }
}

extension JSONObject {
    /// The value under a path of keys, which older cursors write as one dotted key.
    fileprivate func value(at path: [String]) -> JSONValue? {
        if let value = self[path.joined(separator: ".")] { return value }
        return path.dropFirst().reduce(self[path[0]]) { $0?[$1] }
    }
}
