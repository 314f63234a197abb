import DataModel
import JSON

/// metadata 12, "viewField".
struct ViewFieldRules: ResourceRules {
    func prepare(_ change: inout ResourceChange, _ context: ResourceContext) throws {
        guard let viewID = change.text("viewId"), let view = try context.find(.view, viewID),
            let object = view["objectMetadataId"]?.stringValue.flatMap(context.metadata.object(id:))
        else { return }
        if let group = change.text("viewFieldGroupId"), change.changes("viewFieldGroupId"),
            try context.find(.viewFieldGroup, group)?["viewId"]?.stringValue != viewID
        {
            throw MetadataError.unknownReference("viewFieldGroup", key: "viewFieldGroupId")
        }
        let id = change.text("id")
        let others = try context.all(.viewField, parent: viewID).filter { $0["id"]?.stringValue != id }
        var problems: [ValidationReport.Problem] = []
        func refuse(_ message: String, user: String? = nil) {
            problems.append(.init("INVALID_VIEW_DATA", message, user: user))
        }
        if change.old == nil, others.contains(where: { $0["fieldMetadataId"] == change.document["fieldMetadataId"] }) {
            refuse(
                "View field with same fieldMetadataUniversalIdentifier and viewUniversalIdentifier already exists",
                user: "View field already exists")
        }
        if view["type"] != "FIELDS_WIDGET", let identifier = object.fieldID(object.properties.labelIdentifierField) {
            if change.text("fieldMetadataId") == identifier {
                if change.document["isVisible"] == false { refuse("Label identifier view field has to be visible") }
                if others.contains(where: { $0.position < change.document.position }) {
                    refuse("Label identifier view field has to be in the lowest position")
                }
            } else if let first = others.first(where: { $0["fieldMetadataId"]?.stringValue == identifier }),
                change.document.position < first.position, change.old == nil || change.changes("position")
            {
                refuse("View field position cannot be lower than label identifier view field position")
            }
        }
        if !problems.isEmpty { throw change.report(problems) }
    }

    func checkDeletion(_ deletion: ResourceDeletion, _ context: ResourceContext) throws {
        guard let view = try deletion.text("viewId").flatMap({ try context.find(.view, $0) }),
            view["type"] != "FIELDS_WIDGET",
            let object = view["objectMetadataId"]?.stringValue.flatMap(context.metadata.object(id:)),
            deletion.text("fieldMetadataId") == object.fieldID(object.properties.labelIdentifierField)
        else { return }
        throw deletion.report("INVALID_VIEW_DATA", "Label identifier view field cannot be deleted")
    }
}

/// metadata 12, "viewFilterGroup".
struct ViewFilterGroupRules: ResourceRules {
    private static let maximumDepth = 2

    func prepare(_ change: inout ResourceChange, _ context: ResourceContext) throws {
        guard change.changes("parentViewFilterGroupId"), let parent = change.text("parentViewFilterGroupId"),
            let id = change.text("id")
        else { return }
        guard parent != id else {
            throw change.report("INVALID_VIEW_FILTER_GROUP_DATA", "View filter group cannot be its own parent")
        }
        var depth = 1
        var above: String? = parent
        while let group = above, depth <= 64 {
            guard group != id else {
                throw change.report(
                    "CIRCULAR_DEPENDENCY", "Circular dependency detected in view filter group hierarchy")
            }
            depth += 1
            above = try context.find(.viewFilterGroup, group)?["parentViewFilterGroupId"]?.stringValue
        }
        let height = change.old == nil ? 0 : try self.height(below: id, context)
        guard depth + height <= Self.maximumDepth else {
            throw change.report(
                "MAX_DEPTH_EXCEEDED", "View filter group hierarchy exceeds maximum depth of \(Self.maximumDepth)")
        }
    }

    /// How many levels hang below the group.
    private func height(below id: String, _ context: ResourceContext, depth: Int = 0) throws -> Int {
        guard depth < Self.maximumDepth else { return depth }
        let children = try context.all(.viewFilterGroup).filter { $0["parentViewFilterGroupId"]?.stringValue == id }
        return try children.map { 1 + (try height(below: $0["id"]?.stringValue ?? "", context, depth: depth + 1)) }
            .max() ?? 0
    }
}

/// metadata 12, "viewGroup".
struct ViewGroupRules: ResourceRules {
    func prepare(_ change: inout ResourceChange, _ context: ResourceContext) throws {
        guard change.text("fieldValue") == nil else { return }
        throw change.report("INVALID_VIEW_DATA", "Field value is required")
    }
}

/// metadata 12, "viewSort".
struct ViewSortRules: ResourceRules {
    func prepare(_ change: inout ResourceChange, _ context: ResourceContext) throws {
        guard ["ASC", "DESC"].contains(change.text("direction") ?? "") else {
            throw change.report(
                "INVALID_VIEW_SORT_DATA",
                change.old == nil ? "View sort with invalid direction" : "Correct direction is required")
        }
        guard change.old == nil, let viewID = change.text("viewId") else { return }
        let clashes = try context.all(.viewSort, parent: viewID).contains {
            $0["fieldMetadataId"] == change.document["fieldMetadataId"]
        }
        guard !clashes else {
            throw change.report(
                "INVALID_VIEW_SORT_DATA", "View sort with same fieldMetadataId and viewId already exists")
        }
    }
}
