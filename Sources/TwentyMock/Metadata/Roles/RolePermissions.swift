import DataModel
import JSON
import RecordStore

// What a role may do with single settings, objects and fields (metadata 15.7). Each request says what becomes of the
// entries that it names; only permission flags are replaced as a whole.
extension MetadataOperations {
    /// - Returns: the flags, as entries of their own.
    func setPermissionFlags(_ input: JSONObject) throws -> [JSONValue] {
        try require(.roles)
        let flags = input["permissionFlagKeys"]?.arrayValue?.compactMap(\.stringValue) ?? []
        if let unknown = flags.first(where: { PermissionFlag(rawValue: $0) == nil }) {
            throw MetadataError(
                .badInput, "INVALID_SETTING", "Invalid permission setting (unknown value): \(unknown)")
        }
        var seen = Set<String>()
        let distinct = flags.filter { seen.insert($0).inserted }
        let role = try change(input) { document, _ in
            document[Role.flagsKey] = .array(distinct.map(JSONValue.string))
        }
        return role.flagEntries
    }

    func setObjectPermissions(_ input: JSONObject) throws -> [JSONValue] {
        let entries = input.objects("objectPermissions") ?? []
        let role = try change(input) { document, role in
            for entry in entries {
                let id = entry.id("objectMetadataId")
                guard let object = metadata.object(id: id) else { throw MetadataError.objectNotFound }
                guard !object.properties.isSystem else {
                    throw MetadataError(
                        .badInput, "CANNOT_ADD_OBJECT_PERMISSION_ON_SYSTEM_OBJECT",
                        "Cannot add object permission on system object")
                }
                let merged = merge(entry, into: &document, Role.objectsKey, by: ["objectMetadataId"])
                let mayRead =
                    merged["canReadObjectRecords"]?.boolValue
                    ?? (role.document["canReadAllObjectRecords"] == true)
                let writes = ["canUpdateObjectRecords", "canSoftDeleteObjectRecords", "canDestroyObjectRecords"]
                guard mayRead || !writes.contains(where: { merged[$0] == true }) else {
                    throw MetadataError(
                        .badInput, "CANNOT_GIVE_WRITING_PERMISSION_ON_NON_READABLE_OBJECT",
                        "Cannot give update permission to non-readable object")
                }
            }
        }
        return role.document[Role.objectsKey]?.arrayValue ?? []
    }

    func setFieldPermissions(_ input: JSONObject) throws -> [JSONValue] {
        let entries = input.objects("fieldPermissions") ?? []
        let role = try change(input) { document, role in
            for entry in entries {
                guard let object = metadata.object(id: entry.id("objectMetadataId")) else {
                    throw MetadataError.objectNotFound
                }
                guard let field = metadata.field(id: entry.id("fieldMetadataId")), field.object.id == object.id else {
                    throw MetadataError.fieldNotFound
                }
                guard !object.properties.isSystem else {
                    throw MetadataError(
                        .badInput, "CANNOT_ADD_FIELD_PERMISSION_ON_SYSTEM_OBJECT",
                        "Cannot add field permission on system object")
                }
                guard entry["canReadFieldValue"] != true, entry["canUpdateFieldValue"] != true else {
                    throw MetadataError(
                        .badInput, "ONLY_FIELD_RESTRICTION_ALLOWED",
                        "Field permission can only introduce a restriction")
                }
                var kept = entry
                kept["id"] = .string(StandardID.uuid(for: "fieldPermission:\(role.id):\(field.id)"))
                kept["roleId"] = .string(role.id)
                merge(kept, into: &document, Role.fieldsKey, by: ["objectMetadataId", "fieldMetadataId"])
            }
        }
        return role.document[Role.fieldsKey]?.arrayValue ?? []
    }

    private var metadata: MetadataIndex { snapshot.metadata }

    /// Changes the role that `input` names, in one transaction.
    private func change(_ input: JSONObject, _ body: (inout JSONObject, Role) throws -> Void) throws -> Role {
        try roles.write { context in
            try require(.roles)
            guard let role = try context.role(input.text("roleId")) else { throw MetadataError.roleNotFound }
            try RoleRules.requireEditable(role)
            var document = role.document
            try body(&document, role)
            try context.store(document, .role)
            return Role(document)
        }
    }

    /// Puts an entry into the list under `key`, over the one with the same ids.
    @discardableResult
    private func merge(
        _ entry: JSONObject, into document: inout JSONObject, _ key: String, by ids: [String]
    ) -> JSONObject {
        var list = document.objects(key) ?? []
        var entry = entry
        for id in ids { entry[id] = .string(entry.id(id)) }
        let place = list.firstIndex { known in ids.allSatisfy { known[$0] == entry[$0] } }
        let merged = place.map { list[$0].adding(entry) } ?? entry
        if let place { list[place] = merged } else { list.append(merged) }
        document[key] = .array(list.map(JSONValue.object))
        return merged
    }
}

extension Role {
    /// The flags as the API shows them: each with an id.
    var flagEntries: [JSONValue] {
        flags.map { flag in
            [
                "id": .string(StandardID.uuid(for: "permissionFlag:\(id):\(flag)")), "roleId": .string(id),
                "flag": .string(flag),
            ]
        }
    }
}
