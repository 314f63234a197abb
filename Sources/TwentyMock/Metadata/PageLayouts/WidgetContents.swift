import DataModel
import JSON

/// What a widget shows, changed at once (metadata 15.6). Each change is one transaction and answers with the view.
struct WidgetContents {
    let operations: MetadataOperations

    /// `upsertFieldsWidget`: the groups with their fields, or the fields alone.
    ///
    /// What is not in the contract: groups that are left out go, all of them where fields are given; view fields that
    /// are left out stay, without a group if theirs went.
    func upsertFields(_ input: JSONObject) throws -> JSONObject {
        try operations.require(.layouts)
        let (groups, fields) = (input.objects("groups"), input.objects("fields"))
        guard (groups == nil) != (fields == nil) else {
            throw MetadataError(
                .badInput, "INVALID_PAGE_LAYOUT_WIDGET_DATA", "Exactly one of groups and fields has to be given")
        }
        return try change(.fields, input) { parts in
            try parts.replace(.viewFieldGroup, with: groups ?? [])
            let grouped = (groups ?? []).flatMap { group in
                (group.objects("fields") ?? []).map { $0.adding(["viewFieldGroupId": group["id"] ?? .null]) }
            }
            let loose = (fields ?? []).map { $0.adding(["viewFieldGroupId": .null]) }
            try parts.upsert(fields: grouped + loose)
        }
    }

    /// `upsertViewWidget`: the fields, filters, groups of filters and sorts.
    ///
    /// What is not in the contract: a list that is not given leaves its parts alone. Filters, groups of filters and
    /// sorts become what their list says; view fields that are left out stay.
    func upsertView(_ input: JSONObject) throws -> JSONObject {
        try change(.records, input) { parts in
            let groups = input.objects("viewFilterGroups")
            var kept = Set<String>()
            if let groups {
                try parts.refuseRepeated(groups, .viewFilterGroup)
                // A group can only be put into one that is there.
                let isInner = { (group: JSONObject) in group["parentViewFilterGroupId"]?.stringValue != nil }
                for group in groups.filter({ !isInner($0) }) + groups.filter(isInner) {
                    kept.insert(try parts.upsert(group, .viewFilterGroup))
                }
            }
            if let filters = input.objects("viewFilters") { try parts.replace(.viewFilter, with: filters) }
            if groups != nil { try parts.remove(.viewFilterGroup, except: kept) }
            if let sorts = input.objects("viewSorts") { try parts.replace(.viewSort, with: sorts) }
            if let fields = input.objects("viewFields") { try parts.upsert(fields: fields) }
        }
    }

    private func change(
        _ kind: WidgetView, _ input: JSONObject, _ body: (ViewParts) throws -> Void
    ) throws -> JSONObject {
        try ResourceOperations(operations: operations, descriptor: .pageLayoutWidget).write { context in
            let view = try kind.document(ofWidget: input.id("widgetId"), context)
            // Who may change widgets may change what they show.
            try body(ViewParts(context: context.unrestricted, viewID: view.id()))
            return try context.shown(view, .view)
        }
    }
}
