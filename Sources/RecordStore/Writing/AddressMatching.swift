import JSON

/// An address and the record that it belongs to.
package struct AddressOwner: Sendable {
    package let address: String
    package let recordID: String
    /// Whether the record takes over what another one has been linked to.
    package let takesOver: Bool

    package init(address: String, recordID: String, takesOver: Bool) {
        self.address = address
        self.recordID = recordID
        self.takesOver = takesOver
    }

    fileprivate var json: JSONValue { [.string(address), .string(recordID), .bool(takesOver)] }
}

extension Table {
    /// The address of those who took part in a message or an event, by which they are found to be people
    /// (data-model 14).
    package var participantHandle: Column? {
        let isParticipant = ["messageParticipant", "calendarEventParticipant"].contains(object.nameSingular)
        return isParticipant && !object.properties.isCustom ? column(named: "handle") : nil
    }
}

extension RecordWriter {
    /// Makes the rows whose `handle` is one of the addresses, in any case, point to the owner, with one statement.
    package func link(
        _ column: Column, in table: Table, whose handle: Column, isOneOf owners: [AddressOwner], now: String
    ) throws {
        // An update costs something even where there is nobody to find, and most workspaces have no participants.
        let anyRow = "SELECT 1 FROM \(table.quotedName) LIMIT 1"
        guard try PreparedStatement(anyRow, on: reader.database).firstValue([], table: table.name) != nil
        else { return }
        let touched = table.updatedAt.map { ", \($0.quoted) = ?2" } ?? ""
        let sql = """
            UPDATE \(table.quotedName) SET \(column.quoted) = owner.id\(touched)
            FROM (
              SELECT value ->> 0 AS address, value ->> 1 AS id, value ->> 2 AS takesOver FROM json_each(?1)
            ) AS owner
            WHERE \(handle.quoted) = owner.address COLLATE NOCASE AND \(column.quoted) IS NOT owner.id
              AND (\(column.quoted) IS NULL OR owner.takesOver)
            """
        let list = SQLValue.text(JSONValue.array(owners.map(\.json)).serializedText)
        try PreparedStatement(sql, on: reader.database)
            .run(table.updatedAt == nil ? [list] : [list, .text(now)], table: table.name)
    }
}
