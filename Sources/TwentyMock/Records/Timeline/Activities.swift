import DataModel
import JSON
import RecordStore

/// The activities that one write leaves behind, collected and then added at once.
struct Activities {
    /// Activities of one kind that follow each other within this time are one (data-model 14).
    private static let mergingWindow: Int64 = 10 * 60 * 1000

    let store: RecordWriter
    private let columns: ActivityTable
    private var table: Table { columns.table }
    private let stamp: RecordStamp
    private var rows: [[SQLValue]] = []
    /// That of the latest activity, which mostly is that of the next one too.
    private var latestTemplate: Template?

    /// What activities of one kind about records of one object have in common.
    private struct Template {
        let kind: ActivityKind
        let object: String
        /// The column that leads to the record.
        let target: Column
        let input: RecordInput
        let row: [SQLValue]
    }

    init(table: ActivityTable, timeline: Timeline, store: RecordWriter) {
        columns = table
        self.store = store
        stamp = RecordStamp(table: table.table, caller: timeline.caller, now: timeline.now)
    }

    /// Adds an activity to the timeline of the record called `id`, or merges it with one like it.
    ///
    /// - Parameter title: that of the note or task which the activity is about, when it is about one.
    mutating func add(
        _ kind: ActivityKind, about object: String, _ id: String, _ event: RecordEvent, properties: JSONObject,
        title: String? = nil
    ) throws {
        guard let template = try template(kind, about: object) else { return }
        let propertiesText = { SQLValue.text(JSONValue.object(properties).serializedText) }
        if event.action == .created, title == nil {
            // What has just been made has no activities yet.
            var row = stamp.fresh(template.row)
            row[template.target.index] = .text(id)
            if let column = columns.properties { row[column.index] = propertiesText() }
            rows.append(row)
            return
        }
        var input = template.input
        input.set(template.target, .text(id))
        if let title {
            input.set(columns.linkedName, SQLValue(title))
            input.set(columns.linkedID, .text(event.id))
            input.set(columns.linkedObject, .text(StandardID.object(event.table.object.nameSingular)))
        }
        if try merge(input, properties, target: template.target) { return }
        input.set(columns.properties, propertiesText())
        rows.append(try stamp.newRecord(input))
    }

    /// - Returns: `nil` for an object that has no timeline.
    private mutating func template(_ kind: ActivityKind, about object: String) throws -> Template? {
        if let latestTemplate, latestTemplate.kind == kind, latestTemplate.object == object { return latestTemplate }
        guard let target = columns.target(object) else { return nil }
        let label = columns.label(of: kind)
        var input = RecordInput(table: table)
        input.set(columns.name, .text(label.name))
        input.set(columns.typeID, .text(label.typeID))
        input.set(columns.typeSnapshot, .text(label.snapshot))
        input.set(columns.workspaceMember, SQLValue(stamp.caller.workspaceMemberID))
        input.set(columns.happensAt, .text(stamp.now.iso8601))
        let template = Template(
            kind: kind, object: object, target: target, input: input, row: try stamp.newRecord(input))
        latestTemplate = template
        return template
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
        guard let happensAt = columns.happensAt, let propertiesColumn = columns.properties else { return false }
        let earliest = Instant(milliseconds: stamp.now.milliseconds - Self.mergingWindow)
        let same = [columns.name, columns.typeID, columns.workspaceMember, columns.linkedID].compactMap { $0 }.map {
            column -> Filter in
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

/// What an activity says happened: in 1.x by a name, later by a type with a snapshot of itself.
struct ActivityKind: Hashable {
    let object: String
    let action: String
    /// How the action is called when it is about a linked note or task.
    let linked: String?

    /// What an activity of the kind says of it.
    struct Label: Sendable {
        /// `person.created` or `linked-note.created`.
        let name: String
        let typeID: String
        /// JSON text.
        let snapshot: String

        init(_ kind: ActivityKind) {
            name = (kind.linked == nil ? "" : "linked-") + "\(kind.object).\(kind.action)"
            let type = kind.linked ?? kind.action
            typeID = StandardID.uuid(for: "timelineActivityType:\(name):\(type)")
            var writer = JSONWriter(reservingCapacity: 128)
            writer.write(raw: "{\"name\":")
            writer.write(string: name)
            writer.write(raw: ",\"action\":")
            writer.write(string: type)
            writer.write(raw: ",\"objectNameSingular\":")
            writer.write(string: kind.object)
            writer.write(raw: "}")
            snapshot = String(decoding: writer.bytes, as: UTF8.self)
        }
    }
}
