import DataModel
import JSON
import RecordStore

/// Keeps the timeline: a record of `timelineActivity` for what happens to people, companies and the like, written in
/// the same transaction (data-model 14).
///
/// A real server does it a moment later, through a queue. What it writes there at the time of 2.38 the contract
/// states in outline only; `timelineActivityTypeSnapshot` is our reading of it.
struct Timeline {
    let schema: Schema
    /// `nil` in a data model that has no timeline.
    let table: ActivityTable?
    let caller: Caller
    let now: Instant

    /// Whether what happens to records of `table` shows anywhere in a timeline.
    func follows(_ table: Table) -> Bool {
        Self.hasOwnTimeline(table) || Self.linkedField(of: table) != nil
    }

    /// Puts what happened, all to records of one object, on the timelines that it belongs to.
    func record(_ events: [RecordEvent], store: RecordWriter) throws {
        guard let table else { return }
        var activities = Activities(table: table, timeline: self, store: store)
        for event in events { try record(event, &activities) }
        try activities.insert()
    }

    private func record(_ event: RecordEvent, _ activities: inout Activities) throws {
        let diff = event.diff
        if event.action == .updated, diff.isEmpty { return }
        let object = event.table.object.nameSingular
        if Self.hasOwnTimeline(event.table) {
            let kind = ActivityKind(object: object, action: event.action.rawValue, linked: nil)
            try activities.add(kind, about: object, event.id, event, properties: properties(diff, event))
        }
        if ["note", "task"].contains(object) {
            let showsAll = schema.dataModel.release.linksShowEveryChange
            guard event.action == .updated, diff.contains("title") || showsAll else { return }
            try recordOnTargets(event, diff: diff, &activities)
        } else if let linked = Self.linkedField(of: event.table) {
            try recordLink(event, through: linked, &activities)
        }
    }

    /// A change of a note or task shows on everything it is linked to.
    private func recordOnTargets(_ event: RecordEvent, diff: JSONObject, _ activities: inout Activities) throws {
        let object = event.table.object.nameSingular
        guard let targets = schema.table(of: object + "Target"),
            let owner = targets.field(withJoinColumn: object + "Id")?.column
        else { return }
        let reader = activities.store.reader
        for link in try reader.ids(in: targets, where: .column(owner, .equal(.text(event.id)))) {
            guard let row = try reader.values(targets.columns, of: link, in: targets) else { continue }
            for (target, id) in Self.targets(of: row, in: targets) {
                let kind = ActivityKind(object: object, action: event.action.rawValue, linked: event.action.rawValue)
                try activities.add(
                    kind, about: target, id, event, properties: ["diff": .object(diff)], title: Self.title(event))
            }
        }
    }

    /// A link that comes or goes shows on what the note or task is linked to.
    private func recordLink(
        _ event: RecordEvent, through field: FieldColumns, _ activities: inout Activities
    ) throws {
        guard let ownerID = field.column.flatMap({ event.after[$0.index].text }),
            let object = field.field.relation?.targetObject, let owners = schema.table(of: object),
            let row = try activities.store.reader.values(owners.columns, of: ownerID, in: owners, includesDeleted: true)
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
            try activities.add(kind, about: target, id, owner, properties: [:], title: Self.title(owner))
        }
    }

    private func properties(_ diff: JSONObject, _ event: RecordEvent) -> JSONObject {
        if !diff.isEmpty { return ["diff": .object(diff)] }
        guard event.action == .created, schema.dataModel.release.createdActivitiesShowRecord else { return [:] }
        let after = event.table.fields.filter { !$0.columns.isEmpty }.map { field in
            (field.field.joinColumnName ?? field.field.name, field.json(event.after))
        }
        return ["after": .object(JSONObject(after))]
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
