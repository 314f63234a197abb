import DataModel
import JSON

extension RecordOperations {
    /// Checks the filter of an operation on many records in GraphQL's form.
    ///
    /// - Throws: for one that matches everything, in releases that mind (graphql-core 9.4), and for ids that are none
    ///   (graphql-core 9.5).
    func checkedForMany(_ filter: JSONObject) throws -> JSONObject {
        if release.refusesEmptyFilters, Self.isEmpty(filter) {
            throw RecordError(.invalidQueryInput, "A non-empty filter is required")
        }
        for case .string(let id) in filter["id"]?["in"]?.arrayValue ?? [] { try Self.checkID(id) }
        return filter
    }

    /// The check of ids that are to be written or looked for as such (graphql-core 6.1).
    static func checkID(_ id: String) throws {
        guard !UUIDText.isValid(id) else { return }
        throw RecordError(
            .invalidQueryInput, "Value \"\(id)\" is not a valid UUID", userFriendly: "Invalid UUID format.")
    }

    /// `not` and any condition count as something.
    private static func isEmpty(_ filter: JSONObject) -> Bool {
        filter.members.allSatisfy { member in
            guard member.key == "and" || member.key == "or" else { return false }
            let parts = member.value.arrayValue ?? [member.value]
            return parts.allSatisfy { $0.objectValue.map(isEmpty) ?? false }
        }
    }
}
