import DataModel

/// Who owns metadata: the standard application, or the one that a workspace's own changes belong to (metadata 5.1).
enum ApplicationID {
    static let standard = StandardID.uuid(for: "application:standard")
    static let custom = StandardID.uuid(for: "application:custom")

    static func owner(isCustom: Bool) -> String { isCustom ? custom : standard }
}
