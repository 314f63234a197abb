import DataModel
import JSON
import RecordStore

/// Keeps views in step with a change of the data model, in its transaction (metadata 5.5, 5.6, 6.3, 6.4).
///
/// What the data model implies follows by itself; here it is about what clients made or changed.
struct ViewUpkeep {
    let operations: MetadataOperations
    let writer: RecordWriter

    var context: ResourceContext { ResourceContext(operations: operations, writer: writer) }

    private static let parts: [ResourceDescriptor] = [.viewField, .viewFilter, .viewSort]

    /// Removes everything that belongs to a deleted object, but for what shows its fields.
    func forget(object: ObjectMetadata) throws {
        for view in try writer.reader.resources("view")
        where view.document["objectMetadataId"]?.stringValue == object.id {
            try forget(view: view.id)
        }
        let standard = StandardViews(object: object, workspace: operations.workspace)
        for id in [standard.indexID, standard.recordPageID] { try forget(view: id) }
        let layouts = try context.all(.pageLayout).filter { $0["objectMetadataId"]?.stringValue == object.id }
        for layout in layouts {
            let id = layout["id"]?.stringValue ?? ""
            for tab in try context.all(.pageLayoutTab, parent: id) {
                let tabID = tab["id"]?.stringValue ?? ""
                for widget in try writer.reader.resources("pageLayoutWidget", parent: tabID) {
                    try writer.removeResource("pageLayoutWidget", id: widget.id)
                }
                try writer.removeResource("pageLayoutTab", id: tabID)
            }
            try writer.removeResource("pageLayout", id: id)
        }
    }

    private func forget(view id: String) throws {
        for kind in ResourceDescriptor.view.dependents.map(\.kind) {
            for part in try writer.reader.resources(kind, parent: id) { try writer.removeResource(kind, id: part.id) }
        }
        try writer.removeResource("view", id: id)
    }

    /// Removes every part of a view that shows a deleted field, and every view that cannot be without it.
    func forget(field id: String) throws {
        for descriptor in Self.parts {
            for row in try writer.reader.resources(descriptor.kind)
            where row.document["fieldMetadataId"]?.stringValue == id {
                try writer.removeResource(descriptor.kind, id: row.id)
            }
        }
        try dropViews(standingOn: id)
    }

    /// Takes a deactivated field out of all views; they do not come back with it.
    func deactivate(field id: String) throws {
        let context = context
        for descriptor in Self.parts where descriptor.kind != "viewSort" {
            for document in try context.all(descriptor) where document["fieldMetadataId"]?.stringValue == id {
                try context.remove(document, descriptor)
            }
        }
        try dropViews(standingOn: id)
    }

    /// KANBAN views grouped by the field and CALENDAR views on it go; figures of it are no longer shown.
    private func dropViews(standingOn id: String) throws {
        for row in try writer.reader.resources("view") {
            var view = row.document
            let isGroupedBy = view["mainGroupByFieldMetadataId"]?.stringValue == id
            if isGroupedBy && view["type"] == "KANBAN"
                || view["type"] == "CALENDAR" && view["calendarFieldMetadataId"]?.stringValue == id
            {
                try forget(view: row.id)
                continue
            }
            guard view["kanbanAggregateOperationFieldMetadataId"]?.stringValue == id else { continue }
            view["kanbanAggregateOperation"] = .null
            view["kanbanAggregateOperationFieldMetadataId"] = .null
            try context.store(view, .view)
        }
    }

    /// Filters and groups follow the values of options: changed ones are rewritten, those of removed options go.
    func optionsChanged(_ old: MetadataIndex.FieldEntry, _ new: FieldMetadata) throws {
        let context = context
        func id(_ option: FieldOption) -> String {
            option.id ?? StandardID.option(old.object.nameSingular, old.field.name, option.value)
        }
        let values = Dictionary(new.options.map { (id($0), $0.value) }, uniquingKeysWith: { first, _ in first })
        let current = Set(new.options.map(\.value))
        func follow(_ value: String) -> String? {
            guard let option = old.field.options.first(where: { $0.value == value }) else { return value }
            return values[id(option)] ?? (current.contains(value) ? value : nil)
        }
        for filter in try context.all(.viewFilter) where filter["fieldMetadataId"]?.stringValue == old.id {
            let before = ViewFilterValue.texts(filter["value"] ?? .null)
            let after = before.compactMap(follow)
            guard before != after else { continue }
            if after.isEmpty {
                try context.remove(filter, .viewFilter)
            } else {
                var changed = filter
                changed["value"] =
                    filter["value"]?.arrayValue == nil
                    ? .string(JSONValue.array(after.map(JSONValue.string)).serializedText)
                    : .array(after.map(JSONValue.string))
                try context.store(changed, .viewFilter)
            }
        }
        for view in try context.all(.view) where view["mainGroupByFieldMetadataId"]?.stringValue == old.id {
            try regroup(view["id"]?.stringValue ?? "", new, follow)
        }
    }

    private func regroup(_ viewID: String, _ field: FieldMetadata, _ follow: (String) -> String?) throws {
        let context = context
        var present = Set<String>()
        for group in try context.all(.viewGroup, parent: viewID) {
            guard let value = group["fieldValue"]?.stringValue, !value.isEmpty else { continue }
            guard let new = follow(value) else {
                try context.remove(group, .viewGroup)
                continue
            }
            present.insert(new)
            var changed = group
            changed["fieldValue"] = .string(new)
            if new != value { try context.store(changed, .viewGroup) }
        }
        let count = try context.all(.viewGroup, parent: viewID).count
        let added = field.options.map(\.value).filter { !present.contains($0) }
        for (index, value) in added.enumerated() {
            try ViewGroups(context: context, viewID: viewID).add(value, position: count + index)
        }
    }
}
