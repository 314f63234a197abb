import DataModel
import RecordStore

/// What an answer shows of each record (rest-core 8).
struct RecordShape {
    var depth: Int
    /// Names of the fields to show, without repeats; `nil` for all. `id` is shown in any case.
    var fields: [String]?
}

/// The `fields` parameter (rest-core 8.4).
enum FieldsParameter {
    /// - Returns: `nil` when the parameter is absent.
    static func parse(_ value: QueryParameters.Value?) throws -> [String]? {
        let texts: [String]
        switch value {
        case nil: return nil
        case .text(let text)?: texts = [text]
        case .list(let list)?: texts = list
        case .object?:
            throw error("'fields' parameter invalid. \(expected)")
        }
        var names: [String] = []
        for name in texts.flatMap({ $0.split(separator: ",") }).map({ $0.trimmed }) where !name.isEmpty {
            if !names.contains(name) { names.append(name) }
        }
        guard !names.isEmpty else { throw error("'fields' parameter is empty. \(expected)") }
        return names
    }

    private static let expected = "Expected a comma-separated list of field names, e.g. fields=id,name"

    static func error(_ message: String) -> RESTError {
        RESTError(code: "INVALID_FIELDS_QUERY_PARAM", message)
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

extension Selection {
    /// The part of a whole record that `fields` names (rest-core 8.4).
    func restricted(to fields: [String], depth: Int, _ rights: RecordRights) throws -> Selection {
        let wanted = Set(fields).union(["id"])
        let unknown = fields.filter { name in
            guard let field = object.field(named: name) else { return true }
            return !field.isActive || field.type == .tsVector || !rights.shows(field, of: object)
        }
        guard unknown.isEmpty else {
            throw FieldsParameter.error(
                "'fields' parameter invalid. Unknown or unreadable fields on '\(object.nameSingular)': "
                    + unknown.joined(separator: ", "))
        }
        let lists = fields.filter { object.field(named: $0)?.relation?.kind == .oneToMany }
        guard depth > 0 || lists.isEmpty else {
            throw FieldsParameter.error(
                "'fields' parameter invalid. One-to-many relation fields on '\(object.nameSingular)' are only returned "
                    + "with depth=1: \(lists.joined(separator: ", "))")
        }
        return Selection(object: object, entries: entries.filter { wanted.contains($0.field?.name ?? "") })
    }
}
