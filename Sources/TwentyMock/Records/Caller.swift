import DataModel

/// Who sends a request: what is written into `createdBy` and `updatedBy` (data-model 6, rest-core 10).
package struct Caller: Sendable, Hashable {
    package let source: ActorSource
    package let name: String
    /// Lower-case UUID, for users only.
    package let workspaceMemberID: String?
    /// Whether the role lets settings be changed, the data model among them (metadata 2.1).
    package let canUpdateSettings: Bool

    package init(
        source: ActorSource, name: String, workspaceMemberID: String? = nil, canUpdateSettings: Bool = true
    ) {
        self.source = source
        self.name = name
        self.workspaceMemberID = workspaceMemberID
        self.canUpdateSettings = canUpdateSettings
    }

    /// The one who fills a new workspace.
    package static let system = Caller(source: .system, name: "System")
}
