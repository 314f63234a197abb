import JSON

/// What the metadata API says of an object besides what records are made with (metadata 5.1).
package struct ObjectDetails: Sendable, Hashable {
    package var description: String?
    package var color: String?
    package var isUIEditable = true
    package var isLabelSyncedWithName = false
    /// Cosmetic edits of a standard object: only the changed keys among `labelSingular`, `labelPlural`, `description`,
    /// `icon` and `color`.
    package var overrides = JSONObject()
    /// The id of the field that was the label identifier of a custom object from the beginning; `nil` while it still is.
    package var firstLabelIdentifierID: String?
    /// Row of a custom object in the table of record counts; `nil` for a standard object.
    package var countID: Int?
    /// ISO-8601 with milliseconds; `nil` for the creation of the workspace.
    package var createdAt: String?
    package var updatedAt: String?

    package init() {}
}
