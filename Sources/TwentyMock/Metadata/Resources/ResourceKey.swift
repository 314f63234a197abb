import DataModel
import JSON

/// One key of a metadata resource: what it holds, who sets it, and what it is when nobody does.
struct ResourceKey: Sendable {
    enum Value: Sendable {
        case text, uuid, number, flag, json
        case texts
        case choice([String])
    }

    /// What an id leads to.
    enum Reference: String, Sendable {
        case objectMetadata, fieldMetadata, view, viewFieldGroup, viewFilterGroup, pageLayout, pageLayoutTab
    }

    let name: String
    let value: Value
    let standard: JSONValue
    private(set) var isRequired = false
    private(set) var isSetOnCreate = true
    private(set) var isSetOnUpdate = true
    private(set) var reference: Reference?

    init(_ name: String, _ value: Value = .text, _ standard: JSONValue = .null) {
        self.name = name
        self.value = value
        self.standard = standard
    }

    /// An id that leads to `reference`.
    init(_ name: String, to reference: Reference) {
        self.init(name, .uuid)
        self.reference = reference
    }

    var required: ResourceKey { changed { $0.isRequired = true } }
    /// Set when the resource is made, and never again.
    var fixed: ResourceKey { changed { $0.isSetOnUpdate = false } }
    /// Set by the server alone.
    var server: ResourceKey {
        changed {
            $0.isSetOnCreate = false
            $0.isSetOnUpdate = false
        }
    }

    private func changed(_ body: (inout ResourceKey) -> Void) -> ResourceKey {
        var key = self
        body(&key)
        return key
    }

    static let id = ResourceKey("id", .uuid).fixed
    static let workspaceId = ResourceKey("workspaceId", .uuid).server
    static let applicationId = ResourceKey("applicationId", .uuid).server
    static let isActive = ResourceKey("isActive", .flag, true).server
    static let isOverridden = ResourceKey("isOverridden", .flag, false).server
    static let stamps = ["createdAt", "updatedAt", "deletedAt"].map { ResourceKey($0).server }
}

extension ResourceKey {
    /// What is wrong with a value in the framework's words; empty when it fits.
    func problems(_ json: JSONValue?, isCreation: Bool) -> [String] {
        guard let json, !json.isNull else {
            guard isRequired, isCreation || json != nil else { return [] }
            return ["\(name) should not be empty"] + mismatch(.null)
        }
        // Any JSON is a value, an empty text as well: what a filter for empty fields has (metadata 12).
        let isEmptyText = if case .json = value { false } else { json == "" }
        var problems = isRequired && isEmptyText ? ["\(name) should not be empty"] : []
        problems += mismatch(json)
        return problems
    }

    private func mismatch(_ json: JSONValue) -> [String] {
        switch value {
        case .text: json.stringValue == nil ? ["\(name) must be a string"] : []
        case .uuid: json.stringValue.map(MetadataID.isValid) ?? false ? [] : ["\(name) must be a UUID"]
        case .number:
            json.doubleValue?.isFinite != true
                ? ["\(name) must be a number conforming to the specified constraints"] : []
        case .flag: json.boolValue == nil ? ["\(name) must be a boolean value"] : []
        case .json: []
        case .texts:
            json.arrayValue?.allSatisfy { $0.stringValue != nil } ?? false
                ? [] : ["each value in \(name) must be a string", "\(name) must be an array"]
        case .choice(let choices):
            json.stringValue.map(choices.contains) ?? false
                ? [] : ["\(name) must be one of the following values: \(choices.joined(separator: ", "))"]
        }
    }

    /// The value as it is kept: ids in lower case.
    func kept(_ json: JSONValue) -> JSONValue {
        if case .uuid = value, case .string(let text) = json { return .string(text.lowercased()) }
        return json
    }
}
