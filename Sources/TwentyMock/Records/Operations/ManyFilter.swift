import DataModel
import JSON

extension RecordOperations {
    /// Checks the filter of an operation on many records in GraphQL's form.
    ///
    /// - Throws: for one that matches everything, in releases that mind (graphql-core 9.4).
    func checkedForMany(_ filter: JSONObject) throws -> JSONObject {
        if release.refusesEmptyFilters, Self.isEmpty(filter) {
            throw RecordError(.invalidQueryInput, "A non-empty filter is required")
        }
        return filter
    }

    /// Checks the ids that an operation on many records is to work on, however deep the filter names them
    /// (graphql-core 6.1).
    func checkIDs(in filter: JSONObject?) throws {
        for member in filter?.members ?? [] {
            switch member.key {
            case "id": for case .string(let id) in member.value["in"]?.arrayValue ?? [] { try Self.checkID(id) }
            case "and", "or", "not":
                for part in member.value.arrayValue ?? [member.value] { try checkIDs(in: part.objectValue) }
            default: break
            }
        }
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
