import DataModel
import JSON
import RecordStore

/// Keeps the timeline: a record of `timelineActivity` for what happens to people, companies and the like, written in
/// the same transaction (data-model 14).
///
/// A real server does it a moment later, through a queue. What it writes there at the time of 2.38 the contract
/// states in outline only; `timelineActivityTypeSnapshot` is our reading of it.
struct Timeline {
    /// Events of one kind that follow each other within this time are one activity.
    private static let mergingWindow: Int64 = 10 * 60 * 1000

    let schema: Schema
    let caller: Caller
    let now: Instant

    /// Whether what happens to records of `table` shows anywhere in a timeline.
    func follows(_ table: Table) -> Bool {
        Self.hasOwnTimeline(table) || Self.linkedField(of: table) != nil
    }

    func record(_ event: RecordEvent, store: RecordWriter) throws {
        guard let activities = schema.table(of: "timelineActivity") else { return }
        let diff = event.diff
        if event.action == .updated, diff.isEmpty { return }
        let object = event.table.object.nameSingular
        if Self.hasOwnTimeline(event.table) {
            let kind = ActivityKind(object: object, action: event.action.rawValue, linked: nil)
            try write(kind, about: object, event.id, diff: diff, event, link: nil, activities, store)
        }
        if ["note", "task"].contains(object) {
            guard event.action != .updated || diff.contains("title") || schema.dataModel.release.era == .v1x else { return }
            try recordOnTargets(event, diff: diff, activities, store)
        } else if let linked = Self.linkedField(of: event.table) {
            try recordLink(event, through: linked, activities, store)
        }
    }

    /// A change of a note or task shows on everything it is linked to.
    private func recordOnTargets(
        _ event: RecordEvent, diff: JSONObject, _ activities: Table, _ store: RecordWriter
    ) throws {
        let object = event.table.object.nameSingular
        guard event.action == .updated, let targets = schema.table(of: object + "Target"),
            let owner = targets.field(withJoinColumn: object + "Id")?.column
        else { return }
        let links = try store.reader.ids(in: targets, where: .column(owner, .equal(.text(event.id))))
        for link in links {
            guard let row = try store.reader.values(targets.columns, of: link, in: targets) else { continue }
            for (target, id) in Self.targets(of: row, in: targets) {
                let kind = ActivityKind(object: object, action: event.action.rawValue, linked: event.action.rawValue)
                try write(kind, about: target, id, diff: diff, event, link: Self.title(event), activities, store)
            }
        }
    }

    /// A link that comes or goes shows on what the note or task is linked to.
    private func recordLink(
        _ event: RecordEvent, through field: FieldColumns, _ activities: Table, _ store: RecordWriter
    ) throws {
        guard let ownerID = field.column.flatMap({ event.after[$0.index].text }),
            let object = field.field.relation?.targetObject, let owners = schema.table(of: object),
            let row = try store.reader.values(owners.columns, of: ownerID, in: owners, includesDeleted: true)
        else { return }
        let owner = RecordEvent(action: event.action, table: owners, id: ownerID, before: nil, after: row)
        let linked: String =
            switch event.action {
            case .created, .restored: "linked"
            case .deleted: "unlinked"
            case .updated: "updated"
            }
        for (target, id) in Self.targets(of: event.after, in: event.table) {
            let kind = ActivityKind(object: object, action: event.action.rawValue, linked: linked)
            try write(kind, about: target, id, diff: JSONObject(), owner, link: Self.title(owner), activities, store)
        }
    }

    /// Adds an activity to the timeline of the record called `id`, or merges it with one like it.
    ///
    /// - Parameter link: the title of the note or task that the activity is about, when it is about one.
    private func write(
        _ kind: ActivityKind, about object: String, _ id: String, diff: JSONObject, _ event: RecordEvent,
        link: String?, _ activities: Table, _ store: RecordWriter
    ) throws {
        guard let target = Self.leg(to: object, in: activities)?.column else { return }
        var input = RecordInput(table: activities)
        input.set(target, .text(id))
        kind.describe(&input, activities)
        input.set(activities.column(named: "workspaceMemberId"), SQLValue(caller.workspaceMemberID))
        input.set(activities.column(named: "happensAt"), .text(now.iso8601))
        if let link {
            input.set(activities.column(named: "linkedRecordCachedName"), SQLValue(link))
            input.set(activities.column(named: "linkedRecordId"), .text(event.id))
            let linkedObject = event.table.object.nameSingular
            input.set(activities.column(named: "linkedObjectMetadataId"), .text(StandardID.object(linkedObject)))
        }
        // What has just been made has no activities yet.
        let isNew = event.action == .created && link == nil
        if !isNew, try merge(input, diff: diff, target: target, activities, store) { return }
        input.set(activities.column(named: "properties"), .text(properties(diff, event).serializedText))
        let row = RecordStamp(table: activities, caller: caller, now: now).newRecord(input)
        try store.insert([row], into: activities)
    }

