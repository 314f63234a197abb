import DataModel
import GraphQL
import RecordStore

/// The types that belong to no object: pages, orders, dates of groups, files (graphql-core 4.1, 10).
enum SharedTypes {
    static let all: [NamedType] = [
        .object(
            ObjectType("PageInfo") {
                [
                    FieldDefinition("hasNextPage", .nonNull(.named("Boolean"))),
                    FieldDefinition("hasPreviousPage", .nonNull(.named("Boolean"))),
                    FieldDefinition("startCursor", .named("ConnectionCursor")),
                    FieldDefinition("endCursor", .named("ConnectionCursor")),
                ]
            }),
        enumeration("OrderByDirection", OrderTerm.Direction.allCases.map(\.rawValue)),
        enumeration("DateGranularityEnum", DateBucket.Granularity.allCases.map(\.rawValue)),
        enumeration("FirstDayOfTheWeek", DateBucket.WeekStart.allCases.map(\.rawValue)),
        input(
            "GroupByDateGranularityInput",
            [
                ("granularity", .named("DateGranularityEnum")), ("weekStartDay", .named("FirstDayOfTheWeek")),
                ("timeZone", .named("String")),
            ]),
        input(
            "OrderByDateGranularityInput",
            [("orderBy", .named("OrderByDirection")), ("granularity", .named("DateGranularityEnum"))]),
        .object(
            ObjectType("FileObject") {
                [
                    FieldDefinition("fileId", .nonNull(.named("UUID"))),
                    FieldDefinition("label", .nonNull(.named("String"))),
                    FieldDefinition("extension", .named("String")), FieldDefinition("url", .named("String")),
                ]
            }),
        input("FileItemInput", [("fileId", .nonNull(.named("UUID"))), ("label", .nonNull(.named("String")))]),
    ]

    private static func enumeration(_ name: String, _ values: [String]) -> NamedType {
        .enumeration(EnumType(name, values: values.map { EnumValueDefinition($0) }))
    }

    private static func input(_ name: String, _ fields: [(String, TypeReference)]) -> NamedType {
        .inputObject(InputObjectType(name) { fields.map { InputValueDefinition($0.0, $0.1) } })
    }
}
