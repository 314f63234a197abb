import DataModel
import JSON
import RecordStore

extension RecordOperations {
    /// Links those who took part in messages and events to the people who have just got their address, in the same
    /// transaction (data-model 14); a real server does it a moment later.
    ///
    /// Whom an additional address leads to keeps nobody from whom it is the primary one of. What is no longer anybody's
    /// address stays linked.
    func linkParticipants(to events: [RecordEvent], store: RecordWriter) throws {
        let owners = events.flatMap(\.newAddresses)
        guard !owners.isEmpty else { return }
        for name in ["messageParticipant", "calendarEventParticipant"] {
            guard let table = schema.table(of: name), let handle = table.participantHandle,
                let person = table.field(named: "person")?.column
            else { continue }
            try store.link(
                person, in: table, whose: handle, isOneOf: owners, now: workspace.clock.now.iso8601)
        }
    }
}

extension RecordEvent {
    /// The e-mail addresses that a person has got.
    fileprivate var newAddresses: [AddressOwner] {
        guard table.object.nameSingular == "person", action == .created || action == .updated,
            let emails = table.field(named: "emails")
        else { return [] }
        let known = before.map(emails.addresses)
        return emails.addresses(after).compactMap { address, isPrimary in
            if let known, known.contains(where: { $0 == (address, isPrimary) }) { return nil }
            return AddressOwner(address: address, recordID: id, takesOver: isPrimary)
        }
    }
}

extension FieldColumns {
    /// The addresses in a stored row.
    fileprivate func addresses(_ row: [SQLValue]) -> [(address: String, isPrimary: Bool)] {
        func text(_ subField: String) -> String? { column(of: subField).flatMap { row[$0.index].text } }
        let primary = [text("primaryEmail")].compactMap { $0 }.map { ($0, true) }
        guard let list = text("additionalEmails"), let additional = (try? JSONValue(parsing: list))?.arrayValue else {
            return primary
        }
        return primary + additional.compactMap(\.stringValue).map { ($0, false) }
    }
}