    private func properties(_ diff: JSONObject, _ event: RecordEvent) -> JSONValue {
        if !diff.isEmpty { return ["diff": .object(diff)] }
        guard event.action == .created, schema.dataModel.release.era == .v1x else { return [:] }
        let after = event.table.fields.filter { !$0.columns.isEmpty }.map { field in
            (field.field.joinColumnName ?? field.field.name, field.json(event.after))
        }
        return ["after": .object(JSONObject(after))]
    }

    /// Merges into the latest activity of the same kind, about the same, by the same member.
    ///
    /// - Returns: whether there was one.
    private func merge(
        _ input: RecordInput, diff: JSONObject, target: Column, _ activities: Table, _ store: RecordWriter
    ) throws -> Bool {
        guard let happensAt = activities.column(named: "happensAt"), let properties = activities.column(named: "properties")
        else { return false }
        let earliest = Instant(milliseconds: now.milliseconds - Self.mergingWindow)
        let same = ["name", "timelineActivityTypeId", "workspaceMemberId", "linkedRecordId"]
            .compactMap { activities.column(named: $0) }
            .map { column -> Filter in
                let value = input.value(of: column) ?? .null
                return .column(column, value.isNull ? .isNull : .equal(value))
            }
        let conditions = [
            Filter.column(target, .equal(input.value(of: target) ?? .null)),
            .column(happensAt, .greater(.text(earliest.iso8601))),
        ]
        guard let id = try store.reader.ids(in: activities, where: .and(conditions + same)).last,
            let kept = try store.reader.values([properties], of: id, in: activities)?.first
        else { return false }
        var changes = [Assignment(happensAt, .text(now.iso8601))]
        if let updatedAt = activities.updatedAt { changes.append(Assignment(updatedAt, .text(now.iso8601))) }
        if !diff.isEmpty {
            let merged = Self.merged(kept.text.flatMap { try? JSONValue(parsing: $0) } ?? [:], diff)
            changes.append(Assignment(properties, .text(merged.serializedText)))
        }
        return try store.update(id, changes, in: activities)
    }

    /// Each field's first `before` and last `after`.
    private static func merged(_ properties: JSONValue, _ diff: JSONObject) -> JSONValue {
        var result = properties["diff"]?.objectValue ?? JSONObject()
        for member in diff.members {
            let before = result[member.key]?["before"] ?? member.value["before"] ?? .null
            result[member.key] = ["before": before, "after": member.value["after"] ?? .null]
        }
        return ["diff": .object(result)]
    }
}

// MARK: - Who is followed

extension Timeline {
    private static func hasOwnTimeline(_ table: Table) -> Bool {
        table.object.properties.isAuditLogged && !table.object.properties.isSystem
    }

    /// The many-to-one relation of a link (noteTarget, taskTarget) to what it links.
    private static func linkedField(of table: Table) -> FieldColumns? {
        switch table.object.nameSingular {
        case "noteTarget": table.field(named: "note")
        case "taskTarget": table.field(named: "task")
        default: nil
        }
    }

    /// The morph leg of `table` that leads to `object`.
    private static func leg(to object: String, in table: Table) -> FieldColumns? {
        table.fields.first { $0.field.relation?.morphGroup == "target" && $0.field.relation?.targetObject == object }
    }

    /// What the row of a link leads to besides the note or task.
    private static func targets(of row: [SQLValue], in table: Table) -> [(object: String, id: String)] {
        table.fields.compactMap { field in
            guard let relation = field.field.relation, relation.morphGroup == "target", let column = field.column,
                let id = row[column.index].text
            else { return nil }
            return (relation.targetObject, id)
        }
    }

    private static func title(_ event: RecordEvent) -> String {
        event.table.column(named: "title").flatMap { event.after[$0.index].text } ?? ""
    }
}

/// What an activity says happened.
private struct ActivityKind {
    let object: String
    let action: String
    /// How the action is called when it is about a linked note or task.
    let linked: String?

    /// In 1.x a name, `person.created` or `linked-note.created`; later a type with a snapshot of itself.
    func describe(_ input: inout RecordInput, _ activities: Table) {
        let name = linked == nil ? "\(object).\(action)" : "linked-\(object).\(action)"
        input.set(activities.column(named: "name"), .text(name))
        let type = linked ?? action
        input.set(
            activities.column(named: "timelineActivityTypeId"),
            .text(StandardID.uuid(for: "timelineActivityType:\(name):\(type)")))
        let snapshot: JSONValue = [
            "name": .string(name), "action": .string(type), "objectNameSingular": .string(object),
        ]
        input.set(activities.column(named: "timelineActivityTypeSnapshot"), .text(snapshot.serializedText))
    }
}
