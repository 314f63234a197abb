/// A JSON document or a part of one.
///
/// Equality is by case: `.int(1)` and `.double(1)` differ although both are written `1`.
package enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    /// An integer literal (no fraction, no exponent) that fits.
    case int(Int64)
    /// Any other number. `-0` is here, and so is a literal beyond the range of `Double`: like JavaScript it reads
    /// as an infinity, which is written `null`.
    case double(Double)
    /// An integer literal beyond `Int64`, kept as its exact digits with an optional leading minus sign.
    case bigInteger(String)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}

extension JSONValue {
    package var isNull: Bool { self == .null }

    package var boolValue: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The value of an `int`; a `double` gives `nil` even when it is integral.
    package var intValue: Int64? {
        if case .int(let value) = self { value } else { nil }
    }

    /// The value of any number, rounded to the nearest `Double`.
    package var doubleValue: Double? {
        switch self {
        case .int(let value): Double(value)
        case .double(let value): value
        case .bigInteger(let digits): Double(digits)
        default: nil
        }
    }

    package var stringValue: String? {
        if case .string(let value) = self { value } else { nil }
    }

    package var arrayValue: [JSONValue]? {
        if case .array(let value) = self { value } else { nil }
    }

    package var objectValue: JSONObject? {
        if case .object(let value) = self { value } else { nil }
    }

    /// The value of a key; `nil` when this is not an object or has no such key.
    package subscript(key: String) -> JSONValue? {
        if case .object(let object) = self { object[key] } else { nil }
    }

    /// The element at an index; `nil` when this is not an array or the index is out of bounds.
    package subscript(index: Int) -> JSONValue? {
        if case .array(let elements) = self, elements.indices.contains(index) { elements[index] } else { nil }
    }
}
