import DataModel

/// What to return of a record: keys in the order in which they are written.
///
/// The adapters make it, REST from `depth` and `fields`, GraphQL from a selection set; the store turns it
/// into a ``ReadPlan``.
package struct Selection: Sendable {
    package enum Entry: Sendable {
        /// A scalar field, or a composite with all its sub-fields.
        case field(key: String, FieldMetadata)
        /// Some sub-fields of a composite.
        case composite(key: String, FieldMetadata, [SubEntry])
        /// Some members of the JSON that a field holds.
        case projected(key: String, FieldMetadata, JSONProjection)
        /// The same JSON in every record.
        case constant(key: String, json: String)
        /// Parts of the record in an object of their own, as the node of an edge.
        case object(key: String, [Entry])
        /// The record's place in the order of the list that is read (graphql-core 6.5).
        case cursor(key: String)
        /// The id behind a many-to-one relation. It reads `null` when the relation is selected too and its
        /// target is soft-deleted (rest-core 8.2).
        case joinColumn(key: String, FieldMetadata)
        /// The record behind a many-to-one relation, or `null`.
        case one(key: String, FieldMetadata, Selection)
        /// The records that point here, at most `limit` for each record.
        case many(key: String, FieldMetadata, Selection, limit: Int)
        /// The same records as a connection (graphql-core 6.7).
        case connection(key: String, FieldMetadata, Connection, limit: Int)
    }

    /// A part of a composite.
    package enum SubEntry: Sendable {
        /// - Parameter projection: what of the JSON to show that the sub-field holds, `nil` for all.
        case subField(key: String, String, projection: JSONProjection? = nil)
        case constant(key: String, json: String)
    }

    /// A member of a connection's `pageInfo`.
    package enum PageInfoPart: Sendable {
        case hasNextPage, hasPreviousPage, startCursor, endCursor
        case constant(json: String)
    }

    /// What to return of a list of records besides and around them (graphql-core 4.1).
    package struct Connection: Sendable {
        package enum Member: Sendable {
            /// A list with what ``Selection/Entry`` says of each record.
            case edges(key: String, [Entry])
            case pageInfo(key: String, [(key: String, part: PageInfoPart)])
            case figure(key: String, Aggregate)
            /// The values that a group is made by; `null` elsewhere.
            case dimensionValues(key: String)
            case constant(key: String, json: String)
        }

        package let object: ObjectMetadata
        package var members: [Member]

        package init(object: ObjectMetadata, members: [Member] = []) {
            self.object = object
            self.members = members
        }
    }

    package let object: ObjectMetadata
    package var entries: [Entry]

    package init(object: ObjectMetadata, entries: [Entry] = []) {
        self.object = object
        self.entries = entries
    }

    /// All scalars, composites and join columns, but no relations (rest-core 8.1).
    package static func depth0(of object: ObjectMetadata) -> Selection {
        Selection(object: object, entries: object.fields.compactMap { Entry.flat($0) })
    }
}

extension Selection.Entry {
    /// What `field` shows at depth 0, or `nil` for what is not shown.
    package static func flat(_ field: FieldMetadata) -> Selection.Entry? {
        guard field.isActive, field.type != .tsVector else { return nil }
        guard field.type.isRelation else { return .field(key: field.name, field) }
        return field.joinColumnName.map { .joinColumn(key: $0, field) }
    }

    /// The records behind the relation `field`, at depth 0; `nil` for other fields.
    package static func related(_ field: FieldMetadata, in dataModel: DataModel, limit: Int) -> Selection.Entry? {
        guard field.isActive, let relation = field.relation,
            let target = dataModel.object(singular: relation.targetObject), target.properties.isActive
        else { return nil }
        return switch relation.kind {
        case .manyToOne: .one(key: field.name, field, .depth0(of: target))
        case .oneToMany: .many(key: field.name, field, .depth0(of: target), limit: limit)
        }
    }
}
