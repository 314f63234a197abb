/// How the metadata API of a workspace answers where real servers differ (metadata 17).
public struct MetadataOptions: Sendable, Hashable {
    /// The workspace flag `IS_REST_METADATA_API_NEW_FORMAT_DIRECT`: objects and fields in the envelopes of newly made
    /// workspaces; off, in those of older ones (metadata 3).
    public var usesNewFormat = true
    /// Adds `isCustom` to objects and fields, and `relation` to fields, which older servers had.
    public var showsCompatibilityKeys = true
    /// Lets API keys create, change and revoke API keys, for which real servers want a user session.
    public var allowsKeysToManageKeys = false
    /// Objects by name and `picklists`, which Twenty's public guide tells of although its server has neither.
    public var hasExtensions = true

    public init() {}
}
