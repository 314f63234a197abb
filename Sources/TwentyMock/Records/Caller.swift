import DataModel

/// Who sends a request: what is written into `createdBy` and `updatedBy` (data-model 6, rest-core 10).
package struct Caller: Sendable, Hashable {
    package let source: ActorSource
    package let name: String
    /// Lower-case UUID, for users only.
    package let workspaceMemberID: String?
    /// The settings that the role lets be changed, the data model among them; `nil` for all of them (metadata 2.1).
    package let settings: Set<PermissionFlag>?
    /// What the role lets be done with records.
    package let records: RecordRights

    package init(
        source: ActorSource, name: String, workspaceMemberID: String? = nil, settings: Set<PermissionFlag>? = nil,
        records: RecordRights = .all
    ) {
        self.source = source
        self.name = name
        self.workspaceMemberID = workspaceMemberID
        self.settings = settings
        self.records = records
    }

    /// The one who fills a new workspace.
    package static let system = Caller(source: .system, name: "System")
}
