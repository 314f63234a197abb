import DataModel
import JSON

/// The parameters of the record endpoints, checked in the contract's order (rest-core 2.4, 4).
struct RecordParameters {
    private let parameters: QueryParameters
    private let release: Release

    init(_ parameters: QueryParameters, release: Release) {
        self.parameters = parameters
        self.release = release
    }

    func depth() throws -> Int {
        guard let given = parameters["depth"] else { return 0 }
        let text = if case .text(let text) = given { text } else { "NaN" }
        let depth = text.isEmpty ? 0 : ParameterNumber.parse(text)
        guard let depth, let allowed = release.allowedDepths.first(where: { Double($0) == depth }) else {
            let list = release.allowedDepths.map(String.init).joined(separator: ", ")
            throw RESTError(
                code: "INVALID_DEPTH_QUERY_PARAM", "'depth=\(text)' parameter invalid. Allowed values are \(list)")
        }
        return allowed
    }

    /// What the answer shows of each record.
    func shape() throws -> RecordShape {
        RecordShape(depth: try depth(), fields: try fields())
    }

    func fields() throws -> [String]? {
        release.hasFieldsParameter ? try FieldsParameter.parse(parameters["fields"]) : nil
    }

    /// What a list is asked for; the cursors are decoded later.
    func list() throws -> RecordList {
        var list = RecordList(limit: try limit() ?? 60)
        list.order = try parameters.text("order_by").map(OrderByGrammar.parse) ?? []
        list.filter = try filter()
        list.before = cursor("ending_before")
        list.after = cursor("starting_after")
        return list
    }

    func filter() throws -> JSONObject? {
        guard let text = parameters.text("filter"), !text.isEmpty else { return nil }
        return try FilterGrammar.parse(text, hasEndsWith: release.hasEndsWithOperator)
    }

    /// More than the maximum is clamped; decimals are rounded down.
    func limit() throws -> Int? {
        guard let given = parameters["limit"] else { return nil }
        let text = if case .text(let text) = given { text } else { "NaN" }
        guard !text.isEmpty else { return nil }
        guard let limit = ParameterNumber.parse(text), limit >= 0 else {
            throw RESTError(
                code: "INVALID_LIMIT_QUERY_PARAM", "limit '\(text)' is invalid. Should be an integer")
        }
        return Int(min(limit, Double(release.maximumPageSize)))
    }

    private func cursor(_ name: String) -> String? {
        parameters.text(name).flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// A number in a parameter, as JavaScript's `Number(text)` reads it; `nil` for NaN.
enum ParameterNumber {
    static func parse(_ text: String) -> Double? {
        var digits = text[...]
        while digits.first?.isWhitespace == true { digits.removeFirst() }
        while digits.last?.isWhitespace == true { digits.removeLast() }
        if digits.isEmpty { return 0 }
        let prefixes = ["0x": 16, "0o": 8, "0b": 2]
        if let radix = prefixes[digits.prefix(2).lowercased()] {
            return UInt64(digits.dropFirst(2), radix: radix).map(Double.init)
        }
        if digits == "Infinity" || digits == "+Infinity" { return .infinity }
        // Swift reads more spellings than JavaScript does: `nan`, `inf`, hexadecimal fractions.
        guard digits.utf8.allSatisfy({ $0 &- 0x30 < 10 || "+-.eE".utf8.contains($0) }) else { return nil }
        return Double(digits)
    }
}
