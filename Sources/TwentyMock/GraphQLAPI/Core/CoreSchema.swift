import DataModel
import GraphQL
import JSON

/// The fields of `/graphql` that are no records (graphql-core 13), executed against a schema like any GraphQL.
enum CoreSchema {
    static let shared: GraphQLSchema = {
        guard let document = try? DocumentNode.parse(text) else { return GraphQLSchema(types: []) }
        return GraphQLSchema(sdl: document, scalars: [RecordScalars.uuid], resolver: resolver)
    }()

    /// Whether a query or a mutation has a root field of that name.
    static func hasField(_ name: String) -> Bool {
        name == "__typename" || shared.queryType?.fields[name] != nil || shared.mutationType?.fields[name] != nil
    }

    private static func resolver(type: String, field: String) -> Resolver? {
        guard type == "Query" || type == "Mutation" else { return nil }
        switch field {
        case "search": return SearchField.resolve
        case "isMaintenanceModeBannerDismissed": return { _, _, _ in .value(.bool(false)) }
        case "dismissMaintenanceModeBanner": return { _, _, _ in .value(.bool(true)) }
        case "workflowStepConnectedAccountHandle": return { _, _, _ in .null }
        case let name where name.hasPrefix("getTimelineThreads"):
            // Mails and events are not synchronised, so no record has any.
            return guarded { .value(["totalNumberOfThreads": 0, "timelineThreads": []]) }
        case let name where name.hasPrefix("getTimelineCalendarEvents"):
            return guarded { .value(["totalNumberOfCalendarEvents": 0, "timelineCalendarEvents": []]) }
        default: return nil
        }
    }

    /// A resolver for who has a key.
    private static func guarded(_ value: @escaping @Sendable () -> ResolvedValue) -> Resolver {
        { _, _, info in
            guard info.context is RecordOperations else { throw missingToken }
            return value()
        }
    }

    /// Graphql-core 2.1, "No token, core field guarded".
    static let missingToken = GraphQLFailure.error(
        "Missing authentication token", code: "UNAUTHENTICATED", subCode: "UNAUTHENTICATED",
        userFriendly: "You must be authenticated to perform this action.")

    private static let text = """
        scalar UUID
        scalar DateTime
        scalar Date

        type Query {
          search(searchInput: String!, limit: Int!, after: String, includedObjectNameSingulars: [String!],
            excludedObjectNameSingulars: [String!], filter: ObjectRecordFilterInput): SearchResultConnection!
          getTimelineThreadsFromObjectRecord(objectNameSingular: String!, recordId: UUID!, page: Int!, pageSize: Int!): TimelineThreadsWithTotal!
          getTimelineThreadsFromPersonId(personId: UUID!, page: Int!, pageSize: Int!): TimelineThreadsWithTotal!
          getTimelineThreadsFromCompanyId(companyId: UUID!, page: Int!, pageSize: Int!): TimelineThreadsWithTotal!
          getTimelineThreadsFromOpportunityId(opportunityId: UUID!, page: Int!, pageSize: Int!): TimelineThreadsWithTotal!
          getTimelineCalendarEventsFromObjectRecord(objectNameSingular: String!, recordId: UUID!, page: Int!, pageSize: Int!): TimelineCalendarEventsWithTotal!
          getTimelineCalendarEventsFromPersonId(personId: UUID!, page: Int!, pageSize: Int!): TimelineCalendarEventsWithTotal!
          getTimelineCalendarEventsFromCompanyId(companyId: UUID!, page: Int!, pageSize: Int!): TimelineCalendarEventsWithTotal!
          getTimelineCalendarEventsFromOpportunityId(opportunityId: UUID!, page: Int!, pageSize: Int!): TimelineCalendarEventsWithTotal!
          isMaintenanceModeBannerDismissed: Boolean!
          workflowStepConnectedAccountHandle(connectedAccountId: UUID!): String
        }

        type Mutation { dismissMaintenanceModeBanner: Boolean! }

        enum FilterIs { NULL NOT_NULL }
        input UUIDFilter { eq: UUID neq: UUID gt: UUID gte: UUID lt: UUID lte: UUID in: [UUID!] is: FilterIs }
        input DateFilter { eq: DateTime neq: DateTime gt: DateTime gte: DateTime lt: DateTime lte: DateTime in: [DateTime!] is: FilterIs }
        input ObjectRecordFilterInput {
          and: [ObjectRecordFilterInput!] or: [ObjectRecordFilterInput!] not: ObjectRecordFilterInput
          id: UUIDFilter createdAt: DateFilter updatedAt: DateFilter deletedAt: DateFilter
        }

        type SearchResultConnection { edges: [SearchResultEdge!]! pageInfo: SearchResultPageInfo! }
        type SearchResultEdge { node: SearchRecord! cursor: String! }
        type SearchRecord {
          recordId: UUID! objectNameSingular: String! objectLabelSingular: String! label: String! imageUrl: String
          tsRankCD: Float! tsRank: Float!
        }
        type SearchResultPageInfo { endCursor: String hasNextPage: Boolean! }

        type TimelineThreadsWithTotal { totalNumberOfThreads: Int! timelineThreads: [TimelineThread!]! }
        type TimelineThread {
          id: UUID! read: Boolean! visibility: String! firstParticipant: TimelineThreadParticipant!
          lastTwoParticipants: [TimelineThreadParticipant!]! lastMessageReceivedAt: DateTime! lastMessageBody: String!
          subject: String! numberOfMessagesInThread: Float! participantCount: Float!
        }
        type TimelineThreadParticipant {
          personId: UUID workspaceMemberId: UUID firstName: String! lastName: String! displayName: String!
          avatarUrl: String! handle: String!
        }
        type TimelineCalendarEventsWithTotal {
          totalNumberOfCalendarEvents: Int! timelineCalendarEvents: [TimelineCalendarEvent!]!
        }
        type TimelineCalendarEvent {
          id: UUID! title: String! isCanceled: Boolean! isFullDay: Boolean! startsAt: DateTime! endsAt: DateTime!
          description: String! location: String! conferenceSolution: String! visibility: String!
          participants: [TimelineCalendarEventParticipant!]!
        }
        type TimelineCalendarEventParticipant {
          personId: UUID workspaceMemberId: UUID firstName: String! lastName: String! displayName: String!
          avatarUrl: String! handle: String!
        }
        """
}
