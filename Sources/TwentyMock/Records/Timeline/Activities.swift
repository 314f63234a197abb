import DataModel
import JSON
import RecordStore

/// The activities that one write leaves behind, collected and then added at once.
struct Activities {
    /// Activities of one kind that follow each other within this time are one (data-model 14).
    private static let mergingWindow: Int64 = 10 * 60 * 1000

    let store: RecordWriter
    private let table: Table
    private let stamp: RecordStamp
    private let release: Release
    private let name, typeID, typeSnapshot, happensAt, properties: Column?
    private let workspaceMember, linkedName, linkedID, linkedObject: Column?
    private var rows: [[SQLValue]] = []

    init(table: Table, timeline: Timeline, store: RecordWriter) {
        self.table = table
        self.store = store
        release = timeline.schema.dataModel.release
        stamp = RecordStamp(table: table, caller: timeline.caller, now: timeline.now)
        name = table.column(named: "name")
        typeID = table.column(named: "timelineActivityTypeId")
        typeSnapshot = table.column(named: "timelineActivityTypeSnapshot")
        happensAt = table.column(named: "happensAt")
        properties = table.column(named: "properties")
        workspaceMember = table.column(named: "workspaceMemberId")
        linkedName = table.column(named: "linkedRecordCachedName")
        linkedID = table.column(named: "linkedRecordId")
        linkedObject = table.column(named: "linkedObjectMetadataId")
    }

    /// Adds an activity to the timeline of the record called `id`, or merges it with one like it.
    ///
    /// - Parameter title: that of the note or task which the activity is about, when it is about one.
    mutating func add(
        _ kind: ActivityKind, about object: String, _ id: String, _ event: RecordEvent, properties: JSONObject,
        title: String? = nil
    ) throws {
        guard let target = table.timelineTarget(of: object) else { return }
        var input = RecordInput(table: table)
        input.set(target, .text(id))
        input.set(name, .text(kind.name))
        input.set(typeID, typeID == nil ? nil : .text(kind.typeID))
        input.set(typeSnapshot, typeSnapshot == nil ? nil : .text(kind.snapshot))
        input.set(workspaceMember, SQLValue(stamp.caller.workspaceMemberID))
        input.set(happensAt, .text(stamp.now.iso8601))
        if let title {
            input.set(linkedName, SQLValue(title))
            input.set(linkedID, .text(event.id))
            input.set(linkedObject, .text(StandardID.object(event.table.object.nameSingular)))
        }
        // What has just been made has no activities yet.
        let isNew = event.action == .created && title == nil
        if !isNew, try merge(input, properties, target: target) { return }
        input.set(self.properties, .text(JSONValue.object(properties).serializedText))
        rows.append(try stamp.newRecord(input))
    }

    /// Adds what was collected.
    mutating func insert() throws {
        guard !rows.isEmpty else { return }
        try store.insert(rows, into: table)
        rows = []
    }

    /// Merges into the latest activity of the same kind, about the same, by the same member.
    ///
    /// - Returns: whether there was one.
    private mutating func merge(_ input: RecordInput, _ properties: JSONObject, target: Column) throws -> Bool {
        try insert()
        guard let happensAt, let propertiesColumn = self.properties else { return false }
        let earliest = Instant(milliseconds: stamp.now.milliseconds - Self.mergingWindow)
        let same = [name, typeID, workspaceMember, linkedID].compactMap { $0 }.map { column -> Filter in
            let value = input.value(of: column) ?? .null
            return .column(column, value.isNull ? .isNull : .equal(value))
        }
        let conditions = [
            Filter.column(target, .equal(input.value(of: target) ?? .null)),
            .column(happensAt, .greater(.text(earliest.iso8601))),
        ]
        guard let id = try store.reader.ids(in: table, where: .and(conditions + same)).last,
            let kept = try store.reader.values([propertiesColumn], of: id, in: table)?.first
        else { return false }
        var changes = [Assignment(happensAt, .text(stamp.now.iso8601))]
        if let updatedAt = table.updatedAt { changes.append(Assignment(updatedAt, .text(stamp.now.iso8601))) }
        if let diff = properties["diff"]?.objectValue {
            let merged = Self.merged(kept.text.flatMap { try? JSONValue(parsing: $0) } ?? [:], diff)
            changes.append(Assignment(propertiesColumn, .text(merged.serializedText)))
        }
        return try store.update(id, changes, in: table)
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

extension Table {
    /// The column that leads from an activity to a record of `object`.
    fileprivate func timelineTarget(of object: String) -> Column? {
        fields.first { $0.field.relation?.morphGroup == "target" && $0.field.relation?.targetObject == object }?.column
    }
}

/// What an activity says happened: in 1.x by a name, later by a type with a snapshot of itself.
struct ActivityKind {
    /// `person.created` or `linked-note.created`.
    let name: String
    let typeID: String
    /// JSON text.
    let snapshot: String

    /// - Parameter linked: how the action is called when it is about a linked note or task.
    init(object: String, action: String, linked: String?) {
        name = linked == nil ? "\(object).\(action)" : "linked-\(object).\(action)"
        let type = linked ?? action
        typeID = StandardID.uuid(for: "timelineActivityType:\(name):\(type)")
        let snapshot: JSONValue = [
            "name": .string(name), "action": .string(type), "objectNameSingular": .string(object),
        ]
        self.snapshot = snapshot.serializedText
    }
}
