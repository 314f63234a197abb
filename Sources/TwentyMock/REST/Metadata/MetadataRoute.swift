/// What the path of a metadata request names: `/rest/metadata/<resource>[/<id>]`, or one of the deprecated aliases
/// (metadata 1).
struct MetadataRoute: Equatable {
    let resource: String
    let id: String?
    /// `/rest/webhooks` or `/rest/apiKeys`: lists are bare there, and headers tell of the successor.
    let isAlias: Bool

    /// - Returns: `nil` for paths of the record API, which every other path below `/rest` belongs to.
    init?(_ path: RequestPath, options: MetadataOptions) {
        let segments = path.segments
        guard segments.first == "rest", segments.count > 1 else { return nil }
        let rest: ArraySlice<String>
        switch segments[1] {
        case "metadata":
            isAlias = false
            rest = segments[2...]
        case "webhooks", "apiKeys":
            isAlias = true
            rest = segments[1...]
        default: return nil
        }
        guard let resource = rest.first, rest.count <= 2 else { return nil }
        let isSchema = resource == "schema" && rest.last == "apply" && !isAlias
        guard
            isSchema || resource == "objects" || resource == "fields"
                || resource == "picklists" && options.hasExtensions
                || ResourceDescriptor.of(path: resource) != nil
        else { return nil }
        self.resource = isSchema ? "schema/apply" : resource
        id = isSchema || rest.count < 2 ? nil : rest.last
    }
}
