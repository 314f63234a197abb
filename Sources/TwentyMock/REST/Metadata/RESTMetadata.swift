import DataModel
import HTTPServer
import JSON
import RecordStore

/// The metadata endpoints, `/rest/metadata/…` (metadata 1): decodes a request into an operation and puts the envelope
/// around its answer.
struct RESTMetadata {
    let operations: MetadataOperations
    let route: MetadataRoute

    var workspace: Workspace { operations.workspace }
    var options: MetadataOptions { workspace.metadataOptions }

    /// - Throws: ``OutdatedSchema``, when the data model changed while the request was read.
    func respond(to request: RESTRequest) throws(OutdatedSchema) -> HTTPResponse {
        do {
            guard let (status, body) = try answer(request) else { return invalidPath(request) }
            return withSuccessor(
                request, APIResponse.json(status: status, body.map(\.serialized) ?? [], for: request.http))
        } catch let error as OutdatedSchema {
            throw error
        } catch {
            let refusal = MetadataRefusal(error, carriesCode: workspace.release.errorsCarryCodes)
            return withSuccessor(
                request,
                APIResponse.json(status: refusal.status, JSONValue.object(refusal.body).serialized, for: request.http))
        }
    }

    /// - Returns: status and body, the body `nil` when it is empty; `nil` for a verb that the resource lacks.
    private func answer(_ request: RESTRequest) throws -> (Int, JSONValue?)? {
        // Unlike over GraphQL, a role without the right may not even read these (metadata 1, 2.1).
        if let setting = Self.settings[route.resource] { try operations.require(setting) }
        return switch route.resource {
        case "objects": try objects(request)
        case "fields": try fields(request)
        case "picklists": try picklists(request)
        case "schema/apply": try applySchema(request)
        default: try resource(request)
        }
    }

    /// The resources that want a permission flag to be read, too.
    private static let settings: [String: PermissionFlag] = [
        "objects": .dataModel, "fields": .dataModel, "picklists": .dataModel, "schema/apply": .dataModel,
        "webhooks": .apiKeysAndWebhooks, "apiKeys": .apiKeysAndWebhooks,
    ]

    /// What a real server's record API says of a path that no metadata route takes (metadata 1).
    private func invalidPath(_ request: RESTRequest) -> HTTPResponse {
        let error = RESTError.invalidPath(request.path)
        return APIResponse.json(
            status: error.status, error.body(carriesCode: workspace.release.errorsCarryCodes), for: request.http)
    }

    /// Tells users of the deprecated aliases where to go.
    private func withSuccessor(_ request: RESTRequest, _ response: HTTPResponse) -> HTTPResponse {
        guard route.isAlias, workspace.release.deprecatesAliases else { return response }
        var response = response
        response.headers.append("Deprecation", "@1786320000")
        let path = request.path.text.replacing("/rest/", with: "/rest/metadata/", maxReplacements: 1)
        response.headers.append("Link", "<\(path)>; rel=\"successor-version\"")
        return response
    }

    /// The properties of the body; no body, or one that is no object, has none.
    func body(of request: RESTRequest) -> JSONObject { request.body?.objectValue ?? JSONObject() }

    /// The id in the path.
    func uuid() throws -> String {
        guard let id = route.id, MetadataID.isValid(id) else {
            throw MetadataRefusal(framework: "Validation failed (uuid is expected)")
        }
        return id.lowercased()
    }
}
