import DataModel
import Foundation
import RecordStore
import Synchronization

/// The directory that holds what a server keeps: the workspace's database, and the key that was made for it.
///
/// One server uses a directory at a time; a lock that the system drops with the process tells.
final class DataDirectory: Sendable {
    let path: String
    private let isTemporary: Bool
    private let lock: Mutex<Int32>

    /// - Throws: ``StartError`` when the directory is in use, cannot be written, or holds something else.
    init(_ storage: TwentyMockServer.Configuration.Storage) throws {
        switch storage {
        case .ephemeral:
            isTemporary = true
            path = FileManager.default.temporaryDirectory.path + "/twenty-mock-\(UUIDText.random())"
        case .directory(let given):
            isTemporary = false
            path = given.hasSuffix("/") && given.count > 1 ? String(given.dropLast()) : given
        }
        try DataDirectory.prepare(path)
        lock = Mutex(try DataDirectory.lock(path))
    }

    deinit { release() }

    /// Opens the workspace, making it with `release` when the directory is new.
    func openWorkspace(release: Release, metadataOptions: MetadataOptions = MetadataOptions()) throws -> Workspace {
        do {
            return try Workspace(
                path: path + "/" + File.workspace, release: release, durability: isTemporary ? .none : .process,
                metadataOptions: metadataOptions)
        } catch StoreError.foreignFile(let file) {
            throw StartError("\(file) is not a database of twenty-mock; it was left as it is")
        } catch StoreError.newerVersion(let file, let found, let supported) {
            throw StartError(
                "\(file) was written by a newer twenty-mock (layout \(found), this one knows \(supported)); "
                    + "it was left as it is")
        } catch {
            throw StartError("cannot open the database in \(path): \(error)")
        }
    }

    /// The key made for this directory, made now when there is none.
    func apiKey(of workspace: Workspace) throws -> String {
        let file = path + "/" + File.apiKey
        if let kept = try? String(contentsOfFile: file, encoding: .utf8) {
            let key = kept.trimmingCharacters(in: .whitespacesAndNewlines)
            if !key.isEmpty { return key }
        }
        let key = APIKeyToken.issue(keyID: APIKeyRules.seededID, workspace: workspace)
        do {
            try Data((key + "\n").utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        } catch {
            throw StartError("cannot keep the API key in \(file): \(error.localizedDescription)")
        }
        return key
    }

    /// Lets go of the directory, and removes it when it was a temporary one.
    func release() {
        lock.withLock { descriptor in
            guard descriptor >= 0 else { return }
            if isTemporary { try? FileManager.default.removeItem(atPath: path) }
            close(descriptor)
            descriptor = -1
        }
    }

    private enum File {
        static let workspace = "workspace.sqlite"
        static let apiKey = "api-key"
        static let lock = "lock"
    }

    private static func prepare(_ path: String) throws {
        let files = FileManager.default
        var isDirectory: ObjCBool = false
        guard files.fileExists(atPath: path, isDirectory: &isDirectory) else {
            do {
                try files.createDirectory(atPath: path, withIntermediateDirectories: true)
            } catch {
                throw StartError("cannot make the data directory \(path): \(error.localizedDescription)")
            }
            return
        }
        guard isDirectory.boolValue else { throw StartError("\(path) is a file, not a data directory") }
        guard let entries = try? files.contentsOfDirectory(atPath: path) else {
            throw StartError("the data directory \(path) cannot be read")
        }
        let isOurs = entries.isEmpty || entries.contains(File.workspace) || entries == [File.lock]
        guard isOurs else {
            throw StartError("\(path) holds other files than those of twenty-mock; choose an empty directory")
        }
    }

    private static func lock(_ path: String) throws -> Int32 {
        let descriptor = open(path + "/" + File.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StartError("the data directory \(path) cannot be written: \(String(cString: strerror(errno)))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw StartError("the data directory \(path) is in use by another twenty-mock")
        }
        return descriptor
    }
}
