import DataModel
import JSON
import RecordStore

extension RecordOperations {
    /// Adds a copy of the dashboard called `id`, with a page layout of its own that shows the same, and writes it
    /// (rest-core 16.1).
    ///
    /// The contract does not tell how the copy is called; real servers put `(Copy)` behind the title.
    package func duplicateDashboard(_ id: String, _ plan: ReadPlan, to writer: inout JSONWriter) throws {
        let table = plan.table
        try ObjectRules.check(.create, on: table.object, by: caller)
        try require([.update, .read], on: table)
        try write { store in
            guard let original = try store.reader.values(table.columns, of: id.lowercased(), in: table) else {
                throw RecordError.recordNotFound
            }
            var copy = RecordInput(table: table)
            if let title = table.column(named: "title") {
                copy.set(title, .text([original[title.index].text, "(Copy)"].compactMap { $0 }.joined(separator: " ")))
            }
            if let layout = table.column(named: "pageLayoutId") {
                let operations = MetadataOperations(workspace: workspace, caller: .system, snapshot: snapshot)
                let layouts = PageLayoutCopy(context: ResourceContext(operations: operations, writer: store))
                copy.set(layout, SQLValue(try original[layout.index].text.map(layouts.make)))
            }
            for id in try insert([copy], into: table, store: store) {
                _ = try store.reader.writeRecord(id, plan, to: &writer)
            }
        }
    }
}
