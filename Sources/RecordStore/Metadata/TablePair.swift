import DataModel

/// One object's table before and after a change.
struct TablePair {
    let old: Table
    let new: Table
    /// The columns of both, those of the same field and part together.
    let keptColumns: [(old: Column, new: Column)]
    let droppedColumns: [Column]
    let addedColumns: [Column]
    let droppedAttachments: [TableDefinition.Attachment]
    let madeAttachments: [TableDefinition.Attachment]

    init(old: Table, new: Table, schemas: (old: Schema, new: Schema)) {
        self.old = old
        self.new = new
        let before = Dictionary(
            old.columns.map { (old.identity(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.columns.map { new.identity(of: $0) })
        keptColumns = new.columns.compactMap { column in before[new.identity(of: column)].map { ($0, column) } }
        droppedColumns = old.columns.filter { !after.contains(old.identity(of: $0)) }
        addedColumns = new.columns.filter { before[new.identity(of: $0)] == nil }
        let oldAttachments = TableDefinition(table: old, schema: schemas.old).attachments
        let newAttachments = TableDefinition(table: new, schema: schemas.new).attachments
        // A column that is copied is dropped first, which its indexes must not hinder.
        let redefined = Set(
            keptColumns.filter { TablePair.isRedefined($0.old, $0.new) }.map(\.new.quoted))
        func isTouched(_ attachment: TableDefinition.Attachment) -> Bool {
            redefined.contains { attachment.sql.contains($0) }
        }
        let kept = Set(oldAttachments).intersection(newAttachments.filter { !isTouched($0) })
        droppedAttachments = oldAttachments.filter { !kept.contains($0) }
        madeAttachments = newAttachments.filter { !kept.contains($0) }
    }

    /// The columns that are stored differently than before.
    var redefinedColumns: [Column] {
        keptColumns.filter { TablePair.isRedefined($0.old, $0.new) }.map(\.new)
    }

    private static func isRedefined(_ before: Column, _ after: Column) -> Bool {
        before.kind.sqlType != after.kind.sqlType || before.isNotNull != after.isNotNull
            || before.references?.onDelete != after.references?.onDelete
    }

    /// What becomes of the values of a column whose options changed; `nil` when nothing does.
    ///
    /// - Parameter pair: one of ``keptColumns``.
    func optionChange(of pair: (old: Column, new: Column)) -> OptionChange? {
        let column = pair.new
        let before = old.object.fields[pair.old.fieldIndex]
        let after = new.object.fields[column.fieldIndex]
        guard column.subField == nil, before.options != after.options, !before.options.isEmpty else { return nil }
        func id(_ option: FieldOption) -> String {
            option.id ?? StandardID.option(old.object.nameSingular, before.name, option.value)
        }
        let values = Dictionary(after.options.map { (id($0), $0.value) }, uniquingKeysWith: { first, _ in first })
        let replacements = before.options.compactMap { option -> (String, String?)? in
            let new = values[id(option)]
            // An option that was sent without its id, but with the same value, is still the same choice.
            if new == nil, after.options.contains(where: { $0.value == option.value }) { return nil }
            return new == option.value ? nil : (option.value, new)
        }
        return replacements.isEmpty ? nil : OptionChange(replacements: replacements, field: after)
    }
}

/// Values of options that records hold, and what they become: another value, or nothing.
struct OptionChange {
    let replacements: [(old: String, new: String?)]
    let field: FieldMetadata

    func statement(table: Table, _ column: Column) -> SQLFragment? {
        let cases = replacements.map { _ in "WHEN ? THEN ?" }.joined(separator: " ")
        let arguments = replacements.flatMap { replacement in
            [SQLValue.text(replacement.old), replacement.new.map(SQLValue.text) ?? .null]
        }
        let known = SQLValue.jsonList(replacements.map(\.old))
        switch column.kind {
        case .option:
            var value = "CASE \(column.quoted) \(cases) END"
            var all = arguments
            if column.isNotNull, case .text(let fallback)? = field.defaultValue {
                value = "coalesce(\(value), ?)"
                all.append(.text(fallback))
            }
            return SQLFragment(
                """
                UPDATE \(table.quotedName) SET \(column.quoted) = \(value)
                WHERE \(column.quoted) IN (SELECT value FROM json_each(?))
                """, all + [known])
        case .optionList:
            return SQLFragment(
                """
                UPDATE \(table.quotedName) SET \(column.quoted) = (
                  SELECT nullif(json_group_array(chosen), '[]') FROM (
                    SELECT CASE value \(cases) ELSE value END AS chosen FROM json_each(\(column.quoted)) ORDER BY key
                  ) WHERE chosen IS NOT NULL)
                WHERE EXISTS (
                  SELECT 1 FROM json_each(\(column.quoted)) WHERE value IN (SELECT value FROM json_each(?)))
                """, arguments + [known])
        default: return nil
        }
    }
}

extension Table {
    /// What tells a column from others however fields are renamed: the field's id and the part. Standard fields have
    /// no id of their own, but keep their names.
    fileprivate func identity(of column: Column) -> String {
        let field = object.fields[column.fieldIndex]
        return "\(field.id ?? field.name).\(column.subField ?? "")"
    }
}
