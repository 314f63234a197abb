import DataModel
import Foundation
import RecordStore
import Synchronization

/// One workspace: a data model, its records, and the time it lives in.
package final class Workspace: Sendable {
    /// Lower-case UUID; that of the seeded demo workspace of a real server (platform 1.1).
    package static let defaultID = "20202020-1c25-4d02-bf25-6aeccf7ea419"

    package let id: String
    package let store: RecordStore
    /// What a real server's database calls the workspace's schema; seen in messages only.
    package let databaseSchema: String
    package let clock: Clock
    package let release: Release
    package let metadataOptions: MetadataOptions
    /// The moment the workspace was made, ISO-8601 with milliseconds: what standard metadata says of its making.
    package let createdAt: String
    /// What the tokens that the workspace issues are signed with.
    let tokenSecret: String
    private let latest: Mutex<ModelSnapshot>

    /// The present data model. It may be another one a moment later: take it once for each request.
    package var snapshot: ModelSnapshot {
        let schema = store.schema
        return latest.withLock { latest in
            if latest.schema !== schema { latest = ModelSnapshot(schema: schema) }
            return latest
        }
    }

    package var schema: Schema { store.schema }

    /// Opens the workspace kept at `path`, making it when there is none.
    ///
    /// An existing workspace keeps the release it was made with.
    ///
    /// - Throws: ``StoreError`` when the file is not ours or of a newer version.
    package init(
        path: String, release: Release, durability: RecordStore.Durability, clock: Clock = .system,
        metadataOptions: MetadataOptions = MetadataOptions()
    ) throws {
        self.metadataOptions = metadataOptions
        store = try RecordStore(path: path, durability: durability) { attributes in
            let kept = attributes[Attribute.release].flatMap(Release.init(name:))
            return StandardModel.dataModel(of: kept ?? release)
        }
        let attributes = try store.attributes()
        id = attributes[Attribute.id] ?? Workspace.defaultID
        databaseSchema = Workspace.databaseSchema(of: id)
        self.clock = clock
        self.release = store.schema.dataModel.release
        latest = Mutex(ModelSnapshot(schema: store.schema))
        createdAt = attributes[Attribute.createdAt] ?? clock.now.iso8601
        tokenSecret = attributes[Attribute.tokenSecret] ?? UUIDText.random() + UUIDText.random()
        if attributes[Attribute.tokenSecret] == nil {
            try store.setAttributes([
                Attribute.id: id, Attribute.release: self.release.name, Attribute.createdAt: createdAt,
                Attribute.tokenSecret: tokenSecret,
            ])
        }
    }

    /// What a database calls the schema of the workspace `id`: `workspace_` and the id in base 36.
    private static func databaseSchema(of id: String) -> String {
        // Long division of the id's 128 bits by 36, from the most significant digit.
        var digits = id.utf8.filter { $0 != UInt8(ascii: "-") }.compactMap { Int(String(UnicodeScalar($0)), radix: 16) }
        var text = ""
        while !digits.isEmpty {
            var remainder = 0
            var quotient: [Int] = []
            for digit in digits {
                let value = remainder * 16 + digit
                if !quotient.isEmpty || value >= 36 { quotient.append(value / 36) }
                remainder = value % 36
            }
            text = String(remainder, radix: 36) + text
            digits = quotient
        }
        return "workspace_" + text
    }

    /// Keys under which the store remembers what the workspace is.
    enum Attribute {
        static let id = "workspaceId"
        static let release = "release"
        static let seed = "seed"
        static let createdAt = "createdAt"
        static let tokenSecret = "tokenSecret"
    }
}
