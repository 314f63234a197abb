import GraphQL
import JSON
import RecordStore

/// What the resolvers of one request work with.
struct MetadataRequest: Sendable {
    let workspace: Workspace
    /// `nil` without a key.
    let caller: Caller?
    /// The address that the client knows the server by.
    let host: String?

    /// Carries out a root field. Each works with the data model of its moment: mutations of one document follow one
    /// another.
    func perform<T>(_ body: (MetadataOperations) throws -> T) throws -> T {
        guard let caller else {
            // Older servers do not tell what is amiss (platform 3).
            throw workspace.release.hasLegacyMetadata ? MetadataFailure.forbiddenResource : CoreSchema.missingToken
        }
        while true {
            do {
                return try body(MetadataOperations(workspace: workspace, caller: caller))
            } catch is OutdatedSchema {
                // Nothing has been done yet; once more with the model as it is now.
                continue
            } catch {
                throw MetadataFailure.error(error)
            }
        }
    }
}

/// What a root field does.
typealias MetadataField =
    @Sendable (_ operations: MetadataOperations, _ arguments: JSONObject, _ info: ResolveInfo)
    throws -> ResolvedValue

extension ResolveInfo {
    /// The request that a field belongs to.
    func metadataRequest() throws -> MetadataRequest {
        guard let request = context as? MetadataRequest else { throw MetadataFailure.forbiddenResource }
        return request
    }
}
