import DataModel
import Foundation
import JSON
import RecordStore

/// Fills a new workspace with records, through the same checks as the API.
struct Seeding {
    let workspace: Workspace

    /// Loads `seed` unless the workspace has been filled before; all of it, or nothing.
    func seedIfNew(_ seed: TwentyMockServer.Configuration.Seed) throws {
        guard try workspace.store.attributes()[Workspace.Attribute.seed] == nil else { return }
        switch seed {
        case .empty: break
        case .demo: try load(DemoData.files)
        case .directory(let path): try load(try files(in: path))
        }
        try workspace.store.setAttributes([Workspace.Attribute.seed: seed.name])
    }

    private func load(_ files: [(name: String, bytes: [UInt8])]) throws {
        let batches = try files.map { file in
            guard let object = workspace.schema.dataModel.object(plural: file.name) else {
                throw StartError("\(file.name).json: there is no object called \(file.name)")
            }
            return RecordBatch(object: object, records: try records(file.name, file.bytes))
        }
        do {
            try RecordOperations(workspace: workspace, caller: .system).load(batches)
        } catch let error as RecordBatch.LoadError {
            throw StartError("\(error.object).json, record \(error.position + 1): \(error.reason.message)")
        }
    }

    private func records(_ name: String, _ bytes: [UInt8]) throws -> [JSONObject] {
        do {
            guard case .array(let elements) = try JSONValue(parsing: bytes) else {
                throw StartError("\(name).json: a list of records is expected")
            }
            return try elements.map { element in
                guard case .object(let record) = element else {
                    throw StartError("\(name).json: a list of objects is expected")
                }
                return record
            }
        } catch let error as JSONParsingError {
            throw StartError("\(name).json: \(error.message)")
        }
    }

    private func files(in path: String) throws -> [(name: String, bytes: [UInt8])] {
        guard let entries = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw StartError("the seed directory \(path) cannot be read")
        }
        return try entries.filter { $0.hasSuffix(".json") }.sorted().map { entry in
            guard let data = FileManager.default.contents(atPath: path + "/" + entry) else {
                throw StartError("\(path)/\(entry) cannot be read")
            }
            return (String(entry.dropLast(5)), Array(data))
        }
    }
}

extension TwentyMockServer.Configuration.Seed {
    fileprivate var name: String {
        switch self {
        case .demo: "demo"
        case .empty: "empty"
        case .directory(let path): path
        }
    }
}
