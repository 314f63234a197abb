import DataModel
import RecordStore
import Synchronization

/// The data model of a workspace at one moment, with everything that is derived from it.
///
/// Whoever answers a request takes it once. A change of the model makes a new one; what is derived is made when it is
/// first asked for.
package final class ModelSnapshot: Sendable {
    package let schema: Schema
    package let plans: ReadPlans
    /// What comes with the data model without having been made: standard views and the like.
    package let standardResources: StandardResources
    private let madeIndex = Mutex<MetadataIndex?>(nil)
    let graphQL: GraphQLModel
    let activities: ActivityTable?

    init(schema: Schema) {
        self.schema = schema
        plans = ReadPlans(schema: schema)
        standardResources = StandardResources(schema.dataModel)
        graphQL = GraphQLModel(schema)
        activities = ActivityTable(schema)
    }

    package var dataModel: DataModel { schema.dataModel }

    /// Objects and fields by their ids.
    package var metadata: MetadataIndex {
        madeIndex.withLock { index in
            if let index { return index }
            let made = MetadataIndex(schema.dataModel)
            index = made
            return made
        }
    }
}
