import JSON
import RecordStore

/// The `order_by` parameter: `name.firstName[DescNullsLast],createdAt` (rest-core 7.1).
enum OrderByGrammar {
    /// The order in GraphQL's form; the fields are checked later.
    ///
    /// - Throws: ``RESTError`` for a direction that does not exist.
    static func parse(_ text: String) throws -> [JSONObject] {
        guard !text.isEmpty else { return [] }
        return try text.split(separator: ",", omittingEmptySubsequences: false).map { item in
            var path = String(item)
            var direction = OrderTerm.Direction.ascNullsFirst.rawValue
            if let open = item.firstIndex(of: "["), item.hasSuffix("]") {
                path = String(item[..<open])
                direction = String(item[item.index(after: open)...].dropLast())
            }
            guard OrderTerm.Direction(rawValue: direction) != nil else {
                let allowed = OrderTerm.Direction.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
                throw RESTError(
                    code: "INVALID_ORDER_BY_QUERY_PARAM",
                    "'order_by' direction '\(direction)' invalid. Allowed values are \(allowed). "
                        + "eg: ?order_by=field_1[AscNullsFirst],field_2[DescNullsLast],field_3")
            }
            return JSONObject.nested(
                path.split(separator: ".", omittingEmptySubsequences: false).map(String.init), .string(direction))
        }
    }
}

extension JSONObject {
    /// `value` under a path of keys.
    static func nested(_ path: [String], _ value: JSONValue) -> JSONObject {
        let inner = path.dropFirst().reversed().reduce(value) { .object(JSONObject([($1, $0)])) }
        return JSONObject([(path.first ?? "", inner)])
    }
}
