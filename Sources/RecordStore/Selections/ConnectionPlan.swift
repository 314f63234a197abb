import DataModel
import JSON

/// A ``Selection/Connection`` made ready to run.
package final class ConnectionPlan: Sendable {
    /// A figure as it was read, and what it is still to be divided by.
    package typealias Figure = (value: SQLValue, divisor: SQLValue)

    enum Member: Sendable {
        /// Position in ``ConnectionPlan/lists``.
        case list(Int)
        case pageInfo([(key: [UInt8], part: Selection.PageInfoPart)])
        /// Position in ``ConnectionPlan/aggregates``.
        case figure(Int)
        case dimensionValues
        case constant([UInt8])
    }

    package let table: Table
    /// How each record is written, for every list that is asked for. Where there is none but the places of records
    /// are asked for, one that is not shown.
    package let lists: [ReadPlan]
    package let aggregates: [Aggregate]
    /// Whether ``lists`` are shown.
    package let showsRecords: Bool
    private let members: [(key: [UInt8], member: Member)]

    package init(_ connection: Selection.Connection, schema: Schema) throws {
        guard let table = schema.table(of: connection.object.nameSingular) else {
            throw StoreError.database(message: "no table for \(connection.object.nameSingular)")
        }
        self.table = table
        var lists: [ReadPlan] = []
        var aggregates: [Aggregate] = []
        var needsPlaces = false
        members = try connection.members.map { member in
            switch member {
            case .edges(let key, let entries):
                lists.append(try ReadPlan(Selection(object: connection.object, entries: entries), schema: schema))
                return (key.jsonKey, .list(lists.count - 1))
            case .pageInfo(let key, let parts):
                needsPlaces = true
                return (key.jsonKey, .pageInfo(parts.map { ($0.key.jsonKey, $0.part) }))
            case .figure(let key, let aggregate):
                aggregates.append(aggregate)
                return (key.jsonKey, .figure(aggregates.count - 1))
            case .dimensionValues(let key): return (key.jsonKey, .dimensionValues)
            case .constant(let key, let json): return (key.jsonKey, .constant(Array(json.utf8)))
            }
        }
        showsRecords = !lists.isEmpty
        if needsPlaces, lists.isEmpty {
            lists.append(try ReadPlan(Selection(object: connection.object), schema: schema))
        }
        self.lists = lists
        self.aggregates = aggregates
    }

    /// What is known of a connection besides its records.
    package struct Content {
        package var hasNextPage = false
        package var hasPreviousPage = false
        /// In base64.
        package var startCursor: String?
        package var endCursor: String?
        /// In the order of ``ConnectionPlan/aggregates``.
        package var figures: [Figure] = []
        /// As JSON.
        package var dimensionValues: [UInt8]?

        package init() {}
    }

    /// Writes a connection.
    ///
    /// - Parameter list: writes the list at a position in ``lists``.
    package func write(
        _ content: @autoclosure () throws -> Content, to writer: inout JSONWriter,
        list: (Int, inout JSONWriter) throws -> Void
    ) rethrows {
        // Asked for when it is first needed, which may be after the lists are written.
        var known: Content?
        var separator = UInt8(ascii: "{")
        for (key, member) in members {
            writer.bytes.append(separator)
            separator = UInt8(ascii: ",")
            writer.bytes.append(contentsOf: key)
            switch member {
            case .list(let index): try list(index, &writer)
            case .constant(let json): writer.write(raw: json)
            case .pageInfo, .figure, .dimensionValues:
                let content = try known ?? content()
                known = content
                write(member, content, to: &writer)
            }
        }
        if members.isEmpty { writer.bytes.append(separator) }
        writer.bytes.append(UInt8(ascii: "}"))
    }

    private func write(_ member: Member, _ content: Content, to writer: inout JSONWriter) {
        switch member {
        case .list, .constant: break
        case .pageInfo(let parts): write(parts, content, to: &writer)
        case .figure(let index): writer.write(figure(index, of: content))
        case .dimensionValues:
            if let values = content.dimensionValues { writer.write(raw: values) } else { writer.writeNull() }
        }
    }

    private func write(
        _ parts: [(key: [UInt8], part: Selection.PageInfoPart)], _ content: Content,
        to writer: inout JSONWriter
    ) {
        var separator = UInt8(ascii: "{")
        for (key, part) in parts {
            writer.bytes.append(separator)
            separator = UInt8(ascii: ",")
            writer.bytes.append(contentsOf: key)
            switch part {
            case .hasNextPage: writer.write(bool: content.hasNextPage)
            case .hasPreviousPage: writer.write(bool: content.hasPreviousPage)
            case .startCursor: writer.write(content.startCursor.map(JSONValue.string) ?? .null)
            case .endCursor: writer.write(content.endCursor.map(JSONValue.string) ?? .null)
            case .constant(let json): writer.bytes.append(contentsOf: json.utf8)
            }
        }
        if parts.isEmpty { writer.bytes.append(separator) }
        writer.bytes.append(UInt8(ascii: "}"))
    }

    /// A set without records has no figures but counts.
    private func figure(_ index: Int, of content: Content) -> JSONValue {
        let aggregate = aggregates[index]
        guard content.figures.indices.contains(index) else { return aggregate.isCount ? .int(0) : .null }
        return aggregate.json(content.figures[index].value, divisor: content.figures[index].divisor)
    }
}

extension String {
    /// The text as a key of a JSON object, with its colon.
    var jsonKey: [UInt8] {
        var writer = JSONWriter()
        writer.write(string: self)
        writer.bytes.append(UInt8(ascii: ":"))
        return writer.bytes
    }
}
