import DataModel
import JSON
import RecordStore
import Synchronization

/// The table of the timeline, with what writing to it needs of it at each time.
final class ActivityTable: Sendable {
    let table: Table
    let name, typeID, typeSnapshot, happensAt, properties: Column?
    let workspaceMember, linkedName, linkedID, linkedObject: Column?
    private let targets: [String: Column]
    private let labels = Mutex<[ActivityKind: ActivityKind.Label]>([:])

    init?(_ schema: Schema) {
        guard let table = schema.table(of: "timelineActivity") else { return nil }
        self.table = table
        name = table.column(named: "name")
        typeID = table.column(named: "timelineActivityTypeId")
        typeSnapshot = table.column(named: "timelineActivityTypeSnapshot")
        happensAt = table.column(named: "happensAt")
        properties = table.column(named: "properties")
        workspaceMember = table.column(named: "workspaceMemberId")
        linkedName = table.column(named: "linkedRecordCachedName")
        linkedID = table.column(named: "linkedRecordId")
        linkedObject = table.column(named: "linkedObjectMetadataId")
        targets = Dictionary(
            table.fields.compactMap { field in
                guard let relation = field.field.relation, relation.morphGroup == "target", let column = field.column
                else { return nil }
                return (relation.targetObject, column)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The column that leads from an activity to a record of `object`; `nil` for objects that have no timeline.
    func target(_ object: String) -> Column? { targets[object] }

    func label(of kind: ActivityKind) -> ActivityKind.Label {
        labels.withLock { labels in
            if let label = labels[kind] { return label }
            let label = ActivityKind.Label(kind)
            labels[kind] = label
            return label
        }
    }
}
