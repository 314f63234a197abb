import DataModel
import RecordStore
import Synchronization

/// The read plans of a schema, made when first asked for.
package final class ReadPlans: Sendable {
    private struct Key: Hashable {
        let object: String
        let depth: Int
        let fields: [String]?
        let rights: RecordRights?
    }

    /// How many plans are kept; clients can ask for any set of fields.
    private static let capacity = 500

    private let schema: Schema
    private let plans = Mutex<[Key: ReadPlan]>([:])

    init(schema: Schema) { self.schema = schema }

    /// The plan of records with their relations at `depth` (rest-core 8).
    ///
    /// - Parameter fields: what tells the plan from others of the object; `nil` for whole records.
    /// - Parameter rights: what they withhold is left out.
    /// - Parameter restrict: leaves only what `fields` names of what is permitted; called when the plan is made.
    package func plan(
        for object: ObjectMetadata, depth: Int, fields: [String]? = nil, rights: RecordRights = .all,
        restrict: (Selection) throws -> Selection = { $0 }
    ) throws -> ReadPlan {
        let withheld = rights.isUnrestricted ? nil : rights
        let key = Key(object: object.nameSingular, depth: depth, fields: fields, rights: withheld)
        if let plan = plans.withLock({ $0[key] }) { return plan }
        let records = Selection.records(of: object, depth: depth, in: schema.dataModel).permitted(by: rights)
        let plan = try ReadPlan(restrict(records), schema: schema)
        plans.withLock { plans in
            if plans.count >= ReadPlans.capacity { plans.removeAll() }
            plans[key] = plan
        }
        return plan
    }
}

extension Selection {
    /// Everything that a record shows at `depth` (rest-core 8.1, 8.2).
    static func records(of object: ObjectMetadata, depth: Int, in dataModel: DataModel) -> Selection {
        var selection = Selection.depth0(of: object)
        guard depth > 0 else { return selection }
        let release = dataModel.release
        for field in object.fields where field.type != .morphRelation || release.showsMorphTargets {
            guard var related = Entry.related(field, in: dataModel, limit: release.relatedRecordLimit) else { continue }
            if depth > 1 { related = related.deepened(depth - 1, in: dataModel) }
            selection.entries.append(related)
        }
        return selection
    }
}

extension Selection.Entry {
    /// The same relation with its records at `depth`.
    fileprivate func deepened(_ depth: Int, in dataModel: DataModel) -> Selection.Entry {
        switch self {
        case .one(let key, let field, let inner):
            .one(key: key, field, .records(of: inner.object, depth: depth, in: dataModel))
        case .many(let key, let field, let inner, let limit):
            .many(key: key, field, .records(of: inner.object, depth: depth, in: dataModel), limit: limit)
        default: self
        }
    }
}
