import DataModel
import JSON
import RecordStore

// The mutations (graphql-core 9).
extension RecordResolver {
    func change(
        _ method: RecordMethod, _ arguments: RecordArguments, _ plan: ReadPlan, to writer: inout JSONWriter
    ) throws {
        switch method {
        case .createOne:
            try allowCreation(arguments)
            let data = try arguments.requiredObject("data")
            let isUpsert = try arguments.boolean("upsert") ?? false
            try operations.createOne(data, upsert: isUpsert, plan, to: &writer)
        case .createMany:
            try allowCreation(arguments)
            let data = try arguments.requiredList("data")
            let isUpsert = try arguments.boolean("upsert") ?? false
            try operations.createMany(
                data.map { $0.objectValue ?? JSONObject() }, upsert: isUpsert, plan, to: &writer)
        case .updateOne:
            try arguments.allow(["id", "data"])
            let data = try arguments.requiredObject("data")
            try operations.update(arguments.requiredID(), data, plan, to: &writer)
        case .updateMany:
            try arguments.allow(["filter", "data"])
            let filter = try arguments.requiredObject("filter")
            let data = try arguments.requiredObject("data")
            try operations.updateMany(where: operations.checkedForMany(filter), data, plan, to: &writer)
        case .deleteOne: try operations.softDelete(id(arguments), plan, to: &writer)
        case .destroyOne: try operations.destroy(id(arguments), plan, to: &writer)
        case .restoreOne: try operations.restore(id(arguments), plan, to: &writer)
        case .deleteMany: try operations.softDeleteMany(where: filter(arguments), plan, to: &writer)
        case .destroyMany: try operations.destroyMany(where: filter(arguments), plan, to: &writer)
        case .restoreMany: try operations.restoreMany(where: filter(arguments), plan, to: &writer)
        case .mergeMany: try merge(arguments, plan, to: &writer)
        case .findMany, .findOne, .findDuplicates, .groupBy: writer.writeNull()
        }
    }

    /// Who may see a record is for all to see here, so with whom it is shared makes no difference.
    private func allowCreation(_ arguments: RecordArguments) throws {
        try arguments.allow(["data", "upsert"] + (release.hasRecordSharing ? ["shareWith"] : []))
    }

    private func id(_ arguments: RecordArguments) throws -> String {
        try arguments.allow(["id"])
        return try arguments.requiredID()
    }

    private func filter(_ arguments: RecordArguments) throws -> JSONObject {
        try arguments.allow(["filter"])
        return try operations.checkedForMany(arguments.requiredObject("filter"))
    }

    private func merge(_ arguments: RecordArguments, _ plan: ReadPlan, to writer: inout JSONWriter) throws {
        try arguments.allow(["ids", "conflictPriorityIndex", "dryRun"])
        let ids = try arguments.requiredList("ids")
        guard let index = arguments["conflictPriorityIndex"]?.doubleValue else {
            throw RecordArguments.invalid("Missing required argument: \"conflictPriorityIndex\" (number)")
        }
        let merge = RecordOperations.Merge(
            ids: ids.map { $0.stringValue ?? $0.serializedText }, priorityIndex: Int(exactly: index) ?? -1,
            isDryRun: try arguments.boolean("dryRun") ?? false)
        try operations.merge(merge, plan, to: &writer)
    }
}
