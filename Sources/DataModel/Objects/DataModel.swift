/// The objects of a workspace at one moment: an immutable snapshot.
///
/// A change of the metadata makes a new snapshot with a higher ``version``; whatever is derived from a
/// snapshot (tables, read plans, documents) is cached under that version.
package final class DataModel: Sendable {
    package let release: Release
    package let version: Int
    package let objects: [ObjectMetadata]
    private let bySingular: [String: ObjectMetadata]
    private let byPlural: [String: ObjectMetadata]

    package init(release: Release, version: Int = 1, objects: [ObjectMetadata]) {
        self.release = release
        self.version = version
        self.objects = objects
        bySingular = Dictionary(objects.map { ($0.nameSingular, $0) }, uniquingKeysWith: { first, _ in first })
        byPlural = Dictionary(objects.map { ($0.namePlural, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The object called `name`, as in `person`.
    package func object(singular name: String) -> ObjectMetadata? { bySingular[name] }

    /// The object called `name`, as in `people`.
    package func object(plural name: String) -> ObjectMetadata? { byPlural[name] }
}
