import JSON

/// What the metadata API says of a field besides what records are made with (metadata 6.1).
package struct FieldDetails: Sendable, Hashable {
    package var description: String?
    package var isLabelSyncedWithName = false
    /// Cosmetic edits of a standard field: only the changed keys among `label`, `description` and `icon`.
    package var overrides = JSONObject()
    /// The settings as a client sent them; `nil` when ``FieldMetadata/settings`` says everything.
    package var settings: JSONObject?
    /// The default value as a client sent it; `nil` when ``FieldMetadata/defaultValue`` says everything.
    package var defaultValue: JSONValue?
    /// Groups the legs of one morph relation; `nil` for the groups of the standard model.
    package var morphID: String?
    package var isSearchable = false
    /// ISO-8601 with milliseconds; `nil` for the creation of the workspace.
    package var createdAt: String?
    package var updatedAt: String?

    package init() {}
}
