import CSQLite
import JSON

/// Rows written as JSON one after the other, with the places where the records of relations belong.
struct RowBuffer {
    /// A place in ``json`` where something is put in once the relations are loaded.
    struct Gap {
        let offset: Int
        let relation: Int
        /// Whether the relation's id belongs here rather than its record.
        let isID: Bool
    }

    let plan: ReadPlan
    private(set) var json: JSONWriter
    /// Where each row ends in ``json``.
    private(set) var rowEnds: [Int] = []
    /// Where each row's gaps end in ``gaps``.
    private(set) var gapEnds: [Int] = []
    private(set) var gaps: [Gap] = []
    /// The id of each row; kept only when something is looked up by it.
    private(set) var ids: [String] = []
    /// The target's id of each row, for every relation to one record.
    private(set) var targets: [[String?]]
    private let keepsIDs: Bool
    /// What tells the place of a row; without it the id does.
    private let cursorColumns: CursorColumns?

    init(_ plan: ReadPlan, keepsIDs: Bool = false, cursorColumns: CursorColumns? = nil) {
        self.plan = plan
        self.cursorColumns = cursorColumns
        json = JSONWriter(reservingCapacity: 4096)
        targets = Array(repeating: [], count: plan.relations.count)
        self.keepsIDs = keepsIDs || plan.needsIDs
    }

    var count: Int { rowEnds.count }

    /// Writes the current row of a statement whose first columns are the plan's.
    mutating func append(_ row: OpaquePointer) {
        if keepsIDs { ids.append(SQLValue(column: 0, of: row).text ?? "") }
        for target in plan.targetColumns {
            targets[target.relation].append(SQLValue(column: target.column, of: row).text)
        }
        write(row)
        rowEnds.append(json.bytes.count)
        gapEnds.append(gaps.count)
    }

    private mutating func write(_ row: OpaquePointer) {
        plan.steps.withUnsafeBufferPointer { steps in
            plan.texts.withUnsafeBufferPointer { texts in
                var position = 0
                while position < steps.count {
                    let step = steps[position]
                    position += 1
                    let start = Int(step.textStart)
                    json.write(raw: UnsafeBufferPointer(rebasing: texts[start..<start + Int(step.textCount)]))
                    switch step.code {
                    case .end: break
                    case .skipIfNull:
                        if sqlite3_column_type(row, step.column) == SQLITE_NULL {
                            json.writeNull()
                            position += Int(step.argument)
                        }
                    case .guardedID, .relation:
                        gaps.append(
                            Gap(
                                offset: json.bytes.count, relation: Int(step.argument), isID: step.code == .guardedID))
                    case .projection:
                        plan.projections[Int(step.argument)].write(column: step.column, of: row, to: &json)
                    case .cursor:
                        if let cursorColumns {
                            cursorColumns.write(row, from: plan.columnCount, to: &json)
                        } else {
                            json.write(cursorOf: SQLValue(column: 0, of: row).text ?? "")
                        }
                    default: json.write(column: step.column, step.code, of: row)
                    }
                }
            }
        }
    }
}

extension RowBuffer {
    /// The rows with the records of relations put in.
    ///
    /// - Returns: the bytes of all rows without separators, and where each ends.
    func filled(with related: [RelatedRows]) -> (bytes: [UInt8], ends: [Int]) {
        guard !gaps.isEmpty else { return (json.bytes, rowEnds) }
        var writer = JSONWriter(reservingCapacity: json.bytes.count + related.reduce(0) { $0 + $1.size })
        var ends: [Int] = []
        ends.reserveCapacity(count)
        var copied = 0
        var gapIndex = 0
        for row in 0..<count {
            while gapIndex < gapEnds[row] {
                let gap = gaps[gapIndex]
                writer.bytes.append(contentsOf: json.bytes[copied..<gap.offset])
                copied = gap.offset
                let relation = related[gap.relation]
                if !gap.isID {
                    relation.write(row: row, to: &writer)
                } else if let id = targets[gap.relation][row], relation.hasRecords(row: row) {
                    writer.write(string: id)
                } else {
                    writer.writeNull()
                }
                gapIndex += 1
            }
            writer.bytes.append(contentsOf: json.bytes[copied..<rowEnds[row]])
            copied = rowEnds[row]
            ends.append(writer.bytes.count)
        }
        return (writer.bytes, ends)
    }
}
